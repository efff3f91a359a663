"""Beginnings, middles and ends of periods, and dates that are about right."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.match import Match
from generator.dates.operators import About, End, Middle, Nth, Operator, Start, This
from generator.dates.periods import CALENDAR

__all__ = ["BUILDERS", "EDGES"]

EDGES = {"Start": Start, "Middle": Middle, "End": End}


def edge(match: Match, reference: Reference) -> Operator | None:
    """Return “late 2001”, “the end of the month”."""
    name = reference.get(match, "edge") or match.rule.constants.get("edge")
    whole = reference.get(match, "period")
    if whole is None and "season" in match.parts:
        whole = reference.of_year(reference.get(match, "season"), near=False)
    unit = reference.get(match, "unit")
    if whole is None and unit is not None:
        whole = _unit(unit, reference)
    if not isinstance(whole, Operator) or name is None:
        return None
    return EDGES[name](whole)


def _unit(unit: str, reference: Reference) -> Operator | None:
    base = reference.running(unit) if unit in CALENDAR else None
    return This(unit, base) if base else None


def unit_end(match: Match, reference: Reference) -> Operator | None:
    """Return “year-end”, “month's end”."""
    unit = reference.get(match, "unit")
    longer = ("year", "month", "week", "quarter", "decade", "century")
    whole = _unit(unit, reference) if unit in longer else None
    return End(whole) if whole else None


def about(match: Match, reference: Reference) -> Operator | None:
    """Return “around 11 October”."""
    whole = reference.get(match, "period")
    return About(whole) if isinstance(whole, Operator) else None


def nth_of(match: Match, reference: Reference) -> Operator | None:
    """Return “the first week of May”."""
    number, unit = int(reference.get(match, "nth")), reference.get(match, "unit")
    whole = reference.get(match, "period")
    if not isinstance(whole, Operator) or unit not in ("day", "week", "weekend", "month"):
        return None
    found = Nth(number, unit, whole)
    return found if found.period else None


BUILDERS = {"edge": edge, "unit_end": unit_end, "about": about, "nth_of": nth_of}
