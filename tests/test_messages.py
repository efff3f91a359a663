"""Every verb answers wrong input in one line: place, what is wrong, what was found, the way out."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import Abort, ConfigurationError

from generator import cli
from generator.site.build import enduring
from tests.timeline.examples import BASE, SHA256, folder

ROOT = Path(__file__).parent.parent
WRONG = yaml.safe_load(Path(__file__).with_name("messages.yml").read_text(encoding="utf-8"))


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run the command in a folder with a small record; give its exit status and what it complained of."""
    folder(tmp_path)
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str) -> tuple[int, list[str]]:
        with pytest.raises(SystemExit) as stop:
            cli.main(arguments)
        return int(stop.value.code or 0), capsys.readouterr().err.splitlines()

    return run_command


@pytest.mark.parametrize("row", WRONG, ids=[row["typed"] for row in WRONG])
def test_wrong_input_is_answered(run, tmp_path, row):
    """The status is the contract's, the words are these, and nothing is written."""
    assert run(*row["typed"].split()) == (row["status"], row["said"].splitlines())
    assert (tmp_path / "timeline.yml").read_text(encoding="utf-8") == BASE


def test_noughts_for_a_hash_are_answered_with_the_hash(run, tmp_path):
    """An editor without the program writes 64 noughts, and is told what to put in their place."""
    folder(tmp_path, BASE.replace(SHA256, "0" * 64))

    assert run("check") == (
        1,
        [
            "timeline.yml:10:13: sources.report.sha256: 64 noughts wait here for the hash of the file; "
            f"write {SHA256} (source-hash-fits)"
        ],
    )


SETTINGS = [
    ("site_name: x\n", "the plugin crisis-timeline is not among its plugins; add `- crisis-timeline` to"),
    ("nonsense: 1\n", "Config value 'nonsense': Unrecognised configuration name: nonsense; mend it in"),
    ("site_name: [\n", "MkDocs encountered an error parsing the configuration file"),
    ("site_name: x\nplugins: [nope]\n", "Config value 'plugins': The \"nope\" plugin is not installed; mend"),
]


@pytest.mark.parametrize("verb", ["build", "serve", "pages out"])
@pytest.mark.parametrize(("settings", "said"), SETTINGS)
def test_wrong_settings_are_told_as_problems(run, tmp_path, verb, settings, said):
    """What MkDocs complains of comes as problems of ours, each with its place, and nothing else is said."""
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "docs").mkdir()

    status, lines = run(*verb.split())

    assert status == 1
    assert lines[0].startswith(f"mkdocs.yml: {said}")
    assert all(line.startswith("mkdocs.yml: ") and line.endswith("(site-settings)") for line in lines)


@pytest.mark.parametrize("verb", ["check", "fmt", "explain"])
def test_circle_of_links_is_no_fault_of_the_program(run, tmp_path, verb):
    """A link that leads to itself can't be read, and is told like any other file that can't."""
    (tmp_path / "timeline.yml").unlink()
    (tmp_path / "timeline.yml").symlink_to("timeline.yml")

    _, lines = run(verb)

    assert "Too many levels of symbolic links" in lines[-1]


@contextmanager
def command(where: Path, arguments: str, encoding: str = "utf-8", **streams):
    """Run the command as a program of its own in a folder; its streams are pipes, but for those given."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    program = [sys.executable, "-c", "from generator.cli import main; main()", *arguments.split()]
    with subprocess.Popen(program, cwd=where, env=environment, **streams) as process:
        yield process


def told(where: Path, arguments: str, encoding: str = "utf-8", **streams):
    """Return the exit status of a run, and what it printed and complained of."""
    with command(where, arguments, encoding, **streams) as process:
        out, said = process.communicate(timeout=60)
    return process.returncode, out, said


@pytest.mark.parametrize("verb", ["check", "explain", "export", "read seeds/report.txt", "--help"])
def test_full_disk_is_told(tmp_path, verb):
    """Where the output can't be written, one line says so, and the status is that of failed surroundings."""
    folder(tmp_path)
    with open("/dev/full", "wb") as full:
        status, _, said = told(tmp_path, verb, stdout=full)

    assert status == 2
    assert said.decode() == "crisis-timeline: the output could not be written: No space left on device\n"


@pytest.mark.parametrize("verb", ["explain", "export", "read seeds/report.txt", "--help"])
def test_reader_that_goes_away_is_no_fault(tmp_path, verb):
    """`| head -1` closes the pipe early; that is fine."""
    folder(tmp_path)
    with command(tmp_path, verb) as process:
        process.stdout.close()

        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""


def test_complaint_that_nobody_can_hear_keeps_its_status(tmp_path):
    """With a full disk behind the error stream, the exit status still tells."""
    folder(tmp_path, BASE.replace("type: talks", "type: talk"))
    with open("/dev/full", "wb") as full:
        assert told(tmp_path, "check", stderr=full)[0] == 1
        assert told(tmp_path, "check --nope", stderr=full)[0] == 2


@pytest.mark.parametrize("encoding", ["ascii:strict", "latin-1:strict", "cp1252:strict", "koi8-r:strict"])
@pytest.mark.parametrize("verb", ["explain", "read seeds/report.txt", "check"])
def test_terminal_of_another_encoding_is_served(tmp_path, verb, encoding):
    """A letter that the terminal doesn't know is shown by its number, and stops nothing."""
    folder(tmp_path, BASE.replace("Talks begin", "Talks begin 😀 in Türkiye"))

    status, _, said = told(tmp_path, verb, encoding)

    assert (status, said) == (0, b"")


@pytest.mark.parametrize("verb", ["export", "export --format csv", "explain --format json"])
def test_data_is_utf_8_everywhere(tmp_path, verb):
    """What a program will read is UTF-8, whatever the terminal prefers."""
    folder(tmp_path)

    printed = told(tmp_path, verb)[1]

    assert told(tmp_path, verb, "latin-1:strict")[1] == printed
    assert "Ceasefire agreed in Doha" in printed.decode("utf-8")


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_ctrl_c_is_answered(run, monkeypatch, stop):
    """Whoever stops the command is told that nothing was left half-written."""

    def stopped(*_):
        raise stop

    monkeypatch.setattr("generator.sources.read_bytes", stopped)

    status, lines = run("read", "seeds/report.txt")

    assert (status, [line for line in lines if line]) == (
        2,
        ["crisis-timeline: stopped; nothing was left half-written"],
    )


SPOILT = [
    (ConfigurationError("no such setting"), "mkdocs.yml: no such setting; mend it in mkdocs.yml, or in"),
    (Abort("Aborted"), "mkdocs.yml: Aborted; mend it in mkdocs.yml, or in"),
    (OSError(28, "No space left on device"), "the site could not be written: No space left on device"),
]


@pytest.mark.parametrize(("error", "said"), SPOILT)
def test_serving_goes_on_after_a_faulty_save(capsys, error, said):
    """What stops a rebuild is told in one line, and the next save is built again."""

    def builder(*_):
        raise error

    enduring(builder)()

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)
