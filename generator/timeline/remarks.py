"""The remarks of a file: what stands after a `#` that is no part of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.timeline.nodes import Document, Mapping, Node, Scalar, Sequence

__all__ = ["all_remarks", "remarks_within", "scalars"]

_REMARK = re.compile(r"(?:^|(?<=\s))#[^\n]*")


def scalars(node: Node) -> Iterator[Scalar]:
    """Give every key and single value below a node, in the order of the file."""
    stack: list[Node] = [node]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            stack.extend(reversed(node.items))
        else:
            for key, value in reversed(node.entries.values()):
                stack += [value, key]


def all_remarks(document: Document) -> list[str]:
    """Return every remark of the file, in order, without the white space around it."""
    return _remarks_between(document.text, list(scalars(document.root)), 0, len(document.text))


def remarks_within(document: Document, start: int, end: int) -> list[str]:
    """Return the remarks between two offsets."""
    if "#" not in document.text[start:end]:
        return []
    inside = [one for one in _near(document.root, start, end) if one.end > start and one.start < end]
    return _remarks_between(document.text, inside, start, end)


def _near(node: Node, start: int, end: int) -> Iterator[Scalar]:
    # Only the branches that reach into the span are walked: a file has a million nodes.
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries.values():
            if max(key.end, value.end) >= start and key.start <= end:
                yield key
                yield from _near(value, start, end)
    else:
        for item in node.items:
            if item.end >= start and item.start <= end:
                yield from _near(item, start, end)


def _remarks_between(text: str, inside: list[Scalar], start: int, end: int) -> list[str]:
    found, at = [], start
    for one in inside:
        found += _search(text, at, one.start)
        if one.style in ("|", ">"):
            found += _search(text, one.start, text.find("\n", one.start) + 1 or end)
        at = max(at, one.end)
    return found + _search(text, at, end)


def _search(text: str, start: int, end: int) -> list[str]:
    return [found.group().rstrip() for found in _REMARK.finditer(text, start, max(start, end))]
