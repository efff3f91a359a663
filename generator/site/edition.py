"""One edition of the site: the record, the texts behind it, the settings, and what pages look up in them.

Everything here is computed once and read by every kind of page. An edition knows no MkDocs, reads no file and
no clock; two editions of the same record are the same.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from generator.dates import Edtf
from generator.exports.timeline_json import fingerprint_text
from generator.site.words import Words, load_words
from generator.sources import SourceText, find_quotation
from generator.timeline.certainty import Certainty, all_evidence, assess, contested
from generator.timeline.model import (
    Actor,
    Claim,
    Event,
    EventType,
    Evidence,
    Place,
    Source,
    Timeline,
    Version,
    When,
)

if TYPE_CHECKING:
    from generator.exports import Item, Publication
    from generator.site.publishing import Scope

__all__ = ["Day", "Edition", "Note", "Settings", "Spoken", "Story", "in_order"]

DAY = timedelta(days=1)
NEAR = (
    60  # events on each side that are looked at for likeness, so that a long timeline takes no square of time
)
LONGEST_EXCERPT = 600  # characters of a sentence around a quotation; the article itself is never shown


@dataclass(frozen=True, slots=True)
class Document:
    """A hand-written page: its address, its title, and whether the settings list it for readers."""

    address: str
    title: str
    listed: bool = False


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the site is called, where it lives, how corrections reach it. An unset address is None."""

    name: str
    address: str | None = None
    repository: str | None = None
    branch: str = "main"
    record: str = "timeline.yml"
    language: str = "en"
    drafts: bool = False
    cards: bool = False
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered quotation, where it stands in its source, and the sentence of its dating words."""

    number: int
    evidence: Evidence
    source: Source | None
    place: tuple[int, int] | None
    sentence: str | None = None
    words: tuple[int, int] | None = None

    @property
    def when(self) -> When | None:
        """How the quotation's words date the event."""
        return self.evidence.when


