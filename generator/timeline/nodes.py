"""The parts of a YAML file as they were written: value, style, and where each begins and ends.

Offsets are code points into the text, end exclusive; line and column are worked out when somebody asks. A
node knows nothing of what it means: that is the reader's business.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

__all__ = ["NULLS", "Document", "Mapping", "Node", "Scalar", "Sequence", "split_path"]


NULLS = frozenset(["", "null", "~", "Null", "NULL"])


class Scalar:
    """A text as it was written; `style` is empty for a plain one, else its mark: `'`, `"`, `|` or `>`."""

    __slots__ = ("end", "start", "style", "value")

    def __init__(self, value: str, style: str, start: int, end: int) -> None:
        self.value = value
        self.style = style
        self.start = start
        self.end = end

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: an empty place, `null` or `~` without quotation marks."""
        return not self.style and self.value in NULLS


class Sequence:
    """A list: its items in order; `flow` where it is written in brackets."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.items: list[Node] = []


class Mapping:
    """Keys and values: each key's text to its key and value nodes; `flow` where it is written in braces."""

    __slots__ = ("end", "entries", "flow", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Node = Scalar | Sequence | Mapping

_STEP = re.compile(r"\[([^\]]*)\]|\.?([^.\[\]]+)")


def split_path(path: str) -> list[str]:
    """Return the steps of a path: keys, and numbers or ids of items in brackets.

    >>> split_path("events[3].evidence[0].quote")
    ['events', '3', 'evidence', '0', 'quote']
    >>> split_path("events[doha-ceasefire].date")
    ['events', 'doha-ceasefire', 'date']
    """
    return [found[1] if found[1] is not None else found[2] for found in _STEP.finditer(path)]


@dataclass(frozen=True)
class Document:
    """A YAML file that was read: its text, the name it is shown by, and its root node."""

    text: str
    file: str
    root: Mapping
    _entries: dict[int, list[tuple[Scalar, Node]]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line of this offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset after the line of this offset, its line break included."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    @cached_property
    def newline(self) -> str:
        """The line break of this file: that of its first line."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def trail(self, path: str) -> Iterator[tuple[Scalar | None, Node]]:
        """Give the nodes along a path, each with its key, as far as they are there."""
        node: Node = self.root
        yield None, node
        for step in split_path(path):
            found = child(node, step)
            if found is None:
                return
            node = found[1]
            yield found

    def find(self, path: str) -> Node | None:
        """Return the node at a path, or None where there is none."""
        nodes = list(self.trail(path))
        return nodes[-1][1] if len(nodes) == len(split_path(path)) + 1 else None

    def path_at(self, offset: int) -> str:
        """Return the path of the innermost value at an offset, as `events[3].date`, or nothing."""
        node: Node = self.root
        path = ""
        while not isinstance(node, Scalar):
            found = self._holding(node, offset)
            if found is None:
                return path if offset == node.start else ""
            step, node = found
            path += step if step.startswith("[") else f".{step}" if path else step
        return path

    def _holding(self, node: Sequence | Mapping, offset: int) -> tuple[str, Node] | None:
        """Return the step to the part of a node in which an offset lies, and that part."""
        if isinstance(node, Sequence):
            number = bisect_right(node.items, offset, key=lambda item: item.start) - 1
            if number >= 0 and offset <= node.items[number].end:
                return f"[{number}]", node.items[number]
            return None
        # A list of them is kept: thousands of problems may ask for the same one.
        entries = self._entries.setdefault(id(node), [])
        if not entries:
            entries.extend(node.entries.values())
        number = bisect_right(entries, offset, key=lambda entry: entry[0].start) - 1
        if number >= 0 and offset <= max(entries[number][1].end, entries[number][0].end):
            key, value = entries[number]
            # A key that was made up for one that could not be read leads nowhere.
            return None if key.style == "?" else (key.value, value)
        return None


def child(node: Node, step: str) -> tuple[Scalar | None, Node] | None:
    """Return the key and value that a step leads to: of a key, an item's number, or the item with that id."""
    if isinstance(node, Mapping):
        return node.entries.get(step)
    if isinstance(node, Sequence):
        if step.isascii() and step.isdigit():
            return (None, node.items[int(step)]) if int(step) < len(node.items) else None
        for item in node.items:
            identifier = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(identifier, Scalar) and identifier.value == step:
                return None, item
    return None
