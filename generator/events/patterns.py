"""The small language in which the word lists say what a phrase looks like.

A pattern is words with spaces between. `*` ends a word in any way, `(a|b c)` is a choice, `?` behind a
word or a choice says that it may be missing, `…` stands for up to five words. Anything else is itself,
whatever its case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from generator.events.wordlists import read_words

__all__ = ["compile_patterns", "pattern_to_regex", "words_to_regex"]

_GAP = r"(?:[^\w\x00]{1,4}[\w’'.-]+){0,5}?"
_SPACE = r"[^\w\x00]{1,4}"
_PIECE = re.compile(r"\(([^()]*)\)(\?)?|(\S+)")


def pattern_to_regex(pattern: str) -> str:
    """Return a pattern as a regular expression, to be matched without regard to case.

    >>> bool(re.search(pattern_to_regex("ended … without"), "talks ended on Tuesday without a deal"))
    True
    >>> bool(re.search(pattern_to_regex("missile*"), "Missiles fell".lower()))
    True
    >>> bool(re.search(pattern_to_regex("collapse of (the|its)? talks"), "the collapse of talks"))
    True

    A past form stands for its participle too:

    >>> bool(re.search(pattern_to_regex("took power"), "the army had taken power"))
    True

    It matches whole words only:

    >>> bool(re.search(pattern_to_regex("met"), "a metal door"))
    False
    """
    regex = ""
    for found in _PIECE.finditer(pattern):
        choice, maybe, word = found.groups()
        if word == "…":
            regex += _GAP
            continue
        maybe = maybe or ("?" if word and word.endswith("?") else "")
        piece = _choice(choice) if word is None else _word(word.removesuffix("?"))
        joined = (_SPACE if regex else "") + piece
        regex += f"(?:{joined})?" if maybe else joined
    return rf"(?<![\w’'-]){regex}(?![\w-])" if _ends_in_letter(pattern) else rf"(?<![\w’'-]){regex}"


def _choice(choice: str) -> str:
    ways = (re.sub(r"\s+", lambda _: _SPACE, " ".join(map(_word, way.split()))) for way in choice.split("|"))
    return "(?:" + "|".join(way.replace("…", _GAP) for way in ways) + ")"


def _word(word: str) -> str:
    if word == "…":
        return word
    stem = word.removesuffix("*")
    if stem != word:
        return re.escape(stem) + r"\w*"
    participle = _participles().get(word)
    return f"(?:{re.escape(word)}|{participle})" if participle else re.escape(word)


@cache
def _participles() -> Mapping[str, str]:
    found: dict[str, str] = read_words("grammar")["participles"]
    return found


def _ends_in_letter(pattern: str) -> bool:
    return pattern.rstrip("*?)")[-1:].isalnum()


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(pattern_to_regex, patterns)) or r"(?!)", re.IGNORECASE)


def compile_patterns(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return one regular expression that finds any of the patterns.

    >>> compile_patterns(["broke down", "walked out"]).search("Talks broke down.").group()
    'broke down'
    """
    return _compiled(tuple(patterns))


def words_to_regex(words: Sequence[str]) -> str:
    r"""Return a regular expression for any of the given words or names, the longest first.

    >>> words_to_regex(["Asif", "Khawaja Asif"])
    'Khawaja\\s+Asif|Asif'
    """
    longest_first = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) or r"(?!)"
