"""Names: who and where, as the record's aliases and the reports themselves give them.

The record comes first: its actors and places with their aliases. What a report names besides is found by
general means: titles before names, countries with their people and capitals, the head words of
organisations, possessives before organs of state, prepositions of place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from generator.events.lexicon import Country, lexicon
from generator.events.patterns import words_to_regex
from generator.timeline.model import Actor, Place

__all__ = ["CAPITALISED", "NAME", "Mention", "NameIndex", "country_named", "is_anybody", "slug"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: its offsets, and the id of the actor or the place that it stands for."""

    start: int
    end: int
    id: str


def slug(words: str) -> str:
    """Return words as an id: small ASCII letters, digits and hyphens.

    >>> slug("Khawaja Asif"), slug("Türkiye’s army"), slug("N’Djamena")
    ('khawaja-asif', 'turkiyes-army', 'ndjamena')
    """
    plain = unicodedata.normalize("NFKD", words.lower().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    kept = "".join(one for one in plain if not unicodedata.combining(one) and one not in "'’‘")
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-")


class NameIndex:
    """Finds the names of actors and places in a text, each by all its spellings, the longest first.

    >>> asif = Actor(id="asif", name="Khawaja Asif", kind="person", aliases=("Asif", "the defence minister"))
    >>> names = NameIndex([asif], [])
    >>> [one.id for one in names.actors("The defence minister left. Khawaja Asif followed.")]
    ['asif', 'asif']

    A name is matched with its capitals; only an alias in small letters is found at the start of a sentence
    too. A spelling that two actors share stands for neither:

    >>> two = NameIndex([asif, Actor(id="other", name="Omar Asif", kind="person", aliases=("Asif",))], [])
    >>> two.actors("Asif spoke.")
    []
    """

    def __init__(self, actors: Iterable[Actor], places: Iterable[Place]) -> None:
        self._actors = _spellings(((one.id, (one.name, *one.aliases)) for one in actors), min_length=2)
        self._places = _spellings(((one.id, (one.name, *one.aliases)) for one in places), min_length=2)
        self._actor_words = _matcher(self._actors)
        self._place_words = _matcher(self._places)

    def actors(self, text: str) -> list[Mention]:
        """Return the actors named in the text, in order."""
        return _mentions(self._actor_words, self._actors, text)

    def places(self, text: str) -> list[Mention]:
        """Return the places named in the text, in order."""
        return _mentions(self._place_words, self._places, text)

    def actor(self, name: str) -> str | None:
        """Return the id of the actor with this very spelling, or None."""
        return self._actors.get(_folded(name))

    def place(self, name: str) -> str | None:
        """Return the id of the place with this very spelling, or None."""
        return self._places.get(_folded(name))


def _spellings(rows: Iterable[tuple[str, tuple[str, ...]]], min_length: int) -> Mapping[str, str]:
    found: dict[str, str] = {}
    shared: set[str] = set()
    for identifier, spellings in rows:
        for spelling in map(_folded, spellings):
            if len(spelling) < min_length:
                continue
            if found.setdefault(spelling, identifier) != identifier:
                shared.add(spelling)
    return {spelling: identifier for spelling, identifier in found.items() if spelling not in shared}


def _folded(spelling: str) -> str:
    return " ".join(spelling.replace("’", "'").split())


def _matcher(spellings: Mapping[str, str]) -> re.Pattern[str]:
    ways = list(spellings)
    ways += [way[0].upper() + way[1:] for way in ways if way[0].islower()]
    regex = words_to_regex(ways).replace("'", "['’]")
    return re.compile(rf"(?<![\w-])(?:{regex})(?![\w])")


def _mentions(words: re.Pattern[str], spellings: Mapping[str, str], text: str) -> list[Mention]:
    found = []
    for one in words.finditer(text):
        spelling = _folded(one.group())
        identifier = spellings.get(spelling) or spellings.get(spelling[0].lower() + spelling[1:])
        if identifier:
            found.append(Mention(one.start(), one.end(), identifier))
    return found


@cache
def _countries() -> Mapping[str, Country]:
    return {name: one for one in lexicon().countries for name in (*one.names, *one.people, *one.capitals)}


def country_named(word: str) -> Country | None:
    """Return the country that goes by this name, whose people do, or whose capital does.

    >>> country_named("Norwegian").code, country_named("Oslo").code, country_named("Atlantis")
    ('NO', 'NO', None)
    """
    return _countries().get(word) or _countries().get(word.removesuffix("s"))


@cache
def is_anybody(name: str) -> bool:
    """Tell whether a party has no name of its own, but is named by what it is.

    >>> is_anybody("Gunmen"), is_anybody("Army"), is_anybody("Norway")
    (True, True, False)
    """
    return any(lexicon().common.fullmatch(way) for way in (name, f"the {name}"))


# A run of capitalised words, such as names are made of: "Juan de la Cruz", "Red Cross", "N'Djamena"; a
# possessive ends it.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]\w*(?:(?:-|[’'](?!s\b))\w+)*"
NAME = (
    rf"(?:{_CAPITAL})(?:[ ](?:(?:de|del|da|dos|la|le|van|von|bin|ibn|al|el|of|of the)[ ]){{0,2}}"
    rf"(?:{_CAPITAL})){{0,7}}"  # nobody's name is longer, and a hostile text has a million capitals
)
CAPITALISED = re.compile(rf"(?<![\w’'-]){NAME}")
