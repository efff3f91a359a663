"""Pieces of text that take the place of others: how a value is set, and an item put in or taken out.

Each function looks at the nodes of the file and returns the splices that change it, and nothing but them.
What stands around them is never written again.
"""

from __future__ import annotations

from collections.abc import Mapping as ByName
from collections.abc import Sequence as Items
from dataclasses import dataclass
from typing import Any

from generator.timeline.emit import entry_lines, field_lines, flow, item_lines, scalar
from generator.timeline.kinds import is_free
from generator.timeline.nodes import Document, Mapping, Node, Scalar, Sequence
from generator.timeline.remarks import remarks_within
from generator.timeline.spans import column_of, end_of_lines, entry_span, item_span, refuse, remark_follows

__all__ = ["Splice", "insert_entry", "insert_item", "remove_item", "set_key", "spliced"]


Kinds = ByName[str, Any]
"""The keys of a mapping in canonical order, each with the type of its value."""


@dataclass(frozen=True, slots=True)
class Splice:
    """Between two offsets, this text from now on."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Items[Splice]) -> str:
    """Return a text with its splices; those at the same place keep their order.

    >>> spliced("abc", [Splice(3, 3, "!"), Splice(0, 1, "A")])
    'Abc!'
    """
    parts, at = [], 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*parts, text[at:]])


def set_key(document: Document, parent: Mapping, kinds: Kinds, name: str, value: Any) -> list[Splice]:
    """Return the splices that give a key of a mapping its value; `kinds` are its keys in canonical order."""
    entry = parent.entries.get(name)
    if parent.flow:
        return [_set_in_flow(document, parent, kinds, name, value)]
    if entry is None:
        return [_insert_line(document, parent, kinds, name, value)]
    key, old = entry
    lines = field_lines(name, value, 0)
    if len(lines) == 1 and _is_on_line_of(document, key, old):
        new = lines[0][len(name) + 2 :]
        if isinstance(value, str) and is_free(kinds[name]) and remark_follows(document, old.end):
            new = scalar(value, plain=False)  # a plain text before a remark looks cut off
        between = document.text[key.end : old.start]
        return [Splice(old.start, old.end, new if between.endswith((" ", "\t")) else f" {new}")]
    return [_replace_lines(document, key, old, name, value)]


def _is_on_line_of(document: Document, key: Scalar, value: Node) -> bool:
    is_block = isinstance(value, Sequence | Mapping) and not value.flow
    return (
        not is_block
        and "\n" not in document.text[key.end : value.start]
        and (not remarks_within(document, value.start, value.end))
    )


def _replace_lines(document: Document, key: Scalar, old: Node, name: str, value: Any) -> Splice:
    pad = " " * column_of(document, key.start)
    lines = field_lines(name, value, len(pad))
    # A remark between the old lines is a person's; it goes above the key and is not lost.
    kept = [pad + remark for remark in remarks_within(document, key.end, old.end)]
    joined = document.newline.join([*kept, *lines])
    return Splice(key.start, max(old.end, key.end), joined[len(pad) :])


def _insert_line(document: Document, parent: Mapping, kinds: Kinds, name: str, value: Any) -> Splice:
    order = {known: number for number, known in enumerate(kinds)}
    entries = list(parent.entries.values())
    before = [one for one in entries if order.get(one[0].value, -1) < order[name]]
    pad = column_of(document, parent.start)
    lines = field_lines(name, value, pad)
    key, last = before[-1] if before else entries[-1]
    end = end_of_lines(document, max(key.end, last.end), pad)
    return _new_lines(document, end, lines)


def _new_lines(document: Document, at: int, lines: Items[str]) -> Splice:
    text = "".join(f"{line}{document.newline}" for line in lines)
    if at and document.text[at - 1] != "\n":
        text = document.newline + text.removesuffix(document.newline)
    return Splice(at, at, text)


def _set_in_flow(document: Document, parent: Mapping, kinds: Kinds, name: str, value: Any) -> Splice:
    entry = parent.entries.get(name)
    if entry is not None:
        key, old = entry
        if remarks_within(document, old.start, old.end):
            raise refuse(document, old.start, "a remark stands inside this value", "change it by hand")
        between = document.text[key.end : old.start]
        lead = "" if between.endswith((" ", "\n")) else " " if ":" in between else ": "
        return Splice(old.start, old.end, lead + flow(value))
    order = {known: number for number, known in enumerate(kinds)}
    before = [one for one in parent.entries.values() if order.get(one[0].value, -1) < order[name]]
    if before:
        end = max(before[-1][0].end, before[-1][1].end)
        return Splice(end, end, f", {name}: {flow(value)}")
    follow = ", " if parent.entries else ""
    return Splice(parent.start + 1, parent.start + 1, f"{name}: {flow(value)}{follow}")


def insert_item(document: Document, items: Sequence, at: int, value: Any) -> Splice:
    """Return the splice that puts a value into a list, before the item that has this number now."""
    if items.flow:
        return _insert_in_flow(document, items, at, flow(value))
    first = items.items[0]
    indent = column_of(document, items.start)
    same_line = document.line_start(first.start) == document.line_start(items.start)
    step = column_of(document, first.start) - indent if same_line else 2
    lines = item_lines(value, indent, step)
    gap = [""] if _is_spaced(document, items) else []
    if at < len(items.items):
        return _new_lines(document, item_span(document, items, at)[0], [*lines, *gap])
    return _new_lines(document, item_span(document, items, len(items.items) - 1)[1], [*gap, *lines])


def _is_spaced(document: Document, items: Sequence) -> bool:
    """Tell whether blank lines stand between the items."""
    if len(items.items) < 2:
        return False
    start, _ = item_span(document, items, 1)
    return not document.text[document.line_start(start - 1) : start].strip()


def _insert_in_flow(document: Document, items: Sequence, at: int, text: str) -> Splice:
    if not items.items:
        return Splice(items.start, items.end, f"[{text}]")
    if at < len(items.items):
        start = items.items[at].start
        return Splice(start, start, f"{text}, ")
    end = items.items[-1].end
    return Splice(end, end, f", {text}")


def insert_entry(document: Document, mapping: Mapping, key: str, value: Any) -> Splice:
    """Return the splice that puts a record under its id, in the order of ids or last."""
    entries = list(mapping.entries.values())
    if mapping.flow:
        raise refuse(
            document, mapping.start, "records in braces cannot be added to", "give each a line of its own"
        )
    lines = entry_lines(key, value, column_of(document, mapping.start))
    known = [one.value for one, _ in entries]
    later = [number for number, one in enumerate(known) if one > key] if known == sorted(known) else []
    if later:
        return _new_lines(document, entry_span(document, *entries[later[0]])[0], lines)
    return _new_lines(document, entry_span(document, *entries[-1])[1], lines)


def remove_item(document: Document, items: Sequence, number: int) -> Splice:
    """Return the splice that takes an item out of a list, with the remarks that belong to it."""
    if not items.flow:
        return Splice(*item_span(document, items, number), "")
    nodes = items.items
    if number + 1 < len(nodes):
        return Splice(nodes[number].start, nodes[number + 1].start, "")
    start = nodes[number - 1].end if number else nodes[number].start
    return Splice(start, nodes[number].end, "")
