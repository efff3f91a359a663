"""Two dates side by side, of which one lends the other its month or its year."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates.anchor import Reference
from generator.dates.build.days import month_number, of_numbers
from generator.dates.build.years import of_era
from generator.dates.match import Match
from generator.dates.operators import Exactly, In, Operator, Recent
from generator.dates.periods import Period

__all__ = ["BUILDERS", "Pair"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two dates, and whether they bound a range or only stand beside each other."""

    first: Operator
    last: Operator
    is_range: bool


def _pair(match: Match, reference: Reference, first: Operator | None, last: Operator | None) -> Pair | None:
    if first is None or last is None:
        return None
    between = "between" in match.parts or reference.before(match) in reference.grammar.lists["between"]
    return Pair(first, last, between or reference.get(match, "joiner") == "range")


def days_of_month(match: Match, reference: Reference) -> Pair | None:
    """Return two days of one month: “Oct 25–28”, “6–9 January 1916”."""
    first, last = reference.get(match, "first"), reference.get(match, "last")
    month = month_number(reference.get(match, "month"))
    year = reference.get(match, "year")
    if first is None or last is None or not reference.is_name_of_month(match):
        return None
    if isinstance(year, Operator) and year.period:
        number = year.period.year
        days = (of_numbers(number, month, int(day)) for day in (first, last))
        return _pair(match, reference, *days)
    names = [f"{month:02}-{int(day):02}" for day in (first, last)]
    later = reference.of_year(names[1], near=True)
    return _pair(match, reference, In(names[0], later), later) if later.period else None


def days_of_year(match: Match, reference: Reference) -> Pair | None:
    """Return two days of which the second has the year: “September 28 to October 3, 2021”."""
    last = reference.get(match, "last")
    first = match.parts["first"]
    if not isinstance(last, Operator) or last.period is None or not isinstance(first, Match):
        return None
    day = reference.get(first, "dom") or reference.get(first, "day")
    month = month_number(reference.get(first, "month"))
    if day is None:
        return None
    year = last.period.year - ((month, int(day)) > (last.period.month, 31))
    return _pair(match, reference, of_numbers(year, month, int(day)), last)


def days_apart(match: Match, reference: Reference) -> Pair | None:
    """Return two days without a year: “Oct. 30-Nov. 2”; the first is the nearest before the last."""
    first, last = match.parts["first"], reference.get(match, "last")
    if not isinstance(first, Match) or not isinstance(last, Operator) or last.period is None:
        return None
    day = reference.get(first, "dom") or reference.get(first, "day")
    if day is None:
        return None
    return _pair(
        match,
        reference,
        Recent(f"{month_number(reference.get(first, 'month')):02}-{int(day):02}", last),
        last,
    )


def both_in_full(match: Match, reference: Reference) -> Pair | None:
    """Return two dates that are given in full."""
    return _pair(match, reference, reference.get(match, "first"), reference.get(match, "last"))


def months_of_year(match: Match, reference: Reference) -> Pair | None:
    """Return two months of which the second has the year: “July to December 2004”."""
    year = reference.get(match, "year")
    if not isinstance(year, Operator) or year.period is None:
        return None
    first, last = (month_number(reference.get(match, name)) for name in ("first", "last"))
    number = year.period.year
    months = [Period.of_month(number - (first > last), first), Period.of_month(number, last)]
    return _pair(match, reference, *(Exactly(str(month)) for month in months))


def years_cut_short(match: Match, reference: Reference) -> Pair | None:
    """Return two years, the second of two digits: “1939–45”."""
    first, last = reference.get(match, "first"), reference.get(match, "last")
    if int(last) <= int(first[2:]) or not reference.is_year(match):
        return None
    return _pair(match, reference, Exactly(first), Exactly(first[:2] + last))


def two_years(match: Match, reference: Reference) -> Pair | None:
    """Return two years in full: “2004 to 2009”."""
    first, last = reference.get(match, "first"), reference.get(match, "last")
    if not first < last or not ("1000" <= first <= "2150") or reference.is_price(match):
        return None
    return _pair(match, reference, Exactly(first), Exactly(last))


def years_of_era(match: Match, reference: Reference) -> Pair | None:
    """Return two years of which the second has the era: “264 to 241 BC”."""
    era = reference.get(match, "era")
    return _pair(match, reference, *(of_era(reference.get(match, name), era) for name in ("first", "last")))


BUILDERS = {
    "days_of_month": days_of_month,
    "days_of_year": days_of_year,
    "days_apart": days_apart,
    "both_in_full": both_in_full,
    "months_of_year": months_of_year,
    "years_cut_short": years_cut_short,
    "two_years": two_years,
    "years_of_era": years_of_era,
}
