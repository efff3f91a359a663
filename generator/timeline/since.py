"""Judging only what changed since a revision: old problems are counted, and new ones are told.

A part of the file (an event, a source, an actor …) counts as changed where its lines are not, letter for
letter, in the older file. What stands in a changed part, and what is wrong nowhere in the older file, is
told.
"""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import InputProblemsError, Problem, SurroundingsError, show, worst_first
from generator.timeline.checks import check_read
from generator.timeline.load import Examined, examine, examine_bytes
from generator.timeline.nodes import Document, Mapping, Sequence
from generator.timeline.rules import rewriting
from generator.timeline.spans import entry_span, item_span

__all__ = ["Judged", "check_since", "file_at", "judged"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The problems of what changed, and how many older ones stand elsewhere."""

    problems: list[Problem]
    older: int


def check_since(path: Path, root: Path, revision: str, read: bool = True, name: str | None = None) -> Judged:
    """Check a timeline, and tell what is wrong with the parts that changed since a revision of git."""
    name = name if name is not None else path.as_posix()
    before = examine_bytes(file_at(path, revision), name)
    after = examine(path, name)
    return judged(before, check_read(before, root, read), after, check_read(after, root, read))


def judged(
    before: Examined, before_problems: Iterable[Problem], after: Examined, after_problems: Iterable[Problem]
) -> Judged:
    """Tell what is wrong with what changed between two versions, of which all problems are known."""
    older = Counter(map(_same, before_problems))
    touched = _touched_lines(before, after)
    told, left = [], 0
    for problem in [*after_problems, *_dropped(before, after)]:
        is_old = older[_same(problem)] > 0
        older[_same(problem)] -= is_old
        if is_old and problem.line not in touched:
            left += 1
        else:
            told.append(problem)
    return Judged(worst_first(told), left)


def file_at(path: Path, revision: str) -> bytes:
    """Return what a file held at a revision of git; nothing where it was not there yet.

    Raises `SurroundingsError` where git knows no such revision.
    """
    folder = Path(os.path.realpath(path)).parent
    verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    commit = _git(folder, verify)
    if commit is None:
        raise SurroundingsError(f"git knows no revision {show(revision)} here")
    return _git(folder, ["show", f"{commit.decode().strip()}:./{path.name}"]) or b""


def _git(folder: Path, arguments: list[str]) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell; the revision stands after --end-of-options)
            ["git", "-C", str(folder), *arguments],  # noqa: S607  (git is where the system keeps it)
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise SurroundingsError(f"git cannot be run: {error.strerror}") from None
    return done.stdout if done.returncode == 0 else None


def _same(problem: Problem) -> tuple[str, str, str]:
    # Its line moves with what is above it, so that the words must do.
    return problem.code, problem.where, problem.wrong


def _touched_lines(before: Examined, after: Examined) -> set[int]:
    if after.loaded is None:
        return set()
    document = after.loaded.document
    known = set()
    if before.loaded is not None:
        old = before.loaded.document
        known = {old.text[start:end] for start, end in _parts(old)}
    touched: set[int] = set()
    for start, end in _parts(document):
        if document.text[start:end] not in known:
            touched.update(range(document.place(start)[0], document.place(end - 1)[0] + 1))
    return touched


def _parts(document: Document) -> Iterator[tuple[int, int]]:
    """Give the spans of the parts of a file: each event, each record of a section, each other key."""
    for key, value in document.root.entries.values():
        try:
            spans = list(_spans(document, value)) or [entry_span(document, key, value)]
        except InputProblemsError:
            spans = [(key.start, max(key.end, value.end, key.start + 1))]
        yield from spans


def _spans(document: Document, value: object) -> Iterator[tuple[int, int]]:
    if isinstance(value, Sequence) and not value.flow:
        for number in range(len(value.items)):
            yield item_span(document, value, number)
    elif isinstance(value, Mapping) and not value.flow:
        for key, one in value.entries.values():
            yield entry_span(document, key, one)


def _dropped(before: Examined, after: Examined) -> Iterator[Problem]:
    """Give a problem for each event that readers could see and that is not there any more."""
    if before.loaded is None or after.loaded is None:
        return
    known = {event.id for event in after.loaded.timeline.events}
    for event in before.loaded.timeline.events:
        if event.id not in known and event.status != "draft":
            wrong, mend = rewriting.event_is_kept.words(event.id)
            yield after.loaded.problem("events", "event-is-kept", wrong, mend)
