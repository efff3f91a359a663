"""One page for each event: what, when, where, who; how the date was read; who says what; the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.citations import cite
from generator.exports.jsonld import event_graph
from generator.exports.publication import plain
from generator.site import addresses
from generator.site.cards import card_of
from generator.site.edition import Edition, Story
from generator.site.embeds import snippet
from generator.site.pages import Page
from generator.site.publishing import Alternate
from generator.site.rendering import Renderer
from generator.site.search import SearchRecord
from generator.site.search_days import dated_marks, month_numbers, named_marks
from generator.site.wording import date_words

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page of each event that is shown."""
    for story in edition.stories:
        yield _page(edition, render, story)


def _page(edition: Edition, render: Renderer, story: Story) -> Page:
    event, settings, words = story.event, edition.settings, edition.words
    address = addresses.event(event.id)
    full = addresses.absolute(address, settings.address) if settings.address else None
    before, after = edition.neighbours(story)
    told = date_words(event.date, edition.words)
    standing = words.text(f"event.{event.status}") if event.status in ("withdrawn", "disputed") else ""
    fragment = render(
        "event.html",
        address,
        story=story,
        before=before,
        after=after,
        related=edition.related(story),
        citation=cite(event, publication=settings.name, address=full, version=story.version),
        full=full,
        snippet=snippet(edition, addresses.embed(event.id), event.title),
    )
    return Page(
        address=address,
        kind="event",
        title=event.title,
        description=" ".join(part for part in (f"{told}.", standing, plain(event.summary)) if part),
        fragment=fragment,
        search=_record(edition, story, told),
        data=event_graph(edition.item(story), edition.publication),
        card=card_of(edition, story),
        alternates=(
            Alternate("application/json", words.text("event.as_json"), addresses.event_data(event.id)),
        ),
    )


def _record(edition: Edition, story: Story, told: str) -> SearchRecord:
    event, timeline, words = story.event, edition.timeline, edition.words
    people = [*story.actors, *story.recipients]
    speakers = [note.evidence.speaker for note in story.notes if note.evidence.speaker]
    named = [*people, *(timeline.actors[one] for one in speakers if one in timeline.actors)]
    spellings = [text for actor in named for text in (actor.name, *actor.aliases)]
    if story.place:
        spellings += [story.place.name, *story.place.aliases]
    passages = [
        plain(event.summary),
        *edition.publication.versions(event),
        *(note.evidence.quote for note in story.notes),
    ]
    text = " · ".join(dict.fromkeys(filter(None, passages)))
    mentioned = named_marks(f"{event.title} {text}", month_numbers(words))
    return SearchRecord(
        kind=" · ".join([words.text("search.event"), *(words.text(f"feed.{one}") for one in story.cautions)]),
        title=event.title,
        text=text,
        hidden=[told, " ".join(dict.fromkeys(spellings)), event.id],
        marks=list(dict.fromkeys([*dated_marks(event.date, story.certainty.date), *mentioned])),
        shown={"date": told},
        facets={
            "kind": ["event"],
            "type": [event.type],
            "actor": [actor.id for actor in dict.fromkeys(people)],
            "place": [story.place.id] if story.place else [],
        },
    )
