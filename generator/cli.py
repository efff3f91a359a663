"""The command `crisis-timeline`: its verbs, and nothing else.

Each verb reads its arguments, hands over, and prints. What a verb needs is imported inside it, so that help
and the bulk door `timex` start at once. Exit status: 0 fine; 1 the input is wrong; 2 wrong use, or the
surroundings failed.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.problems import InputProblemsError, Problem, SurroundingsError, show, worst_first

__all__ = ["main"]

SHOWN_PROBLEMS = 40
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for machines.",
)
FOLDER = click.Path(path_type=Path, file_okay=False)
ISSUE = click.Path(path_type=Path, exists=True, dir_okay=False)


class Project:
    """The crisis project that a verb works on: its folder, and the files that every project has there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.timeline = root / "timeline.yml"
        self.seeds = root / "seeds"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The project's folder, with timeline.yml and seeds/ in it.  [default: the current folder]",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
@click.version_option(package_name="crisis-timeline", prog_name="crisis-timeline")
@click.pass_context
def cli(context: click.Context, root: Path, debug: bool) -> None:
    r"""Tell a crisis day by day, with the working of every date shown.

    Reports lie in seeds/, the curated record is timeline.yml, and the site is built from both.

    \b
    Example:
      crisis-timeline check && crisis-timeline build
    """
    context.obj = Project(root)


@cli.command()
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-")
@click.option(
    "--date",
    "dct",
    metavar="YYYY-MM-DD",
    help="The day the text was published; without it, no day is counted from.",
)
@click.option(
    "--genre", type=click.Choice(["news", "narrative"]), help="What kind of text it is.  [default: found out]"
)
@FORMAT
def read(file: Any, dct: str | None, genre: Any, form: str) -> None:
    r"""Find the dates in a text, and say how each is read.

    \b
    Example:
      crisis-timeline read --date 2025-10-29 seeds/002_ce86d074e4b97803.txt
      echo "Talks ended Tuesday." | crisis-timeline read --date 2025-10-29
    """
    from generator.dates import explain as explain_rule
    from generator.dates import read as read_dates

    expressions = read_dates(file.read(), dct=dct, genre=genre)
    if form == "json":
        _print_json([expression.to_json() for expression in expressions])
        return
    for expression in expressions:
        dated = str(expression.edtf) if expression.edtf else f"{expression.value} (dates nothing)"
        click.echo(f"{expression.start}–{expression.end}  “{show(expression.text)}”  {dated}")
        click.echo(f"    {explain_rule(expression.derivation)}")


@cli.command()
def timex() -> None:
    r"""Read documents as JSON lines, write their time expressions as JSON lines.

    \b
    In:   {"doc": "a1", "dct": "2025-10-29", "text": "…", "genre": "news"}    (dct and genre may be null)
    Out:  {"doc": "a1", "start": 42, "end": 51, "text": "Wednesday", "type": "DATE", "value": "2025-10-29", …}

    \b
    Example:
      crisis-timeline timex < documents.jsonl > expressions.jsonl
    """
    from generator.dates import timex as read_documents

    sys.exit(read_documents(sys.stdin.buffer, sys.stdout, sys.stderr))


@cli.command()
@click.option("--dry-run", is_flag=True, help="Show what would be proposed, and write nothing.")
@FORMAT
@click.pass_obj
def draft(project: Project, dry_run: bool, form: str) -> None:
    r"""Read the reports in seeds/ and propose events for timeline.yml.

    Proposals are marked as drafts and aren't published until an editor says so. What a person wrote,
    confirmed or rejected is never changed.

    \b
    Example:
      crisis-timeline draft --dry-run
    """
    from generator.events import draft as propose
    from generator.sources import read_folder
    from generator.timeline import load, write

    loaded = load(project.timeline)
    texts, unreadable = read_folder(project.seeds, project.root)
    proposal = propose(texts, loaded.timeline)
    if form == "json":
        _print_json(proposal.to_json())
    else:
        click.echo(proposal.in_words())
    if not dry_run and proposal.edits():
        write(project.timeline, proposal.edits())
    _print_problems([*unreadable, *proposal.problems])
    if unreadable or proposal.problems:
        sys.exit(1)


