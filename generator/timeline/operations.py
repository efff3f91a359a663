"""The four things that can be done to the record, each in two ways: to the text and to the values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from generator.timeline import nodes
from generator.timeline.fields import field_kinds
from generator.timeline.load import Loaded
from generator.timeline.model import Timeline
from generator.timeline.paths import number_of, value_at, with_change
from generator.timeline.spans import entry_span, refuse
from generator.timeline.splices import Splice, insert_entry, insert_item, remove_item, set_key

__all__ = ["Drop", "Edit", "Enter", "Insert", "Remove", "Set"]


class Edit(Protocol):
    """A change that is wanted: how it changes the text, and what it makes of the record."""

    def splices(self, loaded: Loaded) -> list[Splice]:
        """Return the splices that make the change; raise `KeyError` where its target is not there yet."""

    def applied(self, timeline: Timeline) -> Timeline:
        """Return the record as it is to be afterwards."""


@dataclass(frozen=True)
class Set:
    """A key gets a value."""

    parent: str
    name: str
    value: Any

    def splices(self, loaded: Loaded) -> list[Splice]:
        """Return the splices that make the change; raise `KeyError` where its target is not there yet."""
        node = _node(loaded, self.parent)
        if not isinstance(node, nodes.Mapping):
            raise refuse(
                loaded.document, node.start, "no key can be set here", "write `key: value`, one a line"
            )
        owner = value_at(loaded.timeline, self.parent)
        return set_key(loaded.document, node, field_kinds(owner.__class__), self.name, self.value)

    def applied(self, timeline: Timeline) -> Timeline:
        """Return the record as it is to be afterwards."""

        def change(owner: Any) -> Any:
            return replace(owner, **{self.name: self.value})

        return with_change(timeline, self.parent, change)


@dataclass(frozen=True)
class Insert:
    """A list gets one more item; `place` says before which."""

    path: str
    value: Any
    place: Callable[[Sequence[Any]], int] = len

    def splices(self, loaded: Loaded) -> list[Splice]:
        """Return the splices that make the change; raise `KeyError` where its target is not there yet."""
        node = loaded.document.find(self.path)
        items = value_at(loaded.timeline, self.path)
        if not items or not isinstance(node, nodes.Sequence):
            parent, _, name = self.path.rpartition(".")
            return Set(parent, name, (self.value,)).splices(loaded)
        return [insert_item(loaded.document, node, self.place(items), self.value)]

    def applied(self, timeline: Timeline) -> Timeline:
        """Return the record as it is to be afterwards."""

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            at = self.place(items)
            return (*items[:at], self.value, *items[at:])

        return with_change(timeline, self.path, change)


@dataclass(frozen=True)
class Enter:
    """A mapping of records gets one more."""

    path: str
    key: str
    value: Any

    def splices(self, loaded: Loaded) -> list[Splice]:
        """Return the splices that make the change; raise `KeyError` where its target is not there yet."""
        node = loaded.document.find(self.path)
        if not isinstance(node, nodes.Mapping) or not node.entries:
            return Set("", self.path, {self.key: self.value}).splices(loaded)
        return [insert_entry(loaded.document, node, self.key, self.value)]

    def applied(self, timeline: Timeline) -> Timeline:
        """Return the record as it is to be afterwards."""

        def change(known: Mapping[str, Any]) -> dict[str, Any]:
            if self.key in known:
                raise KeyError(f"place for {self.key}: {self.path} has it already")
            return {**known, self.key: self.value}

        return with_change(timeline, self.path, change)


@dataclass(frozen=True)
class Drop:
    """A mapping of records loses one."""

    path: str
    key: str

    def splices(self, loaded: Loaded) -> list[Splice]:
        """Return the splices that make the change; raise `KeyError` where its target is not there yet."""
        node = _node(loaded, self.path)
        if not isinstance(node, nodes.Mapping) or self.key not in node.entries:
            raise KeyError(f"{self.path}.{self.key}")
        if node.flow or len(node.entries) == 1:
            rest = {key: one for key, one in value_at(loaded.timeline, self.path).items() if key != self.key}
            return Set("", self.path, rest).splices(loaded)
        return [Splice(*entry_span(loaded.document, *node.entries[self.key]), "")]

    def applied(self, timeline: Timeline) -> Timeline:
        """Return the record as it is to be afterwards."""

        def change(known: Mapping[str, Any]) -> dict[str, Any]:
            return {key: one for key, one in known.items() if key != self.key}

        return with_change(timeline, self.path, change)


@dataclass(frozen=True)
class Remove:
    """A list loses an item."""

    path: str
    step: str

    def splices(self, loaded: Loaded) -> list[Splice]:
        """Return the splices that make the change; raise `KeyError` where its target is not there yet."""
        node = _node(loaded, self.path)
        items = value_at(loaded.timeline, self.path)
        if isinstance(node, nodes.Sequence) and len(items) > 1:
            return [remove_item(loaded.document, node, number_of(items, self.step))]
        parent, _, name = self.path.rpartition(".")
        return Set(parent, name, ()).splices(loaded)

    def applied(self, timeline: Timeline) -> Timeline:
        """Return the record as it is to be afterwards."""

        def change(items: tuple[Any, ...]) -> tuple[Any, ...]:
            at = number_of(items, self.step)
            return items[:at] + items[at + 1 :]

        return with_change(timeline, self.path, change)


def _node(loaded: Loaded, path: str) -> nodes.Node:
    found = loaded.document.find(path)
    if found is None:
        raise KeyError(path)
    return found
