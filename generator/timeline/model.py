"""The curated record as typed values: what `timeline.yml` says, in the words of its schema.

These classes are the shape of the file. The schema is generated from them, the loader fills them, the exports and the
site read them. Each field stands in the canonical order of the file. Nothing here reads YAML or knows a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.dates import Edtf

__all__ = [
    "ATTRIBUTIONS",
    "EVENT_TYPES",
    "Actor",
    "Attribution",
    "Change",
    "Claim",
    "Decision",
    "Event",
    "EventType",
    "Evidence",
    "Place",
    "Source",
    "Status",
    "Timeline",
    "Version",
    "When",
]

EventType = Literal[
    "clash", "strike", "ceasefire", "talks", "breakdown", "threat", "accusation", "mobilisation", "displacement", "statement"
]
Status = Literal["draft", "published", "disputed", "withdrawn"]
Attribution = Literal["direct", "indirect", "mixed", "narrator"]
Basis = Literal["stated", "inferred"]
ActorKind = Literal["person", "state", "government", "armed-group", "organisation", "other"]
PlacePrecision = Literal["site", "town", "district", "region", "country", "line"]
ChangeKind = Literal["correction", "clarification", "update", "retraction"]
Decided = Literal["rejected", "accepted", "merged", "split"]
WhenAnchor = Literal["published", "named", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report: the file that holds its words, where it was published, and when, as far as that is known.

    `writes_about` is the day from which its bare weekdays count; `published` the day it appeared, often a set of
    days, with `published_basis` and `working` saying how that is known. `origin` names the wire copy or the other
    outlets behind it: independence is counted by origin, never by link.
    """

    id: str
    file: str
    sha256: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    archived: str | None = None
    retrieved: Edtf | None = None
    writes_about: Edtf | None = None
    published: Edtf | None = None
    published_basis: Basis | None = None
    working: str | None = None
    zone: str | None = None
    origin: tuple[str, ...] = ()
    language: str = "en"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or a party, with the spellings that sources use; `of` is the id of the party a person speaks for."""

    id: str
    name: str
    kind: ActorKind
    of: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place and how exactly it is known. `country` is ISO 3166-1 alpha-2, `zone` an IANA name, degrees are WGS 84."""

    id: str
    name: str
    country: str | None = None
    precision: PlacePrecision = "town"
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The working of one date: the words of the quotation or its sentence, and what they were read as.

    `value` is TIMEX3, `edtf` what an event dated by these words has, `anchor` what they were counted from
    (`published`: the source's `writes_about` day; `named`: a date named before; `none`: the words say it all),
    `rule` the printed derivation, `readings` the other defensible EDTF readings, each with its reason.
    """

    text: str
    value: str
    edtf: Edtf | None
    anchor: WhenAnchor
    rule: str
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Another defensible reading of the same words, and why one might take it."""

    edtf: Edtf
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A verbatim quotation from a source, who speaks in it, and how its words date the event."""

    source: str
    quote: str
    language: str = "en"
    speaker: str | None = None
    attribution: Attribution = "narrator"
    channel: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one party says about a contested point; `figure` is a number, a range or a word as the source gives it."""

    by: str
    says: str
    figure: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A contested point, and what the parties say about it, side by side."""

    about: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction that readers should see, in an editor's words."""

    date: Edtf
    kind: ChangeKind
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or was said, with its date, its evidence and what the parties claim about it.

    `date` is one EDTF string and carries the whole precision. `time` is a TIMEX3 part of day (`TMO`) or a clock
    time with its zone; `after` the id of an event of the same day that this one followed.
    """

    id: str
    status: Status
    reason: str | None = None
    date: Edtf
    time: str | None = None
    after: str | None = None
    type: EventType
    key: bool = False
    background: bool = False
    title: str
    summary: str = ""
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What people decided about a proposal, by its fingerprint, so that it never comes back unasked."""

    proposal: str
    decided: Decided
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole curated record. Mappings keep the order of the file; events stand in the order of the file too."""

    title: str
    summary: str = ""
    timezone: str
    language: str = "en"
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()


EVENT_TYPES: tuple[EventType, ...] = EventType.__args__  # type: ignore[attr-defined]
ATTRIBUTIONS: tuple[Attribution, ...] = Attribution.__args__  # type: ignore[attr-defined]
