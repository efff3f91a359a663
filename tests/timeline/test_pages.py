"""Every rule has a manual page, and the page's examples do what it says."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
import yaml

from generator.timeline.checks import check_file
from generator.timeline.manual import pages
from tests.timeline.examples import SHA256, folder, with_snippet

PAGES = pages()
PLACES = yaml.safe_load(Path(__file__).with_name("places.yml").read_text(encoding="utf-8"))
WITHOUT_EXAMPLE = {
    "file-is-there": "the file itself is missing",
    "file-has-a-limit": "an example would have 64 MiB",
    "file-is-utf-8": "the page is UTF-8",
    "yaml-can-be-read": "it is for what no other rule has words for",
    "parts-have-a-limit": "an example would have three million values",
    "problems-have-a-limit": "an example would have 5,000 mistakes",
    "list-is-not-too-long": "an example would have 51 quotations",
    "event-is-kept": "only two versions of a file show it",
    "edit-does-what-it-says": "only a mistake of the program leads to it",
}


def examples(kind):
    """Return the examples of one kind, each with the code of its rule."""
    found = []
    for code, page in PAGES.items():
        part = re.search(rf"^{kind}:\n\n((?:(?:    .*)?\n)+)", page.text + "\n", re.MULTILINE)
        if part:
            found.append(pytest.param(code, textwrap.dedent(part[1]).strip("\n"), id=code))
    return found


def test_the_plain_example_is_in_order(tmp_path):
    """The timeline into which the examples are put has no problem of its own."""
    assert [str(problem) for problem in check_file(folder(tmp_path), tmp_path)] == []


@pytest.mark.parametrize(("code", "snippet"), examples("Fails"))
def test_failing_example_fails(tmp_path, code, snippet):
    """The failing example of a page breaks the page's rule, on the line and at the column that say where."""
    path = folder(tmp_path, with_snippet(snippet))

    problems = check_file(path, tmp_path)

    lines = path.read_bytes().decode("utf-8", "surrogatepass").split("\n")
    marked = [_marked(problem, lines) for problem in problems if problem.code == code]
    assert marked == PLACES[code], [str(problem) for problem in problems]


def _marked(problem, lines):
    if problem.line is None:
        return "the whole file"
    line = lines[problem.line - 1]
    return f"{line[: problem.column - 1]}▶{line[problem.column - 1 :]}"


def test_every_failing_example_has_its_place():
    """No row of `places.yml` is left over."""
    assert sorted(PLACES) == sorted(param.values[0] for param in examples("Fails"))


@pytest.mark.parametrize(("code", "snippet"), examples("Passes"))
def test_passing_example_passes(tmp_path, code, snippet):
    """The passing example of a page breaks no rule at all."""
    text = with_snippet(
        snippet.replace("0f9b98b3ba1ec5a8dcd1b6b5ad42a9e5eb7c9c0c6f5b4c3f1a2d3e4f5a6b7c8d", SHA256)
    )
    problems = check_file(folder(tmp_path, text), tmp_path)

    assert [str(problem) for problem in problems if problem.level == "error" or problem.code == code] == []


@pytest.mark.parametrize("code", PAGES)
def test_every_page_has_both_examples(code):
    """A page shows what fails and what passes, or a reason is given why it cannot."""
    has_both = "\nFails:\n" in PAGES[code].text and "\nPasses:\n" in PAGES[code].text
    assert has_both or code in WITHOUT_EXAMPLE
