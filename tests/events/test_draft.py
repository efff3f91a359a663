"""The draft proposes, with reasons; it never changes, revives or repeats what people decided."""

import json
from dataclasses import replace

import pytest

from generator.dates import Edtf
from generator.events import draft
from generator.timeline import Decision, Event, Evidence, Timeline
from generator.timeline.characters import FORBIDDEN
from generator.timeline.edit import rewritten
from generator.timeline.load import load_bytes
from tests.events.texts import record_of, seeds, text_of

DAY = "2024-03-13"
FIRST = "Rebels stormed the port of Lusk on Monday, killing nine guards. Talks in Oslo collapsed on Tuesday."
SECOND = "On Monday rebels stormed Lusk, a port, and killed ten guards. The army fled the city on Tuesday."


def applied(record, found):
    """Return the record as it is when the proposals are written down."""
    events = list(record.events)
    for one in found.proposals:
        if one.event:
            events.append(one.event)
        else:
            events = [
                replace(event, evidence=(*event.evidence, *one.evidence)) if event.id == one.target else event
                for event in events
            ]
    sources = {**record.sources, **{one.id: one for one in found.sources}}
    return replace(record, events=tuple(events), sources=sources)


@pytest.fixture
def known():
    """Return two texts, and a record drafted from the first of them."""
    texts = [text_of(FIRST, "seeds/a.txt"), text_of(SECOND, "seeds/b.txt")]
    record = record_of(texts, DAY)
    return texts, applied(record, draft(texts[:1], record))


def test_a_proposal_is_a_draft_with_date_quotation_and_reasons():
    """Each new event is a draft, quotes its source verbatim, keeps the working of its date, says why."""
    texts = [text_of(FIRST)]
    found = draft(texts, record_of(texts, DAY))

    assert [(str(one.event.date), one.event.type) for one in found.proposals] == [
        ("2024-03-11", "clash"),
        ("2024-03-12", "breakdown"),
    ]
    for one in found.proposals:
        (piece,) = one.event.evidence
        assert one.event.status == "draft"
        assert texts[0].find(piece.quote)
        assert piece.when.rule
        assert one.reasons


@pytest.mark.parametrize("end", ["\ufeff", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r", "\r\n"])
def test_a_report_with_odd_line_ends_is_drafted_from(end):
    """A mark in front, or a line end of another program, keeps no draft from being written and read again."""
    texts = [text_of(f"{end}{FIRST}\n{end}{SECOND}")]
    found = draft(texts, record_of(texts, DAY))

    assert found.problems == ()
    assert len(found.proposals) >= 2
    for one in found.proposals:
        for piece in one.evidence:
            assert texts[0].find(piece.quote)
            assert FORBIDDEN.search(piece.quote) is None


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x1b", "U+001B ESCAPE"), ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\x9b", "U+009B")],
)
def test_a_report_that_cannot_be_quoted_keeps_no_other_from_being_drafted(character, name):
    """It is named with its place and left out; what the other reports tell is proposed."""
    texts = [text_of(FIRST, "seeds/a.txt"), text_of(f"The army fled.\nOn {character}Monday.", "seeds/b.txt")]
    record = record_of(texts, DAY)
    found = draft(texts, record)

    assert found.proposals == draft(texts[:1], record).proposals
    (problem,) = found.problems
    assert str(problem) == (
        f"seeds/b.txt:2:4: it holds the character {name}, which the record may not; take it out of the file, "
        "or enter its events by hand; it was left out (report-can-be-quoted)"
    )


def test_a_second_run_proposes_nothing(known):
    """What is written down is known again by its words."""
    texts, record = known

    assert draft(texts[:1], record).proposals == ()


def test_new_evidence_is_offered_to_the_event_it_tells(known):
    """A new report that tells a known event gives it evidence, and its own event besides."""
    texts, record = known

    found = draft(texts, record).proposals

    offered = [one for one in found if one.event is None]
    assert [(one.target, one.evidence[0].source) for one in offered] == [(record.events[0].id, "s1")]
    assert [one.event.type for one in found if one.event] == ["displacement"]


