"""The canonical form of single values: dates quoted, texts plain where safe, no blanks at line ends."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args, get_origin

from generator.dates import Edtf
from generator.timeline.emit import scalar
from generator.timeline.fields import field_kinds, without_none
from generator.timeline.kinds import Code, is_free
from generator.timeline.model import Timeline
from generator.timeline.nodes import Document, Node, Scalar, Sequence
from generator.timeline.remarks import scalars
from generator.timeline.spans import remark_follows
from generator.timeline.splices import Splice

__all__ = ["kind_below", "value_splices"]

_BLANKS = re.compile(r"[ \t]+(?=\r?\n|\Z)")


def value_splices(document: Document) -> list[Splice]:
    """Return the splices that bring every value into form, and the line ends around them."""
    splices = list(_below(document, document.root, Timeline, in_flow=False))
    return [*splices, *_without_blanks(document), *_final_newline(document)]


@cache
def kind_below(kind: Any, name: str) -> Any:
    """Return the type of the record that stands under a key, or as an item, of one of its types.

    >>> kind_below(Timeline, "events").__name__, kind_below(Timeline, "sources").__name__
    ('tuple', 'Mapping')
    """
    kind = without_none(kind)
    if is_dataclass(kind) and isinstance(kind, type) and kind is not Edtf:
        return without_none(field_kinds(kind)[name])
    arguments = get_args(kind)
    return arguments[0] if get_origin(kind) is tuple else arguments[1]


def _below(document: Document, node: Node, kind: Any, in_flow: bool) -> Iterator[Splice]:
    if isinstance(node, Scalar):
        yield from _value(document, node, kind, in_flow)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _below(document, item, kind_below(kind, ""), node.flow)
    else:
        for name, (key, value) in node.entries.items():
            yield from _value(document, key, str, node.flow)
            yield from _below(document, value, kind_below(kind, name), node.flow)


def _value(document: Document, node: Scalar, kind: Any, in_flow: bool) -> Iterator[Splice]:
    written = document.text[node.start : node.end]
    if not node.style and node.is_null:
        if node.value not in ("", "null"):
            yield Splice(node.start, node.end, "null")
        return
    if node.style in ("|", ">"):
        if _is_cut_off(document, node):
            yield Splice(node.start, node.end, scalar(_composed(node.value)))
        return
    if "\n" in written or kind in (bool,) or float in (kind, *get_args(kind)):
        return
    if kind is Edtf:
        new = f'"{node.value.strip()}"'
    else:
        # A plain text before a remark would look cut off.
        plain = kind != Code and not (is_free(kind) and remark_follows(document, node.end))
        new = scalar(_composed(node.value), in_flow, plain)
    if new != written:
        yield Splice(node.start, node.end, new)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_cut_off(document: Document, node: Scalar) -> bool:
    # A block of text at the end of a file without a line end gains one as soon as anything follows.
    header = document.text[node.start : document.line_end(node.start)].split("#")[0]
    return node.end == len(document.text) and not document.text.endswith("\n") and "-" not in header


def _without_blanks(document: Document) -> Iterator[Splice]:
    nodes = [node for node in scalars(document.root) if node.end > node.start]
    starts = [node.start for node in nodes]
    for found in _BLANKS.finditer(document.text):
        number = bisect_right(starts, found.start()) - 1
        if number < 0 or nodes[number].end <= found.start():
            yield Splice(found.start(), found.end(), "")


def _final_newline(document: Document) -> Iterator[Splice]:
    if document.text and not document.text.endswith("\n"):
        end = len(document.text)
        yield Splice(end, end, document.newline)