@dataclass(frozen=True, eq=False)
class Story:
    """An event with all that its pages tell: certainty, numbered quotations, parties, place, version."""

    event: Event
    certainty: Certainty
    notes: tuple[Note, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    version: str
    line: int | None = None

    @property
    def day(self) -> date:
        """The day at which the event stands in a feed: its first, or its last where it has no first."""
        return _place(self.event.date)

    @property
    def contested(self) -> tuple[Claim, ...]:
        """The points on which more than one party speaks."""
        return tuple(claim for claim in self.event.claims if contested(claim))

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to know before taking an event as it stands: its status, and that accounts differ."""
        status = () if self.event.status == "published" else (self.event.status,)
        return (*status, "contested") if self.contested else status

    @property
    def dated(self) -> tuple[Note, ...]:
        """The quotations whose words give a date, those that give the event's own date first."""
        dated = [note for note in self.notes if note.when]
        return tuple(
            sorted(dated, key=lambda note: note.when is not None and note.when.edtf != self.event.date)
        )

    @property
    def notes_by_source(self) -> list[tuple[str, list[Note]]]:
        """The numbered quotations by the source they stand in, sources in the order of their first."""
        found: dict[str, list[Note]] = {}
        for note in self.notes:
            found.setdefault(note.evidence.source, []).append(note)
        return list(found.items())

    def notes_of(self, version: Version) -> list[Note]:
        """Return the numbered quotations of one party's version."""
        return [note for note in self.notes if any(note.evidence is one for one in version.evidence)]


@dataclass(frozen=True, slots=True)
class Day:
    """A day with what happened on it, went on over it, or may have happened on it."""

    date: date
    on: tuple[Story, ...]
    during: tuple[Story, ...]
    perhaps: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a party says about a contested point of an event."""

    story: Story
    claim: Claim
    version: Version


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events by the first day they can have; within a date by `after`, then time, then id.

    What has no first day, as “by December”, stands at its last one.
    """
    ranked = sorted(events, key=lambda one: (_place(one.date), one.date, one.time or "~", one.id))
    known = {one.id: one for one in ranked}
    placed: dict[str, Event] = {}

    def place(event: Event, path: frozenset[str]) -> None:
        before = known.get(event.after or "")
        if before and before.date == event.date and before.id not in path:
            place(before, path | {event.id})
        placed.setdefault(event.id, event)

    for event in ranked:
        place(event, frozenset())
    return list(placed.values())


def _place(edtf: Edtf) -> date:
    return edtf.earliest or (edtf.latest - DAY if edtf.latest else date.max)


@dataclass(frozen=True)
class Edition:
    """The whole site as data: what the pages are made from."""

    timeline: Timeline
    settings: Settings
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    line_of: Callable[[str], int | None] = lambda _name: None

    @cached_property
    def words(self) -> Words:
        """The interface's words."""
        return load_words(self.settings.language)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The events that are shown, in order."""
        shown = (one for one in self.timeline.events if self.settings.drafts or one.status != "draft")
        return tuple(self._story(event) for event in in_order(shown))

    @cached_property
    def by_id(self) -> Mapping[str, Story]:
        """The shown events by their ids."""
        return {story.event.id: story for story in self.stories}

    @cached_property
    def current(self) -> tuple[Story, ...]:
        """The shown events that are no background."""
        return tuple(story for story in self.stories if not story.event.background)

    @cached_property
    def background(self) -> tuple[Story, ...]:
        """The shown events from before the crisis."""
        return tuple(story for story in self.stories if story.event.background)

    @cached_property
    def by_actor(self) -> Mapping[str, tuple[Story, ...]]:
        """The events that each actor took part in."""
        return _grouped((name, story) for story in self.stories for name in story.event.actors)

    @cached_property
    def by_recipient(self) -> Mapping[str, tuple[Story, ...]]:
        """The events that were done to each actor."""
        return _grouped((name, story) for story in self.stories for name in story.event.recipients)

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Story, ...]]:
        """The events at each place."""
        return _grouped((story.event.place, story) for story in self.stories if story.event.place)

    @cached_property
    def by_type(self) -> Mapping[str, tuple[Story, ...]]:
        """The events of each type."""
        return _grouped((story.event.type, story) for story in self.stories)

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Story, ...]]:
        """The events that each source stands behind."""
        return _grouped((name, story) for story in self.stories for name in story.certainty.sources)

    def touching(self, actor: str) -> tuple[Story, ...]:
        """Return the events that an actor took part in or was at the receiving end of, in order."""
        held = {*self.by_actor.get(actor, ()), *self.by_recipient.get(actor, ())}
        return tuple(sorted(held, key=lambda story: self._places[story.event.id]))

    @cached_property
    def publication(self) -> Publication:
        """The shown events as every other form of the timeline takes them."""
        from generator.site.publishing import publication_of

        return publication_of(self)

    def item(self, story: Story) -> Item:
        """Return an event as the other forms take it."""
        return self.publication.items[self._places[story.event.id]]

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """What can be followed by itself."""
        from generator.site.publishing import scopes

        return tuple(scopes(self))

    @cached_property
    def spoken(self) -> Mapping[str, tuple[Spoken, ...]]:
        """What each party says on contested points."""
        found: dict[str, list[Spoken]] = {}
        for story in self.stories:
            for claim in story.event.claims:
                for version in claim.versions:
                    found.setdefault(version.by, []).append(Spoken(story, claim, version))
        return {name: tuple(spoken) for name, spoken in found.items()}

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Each day for which an event of the crisis has a settled date, in order."""
        found = sorted(
            {
                s.event.date.earliest
                for s in self.current
                if s.certainty.date == "day" and s.event.date.earliest
            }
        )
        return tuple(self._days(found))

    @cached_property
    def types(self) -> tuple[EventType, ...]:
        """The types that occur, in the order of the record's own list."""
        from generator.timeline.model import EVENT_TYPES

        return tuple(one for one in EVENT_TYPES if one in self.by_type)

    def actor_name(self, name: str | None) -> str:
        """Return an actor's name, or the bare id of one that the record does not list."""
        actor = self.timeline.actors.get(name or "")
        return actor.name if actor else name or ""

    def source_name(self, source: Source | None) -> str:
        """Return how a source is called: its outlet, or that it has none."""
        return source.outlet if source and source.outlet else self.words.text("source.unnamed")

    def people_of(self, party: str) -> list[Actor]:
        """Return the people who speak for a party."""
        return [actor for actor in self.timeline.actors.values() if actor.of == party]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {story.event.id: place for place, story in enumerate(self.stories)}

    def neighbours(self, story: Story) -> tuple[Story | None, Story | None]:
        """Return the events before and after one."""
        place = self._places[story.event.id]
        before = self.stories[place - 1] if place else None
        after = self.stories[place + 1] if place + 1 < len(self.stories) else None
        return before, after

    def related(self, story: Story, at_most: int = 5) -> list[Story]:
        """Return the events most like one, by parties, place, type and days, among those near it in order.

        The events just before and after stand under “earlier” and “later”, and are not named again.
        """
        place = self._places[story.event.id]
        near = self.stories[max(0, place - NEAR) : place + NEAR + 1]
        scored = [(_likeness(story, other), other) for other in near if other is not story]
        beside = self.neighbours(story)
        alike = sorted(
            (pair for pair in scored if pair[0] >= 3 and pair[1] not in beside), key=lambda pair: -pair[0]
        )
        return [other for _, other in alike[:at_most]]

    def _story(self, event: Event) -> Story:
        timeline = self.timeline
        return Story(
            event=event,
            certainty=assess(event, timeline),
            notes=tuple(self._notes(event)),
            actors=tuple(timeline.actors[one] for one in event.actors if one in timeline.actors),
            recipients=tuple(timeline.actors[one] for one in event.recipients if one in timeline.actors),
            place=timeline.places.get(event.place or ""),
            version=hashlib.sha256(fingerprint_text(event).encode()).hexdigest()[:8],
            line=self.line_of(event.id),
        )

    def _notes(self, event: Event) -> Iterator[Note]:
        for number, evidence in enumerate(all_evidence(event), start=1):
            text = self.texts.get(evidence.source)
            place = text.find(evidence.quote) if text else None
            sentence, words = _dating_sentence(text, place, evidence)
            yield Note(number, evidence, self.timeline.sources.get(evidence.source), place, sentence, words)

    def _days(self, days: Sequence[date]) -> Iterator[Day]:
        """Give each day with the events that touch it, found by one walk over the events."""
        held: dict[date, list[Story]] = {day: [] for day in days}
        for story in self.current:
            first, after = story.event.date.earliest, story.event.date.latest
            if first is not None and after is not None:
                for day in days[bisect_left(days, first) : bisect_left(days, after)]:
                    held[day].append(story)
        for day, touching in held.items():
            yield Day(
                day,
                on=tuple(story for story in touching if story.certainty.date == "day"),
                during=tuple(story for story in touching if story.certainty.date == "span"),
                perhaps=tuple(story for story in touching if story.certainty.date in ("within", "about")),
            )


def _grouped(pairs: Iterable[tuple[str, Story]]) -> dict[str, tuple[Story, ...]]:
    found: dict[str, list[Story]] = {}
    for name, story in pairs:
        group = found.setdefault(name, [])
        if story not in group[-1:]:
            group.append(story)
    return {name: tuple(group) for name, group in found.items()}


def _likeness(one: Story, other: Story) -> int:
    mine, theirs = one.event, other.event
    people = set(mine.actors + mine.recipients) & set(theirs.actors + theirs.recipients)
    same_place = mine.place is not None and mine.place == theirs.place
    linked = other.event.id == mine.after or mine.id == theirs.after
    near = mine.date.overlaps(theirs.date)
    return len(people) + 2 * same_place + 2 * (mine.type == theirs.type) + 4 * linked + near


def _dating_sentence(
    text: SourceText | None, place: tuple[int, int] | None, evidence: Evidence
) -> tuple[str | None, tuple[int, int] | None]:
    """Return the sentence that holds the dating words, and where in it they stand."""
    if evidence.when is None:
        return None, None
    for sentence in [*_sentences_around(text, place), evidence.quote]:
        words = find_quotation(sentence, evidence.when.text)
        if words and len(sentence) <= LONGEST_EXCERPT:
            return sentence, words
    return None, None


def _sentences_around(text: SourceText | None, place: tuple[int, int] | None) -> Sequence[str]:
    """Return the sentences that the quotation stands in, joined to one where it runs over several."""
    if text is None or place is None:
        return []
    held = [one for one in text.sentences if one.start < place[1] and one.end > place[0]]
    return [one.text for one in held] + [text.text[held[0].start : held[-1].end]] if held else []
