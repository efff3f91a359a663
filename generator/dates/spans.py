"""Lengths that date an event because its end is given: “four-day talks that ended Tuesday”."""

from __future__ import annotations

from dataclasses import replace

from generator.dates.expression import TimeExpression
from generator.dates.grammar import Grammar
from generator.dates.operators import Ending, Length, Operator

__all__ = ["lengths_with_an_end"]

_NEAR = 300  # characters between the length and the end that belong together


def lengths_with_an_end(
    grammar: Grammar, text: str, lower: str, found: list[TimeExpression]
) -> list[TimeExpression]:
    """Return the expressions, with the lengths of days that end on a named day counted back from it."""
    ends = [one for one in found if _is_day(one.derivation) and _ends_there(grammar, lower, one.start)]
    if not ends:
        return found
    return [_with_end(one, ends, text) if isinstance(one.derivation, Length) else one for one in found]


def _is_day(operator: Operator) -> bool:
    return operator.type == "DATE" and operator.period is not None and operator.period.unit == "day"


def _ends_there(grammar: Grammar, lower: str, start: int) -> bool:
    words = lower[max(0, start - 24) : start].split()
    return any(word in grammar.lists["ended"] for word in words[-2:])


def _with_end(one: TimeExpression, ends: list[TimeExpression], text: str) -> TimeExpression:
    near = [end for end in ends if _belong(text, one, end)]
    if not near:
        return one
    last = min(near, key=lambda end: abs(end.start - one.start))
    derivation = Ending(one.derivation, last.derivation)
    return replace(one, derivation=derivation, anchor=last.start) if derivation.edtf else one


def _belong(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) < _NEAR and "\n" not in between
