"""The days that a search knows of: marks by which a day is found however a reader writes it.

“19 October”, “October 19”, “Oct 19” and “2025-10-19” are one day in four spellings. Both ends of the search
turn each into the same mark: a word that nobody types and that begins no other. `assets/query.js` reads what
the reader wrote; here the dates of the record, and those that its texts name, are written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.dates import Edtf
from generator.site.words import Words, load_words
from generator.timeline.certainty import DateGrade

__all__ = ["dated_marks", "month_numbers", "named_marks", "weekday_names"]

DAY = timedelta(days=1)
MOST_DAYS = 62  # a longer stretch is found by its months alone
MOST_MONTHS = 24
# On the day; over it or about it; a stretch in which it is one day of several has v.
_LETTERS: dict[DateGrade | None, str] = {"day": "o", "span": "s", "about": "s"}


def month_numbers(words: Words) -> dict[str, int]:
    """Return the number of each month by its names, long and short, of the interface and in English.

    >>> months = month_numbers(load_words("en"))
    >>> months["october"], months["oct"], months["may"]
    (10, 10, 5)
    """
    found: dict[str, int] = {}
    for language in (load_words("en"), words):
        for key in ("calendar.months", "calendar.months_short"):
            found |= {name.lower(): number for number, name in enumerate(language.list(key), start=1)}
    return found | {"sept": 9}


def weekday_names(words: Words) -> list[str]:
    """Return the names of the weekdays: beside a date they add nothing to a question."""
    keys = ("calendar.weekdays", "calendar.weekdays_short")
    return sorted(
        {name.lower() for one in (load_words("en"), words) for key in keys for name in one.list(key)}
    )


def dated_marks(edtf: Edtf, grade: DateGrade | None = None) -> Iterator[str]:
    """Give the marks of the days and months that a date can mean, by how surely it means each.

    >>> list(dated_marks(Edtf.parse("2025-10-19"), "day"))
    ['qo20251019zq', 'qo1019zq', 'qm202510zq']
    >>> list(dated_marks(Edtf.parse("[..2025-12]"), "open"))
    []
    """
    if edtf.earliest is None or edtf.latest is None:
        return
    letter = _LETTERS.get(grade, "v")
    for day in _days(edtf.earliest, edtf.latest):
        yield f"q{letter}{day:%Y%m%d}zq"
        yield f"q{letter}{day:%m%d}zq"
    month = edtf.earliest.replace(day=1)
    for _ in range(MOST_MONTHS):
        if month >= edtf.latest:
            return
        yield f"qm{month:%Y%m}zq"
        month = (month + 31 * DAY).replace(day=1)


def _days(first: date, end: date) -> list[date]:
    length = (end - first).days
    return [first + number * DAY for number in range(length)] if length <= MOST_DAYS else []


def named_marks(text: str, months: Mapping[str, int]) -> Iterator[str]:
    """Give the marks of the days that a text names. One named without its year is marked as such.

    >>> months = month_numbers(load_words("en"))
    >>> list(named_marks("brokered in Doha on 19 October; Oct. 25, 2025; may 40", months))
    ['qu1019zq', 'qn1019zq', 'qn20251025zq', 'qn1025zq']
    """
    for found in _pattern(months).finditer(text):
        told = found.groupdict()
        month = int(told["iso_month"] or 0) or months[(told["month"] or told["month_first"]).lower()]
        day = int(told["iso_day"] or told["day"] or told["day_after"])
        year = told["iso_year"] or told["year"] or told["year_after"]
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield f"qn{year}{month:02}{day:02}zq" if year else f"qu{month:02}{day:02}zq"
            yield f"qn{month:02}{day:02}zq"


def _pattern(months: Mapping[str, int]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    number = r"[0-9]{1,2}(?![0-9])"
    year = r"[12][0-9]{3}"
    return re.compile(
        rf"\b(?:(?P<iso_year>{year})-(?P<iso_month>[0-9]{{2}})-(?P<iso_day>[0-9]{{2}})(?![0-9])"
        rf"|(?P<day>{number})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{names})\b\.?(?:,?\s+(?P<year>{year})\b)?"
        rf"|(?P<month_first>{names})\.?\s+(?P<day_after>{number})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year_after>{year})\b)?)",
        re.IGNORECASE,
    )
