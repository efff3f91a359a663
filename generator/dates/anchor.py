"""What a date is counted from: the day of writing, or the date that the passage named last.

News counts from its day of writing, and goes on from a date only where the words say so (“the next day”) or
where the paragraph has moved to another year. A narrative counts from the last date that it named.
"""

from __future__ import annotations

import re

from generator.dates.around import Around, Builders
from generator.dates.grammar import Grammar
from generator.dates.operators import (
    WEEKDAYS,
    Coming,
    Earlier,
    In,
    Last,
    Later,
    Named,
    Nearest,
    Next,
    Operator,
    Recent,
    Repeating,
    This,
    Unknown,
    Written,
    walk,
)
from generator.dates.periods import CALENDAR, GRAINS, Period

__all__ = ["Reference"]

_YEAR = GRAINS.index("year")
_FAR = 60  # days; a date without a year that lies farther off than this asks the tense for its side
_HALFWAY = 150  # days; a date without a year that lies so far off on one side is almost as near on the other
_PARAGRAPH = re.compile(r"\n[ \t]*\n|[.”\"!?][ \t]*\n")
_HEADING = 90  # characters of a line that is a heading, when no full stop ends it
_ASIDE = 8  # years; a year so far from the last date is an aside, unless the text stays there
_SENTENCE_END = re.compile(r"[.!?] +[A-Z“]|\n")
_BACK = 320  # days that a story goes back without saying the year: no further than from December to January
_OPENING = 6  # characters before the words that open a paragraph: a mark, "And"
_PASSAGE = 400  # characters after which a date named in news is no longer what is spoken of


