"""A rewrite changes the lines it must, and every other byte stays."""

from __future__ import annotations

import random

import pytest

from generator.dates import Edtf
from generator.problems import InputProblemsError
from generator.timeline import edit, load, load_bytes
from generator.timeline.fmt import formatted
from generator.timeline.model import Actor, Change, Decision, Event, Evidence, Place, Source, Version, When
from generator.timeline.remarks import all_remarks
from tests.timeline.examples import BASE, SHA256, folder

QUOTE = Evidence(
    source="report",
    quote="A meeting: held in #October",
    speaker="minister",
    attribution="direct",
    when=When(
        text="Oct", value="2025-10", edtf=Edtf.parse("2025-10"), anchor="published", rule="This(Month, 10)"
    ),
)


def event(identifier, date, **more):
    """Return a small event."""
    return Event(id=identifier, status="draft", date=Edtf.parse(date), type="talks", title="T", **more)


EDITS = {
    "event first": edit.append_event(event("early", "2025-10-01", actors=("qatar",), evidence=(QUOTE,))),
    "event between": edit.append_event(event("middle", "2025-10-20")),
    "event last": edit.append_event(event("late", "2025-11")),
    "evidence": edit.add_evidence("doha-ceasefire", QUOTE),
    "evidence of a claim": edit.add_evidence("events[istanbul-talks].claims[0].versions[0]", QUOTE),
    "version": edit.add_version("events[istanbul-talks].claims[0]", Version(by="minister", says="Neither.")),
    "first change": edit.add_change(
        "doha-ceasefire", Change(date=Edtf.parse("2025-11-02"), kind="correction", note="The day: was wrong")
    ),
    "source": edit.add_source(
        Source(id="paper", file="seeds/report.txt", sha256=SHA256, origin=("A", "B, C"))
    ),
    "actor": edit.add_actor(Actor(id="oman", name="Oman", kind="state", aliases=("the Sultanate",))),
    "place": edit.add_place(Place(id="istanbul", name="Istanbul", lat=41.0, lon=-0.25)),
    "decision": edit.add_decision(Decision(proposal="def", decided="merged", why="Twice: the same")),
    "field replaced": edit.set_field("events[doha-ceasefire].date", Edtf.parse("2025-10-19~")),
    "field added": edit.set_field("events[doha-ceasefire].key", True),
    "field added at the head": edit.set_field("events[istanbul-talks].summary", "A text: with a colon"),
    "field in braces": edit.set_field("places.doha.precision", "region"),
    "new field in braces": edit.set_field("actors.minister.aliases", ("the minister",)),
    "list replaced": edit.set_field("events[doha-ceasefire].actors", ("qatar", "turkiye")),
    "evidence taken out": edit.remove("events[doha-ceasefire].evidence[0]"),
    "event taken out": edit.remove("events[doha-ceasefire]"),
    "title": edit.set_field("title", "Another: title"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("final", [True, False])
@pytest.mark.parametrize("name", EDITS)
def test_edit_does_what_it_says_and_nothing_else(name, newline, final):
    """The record is as the edit says, and the lines that it did not touch are all still there."""
    text = (BASE if final else BASE.rstrip("\n")).replace("\n", newline)
    loaded = load_bytes(text.encode(), "timeline.yml")

    after = edit.rewritten(loaded, [EDITS[name]])

    assert load_bytes(after.encode(), "t").timeline == EDITS[name].applied(loaded.timeline)
    assert after.count("\n") == after.count(newline), "line ends stay what they were"
    assert lost_lines(text, after) <= 14 if "taken out" in name else lost_lines(text, after) <= 1


def lost_lines(before, after):
    """Return how many lines of a text are not in the other any more."""
    left = after.splitlines()
    lost = 0
    for line in before.splitlines():
        if line in left:
            left.remove(line)
        else:
            lost += 1
    return lost


def test_all_edits_at_once(tmp_path):
    """Many edits are made together, also those that build on others."""
    path = folder(tmp_path)
    later = edit.add_evidence("early", QUOTE)
    edits = [value for name, value in EDITS.items() if "taken" not in name]

    edit.write(path, [*edits, later])

    timeline = load(path).timeline
    assert [one.id for one in timeline.events] == [
        "early",
        "doha-ceasefire",
        "middle",
        "istanbul-talks",
        "late",
    ]
    assert timeline.events[0].evidence == (QUOTE, QUOTE)


def test_new_event_keeps_the_blank_lines_between_events():
    """Where blank lines stand between events, a new one is set apart too, wherever it comes."""
    loaded = load_bytes(BASE.encode(), "t")

    after = edit.rewritten(loaded, [EDITS[name] for name in ("event first", "event between", "event last")])

    rows = after.split("\n")
    starts = [number for number, row in enumerate(rows) if row.startswith("  - id: ")]
    assert [rows[number - 1] for number in starts] == ["events:", "  # The first of them.", "", "", ""]
    assert rows[starts[1] - 2] == ""


def test_remarks_stay():
    """A remark beside a value that is replaced is kept."""
    text = BASE.replace("status: published\n", "status: published  # since the first day\n")
    loaded = load_bytes(text.encode(), "t")

    after = edit.rewritten(loaded, [edit.set_field("events[doha-ceasefire].status", "disputed")])

    assert after == text.replace("status: published ", "status: disputed ")


def test_block_scalar_is_replaced_whole():
    """A text that was written over several lines gives way to the new one."""
    text = BASE.replace(
        "summary: A ceasefire was agreed.\n", "summary: >-\n      A ceasefire\n      was agreed.\n\n"
    )
    loaded = load_bytes(text.encode(), "t")

    after = edit.rewritten(loaded, [edit.set_field("events[0].summary", "New.")])

    assert after == BASE.replace("summary: A ceasefire was agreed.\n", "summary: New.\n\n")


@pytest.mark.parametrize(
    "wanted",
    [
        edit.set_field("events[nobody].status", "draft"),
        edit.set_field("events[doha-ceasefire].nothing", "x"),
        edit.set_field("events[doha-ceasefire].title", "a\u202eb"),
        edit.add_source(Source(id="report", file="seeds/report.txt", sha256=SHA256)),
        edit.set_field("events[doha-ceasefire].place", ""),
    ],
)
def test_what_cannot_be_done_is_refused(tmp_path, wanted):
    """An edit whose target is missing, or whose result would not be read, changes nothing."""
    path = folder(tmp_path)

    with pytest.raises(InputProblemsError):
        edit.write(path, [wanted])

    assert path.read_bytes() == BASE.encode()


def test_events_on_one_line_are_edited_where_that_is_safe():
    """A value of an event in braces has exact bounds and can be set; the rest of the line stays."""
    text = BASE[: BASE.index("events:")] + (
        "events: [{id: a, status: draft, date: '2025', type: talks, title: x}, "
        "{id: b, status: draft, date: '2025', type: talks, title: y}]\n"
    )
    loaded = load_bytes(text.encode(), "t")

    after = edit.rewritten(loaded, [edit.set_field("events[a].title", "z")])

    assert after == text.replace("title: x", "title: z")


@pytest.mark.parametrize("seed", range(25))
def test_any_row_of_edits_keeps_remarks_and_other_events(seed):
    """After many edits in any order the record is what they say, and every remark is there."""
    pick = random.Random(seed)  # noqa: S311
    loaded = load_bytes(
        BASE.replace("\n  - id: istanbul", "\n  # A remark on the talks.\n  - id: istanbul").encode(), "t"
    )
    expected, text = loaded.timeline, loaded.text
    names = [name for name in EDITS if name != "event taken out" and name != "evidence taken out"]
    for name in pick.sample(names, 8):
        loaded = load_bytes(edit.rewritten(loaded, [EDITS[name]]).encode(), "t")
        expected = EDITS[name].applied(expected)

    assert loaded.timeline == expected
    assert all_remarks(loaded.document) == all_remarks(load_bytes(text.encode(), "t").document)
    assert load_bytes(formatted(loaded).encode(), "t").timeline.sources == expected.sources
