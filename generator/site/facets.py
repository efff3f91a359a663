"""What the feed can be narrowed by: each facet with its values, their names and how many events have them.

A facet's name is also its parameter in the address bar and, with `data-` in front, its attribute on an event
of the feed, so that a view can be sent to a colleague.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.site.edition import Edition, Story
from generator.site.search import SearchRecord
from generator.site.search_days import month_numbers, weekday_names
from generator.timeline.certainty import GRADES
from generator.timeline.model import EVENT_TYPES

__all__ = ["Choice", "Facet", "attributes", "facets_of", "search_guide"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with the values that occur."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def attributes(story: Story) -> Mapping[str, Sequence[str]]:
    """Return the values that an event has for each facet."""
    event = story.event
    people = dict.fromkeys([*event.actors, *event.recipients])
    return {
        "type": [event.type],
        "actor": list(people),
        "place": [event.place] if event.place else [],
        "source": list(story.certainty.sources),
        "status": [event.status],
        "sure": [story.certainty.grade],
    }


def facets_of(edition: Edition) -> list[Facet]:
    """Return the facets that can narrow this edition's feed: those with more than one value."""
    held = [attributes(story) for story in edition.stories]
    names = _names(edition)
    found = [
        Facet(name, edition.words.text(f"filter.{name}"), tuple(_choices(name, held, names[name])))
        for name in names
    ]
    return [facet for facet in found if len(facet.choices) > 1]


def search_guide(edition: Edition, records: Iterable[SearchRecord]) -> dict[str, object]:
    """Return what the search script knows before anybody asks: facets by name, words of the calendar."""
    occurring = {
        (name, value) for record in records for name, values in record.facets.items() for value in values
    }
    words, names = edition.words, _names(edition)
    names["kind"] = {one: words.text(f"search.{one}") for one in ("event", "source")}
    facets = [
        {
            "name": name,
            "title": words.text(f"search.{name}"),
            "choices": [
                {"value": value, "name": told}
                for value, told in names[name].items()
                if (name, value) in occurring
            ],
        }
        for name in ("kind", "type", "actor", "place")
    ]
    return {"facets": facets, "months": month_numbers(words), "weekdays": weekday_names(words)}


def _choices(
    name: str, held: Iterable[Mapping[str, Sequence[str]]], names: Mapping[str, str]
) -> Iterator[Choice]:
    counts: dict[str, int] = {}
    for one in held:
        for value in one[name]:
            counts[value] = counts.get(value, 0) + 1
    for value in names:
        if value in counts:
            yield Choice(value, names[value], counts[value])


def _names(edition: Edition) -> dict[str, dict[str, str]]:
    words, timeline = edition.words, edition.timeline
    return {
        "type": {one: words.text(f"type.{one}.name") for one in EVENT_TYPES},
        "actor": {one.id: one.name for one in timeline.actors.values()},
        "place": {one.id: one.name for one in timeline.places.values()},
        "source": {one.id: edition.source_name(one) for one in timeline.sources.values()},
        "status": {
            one: words.text(f"status.{one}.name") for one in ("published", "disputed", "withdrawn", "draft")
        },
        "sure": {one: words.text(f"sure.{one}.name") for one in GRADES},
    }
