"""A date as it is written in the record: EDTF text (ISO 8601-2), checked, and the days that it can mean.

Precision lives in this text and nowhere else. `2025-10` is a month and never its first day;
`[2025-10-25..2025-10-28]` is one unknown day of four, `2025-10-25/2025-10-28` is all four of them.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import Literal

from generator.dates.interval import DAY, Interval
from generator.problems import show

__all__ = ["Edtf", "EdtfError", "Kind", "Precision"]

Kind = Literal[
    "day",
    "month",
    "year",
    "season",
    "decade",
    "century",
    "span",
    "within",
    "before",
    "after",
    "until",
    "since",
]
Precision = Literal["day", "month", "season", "year", "decade", "century"]

_GRAINS: tuple[Precision, ...] = ("day", "month", "season", "year", "decade", "century")  # the finest first

# ISO 8601-2, 4.8: the numbers that stand in a month's place; (first month, months).
_SEASONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),  # winter runs into the next year
    33: (1, 3),  # quarters
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),  # halves
    41: (7, 6),
}

_POINT = re.compile(
    r"([0-9]{2}XX|[0-9]{3}X|[0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)", re.ASCII
)
_SET = re.compile(r"\[(?P<first>[^.\[\]]*)\.\.(?P<last>[^.\[\]]*)\]")
_LONGEST = 60  # characters; the longest form there is has fewer, and nobody's megabyte is matched


class EdtfError(ValueError):
    """A text that is no date. `wrong` says what is the matter with it, `mend` what would do.

    >>> Edtf.parse("2024-02-30")
    Traceback (most recent call last):
    generator.dates.edtf.EdtfError: 2024-02-30 is not a date; February 2024 has 29 days; \
