"""What a run of the drafting offers: proposals with reasons, as edits, as a diff, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.events.evidence import fingerprint
from generator.problems import Problem, show
from generator.timeline.edit import (
    Edit,
    add_actor,
    add_decision,
    add_evidence,
    add_place,
    add_source,
    append_event,
    remove,
)
from generator.timeline.model import Actor, Claim, Decision, Event, Evidence, Place, Source

__all__ = ["Draft", "Proposal", "rejection"]


NOTES = 40  # are shown to people; a thousand reports share copy in thousands of ways


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing that is proposed, with its reasons: a new event, or more evidence for one that is there.

    `event` is the new event, or None; `target` the id of the event that the evidence is offered to.
    """

    target: str
    event: Event | None
    evidence: tuple[Evidence, ...]
    fingerprint: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that a run of the drafting proposes; `notes` say what it noticed, `problems` what it left out."""

    proposals: tuple[Proposal, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def edits(self) -> list[Edit]:
        """Return the edits of `timeline.yml` that would write the proposals down, marked as drafts."""
        edits: list[Edit] = [add_source(one) for one in self.sources]
        edits += [add_actor(one) for one in self.actors]
        edits += [add_place(one) for one in self.places]
        for one in self.proposals:
            if one.event:
                edits.append(append_event(one.event))
            else:
                edits += [add_evidence(one.target, piece) for piece in one.evidence]
        return edits

    def to_json(self) -> dict[str, Any]:
        """Return the draft as plain values, for machines."""
        return {
            "proposals": [_proposal_json(one) for one in self.proposals],
            "sources": [one.id for one in self.sources],
            "actors": [one.id for one in self.actors],
            "places": [one.id for one in self.places],
            "notes": list(self.notes),
            "problems": [str(one) for one in self.problems],
        }

    def in_words(self) -> str:
        """Return the draft as a readable diff: a line with + for all that would be added, and its reasons."""
        lines = [
            f"+ source {one.id}: {show(one.file)}, written {one.writes_about or 'on an unknown day'}"
            for one in self.sources
        ]
        for one in self.proposals:
            lines += _proposal_lines(one)
        lines += [f"  note: {note}" for note in self.notes[:NOTES]]
        if len(self.notes) > NOTES:
            lines.append(f"  and {len(self.notes) - NOTES} more notes; --format json gives all")
        if not (self.proposals or self.sources or self.problems):
            return "nothing new: what the reports tell is in the record, or was turned down"
        fresh = sum(one.event is not None for one in self.proposals)
        offered = sum(len(one.evidence) for one in self.proposals if one.event is None)
        lines.append(f"{_count(fresh, 'new event')}, {_count(offered, 'piece')} of evidence for known events")
        return "\n".join(lines)


def rejection(event: Event, why: str) -> list[Edit]:
    """Return the edits that take a drafted event out of the record, so that nothing brings it back."""
    signs = dict.fromkeys([event.id, *map(fingerprint, event.evidence)])
    decisions = [Decision(proposal=sign, decided="rejected", why=why) for sign in signs]
    return [remove(f"events[{event.id}]"), *map(add_decision, decisions)]


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _proposal_json(one: Proposal) -> dict[str, Any]:
    event = one.event
    return {
        "target": one.target,
        "new": event is not None,
        "date": str(event.date) if event else None,
        "type": event.type if event else None,
        "title": event.title if event else None,
        "background": event.background if event else None,
        "actors": list(event.actors) if event else None,
        "recipients": list(event.recipients) if event else None,
        "place": event.place if event else None,
        "key": event.key if event else None,
        "after": event.after if event else None,
        "claims": [_claim_json(claim) for claim in event.claims] if event else None,
        "evidence": [_evidence_json(piece) for piece in one.evidence],
        "fingerprint": one.fingerprint,
        "reasons": list(one.reasons),
    }


def _claim_json(claim: Claim) -> dict[str, Any]:
    return {
        "about": claim.about,
        "versions": [
            {
                "by": one.by,
                "says": one.says,
                "figure": one.figure,
                "evidence": [_evidence_json(piece) for piece in one.evidence],
            }
            for one in claim.versions
        ],
    }


def _evidence_json(piece: Evidence) -> dict[str, Any]:
    return {
        "source": piece.source,
        "quote": piece.quote,
        "speaker": piece.speaker,
        "attribution": piece.attribution,
        "channel": piece.channel,
        "when": piece.when.text if piece.when else None,
    }


def _proposal_lines(one: Proposal) -> list[str]:
    if one.event:
        lines = [f"+ {one.event.date}  {one.event.type}  {one.target}", f"    {show(one.event.title, 160)}"]
    else:
        lines = [f"~ {one.target}: more evidence"]
    lines += [f"  + {piece.source}: “{show(piece.quote, 160)}”" for piece in one.evidence]
    for claim in one.event.claims if one.event else ():
        lines.append(f"  ? {show(claim.about, 160)}")
        lines += [f"      {version.by}: “{show(version.says, 160)}”" for version in claim.versions]
    lines += [f"    because {show(reason, 160)}" for reason in one.reasons]
    return [*lines, f"    fingerprint {one.fingerprint}"]
