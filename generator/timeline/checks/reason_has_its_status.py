"""A reason is given only for an event that is withdrawn or disputed.

Elsewhere nobody would ever read it.

Fails:

    status: published
    reason: The report was retracted.

Passes:

    status: disputed
    reason: The two reports differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each reason that belongs to no withdrawal and no dispute."""
    for number, event in enumerate(context.timeline.events):
        if event.reason and event.status not in ("withdrawn", "disputed"):
            wrong = f"a reason is given, and the status is {event.status}"
            mend = "make the status withdrawn or disputed, or delete the reason"
            yield context.problem(f"events[{number}].reason", "reason-has-its-status", wrong, mend, "warning")
