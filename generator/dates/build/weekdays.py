"""Weekdays and weekends."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.match import Match
from generator.dates.operators import In, Last, Next, Operator, Recent, This, Unknown

__all__ = ["BUILDERS"]


def weekday(match: Match, reference: Reference) -> Operator | None:
    """Return a bare weekday: the most recent, or the next where the sentence looks ahead."""
    if not reference.is_name_of_weekday(match):
        return None
    return reference.of_week(reference.get(match, "weekday"))


def pointed_weekday(match: Match, reference: Reference) -> Operator | None:
    """Return “last Friday”, “next Tuesday”, “this Wednesday”."""
    if not reference.capital(match, "weekday"):
        return None
    return reference.pointed(reference.get(match, "weekday"), reference.pointer(match))


def weekday_of_week(match: Match, reference: Reference) -> Operator | None:
    """Return “Monday of last week”."""
    week = reference.get(match, "week")
    return In(reference.get(match, "weekday"), week) if isinstance(week, Operator) else None


def weekday_beside(match: Match, reference: Reference) -> Operator | None:
    """Return the weekday before or after the date that was named."""
    base = reference.running("day")
    if base is None:
        return None
    return (Next if reference.pointer(match) == "after" else Last)(reference.get(match, "weekday"), base)


def pointed_weekend(match: Match, reference: Reference) -> Operator:
    """Return “this weekend”, “last weekend”."""
    return reference.pointed("weekend", reference.pointer(match))


def weekend(match: Match, reference: Reference) -> Operator:
    """Return a bare weekend: the most recent one, or the next where the sentence looks ahead."""
    base = reference.running("day") if reference.narrative else reference.written
    if base is None:
        return Unknown("XXXX-WXX-WE")
    return This("weekend", base) if reference.direction() == "future" else Recent("weekend", base)


BUILDERS = {
    "weekday": weekday,
    "pointed_weekday": pointed_weekday,
    "weekday_of_week": weekday_of_week,
    "weekday_beside": weekday_beside,
    "pointed_weekend": pointed_weekend,
    "weekend": weekend,
}
