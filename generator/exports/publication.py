"""What is published, ready for any format: the events that are shown, with what was computed from each.

A format takes a publication and gives its text. It reads no clock: when an event last changed comes from the
record, so that the same record gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from generator.dates import Edtf
from generator.exports.corrections import Correction, corrections_of, newest_first
from generator.timeline.certainty import Certainty, all_evidence, assess
from generator.timeline.model import Event, Timeline

__all__ = ["Item", "Publication", "first_and_last", "instant", "last_change", "plain", "publish", "settled"]

DAY = timedelta(days=1)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An event with how sure it is, the path of its page below the site's root, and its last change."""

    event: Event
    certainty: Certainty
    path: str
    changed: date

    @property
    def headline(self) -> str:
        """Its title; what does not simply stand says so there, since many programs show nothing else."""
        event = self.event
        return event.title if event.status == "published" else f"{event.title} ({event.status})"

    @property
    def corrections(self) -> list[Correction]:
        """What was corrected about it, its withdrawal included."""
        return corrections_of(self.event)


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A timeline as it goes out: its items in order, its name, and the address of the site, if it has one.

    `told` puts a date into words of the site's language; without it, the EDTF text stands for itself.
    """

    timeline: Timeline
    items: tuple[Item, ...]
    title: str
    address: str | None = None
    told: Callable[[Edtf], str] = field(default=str)

    def full(self, path: str) -> str | None:
        """Return the full address of a path, or None where the site's address is not known."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else None

    def permanent(self, path: str) -> str:
        """Return the name by which other programs know a page: its address, which never changes.

        Without an address of the site it is made from the timeline's title, for there is nothing firmer.
        """
        return self.full(path) or f"urn:uuid:{uuid5(NAMESPACE_URL, f'{self.timeline.title}/{path}')}"

    def only(self, title: str, events: Iterable[Event]) -> Publication:
        """Return the part of it with these events alone, under a title of its own."""
        wanted = {event.id for event in events}
        kept = tuple(item for item in self.items if item.event.id in wanted)
        return replace(self, items=kept, title=f"{self.title}: {title}")

    def versions(self, event: Event) -> list[str]:
        """Return what each party says on each contested point of an event, under its name."""
        actors = self.timeline.actors
        return [
            f"{claim.about} – {actors[one.by].name if one.by in actors else one.by}: {one.says}"
            for claim in event.claims
            for one in claim.versions
        ]

    @property
    def newest(self) -> list[Item]:
        """The items, the one that changed last first."""
        return sorted(self.items, key=lambda item: item.changed)[::-1]

    @property
    def corrections(self) -> list[tuple[Correction, date]]:
        """All corrections, newest first, each with its day; one without a day has that of its event."""
        days = {item.event.id: item.changed for item in self.items}
        found = newest_first(item.event for item in self.items)
        return [(one, _first(one.date) or days[one.event.id]) for one in found]

    @property
    def changed(self) -> date:
        """The day of the last change of all; the first of 1970 where there is nothing."""
        return max((item.changed for item in self.items), default=date(1970, 1, 1))


def publish(
    timeline: Timeline,
    events: Sequence[Event],
    path: Callable[[str], str],
    *,
    address: str | None = None,
    told: Callable[[Edtf], str] = str,
    certainty: Callable[[Event], Certainty] | None = None,
) -> Publication:
    """Return the publication of these events; `path` gives the path of an event's page from its id."""
    sure = certainty or (lambda event: assess(event, timeline))
    days = {
        source.id: _first(source.published or source.writes_about) for source in timeline.sources.values()
    }
    items = tuple(
        Item(event=event, certainty=sure(event), path=path(event.id), changed=last_change(event, days))
        for event in events
    )
    return Publication(timeline=timeline, items=items, title=timeline.title, address=address, told=told)


def last_change(event: Event, published: dict[str, date | None]) -> date:
    """Return the day on which an event last changed, as far as the record tells.

    It is the latest of its corrections and of the first days on which its sources can have appeared; an event
    without either has its own first day, or its last one where it has no first.
    """
    days = [_last(change.date) for change in event.changes]
    days += [published.get(one.source) for one in all_evidence(event)]
    known = [day for day in days if day]
    return max(known) if known else _first(event.date) or _last(event.date) or date(1970, 1, 1)


def _first(edtf: Edtf | None) -> date | None:
    return edtf.earliest if edtf else None


def _last(edtf: Edtf) -> date | None:
    return edtf.latest - DAY if edtf.latest else edtf.earliest


def first_and_last(edtf: Edtf) -> tuple[str | None, str | None]:
    """Return the first and the last day that a date can mean, as ISO texts; None where a side is open.

    >>> first_and_last(Edtf.parse("[2025-10-25..2025-10-28]"))
    ('2025-10-25', '2025-10-28')
    >>> first_and_last(Edtf.parse("[..2025-12]"))
    (None, '2025-12-31')
    """
    last = None if edtf.latest is None else edtf.latest - DAY
    return _iso(edtf.earliest), _iso(last)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def settled(edtf: Edtf) -> bool:
    """Tell whether a date is a day, or a span from one day to another, with nothing left open about it.

    >>> dates = ("2025-10-19", "2025-10-25/2025-10-28", "2025-10-19~", "2025-09/2025-10", "2025-10")
    >>> [settled(Edtf.parse(text)) for text in dates]
    [True, True, False, False, False]
    """
    if edtf.approximate or edtf.uncertain or edtf.kind not in ("day", "span"):
        return False
    return all(Edtf.parse(end).kind == "day" for end in edtf.text.split("/"))


def instant(day: date) -> str:
    """Return the instant at which a day begins, for formats that have no place for a day.

    >>> instant(date(2025, 10, 19))
    '2025-10-19T00:00:00Z'
    """
    return f"{day.isoformat()}T00:00:00Z"


def plain(text: str) -> str:
    r"""Return a summary's words without its light formatting, on one line.

    >>> plain("*Talks* ended,\n\n[a report](https://example.org/) says.")
    'Talks ended, a report says.'
    """
    return " ".join(_LINK.sub(r"\1", text).replace("*", "").split())
