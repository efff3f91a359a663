"""`after` orders two events of the same day; between days the dates do that.

Fails:

    after: istanbul-talks

Passes:

    after: null
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each event that is after one of other days."""
    dates = {event.id: event.date for event in context.timeline.events}
    for number, event in enumerate(context.timeline.events):
        other = dates.get(event.after or "")
        if other is not None and not event.date.overlaps(other):
            wrong = f"{event.after} is dated {other}, this event {event.date}"
            mend = "delete `after`, since the dates give the order, or correct a date"
            yield context.problem(f"events[{number}].after", "after-is-on-the-same-day", wrong, mend)
