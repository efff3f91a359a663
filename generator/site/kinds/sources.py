"""The sources: one page for each report, and one that counts them by origin. No page shows a report whole."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition, Note, Story
from generator.site.pages import Page
from generator.site.rendering import Renderer
from generator.site.search import SearchRecord
from generator.site.search_days import dated_marks, month_numbers, named_marks
from generator.site.wording import date_words
from generator.timeline.model import Source
from generator.timeline.origins import Origin, independent_origins

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page that lists the sources, and the page of each."""
    timeline, words = edition.timeline, edition.words
    origins = independent_origins(timeline.sources.values())
    yield Page(
        address=addresses.SOURCES,
        kind="sources",
        title=words.text("source.title"),
        description=words.text("source.lead"),
        fragment=render("sources.html", addresses.SOURCES, origins=origins),
    )
    origin_of = {name: origin for origin in origins for name in origin.sources}
    quoted = _quoted(edition)
    for source in timeline.sources.values():
        yield _page(edition, render, source, quoted.get(source.id, []), origin_of[source.id])


def _page(
    edition: Edition, render: Renderer, source: Source, quoted: list[tuple[Note, Story]], together: Origin
) -> Page:
    name = edition.source_name(source)
    day = f", {date_words(source.published, edition.words)}" if source.published else ""
    title = f"{name}: {source.title}" if source.title else f"{name}{day}"
    address = addresses.source(source.id)
    fragment = render("source.html", address, source=source, quoted=quoted, title=title, together=together)
    return Page(
        address=address,
        kind="source",
        title=title,
        description=f"{title}. {edition.words.text('source.quoted_lead')}",
        fragment=fragment,
        search=_record(edition, source, quoted),
    )


def _quoted(edition: Edition) -> dict[str, list[tuple[Note, Story]]]:
    """Return what is quoted from each source with its event, in the order of the report."""
    found: dict[str, list[tuple[Note, Story]]] = {}
    for story in edition.stories:
        for note in story.notes:
            found.setdefault(note.evidence.source, []).append((note, story))
    for held in found.values():
        held.sort(key=lambda pair: (pair[0].place or (0, 0), pair[1].event.id))
    return found


def _record(edition: Edition, source: Source, quoted: list[tuple[Note, Story]]) -> SearchRecord:
    name = edition.source_name(source)
    published = date_words(source.published, edition.words) if source.published else ""
    passages = [source.note or "", *(note.evidence.quote for note, _ in quoted)]
    text = " · ".join(dict.fromkeys(filter(None, passages)))
    # A report stands behind an event's day; for a question by day it comes after what happened on it.
    days = dated_marks(source.published) if source.published else ()
    return SearchRecord(
        kind=edition.words.text("search.source"),
        title=f"{name}: {source.title}" if source.title else name,
        text=text,
        hidden=[source.id, *source.origin, published],
        marks=list(dict.fromkeys([*days, *named_marks(text, month_numbers(edition.words))])),
        shown={"date": published},
        facets={"kind": ["source"]},
    )
