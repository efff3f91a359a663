"""The merge: what the reports tell, held against the record, becomes proposals and never more than that.

Editors' words win for ever. What the record already quotes is known by its words, wherever an editor moved
them, however the event was renamed, redated, split or joined; so a second run finds nothing to do. What
was rejected is known by its fingerprint. A report that the record cites has been read by a person: it may
still tell a whole new event, but nobody is asked twice whether it is evidence for an old one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.dates import Edtf, read
from generator.events.candidate import Candidate, candidates
from generator.events.contested import claims_about
from generator.events.copies import COPY, copied_words, find_quoted, shared_runs
from generator.events.days import dated
from generator.events.discover import Names, discover
from generator.events.evidence import evidence_of, evidence_of_words
from generator.events.known import Known
from generator.events.match import Group, grouped
from generator.events.names import slug
from generator.events.report import Report
from generator.events.statements import Statement, said_in, statements
from generator.events.wording import identifier, title
from generator.problems import Problem, show
from generator.sources import SourceText
from generator.timeline.edit import Edit, add_actor, add_evidence, add_place, add_source, append_event
from generator.timeline.limits import EVIDENCE
from generator.timeline.model import Actor, Event, Evidence, Place, Source, Timeline

__all__ = ["Draft", "Proposal", "draft"]


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
        lines += [f"  note: {note}" for note in self.notes]
        fresh = sum(one.event is not None for one in self.proposals)
        offered = sum(len(one.evidence) for one in self.proposals if one.event is None)
        lines.append(f"{_count(fresh, 'new event')}, {_count(offered, 'piece')} of evidence for known events")
        return "\n".join(lines)


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
        "evidence": [_evidence_json(piece) for piece in one.evidence],
        "fingerprint": one.fingerprint,
        "reasons": list(one.reasons),
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
    lines += [f"    because {show(reason, 160)}" for reason in one.reasons]
    return [*lines, f"    fingerprint {one.fingerprint}"]


def draft(texts: Sequence[SourceText], timeline: Timeline) -> Draft:
    """Read the reports and return what they give besides what the record holds.

    Nothing is written; `Draft.edits` says what would be.
    """
    sources, fresh, problems = _sources(texts, timeline)
    usable = [text for text in texts if text.path in sources]
    sources, questions = dated(usable, sources, fresh)
    names = discover(usable, timeline)
    reports = [prepared(text, sources[text.path], names) for text in usable]
    known = Known(timeline, reports)
    found = [one for report in reports for one in candidates(report)]
    proposals = list(_proposals(found, known, timeline, statements(reports)))
    used = _used(proposals)
    used_ids = {piece.source for piece in used}
    return Draft(
        proposals=tuple(proposals),
        sources=tuple(one for one in sources.values() if one.file in fresh and one.id in used_ids),
        actors=_new_actors(proposals, used, names, timeline),
        places=_new_places(proposals, names, timeline),
        notes=tuple(_notes(usable, sources)),
        problems=(*problems, *questions),
    )


def _sources(
    texts: Sequence[SourceText], timeline: Timeline
) -> tuple[dict[str, Source], set[str], list[Problem]]:
    by_file = {one.file: one for one in timeline.sources.values()}
    taken = set(timeline.sources)
    sources: dict[str, Source] = {}
    fresh: set[str] = set()
    problems: list[Problem] = []
    for text in texts:
        known = by_file.get(text.path)
        if known and known.sha256 != text.sha256:
            problems.append(_changed(text))
        elif known:
            sources[text.path] = known
        else:
            made = _new_source(text, taken)
            taken.add(made.id)
            fresh.add(text.path)
            sources[text.path] = made
    return sources, fresh, problems


def _changed(text: SourceText) -> Problem:
    return Problem(
        code="source-hash-fits",
        file=show(text.path, 200),
        wrong="the file changed since its quotations were taken",
        mend="put the old file back, or correct its sha256 and its quotations; it was left out",
    )


def _new_source(text: SourceText, taken: set[str]) -> Source:
    stem = slug(text.path.rsplit("/", 1)[-1].removesuffix(".txt"))[:60] or "report"
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return Source(id=name, file=text.path, sha256=text.sha256)


def prepared(text: SourceText, source: Source, names: Names) -> Report:
    """Return a report made ready for reading: its dates read from the day that its source has."""
    day = _day(source.writes_about or source.published)
    return Report(source=source, text=text, names=names, expressions=read(text.text, dct=day, genre="news"))


def _day(edtf: Edtf | None) -> str | None:
    return edtf.text if edtf is not None and edtf.kind == "day" else None


def _proposals(
    found: Sequence[Candidate], known: Known, timeline: Timeline, said: Sequence[Statement]
) -> Iterable[Proposal]:
    taken = {event.id for event in timeline.events}
    for group in grouped(found):
        owner = known.owner(group)
        if known.is_rejected(group):
            continue
        if owner is not None:
            offered = known.offered(owner, group)
            if offered:
                reasons = (f"it tells the same as {owner.id}", *offered[0].reasons)
                pieces = tuple(map(evidence_of, offered))
                yield Proposal(
                    target=owner.id,
                    event=None,
                    evidence=pieces,
                    fingerprint=offered[0].fingerprint,
                    reasons=reasons,
                )
            continue
        event = _event(group, taken, found, said)
        taken.add(event.id)
        yield Proposal(
            target=event.id,
            event=event,
            evidence=event.evidence,
            fingerprint=group.lead.fingerprint,
            reasons=_reasons(group),
        )


def _reasons(group: Group) -> tuple[str, ...]:
    told = len({one.report.source.id for one in group.members})
    more = (f"{told} reports tell it",) if told > 1 else ()
    return (*group.lead.reasons, *more)


def _event(group: Group, taken: set[str], found: Sequence[Candidate], said: Sequence[Statement]) -> Event:
    lead = group.lead
    date = group.date
    return Event(
        id=identifier(lead, date.text, taken),
        status="draft",
        date=date,
        time=_part_of_day(lead),
        type=lead.type,
        background=lead.background,
        title=title(lead),
        actors=lead.actors,
        recipients=lead.recipients,
        place=lead.place,
        evidence=(
            *map(evidence_of, _one_a_report(group.members)),
            *(evidence_of_words(*row) for row in said_in(group, said)),
        )[:EVIDENCE],
        claims=claims_about(group, found),
    )


def _one_a_report(members: Sequence[Candidate]) -> list[Candidate]:
    found: dict[tuple[str, int], Candidate] = {}
    for one in members:
        found.setdefault((one.report.source.id, one.start), one)
    return list(found.values())


def _part_of_day(lead: Candidate) -> str | None:
    value = lead.expression.value if lead.expression else ""
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
    wanted |= {version.by for claim in claims for version in claim.versions}
    wanted |= {names.actors[who].of or who for who in wanted}
    fresh = (
        names.actors[who] for who in sorted(wanted) if who in names.actors and who not in timeline.actors
    )
    return tuple(one if one.of in names.actors else replace(one, of=None) for one in fresh)


def _new_places(proposals: Iterable[Proposal], names: Names, timeline: Timeline) -> tuple[Place, ...]:
    wanted = {one.event.place for one in proposals if one.event and one.event.place}
    return tuple(names.places[where] for where in sorted(wanted) if where not in timeline.places)


def _notes(texts: Sequence[SourceText], sources: dict[str, Source]) -> Iterable[str]:
    copied: Counter[tuple[int, int]] = Counter()
    quoted: Counter[tuple[int, int]] = Counter()
    for run in shared_runs(texts):
        text = texts[run.first].text
        own = copied_words(run, text, find_quoted(text))
        (copied if own >= COPY else quoted)[run.first, run.second] += own if own >= COPY else run.words
    for shared, what in ((copied, "copy: they are one witness"), (quoted, "a quotation")):
        for (first, second), words in sorted(shared.items()):
            one, other = sources[texts[first].path], sources[texts[second].path]
            yield f"{one.id} and {other.id} share {words} words of {what}"
