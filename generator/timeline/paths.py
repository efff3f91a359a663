"""Parts of the record by their paths: looked up, and changed in a copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from generator.timeline.model import Timeline
from generator.timeline.nodes import split_path

__all__ = ["number_of", "value_at", "with_change"]


def number_of(items: Sequence[Any], step: str) -> int:
    """Return the number of an item that is given by its number or by its id."""
    for number, item in enumerate(items):
        if getattr(item, "id", None) == step:
            return number
    if step.isascii() and step.isdigit() and int(step[:9]) < len(items):
        return int(step)
    raise KeyError(step)


def value_at(timeline: Timeline, path: str) -> Any:
    """Return the part of the record at a path; raise `KeyError` or `AttributeError` where there is none."""
    value: Any = timeline
    for step in split_path(path):
        if isinstance(value, tuple):
            value = value[number_of(value, step)]
        else:
            value = value[step] if isinstance(value, Mapping) else getattr(value, step)
    return value


def with_change(timeline: Timeline, path: str, change: Callable[[Any], Any]) -> Timeline:
    """Return the record with the part at a path changed."""
    return cast(Timeline, _changed(timeline, split_path(path), change))


def _changed(value: Any, steps: Sequence[str], change: Callable[[Any], Any]) -> Any:
    if not steps:
        return change(value)
    step, rest = steps[0], steps[1:]
    if isinstance(value, tuple):
        at = number_of(value, step)
        return (*value[:at], _changed(value[at], rest, change), *value[at + 1 :])
    if isinstance(value, Mapping):
        return {**value, step: _changed(value[step], rest, change)}
    return replace(value, **{step: _changed(getattr(value, step), rest, change)})
