"""Lengths of time and what recurs: four days, within 72 hours, every Wednesday."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates.edtf import Edtf
from generator.dates.operators.base import Operator
from generator.dates.operators.shifts import shifted
from generator.dates.periods import Period

__all__ = ["Ending", "Every", "Length", "Loosely"]

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "W", "week": "W", "month": "M",
    "quarter": "Q", "season": "M", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
_TIMES = {"fortnight": (2, "week"), "night": (1, "day"), "half": (6, "month")}


@dataclass(frozen=True, slots=True)
class Length(Operator):
    """A length, which dates nothing by itself: “four days”, “weeks”.

    >>> Length("4", "day").value, Length("X", "week").value, Length("72", "hour").value
    ('P4D', 'PXW', 'PT72H')
    """

    count: str
    unit: str

    @property
    def type(self) -> str:
        """A duration."""
        return "DURATION"

    @property
    def value(self) -> str:
        """The ISO 8601 length."""
        factor, unit = _TIMES.get(self.unit, (1, self.unit))
        letters = _LETTERS[unit]
        count = self.count if factor == 1 or self.count == "X" else f"{float(self.count) * factor:g}"
        return f"PT{count}{letters[1]}" if letters[0] == "T" else f"P{count}{letters}"


@dataclass(frozen=True, slots=True)
class Loosely(Operator):
    """A length or date with a modifier: “more than two years”, “nearly a decade”.

    >>> Loosely("MORE_THAN", Length("2", "year")).mod
    'MORE_THAN'
    """

    modifier: str
    of: Operator

    @property
    def type(self) -> str:
        """The TIMEX3 type of what is modified."""
        return self.of.type

    @property
    def period(self) -> Period | None:
        """The period of what is modified."""
        return self.of.period

    @property
    def value(self) -> str:
        """The TIMEX3 value of what is modified."""
        return self.of.value

    @property
    def mod(self) -> str | None:
        """The modifier."""
        return self.modifier

    @property
    def edtf(self) -> Edtf | None:
        """The date of what is modified, as approximate; nothing for a length."""
        edtf = self.of.edtf
        return Edtf.parse(f"{edtf}~") if edtf and edtf.kind in ("day", "month", "year") else edtf


@dataclass(frozen=True, slots=True)
class Ending(Operator):
    """A length whose last day is known: “four-day talks that ended Tuesday”.

    >>> from generator.dates.operators.points import Exactly
    >>> talks = Ending(Length("4", "day"), Exactly("2025-10-28"))
    >>> talks.value, str(talks.edtf)
    ('P4D', '2025-10-25/2025-10-28')
    """

    length: Operator
    last: Operator

    @property
    def type(self) -> str:
        """A duration."""
        return "DURATION"

    @property
    def value(self) -> str:
        """The length itself."""
        return self.length.value

    @property
    def mod(self) -> str | None:
        """The modifier of the length."""
        return self.length.mod

    @property
    def edtf(self) -> Edtf | None:
        """All the days from the first to the last."""
        length, last = self.length, self.last.period
        if not isinstance(length, Length) or length.unit != "day" or last is None or last.unit != "day":
            return None
        first = shifted(last, 1 - float(length.count), "day") if length.count != "X" else None
        return Edtf.parse(f"{first}/{last}") if first and first.interval and float(length.count) > 1 else None


@dataclass(frozen=True, slots=True)
class Every(Operator):
    """What recurs: “every Wednesday”, “daily”, “a year”.

    >>> Every("XXXX-WXX-3").value, Every("XXXX-WXX-3").type
    ('XXXX-WXX-3', 'SET')
    """

    pattern: str

    @property
    def type(self) -> str:
        """A set."""
        return "SET"

    @property
    def value(self) -> str:
        """The pattern of what recurs."""
        return self.pattern
