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
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, cast

from generator.events.lexicon import lexicon
from generator.events.names import CAPITALISED, NAME, NameIndex, country_named, slug
from generator.events.stems import content
from generator.sources import SourceText
from generator.timeline.model import Actor, Place, Timeline

__all__ = ["Names", "discover"]

ActorKind = Literal["person", "state", "government", "armed-group", "organisation", "other"]
PlacePrecision = Literal["site", "town", "district", "region", "country", "line"]


@dataclass(frozen=True)
class Names:
    """All actors and places that may be named: those of the record, and those found in the reports.

    `words` are the stems of all their names; in a crisis they stand everywhere and tell no event apart.
    """

    actors: dict[str, Actor]
    places: dict[str, Place]
    index: NameIndex
    words: frozenset[str] = frozenset()


@dataclass
class _Found:
    """What the reports say about one name, gathered over all of them."""

    kinds: Counter[ActorKind] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)


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
    people: defaultdict[str, _Found] = defaultdict(_Found)
    parties: defaultdict[str, _Found] = defaultdict(_Found)
    places: defaultdict[str, Counter[PlacePrecision]] = defaultdict(Counter)
    for text in texts:
        _gather_people(text.text, people)
        _gather_parties(text.text, parties)
        _gather_places(text.text, places)
    _drop_confused(people, parties, places)
    actors = {one.id: one for one in _parties(parties)} | {one.id: one for one in _people(people, parties)}
    fresh = {key: one for key, one in actors.items() if not _is_known(known, one.name, one.aliases)}
    spots = {one.id: one for one in _places(places) if not _is_known(known, one.name, one.aliases)}
    all_actors = fresh | dict(timeline.actors)
    all_places = spots | dict(timeline.places)
    own = _record_first(timeline, all_actors)
    named = [way for actor in all_actors.values() for way in (actor.name, *actor.aliases)]
    named += [way for place in all_places.values() for way in (place.name, *place.aliases)]
    return Names(all_actors, all_places, NameIndex(own, all_places.values()), content(" ".join(named)))


def _record_first(timeline: Timeline, actors: dict[str, Actor]) -> Iterable[Actor]:
    # What the record calls its own is never shared with a find: "Asif" stays the record's Asif.
    taken = {way for one in timeline.actors.values() for way in (one.name, *one.aliases)}
    for actor in actors.values():
        if actor.id in timeline.actors:
            yield actor
        else:
            yield replace(actor, aliases=tuple(way for way in actor.aliases if way not in taken))


def _is_known(known: NameIndex, name: str, aliases: tuple[str, ...]) -> bool:
    return known.actor(name) is not None or known.place(name) is not None


@cache
def _titled() -> re.Pattern[str]:
    of = r"(?:(?P<of>[A-ZÀ-Þ]\w+(?:[ ][A-ZÀ-Þ]\w+)??)(?:[’']s?)?\s+)??"
    return re.compile(rf"\b{of}(?P<title>(?i:{lexicon().titles}))\.?,?\s+(?P<name>{NAME})")


@cache
def _speaking() -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon().saying))
    before = rf"(?P<name>{NAME})(?:,[^,.“”\"]{{2,60}},)?\s+(?:{verbs})\b"
    return re.compile(rf"(?<![\w’'-])(?:{before}|(?:{verbs})\s+(?P<after>{NAME}))")


def _gather_people(text: str, people: defaultdict[str, _Found]) -> None:
    for found in _titled().finditer(text):
        name = _person_name(found["name"])
        if not name:
            continue
        one = people[name]
        one.kinds["person"] += 2
        title = found["title"].lower()
        if title in lexicon().offices:
            one.offices[found["title"]] += 1
            if found["of"] and found["of"].lower() not in lexicon().never:
                one.parties[found["of"]] += 1
    for found in _speaking().finditer(text):
        name = _person_name(found["name"] or found["after"])
        if name and 2 <= len(name.split()) <= 4:
            people[name].kinds["person"] += 1


