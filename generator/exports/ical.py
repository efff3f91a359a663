"""The timeline as a calendar to subscribe to: iCalendar (RFC 5545, with the properties of RFC 7986).

A calendar knows days, so an event is a day in it (`VALUE=DATE`) and never passes through a clock: an
announcement at 01:30 in Doha stays on its day for a reader in London, and its time stands in its words. What
leaves days open is a stretch of them, marked as tentative, with its words in the title. What could be
anywhere in more than a month, or is open on one side, would claim more than its words; it is left out, and
named in `X-TIMELINE-LEFT-OUT`.

A withdrawn event is cancelled, so that calendars drop it. `SEQUENCE` counts corrections; the times of changes
come from the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.exports.publication import Item, Publication, plain, settled

__all__ = ["MEDIA_TYPE", "calendar", "in_calendar"]

MEDIA_TYPE = "text/calendar"
LONGEST = 31  # days; what leaves more open is no entry of a calendar
_OCTETS = 75
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
_PRECISE = frozenset({"site", "town"})


def in_calendar(item: Item) -> bool:
    """Tell whether an event's days are few enough, and known on both sides."""
    edtf = item.event.date
    if item.certainty.date == "open" or edtf.earliest is None or edtf.latest is None:
        return False
    return settled(edtf) or (edtf.latest - edtf.earliest).days <= LONGEST


def calendar(publication: Publication, here: str) -> str:
    """Return the calendar with CRLF line ends; `here` is the path at which it will stand.

    A calendar without an entry would be none (RFC 5545, 3.6): ask `in_calendar` first.
    """
    lines = [*_head(publication, here), *_entries(publication), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _head(publication: Publication, here: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Crisis Timeline//EN", "CALSCALE:GREGORIAN")
    yield f"UID:{_identity(publication, here)}"
    yield f"NAME:{_text(publication.title)}"
    yield f"X-WR-CALNAME:{_text(publication.title)}"
    if publication.timeline.summary:
        yield f"DESCRIPTION:{_text(plain(publication.timeline.summary))}"
    yield f"LAST-MODIFIED:{_moment(publication.changed)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    if address := publication.full(here):
        yield f"SOURCE;VALUE=URI:{address}"
        yield f"URL:{publication.full('')}"
    if left := [item.event.id for item in publication.items if not in_calendar(item)]:
        yield f"X-TIMELINE-LEFT-OUT:{','.join(left)}"


def _entries(publication: Publication) -> Iterator[str]:
    for item in publication.items:
        if in_calendar(item):
            yield from _entry(item, publication)


def _entry(item: Item, publication: Publication) -> Iterator[str]:
    event, told = item.event, publication.told(item.event.date)
    firm = settled(event.date)
    yield "BEGIN:VEVENT"
    yield f"UID:{_identity(publication, event.id)}"
    yield f"DTSTAMP:{_moment(item.changed)}"
    yield f"LAST-MODIFIED:{_moment(item.changed)}"
    yield f"SEQUENCE:{len(item.corrections)}"
    yield f"DTSTART;VALUE=DATE:{_day(event.date.earliest)}"
    yield f"DTEND;VALUE=DATE:{_day(event.date.latest)}"
    yield f"SUMMARY:{_text(item.headline if firm else f'{item.headline} ({told})')}"
    yield f"DESCRIPTION:{_text(_description(item, publication))}"
    yield f"STATUS:{_status(item, firm)}"
    yield "TRANSP:TRANSPARENT"
    yield f"CATEGORIES:{_text(event.type)}"
    yield from _where(item, publication)
    if address := publication.full(item.path):
        yield f"URL:{address}"
    yield f"X-TIMELINE-EDTF:{_text(str(event.date))}"
    yield "END:VEVENT"


def _description(item: Item, publication: Publication) -> str:
    event, told = item.event, publication.told(item.event.date)
    when = f"{told}, {event.time}" if event.time else told
    parts = [when, event.reason, plain(event.summary), *publication.versions(event)]
    return "\n".join(part for part in parts if part)


def _status(item: Item, firm: bool) -> str:
    if item.event.status == "withdrawn":
        return "CANCELLED"
    return "CONFIRMED" if firm and item.event.status == "published" else "TENTATIVE"


def _where(item: Item, publication: Publication) -> Iterator[str]:
    place = publication.timeline.places.get(item.event.place or "")
    if place is None:
        return
    yield f"LOCATION:{_text(place.name)}"
    # A point would claim more than a district or a border tells.
    if place.precision in _PRECISE and place.lat is not None and place.lon is not None:
        yield f"GEO:{place.lat:f};{place.lon:f}"


def _identity(publication: Publication, name: str) -> str:
    """Return a globally unique name that outlives every edit: an event's id at the site's own address."""
    home = publication.permanent("").partition("://")[2] or publication.permanent("")
    return f"{name}@{home.rstrip('/')}"


def _day(day: date | None) -> str:
    return day.isoformat().replace("-", "") if day else ""


def _moment(day: date) -> str:
    return f"{_day(day)}T000000Z"


def _text(text: str) -> str:
    r"""Return a text as RFC 5545, 3.3.11 has it.

    >>> print(_text("Talks; a truce, at last\nBEGIN:VEVENT"))
    Talks\; a truce\, at last\nBEGIN:VEVENT
    """
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for one in "\\;,":
        clean = clean.replace(one, f"\\{one}")
    return clean.replace("\n", "\\n")


def _folded(line: str) -> str:
    r"""Return a line in pieces of at most 75 octets, none of which cuts a character (RFC 5545, 3.1).

    >>> [len(piece.encode()) for piece in _folded("SUMMARY:" + "é" * 71).split("\r\n")]
    [74, 75, 3]
    """
    if len(line) <= _OCTETS and line.isascii():
        return line
    pieces, piece, room = [], "", _OCTETS
    for one in line:
        size = len(one.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _OCTETS - 1  # the space that a further piece begins with
        piece, room = piece + one, room - size
    return "\r\n ".join([*pieces, piece])
