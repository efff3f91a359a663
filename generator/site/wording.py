"""Dates and times in the words of the interface's language.

The patterns are data (`words/*.yml`, under `calendar`); what a date means is `generator.dates`' business.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from generator.dates import Edtf
from generator.exports.publication import plain
from generator.site.words import Words
from generator.sources import split_sentences

__all__ = [
    "Clock",
    "clocks",
    "country_name",
    "date_words",
    "day_words",
    "opening",
    "part_of_day",
    "short_day",
]

DAY = timedelta(days=1)
LONGEST_SENTENCE = 600  # characters


def date_words(edtf: Edtf, words: Words) -> str:
    """Return a date in words, claiming no more than it says.

    >>> from generator.site.words import load_words
    >>> for text in ("2025-10-29", "2025-10-11~", "[2025-10-25..2025-10-28]", "2025-10-25/2025-10-28",
    ...              "[..2025-12]", "2021/..", "2025-10"):
    ...     print(date_words(Edtf.parse(text), load_words("en")))
    Wednesday 29 October 2025
    about 11 October 2025
    a day between 25 and 28 October 2025
    25 to 28 October 2025
    by December 2025
    since 2021
    October 2025
    """
    return _marked(_CALENDAR[edtf.kind](edtf, words), edtf, words)


def _marked(told: str, edtf: Edtf, words: Words) -> str:
    """Return the words with “about” and “perhaps”; in a date of two ends, each end has said its own."""
    if edtf.kind in _PAIRS:
        return told
    if edtf.approximate:
        told = words.text("calendar.about").format(date=told)
    return words.text("calendar.perhaps").format(date=told) if edtf.uncertain else told


def day_words(day: date, words: Words, pattern: str = "full") -> str:
    """Return one day by the pattern of that name: `full`, `day`, `day_month`, `month`."""
    return words.text(f"calendar.{pattern}").format(
        weekday=words.list("calendar.weekdays")[day.weekday()],
        day=day.day,
        month=words.list("calendar.months")[day.month - 1],
        year=day.year,
    )


def opening(text: str, at_most: int = 220) -> str:
    """Return how a text begins, in whole sentences: a cut inside one could take a claim from who makes it.

    >>> opening("Talks ended. Nine died, said Norland. Twenty, said Sudmark.", at_most=40)
    'Talks ended. Nine died, said Norland. …'

    A sentence that is longer than that stands whole, up to what is no sentence any more:

    >>> opening("Nine soldiers died at the crossing, said Norland. Sudmark denied it.", at_most=20)
    'Nine soldiers died at the crossing, said Norland. …'
    """
    flat = plain(text)
    told = ""
    for sentence in split_sentences(flat):
        longer = f"{told} {sentence.text}".strip()
        if len(longer) > (at_most if told else LONGEST_SENTENCE):
            break
        told = longer
    told = told or flat[:LONGEST_SENTENCE].rsplit(" ", 1)[0]
    return told if told == flat else f"{told} …"


@cache
def _countries() -> dict[str, str]:
    path = files("generator.site") / "countries.yml"
    found: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def country_name(code: str) -> str:
    """Return the English name of a country by its ISO 3166-1 code, or the code of one that has no name here.

    >>> country_name("QA"), country_name("NO"), country_name("QZ")
    ('Qatar', 'Norway', 'QZ')
    """
    return _countries().get(code, code)


def short_day(day: date, words: Words) -> tuple[str, str, str]:
    """Return weekday, day and month for the narrow rail of dates.

    >>> from generator.site.words import load_words
    >>> short_day(date(2025, 10, 29), load_words("en"))
    ('Wed', '29', 'Oct')
    """
    weekday = words.list("calendar.weekdays_short")[day.weekday()]
    return weekday, str(day.day), words.list("calendar.months_short")[day.month - 1]


def _bounds(edtf: Edtf) -> tuple[date, date]:
    """Return the first and the last day of a date that is open on neither side."""
    if edtf.earliest is None or edtf.latest is None:
        # The calendar ends with the year 9999; a date that runs to its end has that year's last day.
        return edtf.earliest or date.min, date.max
    return edtf.earliest, edtf.latest - DAY


def _day(edtf: Edtf, words: Words) -> str:
    return day_words(_bounds(edtf)[0], words, "day" if edtf.approximate or edtf.uncertain else "full")


def _point(first: date, last: date, words: Words, *, short: bool = False) -> str:
    """Return the days from `first` to `last`, inclusive, by their shortest name: a day, month or year."""
    after = last + DAY if last < date.max else last
    if first == last:
        return day_words(first, words, "day_month" if short else "day")
    if first.day == 1 and after.day == 1 and (first.year, first.month) == (last.year, last.month):
        return day_words(first, words, "month")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return words.text("calendar.span").format(
        first=_point(first, first, words), last=_point(last, last, words)
    )


def _whole(edtf: Edtf, words: Words) -> str:
    return _point(*_bounds(edtf), words)


def _season(edtf: Edtf, words: Words) -> str:
    year, number = edtf.text.rstrip("~?%").split("-")
    name = words.text(f"calendar.seasons.{int(number)}")
    return words.text("calendar.season").format(season=name, year=int(year))


def _decade(edtf: Edtf, words: Words) -> str:
    return words.text("calendar.decade").format(year=_bounds(edtf)[0].year)


def _century(edtf: Edtf, words: Words) -> str:
    return words.text("calendar.century").format(year=_bounds(edtf)[0].year)


def _pair(edtf: Edtf, words: Words, pattern: str) -> str:
    """Return two ends in one pattern; a month or a year that both share is said once."""
    ends = [Edtf.parse(end) for end in re.split(r"\.\.|/", edtf.text.strip("[]"))]
    if len(ends) == 1:  # 2025-10-XX
        return words.text("calendar.within_month").format(month=_whole(edtf, words))
    first, last = ends
    plain = first.kind == last.kind and not (first.approximate or first.uncertain)
    start = _start(first, last, words) if plain else _end(first, words)
    return words.text(pattern).format(first=start, last=_end(last, words))


def _start(first: Edtf, last: Edtf, words: Words) -> str:
    """Return the first of two dates of one kind without what the last one says anyway."""
    (start, _), (end, _) = _bounds(first), _bounds(last)
    if start.year != end.year or first.kind not in ("day", "month"):
        return _end(first, words)
    if first.kind == "month":
        return words.list("calendar.months")[start.month - 1]
    return str(start.day) if start.month == end.month else day_words(start, words, "day_month")


def _end(edtf: Edtf, words: Words) -> str:
    plain = (
        day_words(_bounds(edtf)[0], words, "day") if edtf.kind == "day" else _CALENDAR[edtf.kind](edtf, words)
    )
    return _marked(plain, edtf, words)


def _span(edtf: Edtf, words: Words) -> str:
    return _pair(edtf, words, "calendar.span")


def _within(edtf: Edtf, words: Words) -> str:
    return _pair(edtf, words, "calendar.within")


def _one_sided(edtf: Edtf, words: Words, pattern: str) -> str:
    end = Edtf.parse(re.sub(r"[\[\]/]|\.\.", "", edtf.text))
    return words.text(pattern).format(date=_end(end, words))


_PAIRS = frozenset({"span", "within", "before", "after", "until", "since"})
_CALENDAR: dict[str, Callable[[Edtf, Words], str]] = {
    "day": _day,
    "month": _whole,
    "year": _whole,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "span": _span,
    "within": _within,
    "before": lambda edtf, words: _one_sided(edtf, words, "calendar.by"),
    "after": lambda edtf, words: _one_sided(edtf, words, "calendar.from"),
    "until": lambda edtf, words: _one_sided(edtf, words, "calendar.until"),
    "since": lambda edtf, words: _one_sided(edtf, words, "calendar.since"),
}

_PART = re.compile(r"(?:[0-9-]*T)?(MO|MI|AF|EV|NI|DT)")
_CLOCK = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?T?([0-9]{2}):([0-9]{2})(?::[0-9]{2})?\s*(Z|[+-][0-9]{2}:[0-9]{2}|[A-Z][\w/+-]+)?"
)
_OFFSET = re.compile(r"([+-])([0-9]{2}):([0-9]{2})")


def part_of_day(time: str | None, words: Words) -> str | None:
    """Return a part of the day in words, or None where the time is none.

    >>> from generator.site.words import load_words
    >>> part_of_day("TMO", load_words("en"))
    'in the morning'
    """
    found = _PART.fullmatch(time or "")
    return words.text(f"date.part.{found[1]}") if found else None


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment as a clock in one zone shows it; `day` is given where it is another one than the event's."""

    zone: str
    time: str
    day: date
    offset: str


