"""The verbs that care for the record: check it, put it in form, add to it, compare, join and withdraw."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.common import DAY, FILE, Project, find_problems, print_problems
from generator.problems import InputProblemsError, Problem, SurroundingsError, show

if TYPE_CHECKING:
    from generator.dates import Edtf
    from generator.timeline.answers import Question

__all__ = ["VERBS"]


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="For people, for machines, as annotations of a workflow, for code scanners.",
)
@click.option(
    "--changed-since", "since", metavar="REV", help="Judge only what changed since this revision of git."
)
@click.pass_obj
def check(project: Project, form: str, since: str | None) -> None:
    """Check timeline.yml: its shape, its quotations, its dates.

    All problems are found at once; a terminal shows the worst forty.

    \b
    Example:
      crisis-timeline check
      crisis-timeline check --changed-since main --format github
    """
    from generator.timeline import report

    problems = find_problems(project, since=since)
    if form == "text":
        print_problems(problems)
        if not problems:
            click.echo("timeline.yml is in order")
    else:
        click.echo(getattr(report, f"problems_as_{form}")(problems), nl=False)
    if any(problem.level == "error" for problem in problems):
        sys.exit(1)


@click.command(short_help="Bring timeline.yml into its canonical order and form.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 where it is not in form.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("--backup", is_flag=True, help="Keep the file as it was beside the new one.")
@click.pass_obj
def fmt(project: Project, only_check: bool, show_diff: bool, backup: bool) -> None:
    """Bring timeline.yml into its canonical order and form; no fact and no remark changes.

    \b
    Example:
      crisis-timeline fmt --diff
    """
    from generator.timeline import load
    from generator.timeline.fmt import format_file, formatting_diff

    if only_check or show_diff:
        changes = formatting_diff(load(project.timeline))
        click.echo(changes or "timeline.yml is in form\n", nl=False, err=not changes)
        sys.exit(1 if changes and only_check else 0)
    written = format_file(project.timeline, backup=backup)
    for note in written.notes:
        click.echo(note, err=True)
    click.echo("timeline.yml was put in form" if written.changed else "timeline.yml is in form")


class _Questions(click.Group):
    """The things that can be added; their options are the questions that an answer is made from."""

    def list_commands(self, context: click.Context) -> list[str]:
        return ["event", "source"]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        return _adding(name) if name in self.list_commands(context) else None


_ADDED = {
    "event": (
        "Add an event as a draft, dated from its quotation.",
        '--title "Truce agreed" --type ceasefire --source daily-news --quote "a truce on Sunday"',
    ),
    "source": (
        "Add a source, pinned by its hash.",
        "--file seeds/report.txt --outlet 'The Daily News' --writes-about 2025-10-29",
    ),
}


def _asked(question: Question) -> str:
    return f"{question.words} One of: {', '.join(question.choices)}." if question.choices else question.words


def _adding(kind: str) -> click.Command:
    from generator.timeline.answers import EVENT_QUESTIONS, SOURCE_QUESTIONS

    questions = EVENT_QUESTIONS if kind == "event" else SOURCE_QUESTIONS

    @click.pass_obj
    def run(project: Project, /, dry_run: bool, **given: Any) -> None:
        if sys.stdin.isatty():
            for question in questions:
                if given[question.name] is None and question.must:
                    kinds = click.Choice(question.choices) if question.choices else None
                    given[question.name] = click.prompt(question.words, type=kinds)
        _add(project, kind, {name: answer for name, answer in given.items() if answer}, dry_run)

    options: list[click.Parameter] = [
        click.Option([f"--{question.name.replace('_', '-')}", question.name], help=_asked(question))
        for question in questions
    ]
    options.append(click.Option(["--dry-run"], is_flag=True, help="Show what would be added; write nothing."))
    what, example = _ADDED[kind]
    asked = "What it needs and isn't given is asked for, at a terminal."
    text = f"{what} {asked}\n\n\b\nExample:\n  crisis-timeline add {kind} {example}"
    return click.Command(kind, callback=run, params=options, help=text)


def _add(project: Project, kind: str, answers: dict[str, str], dry_run: bool) -> None:
    from generator.timeline import load, preview, write
    from generator.timeline.add import new_event, new_source
    from generator.timeline.edit import add_source, append_event

    loaded = load(project.timeline)
    try:
        if kind == "event":
            event = new_event(answers, loaded.timeline, project.root)
            edits, name = [append_event(event)], event.id
        else:
            source = new_source(answers, loaded.timeline, project.root)
            edits, name = [add_source(source)], source.id
    except InputProblemsError as error:
        raise InputProblemsError(_at_options(error.problems)) from None
    if dry_run:
        click.echo(preview(loaded, edits), nl=False)
    else:
        write(project.timeline, edits)
        click.echo(f"added {kind} {name}")


def _at_options(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give the problems of answers at the options by which they were given."""
    for one in problems:
        is_answer = one.code == "answer-fits"
        yield replace(one, file=f"--{one.where.replace('_', '-')}", where="") if is_answer else one


