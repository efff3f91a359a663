"""Names as the words of a report show them: people by titles, parties by verbs, places by prepositions.

What is gathered over all reports is settled in `settle.py`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

from generator.events.lexicon import lexicon
from generator.events.names import CAPITALISED, NAME, country_named

__all__ = ["ActorKind", "Found", "PlacePrecision", "gather_parties", "gather_people", "gather_places"]

ActorKind = Literal["person", "state", "government", "armed-group", "organisation", "other"]
PlacePrecision = Literal["site", "town", "district", "region", "country", "line"]


@dataclass
class Found:
    """What the reports say about one name, gathered over all of them."""

    kinds: Counter[ActorKind] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    hints: int = 0  # a verb behind the name; one alone may be chance


@cache
def _titled() -> re.Pattern[str]:
    of = r"(?:(?P<of>[A-ZÀ-Þ]\w+(?:[ ][A-ZÀ-Þ]\w+)??)(?:[’']s?)?\s+)??"
    return re.compile(
        rf"\b{of}(?:[a-z]+\s+){{0,2}}?(?P<title>(?i:{lexicon().titles}))\.?,?\s+(?P<name>{NAME})"
    )


@cache
def _speaking() -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon().saying))
    before = rf"(?P<name>{NAME})(?:,[^,.“”\"]{{2,60}},)?\s+(?:{verbs})\b"
    return re.compile(rf"(?<![\w’'-])(?:{before}|(?:{verbs})\s+(?P<after>{NAME}))")


@cache
def _apposed() -> tuple[re.Pattern[str], ...]:
    roles = lexicon().roles
    name = r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s(?:de|del|da|von|van|bin|al|el|[A-ZÀ-Þ][\w’'-]+)){1,4})"
    return (
        re.compile(
            rf"\b(?:{roles})(?:\s+(?:of|for|at|in)\s+[^,.;“”\"]{{2,50}})?,\s+{name}(?=,|\.|\s(?:said|told))"
        ),
        re.compile(
            rf"(?<![\w’'-]){name},\s+(?:\d\d,\s+)?(?:the|an?|its|their|his|her|[\w ]+[’']s)\s"
            rf"[^,.;“”\"]{{0,50}}?\b(?:{roles})\b"
        ),
    )


@cache
def _two_titled() -> re.Pattern[str]:
    name = r"[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+){1,3}"
    titles = "|".join(rf"{title}s" for title in lexicon().titles.split("|"))
    return re.compile(rf"\b(?i:{titles})\s+(?P<first>{name})\s+and\s+(?P<second>{name})")


def gather_people(text: str, people: defaultdict[str, Found]) -> None:
    """Add the people of a report: names behind titles, and names that speak."""
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
    beside = [one["name"] for pattern in _apposed() for one in pattern.finditer(text)]
    beside += [name for one in _two_titled().finditer(text) for name in one.groups()]
    for words in beside:
        name = _person_name(words)
        if name and 2 <= len(name.split()) <= 4:
            people[name].kinds["person"] += 2
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
    return frozenset(
        re.sub(r"\\s\+", " ", lexicon().titles).replace("\\-", "-").replace("|", " ").lower().split()
    )


def gather_parties(text: str, parties: defaultdict[str, Found]) -> None:
    """Add the parties of a report: countries, organisations, armed groups, and who acts like one."""
    inside = _inside_sentences(text)
    for found in CAPITALISED.finditer(text):
        words = _trimmed(found.group())
        if not words:
            continue
        kind = _kind_of_party(words, text, found.end(), inside)
        if kind is None:
            if words in inside and _verb_behind().match(text, found.end()):
                parties[words].hints += 1
                parties[words].spellings[words] += 1
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


@cache
def _verb_behind() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:also\s+|later\s+|has\s+|had\s+|have\s+)?(?:{lexicon().past.pattern})", re.IGNORECASE
    )


def _trimmed(words: str) -> str:
    parts = words.split()
    while parts and parts[0].lower() in lexicon().never:
        parts.pop(0)
    if [part.lower() for part in parts] == ["new"]:
        return ""
    while parts and parts[-1].lower() in lexicon().never:
        parts.pop()
    return " ".join(parts)


def _kind_of_party(words: str, text: str, end: int, inside: frozenset[str]) -> ActorKind | None:
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
    if len(parts) == 1 and parts[0] not in inside:
        return None
    return _kind_by_what_follows(parts, text[end : end + 40])


def _inside_sentences(text: str) -> frozenset[str]:
    """Return the words that have their capital not only from opening a sentence, as in "Violence erupted"."""
    return frozenset(one[1] or one[2] for one in _INSIDE.finditer(text))


_INSIDE = re.compile(r"(?<=[\w,’'”] )([A-ZÀ-Þ]\w*)|\b([A-ZÀ-Þ]\w*)(?=[’']s\b)")


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


def gather_places(text: str, places: defaultdict[str, Counter[PlacePrecision]]) -> None:
    """Add the places of a report, with how exactly each is known."""
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
