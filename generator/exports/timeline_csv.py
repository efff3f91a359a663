"""The events as a table for spreadsheets: one event a row, comma-separated, every field quoted.

A spreadsheet runs a field that begins with `=`, `+`, `-` or `@` as a formula, so such a field gets an
apostrophe in front. That makes this file safe and not lossless; the lossless form is JSON.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from generator.exports.timeline_json import first_and_last
from generator.timeline.certainty import assess
from generator.timeline.model import Event, Timeline

__all__ = ["COLUMNS", "events_csv", "spreadsheet_safe"]

COLUMNS = (
    "id",
    "date",
    "earliest",
    "latest",
    "time",
    "type",
    "title",
    "status",
    "reason",
    "key",
    "background",
    "actors",
    "recipients",
    "place",
    "certainty",
    "date_certainty",
    "sources",
    "independent_origins",
    "contested_points",
    "summary",
)


def events_csv(timeline: Timeline, events: Iterable[Event]) -> str:
    """Return the events as CSV text with a header and CRLF line ends, as RFC 4180 has them."""
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([spreadsheet_safe(field) for field in _row(event, timeline)] for event in events)
    return written.getvalue()


def spreadsheet_safe(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would run it.

    >>> spreadsheet_safe("=1+1"), spreadsheet_safe("2025-10-19")
    ("'=1+1", '2025-10-19')
    """
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@＝＋－＠|%") or text[:1] in ("\t", "\r") else text


def _row(event: Event, timeline: Timeline) -> list[str]:
    certainty = assess(event, timeline)
    first, last = first_and_last(event.date)
    return [
        event.id,
        str(event.date),
        first or "",
        last or "",
        event.time or "",
        event.type,
        event.title,
        event.status,
        event.reason or "",
        "yes" if event.key else "no",
        "yes" if event.background else "no",
        "; ".join(_name(timeline.actors, one) for one in event.actors),
        "; ".join(_name(timeline.actors, one) for one in event.recipients),
        _name(timeline.places, event.place) if event.place else "",
        certainty.grade,
        certainty.date,
        "; ".join(certainty.sources),
        str(len(certainty.origins)),
        "; ".join(claim.about for claim in event.claims),
        event.summary,
    ]


def _name(table: object, key: str) -> str:
    found = table.get(key) if hasattr(table, "get") else None
    return str(found.name) if found else key
