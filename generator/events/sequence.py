"""What followed what on one day, where the words say so: "… on Tuesday, hours after the talks collapsed"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.events.candidate import Candidate
from generator.events.match import Group
from generator.timeline.model import Event

__all__ = ["followed"]


def followed(groups: Sequence[Group], events: Mapping[int, Event]) -> dict[int, str]:
    """Return for each group of `events` the id of the event that it followed on the same day, if one is told.

    The words only say that hours lay between; that both are of one day must be known otherwise.
    """
    dated: dict[tuple[str, int], list[tuple[int, Candidate]]] = {}
    for number, group in enumerate(groups):
        for one in group.members:
            if one.dated and not one.counted:
                dated.setdefault(_sentence(one), []).append((number, one))
    found: dict[int, str] = {}
    for number, group in enumerate(groups):
        for before in group.members:
            if not (before.counted and before.clause.link.endswith("after")):
                continue
            for other, later in dated.get(_sentence(before), ()):
                if later.clause.start < before.clause.start and _of_one_day(events, number, other):
                    found.setdefault(other, events[number].id)
    return found


def _sentence(one: Candidate) -> tuple[str, int]:
    return one.report.source.id, one.sentence.start


def _of_one_day(events: Mapping[int, Event], one: int, other: int) -> bool:
    if one == other or one not in events or other not in events:
        return False
    return events[one].date.kind == "day" and events[one].date == events[other].date
