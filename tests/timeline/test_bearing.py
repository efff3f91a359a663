"""Which quotations tell of an event, and which only bound its day: the grade counts the former alone."""

from __future__ import annotations

import pytest

from generator.dates import Edtf
from generator.timeline.bearing import bearing, telling, with_bearing
from generator.timeline.certainty import assess
from generator.timeline.explain import explain_event
from generator.timeline.load import load_bytes
from generator.timeline.model import Actor, Event, Evidence, Reading, Source, Timeline, When
from tests.timeline.examples import BASE

SOURCES = {name: Source(id=name, file=f"seeds/{name}.txt", sha256="") for name in ("post", "voice")}
ACTORS = {"north": Actor(id="north", name="North", kind="state")}
TIMELINE = Timeline(title="T", timezone="UTC", sources=SOURCES, actors=ACTORS)

ROWS = [
    ("2025-10-19", "2025-10-19", "gives", "the same day"),
    ("2025-10-19~", "2025-10-19", "gives", "the day is the same, whatever doubt an editor adds"),
    ("2025-10", "2025-10", "gives", "the same month"),
    ("2025-10", "[2025-10-01..2025-10-31]", "gives", "the same days in other words"),
    ("2025-10", "[2025-10-01..2025-10-28]", "gives", "vague words in a vaguer date"),
    ("2025-10-25/2025-10-28", "2025-10-25", "gives", "the first of several days"),
    ("2025-10-25/2025-10-28", "2025-10-26/2025-10-27", "gives", "days of those on which it went on"),
    ("2025-10-25/..", "2025-10-25", "gives", "the day since when"),
    ("2025-10-19", "2025-10", "allows", "a day in its month"),
    ("2025-10-19", "[..2025-10-29]", "allows", "an upper bound alone"),
    ("[2025-10-25..2025-10-29]", "[..2025-12]", "allows", "a later deadline"),
    ("2025-10-25/2025-10-28", "2025-10", "allows", "the month of the talks"),
    ("[2025-10-19..2025-11-04]", "2025-10-19", "bounds", "the day of what came before"),
    ("[2025-10-19..2025-11-04]", "2025-11-04", "bounds", "the day of what came after"),
    ("[2025-10-19..2025-11-04]", "2025-10-18", "bounds", "the day before the first that it can be"),
    ("[2025-10-19..2025-11-04]", "2025-10-25/2025-10-28", "bounds", "the days of something else"),
    ("2025-10", "2025-10-19", "bounds", "a day, where only the month of the event is known"),
    ("[2025-10-19..2025-10-28]", "[2025-10-15..2025-10-22]", "bounds", "neither holds the other"),
    ("[..2025-12-31]", "2025-12-31", "bounds", "a deadline is the day of no event before it"),
    ("2025-10-19", None, "undated", "nothing is dated"),
]


@pytest.mark.parametrize(("event", "words", "expected", "why"), ROWS)
def test_words_bear_on_the_day(event, words, expected, why):
    """What dated words have to do with a date is as its row says."""
    assert bearing(Edtf.parse(event), Edtf.parse(words) if words else None) == expected, why


def said(source, words=None, readings=(), speaker=None, attribution="narrator"):
    """Return a quotation with the date of its words."""
    when = words and When(
        text="x",
        value="x",
        edtf=Edtf.parse(words),
        anchor="none",
        rule="Exactly(2025-10-19)",
        readings=tuple(Reading(edtf=Edtf.parse(one), why="x") for one in readings),
    )
    return Evidence(source=source, quote="q", speaker=speaker, attribution=attribution, when=when)


def event(date, *evidence):
    """Return an event with its evidence."""
    return Event(
        id="e", status="published", date=Edtf.parse(date), type="clash", title="E", evidence=tuple(evidence)
    )


def codes(one):
    """Return the codes of the reasons for the certainty of an event."""
    return [reason.code for reason in assess(one, TIMELINE).reasons]


WITHIN = "[2025-10-19..2025-11-04]"


