"""An actor stands once among the actors of an event, and once among its recipients.

Fails:

    actors: [qatar, turkiye, qatar]

Passes:

    actors: [qatar, turkiye]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each actor that is repeated."""
    for number, event in enumerate(context.timeline.events):
        for name, actors in (("actors", event.actors), ("recipients", event.recipients)):
            for one, actor in enumerate(actors):
                if actor in actors[:one]:
                    path = f"events[{number}].{name}[{one}]"
                    wrong = f"{show(actor)} stands here already"
                    yield context.problem(path, "actor-stands-once", wrong, "delete it", "warning")
