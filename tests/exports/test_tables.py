"""The tables fit together as their description says, and so does the JSON with its schema."""

import csv
import hashlib
import io
import json
import re

import jsonschema
import pytest

from generator.cli.publishing import FORMS
from generator.exports import FORMATS
from generator.exports.datapackage import data_package
from generator.exports.tables import TABLES
from generator.exports.timeline_csv import table_csv
from generator.exports.timeline_json import corrections_data, timeline_text
from generator.exports.timeline_schema import export_schema
from generator.timeline.certainty import all_evidence
from tests.exports.editions import HOSTILE, hostile, publication


def rows(given, name):
    return list(csv.DictReader(io.StringIO(table_csv(given, name), newline=""), strict=True))


def misfits(given):
    """Read the tables by their description alone, and give what doesn't fit."""
    package = data_package(given)
    tables = {one["name"]: rows(given, one["name"]) for one in package["resources"]}
    for resource in package["resources"]:
        schema, table = resource["schema"], tables[resource["name"]]
        yield from misfitting_fields(resource["name"], schema, table)
        for key in schema.get("foreignKeys", ()):
            there = {row[key["reference"]["fields"]] for row in tables[key["reference"]["resource"]]}
            for row in table:
                if row[key["fields"]] and row[key["fields"]] not in there:
                    yield f"{resource['name']}: {row[key['fields']]} leads nowhere"


def misfitting_fields(name, schema, table):
    shapes = {
        "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "integer": "[0-9]+",
        "boolean": "yes|no",
        "string": "(?s:.*)",
    }
    if table and list(table[0]) != [field["name"] for field in schema["fields"]]:
        yield f"{name}: other columns"
    for field in schema["fields"]:
        held = [row[field["name"]] for row in table]
        limits = field.get("constraints", {})
        for text in held:
            if not text and limits.get("required"):
                yield f"{name}.{field['name']} is empty"
            if text and not re.fullmatch(shapes[field["type"]], text):
                yield f"{name}.{field['name']}: {text!r} is no {field['type']}"
            if text and text not in limits.get("enum", [text]):
                yield f"{name}.{field['name']}: {text!r} is none of its values"
        if limits.get("unique") and len(held) != len(set(held)):
            yield f"{name}.{field['name']} is not unique"


def test_tables_fit_together():
    """Claims lead to events, evidence to events, claims and sources; each value is of its type."""
    assert list(misfits(publication())) == []
    keys = {
        (one["name"], key["reference"]["resource"])
        for one in data_package(publication())["resources"]
        for key in one["schema"].get("foreignKeys", ())
    }
    assert keys == {
        ("claims", "events"),
        ("evidence", "events"),
        ("evidence", "claims"),
        ("evidence", "sources"),
    }


def test_every_quotation_and_version_has_its_row():
    """Nothing of the record's evidence or claims is lost on its way into the tables."""
    events = [item.event for item in publication().items]

    assert len(rows(publication(), "evidence")) == sum(len(list(all_evidence(one))) for one in events)
    assert len(rows(publication(), "claims")) == sum(len(c.versions) for one in events for c in one.claims)
    assert [row["id"] for row in rows(publication(), "sources")] == list(publication().timeline.sources)


def test_package_names_each_file_by_its_hash():
    """Whoever has the description can tell whether a table is the one that it describes."""
    for resource in data_package(publication())["resources"]:
        data = table_csv(publication(), resource["name"]).encode()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        assert resource["path"] == f"{resource['name']}.csv"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_leaves_its_field_or_runs(text):
    """The tables read back with the same rows, and no field begins as a formula does."""
    given = hostile(text)
    for name in TABLES:
        found = rows(given, name)
        assert len(found) == len(rows(publication(), name))
        for row in found:
            for held in row.values():
                assert not held.lstrip().startswith(("=", "+", "-", "@"))
                assert not held.startswith(("\t", "\r"))
    titles = {row["title"].removeprefix("'") for row in rows(given, "events")}
    assert titles == {text}


def test_json_is_what_its_schema_says():
    """The published schema is closed and complete: it accepts the data, and refuses a field more or less."""
    schema = export_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    data = json.loads(timeline_text(publication()))

    assert list(checker.iter_errors(data)) == []
    assert list(checker.iter_errors({**data, "more": 1}))
    assert list(checker.iter_errors({**data, "events": [{"id": "x"}]}))


def test_corrections_name_events_that_are_there():
    """Each entry leads to its event's page and has its kind; drafts have none."""
    ids = {item.event.id for item in publication().items}
    found = corrections_data(publication())

    assert {one["event"] for one in found} <= ids
    assert [(one["event"], one["kind"], one["date"]) for one in found] == [
        ("fire-across-the-ildra", "correction", "2031-11-08"),
        ("not-so", "retraction", None),
    ]


def test_command_offers_every_form():
    """The command's list of forms is the exports' own."""
    assert set(FORMS) == set(FORMATS)
