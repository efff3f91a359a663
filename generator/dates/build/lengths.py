"""Lengths of time."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.match import Match
from generator.dates.operators import Length, Loosely, Operator

__all__ = ["BUILDERS"]

# Half of a unit, as so many of a smaller one.
_HALVES = {
    "minute": ("30", "second"),
    "hour": ("30", "minute"),
    "day": ("12", "hour"),
    "year": ("6", "month"),
    "decade": ("5", "year"),
    "century": ("50", "year"),
}


def length(match: Match, reference: Reference) -> Operator | None:
    """Return so many units; of two numbers the second, which the length doesn't exceed."""
    count = reference.get(match, "number") or reference.get(match, "vague_number")
    unit = reference.get(match, "unit")
    if unit == "quarter" and count in ("3", "X"):
        return None  # three quarters of the seats, some quarters of the town
    if count.isdigit() and int(count) >= 1000 and _singular(match, reference):
        return None  # the year 2018, day five
    return Length(count, unit)


def _singular(match: Match, reference: Reference) -> bool:
    part = match.parts["unit"]
    return isinstance(part, Match) and "one" in reference.run.tokens[part.start].labels


def plain_length(match: Match, reference: Reference) -> Operator:
    """Return so many units, where other words leave no doubt that it is a length."""
    return Length(reference.get(match, "number"), reference.get(match, "unit"))


def length_of_one(match: Match, reference: Reference) -> Operator | None:
    """Return one unit."""
    unit = reference.get(match, "unit")
    return None if unit in ("second", "minute", "quarter") else Length("1", unit)


def vague_length(match: Match, reference: Reference) -> Operator:
    """Return a number of units that nobody knows."""
    return Length("X", reference.get(match, "unit"))


def one_and_a_half(match: Match, reference: Reference) -> Operator:
    """Return one unit and a half."""
    return Length("1.5", reference.get(match, "unit"))


def half_of(match: Match, reference: Reference) -> Operator | None:
    """Return half of a unit."""
    unit = reference.get(match, "unit")
    if unit in ("second", "quarter", "night", "weekend"):
        return None
    return Length(*_HALVES[unit]) if unit in _HALVES else Length("0.5", unit)


def loosely(match: Match, reference: Reference) -> Operator | None:
    """Return a length with what its first words say of its size."""
    inner = reference.get(match, "length")
    if not isinstance(inner, Operator):
        return None
    modifier = reference.get(match, "more") or match.rule.constants["modifier"]
    return Loosely(modifier, inner)


BUILDERS = {
    "length": length,
    "plain_length": plain_length,
    "length_of_one": length_of_one,
    "vague_length": vague_length,
    "one_and_a_half": one_and_a_half,
    "half_of": half_of,
    "loosely": loosely,
}
