"""The canonical order of a file: events by their dates, keys as the record has them.

Each part moves as whole lines, with the remarks directly above it and beside it. What stands between two
parts (blank lines, remarks set apart) stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence as Items
from dataclasses import dataclass, is_dataclass
from typing import Any

from generator.dates import Edtf
from generator.timeline.fields import field_kinds, without_none
from generator.timeline.form_values import kind_below
from generator.timeline.load import Loaded
from generator.timeline.model import Event, Timeline
from generator.timeline.nodes import Document, Mapping, Node, Scalar, Sequence
from generator.timeline.order import in_order
from generator.timeline.remarks import remarks_within
from generator.timeline.spans import column_of, end_of_lines, item_span, own_remarks
from generator.timeline.splices import Splice, spliced

__all__ = ["order_splices"]


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where the remarks, the key and the end of one part are; `after_dash` where a dash stands before."""

    start: int
    key: int
    end: int
    after_dash: bool = False


def order_splices(loaded: Loaded) -> list[Splice]:
    """Return the splices that put the parts of a file into the canonical order."""
    return _Order(loaded.document, loaded.timeline.events).below(loaded.document.root, Timeline)


class _Order:
    def __init__(self, document: Document, events: Items[Event]) -> None:
        self.document = document
        self.events = events

    def below(self, node: Node, kind: Any) -> list[Splice]:
        """Return the splices for a node and all that is below it."""
        if isinstance(node, Scalar):
            return []
        if isinstance(node, Sequence):
            return self._items(node, kind)
        return self._entries(node, kind)

    def _items(self, node: Sequence, kind: Any) -> list[Splice]:
        inner = kind_below(kind, "")
        parts = [self.below(item, inner) for item in node.items]
        if inner is not Event or node.flow:
            return [splice for part in parts for splice in part]
        number = {id(event): place for place, event in enumerate(self.events)}
        order = [number[id(event)] for event in in_order(self.events)]
        if order == list(range(len(order))):
            return [splice for part in parts for splice in part]
        slots = [_Slot(start, start, end) for start, end in self._item_spans(node)]
        return self._permuted(slots, parts, order, 0)

    def _item_spans(self, node: Sequence) -> list[tuple[int, int]]:
        return [item_span(self.document, node, number) for number in range(len(node.items))]

    def _entries(self, node: Mapping, kind: Any) -> list[Splice]:
        entries = list(node.entries.values())
        parts = [self.below(value, kind_below(kind, key.value)) for key, value in entries]
        order = _canonical(entries, kind)
        if order == list(range(len(order))) or (
            node.flow and remarks_within(self.document, node.start, node.end)
        ):
            return [splice for part in parts for splice in part]
        if node.flow:
            slots = [_Slot(key.start, key.start, max(key.end, value.end)) for key, value in entries]
        else:
            slots = [self._slot(key, value) for key, value in entries]
        return self._permuted(slots, parts, order, column_of(self.document, entries[0][0].start))

    def _slot(self, key: Scalar, value: Node) -> _Slot:
        begin = self.document.line_start(key.start)
        column = key.start - begin
        end = end_of_lines(self.document, max(key.end, value.end), column)
        if self.document.text[begin : key.start].strip():
            return _Slot(key.start, key.start, end, after_dash=True)
        start = own_remarks(self.document, begin, column)
        # The remarks at the very head of the file are the file's.
        return _Slot(start if start else begin, key.start, end)

    def _permuted(
        self, slots: list[_Slot], parts: list[list[Splice]], order: list[int], column: int
    ) -> list[Splice]:
        splices = []
        for slot, number in zip(slots, order, strict=True):
            source = slots[number]
            text = self._text(source.start, source.end, parts[number])
            if slot.after_dash and not source.after_dash:
                remarks = text[: _length_of_remarks(text)]
                text = text[len(remarks) :].lstrip(" ")
                splices += self._above_dash(slot, remarks)
            elif source.after_dash and not slot.after_dash:
                text = " " * column + text
            splices.append(Splice(slot.start, slot.end, text))
        return splices

    def _text(self, start: int, end: int, inner: list[Splice]) -> str:
        moved = [Splice(one.start - start, one.end - start, one.text) for one in inner]
        return spliced(self.document.text[start:end], moved)

    def _above_dash(self, slot: _Slot, remarks: str) -> list[Splice]:
        """Return the splice that sets remarks above the dash, since none can stand between it and its key."""
        if not remarks:
            return []
        begin = self.document.line_start(slot.key)
        line = self.document.text[begin : slot.key]
        pad = " " * (len(line) - len(line.lstrip(" ")))
        text = "".join(pad + remark.lstrip(" ") for remark in remarks.splitlines(keepends=True))
        return [Splice(begin, begin, text)]


def _length_of_remarks(text: str) -> int:
    at = 0
    for line in text.splitlines(keepends=True):
        if not line.lstrip(" ").startswith("#"):
            break
        at += len(line)
    return at


def _canonical(entries: list[tuple[Scalar, Node]], kind: Any) -> list[int]:
    """Return the numbers of entries in canonical order; records by id stay in the order of the file."""
    kind = without_none(kind)
    numbers = list(range(len(entries)))
    if not (isinstance(kind, type) and is_dataclass(kind)) or kind is Edtf:
        return numbers
    rank = {name: place for place, name in enumerate(field_kinds(kind))}
    return sorted(numbers, key=lambda number: rank[entries[number][0].value])
