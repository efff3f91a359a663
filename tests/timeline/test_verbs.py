"""What the verbs of the command rest on: adding, withdrawing, judging changes, reporting, remembering."""

from __future__ import annotations

import hashlib
import json
import subprocess

import pytest

from generator.dates import Edtf
from generator.problems import InputProblemsError, Problem, SurroundingsError
from generator.timeline import difference, load, load_bytes, summary
from generator.timeline.add import new_event, new_source
from generator.timeline.answers import EVENT_QUESTIONS, SOURCE_QUESTIONS
from generator.timeline.cache import check_cached
from generator.timeline.checks import check_file
from generator.timeline.edit import add_source, append_event, rewritten, set_field, write
from generator.timeline.report import (
    differences_as_json,
    differences_as_markdown,
    differences_as_text,
    problems_as_github,
    problems_as_json,
    problems_as_sarif,
    problems_as_text,
)
from generator.timeline.since import check_since
from generator.timeline.withdraw import withdrawal
from tests.timeline.examples import BASE, REPORT, SHA256, folder

ANSWERS = {
    "title": "Delegation waits",
    "type": "talks",
    "source": "report",
    "quote": "The other side said on Wednesday",
    "actors": "qatar, turkiye",
    "place": "",
}


def test_event_is_made_of_answers(tmp_path):
    """A draft is dated from its quotation, gets an id from its title, and stands at its place in order."""
    path = folder(tmp_path)
    event = new_event(ANSWERS, load(path).timeline, tmp_path)

    assert (event.id, event.status, str(event.date)) == ("delegation-waits", "draft", "2025-10-29")
    assert event.evidence[0].when is not None
    assert event.evidence[0].when.text == "Wednesday"
    write(path, [append_event(event)])
    assert [str(one) for one in check_file(path, tmp_path)] == []


def test_answers_that_do_not_fit_are_all_told(tmp_path):
    """Every answer that does not fit is told at once."""
    timeline = load(folder(tmp_path)).timeline
    bad = {
        "title": "",
        "type": "meeting",
        "source": "reprt",
        "quote": "",
        "date": "yesterday",
        "id": "doha-ceasefire",
    }

    with pytest.raises(InputProblemsError) as raised:
        new_event(bad, timeline, tmp_path)

    assert {one.where for one in raised.value.problems} == {"title", "type", "source", "quote", "date", "id"}
    assert "did you mean report?" in str(raised.value)


def test_quotation_that_is_nowhere_shows_the_nearest(tmp_path):
    """A quotation with a slip is answered with the words that stand there."""
    timeline = load(folder(tmp_path)).timeline

    with pytest.raises(
        InputProblemsError, match="the nearest words there are “The other side said on Wednesday"
    ):
        new_event({**ANSWERS, "quote": "The other party said on Wednesday"}, timeline, tmp_path)


def test_source_is_made_of_answers(tmp_path):
    """A source gets its hash from its file and its id from its outlet."""
    path = folder(tmp_path)
    (tmp_path / "seeds" / "new.txt").write_text("Talks went on.\n")
    answers = {"file": "seeds/new.txt", "outlet": "The New Paper", "published": "2025-10-30"}
    source = new_source(answers, load(path).timeline, tmp_path)

    assert (source.id, source.published_basis) == ("the-new-paper", "stated")
    write(path, [add_source(source)])
    assert [str(one) for one in check_file(path, tmp_path)] == []
    with pytest.raises(InputProblemsError, match="there is no such file"):
        new_source({**answers, "file": "seeds/none.txt"}, load(path).timeline, tmp_path)


def test_questions_name_what_they_fill():
    """Each question has a name of its own and ends as a question or a hint."""
    for questions in (EVENT_QUESTIONS, SOURCE_QUESTIONS):
        assert len({one.name for one in questions}) == len(questions)
        assert all(one.words.endswith(("?", ".")) for one in questions)


def test_withdrawn_event_stays_with_its_reason(tmp_path):
    """A withdrawal changes the status, gives the reason, and tells readers on its day."""
    path = folder(tmp_path)
    before = load(path).timeline

    write(path, withdrawal(before, "doha-ceasefire", "The report was retracted.", Edtf.parse("2025-11-02")))

    event = load(path).timeline.events[0]
    assert (event.status, event.reason, event.changes[0].kind) == (
        "withdrawn",
        "The report was retracted.",
        "retraction",
    )
    assert difference(before, load(path).timeline)[0].loud


@pytest.mark.parametrize(("event", "reason"), [("doha-ceasfire", "x"), ("doha-ceasefire", " ")])
def test_unclear_withdrawal_is_refused(event, reason):
    """Without a known event or a reason nothing is withdrawn."""
    with pytest.raises(InputProblemsError):
        withdrawal(load_bytes(BASE.encode(), "t").timeline, event, reason)


def git(path, *arguments):
    """Run git in a folder."""
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "-C", path, *identity, *arguments], check=True, capture_output=True)


def test_only_what_changed_is_judged(tmp_path):
    """Old problems are counted, new ones told; so is an event that was published and is gone."""
    broken = BASE.replace("Ceasefire agreed in Doha", "Gate #3 is closed")
    path = folder(tmp_path, broken)
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "x")
    path.write_text(broken.replace("title: Talks begin", "title: Talks #2 begin"))

    judged = check_since(path, tmp_path, "HEAD")

    assert [one.code for one in judged.problems] == ["text-is-whole"]
    assert judged.older == 1
    path.write_text(BASE.replace("- id: doha-ceasefire", "- id: another-id"))
    assert "event-is-kept" in {one.code for one in check_since(path, tmp_path, "HEAD").problems}


