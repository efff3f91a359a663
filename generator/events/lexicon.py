"""The words that the drafting goes by, read from `words/*.yml` once.

Words are data: to teach the drafting a new way of telling an event, add a line there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.events.patterns import compile_patterns, words_to_regex
from generator.events.wordlists import read_words
from generator.timeline.model import EventType

__all__ = ["Country", "Cues", "Lexicon", "lexicon"]


@dataclass(frozen=True, slots=True)
class Cues:
    """How a type of event is told: by a verb that says it happened, or by a noun that names it."""

    type: EventType
    happened: re.Pattern[str]
    named: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its code, its names, its people's adjectives, its capitals."""

    code: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, compiled."""

    cues: tuple[Cues, ...]
    performed: re.Pattern[str]
    took_place: re.Pattern[str]
    harm: re.Pattern[str]
    vow: re.Pattern[str]
    disaster: re.Pattern[str]
    saying: frozenset[str]
    participles: frozenset[str]
    according: re.Pattern[str]
    channels: Mapping[str, re.Pattern[str]]
    pronouns: Mapping[str, frozenset[str]]
    boilerplate: re.Pattern[str]
    agencies: tuple[str, ...]
    doubt: Mapping[str, re.Pattern[str]]
    titles: str
    roles: str
    offices: frozenset[str]
    organisations: frozenset[str]
    armed: frozenset[str]
    common: re.Pattern[str]
    organs: str
    acts: str
    fighters: str
    grounds: str
    place_words: Mapping[str, str]
    sides: str
    never: frozenset[str]
    countries: tuple[Country, ...]
    links: str
    openings: str
    no_links: re.Pattern[str]
    past: re.Pattern[str]
    after_a_date: str
    ordinals: tuple[str, ...]
    onward: re.Pattern[str]
    deeds: tuple[re.Pattern[str], ...]
    the_deed: re.Pattern[str]
    toll: re.Pattern[str]
    at_once: re.Pattern[str]
    looks_back: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """Return the word lists; they are read at the first call."""
    events, speech, doubt, actors, grammar = map(
        read_words, ("events", "speech", "doubt", "actors", "grammar")
    )
    return Lexicon(
        cues=tuple(_cues(name, events[name]) for name in _TYPES),
        performed=compile_patterns(events["performed"]),
        took_place=compile_patterns(events["took_place"]),
        harm=compile_patterns(events["harm"]),
        vow=compile_patterns(events["vow"]),
        disaster=compile_patterns(events["disaster"]),
        saying=frozenset(speech["verbs"].split()),
        participles=frozenset(speech["participles"].split()),
        according=compile_patterns(speech["according"]),
        channels={channel: compile_patterns(ways) for channel, ways in speech["channels"].items()},
        pronouns={kind: frozenset(words) for kind, words in speech["pronouns"].items()},
        boilerplate=re.compile("|".join(rf"[*\\s]*{re.escape(start)}" for start in speech["boilerplate"])),
        agencies=tuple(speech["agencies"]),
        doubt={kind: compile_patterns(ways) for kind, ways in doubt.items()},
        titles=words_to_regex(_listed(actors["titles"])),
        roles=words_to_regex(_listed(actors["roles"])),
        offices=frozenset(_listed(actors["offices"])),
        organisations=frozenset(_listed(actors["organisations"])),
        armed=frozenset(_listed(actors["armed"])),
        common=re.compile(rf"\b(?:{words_to_regex(_listed(actors['common']))})\b", re.IGNORECASE),
        organs=words_to_regex(_listed(actors["organs"])),
        acts=words_to_regex(actors["acts"].split()),
        grounds=words_to_regex(actors["grounds"].split()),
        fighters=words_to_regex(actors["fighters"].split()),
        place_words={word: sort for sort, words in actors["places"].items() for word in words.split()},
        sides=words_to_regex(actors["sides"].split()),
        never=frozenset(actors["never"].split()),
        countries=tuple(
            Country(code, tuple(row["names"]), tuple(row["people"]), tuple(row["capitals"]))
            for code, row in read_words("countries").items()
        ),
        links="|".join(_listed(grammar["links"])),
        openings="|".join(_listed(grammar["openings"])),
        no_links=compile_patterns(grammar["no_links"]),
        past=re.compile(rf"\b(?:\w{{2,}}ed|{words_to_regex(grammar['past'].split())})\b", re.IGNORECASE),
        after_a_date=words_to_regex(grammar["after_a_date"].split()),
        deeds=tuple(map(compile_patterns, grammar["deeds"])),
        the_deed=compile_patterns(grammar["the_deed"]),
        toll=compile_patterns(grammar["toll"]),
        onward=compile_patterns(grammar["onward"]),
        at_once=compile_patterns(grammar["at_once"]),
        looks_back=compile_patterns(grammar["looks_back"]),
        ordinals=tuple(grammar["ordinals"].split()),
    )


# The order of preference: where two types fit the same words, the first is taken.
_TYPES: tuple[EventType, ...] = (
    "breakdown",
    "ceasefire",
    "strike",
    "displacement",
    "mobilisation",
    "accusation",
    "threat",
    "clash",
    "talks",
    "other",
    "statement",
)


def _cues(name: EventType, row: Mapping[str, list[str]]) -> Cues:
    return Cues(
        name,
        compile_patterns([*row["happened"], *row["phrases"]]),
        compile_patterns(row["named"]),
    )


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split("|") if word.strip()]
