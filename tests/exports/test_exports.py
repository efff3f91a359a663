"""The exports say what the record says, and can be read back."""

import csv
import io
import json

import pytest

from generator.exports import cite
from generator.exports.tables import TABLES
from generator.exports.timeline_csv import spreadsheet_safe, table_csv
from generator.exports.timeline_json import timeline_data, timeline_text
from generator.site.markup import data_block
from generator.timeline import load
from generator.timeline.certainty import assess
from tests.site.editions import CRISIS, invented

TIMELINE = load(CRISIS / "timeline.yml").timeline
PUBLICATION = invented().publication
SHOWN = [story.event for story in invented().stories]


def test_json_reads_back_with_every_field():
    """Each event comes back with its date as it was written, its quotations, and what was computed."""
    data = json.loads(timeline_text(PUBLICATION))
    assert data == timeline_data(PUBLICATION)
    by_id = {event["id"]: event for event in data["events"]}

    assert sorted(by_id) == sorted(event.id for event in SHOWN)
    assert "decisions" not in data
    for event in SHOWN:
        found = by_id[event.id]
        assert found["date"] == str(event.date)
        assert [one["quote"] for one in found["evidence"]] == [one.quote for one in event.evidence]
        assert found["certainty"]["grade"] == assess(event, TIMELINE).grade


@pytest.mark.parametrize(
    ("event", "first", "last"),
    [
        ("truce-in-qelm", "2031-11-05", "2031-11-05"),
        ("talks-in-qelm", "2031-11-02", "2031-11-04"),
        ("more-talks", None, "2031-12-31"),
        ("old-war", "1999-09-01", "1999-12-31"),
    ],
)
def test_first_and_last_day_are_inclusive_and_never_moved(event, first, last):
    """A day stays the day it is: no clock and no zone touches it on its way out."""
    data = timeline_data(PUBLICATION)
    found = next(one for one in data["events"] if one["id"] == event)

    assert (found["earliest"], found["latest"]) == (first, last)


def test_csv_has_a_row_for_each_event():
    """The table reads back with its header and one row an event, lists joined by semicolons."""
    rows = list(csv.DictReader(io.StringIO(table_csv(PUBLICATION), newline="")))

    assert list(rows[0]) == [column.name for column in TABLES["events"].columns]
    assert [row["id"] for row in rows] == [event.id for event in SHOWN]
    truce = next(row for row in rows if row["id"] == "truce-in-qelm")
    assert (truce["actors"], truce["place"], truce["date_certainty"]) == ("Norland; Sudmark", "Qelm", "day")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "＝1", "  =1"])
def test_spreadsheet_runs_no_field(text):
    """What a spreadsheet would take for a formula gets an apostrophe in front."""
    assert spreadsheet_safe(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\t=1", "'\t'=1"),
        ("x;=1+1;y", "x;'=1+1;y"),
        ("x; -1", "x;' -1"),
        ('x;"=1', "x;'\"=1"),
        ("x\n=1", "x\n'=1"),
        ("Nine – or ten; so it says", "Nine – or ten; so it says"),
        ("2025-10-19; 1+1=2", "2025-10-19; 1+1=2"),
    ],
)
def test_spreadsheet_runs_nothing_behind_a_separator_of_its_own(text, safe):
    """Where semicolons or tabs separate, a program cuts there, whatever quotation marks stand around."""
    assert spreadsheet_safe(text) == safe


def test_citation_holds_what_it_takes_to_find_the_event_again():
    """Title, date, publication, version and address stand in each form."""
    event = next(event for event in SHOWN if event.id == "truce-in-qelm")
    found = cite(event, publication="The Ildra crisis", address="https://example.org/e/", version="12ab")

    for form in (found.plain, found.bibtex, found.ris):
        for part in (
            "A truce is declared in Qelm",
            "2031-11-05",
            "The Ildra crisis",
            "12ab",
            "https://example.org/e/",
        ):
            assert part in form


def test_citation_escapes_what_its_form_would_run():
    """A brace or a backslash in a title cannot leave its BibTeX field, nor a line end a RIS line."""
    from dataclasses import replace

    event = replace(SHOWN[0], title="A } \\input{x}\nTY  - BOOK")
    found = cite(event, publication="P", address=None, version="1")

    assert "title = {A \\} \\textbackslash{}input\\{x\\} TY  - BOOK}" in found.bibtex.replace(
        "TY - BOOK", "TY  - BOOK"
    )
    assert found.ris.count("\nTY") == 0


def test_data_block_cannot_be_closed_from_inside():
    """No text in a data block can end it or open a comment, and it reads back the same."""
    data = {"a": "</script><!-- & \u2028"}
    block = str(data_block(data, "application/json"))

    assert block.count("<") == 2
    assert json.loads(block.split(">", 1)[1].rsplit("<", 1)[0]) == data