def test_unknown_revision_is_told(tmp_path):
    """A revision that git does not know, or that looks like an option, is no input of ours."""
    path = folder(tmp_path)
    git(tmp_path, "init", "-b", "main")

    for revision in ("nowhere", "--output=x"):
        with pytest.raises(SurroundingsError, match="git knows no revision"):
            check_since(path, tmp_path, revision)


PROBLEMS = [
    Problem(
        code="date-is-real",
        wrong=f"wrong {n}",
        mend="mend it",
        file="timeline.yml",
        line=n,
        column=3,
        where="date",
    )
    for n in range(1, 51)
]


def test_terminal_shows_the_worst_forty():
    """A terminal shows forty problems and says how many more there are."""
    lines = problems_as_text(PROBLEMS).splitlines()

    assert len(lines) == 41
    assert lines[0] == "timeline.yml:1:3: date: wrong 1; mend it (date-is-real)"
    assert lines[-1] == "… and 10 more; --format json lists them all"


def test_machines_get_all_problems():
    """JSON and SARIF hold every problem, GitHub the ten that it would show."""
    assert len(json.loads(problems_as_json(PROBLEMS))) == 50
    sarif = json.loads(problems_as_sarif(PROBLEMS))["runs"][0]
    assert len(sarif["results"]) == 50
    assert sarif["tool"]["driver"]["rules"][0]["shortDescription"]["text"].startswith("A date is one")
    assert sarif["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 3,
    }
    assert len(problems_as_github(PROBLEMS).splitlines()) == 10


def test_no_value_acts_on_a_workflow(tmp_path):
    """Whatever stands in the file, no line of a report begins a workflow command of its own."""
    path = folder(tmp_path, BASE.replace("type: talks", 'type: "\\n::error::x\\r::y"'))

    problems = check_file(path, tmp_path)

    for text in (problems_as_github(problems), problems_as_text(problems)):
        assert all(line.startswith(("::error file=", str(tmp_path))) for line in text.splitlines())


def test_differences_are_told_in_three_forms():
    """A narrowed date is told in one sentence, and as text, JSON and Markdown."""
    before = load_bytes(BASE.replace('"2025-10-25"', '"2025-10"').encode(), "t")
    after = load_bytes(BASE.replace("title: Talks begin", "title: '`<b>` @all'").encode(), "t")
    found = difference(before.timeline, after.timeline)

    assert summary(found) == "1 date narrowed from 2025-10 to 2025-10-25, 1 title changed"
    assert "! istanbul-talks: date narrowed from 2025-10 to 2025-10-25\n" in differences_as_text(found)
    assert json.loads(differences_as_json(found))["differences"][0]["kind"] == "narrowed"
    assert "- `` istanbul-talks: title changed from Talks begin to `<b>` @all ``" in differences_as_markdown(
        found
    )


def test_order_and_remarks_are_no_difference():
    """A file in another order with other remarks says the same."""
    loaded = load_bytes(BASE.encode(), "t")
    text = BASE.replace("# The first of them.", "# Another remark.")
    text = text.replace("    summary: A ceasefire was agreed.\n", "")
    text = text.replace("    place: doha\n", "    place: doha\n    summary: A ceasefire was agreed.\n")
    assert (
        summary(difference(loaded.timeline, load_bytes(text.encode(), "t").timeline))
        == "no change in content"
    )


def test_check_is_remembered_until_something_changes(tmp_path, monkeypatch):
    """The second check takes what the first found; a changed file or report is checked anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CI", raising=False)
    path, cache = folder(tmp_path), tmp_path / ".cache"
    assert check_cached(path, tmp_path, cache) == []

    monkeypatch.setattr("generator.timeline.cache.examine", None)
    assert check_cached(path, tmp_path, cache) == []
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    (tmp_path / "seeds" / "report.txt").write_text(REPORT + "More.\n")
    assert {one.code for one in check_cached(path, tmp_path, cache)} == {"source-hash-fits"}


def test_entry_of_somebody_else_is_none(tmp_path, monkeypatch):
    """An entry that was not signed here, such as one from a pull request, is passed over."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CI", raising=False)
    path, cache = folder(tmp_path, BASE.replace("type: talks", "type: tlaks")), tmp_path / ".cache"
    check_cached(path, tmp_path, cache)
    entry = (cache / "check.json").read_bytes()
    (cache / "check.json").write_bytes(entry.replace(b'"problems": [{', b'"problems": [], "x": [{'))

    assert len(check_cached(path, tmp_path, cache)) == 1


def test_change_to_a_text_is_one_line():
    """Setting a field leaves every other line as it was."""
    loaded = load_bytes(BASE.encode(), "t")
    after = rewritten(loaded, [set_field("summary", "Other: words")])

    assert sum(one != other for one, other in zip(BASE.split("\n"), after.split("\n"), strict=True)) == 1


@pytest.mark.parametrize(
    ("quoted", "level"), [(1_200, "warning"), (1_201, "error")], ids=["half of the report", "more than half"]
)
def test_a_quotation_that_is_most_of_its_report_is_an_error(tmp_path, quoted, level):
    """An article belongs to its publisher: much of it draws a warning, most of it is refused."""
    said = "A ceasefire was agreed in Doha on 19 October"
    report = said.ljust(2_400, "a")
    text = BASE.replace(SHA256, hashlib.sha256(report.encode()).hexdigest())
    timeline = folder(tmp_path, text.replace(f"quote: {said}\n", f"quote: {report[:quoted]}\n"))
    (tmp_path / "seeds" / "report.txt").write_text(report, encoding="utf-8")
    found = [one for one in check_file(timeline, tmp_path) if one.code == "quotation-is-short"]

    assert [one.level for one in found] == [level]
