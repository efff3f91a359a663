"""Corrections: what was changed about events in public, newest first, and which events were withdrawn.

They come from the record: an event's `changes` in its editors' words, and the reason of each withdrawal that
has no dated change of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.dates import Edtf
from generator.timeline.model import ChangeKind, Event

__all__ = ["Correction", "corrections_of", "newest_first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction of an event: its day, unless the record gives none, its kind and an editor's words.

    `number` counts an event's corrections from 1, in the order of the record, and never changes.
    """

    event: Event
    number: int
    kind: ChangeKind
    note: str
    date: Edtf | None = None

    @property
    def anchor(self) -> str:
        """The id of the correction on the page that lists them all."""
        return f"ev-c-{self.event.id}-{self.number}"


def corrections_of(event: Event) -> list[Correction]:
    """Return the corrections of an event in the order of the record, then a withdrawal that has no day.

    >>> from generator.dates import Edtf
    >>> event = Event(id="truce", status="withdrawn", reason="Two reports were mixed up.",
    ...               date=Edtf.parse("2025-10-19"), type="ceasefire", title="A truce")
    >>> [(one.kind, one.note, one.date) for one in corrections_of(event)]
    [('retraction', 'Two reports were mixed up.', None)]
    """
    found = [
        Correction(event=event, number=number, kind=change.kind, note=change.note, date=change.date)
        for number, change in enumerate(event.changes, start=1)
    ]
    if event.status == "withdrawn" and not any(one.kind == "retraction" for one in found):
        number = len(found) + 1
        found.append(Correction(event=event, number=number, kind="retraction", note=event.reason or ""))
    return found


def newest_first(events: Iterable[Event]) -> list[Correction]:
    """Return the corrections of all events, the latest first; those without a day stand last."""
    found = [one for event in events for one in corrections_of(event)]
    return sorted(
        found, key=lambda one: (_day(one.date), one.event.id, one.number) if one.date else _LAST, reverse=True
    )


_LAST = (date.min, "", 0)


def _day(edtf: Edtf) -> date:
    return edtf.latest or edtf.earliest or date.min
