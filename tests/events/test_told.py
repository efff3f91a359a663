"""Every sentence in `cases/told.yml` tells what its row says, and nothing else."""

from pathlib import Path

import pytest
import yaml

from generator.events.sentence import told_in
from tests.events.texts import report_of

CASES = Path(__file__).parent / "cases" / "told.yml"


def rows():
    """Return one case a row, named by its line so that a failure can be opened."""
    text = CASES.read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    top = {key.value: value for key, value in yaml.compose(text).value}
    for row, node in zip(table["cases"], top["cases"].value, strict=True):
        row = {"written": table["written"], **row}
        yield pytest.param(row, id=f"told.yml:{node.start_mark.line + 1}")


@pytest.mark.parametrize("row", list(rows()))
def test_sentence_tells_what_its_row_says(row):
    """A sentence gives the events of its row, each with its date and type."""
    report = report_of(row["say"], row["written"])

    found = [
        f"{one.date} {one.type}" for sentence in report.text.sentences for one in told_in(report, sentence)
    ]

    assert found == row["tells"], row.get("why")
