"""The verbs that publish: the site built or served, its pages for another builder, a new crisis begun."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import FOLDER, Project, print_data, refuse_errors
from generator.problems import show

__all__ = ["FORMS", "VERBS"]

# Those of `generator.exports.FORMATS`, written out so that help starts without them; a test compares.
FORMS = (
    "json",
    "csv",
    "sources",
    "claims",
    "evidence",
    "datapackage",
    "schema",
    "jsonld",
    "corrections",
    "atom",
    "jsonfeed",
    "ical",
)


@click.command()
@click.option("--drafts", is_flag=True, help="Show drafts too, marked as such.")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes.  [default: site/]",
)
@click.pass_obj
def build(project: Project, drafts: bool, site_dir: Path | None) -> None:
    """Check timeline.yml and build the site.

    \b
    Example:
      crisis-timeline build
    """
    from generator.site.build import build as build_site

    refuse_errors(project)
    built = build_site(project.root, site_dir=site_dir, drafts=drafts)
    click.echo(f"{built.pages} pages in {built.site_dir}")
    for note in built.notes:
        click.echo(f"note: {note}", err=True)


@click.command()
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT", help="Where to serve."
)
@click.pass_obj
def serve(project: Project, address: str) -> None:
    """Show the site while you edit; it is built again on each save.

    \b
    Example:
      crisis-timeline serve --address 127.0.0.1:8001
    """
    from generator.site.build import serve as serve_site

    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        wrong = f"{show(address)} is no address to serve at; write it as 127.0.0.1:8000"
        raise click.BadParameter(wrong, param_hint="--address")
    click.echo(f"look at http://{address}/ in a moment; Ctrl-C ends it")
    serve_site(project.root, address=address)


@click.command(short_help="Make a new, empty, working crisis project in a folder.")
@click.argument("folder", type=FOLDER)
@click.option("--title", default="A crisis", show_default=True, help="What the timeline is called.")
@click.option("--timezone", default="UTC", show_default=True, help="The zone in which its days are counted.")
@click.option(
    "--repository", metavar="ADDRESS", help="Where it will lie: https://github.com/NAME/REPOSITORY."
)
@click.option(
    "--site-url", metavar="ADDRESS", help="Where it will stand.  [default: the repository's own page]"
)
@click.option("--owner", metavar="@NAME", help="Who approves code.  [default: the repository's owner]")
@click.option(
    "--git", metavar="ADDRESS", help="Where the generator comes from.  [default: where this one came from]"
)
@click.option("--commit", metavar="HASH", help="Which commit of it, in 40 digits.")
@click.option(
    "--wheel", type=click.Path(path_type=Path, dir_okay=False), help="The generator as a wheel instead."
)
def init(
    folder: Path,
    title: str,
    timezone: str,
    repository: str | None,
    site_url: str | None,
    owner: str | None,
    git: str | None,
    commit: str | None,
    wheel: Path | None,
) -> None:
    """Make a new, empty, working crisis project in a folder, with this generator pinned.

    \b
    Example:
      crisis-timeline init ../flood --title "The flood of 2027" --timezone Asia/Dhaka \\
        --repository https://github.com/NAME/flood
    """
    from generator.init import Place, start, where_from

    origin = where_from(git, commit, wheel)
    place = Place(repository, site_url, owner)
    written = start(folder, origin, title, timezone, place)
    click.echo(f"{len(written)} files in {folder}, with the generator of {origin.words}")
    click.echo(f"code belongs to {place.owner} (.github/CODEOWNERS); an organisation needs a team there")
    click.echo(f"next: cd {folder}, git init --initial-branch=main, make test")


@click.command(short_help="Write the pages without Material, for any other builder.")
@click.argument("folder", type=FOLDER)
@click.pass_obj
def pages(project: Project, folder: Path) -> None:
    """Write the pages without Material, as Markdown files that hold finished HTML, for any other builder.

    \b
    Example:
      crisis-timeline pages ../other-site/docs
    """
    from generator.site.build import pages as write_pages

    refuse_errors(project)
    click.echo(f"{write_pages(project.root, folder)} pages in {folder}")


@click.command(short_help="Print what is published, in one of many forms.")
@click.argument("form", type=click.Choice(FORMS), default="json")
@click.option("--format", "named", type=click.Choice(FORMS), help="The same, as an option.")
@click.pass_obj
def export(project: Project, form: str, named: str | None) -> None:
    """Print what is published in one of many forms; JSON is the one without loss.

    Tables: csv (the events), sources, claims, evidence, and datapackage, which describes them. Feeds: atom,
    jsonfeed, ical. Beside them: jsonld, corrections, and schema, the shape of the JSON.

    \b
    Example:
      crisis-timeline export csv > events.csv
      crisis-timeline export ical > crisis.ics
    """
    from generator.site.build import export as export_form

    refuse_errors(project)
    print_data(export_form(project.root, named or form))


VERBS = (build, serve, export, pages, init)
