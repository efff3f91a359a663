"""A stretch of text as words with their places, looked up in the lexicon of a language.

Only stretches around a word that can date something are ever cut into tokens, and only as far as the words
are ones that the grammar knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

__all__ = [
    "TOKEN",
    "Labels",
    "Run",
    "Token",
    "keys_of",
    "labels_of_mark",
    "labels_of_number",
    "lowered",
    "normal",
]

Labels = Mapping[str, str]  # what a word can be (month, unit …), and which one

_TIME = r"[t ][0-9][0-9]:?[0-9][0-9](?::?[0-9][0-9](?:\.[0-9]+)?)?(?:z|[+-][0-9][0-9]:?[0-9][0-9])?"
_FORMS = (
    ("code", r"[qh][1-4](?![^\W_])"),
    ("iso", rf"[0-9]{{4}}-[0-9][0-9]-[0-9][0-9](?:{_TIME})?(?![0-9-])"),
    ("compact", r"[0-9]{8}t?[0-9]{4,6}z?(?![0-9])"),
    ("slashed", r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{2,4}(?![0-9/])"),
    ("clock", r"[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![0-9:])"),
    ("decade", r"[0-9]{0,3}0['’]?s(?![^\W_])"),
    ("nth", r"[0-9]{1,4}(?:st|nd|rd|th)(?![^\W_])"),
    ("number", r"[0-9]{1,3}(?:,[0-9][0-9][0-9])+(?:\.[0-9]+)?(?![0-9,])|[0-9]+(?:\.[0-9]+)?"),
    ("dotted", r"[a-z]\.(?:[a-z]\.?){1,6}(?![^\W_])"),
    ("possessive", r"['’]s(?![^\W_])"),
    ("word", r"[^\W0-9_]+[\u0300-\u036f]*"),
    ("mark", r"['’‘`][0-9][0-9]s?(?![^\W_])|\S"),
)
TOKEN = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS))

_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "‐": "-", "‑": "-", "−": "-"})


class Token(NamedTuple):
    """A word, a number or a mark: its normal form, its offsets, and what it can be.

    `keys` are the text and the labels in braces, as the shapes of a grammar ask for them.
    """

    text: str
    start: int
    end: int
    labels: Labels
    keys: frozenset[str]


def keys_of(text: str, labels: Labels) -> frozenset[str]:
    """Return a token's text and its labels in braces.

    >>> sorted(keys_of("may", {"month": "May"}))
    ['may', '{month}']
    """
    return frozenset((text, *(f"{{{label}}}" for label in labels)))


class Run(NamedTuple):
    """A run of tokens that the grammar knows, and the whole text around it."""

    text: str  # as it was given
    lower: str  # the same, in lower case, of the same length
    tokens: list[Token]


def lowered(text: str) -> str:
    """Return the text in lower case with every offset kept; a letter that would become two stays as it is.

    >>> len(lowered("İstanbul, MAY")), lowered("İstanbul, MAY")[-3:]
    (13, 'may')
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one) == 1 else original for original in text for one in [original.lower()])


def normal(text: str) -> str:
    """Return a token's text with one form of apostrophe and one of hyphen."""
    return text.translate(_MARKS)


def labels_of_number(kind: str, text: str) -> Labels:
    """Return what a token made of digits can be, by its form.

    >>> labels_of_number("number", "25")
    {'digits': '25', 'numeral': '25', 'dd': '25', 'hh': '25', 'yy': '25'}
    >>> labels_of_number("decade", "1990s")
    {'decade': '199'}
    """
    if kind == "number":
        return _labels_of_digits(text)
    if kind == "nth":
        number = text[:-2]
        return {"nth": str(int(number)), **({"ddth": number} if 1 <= int(number) <= 31 else {})}
    if kind == "decade":
        digits = text.rstrip("s").rstrip("'’")
        return _labels_of_decade(digits)
    return {kind: text}


def labels_of_mark(text: str) -> Labels:
    """Return what a year behind an apostrophe can be.

    >>> labels_of_mark("'98"), labels_of_mark("'90s"), labels_of_mark(",")
    ({'apostrophe': '98'}, {'decade2': '9'}, {})
    """
    if len(text) < 3:
        return {}
    return _labels_of_decade(text[1:-1]) if text.endswith("s") else {"apostrophe": text[1:]}


def _labels_of_decade(digits: str) -> Labels:
    if len(digits) == 4 and digits[3] == "0":
        return {"decade": digits[:2] if digits[2] == "0" and digits < "1900" else digits[:3]}
    if len(digits) == 2 and digits[1] == "0":
        return {"decade2": digits[0]}
    if len(digits) == 3 and digits[2] == "0":
        return {"decade3": digits[:2]}
    return {}


def _labels_of_digits(text: str) -> Labels:
    plain = text.replace(",", "")
    if len(plain) > 9:
        return {}
    labels = {"digits": plain}
    if not plain.isdigit() or not plain.isascii():
        return labels if plain.isascii() else {}
    if "," in text:
        return labels
    labels["numeral"] = plain
    if len(plain) <= 2 and 1 <= int(plain) <= 31:
        labels["dd"] = plain
    if len(plain) <= 2 and int(plain) <= 31:
        labels["hh"] = plain
    if len(plain) == 2:
        labels["yy"] = plain
    if len(plain) == 4:
        labels["hhmm"] = plain
        if "1000" <= plain <= "2199":
            labels["yyyy"] = plain
    return labels
