"""An event that is withdrawn or disputed says why.

Readers find the reason at the event's old address.

Fails:

    status: withdrawn

Passes:

    status: withdrawn
    reason: The report was retracted.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each withdrawn or disputed event without a reason."""
    for number, event in enumerate(context.timeline.events):
        if event.status in ("withdrawn", "disputed") and not (event.reason or "").strip():
            wrong = f"it is {event.status}, and no reason is given"
            mend = "add `reason: …` in a sentence for readers"
            yield context.problem(f"events[{number}].status", "withdrawal-has-a-reason", wrong, mend)
