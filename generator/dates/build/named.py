"""Days and events that go by a name, and references that name no date."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.match import Match
from generator.dates.operators import In, Known, Operator, Vague

__all__ = ["BUILDERS"]


def holiday(match: Match, reference: Reference) -> Operator | None:
    """Return a day of every year by its name; the year is found as for a month and a day."""
    if not reference.text_of(match)[0].isupper() or reference.ends_name(match):
        return None
    return reference.of_year(match.rule.constants["date"], near=True)


def named_day_of_year(match: Match, reference: Reference) -> Operator | None:
    """Return a day that goes by a name, of a year that is given."""
    day, year = match.parts["day"], reference.get(match, "year")
    if not isinstance(day, Match) or day.rule.gives != "holiday" or not isinstance(year, Operator):
        return None
    return In(day.rule.constants["date"], year)


def pointed_named_day(match: Match, reference: Reference) -> Operator | None:
    """Return “last Christmas”."""
    day = match.parts["day"]
    if not isinstance(day, Match) or day.rule.gives != "holiday":
        return None
    return reference.pointed(day.rule.constants["date"], reference.pointer(match))


def event(match: Match, reference: Reference) -> Operator:
    """Return the date of an event that everybody knows by its name."""
    return Known(match.rule.constants["name"], match.rule.constants["date"])


def vague(match: Match, reference: Reference) -> Operator:
    """Return a reference to the present, the past or the future."""
    return Vague(match.rule.constants["reference"])


def vague_noun(match: Match, reference: Reference) -> Operator | None:
    """Return a reference to the past or the future by a noun that is no adjective of the next word."""
    return None if reference.followed_by_noun(match) else vague(match, reference)


BUILDERS = {
    "holiday": holiday,
    "pointed_named_day": pointed_named_day,
    "named_day_of_year": named_day_of_year,
    "event": event,
    "vague": vague,
    "vague_noun": vague_noun,
}
