"""Many words as one regular expression that looks at each character once."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["pattern_of"]

_Branches = dict[str, "_Branches"]
_WORD_ENDS = ""


def pattern_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first.

    >>> pattern_of(["may", "march", "mars"])
    'ma(?:r(?:ch|s)|y)'
    """
    root: _Branches = {}
    for word in words:
        branch = root
        for character in word:
            branch = branch.setdefault(character, {})
        branch[_WORD_ENDS] = {}
    return _pattern(root)


def _pattern(branch: _Branches) -> str:
    ends = _WORD_ENDS in branch
    arms = [re.escape(character) + _pattern(rest) for character, rest in sorted(branch.items()) if character]
    if not arms:
        return ""
    if len(arms) == 1 and not ends:
        return arms[0]
    return f"(?:{'|'.join(arms)}){'?' if ends else ''}"
