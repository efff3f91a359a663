"""Counting from the day of writing, or from the date that the text named before."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.match import Match
from generator.dates.operators import (
    Earlier,
    In,
    Later,
    Length,
    Loosely,
    Operator,
    Rest,
    This,
    Unknown,
    Vague,
)
from generator.dates.periods import CALENDAR

__all__ = ["BUILDERS"]

_GRAINS = {
    **dict.fromkeys(("second", "minute", "hour", "day", "night"), "day"),
    **dict.fromkeys(("week", "fortnight"), "week"),
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    **dict.fromkeys(("year", "decade", "century"), "year"),
    "millennium": "century",
}


def deictic(match: Match, reference: Reference) -> Operator:
    """Return today, yesterday or tomorrow."""
    base = reference.base("day")
    days = int(match.rule.constants["days"])
    if base is None or (reference.narrative and days == 0):
        return Vague("PRESENT_REF") if days == 0 else Unknown("XXXX-XX-XX")
    if days == 0:
        return This("day", base)
    return (Later if days > 0 else Earlier)(str(abs(days)), "day", base, "day")


def pointed_unit(match: Match, reference: Reference) -> Operator | None:
    """Return “last year”, “this month”, “that week”, “the following year”."""
    unit = match.rule.constants.get("unit") or reference.get(match, "unit")
    if unit not in CALENDAR:
        return None
    pointed = reference.pointed if unit == "weekend" else reference.pointed_unit
    return pointed(unit, reference.pointer(match))


def unit_spoken_of(match: Match, reference: Reference) -> Operator | None:
    """Return “the quarter” or “the year” that a report is about."""
    unit = reference.get(match, "unit")
    base = reference.running(unit) if unit in ("year", "quarter", "month") else None
    return This(unit, base) if base else None


def one_farther(match: Match, reference: Reference) -> Operator | None:
    """Return “the week before last”, “the week after next”."""
    unit, base = reference.get(match, "unit"), reference.base("day")
    if unit not in CALENDAR or base is None:
        return None
    return (Earlier if reference.pointer(match) == "last" else Later)("2", unit, base, unit)


def unit_before(match: Match, reference: Reference) -> Operator | None:
    """Return “the year-earlier period”."""
    unit = reference.get(match, "unit") or "year"
    base = reference.running("quarter" if unit == "year" else unit)
    if base is None or unit not in CALENDAR:
        return None
    return Earlier("1", unit, base, _grain("1", unit, base))


def unit_of_day(match: Match, reference: Reference) -> Operator | None:
    """Return “the week of Oct. 20”."""
    unit, day = reference.get(match, "unit"), reference.get(match, "day")
    if unit not in ("week", "month", "quarter", "year") or not isinstance(day, Operator):
        return None
    return This(unit, day)


def that_day(match: Match, reference: Reference) -> Operator | None:
    """Return “that day”, “the next day”, “the day before”."""
    base = reference.running("day")
    if base is None or base.period is None or base.period.unit != "day":
        return Unknown("XXXX-XX-XX") if base is None else This("day", base)
    pointer = reference.pointer(match)
    if pointer in ("next", "after"):
        return Later("1", "day", base, "day")
    if pointer in ("last", "before"):
        return Earlier("1", "day", base, "day")
    return This("day", base)


def _counted(match: Match, reference: Reference) -> tuple[str, str, str | None] | None:
    """Return count, unit and modifier of the length in a match."""
    found = reference.get(match, "length") or reference.get(match, "bare_length")
    modifier = None
    if isinstance(found, Loosely):
        modifier, found = found.modifier, found.of
    if isinstance(found, Length):
        return found.count, found.unit, modifier
    unit = reference.get(match, "unit")
    if unit is None:
        return "1", "year", None
    return match.rule.constants.get("count", "X"), unit, None


def _moved(
    match: Match, reference: Reference, base: Operator | None, kind: type[Later] | type[Earlier]
) -> Operator | None:
    counted = _counted(match, reference)
    if counted is None:
        return None
    count, unit, modifier = counted
    if unit in ("second", "minute") and base is None:
        return None
    moved = kind(count, unit, base or Unknown("XXXX"), _grain(count, unit, base))
    farther, nearer = ("BEFORE", "AFTER") if kind is Earlier else ("AFTER", "BEFORE")
    loose = {"MORE_THAN": farther, "LESS_THAN": nearer}
    return Loosely(loose.get(modifier, modifier), moved) if modifier else moved


def _grain(count: str, unit: str, base: Operator | None) -> str:
    """Return how finely the reached date is named: as its unit is, but a year after a month is a month."""
    near = base.period if base else None
    if unit == "year" and near is not None and near.unit in ("month", "quarter", "half", "season"):
        return near.unit
    return _GRAINS.get(unit, "day")


def ago(match: Match, reference: Reference) -> Operator | None:
    """Return “two days ago”."""
    return _moved(match, reference, reference.base("day"), Earlier)


def ago_from(match: Match, reference: Reference) -> Operator | None:
    """Return “ten years ago this month”: a month, as exact as what is counted from."""
    counted, period = _counted(match, reference), reference.get(match, "period")
    if counted is None or not isinstance(period, Operator) or period.period is None:
        return None
    return Earlier(counted[0], counted[1], period, period.period.unit)


def from_now(match: Match, reference: Reference) -> Operator | None:
    """Return “two weeks from now”."""
    return _moved(match, reference, reference.base("day"), Later)


def later(match: Match, reference: Reference) -> Operator | None:
    """Return “two days later”."""
    return _moved(match, reference, reference.running(_needed(match, reference)), Later)


def earlier(match: Match, reference: Reference) -> Operator | None:
    """Return “a year earlier”."""
    return _moved(match, reference, reference.running(_needed(match, reference)), Earlier)


def _needed(match: Match, reference: Reference) -> str:
    counted = _counted(match, reference)
    return _GRAINS.get(counted[1], "day") if counted else "day"


def after_date(match: Match, reference: Reference) -> Operator | None:
    """Return “two days after Christmas”."""
    return _beside(match, reference, Later)


def before_date(match: Match, reference: Reference) -> Operator | None:
    """Return “two days before Christmas”."""
    return _beside(match, reference, Earlier)


def _beside(match: Match, reference: Reference, kind: type[Later] | type[Earlier]) -> Operator | None:
    day = reference.get(match, "day")
    return _moved(match, reference, day, kind) if isinstance(day, Operator) else None


def rest_of(match: Match, reference: Reference) -> Operator | None:
    """Return “earlier this month”, “later that year”."""
    side = reference.get(match, "side")
    unit = reference.get(match, "unit")
    whole = reference.get(match, "period") or reference.get(match, "day")
    if unit is not None:
        base = reference.running(unit)
        whole = This(unit, base) if base and unit in CALENDAR else None
    if not isinstance(whole, Operator):
        return None
    deictic = unit is None and reference.counts_from_now(whole)
    anchor = reference.base("day") if deictic else reference.running("day")
    return Rest(side, whole, anchor) if anchor else whole


def ago_in(match: Match, reference: Reference) -> Operator | None:
    """Return “a year ago October”, “a week ago Tuesday”."""
    base = reference.base("day")
    if base is None:
        return None
    if "month" in match.parts:
        return In(reference.get(match, "month"), Earlier("1", "year", base, "year"))
    return Earlier("1", "week", reference.of_week(reference.get(match, "weekday")), "day")


BUILDERS = {
    "deictic": deictic,
    "pointed_unit": pointed_unit,
    "one_farther": one_farther,
    "unit_before": unit_before,
    "unit_spoken_of": unit_spoken_of,
    "unit_of_day": unit_of_day,
    "that_day": that_day,
    "ago": ago,
    "ago_from": ago_from,
    "from_now": from_now,
    "later": later,
    "earlier": earlier,
    "after_date": after_date,
    "before_date": before_date,
    "rest_of": rest_of,
    "ago_in": ago_in,
}
