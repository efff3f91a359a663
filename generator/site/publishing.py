"""What the site publishes beside its pages: the timeline in every form, whole, and as feeds for each facet.

Feeds are cut into parts, since a program that follows one asks for it every hour; a calendar is whole, since
calendars drop what is missing from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.exports import FORMATS, Item, Publication, publish, written
from generator.exports.atom import corrections_atom, events_atom
from generator.exports.ical import calendar, in_calendar
from generator.exports.jsonfeed import corrections_feed, events_feed
from generator.exports.jsonld import timeline_graph
from generator.site import addresses
from generator.site.edition import Edition, Story
from generator.site.wording import date_words
from generator.timeline.model import EVENT_TYPES

__all__ = [
    "FOLLOWED",
    "TAKEN_HOME",
    "Alternate",
    "Scope",
    "alternates",
    "feed_files",
    "form_files",
    "publication_of",
    "scopes",
]

PART = 100  # items of a feed; the whole timeline's goes on in further parts
FOLLOWED = {"atom": "atom", "json": "jsonfeed", "ics": "ical"}  # extension and name of the form
# The other forms, each with its address.
TAKEN_HOME = {
    name: addresses.data(one.file) for name, one in FORMATS.items() if name not in FOLLOWED.values()
}


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of a page, as its head names it."""

    media_type: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be followed by itself: everything, a party, a place or a type; `name` is its feeds' path."""

    name: str
    title: str
    publication: Publication

    @property
    def extensions(self) -> tuple[str, ...]:
        """The forms that there are of it: a calendar only where an event has days for one."""
        has_days = any(in_calendar(item) for item in self.publication.items)
        return tuple(one for one in FOLLOWED if one != "ics" or has_days)


def publication_of(edition: Edition) -> Publication:
    """Return the publication of an edition's events, in their order."""
    return publish(
        edition.timeline,
        [story.event for story in edition.stories],
        addresses.event,
        address=edition.settings.address,
        told=lambda edtf: date_words(edtf, edition.words),
        certainty=lambda event: edition.by_id[event.id].certainty,
    )


def scopes(edition: Edition) -> Iterator[Scope]:
    """Give everything that can be followed: the whole first, then each party, place and type with events."""
    yield Scope(addresses.WHOLE, edition.publication.title, edition.publication)
    timeline, words = edition.timeline, edition.words
    for actor in timeline.actors.values():
        yield from _scope(edition, addresses.actor(actor.id), actor.name, edition.touching(actor.id))
    for place in timeline.places.values():
        yield from _scope(edition, addresses.place(place.id), place.name, edition.by_place.get(place.id, ()))
    for kind in EVENT_TYPES:
        title = words.text(f"type.{kind}.plural")
        yield from _scope(edition, addresses.event_type(kind), title, edition.by_type.get(kind, ()))


def _scope(edition: Edition, page: str, title: str, stories: tuple[Story, ...]) -> Iterator[Scope]:
    if stories:
        part = edition.publication.only(title, (story.event for story in stories))
        yield Scope(page.rstrip("/"), title, part)


def alternates(scope: Scope, edition: Edition) -> tuple[Alternate, ...]:
    """Return the feeds of a scope as a page's head names them."""
    words = edition.words
    return tuple(
        Alternate(
            FORMATS[FOLLOWED[one]].media_type,
            words.text("data.feed").format(
                title=scope.title, form=words.text(f"data.form.{FOLLOWED[one]}.name")
            ),
            addresses.feed(scope.name, one),
        )
        for one in scope.extensions
    )


def form_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each form that is taken home."""
    publication = edition.publication
    listed = [(path, FORMATS[name].media_type) for name, path in TAKEN_HOME.items()]
    for name, path in TAKEN_HOME.items():
        if name == "jsonld":
            yield path, written(timeline_graph(publication, listed), indent=None)
        else:
            yield path, FORMATS[name].write(publication, path)


def feed_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each feed and calendar, and of the feeds of corrections."""
    for scope in edition.scopes:
        yield from _feeds(scope)
        if "ics" in scope.extensions:
            path = addresses.feed(scope.name, "ics")
            yield path, calendar(scope.publication, path)
    title, page = edition.words.text("corrections.title"), addresses.CORRECTIONS
    path = addresses.feed(addresses.CORRECTED, "atom")
    yield path, corrections_atom(edition.publication, path, title, page)
    path = addresses.feed(addresses.CORRECTED, "json")
    yield path, written(corrections_feed(edition.publication, path, title, page))


def _feeds(scope: Scope) -> Iterator[tuple[str, str]]:
    newest = scope.publication.newest
    whole = scope.name == addresses.WHOLE
    parts = [newest[start : start + PART] for start in range(0, len(newest), PART)] or [[]]
    for number, items in enumerate(parts if whole else parts[:1], start=1):
        following = number + 1 if whole and number < len(parts) else None
        yield from _part(scope, items, number, following)


def _part(scope: Scope, items: list[Item], number: int, following: int | None) -> Iterator[tuple[str, str]]:
    at = partial(addresses.feed, scope.name)
    links = [("next", at("atom", following))] if following else []
    links += [("previous", at("atom", number - 1))] if number > 1 else []
    page = addresses.HOME if scope.name == addresses.WHOLE else f"{scope.name}/"
    path = at("atom", number)
    yield path, events_atom(scope.publication, path, items, [("alternate", page), *links])
    path, next_path = at("json", number), at("json", following) if following else None
    yield path, written(events_feed(scope.publication, path, items, next_path))
