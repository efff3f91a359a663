"""An id that is named is one that exists: of a source, an actor, a place or an event.

The nearest known id is shown.

Fails:

    actors: [quatar]

Passes:

    actors: [qatar]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context
from generator.timeline.model import Event

Reference = tuple[str, str | None, str]
"""The path of a value, the id it names, and what kind of thing that is."""

SECTIONS = {"source": "sources", "actor": "actors", "place": "places", "event": "events"}


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each id that leads nowhere."""
    timeline = context.timeline
    known = {
        "source": timeline.sources.keys(),
        "actor": timeline.actors.keys(),
        "place": timeline.places.keys(),
        "event": {event.id for event in timeline.events},
    }
    for path, identifier, kind in _references(context):
        if identifier is not None and identifier not in known[kind] and context.has_section(SECTIONS[kind]):
            near = context.nearest_id(identifier, known[kind])
            wrong = f"there is no {kind} {show(identifier)}"
            mend = (
                f"did you mean {near}?"
                if near
                else f"add it under {SECTIONS[kind]}, or name one that is there"
            )
            yield context.problem(path, "reference-leads-somewhere", wrong, mend)


def _references(context: Context) -> Iterator[Reference]:
    for name, actor in context.timeline.actors.items():
        yield f"actors.{name}.of", actor.of, "actor"
    for number, event in enumerate(context.timeline.events):
        yield from _of_event(f"events[{number}]", event)
    for path, _, claim in context.loaded.claims():
        for number, version in enumerate(claim.versions):
            yield f"{path}.versions[{number}].by", version.by, "actor"
    for path, _, evidence in context.evidence:
        yield f"{path}.source", evidence.source, "source"
        yield f"{path}.speaker", evidence.speaker, "actor"


def _of_event(path: str, event: Event) -> Iterable[Reference]:
    yield f"{path}.after", event.after, "event"
    yield f"{path}.place", event.place, "place"
    for name, actors in (("actors", event.actors), ("recipients", event.recipients)):
        for number, actor in enumerate(actors):
            yield f"{path}.{name}[{number}]", actor, "actor"
