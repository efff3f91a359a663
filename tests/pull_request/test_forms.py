"""An issue form becomes a ready entry, and a hostile or faulty one writes nothing."""

from pathlib import Path

import pytest
import yaml

from generator.dates import Edtf
from generator.problems import InputProblemsError, SurroundingsError
from generator.pull_request.enter import enter
from generator.pull_request.forms import FORMS, read_form
from generator.timeline import check, load
from tests.pull_request.repositories import CEASEFIRE, OVER, Project, timeline

FOLDER = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE"
EVENT = {
    "title": "The talks end without an agreement",
    "date": "2025-10-28",
    "type": "breakdown",
    "summary": "They ended in Istanbul.",
    "source": "first",
    "quote": "ended on 28 October 2025 without an agreement",
}
CORRECTION = {
    "event": "ceasefire",
    "field": "date",
    "value": "2025-10",
    "source": "first",
    "quote": "signed a ceasefire in Doha",
    "note": "The day was too exact.",
}
DEAD = {"source": "second", "archived": "https://archive.example/2", "url": None, "note": "A shop."}
SOURCE = {
    "id": "third",
    "outlet": "Example News",
    "title": "Nothing happens",
    "url": "https://news.example/3",
    "archived": None,
    "published": "2025-10-30",
    "language": "en",
    "text": "Nothing happened on 30 October 2025.\n\nOfficials said so.",
}


def body(name, given):
    """Return an issue as GitHub makes it of a form: headings, blank lines, carriage returns."""
    parts = [f"### {label}\n\n{given.get(field) or '_No response_'}" for field, label in FORMS[name].items()]
    return "\n\n".join(parts).replace("\n", "\r\n")


@pytest.fixture
def project(tmp_path):
    """Make a small crisis."""
    made = Project.make(tmp_path / "crisis")
    made.events(CEASEFIRE, OVER)
    return made


def enter_form(project, name, given, on=None, text=None):
    """Enter a form, and return what was done and the record afterwards."""
    issue = project.root.parent / "issue.md"
    issue.write_bytes((text if text is not None else body(name, given)).encode())
    said = enter(project.root / "timeline.yml", project.root, issue, on)
    loaded = load(project.root / "timeline.yml")
    assert [one for one in check(loaded, project.root) if one.level == "error"] == []
    return said, loaded.timeline


@pytest.mark.parametrize("name", FORMS)
def test_labels_are_those_of_the_forms(name):
    """Each form asks for the fields that are read, under the same labels, in the same order."""
    form = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    asked = {one["id"]: one["attributes"]["label"] for one in form["body"] if one["type"] != "markdown"}
    assert list(asked.items()) == list(FORMS[name].items())


def test_every_form_is_read():
    """There is no form that nobody reads."""
    assert {path.stem for path in FOLDER.glob("*.yml")} - {"config"} == set(FORMS)


def test_event_comes_in_as_a_draft(project):
    """A new event is a draft with its quotation, and with the working of its date."""
    said, after = enter_form(project, "new-event", EVENT)
    event = next(one for one in after.events if one.id == "the-talks-end-without-an-agreement")
    assert said == "event the-talks-end-without-an-agreement added as a draft"
    assert event.status == "draft"
    assert str(event.date) == "2025-10-28"
    assert event.evidence[0].when.text == "28 October 2025"
    assert str(event.evidence[0].when.edtf) == "2025-10-28"


def test_second_event_of_a_title_gets_a_name_of_its_own(project):
    """An id is never given twice."""
    enter_form(project, "new-event", EVENT)
    said, after = enter_form(project, "new-event", {**EVENT, "date": "2025-10"})
    assert "the-talks-end-without-an-agreement-2" in said
    assert len(after.events) == 4


def test_correction_changes_the_field_and_tells_readers(project):
    """A correction sets the field, adds its quotation, and stands on the page with its day."""
    _, after = enter_form(project, "correction", CORRECTION, on=Edtf.parse("2025-11-02"))
    event = next(one for one in after.events if one.id == "ceasefire")
    assert str(event.date) == "2025-10"
    assert event.changes[0].note == "The day was too exact."
    assert event.evidence[1].quote == "signed a ceasefire in Doha"


def test_dead_link_gets_its_copy(project):
    """The address of an archive copy is set at the source."""
    said, after = enter_form(project, "dead-link", DEAD)
    assert after.sources["second"].archived == "https://archive.example/2"
    assert said == "source second: archived set"


def test_source_comes_with_its_report(project):
    """A new source's text becomes a report, pinned by its hash."""
    _, after = enter_form(project, "new-source", SOURCE)
    assert after.sources["third"].file == "seeds/third.txt"
    text = (project.root / "seeds/third.txt").read_text(encoding="utf-8")
    assert text == "Nothing happened on 30 October 2025.\n\nOfficials said so.\n"


