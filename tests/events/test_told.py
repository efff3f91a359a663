"""Every sentence in `cases/told.yml` tells what its row says, and nothing else."""

import pytest

from generator.events.sentence import told_in
from tests.events.texts import cases_of, report_of


@pytest.mark.parametrize("row", list(cases_of("told.yml")))
def test_sentence_tells_what_its_row_says(row):
    """A sentence gives the events of its row, each with its date and type."""
    report = report_of(row["say"], row["written"])

    found = [
        f"{one.date} {one.type}" for sentence in report.text.sentences for one in told_in(report, sentence)
    ]

    assert found == row["tells"], row.get("why")