def test_a_withdrawn_event_is_left_in_peace(known):
    """It is neither given evidence nor proposed again."""
    texts, record = known
    gone = replace(record.events[0], status="withdrawn", reason="it was another port")
    record = replace(record, events=(gone, *record.events[1:]))

    assert [one.event.type for one in draft(texts, record).proposals] == ["displacement"]


def test_what_was_rejected_never_comes_back(known):
    """A decision holds for the sentence, and for all that tells the same event."""
    texts, record = known
    found = draft(texts[:1], replace(record, events=()))
    rejected = Decision(proposal=found.proposals[0].fingerprint, decided="rejected", why="a rumour")
    record = replace(record, events=(), decisions=(rejected,))

    assert [one.event.type for one in draft(texts, record).proposals] == ["breakdown", "displacement"]


def test_a_renamed_redated_retyped_event_is_known_by_its_words(known):
    """Nothing but the quotation is needed to know an event again."""
    texts, record = known
    changed = replace(
        record.events[0], id="fall-of-lusk", date=Edtf.parse("2024-03"), type="mobilisation", title="Lusk"
    )
    record = replace(record, events=(changed, *record.events[1:]))

    assert draft(texts[:1], record).proposals == ()


def test_a_report_that_is_cited_refills_no_event(known):
    """An editor who took evidence out of an event is not offered it again."""
    texts, record = known
    record = applied(record, draft(texts, record))
    without = replace(record.events[0], evidence=record.events[0].evidence[:1])
    record = replace(record, events=(without, *record.events[1:]))

    assert draft(texts, record).proposals == ()


def test_an_event_written_by_hand_is_known():
    """An event that quotes another stretch of the same sentence, under another name, is not drafted again."""
    texts = [text_of(FIRST)]
    by_hand = Event(
        id="lusk",
        status="published",
        date=Edtf.parse("2024-03-11"),
        type="clash",
        title="Lusk is stormed",
        evidence=(Evidence(source="s0", quote="stormed the port of Lusk on Monday"),),
    )
    record = replace(record_of(texts, DAY), events=(by_hand,))

    assert [one.event.type for one in draft(texts, record).proposals] == ["breakdown"]


def test_the_five_reports_are_written_down_and_read_again():
    """From an empty file: the edits can be made, nothing is left to propose, and no byte changes then."""
    texts = seeds()
    loaded = load_bytes(b"title: A crisis\ntimezone: Asia/Karachi\n", "timeline.yml")

    once = rewritten(loaded, draft(texts, loaded.timeline).edits())
    again = load_bytes(once.encode(), "timeline.yml")

    assert draft(texts, again.timeline).edits() == []
    assert len(again.timeline.events) > 20


def test_contested_points_stand_side_by_side():
    """Who is to blame for the end of the talks is a claim with a version for each party, not a winner."""
    texts = seeds()
    found = draft(texts, record_of(texts, "2025-10-29"))

    claims = [claim for one in found.proposals if one.event for claim in one.event.claims]

    (ended,) = [claim for claim in claims if claim.about == "why the talks ended without an agreement"]
    assert {version.by for version in ended.versions} == {"attaullah-tarar", "afghanistan"}
    assert all(version.evidence for claim in claims for version in claim.versions)


def test_every_name_in_a_draft_is_written_down_and_belongs_to_one():
    """Who speaks in any quotation of a contested point is an actor; an office that two hold names neither."""
    words = (
        "Orlund’s President Davit Omran accused Kessara of firing first on Monday. "
        "Kessara’s President Lia Maran said Orlund fired first. "
        "Orlund’s army spokesman Pate Dione said Kessara fired first. Troops clashed on Monday."
    )
    texts = [text_of(words)]
    found = draft(texts, record_of(texts, DAY))
    actors = {one.id for one in found.actors}
    versions = [row for one in found.proposals for claim in one.event.claims for row in claim.versions]

    assert versions
    assert {piece.speaker for row in versions for piece in row.evidence} <= actors
    ways = [way for one in found.actors for way in one.aliases]
    assert len(ways) == len(set(ways))


