"""What the verbs share: the project they work on, their options, and how they print."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from generator.problems import InputProblemsError, Problem

__all__ = [
    "FILE",
    "FOLDER",
    "FORMAT",
    "Project",
    "decoded",
    "fail",
    "find_problems",
    "print_json",
    "print_problems",
    "progress",
    "refuse_errors",
]

Item = TypeVar("Item")
LONG = 40  # reports; fewer are read before a bar could be seen

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for machines.",
)


class Project:
    """The crisis project that a verb works on: its folder, and the files that every project has there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.timeline = root / "timeline.yml"
        self.seeds = root / "seeds"


def find_problems(project: Project, read: bool = True, since: str | None = None) -> list[Problem]:
    """Return all that is wrong with the record, and with the folder of reports that it quotes from.

    With `since`, a revision of git, only what changed after it is judged.
    """
    from generator.sources import read_folder
    from generator.timeline.cache import check_cached
    from generator.timeline.since import check_since

    if since is not None:
        found = check_since(project.timeline, project.root, since, read).problems
    else:
        found = check_cached(project.timeline, project.root, project.root / ".cache", read)
    try:
        _, of_reports = read_folder(project.seeds, project.root)
    except InputProblemsError as error:
        # A new crisis has no reports yet, and its empty record is in order without them.
        of_reports = list(error.problems) if found else []
    return [*of_reports, *found]


def refuse_errors(project: Project) -> None:
    """Stop where the record is faulty: a site is built from what was checked, or not at all."""
    errors = [one for one in find_problems(project, read=False) if one.level == "error"]
    if errors:
        raise InputProblemsError(errors)


def decoded(data: bytes, name: str) -> str:
    """Return bytes as text; raise `InputProblemsError` with line and column where they are not UTF-8."""
    from generator.sources import decode

    return decode(data, "standard input" if name in ("-", "<stdin>") else name)


@contextmanager
def progress(number: int, label: str) -> Iterator[Callable[[Iterable[Item]], Iterable[Item]]]:
    """Give a function that shows how far a loop has come, where it is long and somebody is looking."""
    is_seen = number >= LONG and sys.stderr is not None and sys.stderr.isatty()
    with click.progressbar(length=number, label=label, file=sys.stderr, hidden=not is_seen) as bar:

        def watch(items: Iterable[Item]) -> Iterator[Item]:
            for item in items:
                yield item
                bar.update(1)

        yield watch


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems as lines on standard error, the worst forty."""
    from generator.timeline.report import problems_as_text

    click.echo(problems_as_text(problems), nl=False, err=True)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def fail(words: str) -> NoReturn:
    """Say in one line what failed around us, and exit with 2."""
    click.echo(f"crisis-timeline: {words}", err=True)
    sys.exit(2)
