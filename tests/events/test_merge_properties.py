"""Laws of the merge, held over generated edits: whatever people do to the record, the draft lets it stand.

1. After any edits, a run on the same reports proposes nothing: nothing is revived, repeated or refilled.
2. A new report may bring new events and new evidence, and each new event rests on it; what stood before is
   unchanged but for evidence added at the end, and an event that was withdrawn gets none.
3. The edits of a draft, made in a file, read back as the record with the proposals in it.
"""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dates import Edtf
from generator.events import draft, rejection
from generator.events.evidence import fingerprint
from generator.timeline import Decision
from generator.timeline.edit import rewritten
from generator.timeline.load import load_bytes
from tests.events.test_draft import applied
from tests.reading_lists.lists import reading_lists

KINDS = (
    "rename",
    "redate",
    "retype",
    "retitle",
    "split",
    "join",
    "reject",
    "reject by id",
    "withdraw",
    "confirm",
)
EDITS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 99), st.integers(0, 99)), max_size=12)
CRISES = st.sampled_from(["border-war", "hostages", "flood"])
FEW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@cache
def project(name):
    """Return a crisis: its reports, and a record drafted from all but the last."""
    (crisis,) = [one for one in reading_lists() if one.name == name]
    texts = list(crisis.texts.values())
    sources = dict(list(crisis.record.sources.items())[:-1])
    record = replace(crisis.record, sources=sources)
    found = draft(texts[:-1], record)
    return texts, applied(record, found)


def edited(record, edits):
    """Return the record after an editor's work on it."""
    for number, (kind, first, second) in enumerate(edits):
        events = list(record.events)
        if not events:
            return record
        place, other = first % len(events), second % len(events)
        event = events[place]
        if kind == "rename":
            events[place] = replace(event, id=f"renamed-{number}")
        elif kind == "redate":
            events[place] = replace(event, date=Edtf.parse(f"19{second % 90 + 10}"))
        elif kind == "retype":
            events[place] = replace(event, type="mobilisation" if event.type != "mobilisation" else "talks")
        elif kind == "retitle":
            events[place] = replace(event, title="An editor's words", summary="More of them.", actors=())
        elif kind == "split" and len(event.evidence) > 1:
            rest = replace(event, id=f"split-{number}", evidence=event.evidence[1:], claims=())
            events[place : place + 1] = [replace(event, evidence=event.evidence[:1]), rest]
        elif kind == "join" and place != other:
            joined = replace(event, evidence=(*event.evidence, *events[other].evidence))
            events[place] = joined
            del events[other]
        elif kind == "reject":
            signs = [event.id, *map(fingerprint, event.evidence)]
            fresh = tuple(Decision(proposal=sign, decided="rejected", why="not so") for sign in signs)
            del events[place]
            record = replace(record, decisions=(*record.decisions, *fresh))
        elif kind == "withdraw":
            events[place] = replace(event, status="withdrawn", reason="it was not so")
        elif kind == "confirm":
            events[place] = replace(event, status="published")
        record = replace(record, events=tuple(events))
    return record


@FEW
@given(name=CRISES, edits=EDITS)
def test_nothing_comes_back_after_any_edits(name, edits):
    """Law 1: on unchanged reports there is nothing to propose, whatever was edited."""
    texts, record = project(name)
    record = edited(record, edits)

    assert draft(texts[:-1], record).edits() == []


@FEW
@given(name=CRISES, edits=EDITS)
def test_a_new_report_leaves_what_stood_as_it_was(name, edits):
    """Law 2: only the new report speaks, and it only adds."""
    texts, record = project(name)
    record = edited(record, edits)

    found = draft(texts, record)
    (fresh,) = found.sources or [None]
    after = {event.id: event for event in applied(record, found).events}

    for one in found.proposals:
        assert {piece.source for piece in one.evidence} & {fresh.id}, "an old report speaks up again"
    for event in record.events:
        assert replace(after[event.id], evidence=event.evidence) == event
        assert after[event.id].evidence[: len(event.evidence)] == event.evidence
        assert event.status != "withdrawn" or after[event.id] == event


@pytest.mark.parametrize("name", [one.name for one in reading_lists()])
def test_edits_in_a_file_read_back_as_the_record(name):
    """Law 3: what is written is what was proposed, and a second run writes nothing."""
    texts = project(name)[0]
    loaded = load_bytes(b"title: A crisis\ntimezone: UTC\n", "timeline.yml")
    found = draft(texts, loaded.timeline)

    written = load_bytes(rewritten(loaded, found.edits()).encode(), "timeline.yml")

    assert set(written.timeline.events) == {one.event for one in found.proposals}
    assert draft(texts, written.timeline).edits() == []


def test_rejection_takes_the_draft_out_for_good():
    """The edits of a rejection remove the event and keep it from coming back."""
    texts = project("flood")[0]
    loaded = load_bytes(b"title: A crisis\ntimezone: UTC\n", "timeline.yml")
    written = load_bytes(rewritten(loaded, draft(texts, loaded.timeline).edits()).encode(), "timeline.yml")
    gone = written.timeline.events[0]

    after = load_bytes(rewritten(written, rejection(gone, "a rumour")).encode(), "timeline.yml")

    assert gone.id not in {event.id for event in after.timeline.events}
    assert draft(texts, after.timeline).edits() == []
