"""The verbs that the workflows run: a change judged, the sources' addresses looked at."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.cli.common import FOLDER, Project

__all__ = ["VERBS"]


@click.command(short_help="Say what a change does to the timeline.")
@click.option("--base", default="main", show_default=True, metavar="REV", help="What it is judged against.")
@click.option("--head", default="HEAD", show_default=True, metavar="REV", help="The change.")
@click.option("--report", type=FOLDER, help="Where report.json goes, for the comment.")
@click.option("--preview", type=FOLDER, help="Where the changed site goes.")
@click.pass_obj
def review(project: Project, base: str, head: str, report: Path | None, preview: Path | None) -> None:
    """Say what a change does to the timeline, as the check of a pull request does.

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


@click.command(short_help="Ask whether the sources’ addresses still answer.")
@click.pass_obj
def links(project: Project) -> None:
    """Ask whether the sources' addresses still answer, and which have no archive copy.

    Needs the network. It tells, changes nothing, and never fails for what it finds.

    \b
    Example:
      crisis-timeline links
    """
    from generator.links import hand_over, links_of, look
    from generator.pull_request.wording import log_line
    from generator.timeline import load

    answers = look(links_of(load(project.timeline).timeline))
    hand_over(answers, os.environ)
    for answer in answers:
        click.echo(log_line(answer))


VERBS = (review, links)
