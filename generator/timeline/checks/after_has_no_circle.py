"""Events that follow one another with `after` end at one that follows none.

Fails:

    after: doha-ceasefire

Passes:

    after: null
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.circles import circles
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each circle, at its first event."""
    numbers = {event.id: number for number, event in enumerate(context.timeline.events)}
    for circle in circles({event.id: event.after for event in context.timeline.events}):
        wrong = f"each of these comes after the next: {' → '.join([*circle[:5], circle[0]])}"
        mend = "delete `after` from the first of them"
        path = f"events[{numbers[circle[0]]}].after"
        yield context.problem(path, "after-has-no-circle", wrong, mend)
