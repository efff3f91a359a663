"""The day that a report without metadata writes about: its clues, and the days that fit all of them.

A report says more about its day than it knows: the weekday of its lead, a month and day without a year, a
year that is over, a deadline that lies ahead, a length with its two ends. Every day of a range is tried
against every clue; what survives is told, with the clues and with those that decide. Where several days
survive, nothing is chosen.

The day written about is not the day of publication: a bare weekday is used for up to six days.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

from generator.dates.edtf import Edtf
from generator.dates.interval import DAY, Interval

__all__ = ["HALF_A_YEAR", "SEARCHED", "Clue", "Dating", "clues_in", "date_reports", "stated_day"]

SEARCHED = Interval(date(1990, 1, 1), date(2040, 1, 1))
HALF_A_YEAR = timedelta(days=183)  # a month and day farther away is written with its year
SAME_WEEKDAY = timedelta(days=6)  # a bare weekday is used for no longer
AHEAD = 2  # years; farther deadlines are rare in news, and would let in too many days

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NUMBERS = {
    word: number
    for number, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)
}

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(_WEEKDAYS)
_DAY_OF_MONTH = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})\b\.?"
    rf"|(?P<month2>{_MONTH})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,]*\d))"
)
_DATE = re.compile(
    rf"\b(?:(?P<weekday>{_WEEKDAY}),?\s+)?{_DAY_OF_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?", re.I
)
_LEAD = re.compile(rf"\b(?<!last )(?<!next )(?P<weekday>{_WEEKDAY})\b(?!\s+\d)(?!,?\s+(?:{_MONTH})\b)", re.I)
_PAST_YEAR = re.compile(
    rf"\b(?:in|since|of|during|late|early|mid)\s+(?:(?:{_MONTH})\s+)?(?P<year>(?:19|20)\d\d)\b", re.I
)
_DEADLINE = re.compile(
    rf"\b(?:by|until|before)\s+(?:the end of\s+)?(?:(?P<month>{_MONTH})\s+)?(?P<year>(?:19|20)\d\d)\b", re.I
)
_LENGTH = re.compile(
    rf"\b(?:(?P<count>{'|'.join(_NUMBERS)}|\d\d?)-day|over\s+(?P<count2>{'|'.join(_NUMBERS)}|\d\d?)\s+days)\b",
    re.I,
)
_BEGAN = re.compile(rf"\b(?:began|begun|started|opened)\b[^.]{{0,60}}?\bon\s+{_DAY_OF_MONTH}", re.I)
_ENDED = re.compile(
    rf"\b(?:ended|collapsed|concluded|failed|finished)\s+(?:on\s+)?(?P<weekday>{_WEEKDAY})\b", re.I
)
_AHEAD_WORDS = re.compile(r"\b(?:will|would|to|until|by|due|scheduled|planned|next)\b[^.]{0,60}$", re.I)
_NAME_BEHIND = re.compile(r"\s+(?:attacks?|bombings?|massacre|uprising|revolution|movement|protests)\b", re.I)
_EARLIER = re.compile(r"\bearlier this month\b", re.I)


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that say something about the day of a report: in which report, where, and what they say."""

    words: str
    report: int
    start: int
    says: str
    holds: Callable[[date], bool] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Dating:
    """What the clues leave: the days that survive, of which range, and the clues that decide.

    A clue decides if more days would survive without it.
    """

    days: tuple[date, ...]
    clues: tuple[Clue, ...]
    deciding: tuple[Clue, ...]
    searched: Interval

    @property
    def writes_about(self) -> Edtf | None:
        """The day written about, if only one survives."""
        return Edtf.parse(self.days[0].isoformat()) if len(self.days) == 1 else None

    @property
    def published(self) -> Edtf | None:
        """The days on which the report can have appeared: the day written about, or one of the next six."""
        if len(self.days) != 1:
            return None
        return Edtf.parse(f"[{self.days[0].isoformat()}..{(self.days[0] + SAME_WEEKDAY).isoformat()}]")

    def in_words(self) -> str:
        """Return the outcome in sentences for an editor: the days, and the clues that decide."""
        because = "; ".join(f"“{clue.words}” {clue.says}" for clue in self.deciding)
        working = f" The clues that decide: {because}." if because else ""
        if not self.clues:
            return "Nothing in the words tells the day."
        if not self.days:
            return f"No day from {self.searched} fits all clues.{working}"
        if len(self.days) == 1:
            later = "it may have appeared up to six days later"
            return f"It writes about {_in_full(self.days[0])}; {later}.{working}"
        days = f"{len(self.days):,} days of {self.searched} survive"
        return f"{days}: {self.candidates}. {self.would_decide} would decide. State the day.{working}"

    @property
    def candidates(self) -> str:
        """The days that survive, by weekday and date: all where they are few, else the first and the last."""
        if len(self.days) <= FEW:
            return ", ".join(map(_in_full, self.days))
        more = len(self.days) - FEW + 1
        first = ", ".join(map(_in_full, self.days[: FEW - 1]))
        return f"{first} and {more:,} more, the last {_in_full(self.days[-1])}"

    @property
    def would_decide(self) -> str:
        """What would leave one day, if it were known: the year, the month, or nothing less than the day.

        >>> date_reports(["LUSK, March 3 (Wire) - He spoke on Monday; a war ended in 2019."]).would_decide
        'The year'
        """
        if len({day.year for day in self.days}) == len(self.days):
            return "The year"
        if len({(day.year, day.month) for day in self.days}) == len(self.days):
            return "The month and the year"
        return "The day itself"


