"""The merge: what the reports tell, held against the record, becomes proposals and never more than that.

Editors' words win for ever. What the record already quotes is known by its words, wherever an editor moved
them, however the event was renamed, redated, split or joined; so a second run finds nothing to do. What
was rejected is known by its fingerprint. A report that the record cites has been read by a person: it may
still tell a whole new event, but nobody is asked twice whether it is evidence for an old one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.dates import Edtf
from generator.events.candidate import Candidate, candidates
from generator.events.contested import Contested, contested_points
from generator.events.days import dated
from generator.events.dependence import with_origins
from generator.events.discover import Names, discover
from generator.events.evidence import evidence_of, evidence_of_words, fingerprint
from generator.events.intake import prepared, quotable, taken_in, tells_nothing
from generator.events.known import Known
from generator.events.match import Group, grouped
from generator.events.offer import Draft, Proposal
from generator.events.quotes import Spoken
from generator.events.sequence import followed
from generator.events.statements import Statement, said_in, statements
from generator.events.voices import voices_in
from generator.events.wording import identifier, title
from generator.sources import SourceText
from generator.timeline.limits import EVIDENCE
from generator.timeline.model import Actor, Claim, Event, Evidence, Place, Timeline
from generator.timeline.origins import Origin, independent_origins

__all__ = ["draft"]


Watch = Callable[[Sequence[Spoken]], Iterable[Spoken]]
"""Gives the reports one by one while they are read, and may show how far that is."""


def draft(texts: Sequence[SourceText], timeline: Timeline, *, watch: Watch = iter) -> Draft:
    """Read the reports and return what they give besides what the record holds.

    Nothing is written; `Draft.edits` says what would be. The long work is reading the reports, which `watch`
    can follow for a progress bar.
    """
    texts, unquotable = quotable(texts)
    sources, fresh, problems = taken_in(texts, timeline)
    problems += unquotable
    usable = [text for text in texts if text.path in sources]
    sources, questions = dated(usable, sources, fresh)
    sources, notes = with_origins(usable, sources, frozenset(fresh))
    names = discover(usable, timeline)
    reports = [prepared(text, sources[text.path], names) for text in usable]
    known = Known(timeline, reports)
    spoken = list(map(Spoken, reports))
    found = [one for report in watch(spoken) for one in candidates(report)]
    told = {one.report.text.path for one in found}
    asked = {problem.file for problem in questions}
    problems += [tells_nothing(one) for one in usable if one.path not in told and one.path not in asked]
    groups = grouped(found)
    contested = contested_points(groups, list(map(voices_in, spoken)))
    proposals = list(_proposals(groups, known, timeline, statements(spoken), contested))
    used = _used(proposals)
    used_ids = {piece.source for piece in used}
    return Draft(
        proposals=tuple(proposals),
        sources=tuple(
            one for one in sources.values() if one.file in fresh and (one.id in used_ids or one.file in asked)
        ),
        actors=_new_actors(proposals, used, names, timeline),
        places=_new_places(proposals, names, timeline),
        notes=tuple(notes),
        problems=(*problems, *questions),
    )


def _proposals(
    groups: Sequence[Group],
    known: Known,
    timeline: Timeline,
    said: Sequence[Statement],
    contested: Contested,
) -> Iterable[Proposal]:
    taken = {event.id for event in timeline.events}
    told: dict[int, Event] = {}
    fresh: list[int] = []
    for number, group in enumerate(groups):
        owner = known.owner(group)
        if known.is_rejected(group):
            continue
        if owner is not None:
            told[number] = owner
            offered = known.offered(owner, group)
            if offered:
                reasons = (f"it tells the same as {owner.id}", *offered[0].reasons)
                pieces = tuple(map(evidence_of, offered))
                yield Proposal(
                    target=owner.id,
                    event=None,
                    evidence=pieces,
                    fingerprint=fingerprint(pieces[0]),
                    reasons=reasons,
                )
            continue
        event = _event(group, taken, said, contested.of(number))
        if known.is_decided(event.id):
            continue
        taken.add(event.id)
        told[number] = event
        fresh.append(number)
    after = followed(groups, told)
    for number in fresh:
        event = replace(told[number], after=after.get(number))
        yield Proposal(
            target=event.id,
            event=event,
            evidence=event.evidence,
            fingerprint=fingerprint(event.evidence[0]),
            reasons=_reasons(groups[number], event),
        )


def _reasons(group: Group, event: Event) -> tuple[str, ...]:
    told = len({one.report.source.id for one in group.members})
    more = [f"{told} reports tell it"] if told > 1 else []
    if event.key:
        more.append(f"it is marked as a key event: {KEY} independent origins tell it, or more")
    if event.after:
        more.append(f"by its words it followed {event.after}")
    return (*group.lead.reasons, *more)


KEY = 3  # independent origins


def _event(group: Group, taken: set[str], said: Sequence[Statement], claims: tuple[Claim, ...]) -> Event:
    lead = group.lead
    date = group.date
    return Event(
        id=identifier(lead, date.text, taken),
        status="draft",
        date=date,
        time=_part_of_day(lead, date),
        type=lead.type,
        key=not lead.background and len(_origins(group)) >= KEY,
        background=lead.background,
        title=title(lead),
        actors=lead.actors,
        recipients=lead.recipients,
        place=lead.place,
        evidence=(
            *map(evidence_of, _one_a_report(group.members)),
            *(evidence_of_words(*row) for row in said_in(group, said)),
        )[:EVIDENCE],
        claims=claims,
    )


def _origins(group: Group) -> Sequence[Origin]:
    return independent_origins({one.report.source.id: one.report.source for one in group.members}.values())


def _one_a_report(members: Sequence[Candidate]) -> list[Candidate]:
    found: dict[tuple[str, int], Candidate] = {}
    for one in members:
        found.setdefault((one.report.source.id, one.start), one)
    return list(found.values())


def _part_of_day(lead: Candidate, date: Edtf) -> str | None:
    if lead.expression is None or lead.expression.edtf != date or date.kind != "day":
        return None
    value = lead.expression.value
    part = value.partition("T")[2]
    return f"T{part}" if part in {"MO", "AF", "EV", "NI", "MI", "DT"} else None


def _used(proposals: Iterable[Proposal]) -> list[Evidence]:
    return [piece for one in proposals for piece in one.evidence]


def _new_actors(
    proposals: Iterable[Proposal], used: Iterable[Evidence], names: Names, timeline: Timeline
) -> tuple[Actor, ...]:
    wanted = {who for one in proposals if one.event for who in (*one.event.actors, *one.event.recipients)}
    wanted |= {piece.speaker for piece in used if piece.speaker}
    claims = [claim for one in proposals if one.event for claim in one.event.claims]
    versions = [version for claim in claims for version in claim.versions]
    wanted |= {version.by for version in versions}
    wanted |= {piece.speaker for version in versions for piece in version.evidence if piece.speaker}
    wanted |= {names.actors[who].of or who for who in wanted}
    fresh = [
        names.actors[who] for who in sorted(wanted) if who in names.actors and who not in timeline.actors
    ]
    # "The president" of two reports is two people's, and so nobody's.
    held = Counter(way for one in (*timeline.actors.values(), *fresh) for way in {one.name, *one.aliases})
    return tuple(
        replace(
            one,
            of=one.of if one.of in names.actors else None,
            aliases=tuple(way for way in one.aliases if held[way] == 1),
        )
        for one in fresh
    )


def _new_places(proposals: Iterable[Proposal], names: Names, timeline: Timeline) -> tuple[Place, ...]:
    wanted = {one.event.place for one in proposals if one.event and one.event.place}
    return tuple(names.places[where] for where in sorted(wanted) if where not in timeline.places)
