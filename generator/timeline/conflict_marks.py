"""Conflict markers around what two versions say differently, so that a person sees both and chooses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from generator.timeline.emit import entry_lines, field_lines, item_lines
from generator.timeline.load import Loaded
from generator.timeline.model import Event, Timeline
from generator.timeline.nodes import Mapping as MappingNode
from generator.timeline.nodes import Sequence as SequenceNode
from generator.timeline.order import place_for
from generator.timeline.spans import column_of, entry_span, item_span
from generator.timeline.splices import Splice, spliced

__all__ = ["SECTIONS", "with_markers"]

SECTIONS = ("sources", "actors", "places")


def with_markers(after: Loaded, joined: Timeline, alternative: Timeline) -> str:
    """Return the text with both versions, between conflict markers, of whatever differs by preference."""
    splices: list[Splice] = []
    for one in fields(Timeline):
        ours, theirs = getattr(joined, one.name), getattr(alternative, one.name)
        if ours == theirs:
            continue
        if one.name == "events":
            splices += _marked_events(after, ours, theirs)
        elif one.name in SECTIONS:
            splices += _marked_section(after, one.name, ours, theirs)
        else:
            splices.append(_marked_field(after, one.name, field_lines(one.name, theirs, 0)))
    return spliced(after.text, splices)


def _marked_events(after: Loaded, ours: tuple[Event, ...], theirs: tuple[Event, ...]) -> Iterator[Splice]:
    mine, other = {event.id: event for event in ours}, {event.id: event for event in theirs}
    for number, event in enumerate(after.timeline.events):
        if event.id not in other:
            yield _around(after, _item(after, number), [])
        elif mine[event.id] != other[event.id]:
            yield _marked_record(after, number, mine[event.id], other[event.id])
    for event in theirs:
        if event.id not in mine:
            yield _instead_of_nothing(after, event)


def _marked_record(after: Loaded, number: int, mine: Event, other: Event) -> Splice:
    """Return the markers around the one field that differs; around the whole event where it is several."""
    differing = [one.name for one in fields(mine) if getattr(mine, one.name) != getattr(other, one.name)]
    path = f"events[{number}].{differing[0]}"
    parent = after.document.find(f"events[{number}]")
    if len(differing) == 1 and isinstance(parent, MappingNode) and differing[0] in list(parent.entries)[1:]:
        indent = column_of(after.document, parent.start)
        return _marked_field(after, path, field_lines(differing[0], getattr(other, differing[0]), indent))
    return _around(after, _item(after, number), item_lines(other, _dash_column(after)))


def _marked_section(
    after: Loaded, section: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> Iterator[Splice]:
    node = after.document.find(section)
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        if ours.get(key) == theirs.get(key) or not isinstance(node, MappingNode):
            continue
        indent = column_of(after.document, node.start)
        lines = entry_lines(key, theirs[key], indent) if key in theirs else []
        if key in node.entries:
            yield _around(after, entry_span(after.document, *node.entries[key]), lines)
        else:
            _, end = entry_span(after.document, *list(node.entries.values())[-1])
            yield _around(after, (end, end), lines)


def _marked_field(after: Loaded, path: str, lines: list[str]) -> Splice:
    parent, _, name = path.rpartition(".")
    node = after.document.find(parent) if parent else after.document.root
    if isinstance(node, MappingNode) and name in node.entries:
        return _around(after, entry_span(after.document, *node.entries[name]), lines)
    end = after.document.line_end(node.end if node is not None else 0)
    return _around(after, (end, end), lines)


def _instead_of_nothing(after: Loaded, event: Event) -> Splice:
    events = after.timeline.events
    at = place_for(event, events)
    if not events:
        end = len(after.text)
        return _around(after, (end, end), ["events:", *item_lines(event, 2)])
    place = _item(after, at)[0] if at < len(events) else _item(after, len(events) - 1)[1]
    return _around(after, (place, place), item_lines(event, _dash_column(after)))


def _item(after: Loaded, number: int) -> tuple[int, int]:
    node = after.document.find("events")
    assert isinstance(node, SequenceNode)  # noqa: S101  (an event was read from it)
    return item_span(after.document, node, number)


def _dash_column(after: Loaded) -> int:
    node = after.document.find("events")
    return column_of(after.document, node.start) if node is not None else 2


def _around(after: Loaded, span: tuple[int, int], lines: list[str]) -> Splice:
    newline = after.document.newline
    ours = after.text[span[0] : span[1]]
    if ours and not ours.endswith("\n"):
        ours += newline
    theirs = "".join(f"{line}{newline}" for line in lines)
    text = f"<<<<<<< ours{newline}{ours}======={newline}{theirs}>>>>>>> theirs{newline}"
    return Splice(span[0], span[1], text)
