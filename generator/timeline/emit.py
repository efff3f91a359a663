"""Values to YAML in the canonical form: one fact a line, dates quoted, plain text only where safe.

What this writes, the strict reader reads back as the same values, and so does any other YAML program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from typing import Any

from generator.dates import Edtf
from generator.timeline.characters import FORBIDDEN, INVISIBLE
from generator.timeline.fields import field_kinds
from generator.timeline.kinds import Code
from generator.timeline.model import Actor, Change, Decision, Place, Reading, When

__all__ = ["entry_lines", "field_lines", "flow", "given_fields", "item_lines", "scalar"]

IN_ONE_LINE = (When, Reading, Actor, Place, Change, Decision)
"""The small records, written as `{key: value, …}` on one line."""

# Plain is what begins with a letter and holds no sign that YAML could take for its own.
_PLAIN = re.compile(r"[“‘«„(]?[^\W_](?:[^\n\t:#]|:(?=[^\s])|(?<=\S)#)*", re.DOTALL)
_FLOW_SIGNS = re.compile(r"[,\[\]{}:]")
# What some YAML program or other takes for true, a number, a time or a date.
_OTHER_TYPES = re.compile(
    r"null|true|false|yes|no|on|off|y|n"
    r"|[-+]?(?:[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+)"
    r"|[-+]?[0-9]+(?::[0-9]+)+(?:\.[0-9]*)?"
    r"|[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2}.*)?",
    re.ASCII | re.IGNORECASE,
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_ESCAPED = re.compile(rf'["\\\n\t]|{FORBIDDEN.pattern}|{INVISIBLE.pattern}|\r')


def scalar(text: str, in_flow: bool = False, plain: bool = True) -> str:
    r"""Return a text as YAML: plain where that is safe everywhere, else in quotation marks.

    >>> scalar("Ceasefire agreed in Doha"), scalar("Update: ceasefire"), scalar("NO"), scalar("12:30")
    ('Ceasefire agreed in Doha', '"Update: ceasefire"', '"NO"', '"12:30"')

    What nobody would see is written as its number:

    >>> print(scalar("a\u061cb: \U000e0041"))
    "a\u061cb: \U000e0041"

    Where the text has quotation marks of its own, single ones around it save the backslashes:

    >>> print(scalar('"Peace": a word'))
    '"Peace": a word'
    """
    safe = (
        plain
        and _PLAIN.fullmatch(text)
        and text[-1] not in " :"
        and text.isprintable()
        and not _OTHER_TYPES.fullmatch(text)
        and not (in_flow and _FLOW_SIGNS.search(text))
    )
    if safe:
        return text
    if ('"' in text or "\\" in text) and not _ESCAPED.search(text.replace('"', "").replace("\\", "")):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    number = ord(character)
    return _ESCAPES.get(character) or (f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}")


def flow(value: Any) -> str:
    """Return any value of the record on one line, as it may stand within brackets and braces.

    >>> flow((Edtf.parse("2025-10"), None, True, "a, b"))
    '["2025-10", null, true, "a, b"]'
    """
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(flow, value))}]"
    if is_dataclass(value) and not isinstance(value, Edtf):
        return f"{{{_flow_fields(value)}}}"
    return _single(value, in_flow=True)


def _flow_fields(record: Any, without: tuple[str, ...] = ()) -> str:
    kinds = field_kinds(record.__class__)
    given = given_fields(record, without)
    return ", ".join(f"{name}: {_code(one) if kinds[name] == Code else flow(one)}" for name, one in given)


def _code(text: str) -> str:
    # What a program wrote stands in quotation marks throughout, so that a column of them reads alike.
    return scalar(text, in_flow=True, plain=False)


def _single(value: Any, in_flow: bool = False) -> str:
    if isinstance(value, Edtf):
        return f'"{value.text}"'
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, float | int):
        return format(Decimal(repr(value)), "f")
    return scalar(value, in_flow)


def given_fields(record: Any, without: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Give name and value of each field that says more than its default, in canonical order."""
    for one in fields(record):
        value = getattr(record, one.name)
        if one.name not in without and (_is_required(one) or value != _default(one)):
            yield one.name, value


def _is_required(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _default(one: Field[Any]) -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()


def field_lines(name: str, value: Any, indent: int) -> list[str]:
    """Return the lines of one key and its value, without line breaks.

    >>> field_lines("actors", ("qatar", "turkiye"), 4)
    ['    actors: [qatar, turkiye]']
    """
    pad = " " * indent
    if isinstance(value, Mapping) and value:
        lines = [line for key, one in value.items() for line in entry_lines(key, one, indent + 2)]
        return [f"{pad}{name}:", *lines]
    if isinstance(value, tuple) and value and _is_record(value[0]):
        return [f"{pad}{name}:", *(line for one in value for line in item_lines(one, indent + 2))]
    if isinstance(value, Mapping):
        return [f"{pad}{name}: {{}}"]
    return [
        f"{pad}{name}: {flow(value) if isinstance(value, tuple) or _is_record(value) else _single(value)}"
    ]


def item_lines(record: Any, indent: int, step: int = 2) -> list[str]:
    """Return the lines of a record as the item of a list; its dash stands at the indentation."""
    pad = " " * indent
    if isinstance(record, IN_ONE_LINE) or not _is_record(record):
        return [f"{pad}- {flow(record)}"]
    lines = _record_lines(record, indent + step)
    lines[0] = f"{pad}-{' ' * (step - 1)}{lines[0].lstrip()}"
    return lines


def entry_lines(key: str, record: Any, indent: int) -> list[str]:
    """Return the lines of a record under its id."""
    pad = " " * indent
    if isinstance(record, IN_ONE_LINE):
        return [f"{pad}{scalar(key)}: {{{_flow_fields(record, ('id',))}}}"]
    return [f"{pad}{scalar(key)}:", *_record_lines(record, indent + 2, ("id",))]


def _record_lines(record: Any, indent: int, without: tuple[str, ...] = ()) -> list[str]:
    return [
        line for name, value in given_fields(record, without) for line in field_lines(name, value, indent)
    ]


def _is_record(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, Edtf | type)
