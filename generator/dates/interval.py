"""Half-open stretches of whole days, which every date and every doubt about a date comes down to.

An `Interval` says which days are meant and nothing about the words that meant them; how exactly they were
meant is kept by `Edtf`. There is no time of day and no zone here: a day is a day somewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["DAY", "Interval"]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `start` on and before `end`; None on either side leaves it open.

    The talks of 25 to 28 October 2025:

    >>> talks = Interval(date(2025, 10, 25), date(2025, 10, 29))
    >>> date(2025, 10, 28) in talks, date(2025, 10, 29) in talks
    (True, False)

    It never is empty: an end that isn't later than the start is an error, not “no days”.

    >>> Interval(date(2025, 10, 25), date(2025, 10, 25))
    Traceback (most recent call last):
    ValueError: 2025-10-25 to before 2025-10-25 holds no day
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"{self.start} to before {self.end} holds no day")

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    @property
    def order(self) -> tuple[date, date]:
        """The key by which intervals are sorted: an open start comes first, an open end last."""
        return (self.start or date.min, self.end or date.max)

    def overlaps(self, other: Interval) -> bool:
        """Tell whether both hold a day in common.

        Two weeks that touch share none:

        >>> week = Interval(date(2025, 10, 20), date(2025, 10, 27))
        >>> week.overlaps(Interval(date(2025, 10, 27), date(2025, 11, 3)))
        False
        """
        return _before(self.start, other.end) and _before(other.start, self.end)

    def within(self, other: Interval) -> bool:
        """Tell whether every day of this interval is a day of the other.

        A day is within its month, and not the reverse:

        >>> october = Interval(date(2025, 10, 1), date(2025, 11, 1))
        >>> Interval(date(2025, 10, 29), date(2025, 10, 30)).within(october)
        True
        >>> october.within(Interval(date(2025, 10, 29), None))
        False
        """
        starts = other.start is None or (self.start is not None and other.start <= self.start)
        ends = other.end is None or (self.end is not None and self.end <= other.end)
        return starts and ends

    def common(self, other: Interval) -> Interval | None:
        """Return the days that both hold, or None where there are none.

        >>> since = Interval(date(2025, 10, 25), None)
        >>> print(since.common(Interval(None, date(2025, 11, 1))))
        2025-10-25 to before 2025-11-01
        """
        if not self.overlaps(other):
            return None
        start = max((day for day in (self.start, other.start) if day is not None), default=None)
        end = min((day for day in (self.end, other.end) if day is not None), default=None)
        return Interval(start, end)

    def hull(self, other: Interval) -> Interval:
        """Return the shortest interval that holds both, with whatever days lie between."""
        start = None if self.start is None or other.start is None else min(self.start, other.start)
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return Interval(start, end)

    def __str__(self) -> str:
        return f"{self.start or '…'} to before {self.end or '…'}"


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end
