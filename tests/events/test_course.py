"""Every passage in `cases/course.yml` tells what its row says, with the bounds that its order gives."""

import pytest

from generator.events.course import in_course
from generator.events.sentence import told_in
from tests.events.texts import cases_of, report_of


@pytest.mark.parametrize("row", list(cases_of("course.yml")))
def test_passage_bounds_what_it_tells_by_its_order(row):
    """A passage gives the events of its row, each with the date that the order of its sentences allows."""
    report = report_of(row["say"], row["written"])
    told = [(sentence, told_in(report, sentence)) for sentence in report.text.sentences]

    found = [f"{one.date} {one.type}" for _, told in in_course(report, told) for one in told]

    assert found == row["tells"], row.get("why")
