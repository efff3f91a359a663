"""Counting in units of the calendar: this month, two days later, the third day of October."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates.edtf import Edtf
from generator.dates.operators.base import Operator, edtf_of, set_of
from generator.dates.periods import CALENDAR, GRAINS, Period, civil, length_of_month

__all__ = ["Earlier", "Later", "Nth", "Rest", "This"]

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_SIZES = _MONTHS | {"season": 3, "half": 6}
_HOURS = {"hour": 1, "minute": 0, "second": 0, "moment": 0}

# What stands behind the year for a unit that nobody knows.
_UNKNOWN = {
    "day": "-XX-XX",
    "month": "-XX",
    "week": "-WXX",
    "weekend": "-WXX-WE",
    "season": "-XX",
    "quarter": "-QX",
}


@dataclass(frozen=True, slots=True)
class This(Operator):
    """The unit that holds the anchor: “this month”, “that week”, “the same day”.

    >>> from generator.dates.operators.points import Written
    >>> This("month", Written("2025-10-29")).value
    '2025-10'
    """

    unit: str
    anchor: Operator

    @property
    def period(self) -> Period | None:
        """The unit, or None where the anchor is no date or is coarser than the unit."""
        near = self.anchor.period
        if near is None or (GRAINS.index(near.unit) > GRAINS.index(self.unit)):
            return None
        return near.to(self.unit)

    @property
    def value(self) -> str:
        """The TIMEX3 value; a pattern where nothing says which one it is."""
        return str(self.period or _unknown(self.unit, self.anchor.period))


@dataclass(frozen=True, slots=True)
class _Shift(Operator):
    """So many units from an anchor, named no finer than the grain."""

    count: str
    unit: str
    anchor: Operator
    grain: str

    @property
    def sign(self) -> int:
        """Plus one for later, minus one for earlier."""
        raise NotImplementedError

    @property
    def period(self) -> Period | None:
        """The period that is reached, of the grain asked for."""
        near = self.anchor.period
        if near is None or self.count == "X":
            return None
        reached = shifted(near, self.sign * float(self.count), self.unit)
        if reached is None or GRAINS.index(reached.unit) >= GRAINS.index(self.grain):
            return reached
        return reached.to(self.grain)

    @property
    def value(self) -> str:
        """The TIMEX3 value; digits that a vague count leaves open are X."""
        period = self.period
        return str(period) if period else self._vague()

    def _vague(self) -> str:
        near = self.anchor.period
        if self.unit in _HOURS and near is not None and near.unit == "day":
            return f"{near}TXX"
        if self.count == "X":
            return "FUTURE_REF" if self.sign > 0 else "PAST_REF"
        return _unknown(self.unit, None)

    @property
    def type(self) -> str:
        """The TIMEX3 type: hours give a time."""
        return "TIME" if self.period is None and self.unit in _HOURS and self.value[-1] == "X" else "DATE"

    @property
    def edtf(self) -> Edtf | None:
        """The day for hours of the same day, a year for years from a month; nothing for a vague count."""
        period = self.period
        if (
            period
            and period.unit == "month"
            and self.unit == "year"
            and type(self.anchor).__name__ == "Named"
        ):
            return edtf_of(period.to("year"))
        near = self.anchor.period
        if period is None and near is not None and self.unit in _HOURS and near.unit == "day":
            return set_of(near.first_day, near.first_day)
        return Operator.edtf.fget(self)  # type: ignore[attr-defined, no-any-return]


@dataclass(frozen=True, slots=True)
class Later(_Shift):
    """So many units after the anchor.

    >>> from generator.dates.operators.points import Named
    >>> day = Named("2025-10-19")
    >>> Later("2", "day", day, "day").value, Later("1", "week", day, "week").value
    ('2025-10-21', '2025-W43')
    """

    @property
    def sign(self) -> int:
        """Plus one."""
        return 1


@dataclass(frozen=True, slots=True)
class Earlier(_Shift):
    """So many units before the anchor; “four years ago” is a year and no day.

    >>> from generator.dates.operators.points import Written
    >>> Earlier("4", "year", Written("2025-10-29"), "year").value
    '2021'
    """

    @property
    def sign(self) -> int:
        """Minus one."""
        return -1


def shifted(near: Period, count: float, unit: str) -> Period | None:
    """Return the period that lies so many units away, as fine as the period that is counted from.

    >>> print(shifted(Period.parse("2025-10-31"), 1, "month"), shifted(Period.parse("2025-10"), -1, "year"))
    2025-11-30 2024-10
    """
    if abs(count) > 100_000:
        return None
    if unit in ("hour", "minute", "second"):
        hours = count if unit == "hour" else 0
        return near.shift(int(hours // 24)) if near.unit == "day" and hours and hours % 24 == 0 else None
    if unit in _DAYS:
        return _by_days(near, round(count * _DAYS[unit]), unit)
    if unit in _MONTHS:
        return _by_months(near, count * _MONTHS[unit], unit)
    return near.to(unit).shift(int(count)) if unit in CALENDAR else None


def _by_days(near: Period, days: int, unit: str) -> Period | None:
    if near.unit == "day":
        return near.shift(days)
    if near.unit == "week" and unit != "day":
        return near.shift(days // 7)
    return None


def _by_months(near: Period, count: float, unit: str) -> Period | None:
    if near.unit not in _SIZES and near.unit != "day":
        near = near.to("year" if unit != "month" else "month")
    months = round(count)
    if near.unit == "day":
        year, month, day = civil(near.number)
        year, month = divmod(year * 12 + month - 1 + months, 12)
        return Period.of_day(year, month + 1, min(day, length_of_month(year, month + 1)))
    size = _SIZES[near.unit]
    return near.shift(months // size) if months % size == 0 else None


def _unknown(unit: str, near: Period | None) -> str:
    if near is not None and unit == "day" and near.unit == "month":
        return f"{near}-XX"
    known = near is not None and near.unit in ("year", "month", "season", "quarter", "half")
    year = str(near)[: -3 if near and near.unit != "year" else None] if known else "XXXX"
    if unit in _HOURS:
        return "XXXX-XX-XXTXX"
    return {"decade": "XXX", "century": "XX"}.get(unit, year + _UNKNOWN.get(unit, ""))


@dataclass(frozen=True, slots=True)
class Nth(Operator):
    """The unit with its number within a longer period, counted from its end for a negative number.

    >>> from generator.dates.operators.points import Exactly
    >>> Nth(3, "day", Exactly("2025-10")).value, Nth(-1, "day", Exactly("2025-10")).value
    ('2025-10-03', '2025-10-31')
    """

    number: int
    unit: str
    within: Operator

    @property
    def period(self) -> Period | None:
        """The unit, or None where it lies outside."""
        whole = self.within.period
        if whole is None or not self.number:
            return None
        if self.number > 0:
            first = Period("day", whole.first_day).to(self.unit)
            found = first.shift(self.number - 1 + (first.first_day < whole.first_day and self.unit != "week"))
        else:
            found = whole.last(self.unit).shift(self.number + 1)
        return found if whole.first_day - 6 <= found.first_day < whole.end_day else None


@dataclass(frozen=True, slots=True)
class Rest(Operator):
    """The part of a period that lies before or after a day in it: “earlier this month”, “later that year”.

    Written on 29 October 2025, “earlier this month” is a day from the first to the 28th:

    >>> from generator.dates.operators.points import Written
    >>> day = Written("2025-10-29")
    >>> rest = Rest("earlier", This("month", day), day)
    >>> rest.value, str(rest.edtf)
    ('2025-10', '[2025-10-01..2025-10-28]')
    """

    side: str
    whole: Operator
    anchor: Operator

    @property
    def period(self) -> Period | None:
        """The whole period."""
        return self.whole.period

    @property
    def value(self) -> str:
        """The TIMEX3 value of the whole period."""
        return self.whole.value

    @property
    def edtf(self) -> Edtf | None:
        """The days on the one side of the anchor; the whole period where there are none."""
        whole, near = self.whole.period, self.anchor.period
        if whole is None or near is None:
            return self.whole.edtf
        first, last = whole.first_day, whole.end_day - 1
        if self.side == "earlier":
            last = min(last, near.first_day - 1)
        else:
            first = max(first, near.end_day)
        whole_is_left = (first, last) == (whole.first_day, whole.end_day - 1)
        return self.whole.edtf if whole_is_left or first > last else set_of(first, last)
