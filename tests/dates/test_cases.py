"""Every phrase in `cases/` is read as its row says.

A row has `say`, the words, and `is`, the TIMEX3 value or values in order, or `nothing`. It may have `edtf`,
`mod`, `other` (the value of a second reading), `written`, `genre`, and `why`.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.dates import TimeExpression, read

CASES = Path(__file__).parent / "cases"
Row = dict[str, Any]


def rows() -> list[Any]:
    """Return one case a row, named `file:line` so that a failure can be opened."""
    found = []
    for path in sorted(CASES.glob("**/*.yml")):
        text = path.read_text(encoding="utf-8")
        table = yaml.safe_load(text)
        for row, line in zip(table["cases"], lines_of_cases(text), strict=True):
            row = {"written": table["written"], "language": path.parent.name, **row}
            found.append(pytest.param(row, id=f"{path.name}:{line}"))
    return found


def lines_of_cases(text: str) -> list[int]:
    """Return the line of each case of a table."""
    top = {key.value: value for key, value in yaml.compose(text).value}
    return [node.start_mark.line + 1 for node in top["cases"].value]


def listed(expected: object) -> list[str]:
    """Return what a row expects as a list, which is empty for `nothing`."""
    values = expected if isinstance(expected, list) else [] if expected == "nothing" else [expected]
    return [str(value) for value in values]


def found_in(row: Row) -> list[TimeExpression]:
    """Return the expressions of a row."""
    return read(row["say"], dct=row["written"], genre=row.get("genre", "news"))


@pytest.mark.parametrize("row", rows())
def test_phrase_is_read_as_its_row_says(row: Row) -> None:
    """The resolver gives the values that the row gives, or nothing where it says so."""
    found = found_in(row)

    assert [one.value for one in found] == listed(row["is"]), row.get("why")
    if "edtf" in row:
        expected = row["edtf"] if isinstance(row["edtf"], list) else [row["edtf"]]
        assert [str(one.edtf or "nothing") for one in found] == expected, row.get("why")
    if "mod" in row:
        assert found[0].mod == row["mod"], row.get("why")
    if "other" in row:
        assert [reading.derivation.value for reading in found[0].readings] == listed(row["other"]), row.get(
            "why"
        )


@pytest.mark.parametrize("row", rows())
def test_offsets_point_at_the_words(row: Row) -> None:
    """Each expression stands in the text where its offsets say, and none overlaps the next."""
    found = found_in(row)

    assert all(row["say"][one.start : one.end] == one.text for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))
