"""The corrections of an event stand in the order of their days.

Fails:

    changes:
      - {date: "2025-11-03", kind: correction, note: The day}
      - {date: "2025-11-01", kind: update, note: A name}

Passes:

    changes:
      - {date: "2025-11-01", kind: update, note: A name}
      - {date: "2025-11-03", kind: correction, note: The day}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each correction that stands after a later one."""
    for number, event in enumerate(context.timeline.events):
        for one, (earlier, later) in enumerate(pairwise(event.changes), start=1):
            if later.date.latest and earlier.date.earliest and later.date.latest <= earlier.date.earliest:
                path = f"events[{number}].changes[{one}].date"
                wrong = f"{later.date} stands after {earlier.date}"
                yield context.problem(path, "changes-are-in-order", wrong, "change their order", "warning")
