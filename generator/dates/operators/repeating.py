"""What comes round again (weekdays, months, days of the year, seasons), and which of them is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateutil.easter import easter

from generator.dates.operators.base import Operator
from generator.dates.periods import Period, day_number

__all__ = ["MONTHS", "WEEKDAYS", "Coming", "In", "Last", "Nearest", "Next", "Recent", "Repeating"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SEASONS = {"spring": ("SP", 0), "summer": ("SU", 1), "autumn": ("FA", 2), "winter": ("WI", 3)}


class Repeating:
    """Something that comes round every week or every year, by the name that derivations give it.

    Names are `Wednesday`, `weekend`, `October`, `10-25`, `summer`, `Q3`, `H1`, `11-4-Thursday` (the fourth
    Thursday of November) and `easter-2` (two days before Easter Sunday).

    >>> for name in ("10-25", "11-4-Thursday", "easter-2"):
    ...     print(Repeating(name).at(2025))
    2025-10-25
    2025-11-27
    2025-04-18
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.weekly = name == "weekend" or name in WEEKDAYS

    def at(self, cycle: int) -> Period | None:
        """Return the one in a year, or in a week by its number; None for 29 February where there is none."""
        if self.weekly:
            if self.name == "weekend":
                return Period("weekend", cycle)
            return Period("day", cycle * 7 + 1 + WEEKDAYS.index(self.name))
        return _in_year(self.name, cycle)

    def around(self, period: Period, reach: int = 2) -> Iterator[Period]:
        """Give those near the period, earliest first."""
        cycle = (period.first_day - 1) // 7 if self.weekly else period.year
        steps = 8 if self.name == "02-29" else reach
        for step in range(-steps, steps + 1):
            found = self.at(cycle + step)
            if found:
                yield found

    @property
    def pattern(self) -> str:
        """The TIMEX3 value of any of them."""
        if self.name in WEEKDAYS:
            return f"XXXX-WXX-{WEEKDAYS.index(self.name) + 1}"
        if self.name == "weekend":
            return "XXXX-WXX-WE"
        one = self.at(2000)
        return (
            f"XXXX{str(one)[4:]}"
            if one and self.name[0] not in "e" and self.name.count("-") < 2
            else "XXXX-XX-XX"
        )


@lru_cache(maxsize=4096)
def _in_year(name: str, year: int) -> Period | None:
    if name in MONTHS:
        return Period.of_month(year, MONTHS.index(name) + 1)
    if name in _SEASONS:
        return Period("season", year * 4 + _SEASONS[name][1])
    if name[0] in "QH":
        unit, count = ("quarter", 4) if name[0] == "Q" else ("half", 2)
        return Period(unit, year * count + int(name[1]) - 1)
    if name.startswith("easter"):
        return Period.of_date(easter(year)).shift(int(name[6:] or 0)) if 1583 <= year <= 4099 else None
    return _day_in_year(name, year)


def _day_in_year(name: str, year: int) -> Period | None:
    month, nth, *weekday = name.split("-")
    if not weekday:
        try:
            return Period.of_day(year, int(month), int(nth))
        except ValueError:
            return None
    wanted = WEEKDAYS.index(weekday[0])
    first = day_number(year, int(month), 1)
    first_match = first + (wanted - (first - 1)) % 7
    if nth != "last":
        return Period("day", first_match + 7 * (int(nth) - 1))
    last = Period("day", first).to("month").shift(1).first_day - 1
    return Period("day", last - ((last - 1) - wanted) % 7)


@lru_cache(maxsize=512)
def _repeating(name: str) -> Repeating:
    return Repeating(name)


