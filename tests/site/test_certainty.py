"""How sure an event is, and why: counted from evidence."""

import pytest

from generator.dates import Edtf
from generator.timeline.certainty import assess, date_grade, party_of
from generator.timeline.model import Actor, Event, Evidence, Source, Timeline
from tests.site.editions import invented

ACTORS = {
    "north": Actor(id="north", name="North", kind="state"),
    "speaker": Actor(id="speaker", name="Speaker", kind="person", of="north"),
    "south": Actor(id="south", name="South", kind="state"),
}
SOURCES = {
    name: Source(id=name, file=f"seeds/{name}.txt", sha256="", outlet=name, origin=origin)
    for name, origin in {"post": ("Wire",), "news": ("Wire",), "voice": ()}.items()
}
TIMELINE = Timeline(title="T", timezone="UTC", sources=SOURCES, actors=ACTORS)


def said(source, speaker=None, attribution="narrator"):
    return Evidence(source=source, quote="q", speaker=speaker, attribution=attribution)


def event(*evidence, kind="clash", status="published"):
    return Event(
        id="e", status=status, date=Edtf.parse("2025-10-19"), type=kind, title="E", evidence=tuple(evidence)
    )


@pytest.mark.parametrize(
    ("one", "grade", "why"),
    [
        (event(said("post"), said("voice")), "several-origins", "two that share nothing"),
        (event(said("post"), said("news")), "one-origin", "both print the wire's copy"),
        (event(said("post", "speaker", "indirect")), "one-party", "only a party's words"),
        (event(said("post", "speaker", "direct"), kind="threat"), "one-origin", "to say it is to do it"),
        (
            event(said("post", "north", "indirect"), said("voice", "south", "indirect")),
            "several-origins",
            "both parties say so",
        ),
        (event(said("post"), status="withdrawn"), "withdrawn", "whatever the evidence"),
        (event(said("post"), said("voice"), status="disputed"), "contested", "an editor says so"),
        (event(), "no-source", "nothing is quoted"),
    ],
)
def test_grade_follows_from_the_evidence(one, grade, why):
    """Each kind of evidence leads to its grade."""
    assert assess(one, TIMELINE).grade == grade, why


def test_grade_comes_with_its_reasons():
    """A grade is never bare: sources, origins, date and place are all accounted for."""
    story = invented().by_id["fire-across-the-ildra"]

    assert [reason.code for reason in story.certainty.reasons] == [
        "sources",
        "narrator",
        "contested",
        "date-day",
        "place-line",
    ]


@pytest.mark.parametrize(
    ("edtf", "grade"),
    [
        ("2025-10-19", "day"),
        ("2025-10-19/2025-10-21", "span"),
        ("2025-10-19?", "about"),
        ("2025-10", "within"),
        ("[2025-10-01..2025-10-29]", "within"),
        ("[..2025-12]", "open"),
        ("2021/..", "open"),
        ("2025-10/..", "open"),
    ],
)
def test_date_grade(edtf, grade):
    """Each form of date is drawn as what it is."""
    assert date_grade(Edtf.parse(edtf)) == grade


def test_party_is_found_through_several_steps_and_never_for_ever():
    """A spokesman of a ministry of a state speaks for the state; a circle ends."""
    ring = {
        "a": Actor(id="a", name="A", kind="other", of="b"),
        "b": Actor(id="b", name="B", kind="other", of="a"),
    }

    assert party_of("speaker", ACTORS) == "north"
    assert party_of("a", ring) in ("a", "b")
    assert party_of(None, ACTORS) is None
