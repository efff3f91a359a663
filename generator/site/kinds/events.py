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
        description=f"{told}. {plain(event.summary)}".strip(),
        fragment=fragment,
        search=_record(edition, story, told),
        data=event_graph(edition.item(story), edition.publication),
        card=card_of(edition, story),
        alternates=(
            Alternate("application/json", words.text("event.as_json"), addresses.event_data(event.id)),
        ),
    )


def _record(edition: Edition, story: Story, told: str) -> SearchRecord:
    event, timeline = story.event, edition.timeline
    people = [*story.actors, *story.recipients]
    spoken = [
        f"{claim.about} – {edition.actor_name(version.by)}: {version.says}"
        for claim in event.claims
        for version in claim.versions
    ]
    speakers = [note.evidence.speaker for note in story.notes if note.evidence.speaker]
    named = [*people, *(timeline.actors[one] for one in speakers if one in timeline.actors)]
    spellings = [text for actor in named for text in (actor.name, *actor.aliases)]
    if story.place:
        spellings += [story.place.name, *story.place.aliases]
    passages = [plain(event.summary), *spoken, *(note.evidence.quote for note in story.notes)]
    text = " · ".join(dict.fromkeys(filter(None, passages)))
    mentioned = named_marks(f"{event.title} {text}", month_numbers(edition.words))
    return SearchRecord(
        kind=edition.words.text("search.event"),
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