def test_quotation_that_only_bounds_is_no_witness():
    """A second report that dates what came before doesn't make a second origin of the event."""
    one = event(WITHIN, said("post"), said("voice", "2025-10-19"))

    certainty = assess(one, TIMELINE)

    assert certainty.grade == "one-origin"
    assert [origin.sources for origin in certainty.origins] == [("post",)]
    assert certainty.sources == ("post", "voice"), "both are still sources of its page"
    assert certainty.reasons[0].values == {"sources": 1, "origins": 1}
    assert "day-bounds" in codes(one)


def test_a_report_that_only_bounds_gives_no_party_its_words():
    """A party's word stays a party's word, though a report dates what came before in its own."""
    party = said("post", speaker="north", attribution="indirect")
    one = event(WITHIN, party, said("voice", "2025-10-19"))

    assert assess(one, TIMELINE).grade == "one-party"
    assert "narrator" not in codes(one)


def test_quotation_that_bounds_and_tells_is_a_witness_where_there_is_no_other():
    """What happened must be known from something."""
    one = event(WITHIN, said("post", "2025-10-19"))

    assert telling(one) == with_bearing(one, "bounds") == one.evidence
    assert assess(one, TIMELINE).grade == "one-origin"
    assert codes(one) == ["sources", "narrator", "date-within", "day-bounds", "place-none"]


def test_reading_that_an_editor_took_counts():
    """Words with several readings give the day that one of them means."""
    one = event("2025-10-22", said("post", "2025-10-29", readings=("2025-10-22",)), said("voice"))

    assert with_bearing(one, "bounds") == ()


def test_wider_words_are_witnesses_of_the_event_and_not_of_its_day():
    """“This month’s ceasefire” tells of the ceasefire, and leaves its day open."""
    one = event("2025-10-19", said("post", "2025-10-19"), said("voice", "2025-10"))

    assert assess(one, TIMELINE).grade == "several-origins"
    assert codes(one) == ["sources", "narrator", "date-day", "day-allows", "place-none"]


def test_day_that_no_words_give_is_an_editors():
    """A day is not called settled by words where none give it."""
    assert "date-set" in codes(event("2025-10-19", said("post")))
    assert "date-set" in codes(event("2025-10-19", said("post", "2025-10")))
    assert "date-day" not in codes(event("2025-10-19", said("post")))


CONCLUSIONS = [
    ("2025-10-19", ["2025-10-19"], "these words give the date"),
    ("2025-10-19", ["2025-10-19", "2025-10-19"], "2 pieces of evidence agree on the date"),
    (
        "2025-10-19",
        ["2025-10-19", "2025-10"],
        "one piece of evidence gives the date; one leaves more days open",
    ),
    (
        WITHIN,
        ["2025-10-19"],
        "an editor set the date; one piece of evidence only bounds it, with the day of something else",
    ),
    (WITHIN, [None], "no words date it; an editor set the date"),
    (
        "2025-10-25/2025-10-28",
        ["2025-10-25/2025-10-28", "2025-10-25", "2025-10-28"],
        "one piece of evidence gives the date; 2 give a part of its days",
    ),
    (
        "2025-10-25/2025-10-28",
        ["2025-10-25", "2025-10-28"],
        "one of these gives the first day, another the last",
    ),
    ("2025-10-25/2025-10-28", ["2025-10-25"], "one piece of evidence gives a part of its days"),
    ("2025-10-19", ["2025-10"], "an editor set the date; one piece of evidence leaves more days open"),
]


@pytest.mark.parametrize(("date", "words", "conclusion"), CONCLUSIONS)
def test_explanation_says_what_each_piece_is_good_for(date, words, conclusion):
    """`explain` tells the pieces that give a date from those that only bound it."""
    one = event(date, *(said("post", word) for word in words))

    assert explain_event(TIMELINE, one).conclusion == conclusion


def test_working_in_words_of_an_editor_is_shown_as_it_is():
    """A rule that is no derivation of the program's is no error: a person wrote why."""
    timeline = load_bytes(BASE.replace('rule: "x"', 'rule: "The 19th, as all agree."').encode(), "t").timeline

    (words,) = explain_event(timeline, timeline.events[0]).words

    assert words.sentence == "Sunday 19 October 2025: the working is an editor’s: The 19th, as all agree."
