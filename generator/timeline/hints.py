"""Hints at what was meant: the nearest known word, and the words that would do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["choices", "nearest"]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like this one, or None where none is.

    >>> nearest("sumary", ["title", "summary"])
    'summary'
    """
    close = get_close_matches(word.casefold()[:100], list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def choices(known: Iterable[str]) -> str:
    """Return a list of words as a sentence has it: `a, b or c`."""
    words = list(known)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