FEW = 4  # days; more are not listed


def _in_full(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def date_reports(texts: Sequence[str], *, searched: Interval = SEARCHED) -> Dating:
    """Return the days that reports of one and the same day can write about.

    Reports may be joined where they carry the same long quotation. Here neither tells its day alone:

    >>> first = "He spoke on Wednesday. The talks ended Tuesday, the first since a war in 2012."
    >>> second = "On Wednesday he spoke. The four-day talks had begun on Oct 25. It ends by December 2025."
    >>> len(date_reports([first]).days) > 6, len(date_reports([second]).days)
    (True, 2)
    >>> print(date_reports([first, second]).writes_about)
    2025-10-29
    """
    clues = tuple(clue for number, text in enumerate(texts) for clue in clues_in(text, number))
    clues += tuple(_lengths(texts))
    days = tuple(_surviving(clues, searched))
    return Dating(days, clues, tuple(_deciding(clues, days, searched)), searched)


def _surviving(clues: Sequence[Clue], searched: Interval) -> Iterator[date]:
    day = searched.start or SEARCHED.start
    while clues and day is not None and day in searched and day < date.max:
        if all(clue.holds(day) for clue in clues):
            yield day
        day += DAY


def _deciding(clues: Sequence[Clue], days: Sequence[date], searched: Interval) -> Iterator[Clue]:
    seen: set[str] = set()
    for clue in clues:
        others = [other for other in clues if other.says != clue.says]
        if clue.says in seen:
            continue
        seen.add(clue.says)
        more = sum(1 for _ in _surviving(others, searched)) if others else len(days) + 1
        if more > len(days):
            yield clue


def clues_in(text: str, report: int = 0) -> Iterator[Clue]:
    """Give the clues of one report to the day that it writes about.

    >>> [clue.says for clue in clues_in("He spoke on Wednesday. A war ended in 2021.")]
    ['makes it a Wednesday', 'is over: it is 2022 or later']
    """
    yield from _lead_weekday(text, report)
    yield from _month_days(text, report)
    for found in _PAST_YEAR.finditer(text):
        year = int(found["year"])
        says = f"is over: it is {year + 1} or later"
        yield Clue(found.group(), report, found.start(), says, _later_than(year))
    for found in _DEADLINE.finditer(text):
        yield _deadline(found, report)
    for found in _EARLIER.finditer(text):
        yield Clue(
            found.group(), report, found.start(), "needs an earlier day of its month", lambda day: day.day > 1
        )


def _later_than(year: int) -> Callable[[date], bool]:
    return lambda day: day.year > year


def stated_day(text: str) -> date | None:
    r"""Return the day that a report states of itself, in its dateline or in a line at its head, or None.

    >>> print(stated_day("LUSK, Aug. 15, 2024 (Wire) — Police arrested him."))
    2024-08-15
    >>> print(stated_day("Court annuls vote\n\n26 August 2024\n\nThe court threw it out."))
    2024-08-26

    A date within the prose is none:

    >>> stated_day("The court threw out the vote of 4 August 2024 on Monday.") is None
    True
    """
    for line in text.strip().split("\n")[:HEAD_LINES]:
        found = _DATE.search(line)
        if not found or not found["year"]:
            continue
        month, day = _month_day(found)
        alone = len(line) < HEAD_LENGTH and line.rstrip()[-1:] not in '.!?”"'
        dateline = found.start() < DATELINE and _DATELINE_END.match(line, found.end())
        if (alone or dateline) and _is_day(month, day, int(found["year"])):
            return date(int(found["year"]), month, day)
    return None


HEAD_LINES = 8
HEAD_LENGTH = 100  # characters; a line with a date that is longer is prose
DATELINE = 60  # characters before the date of a dateline
_DATELINE_END = re.compile(r"\s*(?:\([^()]{2,40}\))?\s*(?:—|--|–|-|:)\s")


def _lead_weekday(text: str, report: int) -> Iterator[Clue]:
    lines = [line for line in text.split("\n") if line.strip()]
    lead = next((line for line in lines if len(line) > HEAD_LENGTH), lines[0] if lines else "")
    dateline = _DATE.search(lead, 0, DATELINE)
    if dateline and _DATELINE_END.match(lead, dateline.end()) and _is_day(*_month_day(dateline)):
        month, day = _month_day(dateline)
        year = int(dateline["year"]) if dateline["year"] else None
        says = f"is its own day, {day} {calendar.month_name[month]}" + (f" {year}" if year else "")
        yield Clue(dateline.group(), report, text.index(lead), says, _on(month, day, year))
    found = _LEAD.search(lead)
    if found:
        weekday = _WEEKDAYS[found["weekday"].lower()]
        yield Clue(
            found.group(),
            report,
            text.index(lead) + found.start(),
            f"makes it a {calendar.day_name[weekday]}",
            lambda day: day.weekday() == weekday,
        )


def _on(month: int, day: int, year: int | None) -> Callable[[date], bool]:
    return lambda written: (written.month, written.day) == (month, day) and year in (None, written.year)


def _month_days(text: str, report: int) -> Iterator[Clue]:
    for found in _DATE.finditer(text):
        month, day = _month_day(found)
        if not _is_day(month, day) or _NAME_BEHIND.match(text, found.end()):
            continue
        if found["year"]:
            yield from _whole_date(found, report, month, day)
            continue
        weekday = _WEEKDAYS[found["weekday"].lower()] if found["weekday"] else None
        ahead = _AHEAD_WORDS.search(text, max(0, found.start() - 80), found.start()) is not None
        words = f"{day} {calendar.month_name[month]}"
        side = "is half a year away at most" if ahead else "is over since half a year at most"
        on = f" and is a {calendar.day_name[weekday]}" if weekday is not None else ""
        yield Clue(
            found.group(), report, found.start(), f"({words}) {side}{on}", _near(month, day, weekday, ahead)
        )


def _near(month: int, day: int, weekday: int | None, ahead: bool) -> Callable[[date], bool]:
    def holds(written: date) -> bool:
        for year in (written.year - 1, written.year, written.year + 1):
            if not _is_day(month, day, year):
                continue
            other = date(year, month, day)
            away = written - other
            close = abs(away) <= HALF_A_YEAR if ahead else timedelta(0) <= away <= HALF_A_YEAR
            if close and weekday in (None, other.weekday()):
                return True
        return False

    return holds


def _whole_date(found: re.Match[str], report: int, month: int, day: int) -> Iterator[Clue]:
    if not _is_day(month, day, int(found["year"])):
        return
    other = date(int(found["year"]), month, day)
    yield Clue(found.group(), report, found.start(), "is not ahead", lambda written: written >= other)


def _deadline(found: re.Match[str], report: int) -> Clue:
    year = int(found["year"])
    month = _MONTHS[found["month"].lower()] if found["month"] else 12
    last = date(year, month, calendar.monthrange(year, month)[1])
    return Clue(
        found.group(),
        report,
        found.start(),
        f"is ahead, by {AHEAD} years at most",
        lambda day: day <= last and day.year > year - AHEAD,
    )


def _lengths(texts: Sequence[str]) -> Iterator[Clue]:
    """Give the clues that a length makes with its start and, where it is told, the weekday of its end."""
    lengths = [(number, found) for number, text in enumerate(texts) for found in _LENGTH.finditer(text)]
    starts = [(number, found) for number, text in enumerate(texts) for found in _BEGAN.finditer(text)]
    ends = [(number, found) for number, text in enumerate(texts) for found in _ENDED.finditer(text)]
    counts = {_count(found) for _, found in lengths}
    begun = {_month_day(found) for _, found in starts}
    weekdays = {_WEEKDAYS[found["weekday"].lower()] for _, found in ends}
    if len(counts) != 1 or len(begun) != 1 or len(weekdays) > 1:
        return
    (count,), (start,) = counts, begun
    weekday = next(iter(weekdays), None)
    report, found = lengths[0]
    ended = f" and ended on a {calendar.day_name[weekday]}" if weekday is not None else ""
    says = f"began on {start[1]} {calendar.month_name[start[0]]}{ended}, a week before at most"
    yield Clue(found.group(), report, found.start(), says, _length_holds(start, count, weekday))


def _length_holds(start: tuple[int, int], count: int, weekday: int | None) -> Callable[[date], bool]:
    def holds(written: date) -> bool:
        for year, (month, day) in product((written.year - 1, written.year), (start,)):
            if not _is_day(month, day, year):
                continue
            end = date(year, month, day) + timedelta(days=count - 1)
            if timedelta(0) <= written - end <= SAME_WEEKDAY and weekday in (None, end.weekday()):
                return True
        return False

    return holds


def _count(found: re.Match[str]) -> int:
    word = (found["count"] or found["count2"]).lower()
    return int(word) if word.isdigit() else _NUMBERS[word]


def _month_day(found: re.Match[str]) -> tuple[int, int]:
    return _MONTHS[(found["month"] or found["month2"]).lower()], int(found["day"] or found["day2"])


def _is_day(month: int, day: int, year: int = 2000) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]
