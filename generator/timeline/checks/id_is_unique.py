"""No two events have the same id.

The id is the event's address on the site, for ever.

Fails:

    events:
      - id: doha-ceasefire
        status: draft
        date: "2025-10-19"
        type: ceasefire
        title: A ceasefire
      - id: doha-ceasefire
        status: draft
        date: "2025-10-25"
        type: talks
        title: Talks

Passes:

    events:
      - id: doha-ceasefire
        status: draft
        date: "2025-10-19"
        type: ceasefire
        title: A ceasefire
      - id: istanbul-talks
        status: draft
        date: "2025-10-25"
        type: talks
        title: Talks
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each event whose id an earlier one has."""
    first: dict[str, int] = {}
    for number, event in enumerate(context.timeline.events):
        if event.id in first:
            line, _ = context.loaded.place_of(f"events[{first[event.id]}].id")
            wrong = f"{show(event.id)} is the id of the event on line {line} too"
            mend = "give the newer one another id, or make one event of the two"
            yield context.problem(f"events[{number}].id", "id-is-unique", wrong, mend)
        elif event.id:
            first[event.id] = number
