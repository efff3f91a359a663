"""Actors and places that the reports name and the record does not list yet.

Everything here goes by general signs, never by a list of this crisis's names: "Defence Minister Irena
Castell" is a person, who is "Castell" and "the defence minister" from there on; "Kessara's general staff"
makes Kessara a state and "Kessaran" its adjective; "in the border town of Lusk" makes Lusk a town. What is
found is only offered: an actor enters the record when a proposed event names it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.events.gather import Found, PlacePrecision, gather_parties, gather_people, gather_places
from generator.events.names import NameIndex
from generator.events.settle import drop_confused, settled_parties, settled_people, settled_places
from generator.events.stems import content
from generator.sources import SourceText
from generator.timeline.model import Actor, Place, Timeline

__all__ = ["Names", "discover"]


_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]\w{2,}\b")


@dataclass(frozen=True)
class Names:
    """All actors and places that may be named: those of the record, and those found in the reports.

    `words` are the stems of all their names; in a crisis they stand everywhere and tell no event apart.
    """

    actors: dict[str, Actor]
    places: dict[str, Place]
    index: NameIndex
    words: frozenset[str] = frozenset()


def discover(texts: Sequence[SourceText], timeline: Timeline) -> Names:
    """Return the names of the record together with those that the reports give besides.

    >>> report = SourceText("a.txt", "Orlund's army held Lusk, Defence Minister Irena Castell said. "
    ...                     "Castell spoke in the town of Lusk.", "")
    >>> names = discover([report], Timeline(title="t", timezone="UTC"))
    >>> sorted(names.actors), sorted(names.places)
    (['irena-castell', 'orlund'], ['lusk'])
    >>> names.actors["irena-castell"].aliases
    ('Castell', 'Defence Minister', 'defence minister')
    """
    known = NameIndex(timeline.actors.values(), timeline.places.values())
    people: defaultdict[str, Found] = defaultdict(Found)
    parties: defaultdict[str, Found] = defaultdict(Found)
    places: defaultdict[str, Counter[PlacePrecision]] = defaultdict(Counter)
    for text in texts:
        gather_people(text.text, people)
        gather_parties(text.text, parties)
        gather_places(text.text, places)
    drop_confused(people, parties, places)
    written = frozenset(one for text in texts for one in _CAPITAL.findall(text.text))
    found = [*settled_parties(parties, written), *settled_people(people, parties)]
    actors = {one.id: one for one in found if one.id}
    fresh = {key: one for key, one in actors.items() if not _is_known(known, one.name, one.aliases)}
    spots = {one.id: one for one in settled_places(places) if not _is_known(known, one.name, one.aliases)}
    all_actors = fresh | dict(timeline.actors)
    all_places = spots | dict(timeline.places)
    own = _record_first(timeline, all_actors)
    named = [way for actor in all_actors.values() for way in (actor.name, *actor.aliases)]
    named += [way for place in all_places.values() for way in (place.name, *place.aliases)]
    return Names(all_actors, all_places, NameIndex(own, all_places.values()), content(" ".join(named)))


def _record_first(timeline: Timeline, actors: dict[str, Actor]) -> Iterable[Actor]:
    # What the record calls its own is never shared with a find: its "Omar" stays its Omar.
    taken = {way for one in timeline.actors.values() for way in (one.name, *one.aliases)}
    for actor in actors.values():
        if actor.id in timeline.actors:
            yield actor
        else:
            yield replace(actor, aliases=tuple(way for way in actor.aliases if way not in taken))


def _is_known(known: NameIndex, name: str, aliases: tuple[str, ...]) -> bool:
    return known.actor(name) is not None or known.place(name) is not None
