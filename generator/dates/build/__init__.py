"""What the rules of a grammar give: one function a rule's `gives`, sorted by construction.

A builder gets the match and the reference, which knows what to count from, and returns an operator, a part of
one (a number, a unit), or None where the words turn out to date nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.dates.build import (
    clock,
    days,
    edges,
    lengths,
    named,
    numbers,
    offsets,
    pairs,
    recurring,
    seasons,
    weekdays,
    years,
)

__all__ = ["BUILDERS"]

BUILDERS: Mapping[str, Callable[..., Any]] = {
    name: builder
    for module in (
        numbers,
        lengths,
        days,
        weekdays,
        seasons,
        years,
        offsets,
        edges,
        clock,
        recurring,
        named,
        pairs,
    )
    for name, builder in module.BUILDERS.items()
}
