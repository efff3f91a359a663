"""The JSON Schema of the JSON export: the record's own, with what the export adds to it.

It is closed, as the record's is: a reader of the data learns of every field here.
"""

from __future__ import annotations

from typing import Any

from generator.timeline.certainty import DATE_GRADES, GRADES
from generator.timeline.schema import schema

__all__ = ["MEDIA_TYPE", "export_schema"]

MEDIA_TYPE = "application/schema+json"
_DAY = {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
_IDS = {"type": "array", "items": {"type": "string"}}


def export_schema() -> dict[str, Any]:
    """Return the schema, in the dialect of 2020-12.

    >>> sorted(set(export_schema()["$defs"]["Event"]["properties"]) & {"date", "earliest", "certainty"})
    ['certainty', 'date', 'earliest']
    """
    found = schema()
    found["title"] = "timeline.json of Crisis Timeline"
    del found["properties"]["decisions"], found["$defs"]["Decision"]
    for name in ("Source", "Actor", "Place"):
        record = found["$defs"][name]
        record["properties"] = {"id": {"$ref": "#/$defs/Id"}, **record["properties"]}
    event = found["$defs"]["Event"]
    event["properties"] = {
        **event["properties"],
        "earliest": {"description": "The first day that the date names; “about” it may be earlier.", **_DAY},
        "latest": {
            "description": "The last day that the date names, inclusive; “about” it may be later.",
            **_DAY,
        },
        "certainty": _certainty(),
    }
    records = [found, *(one for one in found["$defs"].values() if one.get("type") == "object")]
    for record in records:
        record["required"] = list(record["properties"])  # the export leaves no field out
    return found


def _certainty() -> dict[str, Any]:
    properties = {
        "grade": {"description": "How sure the event is.", "enum": list(GRADES)},
        "date": {"description": "What kind of certainty its date has.", "enum": list(DATE_GRADES)},
        "sources": {"description": "The ids of its sources.", **_IDS},
        "independent_origins": {
            "description": "Those sources grouped by the origin they go back to.",
            "type": "array",
            "items": _IDS,
        },
    }
    return {
        "description": "Computed from the evidence; it says what the event rests on, not what is true.",
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }
