"""Days and months by their names and numbers."""

from __future__ import annotations

import re

from generator.dates.anchor import Reference
from generator.dates.match import Match
from generator.dates.operators import MONTHS, Clock, Exactly, In, Operator, Unknown
from generator.dates.periods import Period

__all__ = ["BUILDERS", "full_year", "in_month", "of_numbers"]


def of_numbers(year: int, month: int, day: int) -> Operator | None:
    """Return a day that is given in full, or None where the calendar has none."""
    try:
        return Exactly(str(Period.of_day(year, month, day)))
    except ValueError:
        return None


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12."""
    return MONTHS.index(name) + 1


def full_year(short: str, reference: Reference) -> int:
    """Return the year that two digits mean, which lies no more than 20 years ahead."""
    now = reference.now.year if reference.now else 2000
    year = now - now % 100 + int(short)
    return max(1, year - 100 if year > now + 20 else year)


def _year(match: Match, reference: Reference) -> Operator | None:
    short = reference.get(match, "yy") or reference.get(match, "apostrophe")
    if short is not None:
        return Exactly(f"{full_year(short, reference):04}")
    found = reference.get(match, "year")
    return found if isinstance(found, Operator) else None


def full_day(match: Match, reference: Reference) -> Operator | None:
    """Return a day with its month and year."""
    year = _year(match, reference)
    day = reference.get(match, "dom") or reference.get(match, "day")
    if year is None or year.period is None or day is None:
        return None
    return of_numbers(year.period.year, month_number(reference.get(match, "month")), int(day))


def _name_of_day(match: Match, reference: Reference) -> str | None:
    day = reference.get(match, "dom") or reference.get(match, "day")
    month = month_number(reference.get(match, "month"))
    return f"{month:02}-{int(day):02}" if day and _is_day(month, int(day)) else None


def _is_day(month: int, day: int) -> bool:
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def day_of_pointed_year(match: Match, reference: Reference) -> Operator | None:
    """Return a day of “last year”."""
    name, year = _name_of_day(match, reference), reference.get(match, "year")
    return In(name, year) if name and isinstance(year, Operator) else None


def month_day(match: Match, reference: Reference) -> Operator | None:
    """Return a day whose year is left out."""
    name = _name_of_day(match, reference)
    if name is None or not reference.is_name_of_month(match):
        return None
    return reference.of_year(name, near=True)


def lone_day(match: Match, reference: Reference) -> Operator | None:
    """Return “the 20th” of the month that the text is about."""
    return in_month(int(reference.get(match, "day")), reference)


def in_month(day: int, reference: Reference) -> Operator | None:
    """Return a day of the month that the text is about; of the day of writing's in news."""
    base = reference.running("month")
    near = base.period if base else None
    if near is None or near.unit not in ("day", "month", "week"):
        return Unknown("XXXX-XX-XX")
    name = f"{near.month:02}-{day:02}"
    return In(name, base) if base and _is_day(near.month, day) else None


def full_month(match: Match, reference: Reference) -> Operator | None:
    """Return a month with its year."""
    year = _year(match, reference)
    if year is None or year.period is None:
        return None
    return Exactly(str(Period.of_month(year.period.year, month_number(reference.get(match, "month")))))


def in_pointed_year(match: Match, reference: Reference) -> Operator | None:
    """Return a month of “last year”."""
    year = reference.get(match, "year")
    return In(reference.get(match, "month"), year) if isinstance(year, Operator) else None


def pointed_month(match: Match, reference: Reference) -> Operator | None:
    """Return “last May”, “next May”, “that May”."""
    if not reference.capital(match, "month"):
        return None
    return reference.pointed(reference.get(match, "month"), reference.pointer(match))


def month(match: Match, reference: Reference) -> Operator | None:
    """Return a month whose year is left out."""
    if not reference.is_name_of_month(match, alone=True):
        return None
    return reference.of_year(reference.get(match, "month"), near=False)


_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):?(\d\d)(?::?\d\d(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)?)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)t?(\d\d)(\d\d)(?:\d\d)?(z?)")


def iso(match: Match, reference: Reference) -> Operator | None:
    """Return a date in ISO form, with its time where it has one."""
    return _of_form(_ISO, reference.get(match, "iso"))


def compact(match: Match, reference: Reference) -> Operator | None:
    """Return a date and time in ISO's compact form."""
    return _of_form(_COMPACT, reference.get(match, "compact"))


def _of_form(form: re.Pattern[str], text: str) -> Operator | None:
    found = form.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, zone = found.groups()
    date = of_numbers(int(year), int(month), int(day)) if int(year) else None
    if date is None or hour is None:
        return date
    return (
        Clock(date, f"{hour}:{minute}", (zone or "").upper())
        if int(hour) <= 24 and int(minute) < 60
        else None
    )


def slashed(match: Match, reference: Reference) -> Operator | None:
    """Return a date in numbers: 10/29/2025, 29.10.2025, 2025/10/29."""
    parts = re.split(r"[/.]", reference.get(match, "slashed"))
    if len(parts[0]) >= 3:
        return of_numbers(*map(int, parts)) if len(parts[0]) == 4 else None
    if len(parts[2]) == 3:
        return None
    year = int(parts[2]) if len(parts[2]) == 4 else full_year(parts[2], reference)
    day_first = "." in reference.get(match, "slashed")
    return _in_either_order(int(parts[0]), int(parts[1]), year, day_first, reference)


def hyphened(match: Match, reference: Reference) -> Operator | None:
    """Return a date in numbers with hyphens: 10-29-2025."""
    year = _year(match, reference) if "year" not in match.parts else None
    number = year.period.year if year and year.period else int(reference.get(match, "year"))
    if number < 100:
        number = full_year(f"{number:02}", reference)
    first, second = int(reference.get(match, "first")), int(reference.get(match, "second"))
    return _in_either_order(first, second, number, False, reference)


def _in_either_order(
    first: int, second: int, year: int, day_first: bool, reference: Reference
) -> Operator | None:
    """Return the date that two numbers give; where both orders do, the other is a second reading."""
    day_month = of_numbers(year, second, first) if second <= 12 else None
    month_day = of_numbers(year, first, second) if first <= 12 else None
    chosen, other = (day_month, month_day) if day_first else (month_day, day_month)
    if chosen is None:
        return other
    if other is not None and other != chosen:
        reference.doubt(other, "order")
    return chosen


BUILDERS = {
    "full_day": full_day,
    "day_of_pointed_year": day_of_pointed_year,
    "month_day": month_day,
    "lone_day": lone_day,
    "full_month": full_month,
    "in_pointed_year": in_pointed_year,
    "pointed_month": pointed_month,
    "month": month,
    "iso": iso,
    "compact": compact,
    "slashed": slashed,
    "hyphened": hyphened,
}
