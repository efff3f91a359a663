"""The timeline as JSON: the lossless form, and the one that every other program should read.

It holds what the record holds, in its words, and beside each event what was computed from it: the first and
the last day that its date can mean (both inclusive), and how sure it is. Dates are EDTF texts; a day never
passes through a clock. Drafts and editors' decisions stay in the record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import Any

from generator.dates import Edtf
from generator.timeline.certainty import Certainty, assess
from generator.timeline.model import Event, Timeline

__all__ = ["event_data", "fingerprint_text", "timeline_data", "written"]

_LEFT_OUT = {"decisions", "events"}


def timeline_data(timeline: Timeline, events: Iterable[Event]) -> dict[str, Any]:
    """Return the record with these of its events as plain values."""
    data = {
        one.name: _plain(getattr(timeline, one.name)) for one in fields(timeline) if one.name not in _LEFT_OUT
    }
    data["events"] = [event_data(event, assess(event, timeline)) for event in events]
    return data


def event_data(event: Event, certainty: Certainty) -> dict[str, Any]:
    """Return one event as plain values, with its first and last day and how sure it is."""
    first, last = first_and_last(event.date)
    return {
        **_plain(event),
        "earliest": first,
        "latest": last,
        "certainty": {
            "grade": certainty.grade,
            "date": certainty.date,
            "sources": list(certainty.sources),
            "independent_origins": [list(origin.sources) for origin in certainty.origins],
        },
    }


def first_and_last(edtf: Edtf) -> tuple[str | None, str | None]:
    """Return the first and the last day that a date can mean, as ISO texts; None where a side is open.

    >>> first_and_last(Edtf.parse("[2025-10-25..2025-10-28]"))
    ('2025-10-25', '2025-10-28')
    >>> first_and_last(Edtf.parse("[..2025-12]"))
    (None, '2025-12-31')
    """
    last = None if edtf.latest is None else edtf.latest - timedelta(days=1)
    return _iso(edtf.earliest), _iso(last)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


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
