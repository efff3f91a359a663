"""Events stand in the order of their dates, those of one day by `after`, then by time, then by id.

So two editors who add events rarely touch the same lines. `crisis-timeline fmt` puts them in order.

Fails:

    date: "2025-12-19"

Passes:

    date: "2025-10-19"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context
from generator.timeline.order import in_order


def find_problems(context: Context) -> Iterator[Problem]:
    """Give one warning, at the first event that stands too early."""
    placed = [
        (number, event)
        for number, event in enumerate(context.timeline.events)
        if context.is_read(f"events[{number}]", "date", "time", "after", "id")
    ]
    for (number, event), right in zip(placed, in_order([event for _, event in placed]), strict=True):
        if event is not right:
            wrong = f"{right.id} ({right.date}) belongs before {event.id} ({event.date})"
            mend = "run `crisis-timeline fmt`, or move it"
            yield context.problem(f"events[{number}]", "events-are-in-order", wrong, mend, "warning")
            return
