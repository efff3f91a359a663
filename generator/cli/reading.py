"""The verbs that read: dates in a text, dates in bulk, reports into proposals, an event's date explained."""

from __future__ import annotations

import sys
from typing import Any

import click

from generator.cli.common import FORMAT, Project, print_json, print_problems
from generator.problems import InputProblemsError, show

__all__ = ["VERBS"]


@click.command()
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
    """Find the dates in a text, and say how each is read.

    \b
    Example:
      crisis-timeline read --date 2025-10-29 seeds/002_ce86d074e4b97803.txt
      echo "Talks ended Tuesday." | crisis-timeline read --date 2025-10-29
    """
    from generator.dates import explain as explain_rule
    from generator.dates import read as read_dates

    expressions = read_dates(file.read(), dct=dct, genre=genre)
    if form == "json":
        print_json([expression.to_json() for expression in expressions])
        return
    for expression in expressions:
        dated = str(expression.edtf) if expression.edtf else f"{expression.value} (dates nothing)"
        click.echo(f"{expression.start}–{expression.end}  “{show(expression.text)}”  {dated}")
        click.echo(f"    {explain_rule(expression.derivation)}")


@click.command()
def timex() -> None:
    """Read documents as JSON lines, write their time expressions as JSON lines.

    \b
    In:   {"doc": "a1", "dct": "2025-10-29", "text": "…", "genre": "news"}    (dct and genre may be null)
    Out:  {"doc": "a1", "start": 42, "end": 51, "text": "Wednesday", "type": "DATE", "value": "2025-10-29", …}

    \b
    Example:
      crisis-timeline timex < documents.jsonl > expressions.jsonl
    """
    from generator.dates import timex as read_documents

    sys.exit(read_documents(sys.stdin.buffer, sys.stdout, sys.stderr))


@click.command()
@click.option("--dry-run", is_flag=True, help="Show what would be proposed, and write nothing.")
@FORMAT
@click.pass_obj
def draft(project: Project, dry_run: bool, form: str) -> None:
    """Read the reports in seeds/ and propose events for timeline.yml.

    Proposals are marked as drafts and aren't published until an editor says so. What a person wrote,
    confirmed or rejected is never changed.

    \b
    Example:
      crisis-timeline draft --dry-run
    """
    from generator.events import draft as propose
    from generator.events.intake import missing_reports
    from generator.sources import read_folder
    from generator.timeline import load, write

    loaded = load(project.timeline)
    texts, unreadable = read_folder(project.seeds, project.root)
    if missing := missing_reports(texts, loaded.timeline):
        raise InputProblemsError([*unreadable, *missing])
    proposal = propose(texts, loaded.timeline)
    if form == "json":
        print_json(proposal.to_json())
    else:
        click.echo(proposal.in_words())
    if not dry_run and proposal.edits():
        write(project.timeline, proposal.edits())
    print_problems([*unreadable, *proposal.problems])
    if unreadable or proposal.problems:
        sys.exit(1)


@click.command()
@click.argument("ids", nargs=-1)
@FORMAT
@click.pass_obj
def explain(project: Project, ids: tuple[str, ...], form: str) -> None:
    """Say why events have their dates: the words, what they were counted from, the result.

    \b
    Example:
      crisis-timeline explain doha-ceasefire
    """
    from generator.timeline import load
    from generator.timeline.explain import explain_event, find_events

    timeline = load(project.timeline).timeline
    explained = [explain_event(timeline, event) for event in find_events(timeline, ids)]
    if form == "json":
        print_json([one.to_json() for one in explained])
    else:
        click.echo("\n\n".join(map(str, explained)))


VERBS = (read, timex, draft, explain)