@dataclass(frozen=True, slots=True)
class _Choice(Operator):
    """One of those that come round, chosen by where it stands to an anchor."""

    what: str
    anchor: Operator

    @property
    def period(self) -> Period | None:
        """The chosen one, or None where the anchor is no date."""
        near = self.anchor.period
        return self.choose(near, _repeating(self.what)) if near else None

    @property
    def value(self) -> str:
        """The TIMEX3 value; a pattern where nothing says which one it is."""
        period = self.period
        return str(period) if period else _repeating(self.what).pattern

    def choose(self, near: Period, what: Repeating) -> Period | None:
        """Return the one that is meant."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Recent(_Choice):
    """The latest that has begun when the anchor ends: a reporter's bare weekday.

    An article of Wednesday 29 October 2025 says “on Tuesday”, and “on Wednesday” for the day of writing
    itself:

    >>> from generator.dates.operators.points import Written
    >>> Recent("Tuesday", Written("2025-10-29")).value, Recent("Wednesday", Written("2025-10-29")).value
    ('2025-10-28', '2025-10-29')

    “Last Wednesday” is not this; see `Last`.
    """

    def choose(self, near: Period, what: Repeating) -> Period | None:
        """Return the latest that begins before the end of the anchor."""
        return max((one for one in what.around(near) if one.first_day < near.end_day), default=None)


@dataclass(frozen=True, slots=True)
class Coming(_Choice):
    """The earliest that is not over when the anchor begins: “will meet on Friday”.

    >>> from generator.dates.operators.points import Written
    >>> Coming("Friday", Written("2025-10-29")).value, Coming("Wednesday", Written("2025-10-29")).value
    ('2025-10-31', '2025-10-29')
    """

    def choose(self, near: Period, what: Repeating) -> Period | None:
        """Return the earliest that ends after the anchor begins."""
        return min((one for one in what.around(near) if one.end_day > near.first_day), default=None)


@dataclass(frozen=True, slots=True)
class Last(_Choice):
    """The latest that is over when the anchor begins.

    >>> from generator.dates.operators.points import Written
    >>> Last("Friday", Written("2025-10-29")).value, Last("Wednesday", Written("2025-10-29")).value
    ('2025-10-24', '2025-10-22')
    """

    def choose(self, near: Period, what: Repeating) -> Period | None:
        """Return the latest that ends by the beginning of the anchor."""
        return max((one for one in what.around(near) if one.end_day <= near.first_day), default=None)


@dataclass(frozen=True, slots=True)
class Next(_Choice):
    """The earliest that begins when the anchor is over.

    >>> from generator.dates.operators.points import Written
    >>> Next("Friday", Written("2025-10-29")).value, Next("Wednesday", Written("2025-10-29")).value
    ('2025-10-31', '2025-11-05')
    """

    def choose(self, near: Period, what: Repeating) -> Period | None:
        """Return the earliest that begins after the anchor."""
        return min((one for one in what.around(near) if one.first_day >= near.end_day), default=None)


@dataclass(frozen=True, slots=True)
class Nearest(_Choice):
    """The one with the fewest days between it and the anchor, on either side; the earlier of two as near.

    A date without a year, in January about December and in December about January:

    >>> from generator.dates.operators.points import Written
    >>> Nearest("12-30", Written("2026-01-02")).value, Nearest("01-02", Written("2025-12-30")).value
    ('2025-12-30', '2026-01-02')
    """

    def choose(self, near: Period, what: Repeating) -> Period | None:
        """Return the nearest."""
        return min(what.around(near), key=lambda one: abs(one.first_day - near.first_day), default=None)


@dataclass(frozen=True, slots=True)
class In(_Choice):
    """The one within a longer period: “October of that year”, “the first quarter of 2001”.

    >>> from generator.dates.operators.points import Exactly
    >>> In("October", Exactly("2001")).value, In("Q1", Exactly("2001")).value
    ('2001-10', '2001-Q1')
    """

    def choose(self, near: Period, what: Repeating) -> Period | None:
        """Return the one of the anchor's year, or week."""
        return what.at((near.first_day - 1) // 7 if what.weekly else near.year)
