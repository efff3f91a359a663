"""Words around a date that tell where it lies: the tense of the nearest verb."""

from __future__ import annotations

import re
from functools import cache

from generator.dates.grammar import Grammar
from generator.dates.grammar.trie import pattern_of

__all__ = ["direction_at", "form"]

_BEFORE, _BEHIND = 120, 90  # characters in which the verb is looked for
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")


@cache
def _verbs(grammar: Grammar) -> re.Pattern[str]:
    future, past = pattern_of(grammar.cues["future"]), pattern_of(grammar.cues["past"].split())
    ahead, over = grammar.cues["future_form"], grammar.cues["past_form"]
    return re.compile(rf"\b(?:(?P<future>{ahead}|{future})|(?P<past>{past}|{over}))\b(?![’'-])")


@cache
def form(grammar: Grammar, name: str) -> re.Pattern[str]:
    """Return a form of words that the language names, such as that of a plural."""
    return re.compile(grammar.cues[name])


def direction_at(grammar: Grammar, text: str, start: int, end: int) -> str | None:
    """Return `future` or `past` by the nearest verb before the words in their sentence, else behind.

    The text is taken as it was written: a verb has no capital, and Mohamed is none.

    >>> from generator.dates.grammar import load
    >>> text = "The ministers will meet on Friday, he said"
    >>> direction_at(load(), text, 27, 33)
    'future'
    """
    verbs = _verbs(grammar)
    left = max(0, start - _BEFORE)
    for stop in _SENTENCE_END.finditer(text, left, start):
        left = stop.end()
    before = [verb.lastgroup for verb in verbs.finditer(text, left, start)]
    return before[-1] if before else _first_behind(verbs, text, end)


def _first_behind(verbs: re.Pattern[str], text: str, end: int) -> str | None:
    right = min(len(text), end + _BEHIND)
    stop = _SENTENCE_END.search(text, end, right)
    found = verbs.search(text, end, stop.start() if stop else right)
    return found.lastgroup if found else None