def _person_name(words: str) -> str | None:
    parts = words.split()
    last_title = max(
        (place for place, part in enumerate(parts) if part.lower() in _title_words()), default=-1
    )
    parts = parts[last_title + 1 :]
    while parts and parts[0].lower() in lexicon().never:
        parts.pop(0)
    low = {part.lower() for part in parts}
    if not parts or low & (lexicon().organisations | lexicon().armed | lexicon().never):
        return None
    return (
        None
        if any(country_named(part) for part in parts) or country_named(" ".join(parts))
        else " ".join(parts)
    )


@cache
def _title_words() -> frozenset[str]:
    return frozenset(re.sub(r"\\s\+|\\", " ", lexicon().titles).replace("|", " ").lower().split())


def _gather_parties(text: str, parties: defaultdict[str, _Found]) -> None:
    for found in CAPITALISED.finditer(text):
        words = _trimmed(found.group())
        if not words:
            continue
        kind = _kind_of_party(words, text, found.end())
        if kind is None:
            continue
        country = country_named(words)
        one = parties[country.names[0] if country else words]
        one.kinds[kind] += 1
        one.spellings[words] += 1
        short = re.match(r"\s*\(([A-Z][A-Za-z]{1,7})\)", text[found.end() : found.end() + 12])
        if short and kind != "state":
            one.spellings[short[1]] += 1
    for found in lexicon().common.finditer(text):
        words = found.group().lower().removeprefix("the ")
        parties[words].kinds["other"] += 1
        parties[words].spellings[found.group().lower()] += 1


def _trimmed(words: str) -> str:
    parts = words.split()
    while parts and parts[0].lower() in lexicon().never:
        parts.pop(0)
    if [part.lower() for part in parts] == ["new"]:
        return ""
    while parts and parts[-1].lower() in lexicon().never:
        parts.pop()
    return " ".join(parts)


def _kind_of_party(words: str, text: str, end: int) -> ActorKind | None:
    parts = words.split()
    low = {part.lower() for part in parts}
    if country_named(words):
        return "state"
    if len(parts) > 1 or words.isupper():
        if low & lexicon().armed:
            return "armed-group"
        if low & lexicon().organisations:
            return "organisation"
    if low & _title_words() or all(country_named(part) for part in re.split(r"[ -]", words)):
        return None
    return _kind_by_what_follows(parts, text[end : end + 40])


@cache
def _after_a_party() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    fighters = rf"\s+(?:{lexicon().fighters})\b"
    organ = rf"(?:[’']s?)?\s+(?:[a-z]+\s+){{0,2}}(?:{lexicon().organs})\b"
    verb = rf"\s+(?:{'|'.join(sorted(lexicon().saying))}|{lexicon().acts})\b"
    return re.compile(fighters), re.compile(organ), re.compile(verb)


def _kind_by_what_follows(parts: list[str], following: str) -> ActorKind | None:
    fighters, organ, verb = _after_a_party()
    if fighters.match(following):
        return "armed-group"
    if len(parts) == 1 and organ.match(following):
        return "state"
    return "other" if len(parts) <= 3 and verb.match(following) else None


@cache
def _place() -> re.Pattern[str]:
    words = lexicon()
    sort = "|".join(sorted(words.place_words))
    prepositions = "in|at|near|outside|around|towards|toward|reached|inside|over|across|of"
    return re.compile(
        rf"\b(?:(?P<prep>{prepositions})\s+)?(?:the\s+)?(?P<side>(?:(?:{words.sides})\s+)*)"
        rf"(?:(?P<sort>{sort})(?:\s+of)?\s+)?(?P<name>{NAME})(?:\s+(?P<after>{sort})\b)?"
    )


def _gather_places(text: str, places: defaultdict[str, Counter[PlacePrecision]]) -> None:
    for found in _place().finditer(text):
        sort = found["after"] or found["sort"]
        if found["prep"] in (None, "of") and not sort:
            continue
        name = _trimmed(found["name"])
        low = {part.lower() for part in name.split()}
        if not name or low & (lexicon().organisations | lexicon().armed | _title_words()) - {"war"}:
            continue
        country = country_named(name)
        if country and name in country.people and name not in country.names:
            continue
        if country and name in country.names:
            places[name]["country"] += 3
        else:
            places[name][_precision(sort)] += 2 if sort else 1


