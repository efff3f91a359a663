"""The bulk door: documents in as JSON lines, their time expressions out as JSON lines.

In, a line a document: `{"doc": "a1", "dct": "2025-10-29" | null, "text": "…", "genre": "news" | "narrative" |
null}`; out, a line an expression, in order. A bad line gives one line on the error stream with its number,
and the others are still read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from generator.dates.explain import why_of
from generator.dates.expression import TimeExpression
from generator.dates.resolve import read
from generator.problems import show

__all__ = ["as_row", "timex", "timex_lines"]

_GENRES = (None, "news", "narrative")


class _BadLineError(ValueError):
    """A line of the input that cannot be read; the words say why."""


def timex(documents: Iterable[str | bytes], out: TextIO, errors: TextIO) -> int:
    """Read documents line by line, write their expressions; return the exit status, 1 where a line was bad.

    >>> import io, sys
    >>> line = '{"doc": "a1", "dct": "2025-10-29", "text": "Talks ended on Tuesday."}'
    >>> out = io.StringIO()
    >>> timex([line, "oops"], out, sys.stdout)
    line 2: not JSON: Expecting value at column 1; write one object a line, with "doc", "dct" and "text"
    1
    >>> out.getvalue()[:67]
    '{"doc": "a1", "start": 15, "end": 22, "text": "Tuesday", "type": "D'
    """
    status = 0
    for number, line in enumerate(documents, 1):
        if not line.strip():
            continue
        try:
            for expression in timex_lines(line):
                out.write(expression)
        except _BadLineError as error:
            print(f"line {number}: {error}", file=errors)
            status = 1
    return status


def timex_lines(line: str | bytes) -> Iterator[str]:
    """Give the output lines for one input line; ValueError where it can't be read."""
    document = _document(line)
    try:
        found = read(document["text"], dct=document.get("dct"), genre=document.get("genre"))
    except ValueError as error:
        raise _BadLineError(
            f"dct: {show(str(error), 120)}; write it as 2025-10-29, or null where it is unknown"
        ) from error
    for one in found:
        yield _printed({"doc": document["doc"], **as_row(one)})


def as_row(expression: TimeExpression) -> dict[str, Any]:
    """Return an expression as plain values, with the reasons of its other readings in words."""
    row = expression.to_json()
    for reading in row["readings"]:
        reading["why"] = why_of(reading["why"])
    return row


def _document(line: str | bytes) -> dict[str, Any]:
    try:
        document = json.loads(line if isinstance(line, str) else line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _BadLineError(f"not UTF-8 at byte {error.start}; save the input as UTF-8") from error
    except json.JSONDecodeError as error:
        wanted = 'write one object a line, with "doc", "dct" and "text"'
        raise _BadLineError(f"not JSON: {error.msg} at column {error.colno}; {wanted}") from error
    except (RecursionError, ValueError) as error:
        raise _BadLineError(
            "not JSON that can be read: nested too deep or a number too long; shorten it"
        ) from error
    if not isinstance(document, dict):
        raise _BadLineError('not an object; write {"doc": …, "dct": …, "text": …}')
    return _checked(document)


def _checked(document: dict[str, Any]) -> dict[str, Any]:
    if "doc" not in document:
        raise _BadLineError('"doc" is missing; give each document a name')
    if not isinstance(document.get("text"), str):
        raise _BadLineError('"text" is missing or no text; give the text of the document')
    if not isinstance(document.get("dct"), str | None):
        raise _BadLineError('"dct" is no text; write it as "2025-10-29", or null where it is unknown')
    if document.get("genre") not in _GENRES:
        raise _BadLineError(f'"genre" is {show(document["genre"])}; write "news", "narrative" or null')
    return document


def _printed(row: dict[str, Any]) -> str:
    text = json.dumps(row, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can hold and UTF-8 can't
        text = json.dumps(row)
    return text + "\n"
