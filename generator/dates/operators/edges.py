"""Parts of a date and doubts about it: late 2001, about 11 October, by December, on Wednesday morning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.dates.edtf import Edtf, EdtfError
from generator.dates.operators.base import Operator, edtf_of, set_of, walk
from generator.dates.periods import Period

__all__ = [
    "About",
    "After",
    "Before",
    "By",
    "Clock",
    "End",
    "Middle",
    "Overnight",
    "Part",
    "Since",
    "Start",
    "Until",
]


@dataclass(frozen=True, slots=True)
class _Of(Operator):
    """Another date, with something said about it."""

    of: Operator

    @property
    def type(self) -> str:
        """The TIMEX3 type of the date itself."""
        return self.of.type

    @property
    def period(self) -> Period | None:
        """The period of the date itself."""
        return self.of.period

    @property
    def value(self) -> str:
        """The TIMEX3 value of the date itself."""
        return self.of.value

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier of the date itself."""
        return self.of.mod

    @property
    def edtf(self) -> Edtf | None:
        """What was said about the date, as EDTF."""
        return self.of.edtf


def _third(period: Period, number: int) -> Edtf | None:
    """Return the first, second or last third of a period as one unknown day, month or year in it."""
    parts = {
        "week": ("day", 2, 4, 7),
        "month": ("day", 10, 20, 31),
        "season": ("month", 1, 2, 3),
        "quarter": ("month", 1, 2, 3),
        "half": ("month", 2, 4, 6),
        "year": ("month", 4, 8, 12),
        "decade": ("year", 4, 7, 10),
        "century": ("year", 33, 67, 100),
    }
    if period.unit not in parts:
        return edtf_of(period)
    inner, *ends = parts[period.unit]
    first = Period("day", period.first_day).to(inner)
    start, end = first.shift([0, *ends][number]), first.shift(ends[number] - 1)
    return set_of(start.first_day, min(end.end_day, period.end_day) - 1, inner)


@dataclass(frozen=True, slots=True)
class _Third(_Of):
    """A third of a period; `number` says which, counted from 0."""

    number: ClassVar[int]

    @property
    def mod(self) -> str | None:
        """START, MID or END."""
        return ("START", "MID", "END")[self.number]

    @property
    def edtf(self) -> Edtf | None:
        """One unknown day in that third."""
        period = self.of.period
        return _third(period, self.number) if period else None


@dataclass(frozen=True, slots=True)
class Start(_Third):
    """The first third of a period: “early 2001”, “the beginning of October”.

    >>> from generator.dates.operators.points import Exactly
    >>> print(Start(Exactly("2001")).edtf)
    [2001-01..2001-04]
    """

    number = 0


@dataclass(frozen=True, slots=True)
class Middle(_Third):
    """The middle third of a period: “mid-October”.

    >>> from generator.dates.operators.points import Exactly
    >>> print(Middle(Exactly("2025-10")).edtf)
    [2025-10-11..2025-10-20]
    """

    number = 1


@dataclass(frozen=True, slots=True)
class End(_Third):
    """The last third of a period: “late 2001”, “the end of the month”.

    >>> from generator.dates.operators.points import Exactly
    >>> print(End(Exactly("2001")).edtf)
    [2001-09..2001-12]
    """

    number = 2


@dataclass(frozen=True, slots=True)
class About(_Of):
    """A date that the words give as approximate: “around 11 October”.

    >>> from generator.dates.operators.points import Exactly
    >>> About(Exactly("2025-10-11")).mod, str(About(Exactly("2025-10-11")).edtf)
    ('APPROX', '2025-10-11~')
    """

    @property
    def mod(self) -> str | None:
        """APPROX."""
        return "APPROX"

    @property
    def edtf(self) -> Edtf | None:
        """The date with a tilde."""
        return _reshaped(self.of.edtf, "{}~")


@dataclass(frozen=True, slots=True)
class _Open(_Of):
    """A date that is one end of an open stretch.

    `modifier` is what TIMEX3 has for it, `form` the shape of the EDTF, and `step` how many periods further
    the stretch ends or begins: none where the date belongs to it.
    """

    modifier: ClassVar[str | None] = None
    form: ClassVar[str]
    step: ClassVar[int] = 0

    @property
    def mod(self) -> str | None:
        """The modifier of the date, where it has one, else that of the open end."""
        return self.of.mod or self.modifier

    @property
    def edtf(self) -> Edtf | None:
        """The open stretch."""
        if not self.step:
            return _reshaped(self.of.edtf, self.form)
        period = self.of.period
        return _reshaped(edtf_of(period.shift(self.step)), self.form) if period else None


