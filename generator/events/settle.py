"""Names settled: who is the same as whom, which name is whose short form, and what is no name after all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable

from generator.events.gather import Found, PlacePrecision
from generator.events.names import country_named, slug
from generator.timeline.model import Actor, Place

__all__ = ["drop_confused", "settled_parties", "settled_people", "settled_places"]


def drop_confused(
    people: dict[str, Found], parties: dict[str, Found], places: dict[str, Counter[PlacePrecision]]
) -> None:
    """Take out names that are known as something else: a surname is no town, a short form no party."""
    surnames = {name.split()[-1] for name in people}
    for name in [*parties]:
        if not parties[name].kinds and not (parties[name].hints >= HINTS and " " not in name):
            del parties[name]
    for name in [*places]:
        if name in people or name in surnames or _described(name, parties) or _described(name, places):
            del places[name]
    for name in [*parties]:
        if name in people or name in surnames:
            del parties[name]
    held = Counter(way for name, one in parties.items() for way in one.spellings if way != name)
    for name in [*parties]:
        if held[name]:
            held.subtract(way for way in parties.pop(name).spellings if way != name)
    for name in [*places]:
        if name in parties and parties[name].kinds and parties[name].kinds.most_common(1)[0][0] != "state":
            del places[name]
    for name in [*people]:
        if name in parties or (len(name.split()) == 1 and name in places):
            del people[name]


HINTS = 2  # verbs behind a name that nothing else makes a party


def settled_parties(parties: dict[str, Found], written: frozenset[str]) -> Iterable[Actor]:
    """Give the parties, each with its other spellings and its adjectives among the words `written`."""
    adjectives: defaultdict[str, set[str]] = defaultdict(set)
    for word in written:
        if state := _described(word, parties):
            adjectives[state].add(word)
    for name, one in parties.items():
        kind = one.kinds.most_common(1)[0][0] if one.kinds else "other"
        ways = {way for way in one.spellings if way != _capital_first(name)}
        if country_named(name) is None and " " not in name:
            if _described(name, parties):
                continue
            if adjectives[name] and kind == "other" and name[0].isupper():
                kind = "state"
            ways |= adjectives[name]
        yield Actor(id=slug(name), name=_capital_first(name), kind=kind, aliases=tuple(sorted(ways)))


def _capital_first(name: str) -> str:
    return name[0].upper() + name[1:]


_ADJECTIVE_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "s", "ans", "ians", "is", "ic", "er", "ers")
_VOWELS = "aeiouy"


def _described(word: str, names: Container[str]) -> str | None:
    """Return which of the names an adjective describes, or None; they are looked up, however many there are.

    >>> _described("Kessaran", {"Kessara", "Lusk"}), _described("Lusk", {"Kessara", "Lusk"})
    ('Kessara', None)
    """
    for ending in _ADJECTIVE_ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        if stem[-1] not in _VOWELS and stem in names:
            return stem
        for vowel in _VOWELS:
            if stem + vowel in names and stem + vowel != word:
                return stem + vowel
    return None


def settled_people(people: dict[str, Found], parties: dict[str, Found]) -> Iterable[Actor]:
    """Give the people, each with the variants of the name, the surname and the office as aliases."""
    full = [name for name in people if len(name.split()) > 1]
    merged: dict[str, list[str]] = {}
    by_surname: defaultdict[str, list[str]] = defaultdict(list)
    called = {way: name for name, one in reversed(parties.items()) for way in one.spellings}
    for name in sorted(full, key=lambda one: (-sum(people[one].kinds.values()), one)):
        alike = by_surname[name.split()[-1]]
        same = next((other for other in alike if _same_person(name, other)), None)
        merged.setdefault(same or name, []).append(name)
        if same is None:
            alike.append(name)
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
            of=_party_id(party, parties, called),
            aliases=tuple(sorted(ways)),
        )


def _party_id(named: Counter[str], parties: dict[str, Found], called: dict[str, str]) -> str | None:
    """Return the party that people are said to be of: by its name, another spelling, or its adjective."""
    for name, _ in named.most_common():
        if country := country_named(name):
            return slug(country.names[0])
        party = name if name in parties else called.get(name) or _described(name, parties)
        if party:
            return slug(_described(party, parties) or party)
    return None


def _same_person(one: str, other: str) -> bool:
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


def settled_places(places: dict[str, Counter[PlacePrecision]]) -> Iterable[Place]:
    """Give the places, each as exactly known as its words are."""
    for name, counts in places.items():
        country = country_named(name)
        yield Place(
            id=slug(name),
            name=name,
            country=country.code if country else None,
            precision=counts.most_common(1)[0][0],
        )
