"""Periods of the calendar: this day, that week, the third quarter, the nineties.

A `Period` is a unit and its number in an endless row of such units, so that “two months later” is an
addition. Its text is its TIMEX3 value. Years before 1 are counted without a gap: the year 0 is 1 BC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.dates.interval import Interval

__all__ = ["CALENDAR", "GRAINS", "Period", "civil", "day_number", "length_of_month"]

# The units of the calendar, finest first; what is finer than a day is a time and no period.
GRAINS = (
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
)
CALENDAR = frozenset(GRAINS)

_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_MONTHS_IN["millennium"] = 12000
_SEASONS = ("SP", "SU", "FA", "WI")
_SPRING = 2  # March, counted from 0: where the row of seasons starts within a year

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{1,4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A unit of the calendar and its number.

    >>> october = Period.parse("2025-10")
    >>> print(october.shift(3), october.to("year"), october.last("day"))
    2026-01 2025 2025-10-31

    Its finest grain decides what it is: the first of October is not October.

    >>> Period.parse("2025-10-01") == october
    False
    """

    unit: str
    number: int

    @classmethod
    def parse(cls, value: str) -> Period:
        """Read a TIMEX3 value that names one period, such as `2025-W43`, `2025-SU` or `199`."""
        return _parsed(value)

    @classmethod
    def of_day(cls, year: int, month: int, day: int) -> Period:
        """Return a day of the calendar; `ValueError` where there is none."""
        if not (1 <= month <= 12 and 1 <= day <= length_of_month(year, month)):
            raise ValueError(f"{year}-{month}-{day} is no day")
        return cls("day", day_number(year, month, day))

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """Return a month of the calendar."""
        return cls("month", year * 12 + month - 1)

    @classmethod
    def of_date(cls, day: date) -> Period:
        """Return the period of one day."""
        return cls("day", day.toordinal())

    def shift(self, count: int) -> Period:
        """Return the period of the same unit so many places later, or earlier for a negative count."""
        return Period(self.unit, self.number + count)

    @property
    def first_day(self) -> int:
        """The number of its first day, where 1 is 1 January of the year 1."""
        if self.unit == "day":
            return self.number
        if self.unit == "week":
            return self.number * 7 + 1
        if self.unit == "weekend":
            return self.number * 7 + 6
        year, month = divmod(self._first_month, 12)
        return day_number(year, month + 1, 1)

    @property
    def end_day(self) -> int:
        """The number of the day after its last."""
        if self.unit == "weekend":
            return self.first_day + 2
        return self.shift(1).first_day

    @property
    def _first_month(self) -> int:
        return self.number * _MONTHS_IN[self.unit] + (_SPRING if self.unit == "season" else 0)

    @property
    def year(self) -> int:
        """The year of its first day; for a week that of its Thursday, as ISO 8601 counts."""
        return civil(self.first_day + (3 if self.unit in ("week", "weekend") else 0))[0]

    @property
    def month(self) -> int:
        """The month, 1 to 12, of its first day."""
        return civil(self.first_day)[1]

    def to(self, unit: str) -> Period:
        """Return the period of another unit in which this one begins.

        >>> print(Period.parse("2025-10-29").to("week"), Period.parse("1995-10").to("decade"))
        2025-W44 199
        """
        return self if unit == self.unit else _holding(unit, self.first_day)

    def last(self, unit: str) -> Period:
        """Return the last period of another unit that begins in this one or holds its last day."""
        return _holding(unit, self.end_day - 1)

    @property
    def interval(self) -> Interval | None:
        """Its days, or None where they lie outside the years 1 to 9999."""
        start, end = self.first_day, self.end_day
        if start < 1 or start > date.max.toordinal():
            return None
        return Interval(
            date.fromordinal(start), date.fromordinal(end) if end <= date.max.toordinal() else None
        )

    def finer(self, other: Period) -> bool:
        """Tell whether this one is of a finer unit than the other."""
        return GRAINS.index(self.unit) < GRAINS.index(other.unit)

    def __str__(self) -> str:
        return _text(self)


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day, 1 for 1 January of the year 1, for any year.

    >>> day_number(2025, 10, 29) == date(2025, 10, 29).toordinal()
    True
    """
    # The year starts with March here, so that a leap day is its last.
    shifted = year - (month <= 2)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return shifted * 365 + shifted // 4 - shifted // 100 + shifted // 400 + of_year - 305


def civil(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day's number.

    >>> civil(date(2025, 10, 29).toordinal())
    (2025, 10, 29)
    """
    if 1 <= number <= 3652059:
        day = date.fromordinal(number)
        return day.year, day.month, day.day
    cycles, rest = divmod(number - 1, 146097)  # 400 years have that many days
    day = date.fromordinal(rest + 1)
    return day.year + cycles * 400, day.month, day.day


def length_of_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def _holding(unit: str, day: int) -> Period:
    if unit == "day":
        return Period(unit, day)
    if unit in ("week", "weekend"):
        return Period(unit, (day - 1) // 7)
    year, month, _ = civil(day)
    return Period(unit, (year * 12 + month - 1 - (_SPRING if unit == "season" else 0)) // _MONTHS_IN[unit])


@lru_cache(maxsize=4096)
def _parsed(value: str) -> Period:
    found = _VALUE.fullmatch(value)
    if not found:
        raise ValueError(f"{value!r} is no period")
    digits = found["year"]
    year = 1 - int(digits) if found["bc"] and len(digits) == 4 else int(digits)
    if len(digits) < 4:
        unit = {3: "decade", 2: "century", 1: "millennium"}[len(digits)]
        return Period(unit, -int(digits) - 1 if found["bc"] else int(digits))
    if found["day"]:
        return Period.of_day(year, int(found["month"]), int(found["day"]))
    if found["month"]:
        return Period.of_month(year, int(found["month"]))
    if found["week"]:
        first = Period.of_day(year, 1, 4).to("week").number + int(found["week"]) - 1
        return Period("weekend" if found["weekend"] else "week", first)
    if found["season"]:
        return Period("season", year * 4 + _SEASONS.index(found["season"]))
    for unit, count in (("quarter", 4), ("half", 2)):
        if found[unit]:
            return Period(unit, year * count + int(found[unit]) - 1)
    return Period("year", year)


@lru_cache(maxsize=8192)
def _text(period: Period) -> str:
    unit, number = period.unit, period.number
    if unit in ("decade", "century", "millennium"):
        return _long_text(unit, number)
    if unit in ("week", "weekend"):
        year = period.year
        week = number - Period.of_day(year, 1, 4).to("week").number + 1
        return f"{_year_text(year)}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "season":
        return f"{_year_text(number // 4)}-{_SEASONS[number % 4]}"
    if unit == "quarter":
        return f"{_year_text(number // 4)}-Q{number % 4 + 1}"
    if unit == "half":
        return f"{_year_text(number // 2)}-H{number % 2 + 1}"
    year, month, day = civil(period.first_day)
    return f"{_year_text(year)}-{month:02}-{day:02}"[: {"year": -6, "month": -3}.get(unit)]


def _year_text(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _long_text(unit: str, number: int) -> str:
    width = {"decade": 3, "century": 2, "millennium": 1}[unit]
    return f"{number:0{width}}" if number >= 0 else f"BC{-number - 1:0{width}}"
