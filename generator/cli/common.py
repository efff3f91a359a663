"""What the verbs share: the project they work on, their options, and how they print."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TextIO, TypeVar

import click

from generator.problems import InputProblemsError, Problem, show

__all__ = [
    "DAY",
    "FILE",
    "FOLDER",
    "FORMAT",
    "Project",
    "decoded",
    "fail",
    "fail_use",
    "find_problems",
    "let_go",
    "open_for_data",
    "print_data",
    "print_json",
    "print_problems",
    "progress",
    "refuse_errors",
]

Item = TypeVar("Item")
LONG = 40  # reports; fewer are read before a bar could be seen


class _InputFile(click.Path):
    """A file to be read: where it can't be, the input is wrong, and not the use of the command."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path of a file that is there."""
        path = Path(value)
        if not path.exists() or path.is_dir():
            wrong = "it is a folder" if path.is_dir() else "there is no such file"
            mend = "give the path of a file"
            raise InputProblemsError(
                [Problem(code="file-is-there", file=show(value, 200), wrong=wrong, mend=mend)]
            )
        return path


class _Day(click.ParamType[Any]):
    """A day, as the record writes it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day as a date of the record."""
        from generator.dates import Edtf, EdtfError

        wrong = f"{show(value)} is no day"
        try:
            day = Edtf.parse(value)
        except EdtfError as error:
            # Of 2025-02-30 there is more to say than that it is none.
            wrong = error.wrong if error.wrong.startswith(f"{show(value)} is not a date;") else wrong
        else:
            if day.kind == "day" and not (day.approximate or day.uncertain):
                return day
        raise click.BadParameter(f"{wrong}; write it as 2025-11-02", ctx, param)


FILE = _InputFile(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)
DAY = _Day()
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

    _complain(problems_as_text(problems))


def print_json(value: object) -> None:
    """Print a value as JSON; what would act on a terminal is escaped, which changes nothing of the value."""
    from generator.timeline.characters import FORBIDDEN

    text = json.dumps(value, ensure_ascii=False, indent=2)
    print_data(FORBIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n")


def print_data(text: str) -> None:
    """Print what a program will read: UTF-8 with plain line ends, whatever this terminal prefers."""
    open_for_data()
    click.echo(text, nl=False)


def open_for_data() -> None:
    """Let what is printed from now on be UTF-8 with plain line ends."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def fail(words: str) -> NoReturn:
    """Say in one line what failed around us, and exit with 2."""
    _complain(f"crisis-timeline: {words}\n")
    sys.exit(2)


def fail_use(error: click.UsageError) -> NoReturn:
    """Say in one line how the command was used wrongly, and exit with 2."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        _complain(f"{error.format_message()}\n")
        sys.exit(2)
    command = error.ctx.command_path if error.ctx is not None else "crisis-timeline"
    words = show(" ".join(_of_use(error).split()).rstrip(".?"), 600)
    _complain(f"{command}: {words}; see {command} --help\n")
    sys.exit(2)


def _of_use(error: click.UsageError) -> str:
    """Return what is wrong with the use: the option or argument first, then the words of the refusal."""
    if not isinstance(error, click.BadParameter) or isinstance(error, click.MissingParameter):
        said = error.format_message()
        return said[:1].lower() + said[1:]
    hint = error.param_hint
    if hint is None and error.param is not None and error.ctx is not None:
        hint = error.param.get_error_hint(error.ctx)
    named = hint if hint is None or isinstance(hint, str) else " ".join(hint)
    return f"{named.strip(chr(39))}: {error.message}" if named else error.message


def _complain(words: str) -> None:
    # Where nobody can be told, the exit status still tells.
    try:
        click.echo(words, nl=False, err=True)
    except OSError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Send what is still to be printed nowhere: Python would try again at its end, and exit otherwise."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