@click.command(cls=_Questions, invoke_without_command=True)
@click.option("--from-issue", "issue", type=FILE, help="The text of an issue made by a form.")
@click.option("--on", type=DAY, metavar="YYYY-MM-DD", help="The day of a correction, as readers see it.")
@click.pass_context
def add(context: click.Context, issue: Path | None, on: Edtf | None) -> None:
    """Add an event or a source, from answers or from an issue form.

    An event comes in as a draft. Everything is checked first; where something is wrong, nothing is written.

    \b
    Example:
      crisis-timeline add event
      crisis-timeline add source --file seeds/report.txt --outlet "The Daily News"
      gh issue view 12 --json body --jq .body > issue.md && crisis-timeline add --from-issue issue.md
    """
    from generator.pull_request.enter import enter

    if context.invoked_subcommand:
        return
    if issue is None:
        raise click.UsageError("say what to add: event, source, or --from-issue FILE", context)
    click.echo(enter(context.obj.timeline, context.obj.root, issue, on))


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="For people, for machines, for a comment.",
)
@click.pass_obj
def diff(project: Project, old: str, new: str | None, form: str) -> None:
    """Say what changed between two versions of the record, in meaning.

    OLD and NEW are files or revisions of git; NEW is timeline.yml as it is, where it isn't given.

    \b
    Example:
      crisis-timeline diff main
      crisis-timeline diff before.yml after.yml --format json
    """
    from generator.timeline import difference, load, load_bytes, report
    from generator.timeline.since import file_at

    def version(name: str | None) -> Any:
        if name is None or Path(name).is_file():
            return load(project.timeline if name is None else Path(name)).timeline
        try:
            data = file_at(project.timeline, name)
        except SurroundingsError as error:
            if Path(name).is_dir():
                raise SurroundingsError(f"{show(name, 200)} is a folder; name a file or a revision") from None
            raise SurroundingsError(f"there is no file {show(name, 200)}, and {error}") from None
        return load_bytes(data, f"{name}:{project.timeline.name}").timeline

    changes = difference(version(old), version(new))
    click.echo(getattr(report, f"differences_as_{form}")(changes), nl=False)


@click.command(short_help="Join two versions of the record by the ids of its events.")
@click.argument("base", type=FILE, required=False)
@click.argument("ours", type=FILE, required=False)
@click.argument("theirs", type=FILE, required=False)
@click.argument("name", default="timeline.yml")
@click.option("--install", is_flag=True, help="Tell git in this clone to join timeline.yml by this verb.")
@click.pass_obj
def merge(
    project: Project, base: Path | None, ours: Path | None, theirs: Path | None, name: str, install: bool
) -> None:
    """Join two versions of the record by the ids of its events; git calls it.

    The result is left in OURS. What can't be joined stands there between conflict markers, and the exit
    status is 1.

    \b
    Example:
      crisis-timeline merge --install
    """
    from generator.timeline.driver import install_driver
    from generator.timeline.merge import merge_files

    if install:
        install_driver(project.root)
        click.echo("git joins timeline.yml by the ids of its events in this clone from now on")
        return
    if base is None or ours is None or theirs is None:
        raise click.UsageError("say BASE, OURS and THEIRS, or --install")
    joined = merge_files(base, ours, theirs, name)
    for note in joined.notes:
        click.echo(f"{name}: {note}", err=True)
    for conflict in joined.conflicts:
        click.echo(f"{name}: {conflict}: both versions changed it; choose between the markers", err=True)
    sys.exit(1 if joined.conflicts else 0)


@click.command(short_help="Withdraw an event that proved wrong, with the reason.")
@click.argument("event")
@click.option("--reason", required=True, help="Why, in a sentence for readers.")
@click.option(
    "--on", type=DAY, metavar="YYYY-MM-DD", help="The day, to show the withdrawal among the corrections."
)
@click.pass_obj
def withdraw(project: Project, event: str, reason: str, on: Edtf | None) -> None:
    """Withdraw an event that proved wrong: it keeps its address, and says why.

    \b
    Example:
      crisis-timeline withdraw doha-ceasefire --reason "The source corrected its report." --on 2025-11-02
    """
    from generator.timeline import load, write
    from generator.timeline.withdraw import withdrawal

    write(project.timeline, withdrawal(load(project.timeline).timeline, event, reason, on))
    click.echo(f"{event} is withdrawn")


VERBS = (check, fmt, add, diff, merge, withdraw)
