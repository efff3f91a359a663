"""Whether a text is news, which counts from its day of writing, or a narrative, which goes on counting."""

from __future__ import annotations

import re
from functools import cache

from generator.dates.grammar import Grammar
from generator.dates.grammar.trie import pattern_of
from generator.dates.periods import Period

__all__ = ["genre_of"]

_YEAR = re.compile(r"(?<![0-9.,$£€-])(?:1[0-9]|20)[0-9][0-9](?![0-9%-]|,[0-9])")
_ANCIENT = re.compile(r"\b[0-9]{1,4} (?:bc|b\.c|ad\b|ce\b)")
_LEAD = 500  # characters at the top in which news says its day
_MANY = 12  # years for each “today”, from which on a text is a narrative even so
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
    now = [found.start() for found in _deictics(grammar).finditer(lower)]
    wanted = _MANY if now and now[0] < _LEAD else 2
    return "narrative" if far > wanted * len(now) else "news"


@cache
def _deictics(grammar: Grammar) -> re.Pattern[str]:
    """Return the words that count from today, a weekday among them where no date follows it."""
    words = pattern_of(grammar.cues["deictic"].split())
    months = pattern_of(word.rstrip(".") for word, labels in grammar.lexicon.items() if "month" in labels)
    return re.compile(rf"\b(?:{words})\b(?!,? (?:the )?(?:[0-9]|(?:{months})\b))")