def _precision(sort: str | None) -> PlacePrecision:
    return cast(PlacePrecision, lexicon().place_words.get(sort or "", "town"))


def _drop_confused(
    people: dict[str, _Found], parties: dict[str, _Found], places: dict[str, Counter[PlacePrecision]]
) -> None:
    surnames = {name.split()[-1] for name in people}
    for name in [*places]:
        if name in people or name in surnames:
            del places[name]
    for name in [*parties]:
        if name in people or name in surnames:
            del parties[name]
    for name in [*parties]:
        if any(name in one.spellings for other, one in parties.items() if other != name):
            del parties[name]
    for name in [*places]:
        if name in parties and parties[name].kinds.most_common(1)[0][0] != "state":
            del places[name]
    for name in [*people]:
        if name in parties or (len(name.split()) == 1 and name in places):
            del people[name]


def _parties(parties: dict[str, _Found]) -> Iterable[Actor]:
    for name, one in parties.items():
        kind = one.kinds.most_common(1)[0][0]
        ways = {way for way in one.spellings if way != name}
        if country_named(name) is None and " " not in name:
            if any(_is_adjective(name, other) for other in parties):
                continue
            ways |= {other for other in parties if _is_adjective(other, name)}
        yield Actor(id=slug(name), name=_capital_first(name), kind=kind, aliases=tuple(sorted(ways)))


def _capital_first(name: str) -> str:
    return name[0].upper() + name[1:]


def _is_adjective(word: str, state: str) -> bool:
    stem = state[:-1] if state[-1] in "aeiouy" else state
    return (
        word != state
        and len(stem) >= 3
        and word.startswith(stem)
        and word[len(stem) :]
        in {"n", "an", "ian", "i", "ese", "ish", "s", "ans", "ians", "is", "ic", "er", "ers"}
    )


def _people(people: dict[str, _Found], parties: dict[str, _Found]) -> Iterable[Actor]:
    full = [name for name in people if len(name.split()) > 1]
    merged: dict[str, list[str]] = {}
    for name in sorted(full, key=lambda one: (-sum(people[one].kinds.values()), one)):
        same = next((other for other in merged if _same_person(name, other, people)), None)
        merged.setdefault(same or name, []).append(name)
    surnames = Counter(name.split()[-1] for name in merged)
    for name, variants in merged.items():
        surname = name.split()[-1]
        ways = {variant for variant in variants if variant != name}
        if surnames[surname] == 1:
            ways.add(surname)
        for variant in [*variants, surname]:
            if variant in people:
                ways |= {form for office in people[variant].offices for form in (office, office.lower())}
        party = sum((people[variant].parties for variant in variants), Counter())
        yield Actor(
            id=slug(name),
            name=name,
            kind="person",
            of=_party_id(party, parties),
            aliases=tuple(sorted(ways)),
        )


def _party_id(named: Counter[str], parties: dict[str, _Found]) -> str | None:
    for name, _ in named.most_common():
        country = country_named(name)
        if country:
            return slug(country.names[0])
        for party, one in parties.items():
            if any(_is_adjective(party, other) for other in parties):
                continue
            if name == party or name in one.spellings or _is_adjective(name, party):
                return slug(party)
    return None


def _same_person(one: str, other: str, people: dict[str, _Found]) -> bool:
    first, second = one.split(), other.split()
    if first[-1] != second[-1]:
        return False
    return first[0][0] == second[0][0] and _distance(first[0], second[0]) <= 2


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, 1):
        previous, row[0] = row[0], count
        for column, sign in enumerate(other, 1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (letter != sign)),
            )
    return row[-1]


def _places(places: dict[str, Counter[PlacePrecision]]) -> Iterable[Place]:
    for name, counts in places.items():
        country = country_named(name)
        yield Place(
            id=slug(name),
            name=name,
            country=country.code if country else None,
            precision=counts.most_common(1)[0][0],
        )
