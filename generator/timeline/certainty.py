"""How sure an event is, computed from its evidence and told with its reasons, never a bare grade.

A grade says what the record rests on, not what is true. The words for grades and reasons are the site's; this
module only counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.dates import Edtf
from generator.timeline.bearing import telling, with_bearing
from generator.timeline.model import Actor, Claim, Event, Evidence, Timeline
from generator.timeline.origins import Origin, independent_origins

__all__ = [
    "DATE_GRADES",
    "GRADES",
    "SPEECH",
    "Certainty",
    "DateGrade",
    "Grade",
    "Reason",
    "all_evidence",
    "assess",
    "contested",
    "date_grade",
    "party_of",
]

Grade = Literal["withdrawn", "contested", "several-origins", "one-origin", "one-party", "no-source"]
DateGrade = Literal["day", "span", "about", "within", "open"]

GRADES: tuple[Grade, ...] = Grade.__args__  # type: ignore[attr-defined]
DATE_GRADES: tuple[DateGrade, ...] = DateGrade.__args__  # type: ignore[attr-defined]

# To say it is to do it: a threat is no less certain for being known from the words of the one who made it.
SPEECH = frozenset({"threat", "accusation", "statement"})


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a grade: a code that the site has words for, and the values that go into them."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Certainty:
    """The grade of an event, why it has it, and the independent origins that tell of it.

    `sources` are all that are quoted; those whose words only bound the day of the event stand behind none of
    its `origins`.
    """

    grade: Grade
    date: DateGrade
    reasons: tuple[Reason, ...]
    sources: tuple[str, ...]
    origins: tuple[Origin, ...]


def date_grade(date: Edtf) -> DateGrade:
    """Return what kind of certainty a date has; it decides how the date is drawn.

    >>> dates = ("2025-10-19", "2025-10-19~", "2025-10", "[..2025-12]", "2021/..")
    >>> [date_grade(Edtf.parse(text)) for text in dates]
    ['day', 'about', 'within', 'open', 'open']
    """
    if date.earliest is None or date.latest is None or date.kind in ("before", "after", "until", "since"):
        return "open"
    if date.approximate or date.uncertain:
        return "about"
    return date.kind if date.kind in ("day", "span") else "within"


def all_evidence(event: Event) -> Iterator[Evidence]:
    """Give the evidence of an event and then that of its claims, in the order of the file."""
    yield from event.evidence
    for claim in event.claims:
        for version in claim.versions:
            yield from version.evidence


def contested(claim: Claim) -> bool:
    """Tell whether more than one party speaks about the point."""
    return len({version.by for version in claim.versions}) > 1


def party_of(actor: str | None, actors: Mapping[str, Actor]) -> str | None:
    """Return the id of the party that an actor speaks for; the actor's own where it speaks for none."""
    seen = set[str]()
    while actor is not None and actor in actors and actor not in seen:
        seen.add(actor)
        actor = actors[actor].of or actor
    return actor


def assess(event: Event, timeline: Timeline) -> Certainty:
    """Return how sure an event is, with its reasons."""
    names = tuple(dict.fromkeys(one.source for one in all_evidence(event) if one.source in timeline.sources))
    witnesses = _witnesses(event, timeline)
    origins = tuple(independent_origins(timeline.sources[name] for name in witnesses))
    grade = _grade(event, timeline, origins)
    reasons = tuple(_reasons(event, timeline, witnesses, origins))
    return Certainty(grade, date_grade(event.date), reasons, names, origins)


def _witnesses(event: Event, timeline: Timeline) -> tuple[str, ...]:
    """Return the sources that tell of the event, in the order of the file."""
    told = [
        *telling(event),
        *(one for claim in event.claims for said in claim.versions for one in said.evidence),
    ]
    return tuple(dict.fromkeys(one.source for one in told if one.source in timeline.sources))


def _grade(event: Event, timeline: Timeline, origins: tuple[Origin, ...]) -> Grade:
    if event.status == "withdrawn":
        return "withdrawn"
    if event.status == "disputed" or any(map(contested, event.claims)):
        return "contested"
    if not origins:
        return "no-source"
    if event.type not in SPEECH and _only_party(event, timeline):
        return "one-party"
    return "several-origins" if len(origins) > 1 else "one-origin"


def _only_party(event: Event, timeline: Timeline) -> str | None:
    """Return the party whose words alone carry the event, or None where a reporter tells it or several do."""
    parties = {
        party_of(one.speaker, timeline.actors) if one.attribution != "narrator" else None
        for one in telling(event)
    }
    return parties.pop() if len(parties) == 1 else None


def _reasons(
    event: Event, timeline: Timeline, names: tuple[str, ...], origins: tuple[Origin, ...]
) -> Iterator[Reason]:
    yield Reason("sources", {"sources": len(names), "origins": len(origins)})
    for origin in origins:
        if len(origin.sources) > 1 and origin.shared:
            yield Reason("shared", {"names": ", ".join(origin.shared), "count": len(origin.sources)})
    party = _only_party(event, timeline)
    if party and event.type not in SPEECH:
        yield Reason(
            "one-party", {"party": timeline.actors[party].name if party in timeline.actors else party}
        )
    elif any(one.attribution == "narrator" for one in telling(event)):
        yield Reason("narrator")
    for claim in filter(contested, event.claims):
        yield Reason("contested", {"about": claim.about})
    yield from _date_reasons(event, timeline)
    if event.place and event.place in timeline.places:
        yield Reason(f"place-{timeline.places[event.place].precision}")
    else:
        yield Reason("place-none")


def _date_reasons(event: Event, timeline: Timeline) -> Iterator[Reason]:
    grade = date_grade(event.date)
    is_set = grade in ("day", "span") and not with_bearing(event, "gives")
    yield Reason("date-set" if is_set else f"date-{grade}")
    for bearing in ("allows", "bounds"):
        if count := len(with_bearing(event, bearing)):
            yield Reason(f"day-{bearing}", {"count": count})
    dated = [one for one in event.evidence if one.when and one.when.anchor == "published"]
    inferred = {one.source for one in dated if _is_inferred(timeline, one.source)}
    if inferred:
        yield Reason("day-of-writing-inferred", {"count": len(inferred)})


def _is_inferred(timeline: Timeline, source: str) -> bool:
    return source in timeline.sources and timeline.sources[source].published_basis == "inferred"