@cli.command()
@click.pass_obj
@FORMAT
def check(project: Project, form: str) -> None:
    r"""Check timeline.yml: its shape, its quotations, its dates.

    All problems are found at once; a terminal shows the worst forty.

    \b
    Example:
      crisis-timeline check
    """
    problems = _find_problems(project)
    if form == "json":
        _print_json([_problem_as_json(problem) for problem in worst_first(problems)])
    else:
        _print_problems(problems)
        if not problems:
            click.echo("timeline.yml is in order")
    if any(problem.level == "error" for problem in problems):
        sys.exit(1)


@cli.command()
@click.argument("ids", nargs=-1)
@FORMAT
@click.pass_obj
def explain(project: Project, ids: tuple[str, ...], form: str) -> None:
    r"""Say why events have their dates: the words, what they were counted from, the result.

    \b
    Example:
      crisis-timeline explain doha-ceasefire
    """
    from generator.timeline import load
    from generator.timeline.explain import explain_event, find_events

    timeline = load(project.timeline).timeline
    explained = [explain_event(timeline, event) for event in find_events(timeline, ids)]
    if form == "json":
        _print_json([one.to_json() for one in explained])
    else:
        click.echo("\n\n".join(map(str, explained)))


@cli.command()
@click.option("--drafts", is_flag=True, help="Show drafts too, marked as such.")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes.  [default: site/]",
)
@click.pass_obj
def build(project: Project, drafts: bool, site_dir: Path | None) -> None:
    r"""Check timeline.yml and build the site.

    \b
    Example:
      crisis-timeline build
    """
    from generator.site.build import build as build_site

    _refuse_errors(project)
    built = build_site(project.root, site_dir=site_dir, drafts=drafts)
    click.echo(f"{built.pages} pages in {built.site_dir}")


@cli.command()
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT", help="Where to serve."
)
@click.pass_obj
def serve(project: Project, address: str) -> None:
    r"""Show the site while you edit; it is built again on each save.

    \b
    Example:
      crisis-timeline serve --address 127.0.0.1:8001
    """
    from generator.site.build import serve as serve_site

    serve_site(project.root, address=address)


@cli.command()
@click.option("--base", default="main", show_default=True, metavar="REV", help="What it is judged against.")
@click.option("--head", default="HEAD", show_default=True, metavar="REV", help="The change.")
@click.option("--report", type=FOLDER, help="Where report.json goes, for the comment.")
@click.option("--preview", type=FOLDER, help="Where the changed site goes.")
@click.pass_obj
def review(project: Project, base: str, head: str, report: Path | None, preview: Path | None) -> None:
    r"""Say what a change does to the timeline, as the check of a pull request does.

    Committed changes only. Data (timeline.yml, the reports in seeds/) is judged; a change to code is told,
    and left to its own tests. On a runner of GitHub, problems are marked on their lines.

    \b
    Example:
      crisis-timeline review --base main --preview .cache/preview
    """
    from generator.pull_request.review import review as review_change

    found = review_change(project.root, base, head, report, preview)
    found.hand_over(os.environ)
    for line in found.lines(os.environ):
        click.echo(line)
    if not found.is_good:
        sys.exit(1)


@cli.command()
@click.option("--from-issue", "issue", type=ISSUE, required=True, help="The text of an issue made by a form.")
@click.option("--on", metavar="YYYY-MM-DD", help="The day of a correction, as readers will see it.")
@click.pass_obj
def add(project: Project, issue: Path, on: str | None) -> None:
    r"""Enter what an issue form asks for: an event, a correction, a source, a link.

    An event comes in as a draft. Everything is checked first; where something is wrong, nothing is written.

    \b
    Example:
      gh issue view 12 --json body --jq .body > issue.md
      crisis-timeline add --from-issue issue.md
    """
    from generator.dates import Edtf, EdtfError
    from generator.pull_request.enter import enter

    try:
        day = Edtf.parse(on) if on else None
    except EdtfError as error:
        raise click.BadParameter(str(error), param_hint="--on") from None
    click.echo(enter(project.timeline, project.root, issue, day))


