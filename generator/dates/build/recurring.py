"""What comes round again: every week, daily, a year."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.match import Match
from generator.dates.operators import Every, Length, Operator, Repeating

__all__ = ["BUILDERS"]


def every_unit(match: Match, reference: Reference) -> Operator | None:
    """Return “every day”."""
    return Every(Length("1", reference.get(match, "unit")).value)


def every_count(match: Match, reference: Reference) -> Operator:
    """Return “every two weeks”."""
    count = reference.get(match, "number") or reference.get(match, "ordinal") or "X"
    return Every(Length(count, reference.get(match, "unit")).value)


def every_other(match: Match, reference: Reference) -> Operator:
    """Return “every other day”."""
    return Every(Length("2", reference.get(match, "unit")).value)


def every_weekday(match: Match, reference: Reference) -> Operator | None:
    """Return “every Wednesday”, “Sundays”."""
    name = reference.get(match, "weekday") or reference.get(match, "weekdays")
    part = reference.get(match, "part")
    return Every(Repeating(name).pattern + (f"T{part}" if part else ""))


def every_named(match: Match, reference: Reference) -> Operator:
    """Return “every October”, “every morning”."""
    part = reference.get(match, "part")
    if part:
        return Every(f"XXXX-XX-XXT{part}")
    return Every(Repeating(reference.get(match, "month") or reference.get(match, "season")).pattern)


def every_pattern(match: Match, reference: Reference) -> Operator:
    """Return “daily” and its like."""
    return Every(match.rule.constants["pattern"])


def per_unit(match: Match, reference: Reference) -> Operator | None:
    """Return “a year” in so much a year."""
    unit = reference.get(match, "unit")
    return None if unit in ("second", "quarter") else Every(Length("1", unit).value)


BUILDERS = {
    "every_unit": every_unit,
    "every_count": every_count,
    "every_other": every_other,
    "every_weekday": every_weekday,
    "every_named": every_named,
    "every_pattern": every_pattern,
    "per_unit": per_unit,
}