def test_source_and_then_its_event(project):
    """A sender's new source can be quoted by the next form, named by its address."""
    enter_form(project, "new-source", SOURCE)
    given = {
        **EVENT,
        "source": "https://news.example/3",
        "quote": "Nothing happened on 30 October 2025",
        "when": None,
    }
    _, after = enter_form(project, "new-event", {**given, "date": "2025-10-30", "type": "statement"})
    assert any(one.evidence[0].source == "third" for one in after.events)


@pytest.mark.parametrize(
    ("why", "name", "given", "code"),
    [
        ("no such day", "new-event", {**EVENT, "date": "2025-02-30"}, "answer-fits"),
        ("a date in words", "new-event", {**EVENT, "date": "last Tuesday"}, "answer-fits"),
        ("not verbatim", "new-event", {**EVENT, "quote": "ended in failure"}, "answer-fits"),
        ("unknown source", "new-event", {**EVENT, "source": "https://nowhere.example"}, "source-is-known"),
        ("unknown type", "new-event", {**EVENT, "type": "party"}, "answer-fits"),
        ("nothing in a needed field", "new-event", {**EVENT, "title": None}, "answer-fits"),
        ("unknown event", "correction", {**CORRECTION, "event": "nothing"}, "event-is-known"),
        ("not verbatim either", "correction", {**CORRECTION, "quote": "signed nothing"}, "quote-is-verbatim"),
        ("no field of the form's", "correction", {**CORRECTION, "field": "id"}, "value-is-known"),
        (
            "no place of the record",
            "correction",
            {**CORRECTION, "field": "place", "value": "x"},
            "value-is-known",
        ),
        ("neither copy nor address", "dead-link", {**DEAD, "archived": None}, "something-is-given"),
        ("no address", "dead-link", {**DEAD, "archived": "javascript:alert(1)"}, None),
        ("a name with a way out", "new-source", {**SOURCE, "id": "../../etc/passwd"}, "id-is-well-formed"),
        ("a name that is taken", "new-source", {**SOURCE, "id": "first"}, "id-is-unique"),
        ("a source without its text", "new-source", {**SOURCE, "text": None}, "field-is-given"),
        ("an address that acts", "new-source", {**SOURCE, "url": "javascript:alert(1)"}, None),
        ("a character that acts", "new-source", {**SOURCE, "title": "a\u202eb"}, None),
    ],
)
def test_faulty_form_writes_nothing(project, why, name, given, code):
    """What can't be used is told with its place, and neither the record nor a report is written."""
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    with pytest.raises(InputProblemsError) as caught:
        enter_form(project, name, given, on=Edtf.parse("2025-11-02"))
    if code:
        assert code in {problem.code for problem in caught.value.problems}, why
        assert all(problem.line for problem in caught.value.problems)
    assert before == {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


def test_correction_needs_its_day(project):
    """No clock is read: who enters a correction says its day."""
    with pytest.raises(InputProblemsError, match="--on"):
        enter_form(project, "correction", CORRECTION)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("empty", ""),
        ("no form", "Please add the ceasefire."),
        ("half a form", "### What happened\n\nx\n"),
        ("a planted label", body("new-event", {**EVENT, "summary": "x\n\n### Source\n\nsecond"})),
        (
            "another order",
            "### Archive copy\n\nx\n\n### Source\n\nx\n\n### New address\n\nx\n\n### What you saw\n\nx",
        ),
        ("far too long", "x" * 600_000),
    ],
)
def test_what_is_no_form_is_refused(why, text):
    """An issue that isn't exactly one of the forms, or could be read two ways, is refused."""
    with pytest.raises(InputProblemsError):
        read_form(text)


def test_yaml_in_a_form_stays_text(project):
    """What looks like YAML, Markdown or a command is written as the text that it is."""
    hostile = 'status: published\n- id: x # "no" {a: b} &a *a !!x ::error::'
    _, after = enter_form(project, "new-event", {**EVENT, "summary": hostile})
    event = next(one for one in after.events if one.id.startswith("the-talks-end"))
    assert event.summary.split() == hostile.split()
    assert event.status == "draft"
    assert len(after.events) == 3


def test_report_that_is_there_is_not_overwritten(project):
    """A report that no source names yet keeps its words."""
    project.write("seeds/third.txt", "mine")
    with pytest.raises(SurroundingsError, match="there already"):
        enter_form(project, "new-source", SOURCE)
    assert (project.root / "seeds/third.txt").read_text(encoding="utf-8") == "mine"


def test_record_keeps_every_other_byte(project):
    """An entry changes the lines that it adds, and no other."""
    text = timeline(CEASEFIRE, OVER).replace("events:", "# a remark\nevents:  # and another")
    project.write("timeline.yml", text)
    enter_form(project, "new-event", EVENT)
    after = (project.root / "timeline.yml").read_text(encoding="utf-8")
    assert [line for line in text.split("\n") if line not in after.split("\n")] == []