write 2024-02-29, or 2024-02 if the day is unknown
    """

    def __init__(self, wrong: str, mend: str) -> None:
        self.wrong = wrong
        self.mend = mend
        super().__init__(f"{wrong}; {mend}")


@total_ordering
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edtf:
    """A date of the record; make it with `Edtf.parse`.

    >>> ceasefire = Edtf.parse("2025-10-19")
    >>> ceasefire.kind, ceasefire.earliest, ceasefire.latest
    ('day', datetime.date(2025, 10, 19), datetime.date(2025, 10, 20))

    `latest` is exclusive. It is None where the end is open, and for what ends with the year 9999, since
    Python knows no later day; `earliest` is None where the start is open. An event “by December 2025” may be
    on any earlier day:

    >>> deadline = Edtf.parse("[..2025-12]")
    >>> deadline.kind, deadline.precision, deadline.earliest, deadline.latest
    ('before', 'month', None, datetime.date(2026, 1, 1))

    Two dates are equal when their texts are, and sorted by the days that they can mean.
    """

    text: str
    kind: Kind
    precision: Precision
    approximate: bool
    uncertain: bool
    interval: Interval

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF text; raise `EdtfError` with the way out where it is none.

        >>> Edtf.parse("2025-10-25/2025-10-28").kind
        'span'
        >>> Edtf.parse("[2025-10-25..2025-10-28]").kind
        'within'
        >>> Edtf.parse("about 2001")
        Traceback (most recent call last):
        generator.dates.edtf.EdtfError: about 2001 is not an EDTF date; write it as 2025-10-29, 2025-10 or \
2025, with ~ behind it for “about”
        """
        return _parse(text.strip())

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean, or None."""
        return self.interval.start

    @property
    def latest(self) -> date | None:
        """The day after the last one that it can mean, or None."""
        return self.interval.end

    def overlaps(self, other: Edtf) -> bool:
        """Tell whether both can mean the same day."""
        return self.interval.overlaps(other.interval)

    def within(self, other: Edtf) -> bool:
        """Tell whether every day that this one can mean is one that the other can mean too.

        >>> Edtf.parse("2025-10-29").within(Edtf.parse("2025-10"))
        True
        """
        return self.interval.within(other.interval)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf.parse({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Edtf) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: Edtf) -> bool:
        return (self.interval.order, self.text) < (other.interval.order, other.text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    if len(text) > _LONGEST:
        raise _not_edtf(text)
    if text.startswith("["):
        return _parse_set(text)
    if "/" in text:
        return _parse_pair(text)
    return _parse_point(text)


def _parse_set(text: str) -> Edtf:
    found = _SET.fullmatch(text)
    if not found or not (found["first"] or found["last"]):
        mend = "write [2025-10-25..2025-10-28], or [..2025-12] for “by December 2025”"
        raise EdtfError(f"{show(text)} is not a set of days", mend)
    first, last = found["first"], found["last"]
    kind: Kind = "within" if first and last else "after" if first else "before"
    return _joined(text, kind, first, last)


def _parse_pair(text: str) -> Edtf:
    first, _, last = text.partition("/")
    first, last = ("" if side == ".." else side or "?" for side in (first, last))
    if "/" in last or "?" in (first, last) or not (first or last):
        mend = "write 2025-10-25/2025-10-28, ../2025-12 for “until December”, or 2021/.. for “since 2021”"
        raise EdtfError(f"{show(text)} is not a span of days", mend)
    kind: Kind = "span" if first and last else "since" if first else "until"
    return _joined(text, kind, first, last)


def _joined(text: str, kind: Kind, first: str, last: str) -> Edtf:
    points = [_parse_point(side) for side in (first, last) if side]
    start = points[0].earliest if first else None
    end = points[-1].latest if last else None
    if first and last and points[-1].interval.order[0] < points[0].interval.order[0]:
        raise EdtfError(f"{show(text)} ends before it starts", "put the earlier date first")
    precision = min((point.precision for point in points), key=_GRAINS.index)
    doubts = any(point.approximate for point in points), any(point.uncertain for point in points)
    return Edtf(text, kind, precision, *doubts, Interval(start, end))


def _parse_point(text: str) -> Edtf:
    found = _POINT.fullmatch(text)
    if not found:
        raise _not_edtf(text)
    year, month, day, mark = found.groups()
    kind, precision, interval = _days_of(text, year, month, day)
    return Edtf(text, kind, precision, mark in ("~", "%"), mark in ("?", "%"), interval)


def _days_of(text: str, year: str, month: str | None, day: str | None) -> tuple[Kind, Precision, Interval]:
    if "X" in year:
        return _years_of(text, year, month)
    number = int(year)
    if not number:
        raise EdtfError(f"{show(text)} is not a date; there was no year 0", "years run from 0001 to 9999")
    if month is None:
        return "year", "year", months(number, 1, 12)
    if month == "XX":
        return "within", "year", months(number, 1, 12)
    if day is None:
        return _months_of(text, number, int(month))
    if not 1 <= int(month) <= 12:
        raise EdtfError(f"{show(text)} is not a date; there is no month {month}", "months run from 01 to 12")
    if day == "XX":
        return "within", "month", months(number, int(month), 1)
    return "day", "day", _day_of(text, number, int(month), int(day))


def _years_of(text: str, year: str, month: str | None) -> tuple[Kind, Precision, Interval]:
    unknown = year.count("X")
    first = int(year[:-unknown]) * 10**unknown
    if month is not None or not first:
        raise EdtfError(
            f"{show(text)} is not a decade or a century", "write 199X for the nineties, 19XX for the century"
        )
    kind: Literal["decade", "century"] = "decade" if unknown == 1 else "century"
    return kind, kind, months(first, 1, 12 * 10**unknown)


def _months_of(text: str, year: int, month: int) -> tuple[Kind, Precision, Interval]:
    if month in _SEASONS:
        return "season", "season", months(year, *_SEASONS[month])
    if not 1 <= month <= 12:
        mend = (
            "months run from 01 to 12; 21 to 24 are the seasons, 33 to 36 the quarters, 40 and 41 the halves"
        )
        raise EdtfError(f"{show(text)} is not a month", mend)
    return "month", "month", months(year, month, 1)


def _day_of(text: str, year: int, month: int, day: int) -> Interval:
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        wrong = f"{show(text)} is not a date; {calendar.month_name[month]} {year} has {length} days"
        closest = length if day else 1
        mend = f"write {year:04}-{month:02}-{closest:02}, or {year:04}-{month:02} if the day is unknown"
        raise EdtfError(wrong, mend)
    start = date(year, month, day)
    return Interval(start, None if start == date.max else start + DAY)


def months(year: int, first: int, count: int) -> Interval:
    """Return the days of `count` months from the month `first` (1 to 12) of the year on.

    >>> print(months(2025, 12, 3))
    2025-12-01 to before 2026-03-01
    """
    end_year, end_month = divmod(year * 12 + first - 1 + count, 12)
    return Interval(date(year, first, 1), None if end_year > 9999 else date(end_year, end_month + 1, 1))


def _not_edtf(text: str) -> EdtfError:
    return EdtfError(
        f"{show(text)} is not an EDTF date",
        "write it as 2025-10-29, 2025-10 or 2025, with ~ behind it for “about”",
    )