class Reference(Around):
    """Where the reading of a text stands: its day of writing, and the dates named so far."""

    def __init__(self, grammar: Grammar, builders: Builders, written: Period | None, genre: str) -> None:
        super().__init__(grammar, builders)
        self.genre = genre
        self.narrative = genre == "narrative"
        self.written = Written(str(written)) if written else None
        self.places: dict[str, int] = {}  # where each named date stands in the text
        self._named: Period | None = None
        self._settled: Period | None = None  # the last date named that is no mere bound
        self._last_fine: Period | None = None  # the last date named that is finer than a year
        self._named_by_grain: dict[int, tuple[int, Period]] = {}
        self._count = 0

    # -- the dates named so far

    def name(self, period: Period, place: int, bound: bool = False) -> None:
        """Remember a date that was named; `bound` says that it is only an end, as in “since 2001”."""
        if not bound:
            self._settled = period
        self._count += 1
        self._named = period
        self.year_named = period.year
        if GRAINS.index(period.unit) < _YEAR:
            self._last_fine = period
        self._named_by_grain[GRAINS.index(period.unit)] = (self._count, period)
        self.places[str(period)] = place

    def foreseen(self, period: Period) -> bool:
        """Tell whether a date in a story is only looked ahead to: a plan for a later year moves nothing."""
        last = self._last_fine
        return last is not None and period.year > last.year and self.direction() == "future"

    @property
    def now(self) -> Period | None:
        """The day of writing in news, else the last date named; it tells which century a short year means."""
        written = self.written.period if self.written else None
        return (self._named or written) if self.narrative else (written or self._named)

    def _last_named(self, unit: str) -> Period | None:
        """Return the last date named that is at least as fine as a unit; the last of any where none is."""
        finest = GRAINS.index(unit) if unit in CALENDAR else 0
        found = [entry for grain, entry in self._named_by_grain.items() if grain <= finest]
        return max(found)[1] if found else self._named

    def _close(self, period: Period | None) -> bool:
        """Tell whether a named date stands close enough before the words to be what they speak of."""
        if period is None:
            return False
        place = self.places.get(str(period), -1)
        start = self.start
        return 0 <= start - place < _PASSAGE and not _PARAGRAPH.search(self.run.text, place, start)

    def _opens_behind(self, period: Period | None) -> bool:
        """Tell whether the words open a paragraph that goes on from the day the one before named last."""
        if period is None or period.unit != "day":
            return False
        place = self.places.get(str(period), -1)
        start = self.start
        breaks = [one.end() for one in _PARAGRAPH.finditer(self.run.text, max(place, 0), start)]
        return 0 <= start - place < _PASSAGE and len(breaks) == 1 and start - breaks[0] <= _OPENING

    # -- what to count from

    def base(self, unit: str) -> Operator | None:
        """Return what “last week” and “ago” count from."""
        if self.written and not self.narrative:
            return self.written
        return self._as_named(self._last_named(unit)) or self.written

    def running(self, unit: str) -> Operator | None:
        """Return what “the next day” and “a year earlier” count from."""
        named = self._last_named(unit)
        if self.written and not self.narrative and not (self._close(named) or self._opens_behind(named)):
            return self.written
        return self._as_named(named) or self.written

    def _as_named(self, period: Period | None) -> Operator | None:
        return Named(str(period)) if period else None

    def of_year(self, name: str, near: bool) -> Operator:
        """Return the one of a year (a month, a day of a month, a season) that leaves the year out.

        `near` is for days: the nearest on either side. A month or season is the most recent, or the coming
        one.
        """
        if self.written is None or self.narrative:
            return self._in_story(name)
        moved = self._moved_year()
        if moved:
            return In(name, moved)
        if near:
            return self._near(name, self.written)
        return (Coming if self.direction() == "future" else Recent)(name, self.written)

    def _near(self, name: str, written: Written) -> Operator:
        nearest = Nearest(name, written)
        period, now = nearest.period, written.period
        if period is None:
            return nearest
        distance = period.first_day - now.first_day
        if abs(distance) <= _FAR:
            return nearest
        other = Coming(name, written) if distance < 0 else Recent(name, written)
        ahead = self.direction()
        if ahead == ("future" if distance < 0 else "past"):
            return other
        if ahead is None and abs(distance) > _HALFWAY:
            self.doubt(other, "side")
        return nearest

    def _moved_year(self) -> Operator | None:
        """Return the year to which a passage of news has moved, where it has."""
        named = self._settled
        if named is None or self.written is None or not self._close(named):
            return None
        here = self.written.period.year
        return Named(str(named)) if abs(named.year - here) > 1 else None

    def _in_story(self, name: str) -> Operator:
        """Return the one that goes on a story: of the year named just now, else by the last date."""
        named, last = self._named, self._last_fine
        if named is None:
            return Recent(name, self.written) if self.written else Unknown(Repeating(name).pattern)
        if last is None or (named.year != last.year and self._governs(named)):
            return In(name, Named(str(named)))
        return self._onward(name, last)

    def _governs(self, named: Period) -> bool:
        """Tell whether a year is still the one spoken of: in its paragraph, or under it as a heading."""
        place = self.places.get(str(named), -1)
        text = self.run.text
        since = text[place : self.start]
        last = self._last_fine
        if last is not None and abs(named.year - last.year) > _ASIDE:
            return _SENTENCE_END.search(since) is None
        if since.count("\n") < 3:
            return True
        line = text[text.rfind("\n", 0, place) + 1 : place + since.index("\n")]
        return len(line) < _HEADING and not line.rstrip().endswith((".", "”", '"'))

    def _onward(self, name: str, last: Period) -> Operator:
        """Return the one in the year of the last date, or the next year's where it would lie far back."""
        base = Named(str(last))
        same = In(name, base)
        period = same.period
        if period is not None and last.first_day - period.first_day > _BACK:
            return Next(name, base)
        return same

    def of_week(self, name: str) -> Operator:
        """Return a bare weekday: the most recent, the day of writing included, or the coming one."""
        if self.written is not None and not self.narrative:
            ahead = self.direction()
            deadline = ahead is None and self.before(self._match) in self.grammar.lists["openings_by"]
            return (Coming if deadline or ahead == "future" else Recent)(name, self.written)
        named = self._last_named("day")
        if named is None or named.unit not in ("day", "week"):
            return Unknown(Repeating(name).pattern)
        return Coming(name, Named(str(named)))

    def pointed(self, name: str, pointer: str) -> Operator:
        """Return “last Friday”, “next summer”, “this October”, “that May”."""
        unit = "day" if name in WEEKDAYS or name == "weekend" else "month"
        base = self._pointed_from(unit, pointer)
        if base is None:
            return Unknown(Repeating(name).pattern)
        if pointer == "that":
            return In(name, base)
        if pointer == "this":
            return self._this(name, base)
        return (Last if pointer in ("last", "before") else Next)(name, base)

    def _pointed_from(self, unit: str, pointer: str) -> Operator | None:
        return self.base(unit) if pointer in ("last", "next", "this") else self.running(unit)

    def _this(self, name: str, base: Operator) -> Operator:
        if name == "weekend":
            return Recent(name, base) if self.direction() == "past" else This(name, base)
        if name in WEEKDAYS:
            return (Recent if self.direction() == "past" else Coming)(name, base)
        return In(name, base)

    def pointed_unit(self, unit: str, pointer: str) -> Operator | None:
        """Return “last year”, “this month”, “that week”, “the following decade” as a period."""
        base = self._pointed_from(unit, pointer)
        if base is None:
            return This(unit, Unknown("XXXX"))
        if pointer in ("last", "before"):
            return Earlier("1", unit, base, unit)
        if pointer in ("next", "after"):
            return Later("1", unit, base, unit)
        return This(unit, base)

    def day_for_time(self) -> Operator:
        """Return the day of a clock time or a part of a day that stands alone."""
        close = self._close(self._last_named("day"))
        base = self.running("day") if close or self.written is None or self.narrative else self.written
        if base is None or base.period is None or base.period.unit != "day":
            return Unknown("XXXX-XX-XX")
        return This("day", base)

    @staticmethod
    def counts_from_now(operator: Operator) -> bool:
        """Tell whether a date was counted from the day of writing."""
        return any(isinstance(one, Written) for one in walk(operator))
