"""The command answers as its contract says: exit 0, 1 or 2, one line a problem, nothing half-written."""

import io
import json
import sys
from pathlib import Path

import pytest

from generator import cli
from generator.cli.common import print_json


@pytest.fixture
def run(capsys, project):
    """Run the command on the copied project; give its exit status, and what it printed and complained of."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            cli.main(["--root", str(project), *arguments])
        printed = capsys.readouterr()
        return int(stop.value.code or 0), printed.out, printed.err

    return run_command


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes, so that a test can tell that nothing was written.

    What was found wrong may be remembered in `.cache`; that is no result.
    """
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_json_holds_nothing_that_acts_on_a_terminal(capsys):
    """A report's characters are told to programs as they are, and to terminals as their numbers."""
    told = {"a\x1b[2J": "\x9b31m \u202eb\u2028c\x7f é 😀"}
    print_json(told)
    out = capsys.readouterr().out

    assert json.loads(out) == told
    assert out.replace("\n", "").isprintable()
    assert "é 😀" in out


VERBS = sorted(cli.cli.commands)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb, run):
    """Nobody should have to leave the terminal to learn how a verb is called."""
    status, out, _ = run(verb, "--help")

    assert status == 0
    assert "\n  Example:\n" in out, "the example keeps its lines"
    assert f"crisis-timeline {verb}" in out


def test_list_of_verbs_cuts_no_sentence(run):
    """Whoever asks what there is reads whole sentences, one a verb."""
    _, out, _ = run("--help")

    lines = out[out.index("Commands:") :].splitlines()[1:]
    assert [line.split()[0] for line in lines] == VERBS
    assert [line for line in lines if not line.endswith(".") or line.endswith("..")] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_stands_in_the_readme_or_the_documents(verb):
    """A verb that no document names can't be found."""
    root = Path(__file__).parent.parent
    documents = [root / "README.md", *sorted((root / "docs").glob("*.md"))]

    assert any(
        f"`{verb}" in text or f"crisis-timeline {verb}" in text for text in map(Path.read_text, documents)
    )


@pytest.mark.parametrize("arguments", [["nonsense"], ["check", "--nonsense"], ["explain", "--format", "xml"]])
def test_wrong_use_exits_with_2(arguments, run):
    """Wrong use is told from wrong input."""
    status, _, err = run(*arguments)

    assert status == 2
    assert err.count("\n") == 1


def test_the_repository_is_in_order(run):
    """What we publish passes our own check."""
    status, out, err = run("check")

    assert (status, err) == (0, "")
    assert "in order" in out


def spoil_yaml(project: Path) -> None:
    path = project / "timeline.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "title: [", 1), encoding="utf-8")


def add_unknown_key(project: Path) -> None:
    path = project / "timeline.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("\ntimezone:", "\ntimezzone:", 1), encoding="utf-8"
    )


def take_seeds_away(project: Path) -> None:
    for path in (project / "seeds").iterdir():
        path.unlink()
    (project / "seeds").rmdir()


def empty_seeds(project: Path) -> None:
    for path in (project / "seeds").iterdir():
        path.unlink()


def spoil_encoding(project: Path) -> None:
    path = sorted((project / "seeds").glob("*.txt"))[0]
    path.write_bytes(b"First line.\nSecond \xff line.\n" + path.read_bytes())


@pytest.mark.parametrize(
    ("spoil", "place", "why"),
    [
        (spoil_yaml, "timeline.yml:", "a syntax error"),
        (add_unknown_key, "timeline.yml:", "an unknown key"),
        (take_seeds_away, "seeds", "no folder of reports"),
        (empty_seeds, "seeds", "a folder without reports"),
        (spoil_encoding, ".txt", "a report that is not UTF-8"),
    ],
)
@pytest.mark.parametrize("verb", ["check", "draft", "build"])
def test_bad_input_is_told_in_one_line_and_writes_nothing(verb, spoil, place, why, run, project):
    """Whatever is wrong with the input, one line says where, and no file changes."""
    spoil(project)
    before = files_of(project)

    status, _, err = run(verb)

    assert status == 1, why
    assert place in err.splitlines()[0], err
    assert "Traceback" not in err
    assert files_of(project) == before


def test_a_report_that_is_not_utf_8_is_named_with_its_line(run, project):
    """The byte that can't be read is on the second line, from column 8."""
    spoil_encoding(project)

    _, _, err = run("draft")

    assert ":2:8: not UTF-8: byte 0xff" in err


def test_an_unknown_key_is_answered_with_the_nearest_one(run, project):
    """A slip of the finger is answered with the word that was meant."""
    add_unknown_key(project)

    _, _, err = run("check")

    assert "timezzone" in err
    assert "timezone" in err.replace("timezzone", "")


def test_a_report_in_which_nothing_is_dated_is_named(run, project):
    """Nothing can be drafted from it, and the editor should know why."""
    (project / "seeds" / "undated.txt").write_text("A report without any date at all.\n", encoding="utf-8")

    status, _, err = run("draft")

    assert status == 1
    assert "seeds/undated.txt" in err


def test_explain_says_why_an_event_has_its_date(run):
    """The words, where they stand, and the day they give."""
    status, out, _ = run("explain", "doha-ceasefire")

    assert status == 0
    assert "“19 October”" in out
    assert "Sunday 19 October 2025" in out


def test_explain_names_an_unknown_event(run):
    """An id that no event has is answered with those that there are."""
    status, _, err = run("explain", "no-such-event")

    assert status == 1
    assert "no-such-event" in err


def test_timex_is_a_bulk_door(run, monkeypatch, capsys):
    """JSON lines in, JSON lines out; a bad line is named by its number and the others are still read."""
    good = json.dumps({"doc": "a1", "dct": "2025-10-29", "text": "Talks ended Tuesday."})
    lines = f"{good}\nnot json\n{good}\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))

    status, out, err = run("timex")

    found = [json.loads(line) for line in out.splitlines()]
    assert [(one["text"], one["value"], one["start"], one["end"]) for one in found] == [
        ("Tuesday", "2025-10-28", 12, 19)
    ] * 2
    assert status == 1
    assert "2" in err


def test_drafting_again_changes_no_byte(run, project):
    """The repository's own record is a fixed point: nothing new is read from the same reports."""
    before = (project / "timeline.yml").read_bytes()

    status, _, _ = run("draft")

    assert status == 0
    assert (project / "timeline.yml").read_bytes() == before
