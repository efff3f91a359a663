"""A pull request, reviewed from end to end: judged, told on the lines and in a summary, shown as a site.

The same runs on a desk (`make review`) and on a runner, where the lines are commands to it and two files take
the summary and the label.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.epoch import VARIABLE
from generator.pull_request.git import Repository
from generator.pull_request.judge import Judgement, judge
from generator.pull_request.summary import in_markdown
from generator.pull_request.wording import log_line
from generator.timeline.report import problems_as_github

__all__ = ["Review", "review"]

# GitHub shows ten errors of a step; the summary and the report have the rest.
SHOWN_ON_LINES = 10
SHOWN_IN_LOG = 100
BUILD = "from generator.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Review:
    """A judgement, and what the build of the changed site said, where there was one."""

    judgement: Judgement
    build: subprocess.CompletedProcess[str] | None

    @property
    def is_good(self) -> bool:
        """Whether the change may go on."""
        return self.judgement.is_good and (self.build is None or self.build.returncode == 0)

    def lines(self, surroundings: Mapping[str, str]) -> Iterator[str]:
        """Give what is to be printed: for a person, or for a runner."""
        on_runner = surroundings.get("GITHUB_ACTIONS") == "true"
        problems = self.judgement.problems
        if on_runner:
            yield from problems_as_github(problems[:SHOWN_ON_LINES]).splitlines()
            yield from _rest("problem", len(problems) - SHOWN_ON_LINES)
        else:
            yield from (f"{problem} [{problem.level}]" for problem in problems)
        effects = sorted(self.judgement.report.effects, key=lambda one: not one.loud)
        for effect in effects[: SHOWN_IN_LOG if on_runner else None]:
            yield log_line(f"{'look twice: ' if effect.loud else ''}{effect.words}")
        if on_runner:
            yield from _rest("difference", len(effects) - SHOWN_IN_LOG)
        for said in (self.build.stdout + self.build.stderr).split("\n") if self.build else ():
            if said.strip():
                yield log_line(said)
        yield log_line(self._verdict())

    def _verdict(self) -> str:
        report = self.judgement.report
        touched = (
            "data only"
            if report.kind == "data"
            else f"touches code ({report.code_count} file{'' if report.code_count == 1 else 's'})"
        )
        verdict = "fine" if self.is_good else "not fine"
        problems = f"{report.fault_count} problem{'' if report.fault_count == 1 else 's'}"
        return f"{touched}; {report.in_short}; {problems}; {verdict}"

    def hand_over(self, surroundings: Mapping[str, str]) -> None:
        """Write the summary and the label where the runner asks for them."""
        handed = {
            "GITHUB_STEP_SUMMARY": f"{in_markdown(self.judgement.report, whole=True)}\n",
            "GITHUB_OUTPUT": f"kind={self.judgement.report.kind}\n",
        }
        for name, text in handed.items():
            if surroundings.get(name):
                with Path(surroundings[name]).open("a", encoding="utf-8") as file:
                    file.write(text)


def _rest(what: str, count: int) -> Iterator[str]:
    if count > 0:
        yield log_line(
            f"and {count:,} more {what}{'' if count == 1 else 's'}: the summary of this run has them"
        )


def review(
    root: Path, base: str, head: str, report: Path | None = None, preview: Path | None = None
) -> Review:
    """Review what `head` changes since it left `base`, in the repository at `root`.

    `report` is the folder for the report that the comment is made from, `preview` the one for the built site;
    a site is built only of a change to data alone, in which nothing is wrong.
    """
    with TemporaryDirectory() as folder:
        repository, project = Repository(root), Path(folder) / "project"
        judgement = judge(repository, base, head, project)
        if report is not None:
            report.mkdir(parents=True, exist_ok=True)
            (report / "report.json").write_bytes(judgement.report.to_bytes())
        shown = judgement.report.kind == "data" and judgement.report.is_good
        time = repository.time(repository.commit(head))
        return Review(judgement, _build(project, preview, time) if preview is not None and shown else None)


def _build(project: Path, preview: Path, time: int) -> subprocess.CompletedProcess[str]:
    # In a process of its own, so that each line of it can be made safe to print; -P keeps the modules of the
    # folder out.
    given = ["--root", str(project), "build", "--site-dir", str(preview.resolve())]
    return subprocess.run(  # noqa: S603 (a list, and no shell)
        [sys.executable, "-P", "-c", BUILD, *given],
        cwd=project,
        env={**os.environ, VARIABLE: str(time)},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
