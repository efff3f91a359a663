"""The curated record as typed values: what `timeline.yml` says, in the words of its schema.

These classes are the shape of the file. The schema is generated from them, the loader fills them, the
exports and the site read them. Each field stands in the canonical order of the file. Nothing here reads
YAML or knows a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.dates import Edtf
from generator.timeline.kinds import (
    Address,
    Clock,
    Code,
    Country,
    Hash,
    Identifier,
    Language,
    Latitude,
    Line,
    Longitude,
    Path,
    Prose,
    Zone,
)

__all__ = [
    "ATTRIBUTIONS",
    "EVENT_TYPES",
    "Actor",
    "Attribution",
    "Change",
    "ChangeKind",
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
    "clash",
    "strike",
    "ceasefire",
    "talks",
    "breakdown",
    "threat",
    "accusation",
    "mobilisation",
    "displacement",
    "statement",
    "other",
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

    `writes_about` is the day from which its bare weekdays count; `published` the day it appeared, often a
    set of days, with `published_basis` and `working` saying how that is known. `origin` names the wire copy
    or the other outlets behind it: independence is counted by origin, never by link.
    """

    id: Identifier
    file: Path
    sha256: Hash
    outlet: Line | None = None
    title: Prose | None = None
    url: Address | None = None
    archived: Address | None = None
    retrieved: Edtf | None = None
    writes_about: Edtf | None = None
    published: Edtf | None = None
    published_basis: Basis | None = None
    working: Prose | None = None
    zone: Zone | None = None
    origin: tuple[Line, ...] = ()
    language: Language = "en"
    note: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or a party, with the spellings that sources use; `of` is the id of a person's party."""

    id: Identifier
    name: Line
    kind: ActorKind
    of: Identifier | None = None
    aliases: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place and how exactly it is known.

    `country` is ISO 3166-1 alpha-2, `zone` an IANA name, degrees are WGS 84.
    """

    id: Identifier
    name: Line
    country: Country | None = None
    precision: PlacePrecision = "town"
    aliases: tuple[Line, ...] = ()
    lat: Latitude | None = None
    lon: Longitude | None = None
    zone: Zone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The working of one date: the words of the quotation or its sentence, and what they were read as.

    `value` is TIMEX3, `edtf` what an event dated by these words has, `anchor` what they were counted from
    (`published`: the source's `writes_about` day; `named`: a date named before; `none`: the words say it
    all), `rule` the printed derivation, `readings` the other defensible EDTF readings, each with its reason.
    """

    text: Prose
    value: Code
    edtf: Edtf | None
    anchor: WhenAnchor
    rule: Code
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Another defensible reading of the same words, and why one might take it."""

    edtf: Edtf
    why: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A verbatim quotation from a source, who speaks in it, and how its words date the event."""

    source: Identifier
    quote: Prose
    language: Language = "en"
    speaker: Identifier | None = None
    attribution: Attribution = "narrator"
    channel: Line | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one party says about a contested point.

    `figure` is a number, a range or a word, as the source gives it.
    """

    by: Identifier
    says: Prose
    figure: Line | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A contested point, and what the parties say about it, side by side."""

    about: Prose
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction that readers should see, in an editor's words."""

    date: Edtf
    kind: ChangeKind
    note: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or was said, with its date, its evidence and what the parties claim about it.

    `date` is one EDTF string and carries the whole precision. `time` is a TIMEX3 part of day (`TMO`) or a
    clock time with its zone; `after` the id of an event of the same day that this one followed.
    """

    id: Identifier
    status: Status
    reason: Prose | None = None
    date: Edtf
    time: Clock | None = None
    after: Identifier | None = None
    type: EventType
    key: bool = False
    background: bool = False
    title: Line
    summary: Prose = ""
    actors: tuple[Identifier, ...] = ()
    recipients: tuple[Identifier, ...] = ()
    place: Identifier | None = None
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What people decided about a proposal, by its fingerprint, so that it never comes back unasked."""

    proposal: Code
    decided: Decided
    why: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole curated record, its mappings and lists in the order of the file."""

    title: Line
    summary: Prose = ""
    timezone: Zone
    language: Language = "en"
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()


EVENT_TYPES: tuple[EventType, ...] = EventType.__args__  # type: ignore[attr-defined]
ATTRIBUTIONS: tuple[Attribution, ...] = Attribution.__args__  # type: ignore[attr-defined]
