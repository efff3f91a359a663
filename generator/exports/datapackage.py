"""The description of the tables for other programs: a Frictionless Data Package, with its foreign keys.

https://specs.frictionlessdata.io/data-package/ says how. Claims lead to events; evidence leads to events, to
claims and to sources.
"""

from __future__ import annotations

import hashlib
from typing import Any

from generator.exports.publication import Publication, plain
from generator.exports.tables import TABLES, Column, Table
from generator.exports.timeline_csv import MEDIA_TYPE as CSV_TYPE
from generator.exports.timeline_csv import table_csv

__all__ = ["MEDIA_TYPE", "data_package"]

MEDIA_TYPE = "application/json"


def data_package(publication: Publication) -> dict[str, Any]:
    """Return the package; its tables lie beside it, each named after its table."""
    timeline = publication.timeline
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "timeline",
        "title": timeline.title,
    }
    if timeline.summary:
        package["description"] = plain(timeline.summary)
    if home := publication.full(""):
        package["homepage"] = home
    return {**package, "resources": [_resource(table, publication) for table in TABLES.values()]}


def _resource(table: Table, publication: Publication) -> dict[str, Any]:
    data = table_csv(publication, table.name).encode()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": (f"{table.row_is} A text that a spreadsheet would run has an apostrophe in front."),
        "mediatype": CSV_TYPE,
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, place == 0) for place, column in enumerate(table.columns)],
        "missingValues": [""],
        "primaryKey": table.columns[0].name,
    }
    keys = [
        {"fields": one.name, "reference": {"resource": one.leads_to, "fields": "id"}}
        for one in table.columns
        if one.leads_to
    ]
    return {**schema, "foreignKeys": keys} if keys else schema


def _field(column: Column, is_name: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.holds}
    if column.type == "boolean":
        found |= {"trueValues": ["yes"], "falseValues": ["no"]}
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if is_name:
        constraints["unique"] = True
    if column.among:
        constraints["enum"] = list(column.among)
    return {**found, "constraints": constraints} if constraints else found
