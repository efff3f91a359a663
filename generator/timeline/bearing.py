"""What a quotation has to do with the day of its event: whether its words give it, allow it, or bound it.

“A ceasefire was agreed on 19 October” tells of the ceasefire and gives its day. “Officials later blamed the
other side, after the ceasefire of 19 October” says of the blame only that it came afterwards: that day is the
day of something else. Which of the two a quotation is follows from its dated words and the event's date.
"""

from __future__ import annotations

from typing import Literal

from generator.dates import Edtf
from generator.timeline.model import Event, Evidence

__all__ = ["Bearing", "bearing", "bearing_of", "telling", "with_bearing"]

Bearing = Literal["gives", "allows", "bounds", "undated"]

# Dates that leave open which of their days it was; a day named inside of them is the day of something else.
_LEAVE_OPEN = frozenset({"month", "season", "year", "decade", "century", "within", "before", "after"})
_NAME_DAYS = frozenset({"day", "span"})


def bearing(event: Edtf, words: Edtf | None) -> Bearing:
    """Return what dated words have to do with the date of an event.

    They give it where they mean the same days, or a part of what lasted several days:

    >>> def of(event, words):
    ...     return bearing(Edtf.parse(event), Edtf.parse(words))
    >>> of("2025-10-19", "2025-10-19"), of("2025-10-25/2025-10-28", "2025-10-28")
    ('gives', 'gives')

    They allow it where they leave more days open, a whole month or all days up to a deadline:

    >>> of("2025-10-19", "2025-10"), of("2025-10-19", "[..2025-10-29]")
    ('allows', 'allows')

    And they bound it where they name a day, and the event may have been on another:

    >>> of("[2025-10-19..2025-11-04]", "2025-10-19"), of("2025-10-20/..", "2025-10-19")
    ('bounds', 'bounds')

    A vague phrase inside a vaguer date names no day, and gives the date as well as words can:

    >>> of("2025-10", "[2025-10-01..2025-10-28]")
    'gives'
    """
    if words is None:
        return "undated"
    if words.interval == event.interval:
        return "gives"
    if event.within(words):
        return "allows"
    if words.within(event) and not (event.kind in _LEAVE_OPEN and words.kind in _NAME_DAYS):
        return "gives"
    return "bounds"


def bearing_of(event: Event, piece: Evidence) -> Bearing:
    """Return what the dated words of one quotation have to do with the date of its event."""
    if piece.when is None or piece.when.edtf is None:
        return "undated"
    # Where the words have several readings, the one that an editor took is the one that fits best.
    readings = (piece.when.edtf, *(one.edtf for one in piece.when.readings))
    found = {bearing(event.date, one) for one in readings}
    best: tuple[Bearing, ...] = ("gives", "allows", "bounds")
    return next(one for one in best if one in found)


def with_bearing(event: Event, wanted: Bearing) -> tuple[Evidence, ...]:
    """Return the quotations of an event that have this to do with its date, in the order of the file."""
    return tuple(piece for piece in event.evidence if bearing_of(event, piece) == wanted)


def telling(event: Event) -> tuple[Evidence, ...]:
    """Return the quotations that tell of the event itself.

    Those that only bound its day are left out, unless there are no others: then what happened is known from
    them too.
    """
    return tuple(one for one in event.evidence if bearing_of(event, one) != "bounds") or event.evidence
