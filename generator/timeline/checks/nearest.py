"""The passage of a text that is most like a quotation that is not in it."""

from __future__ import annotations

import re
from collections.abc import Set
from difflib import SequenceMatcher
from functools import lru_cache

from generator.sources import SourceText

__all__ = ["nearest_passage"]

_WORD = re.compile(r"\w+")
LOOKED_AT = 2_000  # characters; comparing longer ones takes longer than anybody waits
ENOUGH = 0.3


def nearest_passage(text: SourceText, quotation: str) -> str | None:
    """Return the words of the sentence that are most like the quotation, or None where none are.

    >>> text = SourceText("a.txt", "He said a truce was agreed in Doha on 19 October.", "")
    >>> nearest_passage(text, "A ceasefire was agreed in Doha on 19 October")
    'a truce was agreed in Doha on 19 October'
    """
    wanted = quotation[:LOOKED_AT]
    words = _words(wanted)
    best = max(_pieces(text), key=lambda one: _shared(words, one[1]), default=None)
    if best is None or _shared(words, best[1]) < ENOUGH:
        return None
    return _cut(best[0], wanted)


@lru_cache(maxsize=4)
def _pieces(text: SourceText) -> tuple[tuple[str, Set[str]], ...]:
    """Return the sentences of a text, each with its words; one that is no prose any more, in pieces."""
    starts = ((one.text, start) for one in text.sentences for start in range(0, len(one.text), LOOKED_AT))
    pieces = (sentence[start : start + LOOKED_AT] for sentence, start in starts)
    return tuple((piece, _words(piece)) for piece in pieces)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _shared(words: Set[str], found: Set[str]) -> float:
    return len(words & found) / max(min(len(words), len(found) + 2), 1)


def _cut(sentence: str, wanted: str) -> str:
    """Return the part of a sentence from the first to the last words that it shares with what is wanted."""
    spoken = [(one.group().casefold(), one.start(), one.end()) for one in _WORD.finditer(sentence)]
    matcher = SequenceMatcher(
        None, [one[0] for one in spoken], _WORD.findall(wanted.casefold()), autojunk=False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return sentence
    total = len(_WORD.findall(wanted))
    first = max(blocks[0].a - blocks[0].b, 0)
    end = blocks[-1].a + blocks[-1].size
    last = min(end + total - blocks[-1].b - blocks[-1].size, len(spoken))
    return sentence[spoken[first][1] : spoken[last - 1][2]]
