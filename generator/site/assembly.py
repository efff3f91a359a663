"""From a project's files to an edition, and from an edition to the files beside its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from generator.exports import written
from generator.exports.timeline_json import event_data
from generator.problems import InputProblemsError, Problem
from generator.site import addresses
from generator.site.edition import Edition, Settings
from generator.site.embeds import embed_files
from generator.site.facets import search_guide
from generator.site.pages import Page
from generator.site.publishing import feed_files, form_files
from generator.site.search import FOLDER, spelling_variants, write_index
from generator.sources import SourceText, read_source
from generator.timeline import Loaded, check, load
from generator.timeline.model import Timeline

__all__ = ["assets", "data_files", "edition_of", "read_texts", "write_search"]


def edition_of(root: Path, record: str, settings: Settings) -> Edition:
    """Read the record and the texts it quotes, check both, and return the edition.

    Raises `InputProblemsError` with all that is wrong: no page is made from a quotation that was not found.
    The words of its dates are not read again; that is a render's business nowhere.
    """
    loaded = load(root / record, record)
    faults = [problem for problem in check(loaded, root, read=False) if problem.level == "error"]
    if faults:
        raise InputProblemsError(faults)
    return Edition(loaded.timeline, settings, read_texts(loaded.timeline, root), _Lines(loaded))


def read_texts(timeline: Timeline, root: Path) -> dict[str, SourceText]:
    """Read the text of each source; raise `InputProblemsError` with all that cannot be read."""
    found: dict[str, SourceText] = {}
    problems: list[Problem] = []
    for source in timeline.sources.values():
        try:
            found[source.id] = read_source(root / source.file, root)
        except InputProblemsError as error:
            problems.extend(error.problems)
    if problems:
        raise InputProblemsError(problems)
    return found


class _Lines:
    """Where each event begins in the record, by its id."""

    def __init__(self, loaded: Loaded) -> None:
        events = enumerate(loaded.timeline.events)
        self._found = {event.id: loaded.place_of(f"events[{place}]")[0] for place, event in events}

    def __call__(self, name: str) -> int | None:
        return self._found.get(name)


def data_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Give address and text of each file beside the pages: the forms, the feeds, each event's own."""
    yield from form_files(edition)
    yield from feed_files(edition)
    for item in edition.publication.items:
        yield addresses.event_data(item.event.id), written(event_data(item))
    yield from embed_files(edition)


def assets() -> Iterator[tuple[str, Path]]:
    """Give the address of each stylesheet, script and font, and where it lies."""
    folder = Path(str(files("generator.site") / "assets"))
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"{addresses.ASSETS}{path.relative_to(folder).as_posix()}", path


def write_search(edition: Edition, pages: Iterable[Page], site: Path) -> None:
    """Write the search index of the pages into the site's folder.

    Raises `SurroundingsError` where the indexing program cannot be run.
    """
    records = [(page.address, page.search) for page in pages if page.search]
    write_index(
        records,
        site / FOLDER,
        edition.timeline.language,
        search_guide(edition, [record for _, record in records]),
        spelling_variants(edition.timeline),
    )
