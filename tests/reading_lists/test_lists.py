"""The reading lists hold together, and drafting from an empty record reaches what was asked of it."""

import pytest

from generator.timeline import EVENT_TYPES
from tests.reading_lists.lists import reading_lists
from tests.reading_lists.measure import Score, measure

LISTS = reading_lists()


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.name)
def test_every_row_stands_in_its_reports(one):
    """Words are verbatim, types are those of the record, and each row names a report."""
    assert one.events
    for row in one.events:
        assert row.spans, row.what
        assert set(row.types) <= set(EVENT_TYPES), row.what


def test_there_are_reports_enough():
    """The five reports, with some thirty events, and invented ones on many other kinds of crisis."""
    assert len(LISTS) == 15
    assert sum(len(one.texts) for one in LISTS) == 36
    assert len(next(one for one in LISTS if one.name == "october-2025").events) >= 30


def test_drafting_reaches_what_was_asked():
    """85% of main events, 75% of all, one false for five true, no date finer than words, all verbatim."""
    total = Score()
    for one in LISTS:
        total.add(measure(one))

    assert total.recall("main") >= 0.85
    assert total.recall("all") >= 0.75
    assert total.false_per_true <= 0.2
    assert total.too_precise == []
    assert total.not_verbatim == 0
