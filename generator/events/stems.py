"""The words of a sentence that carry its matter, cut to their stems, so that two wordings can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.sources import fold

__all__ = ["content"]

_STOP = frozenset(
    [
        "about",
        "after",
        "again",
        "against",
        "ahead",
        "all",
        "also",
        "although",
        "among",
        "another",
        "any",
        "are",
        "around",
        "because",
        "been",
        "before",
        "being",
        "between",
        "both",
        "but",
        "could",
        "did",
        "does",
        "during",
        "each",
        "even",
        "every",
        "few",
        "first",
        "for",
        "from",
        "had",
        "has",
        "have",
        "her",
        "here",
        "him",
        "his",
        "how",
        "into",
        "its",
        "itself",
        "just",
        "last",
        "later",
        "least",
        "less",
        "like",
        "made",
        "many",
        "may",
        "might",
        "more",
        "most",
        "much",
        "must",
        "near",
        "never",
        "not",
        "now",
        "off",
        "once",
        "one",
        "only",
        "other",
        "our",
        "out",
        "over",
        "own",
        "said",
        "same",
        "she",
        "should",
        "since",
        "some",
        "still",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "three",
        "through",
        "two",
        "under",
        "until",
        "upon",
        "very",
        "was",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "will",
        "with",
        "within",
        "without",
        "would",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "early",
        "late",
        "earlier",
        "morning",
        "evening",
        "night",
        "told",
    ]
)


@lru_cache(maxsize=65536)
def content(words: str) -> frozenset[str]:
    """Return the words of a sentence that carry its matter, cut to their stems.

    >>> sorted(content("The talks were suspended on Monday, officials said."))
    ['official', 'suspend', 'talk']
    """
    plain = fold(words)[0].lower()
    return frozenset(_stem(word) for word in re.findall(r"[^\W\d_]{3,}", plain) if word not in _STOP)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
