"""The command `crisis-timeline`: its verbs, and nothing else.

Each verb reads its arguments, hands over, and prints. What a verb needs is imported inside it, so that help
and the bulk door `timex` start at once. Exit status: 0 fine; 1 the input is wrong; 2 wrong use, or the
surroundings failed.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from generator.cli import publishing, reading, record, reviewing
from generator.cli.common import FOLDER, Project, fail, fail_use, let_go, print_problems
from generator.problems import InputProblemsError, SurroundingsError, show

__all__ = ["cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--root",
    type=FOLDER,
    default=Path(),
    help="The project's folder, with timeline.yml and seeds/ in it.  [default: the current folder]",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
@click.version_option(package_name="crisis-timeline", prog_name="crisis-timeline")
@click.pass_context
def cli(context: click.Context, root: Path, debug: bool) -> None:
    """Tell a crisis day by day, with the working of every date shown.

    Reports lie in seeds/, the curated record is timeline.yml, and the site is built from both.

    \b
    Example:
      crisis-timeline check && crisis-timeline build
    """
    context.obj = Project(root)


for _verb in (*reading.VERBS, *record.VERBS, *publishing.VERBS, *reviewing.VERBS):
    cli.add_command(_verb)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 fine, 1 wrong input, 2 wrong use or failed surroundings."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _open_streams()
    try:
        sys.exit(_run(arguments))
    except click.UsageError as error:
        fail_use(error)
    except InputProblemsError as error:
        print_problems(error.problems)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt, EOFError):
        fail("stopped; nothing was left half-written")
    except (SurroundingsError, click.ClickException) as error:
        fail(str(error))
    except OSError as error:
        let_go(sys.stdout)
        fail(_explained(error))
    except Exception as error:
        if "--debug" in arguments:
            traceback.print_exc()
        fail(
            f"internal error: {type(error).__name__}: {show(error, 200)}; "
            "run again with --debug, and please report it"
        )


def _run(arguments: Sequence[str]) -> int:
    """Run the verb, and return the exit status that it asks for."""
    out = sys.stdout
    try:
        code = cli.main(list(arguments), prog_name="crisis-timeline", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as stop:
        code = stop.code
        # Where the reader of our output went away, as `head` does, click puts another stream in its place.
        if sys.stdout is not out:
            let_go(sys.stdout)
            return 0
    except BrokenPipeError:
        let_go(sys.stdout)
        return 0
    return code if isinstance(code, int) else 0


def _explained(error: OSError) -> str:
    """Return in one line what the system refused, and the way out where there is one."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return f"{show(error.filename, 200)}: {reason}"
    if isinstance(error, FileNotFoundError):
        return "the folder in which this runs is gone; change into one that is there"
    return f"the output could not be written: {reason}"


def _open_streams() -> None:
    """Put an empty stream where the caller closed one, and let none refuse a letter that it doesn't know."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # for the whole run
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
