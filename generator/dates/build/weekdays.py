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
    return reference.pointed(reference.get(match, "weekday"), reference.words(match, 3))


def weekday_of_week(match: Match, reference: Reference) -> Operator | None:
    """Return “Monday of last week”."""
    week = reference.get(match, "week")
    return In(reference.get(match, "weekday"), week) if isinstance(week, Operator) else None


def weekday_beside(match: Match, reference: Reference) -> Operator | None:
    """Return the weekday before or after the date that was named."""
    base = reference.running("day")
    if base is None:
        return None
    words = reference.words(match, 4)
    later = "after" in words or "following" in words
    return (Next if later else Last)(reference.get(match, "weekday"), base)


def weekend(match: Match, reference: Reference) -> Operator | None:
    """Return a weekend: “the weekend” is the most recent one, or the next where the sentence looks ahead."""
    words = reference.words(match, 3)
    if words.startswith(("weekend", "the weekend")):
        base = reference.running("day") if reference.narrative else reference.written
        if base is None:
            return Unknown("XXXX-WXX-WE")
        if reference.direction() == "future":
            return This("weekend", base)
        return Recent("weekend", base)
    return reference.pointed("weekend", words)


BUILDERS = {
    "weekday": weekday,
    "pointed_weekday": pointed_weekday,
    "weekday_of_week": weekday_of_week,
    "weekday_beside": weekday_beside,
    "weekend": weekend,
}