def clocks(time: str | None, day: date | None, zones: list[str], home: str) -> list[Clock]:
    """Return a clock time in each of the zones, or nothing where there is no clock time or no single day.

    An announcement at 01:30 in Doha is still the day before in UTC:

    >>> for clock in clocks("01:30+03:00", date(2025, 10, 19), ["Asia/Kabul", "UTC"], "Asia/Qatar"):
    ...     print(clock.zone, clock.day, clock.time, clock.offset)
    Asia/Kabul 2025-10-19 03:00 +04:30
    UTC 2025-10-18 22:30 +00:00
    """
    found = _CLOCK.fullmatch(time or "")
    zone = _zone(found[3] or home) if found else None
    if not found or day is None or zone is None:
        return []
    moment = datetime(day.year, day.month, day.day, int(found[1]) % 24, int(found[2]) % 60, tzinfo=zone)
    known = [(name, _zone(name)) for name in zones]
    return [_clock(name, moment.astimezone(zone)) for name, zone in known if zone]


def _clock(name: str, moment: datetime) -> Clock:
    offset = moment.strftime("%z")
    return Clock(name, moment.strftime("%H:%M"), moment.date(), f"{offset[:3]}:{offset[3:5]}")


def _zone(name: str) -> tzinfo | None:
    if name in ("Z", "UTC"):
        return UTC
    if found := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return timezone(ahead if found[1] == "+" else -ahead)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
