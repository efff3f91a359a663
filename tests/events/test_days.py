"""The day of a report without metadata is found from its words, and where several survive none is chosen."""

import json
from dataclasses import replace
from datetime import date

import pytest

from generator.dates import Edtf
from generator.dates.dating import date_reports, stated_day
from generator.events import draft
from generator.events.days import day_workings, same_day_groups
from generator.timeline import Timeline
from tests.events.texts import record_of, seeds, text_of

EMPTY = Timeline(title="A crisis", timezone="UTC")
ALONE = [  # for each report alone: one of the clues that decide, and whether several years stay open
    ("Oct 25", True),
    ("in 2021", True),
    ("19 October", True),
    ("October 19", True),
    ("by December 2025", True),
]


def test_the_five_reports_together_write_about_29_october_2025():
    """From the words alone, with their origin facts ignored, the Wednesday of all five is found."""
    dating = date_reports([text.text for text in seeds()])

    assert dating.days == (date(2025, 10, 29),)
    assert str(dating.published) == "[2025-10-29..2025-11-04]", "the day of publication may be later"
    assert {clue.words for clue in dating.deciding} >= {"Wednesday", "by December 2025", "four-day"}
    assert "may have appeared up to six days later" in dating.in_words()


@pytest.mark.parametrize(("number", "clue", "open_years"), [(n, *row) for n, row in enumerate(ALONE)])
def test_each_report_alone_says_which_days_survive(number, clue, open_years):
    """A report alone keeps the right day, says what decides, and leaves years open where its words do."""
    dating = date_reports([seeds()[number].text])

    assert date(2025, 10, 29) in dating.days
    assert clue in {one.words for one in dating.deciding}
    assert (len({day.year for day in dating.days}) > 1) is open_years
    assert dating.writes_about is None
    assert "State the day." in dating.in_words()


def test_reports_that_share_a_quotation_are_read_together():
    """All five hang together by the quotations that they share."""
    assert same_day_groups(seeds()) == [[0, 1, 2, 3, 4]]


def test_new_sources_are_dated_with_their_working():
    """Drafting from an empty record gives each new source its day, marked as inferred, with the clues."""
    sources = draft(seeds(), EMPTY).sources

    assert [str(one.writes_about) for one in sources] == ["2025-10-29"] * 5
    assert {one.published_basis for one in sources} == {"inferred"}
    assert all(one.working for one in sources)


def test_a_stated_day_wins():
    """What an editor states is not asked again, whatever the words say."""
    texts = seeds()[:1]
    record = record_of(texts, "2014-10-29")

    found = draft(texts, record)

    assert found.sources == ()
    assert {str(one.event.date) for one in found.proposals if one.event} >= {"2014-10-29"}


def test_where_several_days_survive_the_draft_asks():
    """No day is chosen, the problem names the clues, and what is dated outright is drafted all the same."""
    report = text_of("Rebels stormed the port of Lusk on Monday. They had seized it once, on 4 May 2011.")

    found = draft([report], EMPTY)

    assert [problem.code for problem in found.problems] == ["report-has-a-day"]
    assert "Monday 9 May 2011" in found.problems[0].wrong
    assert "more" in found.problems[0].wrong
    assert "writes_about of a" in found.problems[0].mend
    assert [str(one.event.date) for one in found.proposals if one.event] == ["2011-05-04"]


def test_no_weekday_of_a_report_without_a_day_is_read():
    """Not even from a date named before it: who writes "on Friday" counts from a day that nobody knows."""
    words = "On 25 October 2021 they signed a truce. They met two days later. On Friday the truce collapsed."

    found = draft([text_of(words)], EMPTY)

    assert [str(one.event.date) for one in found.proposals] == ["2021-10-25", "2021-10-27"]


def test_a_report_without_a_day_is_asked_for_again_until_it_is_stated():
    """Its source is written down, the next run asks again, and a stated day answers for ever."""
    report = text_of("Rebels stormed the port of Lusk on Monday.")
    (source,) = draft([report], EMPTY).sources
    known = replace(EMPTY, sources={source.id: source})
    stated = replace(source, writes_about=Edtf.parse("2024-03-13"))
    answered = draft([report], replace(EMPTY, sources={source.id: stated}))

    assert [problem.code for problem in draft([report], known).problems] == ["report-has-a-day"]
    assert [problem.code for problem in answered.problems] == []
    assert [str(one.event.date) for one in answered.proposals] == ["2024-03-11"]


def test_what_has_no_day_was_over_when_the_report_appeared():
    """Its bound is the last day on which the report can have appeared, of several reports the first."""
    words = "The army deployed 900 soldiers along the river."
    texts = [text_of(words + " So it said.", "seeds/a.txt"), text_of(words, "seeds/b.txt")]
    record = record_of(texts, "2024-03-13")
    days = {"s0": "[2024-03-13..2024-03-19]", "s1": "2024-03-15"}
    sources = {key: replace(one, published=Edtf.parse(days[key])) for key, one in record.sources.items()}

    alone = draft(texts[:1], replace(record, sources={"s0": sources["s0"]}))
    both = draft(texts, replace(record, sources=sources))

    assert [str(one.event.date) for one in alone.proposals] == ["[..2024-03-19]"]
    assert [str(one.event.date) for one in both.proposals] == ["[..2024-03-15]"]


def test_the_working_of_each_day_can_be_asked_for():
    """Each of the five reports alone leaves days open; together they leave one, and the record's day wins."""
    texts = seeds()
    record = record_of(texts, "2025-10-29")

    found = day_workings(texts, record.sources.values())

    assert all(len(one.alone.days) > 1 for one in found)
    assert all(date(2025, 10, 29) in one.alone.days for one in found)
    assert {str(one.together.writes_about) for one in found} == {"2025-10-29"}
    assert all("what the record says wins" in one.in_words() for one in found)
    assert json.loads(json.dumps(found[0].to_json()))["together"]["published"] == "[2025-10-29..2025-11-04]"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LUSK, Aug. 15, 2024 (Wire) — Police arrested him.", date(2024, 8, 15)),
        ("Court annuls vote\n\n26 August 2024\n\nThe court threw it out.", date(2024, 8, 26)),
        ("Published 10 September 2022\nThe dam failed.", date(2022, 9, 10)),
        ("The court threw out the vote of 4 August 2024 on Monday.", None),
        ("LUSK, Aug. 15 (Wire) — Police arrested him.", None),
        ("Dated 31 February 2024", None),
    ],
)
def test_a_dateline_with_a_year_states_the_day(text, day):
    """A date at the head of a report is its day; a date in its prose, or without a year, is not."""
    assert stated_day(text) == day
