"""What the record already holds, found again by its words.

An event is known by the places in the reports that it quotes, not by its id, its date or its title, for
these are what editors change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.events.candidate import Candidate
from generator.events.evidence import evidence_of, fingerprint
from generator.events.match import ENOUGH, Group
from generator.events.report import Report
from generator.events.stems import content
from generator.timeline.model import Event, Evidence, Timeline

__all__ = ["Known"]


@dataclass(frozen=True, slots=True)
class _Held:
    """A quotation that an event holds: its offsets in its report."""

    event: Event
    evidence: Evidence
    start: int
    end: int


class Known:
    """The events of the record and the decisions about proposals, ready to be asked about candidates."""

    def __init__(self, timeline: Timeline, reports: Sequence[Report]) -> None:
        self._decided = {one.proposal for one in timeline.decisions}
        self._held: defaultdict[str, list[_Held]] = defaultdict(list)
        self._events = timeline.events
        self._cited: set[str] = set()
        texts = {report.source.id: report.text for report in reports}
        for event in timeline.events:
            for piece in _all_evidence(event):
                self._cited.add(piece.source)
                text = texts.get(piece.source)
                place = text.find(piece.quote) if text else None
                if place:
                    self._held[piece.source].append(_Held(event, piece, *place))

    def is_rejected(self, group: Group) -> bool:
        """Tell whether a person decided about any of what tells this event."""
        if not self._decided:
            return False
        return any(fingerprint(evidence_of(one)) in self._decided for one in group.members)

    def is_decided(self, name: str) -> bool:
        """Tell whether a person decided about a proposal by the id that it had."""
        return name in self._decided

    def owner(self, group: Group) -> Event | None:
        """Return the event of the record that the group tells, or None where it tells a new one."""
        owners = [held.event for one in group.members if (held := self._holding(one))]
        if owners:
            return owners[0]
        return next((event for event in self._events if _tells_the_same(event, group)), None)

    def offered(self, owner: Event, group: Group) -> list[Candidate]:
        """Return the members that are new evidence for an event: those of reports that nobody has read yet.

        A withdrawn event is left in peace.
        """
        if owner.status == "withdrawn":
            return []
        return [
            one
            for one in group.members
            if one.report.source.id not in self._cited and self._holding(one) is None
        ]

    def _holding(self, one: Candidate) -> _Held | None:
        rows = self._held.get(one.report.source.id, ())
        rated = [(_share(one, held), -place) for place, held in enumerate(rows)]
        best = max(rated, default=(0.0, 0))
        return rows[-best[1]] if best[0] > 0 else None


def _all_evidence(event: Event) -> Iterator[Evidence]:
    yield from event.evidence
    for claim in event.claims:
        for version in claim.versions:
            yield from version.evidence


def _share(one: Candidate, held: _Held) -> float:
    """Say how much a quotation of the record is the one that a candidate takes; 0 where it is another."""
    both = min(one.end, held.end) - max(one.start, held.start)
    if both <= 0:
        return 0.0
    alike = both / (max(one.end, held.end) - min(one.start, held.start))
    tells = held.start <= one.trigger.start < held.end
    same_date = (
        held.evidence.when is not None
        and one.expression is not None
        and (held.evidence.when.text == one.expression.text)
    )
    if alike >= 0.6 or same_date:
        return 1 + alike
    same = one.type == held.event.type or one.date.overlaps(held.event.date)
    return alike if tells and same else 0.0


def _tells_the_same(event: Event, group: Group) -> bool:
    """Tell whether an event that quotes none of these reports is the one that they tell."""
    lead = group.lead
    if event.type != lead.type or not event.date.overlaps(group.date) or not lead.dated:
        return False
    parties = bool({*event.actors, *event.recipients} & {*lead.actors, *lead.recipients})
    place = bool(event.place) and event.place == lead.place
    words = max((_alike(piece.quote, lead.quote) for piece in event.evidence), default=0.0)
    same_day = event.date == group.date
    return 1.0 + same_day + parties + 0.7 * place + 4 * words >= ENOUGH


def _alike(one: str, other: str) -> float:
    first, second = content(one), content(other)
    return len(first & second) / max(1, min(len(first), len(second)))
