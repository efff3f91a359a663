"""A date of the record in the words of a language, as editors and readers see it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from generator.dates.edtf import Edtf
from generator.dates.grammar import load
from generator.dates.periods import Period

__all__ = ["in_words"]


@lru_cache(maxsize=4096)
def in_words(edtf: Edtf, language: str = "en") -> str:
    """Say an EDTF date in words.

    >>> in_words(Edtf.parse("2025-10-29"))
    'Wednesday 29 October 2025'
    >>> in_words(Edtf.parse("[2025-10-25..2025-10-28]")), in_words(Edtf.parse("2025-10-25/2025-10-28"))
    ('a day between 25 and 28 October 2025', '25 to 28 October 2025')
    >>> in_words(Edtf.parse("[..2025-12]")), in_words(Edtf.parse("2021/.."))
    ('by December 2025', 'since 2021')
    >>> in_words(Edtf.parse("[2001-09..2001-12]")), in_words(Edtf.parse("2025-10-11~"))
    ('a day between September and December 2001', 'about 11 October 2025')
    >>> in_words(Edtf.parse("2025-35")), in_words(Edtf.parse("199X"))
    ('the third quarter of 2025', 'the 1990s')
    """
    words: Mapping[str, Any] = load(language).wording
    forms = words["dates"]
    if edtf.kind in ("within", "span", "before", "after", "until", "since"):
        if edtf.text.endswith("-XX"):
            return str(forms["unknown_day"]).format(
                whole=_point(edtf.text.replace("-XX", ""), words, "short_day")
            )
        return _of_two(edtf, words)
    said = _point(
        edtf.text.rstrip("~?%"), words, "short_day" if edtf.approximate or edtf.uncertain else "day"
    )
    if edtf.approximate:
        said = forms["approximate"].format(date=said)
    return str(forms["uncertain"].format(date=said) if edtf.uncertain else said)


def _of_two(edtf: Edtf, words: Mapping[str, Any]) -> str:
    text = edtf.text.strip("[]")
    first, _, last = text.partition("/" if "/" in text else "..")
    first, last = first.replace("..", ""), last.replace("..", "")
    form = words["dates"][edtf.kind]
    if not (first and last):
        return str(form.format(first=_end(first, words), last=_end(last, words)))
    return str(form.format(first=_shortened(first, last, words), last=_end(last, words)))


def _end(text: str, words: Mapping[str, Any]) -> str:
    if not text:
        return ""
    plain = text.rstrip("~?%")
    said = _point(plain, words, "short_day")
    if text[-1] in "~%":
        said = words["dates"]["approximate"].format(date=said)
    return str(words["dates"]["uncertain"].format(date=said) if text[-1] in "?%" else said)


def _shortened(first: str, last: str, words: Mapping[str, Any]) -> str:
    """Say the first of two dates without the month and the year that the second says again."""
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return _point(first, words, "day_of_month")
    if len(first) == len(last) == 10 and first[:4] == last[:4]:
        return _point(first, words, "day_of_year")
    if len(first) == len(last) == 7 and first[:4] == last[:4] and int(first[5:]) <= 12 >= int(last[5:]):
        return str(words["months"][int(first[5:]) - 1])
    return _end(first, words)


def _point(text: str, words: Mapping[str, Any], day_form: str) -> str:
    forms = words["dates"]
    if text.endswith("X"):
        return str(
            forms["century" if text.endswith("XX") else "decade"].format(
                year=text.replace("X", "0").lstrip("0")
            )
        )
    year, _, rest = text.partition("-")
    number = int(rest[:2]) if rest else 0
    fields = {"year": str(int(year)), "month": "", "day": "", "weekday": ""}
    if number > 12:
        group = forms["seasons"] if rest in forms["seasons"] else forms["quarters"]
        return str(group[rest].format(**fields))
    if not rest:
        return str(forms["year"].format(**fields))
    fields["month"] = words["months"][number - 1]
    if len(rest) < 5:
        return str(forms["month"].format(**fields))
    fields["day"] = str(int(rest[3:]))
    fields["weekday"] = words["weekdays"][(Period.parse(text).number - 1) % 7]
    return str(forms[day_form].format(**fields))
