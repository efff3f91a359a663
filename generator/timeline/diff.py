r"""What changed between two versions of the record, in meaning: order, remarks and form do not count.

>>> from generator.timeline.load import load_bytes
>>> head = b"title: A crisis\ntimezone: Asia/Qatar\n"
>>> before, after = load_bytes(head, "a").timeline, load_bytes(head + b"summary: Two sides.\n", "b").timeline
>>> print(summary(difference(before, after)))
1 summary changed
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

from generator.dates import Edtf
from generator.timeline.model import Claim, Event, Evidence, Timeline, Version

__all__ = ["Difference", "difference", "summary"]

Kind = Literal[
    "added", "removed", "changed", "narrowed", "widened", "moved", "withdrawn", "revived", "renamed"
]

SECTIONS = {"sources": "source", "actors": "actor", "places": "place"}
APART = ("evidence", "claims", "changes")
WORDS = {
    "evidence": "quotation",
    "claims": "claim",
    "changes": "note of a change",
    "when": "reading of a date",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that changed: in what `section`, in which record (`id`), in which field, from what to what.

    `what` names it in a summary: an event, a date, a quotation.
    """

    section: str
    id: str
    what: str
    kind: Kind
    field: str = ""
    old: str = ""
    new: str = ""

    @property
    def event(self) -> str:
        """The id of the event in which it changed, or nothing."""
        return self.id if self.section == "event" else ""

    @property
    def loud(self) -> bool:
        """Whether a reviewer should look twice: a date or an id changed, something is gone or back."""
        if self.section in ("event", "source") and not self.field:
            return self.kind in ("removed", "renamed")
        return (
            self.kind in ("withdrawn", "revived", "moved", "narrowed")
            or (self.section == "source" and self.field == "sha256")
            or (self.kind == "removed" and self.what in ("quotation", "claim", "version", "decision"))
        )

    @property
    def words(self) -> str:
        """The change in words: `doha-ceasefire: date narrowed from 2025-10 to 2025-10-11`."""
        subject = f"{self.id}: " if self.id else ""
        if not self.field:
            change = f" from {self.old} to {self.new}" if self.old else ""
            return f"{subject}{self.what} {self.kind}{change}"
        values = f" from {self.old} to {self.new}" if self.old and self.new else f": {self.old or self.new}"
        return f"{subject}{self.what} {self.kind}{values if values != ': ' else ''}"

    def to_json(self) -> dict[str, str | bool]:
        """Return the change as plain values."""
        return {**{one.name: getattr(self, one.name) for one in fields(self)}, "loud": self.loud}


def difference(before: Timeline, after: Timeline) -> list[Difference]:
    """Return what a newer version of the record says otherwise than an older one."""
    return [
        *_in_fields("timeline", "", before, after, without=("events", "decisions", *SECTIONS)),
        *_in_sections(before, after),
        *_in_events(before.events, after.events),
        *_in_decisions(before, after),
    ]


def summary(differences: Sequence[Difference]) -> str:
    """Return all changes in one sentence: `2 events added, 1 quotation changed`."""
    if not differences:
        return "no change in content"
    counted = Counter((one.what, one.kind) for one in differences)
    parts = []
    for (what, kind), number in counted.items():
        first = next(one for one in differences if (one.what, one.kind) == (what, kind))
        dates = f" from {first.old} to {first.new}" if what == "date" and number == 1 and first.old else ""
        parts.append(f"{number} {_plural(what, number)} {kind}{dates}")
    return ", ".join(parts)


# How a field is called where its key is no noun that can be counted.
_NOUNS = {
    "actors": "list of actors",
    "after": "place in its day",
    "aliases": "list of aliases",
    "background": "mark as background",
    "key": "mark as key event",
    "published": "date of publication",
    "recipients": "list of recipients",
    "retrieved": "day of retrieval",
    "says": "wording of a claim",
    "writes_about": "day written about",
}


def _plural(what: str, number: int) -> str:
    what = _NOUNS.get(what, what)
    if number == 1:
        return what
    first, space, rest = what.partition(" ")
    return f"{first[:-1]}ies{space}{rest}" if first.endswith("ry") else f"{first}s{space}{rest}"


def _in_sections(before: Timeline, after: Timeline) -> Iterator[Difference]:
    for name, section in SECTIONS.items():
        old: Mapping[str, Any] = getattr(before, name)
        new: Mapping[str, Any] = getattr(after, name)
        for key in [*old, *(key for key in new if key not in old)]:
            if key not in new:
                yield Difference(section=section, id=key, what=section, kind="removed")
            elif key not in old:
                yield Difference(section=section, id=key, what=section, kind="added")
            else:
                yield from _in_fields(section, key, old[key], new[key], without=("id",))


