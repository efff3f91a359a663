"""The judgement of a change: what it touches, what it does to the timeline, and what is wrong with it.

The change is read from git's objects, never from a folder that it filled: a link in it leads nowhere. Its
data are set into a copy of the base's project, so that the base's own settings and pages are what they are
judged and shown in.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.problems import InputProblemsError, Problem, SurroundingsError, show, worst_first
from generator.pull_request.git import Change, Repository
from generator.pull_request.label import (
    TIMELINE,
    code_among,
    is_data,
    kind_of,
    largest,
    misplaced,
    same_but_for_capitals,
    unfit,
)
from generator.pull_request.report import Effect, Fault, Report
from generator.sources import read_folder
from generator.timeline import Examined, Timeline, examine
from generator.timeline.checks import check_read
from generator.timeline.diff import Difference, difference, summary
from generator.timeline.since import judged

__all__ = ["Judgement", "judge"]

MOST_FILES = 2_000
# One blob of five megabytes can stand under two thousand names: what counts is what they come to.
MOST_BYTES = 100_000_000
UNTOLD = "what changes can't be told: timeline.yml can't be read whole"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A report, the problems counted against the change, and those for which a file wasn't even taken."""

    report: Report
    problems: tuple[Problem, ...]
    refused: tuple[Problem, ...]

    @property
    def is_good(self) -> bool:
        """Whether the change may go on: a change to code is decided by its own tests."""
        return not self.refused and (self.report.kind == "code" or self.report.is_good)


def judge(repository: Repository, base: str, head: str, project: Path) -> Judgement:
    """Judge what `head` changes since it left `base`; `project` is a folder that this may fill.

    A change to code is told but not condemned for its data: its own tool and tests decide, in another job.
    """
    base, head = repository.commit(base), repository.commit(head)
    changes = repository.changes(base, head)
    _empty(project)
    repository.write_tree(base, project)
    before = _Record.read(project)
    refused = _take(repository, changes, project)
    after = _Record.read(project)
    kind = kind_of([change.path for change in changes])
    since = judged(before.examined, before.problems, after.examined, after.problems)
    code = code_among(changes)
    counted = worst_first([*refused, *since.problems, *_names(changes, project)])
    differences = _differences(before.timeline, after.timeline)
    unnamed = _unnamed_reports(changes, after.timeline)
    report = Report(
        kind=kind,
        code=tuple(show(path, 200) for path in code),
        code_count=len(code),
        in_short=_in_short(differences, unnamed) if before.timeline and after.timeline else UNTOLD,
        effects=(*map(Effect.of, differences), *unnamed),
        effect_count=len(differences) + len(unnamed),
        faults=tuple(map(Fault.of, counted)),
        fault_count=len(counted),
        older=since.older,
        events=tuple(sorted({one.event for one in differences if one.event})),
    )
    return Judgement(report, tuple(counted), tuple(refused))


def _in_short(differences: Sequence[Difference], unnamed: Sequence[Effect]) -> str:
    if not unnamed:
        return show(summary(differences), 600)
    reports = f"{len(unnamed)} report{'' if len(unnamed) == 1 else 's'} that no source names"
    return show(f"{summary(differences)}, {reports}" if differences else reports, 600)


def _names(changes: Sequence[Change], project: Path) -> Iterator[Problem]:
    """Give what is wrong with the names of reports: they are read on other systems too."""
    added = [change.path for change in changes if change.status == "added"]
    there = [path.relative_to(project).as_posix() for path in project.glob("seeds/*.txt")]
    yield from same_but_for_capitals(filter(is_data, added), there)
    yield from misplaced(code_among(change for change in changes if change.status != "removed"))


def _unnamed_reports(changes: Iterable[Change], timeline: Timeline | None) -> list[Effect]:
    """Return the changed reports that no source of the record names: nothing else would tell of them."""
    named = {source.file for source in timeline.sources.values()} if timeline else set()
    return [
        Effect("", f"{show(change.path, 200)}: report {change.status}; no source names it")
        for change in changes
        if is_data(change.path) and change.path != TIMELINE and change.path not in named
    ]


def _empty(folder: Path) -> None:
    if (folder / ".git").exists():
        raise SurroundingsError(f"{show(folder, 200)} is a repository; give a folder that may be emptied")
    if folder.exists():
        shutil.rmtree(folder)


def _take(repository: Repository, changes: Iterable[Change], project: Path) -> list[Problem]:
    """Set the changed data into the project, and return what couldn't be taken."""
    data = [change for change in changes if is_data(change.path)]
    if len(data) > MOST_FILES:
        return [_too_large(f"{len(data):,} files change at once; {MOST_FILES:,} are the most")]
    there = (change for change in data if change.status != "removed" and change.is_plain)
    sizes = {change.path: repository.size(change.blob) for change in there}
    # What is too large by itself is refused one by one, and never read.
    total = sum(size for path, size in sizes.items() if size <= largest(path))
    if total > MOST_BYTES:
        return [_too_large(f"what changes has {total:,} bytes; {MOST_BYTES:,} are the most")]
    return [
        problem
        for change in data
        for problem in _take_one(repository, change, sizes.get(change.path, 0), project / change.path)
    ]


def _too_large(wrong: str) -> Problem:
    return Problem(code="change-is-small-enough", file="seeds", wrong=wrong, mend="send several changes")


def _take_one(repository: Repository, change: Change, size: int, target: Path) -> Iterator[Problem]:
    if change.status == "removed":
        target.unlink(missing_ok=True)
        return
    found = list(unfit(change, size))
    yield from found
    if not found:
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(repository.read(change.blob))


@dataclass(frozen=True, slots=True)
class _Record:
    """The timeline of a project at one time, with all that is wrong with it."""

    examined: Examined
    problems: tuple[Problem, ...]

    @classmethod
    def read(cls, project: Path) -> _Record:
        examined = examine(project / TIMELINE, TIMELINE)
        return cls(examined, (*_unreadable(project), *check_read(examined, project)))

    @property
    def timeline(self) -> Timeline | None:
        """The record, where it could be read whole: what stands in for a faulty value is no news."""
        faulty = any(problem.level == "error" for problem in self.examined.problems)
        return self.examined.loaded.timeline if self.examined.loaded and not faulty else None


def _unreadable(project: Path) -> Sequence[Problem]:
    """Return what keeps reports from being read, also such as no source names yet."""
    try:
        return read_folder(project / "seeds", project)[1]
    except InputProblemsError:
        return ()  # there is none yet: a source that lost its report is told of by its check


def _differences(before: Timeline | None, after: Timeline | None) -> list[Difference]:
    return difference(before, after) if before is not None and after is not None else []
