"""Every malformed file in `malformed/` is answered at its place, with its rule, and with a way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.timeline.load import examine_bytes

FOLDER = Path(__file__).parent / "malformed"


def rows():
    """Return one case a row, each with the text of its file."""
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        for row in table["cases"]:
            text = row["whole"] if "whole" in row else table["head"] + row["text"]
            text = re.sub("⟦(.) × ([0-9]+)⟧", lambda one: one[1] * int(one[2]), text)
            found.append(pytest.param(text, row["found"], id=f"{path.stem}: {row['name']}"))
    return found


@pytest.mark.parametrize(("text", "found"), rows())
def test_malformed_file_is_answered(text, found):
    """Each mistake has its line, its column and its rule; nothing else is complained of."""
    problems = examine_bytes(text.encode(), "timeline.yml").problems

    assert [f"{one.line}:{one.column} {one.code}" for one in problems] == found, [
        str(one) for one in problems
    ]
    for problem in problems:
        assert problem.mend
        assert str(problem).isprintable()
        assert len(str(problem)) < 1_000


def test_every_mistake_of_the_folder_is_a_case_of_its_own():
    """Names tell the cases apart."""
    names = [row.id for row in rows()]

    assert len(names) == len(set(names)) > 150