def test_two_counts_of_one_event_are_a_claim():
    """Two voices that count the same differently stand side by side, each figure as it was given."""
    report = text_of(
        "Rebels attacked the port of Lusk on Monday. "
        "Mayor Pavel Oder said nine guards were killed in the attack on the port of Lusk on Monday. "
        "General Rana Omar said ten guards were killed in the attack on the port on Monday."
    )
    found = draft([report], record_of([report], DAY))

    (claim,) = [claim for one in found.proposals for claim in one.event.claims]

    assert claim.about == "how many were killed"
    assert {(version.by, version.figure) for version in claim.versions} == {
        ("pavel-oder", "nine"),
        ("rana-omar", "ten"),
    }


def test_one_statement_keeps_its_wordings():
    """The post that four reports quote is one event, with each report's wording as evidence."""
    texts = seeds()
    found = draft(texts, record_of(texts, "2025-10-29"))

    threat = next(
        one.event
        for one in found.proposals
        if one.event.type == "threat" and any("obliterate" in piece.quote for piece in one.event.evidence)
    )

    assert {piece.source for piece in threat.evidence} == {"s0", "s1", "s2", "s3", "s4"}
    assert {"a post on X", None} <= {piece.channel for piece in threat.evidence}


def test_background_is_marked():
    """What ended long before the reports is marked as background."""
    texts = seeds()
    found = draft(texts, record_of(texts, "2025-10-29"))

    background = {str(one.event.date) for one in found.proposals if one.event.background}

    assert {"2021", "2001-09-11"} <= background
    assert not any(date.startswith("2025") for date in background)


def test_the_draft_prints_for_people_and_for_machines():
    """The same draft is a readable diff and JSON."""
    texts = [text_of(FIRST)]
    found = draft(texts, record_of(texts, DAY))

    assert "+ 2024-03-11  clash  clash-lusk-2024-03-11" in found.in_words()
    assert json.loads(json.dumps(found.to_json()))["proposals"][0]["target"] == "clash-lusk-2024-03-11"


def problems_of(*texts, record=None):
    return draft(texts, record or record_of(texts[:1], DAY)).problems


def test_a_changed_file_is_named_and_the_rest_done():
    """Evidence cannot drift: a report that changed since it was quoted is left out."""
    texts = [text_of(FIRST, "seeds/a.txt"), text_of(SECOND, "seeds/b.txt")]
    record = record_of(texts, DAY)
    changed = replace(texts[0], text=FIRST + " More.", sha256="0" * 64)

    found = draft([changed, texts[1]], record)

    assert [problem.code for problem in found.problems] == ["source-hash-fits"]
    assert [one.event.type for one in found.proposals] == ["clash", "displacement"]


def test_a_double_of_another_report_is_named():
    """The very same text witnesses nothing more."""
    texts = [text_of(FIRST, "seeds/a.txt"), text_of(FIRST, "seeds/copy.txt")]

    (problem,) = problems_of(*texts)

    assert str(problem) == (
        "seeds/copy.txt: the very text of seeds/a.txt; take one of them away; it was left out, "
        "for it witnesses nothing more (report-is-no-double)"
    )


def test_a_report_in_another_script_is_named():
    """What cannot be read is said, not silently passed over."""
    (problem,) = problems_of(text_of(FIRST), text_of("مذاکرات منگل کو ختم ہو گئے۔", "seeds/ur.txt"))

    assert (problem.file, problem.code) == ("seeds/ur.txt", "report-is-read")


def test_a_report_that_tells_nothing_is_named():
    """A report without any event is worth a look."""
    (problem,) = problems_of(text_of("The sea is calm."))

    assert problem.code == "report-tells-something"


def test_no_reports_at_all():
    """Nothing comes of nothing."""
    found = draft([], Timeline(title="A crisis", timezone="UTC"))

    assert (found.proposals, found.edits(), found.problems) == ((), [], ())
