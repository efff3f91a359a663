"""Whether a text is news, which counts from its day of writing, or a narrative, which goes on counting."""

from __future__ import annotations

import re

from generator.dates.grammar import Grammar
from generator.dates.periods import Period

__all__ = ["genre_of"]

_YEAR = re.compile(r"(?<![0-9.,$£€-])(?:1[0-9]|20)[0-9][0-9](?![0-9%-]|,[0-9])")
_ANCIENT = re.compile(r"\b[0-9]{1,4} (?:bc|b\.c|ad\b|ce\b)")
_FEW = 6  # years below which a text is too short to be told from news


def genre_of(grammar: Grammar, lower: str, written: Period | None) -> str:
    """Return `narrative` for a text without a day of writing and for one that keeps naming years long past.

    >>> from generator.dates.grammar import load
    >>> genre_of(load(), "in 1914, 1915, 1916, 1916, 1917, 1918 and 1918 again", Period.parse("2009-12-19"))
    'narrative'
    >>> genre_of(load(), "on wednesday, for the first time since 2001", Period.parse("2025-10-29"))
    'news'
    """
    if written is None:
        return "narrative"
    years = [int(found.group()) for found in _YEAR.finditer(lower)]
    ancient = sum(1 for _ in _ANCIENT.finditer(lower))
    far = sum(abs(year - written.year) > 1 for year in years) + ancient
    if far < _FEW or far * 3 < (len(years) + ancient) * 2:
        return "news"
    now = sum(1 for _ in _deictics(grammar).finditer(lower))
    return "narrative" if far > 2 * now else "news"


def _deictics(grammar: Grammar) -> re.Pattern[str]:
    words = "|".join(map(re.escape, grammar.cues["deictic"].split()))
    return re.compile(rf"\b(?:{words})\b")
