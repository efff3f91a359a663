"""Events that follow one another with `after` end at one that follows none.

Fails:

    after: doha-ceasefire

Passes:

    after: null
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each circle, at its first event."""
    follows = {event.id: event.after for event in context.timeline.events}
    reported: set[str] = set()
    for number, event in enumerate(context.timeline.events):
        circle = _circle(event.id, follows)
        if circle and not reported.intersection(circle):
            reported.update(circle)
            wrong = f"each of these comes after the next: {' → '.join([*circle[:5], circle[0]])}"
            mend = "delete `after` from the first of them"
            yield context.problem(f"events[{number}].after", "after-has-no-circle", wrong, mend)


def _circle(start: str, follows: dict[str, str | None]) -> list[str]:
    """Return the events from one back to itself, or nothing where the way ends elsewhere."""
    way, at = [start], follows.get(start)
    seen = {start}
    while at is not None and at not in seen:
        way.append(at)
        seen.add(at)
        at = follows.get(at)
    return way if at == start else []