@cli.command()
@click.argument("folder", type=FOLDER)
@click.option("--title", default="A crisis", show_default=True, help="What the timeline is called.")
@click.option("--timezone", default="UTC", show_default=True, help="The zone in which its days are counted.")
@click.option(
    "--git", metavar="ADDRESS", help="Where the generator comes from.  [default: where this one came from]"
)
@click.option("--commit", metavar="HASH", help="Which commit of it, in 40 digits.")
@click.option(
    "--wheel", type=click.Path(path_type=Path, dir_okay=False), help="The generator as a wheel instead."
)
def init(
    folder: Path, title: str, timezone: str, git: str | None, commit: str | None, wheel: Path | None
) -> None:
    r"""Make a new, empty, working crisis project in a folder, with this generator pinned.

    \b
    Example:
      crisis-timeline init ../flood --title "The flood of 2027" --timezone Asia/Dhaka
    """
    from generator.init import start, where_from

    written = start(folder, where_from(git, commit, wheel), title, timezone)
    click.echo(f"{len(written)} files in {folder}; next: cd {folder}, git init, make test")


@cli.command()
@click.pass_obj
def links(project: Project) -> None:
    r"""Ask whether the sources' addresses still answer, and which have no archive copy.

    Needs the network. It tells, changes nothing, and never fails for what it finds.

    \b
    Example:
      crisis-timeline links
    """
    from generator.links import hand_over, links_of, look
    from generator.timeline import load

    answers = look(links_of(load(project.timeline).timeline))
    hand_over(answers, os.environ)
    for answer in answers:
        click.echo(f"| {answer}")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 fine, 1 wrong input, 2 wrong use or failed surroundings."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        code = cli.main(list(arguments), prog_name="crisis-timeline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except InputProblemsError as error:
        _print_problems(error.problems)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped; nothing was left half-written")
    except SurroundingsError as error:
        _fail(str(error))
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: no fault of ours, but Python would complain.
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        _fail(f"{show(error.filename or 'the system', 200)}: {error.strerror or error}")
    except Exception as error:
        if "--debug" in arguments:
            traceback.print_exc()
        _fail(
            f"internal error: {type(error).__name__}: {show(error, 200)}; "
            "run again with --debug, and please report it"
        )
    sys.exit(code if isinstance(code, int) else 0)


def _find_problems(project: Project, read: bool = True) -> list[Problem]:
    """Return all that is wrong with the record, and with the folder of reports that it quotes from."""
    from generator.sources import read_folder
    from generator.timeline import check_file

    found = check_file(project.timeline, project.root, read=read)
    try:
        _, of_reports = read_folder(project.seeds, project.root)
    except InputProblemsError as error:
        # A new crisis has no reports yet, and its empty record is in order without them.
        of_reports = list(error.problems) if found else []
    return [*of_reports, *found]


def _refuse_errors(project: Project) -> None:
    """Stop where the record is faulty: a site is built from what was checked, or not at all."""
    errors = [one for one in _find_problems(project, read=False) if one.level == "error"]
    if errors:
        raise InputProblemsError(errors)


def _fail(words: str) -> NoReturn:
    click.echo(f"crisis-timeline: {words}", err=True)
    sys.exit(2)


def _print_problems(problems: Iterable[Problem]) -> None:
    ordered = worst_first(problems)
    for problem in ordered[:SHOWN_PROBLEMS]:
        # The level is said only where it isn't an error: the contract's line has none.
        click.echo(f"{problem}" if problem.level == "error" else f"{problem} [{problem.level}]", err=True)
    if len(ordered) > SHOWN_PROBLEMS:
        click.echo(f"and {len(ordered) - SHOWN_PROBLEMS} more; --format json gives all", err=True)


def _problem_as_json(problem: Problem) -> dict[str, object]:
    return {
        name: getattr(problem, name)
        for name in ("file", "line", "column", "level", "code", "where", "wrong", "mend")
    }


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
