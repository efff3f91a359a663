"""The timeline as JSON: the lossless form, and the one that every other program should read.

It holds what the record holds, in its words, and beside each event what was computed from it: the first and
the last day that its date can mean (both inclusive), and how sure it is. Dates are EDTF texts; a day never
passes through a clock. Drafts and editors' decisions stay in the record.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.dates import Edtf
from generator.exports.publication import Item, Publication, first_and_last
from generator.timeline.model import Event

__all__ = [
    "MEDIA_TYPE",
    "corrections_data",
    "event_data",
    "fingerprint_text",
    "timeline_data",
    "timeline_text",
    "written",
]

MEDIA_TYPE = "application/json"
_LEFT_OUT = {"decisions", "events"}


def timeline_data(publication: Publication) -> dict[str, Any]:
    """Return the record with the published events as plain values."""
    return {**_head(publication), "events": [event_data(item) for item in publication.items]}


def timeline_text(publication: Publication) -> str:
    """Return the same as text, one event a line, so that two versions of the file can be compared."""
    head = written(_head(publication)).removesuffix("\n}\n")
    events = ",\n".join(written(event_data(item), indent=None)[:-1] for item in publication.items)
    return f'{head},\n "events": [\n{events}\n ]\n}}\n'


def _head(publication: Publication) -> dict[str, Any]:
    timeline = publication.timeline
    return {
        one.name: _plain(getattr(timeline, one.name)) for one in fields(timeline) if one.name not in _LEFT_OUT
    }


def event_data(item: Item) -> dict[str, Any]:
    """Return one event as plain values, with its first and last day and how sure it is."""
    certainty = item.certainty
    first, last = first_and_last(item.event.date)
    return {
        **_plain(item.event),
        "earliest": first,
        "latest": last,
        "certainty": {
            "grade": certainty.grade,
            "date": certainty.date,
            "sources": list(certainty.sources),
            "independent_origins": [list(origin.sources) for origin in certainty.origins],
        },
    }


def corrections_data(publication: Publication) -> list[dict[str, Any]]:
    """Return all corrections, newest first; a withdrawal that the record gives no day has none."""
    return list(_corrections(publication))


def _corrections(publication: Publication) -> Iterator[dict[str, Any]]:
    paths = {item.event.id: item.path for item in publication.items}
    for one, _ in publication.corrections:
        yield {
            "event": one.event.id,
            "number": one.number,
            "date": str(one.date) if one.date else None,
            "kind": one.kind,
            "note": one.note,
            "title": one.event.title,
            "status": one.event.status,
            "path": paths[one.event.id],
        }


def fingerprint_text(event: Event) -> str:
    """Return an event's content as one text, of which a hash tells whether the event changed."""
    return written(_plain(event), indent=None)


def written(data: object, indent: int | None = 1) -> str:
    """Return data as JSON text, in UTF-8's own characters and in the order given, with a line end."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n"


def _plain(value: object) -> Any:
    if isinstance(value, Edtf):
        return str(value)
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
