"""Every form in which the timeline can be had, by name: one list for the site, the command and the tests.

A form that is followed (a feed, a calendar) exists for the whole and for each party, place and type; a form
that is taken home exists for the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.exports import (
    atom,
    datapackage,
    ical,
    jsonfeed,
    jsonld,
    timeline_csv,
    timeline_json,
    timeline_schema,
)
from generator.exports.publication import Publication
from generator.exports.tables import TABLES
from generator.exports.timeline_json import written

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """A form: its file's name, its media type, and what writes it whole for the path where it will stand."""

    file: str
    media_type: str
    write: Callable[[Publication, str], str]


def _tables() -> dict[str, Format]:
    return {
        "csv" if name == "events" else name: Format(
            f"{name}.csv",
            timeline_csv.MEDIA_TYPE,
            lambda one, _here, name=name: timeline_csv.table_csv(one, name),  # type: ignore[misc]
        )
        for name in TABLES
    }


FORMATS: Mapping[str, Format] = {
    "json": Format(
        "timeline.json", timeline_json.MEDIA_TYPE, lambda one, _: timeline_json.timeline_text(one)
    ),
    **_tables(),
    "datapackage": Format(
        "datapackage.json", datapackage.MEDIA_TYPE, lambda one, _: written(datapackage.data_package(one))
    ),
    "schema": Format(
        "schema.json", timeline_schema.MEDIA_TYPE, lambda _, __: written(timeline_schema.export_schema())
    ),
    "jsonld": Format(
        "timeline.jsonld",
        jsonld.MEDIA_TYPE,
        lambda one, _: written(jsonld.timeline_graph(one), indent=None),
    ),
    "corrections": Format(
        "corrections.json",
        timeline_json.MEDIA_TYPE,
        lambda one, _: written(timeline_json.corrections_data(one)),
    ),
    "atom": Format("all.atom", atom.MEDIA_TYPE, lambda one, here: atom.events_atom(one, here, one.newest)),
    "jsonfeed": Format(
        "all.json",
        jsonfeed.MEDIA_TYPE,
        lambda one, here: written(jsonfeed.events_feed(one, here, one.newest)),
    ),
    "ical": Format("all.ics", ical.MEDIA_TYPE, ical.calendar),
}
