"""The canonical order of events: by date, then `after`, then time of day, then id."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.timeline.model import Event

__all__ = ["in_order", "place_for", "sort_key"]

SortKey = tuple[date, date, str, str]

_PARTS_OF_DAY = {"TNI": "20", "TMO": "06", "TMI": "12", "TAF": "14", "TEV": "18", "TDT": "08"}


def sort_key(event: Event) -> SortKey:
    """Return what events are sorted by, as far as one event alone tells: first day, last day, time, id.

    A date that is open at its start ("by December") stands where it ends.
    """
    latest = event.date.latest or date.max
    return event.date.earliest or latest, latest, _clock(event.time), event.id


def _clock(time: str | None) -> str:
    if time is None:
        return "99"  # the words give no time: after those of the same day that do
    part = time[time.find("T") :] if "T" in time[:11] else time
    return _PARTS_OF_DAY.get(part) or part.removeprefix("T")


def in_order(events: Sequence[Event]) -> list[Event]:
    """Return events in the canonical order; one that is `after` another follows it directly or later.

    A circle of `after` is broken at its first event; the check of that name reports it.
    """
    waiting = sorted(events, key=sort_key)
    first = {event.id: event for event in waiting}
    followers: dict[str, list[Event]] = {}
    roots = []
    for event in waiting:
        leader = first.get(event.after or "")
        if leader is None or leader is event or sort_key(leader)[0] != sort_key(event)[0]:
            roots.append(event)
        else:
            followers.setdefault(leader.id, []).append(event)
    placed: list[Event] = []
    done: set[int] = set()
    for start in (roots, waiting):
        for event in start:
            _place(event, followers, placed, done)
    return placed


def _place(event: Event, followers: dict[str, list[Event]], placed: list[Event], done: set[int]) -> None:
    stack = [event]
    while stack:
        one = stack.pop()
        if id(one) not in done:
            done.add(id(one))
            placed.append(one)
            stack.extend(reversed(followers.get(one.id, [])))


def place_for(event: Event, events: Sequence[Event]) -> int:
    """Return the number before which a new event stands, so that it comes after all that are not later."""
    key = sort_key(event)
    place = 0
    for number, other in enumerate(events):
        if sort_key(other) <= key or other.id == event.after:
            place = number + 1
    of_that_day = [other for other in events if sort_key(other)[0] == key[0]]
    if event.after or any(other.after for other in of_that_day):
        return _place_among(event, of_that_day, events, place)
    return place


def _place_among(event: Event, of_that_day: Sequence[Event], events: Sequence[Event], place: int) -> int:
    """Return the place of an event on a day on which one event follows another."""
    ordered = in_order([*of_that_day, event])
    number = next(number for number, other in enumerate(ordered) if other is event)
    if not of_that_day:
        return place
    beside = ordered[number - 1] if number else ordered[1]
    at = next(number for number, other in enumerate(events) if other is beside)
    return at + 1 if number else at
