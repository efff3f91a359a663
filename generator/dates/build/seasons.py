"""Seasons, quarters and halves of years."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.build.days import full_year
from generator.dates.match import Match
from generator.dates.operators import Exactly, In, Operator, Unknown

__all__ = ["BUILDERS"]


def full_season(match: Match, reference: Reference) -> Operator | None:
    """Return a season with its year."""
    short = reference.get(match, "apostrophe")
    year = Exactly(f"{full_year(short, reference):04}") if short else reference.get(match, "year")
    if not isinstance(year, Operator):
        return None
    name = reference.get(match, "season")
    if isinstance(year, Exactly):
        season = In(name, year).period
        return Exactly(str(season)) if season else None
    return In(name, year)


def pointed_season(match: Match, reference: Reference) -> Operator | None:
    """Return “last summer”, “that winter”."""
    return reference.pointed(reference.get(match, "season"), reference.pointer(match))


def season(match: Match, reference: Reference) -> Operator | None:
    """Return a season whose year is left out."""
    return reference.of_year(reference.get(match, "season"), near=False)


def plain_season(match: Match, reference: Reference) -> Operator | None:
    """Return a season whose name is no other word: no spring, which is also a coil, and no fall."""
    return None if reference.is_doubtful(match, "season") else season(match, reference)


def quarter(match: Match, reference: Reference) -> Operator | None:
    """Return a quarter of a year that is left out: the latest that has begun."""
    number = int(reference.get(match, "nth_word"))
    return reference.of_year(f"Q{number}", near=False) if 1 <= number <= 4 else None


def quarter_of_year(match: Match, reference: Reference) -> Operator | None:
    """Return a quarter with its year."""
    return _of_year(f"Q{reference.get(match, 'nth_word')}", 4, reference.get(match, "year"))


def half_of_year(match: Match, reference: Reference) -> Operator | None:
    """Return a half with its year."""
    year = reference.get(match, "year") if "year" in match.parts else reference.pointed_unit("year", "that")
    return _of_year(f"H{reference.get(match, 'nth_word')}", 2, year)


def last_quarter(match: Match, reference: Reference) -> Operator | None:
    """Return the last quarter with its year."""
    return _of_year("Q4", 4, reference.get(match, "year"))


def latter_half(match: Match, reference: Reference) -> Operator | None:
    """Return the second half with its year."""
    return _of_year("H2", 2, reference.get(match, "year"))


def code(match: Match, reference: Reference) -> Operator | None:
    """Return Q3 or H1 of a year that is left out."""
    return (
        reference.of_year(reference.get(match, "code").upper(), near=False)
        if _is_code(match, reference)
        else None
    )


def code_of_year(match: Match, reference: Reference) -> Operator | None:
    """Return Q3 or H1 with its year."""
    name = reference.get(match, "code").upper()
    return _of_year(name, 4, reference.get(match, "year")) if _is_code(match, reference) else None


def _is_code(match: Match, reference: Reference) -> bool:
    return reference.shouted(match, "code") and reference.get(match, "code") not in ("h3", "h4")


def _of_year(name: str, most: int, year: object) -> Operator | None:
    if not isinstance(year, Operator) or not 1 <= int(name[1:]) <= most:
        return None
    if isinstance(year, Unknown):
        return Unknown(f"XXXX-{name}")
    return In(name, year)


BUILDERS = {
    "code": code,
    "code_of_year": code_of_year,
    "full_season": full_season,
    "pointed_season": pointed_season,
    "season": season,
    "plain_season": plain_season,
    "quarter": quarter,
    "quarter_of_year": quarter_of_year,
    "half_of_year": half_of_year,
    "latter_half": latter_half,
    "last_quarter": last_quarter,
}