def _in_events(before: Sequence[Event], after: Sequence[Event]) -> Iterator[Difference]:
    old = {event.id: event for event in before}
    new = {event.id: event for event in after}
    come = {event.id: event for event in after if event.id not in old}
    alike: dict[Event, list[str]] = {}
    for event in reversed(come.values()):
        alike.setdefault(_nameless(event), []).append(event.id)
    for event in [event for event in before if event.id not in new]:
        heirs = alike.get(_nameless(event))
        if heirs:
            heir = heirs.pop()
            del come[heir]
            yield Difference(section="event", id=event.id, what="id", kind="renamed", old=event.id, new=heir)
        else:
            yield Difference(section="event", id=event.id, what="event", kind="removed")
    for event in come.values():
        yield Difference(section="event", id=event.id, what="event", kind="added", new=event.title)
    for event in after:
        if event.id in old and old[event.id] != event:
            yield from _in_event(old[event.id], event)


def _nameless(event: Event) -> Event:
    return replace(event, id="")


def _in_event(old: Event, new: Event) -> Iterator[Difference]:
    yield from _in_fields("event", new.id, old, new, without=APART)
    yield from _in_evidence(new.id, "evidence", old.evidence, new.evidence)
    yield from _paired(new.id, "claim", "claims", old.claims, new.claims, lambda one: one.about, _in_claim)
    yield from _paired(
        new.id, WORDS["changes"], "changes", old.changes, new.changes, lambda one: one.note, None
    )


def _in_claim(event: str, old: Claim, new: Claim) -> Iterator[Difference]:
    def by(version: Version) -> str:
        return version.by

    yield from _paired(event, "version", "claims", old.versions, new.versions, by, _in_version)


def _in_version(event: str, old: Version, new: Version) -> Iterator[Difference]:
    yield from _in_fields("event", event, old, new, without=("evidence",))
    yield from _in_evidence(event, "claims", old.evidence, new.evidence)


Inner = Callable[[str, Any, Any], Iterator[Difference]]


def _paired(
    event: str,
    what: str,
    field: str,
    before: Sequence[Any],
    after: Sequence[Any],
    name: Callable[[Any], str],
    inner: Inner | None,
) -> Iterator[Difference]:
    """Give what changed in a list whose items are known by name."""
    old, new = {name(one): one for one in before}, {name(one): one for one in after}
    for key in [key for key in old if key not in new]:
        yield Difference(section="event", id=event, what=what, kind="removed", field=field, old=key)
    for key, one in new.items():
        if key not in old:
            yield Difference(section="event", id=event, what=what, kind="added", field=field, new=key)
        elif old[key] != one and inner is not None:
            yield from inner(event, old[key], one)
        elif old[key] != one:
            yield Difference(section="event", id=event, what=what, kind="changed", field=field, new=key)


def _in_evidence(
    event: str, field: str, before: Sequence[Evidence], after: Sequence[Evidence]
) -> Iterator[Difference]:
    """Give what changed in quotations: one gone and one come from the same source are one that changed."""
    old = {(one.source, one.quote): one for one in before}
    new = {(one.source, one.quote): one for one in after}
    gone = [one for key, one in old.items() if key not in new]
    for key, one in new.items():
        former = next((two for two in gone if two.source == one.source), None)
        said: dict[str, Any] = {"section": "event", "id": event, "what": "quotation", "field": field}
        if key in old:
            yield from _in_fields("event", event, old[key], one, without=())
        elif former is not None:
            gone.remove(former)
            yield Difference(**said, kind="changed", old=former.quote, new=one.quote)
        else:
            yield Difference(**said, kind="added", new=one.quote)
    for one in gone:
        yield Difference(
            section="event", id=event, what="quotation", kind="removed", field=field, old=one.quote
        )


def _in_fields(section: str, key: str, old: Any, new: Any, without: Sequence[str]) -> Iterator[Difference]:
    for one in fields(new):
        before, after = getattr(old, one.name), getattr(new, one.name)
        if one.name in without or before == after:
            continue
        yield Difference(
            section=section,
            id=key,
            what=WORDS.get(one.name, one.name.replace("_", " ")),
            kind=_kind(one.name, before, after),
            field=one.name,
            old=_shown(before),
            new=_shown(after),
        )


def _kind(name: str, before: Any, after: Any) -> Kind:
    if name == "status" and "withdrawn" in (before, after):
        return "withdrawn" if after == "withdrawn" else "revived"
    if not (isinstance(before, Edtf) and isinstance(after, Edtf)):
        return "changed"
    if after.within(before):
        return "changed" if before.within(after) else "narrowed"
    return "widened" if before.within(after) else "moved"


def _shown(value: Any) -> str:
    if value is None or value == () or value == "":
        return "nothing"
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if is_dataclass(value) and not isinstance(value, Edtf):
        return _shown(getattr(value, "edtf", None) or getattr(value, "text", ""))
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _in_decisions(before: Timeline, after: Timeline) -> Iterator[Difference]:
    old = {one.proposal: one for one in before.decisions}
    new = {one.proposal: one for one in after.decisions}
    for key in [*old, *(key for key in new if key not in old)]:
        said: dict[str, Any] = {"section": "decision", "id": key, "what": "decision"}
        if key not in new:
            yield Difference(**said, kind="removed")
        elif key not in old:
            yield Difference(**said, kind="added")
        elif old[key] != new[key]:
            yield Difference(**said, kind="changed")
