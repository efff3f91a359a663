"""The kinds of text that the record knows: what each may hold, and how a field says which it is.

`Identifier` is a text to the type checker and to every reader of the record; the loader and the schema find
in it the shape and the size that such a text must have. Patterns are matched whole and use no nested
repetition, so that no text takes long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, get_args

from dateutil import tz

from generator.timeline import limits

__all__ = [
    "Address",
    "Clock",
    "Code",
    "Country",
    "Hash",
    "Identifier",
    "Language",
    "Latitude",
    "Line",
    "Longitude",
    "Path",
    "Prose",
    "Range",
    "Text",
    "Zone",
    "is_free",
    "is_zone",
]


LONGEST_ZONE = 64  # characters


@cache
def is_zone(name: str) -> bool:
    """Tell whether the IANA has a time zone of this name.

    >>> is_zone("Asia/Qatar"), is_zone("Asia/Doha")
    (True, False)
    """
    try:
        return len(name) <= LONGEST_ZONE and tz.gettz(name) is not None
    except (OSError, ValueError):  # a name that no file can have
        return False


@dataclass(frozen=True)
class Text:
    """What a text may hold: `name` in words, `code` the rule it breaks where its `shape` does not fit.

    `free` text is written by a person in whole words: there a ` #` that cuts it off is a mistake.
    """

    name: str
    at_most: int = limits.TEXT
    shape: str = ""
    code: str = ""
    example: str = ""
    free: bool = False
    one_line: bool = False
    known: Callable[[str], bool] | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """The shape, ready to be matched against the whole text."""
        return re.compile(self.shape, re.ASCII) if self.shape else None


@dataclass(frozen=True)
class Range:
    """The smallest and the largest number that a field may hold."""

    least: float
    most: float


@cache
def is_free(kind: Any) -> bool:
    """Tell whether a field of this type holds words that a person writes freely.

    >>> is_free(Prose), is_free(Line | None), is_free(Identifier)
    (True, True, False)
    """
    parts = [kind, *get_args(kind)]
    return any(isinstance(mark, Text) and mark.free for part in parts for mark in get_args(part)[1:])


# Unicode's blanks, which `\\s` leaves out where patterns are kept to ASCII.
_BLANKS = r"\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"

Prose = Annotated[str, Text("a text", free=True)]
Line = Annotated[str, Text("a text of one line", at_most=limits.LINE, free=True, one_line=True)]
Identifier = Annotated[
    str,
    Text(
        "an id",
        at_most=limits.IDENTIFIER,
        shape=r"[a-z0-9]+(?:-[a-z0-9]+)*",
        code="id-is-a-slug",
        example="doha-ceasefire",
    ),
]
Address = Annotated[
    str,
    Text(
        "an address",
        at_most=limits.ADDRESS,
        # A host is four plain numbers, or names of which the last begins with a letter: 0x7f.1 is neither.
        shape=rf"https?://(?:{_BYTE}(?:\.{_BYTE}){{3}}|(?:[A-Za-z0-9-]+\.)*[A-Za-z][A-Za-z0-9-]*)(?::[0-9]{{1,5}})?"
        rf"(?:[/?#][^\s\\<>\"\x00-\x20\x7f{_BLANKS}]*)?",
        code="address-is-safe",
        example="https://news.example/a",
    ),
]
Path = Annotated[
    str,
    Text(
        "a path",
        at_most=limits.LINE,
        shape=r"(?!.*(?:^|/)\.\.?(?:/|$))[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*",
        code="path-stays-inside",
        example="seeds/report.txt",
    ),
]
Hash = Annotated[
    str,
    Text(
        "a SHA-256",
        at_most=64,
        shape=r"[0-9a-f]{64}",
        code="hash-has-its-shape",
        example="64 of the digits 0-9 a-f",
    ),
]
Zone = Annotated[
    str,
    Text(
        "a time zone",
        at_most=LONGEST_ZONE,
        shape=r"UTC|[A-Za-z]+/[A-Za-z](?:[A-Za-z0-9_+-]|/(?=[A-Za-z]))*",
        code="zone-is-known",
        example="Asia/Qatar",
        known=is_zone,
    ),
]
Language = Annotated[
    str,
    Text(
        "a language tag",
        at_most=35,
        shape=r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2}|-[0-9]{3})?",
        code="language-is-a-tag",
        example="en",
    ),
]
Country = Annotated[
    str,
    Text(
        "a country", at_most=2, shape=r"[A-Z]{2}", code="country-is-a-code", example="QA, two capital letters"
    ),
]
Clock = Annotated[
    str,
    Text(
        "a time of day",
        at_most=80,
        shape=r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T))?"
        r"(?:T(?:MO|MI|AF|EV|NI|DT)"
        r"|T?(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
        r"(?:Z|-(?:0[0-9]|1[01]):[0-5][0-9]|-12:00|[+](?:0[0-9]|1[0-3]):[0-5][0-9]|[+]14:00"
        r"| [A-Za-z]+(?:[A-Za-z0-9_+-]|/(?=[A-Za-z]))*))",
        code="time-has-a-zone",
        example="TMO for a morning, or 09:30+05:00",
    ),
]
Code = Annotated[str, Text("a word of a program", at_most=2_000)]
Latitude = Annotated[float, Range(-90, 90)]
Longitude = Annotated[float, Range(-180, 180)]
