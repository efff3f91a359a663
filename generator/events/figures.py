"""Figures: how many were killed, hurt, missing or driven out, in the words of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.events.wordlists import read_words

__all__ = ["Figure", "figures_in"]


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return what is counted, with the patterns for a number before its word and behind it."""
    words = read_words("figures")
    about, spelled, units = (words[key].replace("| ", "|") for key in ("about", "numbers", "units"))
    number = rf"(?P<number>(?:(?:{about})\s+)?(?:\d[\d,.]*\d|\d|{spelled})(?:\s+(?:{units}))?)"
    # Between them stand no other number and no "and".
    between = r"(?:\W+(?!and\b)[^\W\d][\w’'-]*|\s*\([^()]*\)){0,5}?"
    return {
        what: (
            re.compile(rf"\b{number}\b{between}\W+(?:{counted})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{counted})(?:\W+(?:the|of|by|least|at))?\W+{number}\b", re.IGNORECASE),
        )
        for what, counted in words["counted"].items()
    }


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as the report writes it ("dozens", "47", "1.7 million"), and what it counts."""

    words: str
    counts: str


def figures_in(text: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence.

    >>> [(one.words, one.counts) for one in figures_in("At least 14 soldiers were killed and 31 wounded.")]
    [('At least 14', 'killed'), ('31', 'wounded')]
    >>> [(one.words, one.counts) for one in figures_in("It evicts 1.7 million (17 lakh) refugees.")]
    [('1.7 million', 'displaced')]
    >>> figures_in("They met on 19 October.")
    ()
    """
    found = []
    for what, (ahead, behind) in _patterns().items():
        first = ahead.search(text) or behind.search(text)
        if first and not re.fullmatch(r"(?:19|20)\d\d", first["number"]):
            found.append(Figure(" ".join(first["number"].split()), what))
    return tuple(found)
