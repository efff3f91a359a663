"""Every passage in `cases/course.yml` tells what its row says, with the bounds that its order gives."""

from pathlib import Path

import pytest
import yaml

from generator.events.course import in_course
from generator.events.sentence import told_in
from tests.events.texts import report_of

CASES = Path(__file__).parent / "cases" / "course.yml"


def rows():
    """Return one case a row, named by its line so that a failure can be opened."""
    text = CASES.read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    top = {key.value: value for key, value in yaml.compose(text).value}
    for row, node in zip(table["cases"], top["cases"].value, strict=True):
        row = {"written": table["written"], **row}
        yield pytest.param(row, id=f"course.yml:{node.start_mark.line + 1}")


@pytest.mark.parametrize("row", list(rows()))
def test_passage_bounds_what_it_tells_by_its_order(row):
    """A passage gives the events of its row, each with the date that the order of its sentences allows."""
    report = report_of(row["say"], row["written"])
    told = [(sentence, told_in(report, sentence)) for sentence in report.text.sentences]

    found = [f"{one.date} {one.type}" for _, told in in_course(report, told) for one in told]

    assert found == row["tells"], row.get("why")
