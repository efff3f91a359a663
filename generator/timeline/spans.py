"""What belongs to an item or an entry: its lines, and the remarks directly above it."""

from __future__ import annotations

from generator.problems import InputProblemsError, Problem
from generator.timeline.nodes import Document, Node, Scalar, Sequence
from generator.timeline.rules import rewriting

__all__ = ["column_of", "end_of_lines", "entry_span", "item_span", "own_remarks", "refuse", "remark_follows"]


def refuse(document: Document, offset: int, wrong: str, mend: str, code: str = "") -> InputProblemsError:
    """Return the error that a change cannot be made, with the line that stands in the way."""
    line, column = document.place(offset)
    rule = rewriting.events_are_apart
    problem = Problem(
        code=code or rule.code, wrong=wrong, mend=mend, file=document.file, line=line, column=column
    )
    return InputProblemsError([problem])


def column_of(document: Document, offset: int) -> int:
    """Return how many characters stand before an offset on its line."""
    return offset - document.line_start(offset)


def item_span(document: Document, items: Sequence, number: int) -> tuple[int, int]:
    """Return the span of an item of a block list: its lines, and the remarks that belong to it.

    Remarks directly above the dash, at the same indentation and with no blank line between, belong to the
    item.
    """
    node = items.items[number]
    dash = _dash_before(document, items, node)
    return _lines(document, dash, node.end, items.start)


def entry_span(document: Document, key: Scalar, value: Node) -> tuple[int, int]:
    """Return the span of an entry of a block mapping, with the remarks directly above its key."""
    return _lines(document, key.start, max(key.end, value.end), key.start)


def _lines(document: Document, start: int, end: int, column_from: int) -> tuple[int, int]:
    text = document.text
    begin = document.line_start(start)
    if text[begin:start].strip():
        raise refuse(document, start, *rewriting.events_are_apart.words())
    column = column_of(document, column_from)
    return own_remarks(document, begin, column), end_of_lines(document, end, column)


def end_of_lines(document: Document, end: int, column: int) -> int:
    """Return where the lines of a value are over that ends at an offset.

    What is left of its last line must be a remark. Remarks directly below that are indented deeper than its
    column belong to it too.
    """
    finish = end if end and document.text[end - 1] == "\n" else document.line_end(end)
    rest = document.text[end:finish].strip()
    if rest and not rest.startswith("#"):
        raise refuse(document, end, *rewriting.events_are_apart.words())
    while (line := document.text[finish : document.line_end(finish)]).lstrip(" ").startswith("#"):
        if len(line) - len(line.lstrip(" ")) <= column:
            break
        finish = document.line_end(finish)
    return finish


def remark_follows(document: Document, offset: int) -> bool:
    """Tell whether nothing but a remark stands between an offset and the end of its line."""
    return document.text[offset : document.line_end(offset)].lstrip(" \t").startswith("#")


def own_remarks(document: Document, begin: int, column: int) -> int:
    """Return where the remarks begin that stand directly above a line, at a column; else that line itself."""
    while begin > 0:
        above = document.line_start(begin - 1)
        line = document.text[above:begin]
        if not line.startswith(" " * column + "#"):
            return begin
        begin = above
    return begin


def _dash_before(document: Document, items: Sequence, node: Node) -> int:
    column = column_of(document, items.start)
    begin = document.line_start(node.start)
    while (
        document.text[begin + column : begin + column + 1] != "-"
        or document.text[begin : begin + column].strip()
    ):
        # The dash stands on a line of its own, above its item.
        if begin <= items.start:
            raise refuse(document, node.start, *rewriting.events_are_apart.words())
        begin = document.line_start(begin - 1)
    return begin + column
