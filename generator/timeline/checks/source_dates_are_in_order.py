"""A report is published no earlier than the day it writes about, and retrieved no earlier than that.

Fails:

    sources:
      report:
        writes_about: "2025-11-29"

Passes:

    sources:
      report:
        writes_about: "2025-10-29"
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.problems import Problem
from generator.timeline.checks.context import Context

NAMES = ("writes_about", "published", "retrieved")


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each source whose later date is over before the earlier one begins."""
    for name, source in context.timeline.sources.items():
        given = [(field, getattr(source, field)) for field in NAMES if getattr(source, field) is not None]
        for (first, earlier), (second, later) in pairwise(given):
            if earlier.earliest and later.latest and later.latest <= earlier.earliest:
                wrong = f"{second} is {later}, before {first}, {earlier}"
                mend = f"correct {second} or {first}"
                yield context.problem(f"sources.{name}.{second}", "source-dates-are-in-order", wrong, mend)
