"""Each event begins on a line of its own, so that a program can change one and leave the others alone.

Reading does not need it; `fmt`, `add`, `withdraw`, drafting and joining do.

Fails:

    events: [{id: a, status: draft, date: "2025-10-19", type: talks, title: One}]

Passes:

    events:
      - id: a
        status: draft
        date: "2025-10-19"
        type: talks
        title: One
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import InputProblemsError, Problem
from generator.timeline.checks.context import Context
from generator.timeline.nodes import Sequence
from generator.timeline.rules import rewriting
from generator.timeline.spans import item_span


def find_problems(context: Context) -> Iterator[Problem]:
    """Give one warning, at the first event that cannot be told apart from its neighbours."""
    document = context.loaded.document
    events = document.find("events")
    if not isinstance(events, Sequence):
        return
    for number in range(len(events.items)):
        try:
            apart = not events.flow and bool(item_span(document, events, number))
        except InputProblemsError:
            apart = False
        if not apart:
            wrong, mend = rewriting.events_are_apart.words()
            yield context.problem(f"events[{number}]", "events-are-apart", wrong, mend, "warning")
            return
