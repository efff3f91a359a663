"""The JSON Schema of `timeline.yml`, made from the record's own classes, for editors and other programs.

It is closed: a key that the record does not know is refused. What it cannot say (that a quotation is
verbatim, that an id leads somewhere) the checks say.
"""

from __future__ import annotations

import inspect
import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.dates import Edtf
from generator.timeline.fields import field_kinds, is_required, without_none
from generator.timeline.kinds import Range, Text
from generator.timeline.model import Timeline
from generator.timeline.read import AT_MOST

__all__ = ["schema", "schema_text"]

_POINT = "[0-9X]{4}[-0-9X~?%]*"
DATE = rf"^(?:\[[^\[\]/]*\.\.[^\[\]/]*\]|(?:\.\.|{_POINT})/(?:\.\.|{_POINT})|{_POINT})$"


def schema() -> dict[str, Any]:
    """Return the schema, in the dialect of 2020-12.

    >>> schema()["properties"]["timezone"]["$ref"]
    '#/$defs/Zone'
    """
    definitions: dict[str, Any] = {}
    top = _record(Timeline, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "timeline.yml of Crisis Timeline",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _record(record: type, definitions: dict[str, Any], without: tuple[str, ...] = ()) -> dict[str, Any]:
    known = [one for one in fields(record) if one.name not in without]
    properties = {one.name: _property(one, record, definitions) for one in known}
    return {
        "description": (inspect.getdoc(record) or "").replace("\n", " ").replace("  ", " "),
        "type": "object",
        "additionalProperties": False,
        "required": [one.name for one in known if is_required(one)],
        "properties": properties,
    }


def _property(one: Field[Any], record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    kind = field_kinds(record)[one.name]
    said = _kind(kind, definitions)
    if one.name in AT_MOST:
        said = {**said, "maxItems": AT_MOST[one.name]}
    if type(None) in get_args(kind) or not is_required(one):
        # An empty place means the default, so that a form can be filled in bit by bit.
        said = {"anyOf": [said, {"type": "null"}]}
    if one.default is not MISSING and one.default not in (None, ""):
        said = {**said, "default": one.default}
    return said


def _kind(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    kind = without_none(kind)
    origin = get_origin(kind)
    if origin is Annotated:
        return _marked(get_args(kind)[1], definitions)
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        return {"type": "array", "items": _kind(get_args(kind)[0], definitions)}
    if origin not in (None, Union, types.UnionType):
        return _by_id(get_args(kind)[1], definitions)
    if kind is Edtf:
        definitions["Date"] = {
            "description": "An EDTF date, in quotation marks.",
            "type": "string",
            "pattern": DATE,
        }
        return {"$ref": "#/$defs/Date"}
    if isinstance(kind, type) and is_dataclass(kind):
        definitions[kind.__name__] = _record(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": "boolean"}


def _by_id(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    definitions[record.__name__] = _record(record, definitions, ("id",))
    identifier = _kind(field_kinds(record)["id"], definitions)
    return {
        "type": "object",
        "propertyNames": identifier,
        "additionalProperties": {"$ref": f"#/$defs/{record.__name__}"},
    }


def _marked(mark: Text | Range, definitions: dict[str, Any]) -> dict[str, Any]:
    if isinstance(mark, Range):
        return {"type": "number", "minimum": mark.least, "maximum": mark.most}
    name = "".join(word.capitalize() for word in mark.name.split() if word not in ("a", "an", "of"))
    said: Mapping[str, Any] = {"description": mark.name, "type": "string", "maxLength": mark.at_most}
    if mark.shape:
        said = {**said, "pattern": f"^(?:{mark.shape})$"}
    if mark.one_line:
        said = {**said, "minLength": 1}
    definitions[name.replace("TimeZone", "Zone")] = dict(said)
    return {"$ref": f"#/$defs/{name.replace('TimeZone', 'Zone')}"}
