"""The verbs that read: dates in a text, dates in bulk, reports into proposals, an event's date explained."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.common import (
    FILE,
    FORMAT,
    Project,
    decoded,
    open_for_data,
    print_json,
    print_problems,
    progress,
)
from generator.problems import InputProblemsError, show

__all__ = ["VERBS"]


@click.command()
@click.argument("file", default="-")
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
def read(file: str, dct: str | None, genre: Any, form: str) -> None:
    """Find the dates in a text, and say how each is read.

    \b
    Example:
      crisis-timeline read --date 2025-10-29 seeds/002_ce86d074e4b97803.txt
      echo "Talks ended Tuesday." | crisis-timeline read --date 2025-10-29
    """
    from generator.dates import explain as explain_rule
    from generator.dates import read as read_dates
    from generator.dates.timex import as_row
    from generator.sources import read_bytes

    data = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file), file)
    text = decoded(data, file)
    try:
        expressions = read_dates(text, dct=dct, genre=genre)
    except ValueError as error:
        raise click.BadParameter(f"{show(error, 200)}", param_hint="--date") from None
    if form == "json":
        print_json([as_row(expression) for expression in expressions])
        return
    for expression in expressions:
        dated = str(expression.edtf) if expression.edtf else f"{expression.value} (dates nothing)"
        click.echo(f"{expression.start}–{expression.end}  “{show(expression.text)}”  {dated}")
        click.echo(f"    {explain_rule(expression.derivation)}")


@click.command(short_help="Read JSON lines of documents, write those of their dates.")
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

    open_for_data()
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
    with progress(len(texts), "reading reports") as watch:
        proposal = propose(texts, loaded.timeline, watch=watch)
    if form == "json":
        print_json(proposal.to_json())
    else:
        click.echo(proposal.in_words())
    if not dry_run and proposal.edits():
        write(project.timeline, proposal.edits())
    print_problems([*unreadable, *proposal.problems])
    if unreadable or proposal.problems:
        sys.exit(1)


@click.command(short_help="Say which day a report writes about.")
@click.argument("files", nargs=-1, type=FILE)
@FORMAT
@click.pass_obj
def day(project: Project, files: tuple[Path, ...], form: str) -> None:
    """Say which day a report writes about, by its words alone: the days that fit them, and what decides.

    Without FILES, all reports in seeds/ are read. Where several days fit, none is chosen: write the day as
    writes_about of the source in timeline.yml. What stands there always wins.

    \b
    Example:
      crisis-timeline day seeds/002_ce86d074e4b97803.txt
    """
    from generator.events import day_workings
    from generator.sources import read_folder, read_source
    from generator.timeline import load

    sources = load(project.timeline).timeline.sources.values()
    texts, unreadable = (
        ([read_source(file, project.root) for file in files], [])
        if files
        else read_folder(project.seeds, project.root)
    )
    found = day_workings(texts, sources)
    if form == "json":
        print_json([one.to_json() for one in found])
    else:
        click.echo("\n\n".join(one.in_words() for one in found))
    if unreadable:
        print_problems(unreadable)
        sys.exit(1)


@click.command(short_help="Say why events have their dates.")
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
        click.echo("\n\n".join(map(str, explained)) or "the record has no events yet")


@click.command(short_help="Take a draft away, so that it is never proposed again.")
@click.argument("event")
@click.option("--why", required=True, help="Why, in a sentence for the next editor.")
@click.pass_obj
def reject(project: Project, event: str, why: str) -> None:
    """Take a draft away, and remember it, so that no later run proposes it again.

    \b
    Example:
      crisis-timeline reject talks-geneva-2025-10-29 --why "The report tells of a plan, not of talks."
    """
    from generator.events.offer import rejection
    from generator.timeline import load, write
    from generator.timeline.explain import find_events

    (found,) = find_events(load(project.timeline).timeline, [event])
    if found.status != "draft":
        raise click.UsageError(
            f"{event} is {found.status}; withdraw it instead, so that it keeps its address"
        )
    write(project.timeline, rejection(found, why))
    click.echo(f"{event} is gone, and won't be proposed again")


VERBS = (read, timex, day, draft, reject, explain)