@dataclass(frozen=True, slots=True)
class By(_Open):
    """An event that happens no later than the date: “by December 2025”.

    >>> from generator.dates.operators.points import Exactly
    >>> By(Exactly("2025-12")).mod, str(By(Exactly("2025-12")).edtf)
    ('BEFORE', '[..2025-12]')
    """

    modifier = "BEFORE"
    form = "[..{}]"


@dataclass(frozen=True, slots=True)
class Until(_Open):
    """A state that lasts to the date: “until December 2025”.

    >>> from generator.dates.operators.points import Exactly
    >>> print(Until(Exactly("2025-12")).edtf)
    ../2025-12
    """

    form = "../{}"


@dataclass(frozen=True, slots=True)
class Since(_Open):
    """A state that has lasted from the date on: “since 2021”.

    >>> from generator.dates.operators.points import Exactly
    >>> print(Since(Exactly("2021")).edtf)
    2021/..
    """

    form = "{}/.."


@dataclass(frozen=True, slots=True)
class Before(_Open):
    """An event that is over when the date begins: “before 2001”.

    >>> from generator.dates.operators.points import Exactly
    >>> print(Before(Exactly("2001")).edtf)
    [..2000]
    """

    modifier = "BEFORE"
    form = "[..{}]"
    step = -1


@dataclass(frozen=True, slots=True)
class After(_Open):
    """An event that begins when the date is over: “after 2001”.

    >>> from generator.dates.operators.points import Exactly
    >>> print(After(Exactly("2001")).edtf)
    [2002..]
    """

    modifier = "AFTER"
    form = "[{}..]"
    step = 1


def _reshaped(edtf: Edtf | None, shape: str) -> Edtf | None:
    """Set a date into an open form; of a set of days the end that counts is taken."""
    if edtf is None:
        return None
    text = edtf.text
    if edtf.kind in ("within", "span"):
        first, last = text.strip("[]").replace("/", "..").split("..")
        text = last if shape.startswith(("[..", "../")) else first
        if shape == "{}~":
            return edtf
    try:
        return Edtf.parse(shape.format(text))
    except EdtfError:
        return edtf


@dataclass(frozen=True, slots=True)
class Part(_Of):
    """A part of a day: “early on Wednesday”, “that afternoon”, “overnight”.

    >>> from generator.dates.operators.points import Exactly
    >>> Part(Exactly("2025-10-29"), "MO").value, str(Part(Exactly("2025-10-29"), "MO").edtf)
    ('2025-10-29TMO', '2025-10-29')
    """

    part: str

    @property
    def type(self) -> str:
        """A time."""
        return "TIME"

    @property
    def value(self) -> str:
        """The day with the part of it."""
        return f"{self.of.value}T{self.part}"


@dataclass(frozen=True, slots=True)
class Overnight(Part):
    """The night beside a day: the one that ended on the day of writing, or began on a day that was named.

    It lies on two days, and nothing tells on which of them something happened.

    >>> from generator.dates.operators.points import Exactly, Written
    >>> print(Overnight(Written("2025-10-29"), "NI").edtf)
    [2025-10-28..2025-10-29]
    >>> print(Overnight(Exactly("2025-10-25"), "NI").edtf)
    [2025-10-25..2025-10-26]
    """

    @property
    def edtf(self) -> Edtf | None:
        """One unknown day of the two."""
        period = self.of.period
        if period is None or period.unit != "day":
            return None
        first = period.first_day - any(type(one).__name__ == "Written" for one in walk(self.of))
        return set_of(first, first + 1, "day")


@dataclass(frozen=True, slots=True)
class Clock(_Of):
    """A clock time of a day, with its zone where the words give one; it never moves the day.

    >>> from generator.dates.operators.points import Exactly
    >>> Clock(Exactly("2025-10-29"), "20:30", "Z").value
    '2025-10-29T20:30Z'
    """

    time: str
    zone: str

    @property
    def type(self) -> str:
        """A time."""
        return "TIME"

    @property
    def value(self) -> str:
        """The day with the time."""
        return f"{self.of.value}T{self.time}{self.zone}"
