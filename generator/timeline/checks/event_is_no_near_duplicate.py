"""No two events tell of the same thing.

Two are suspected that are of one type, can be of one day, share an actor or the place, and have titles that
are much alike; or that rest on the same quotation and have titles somewhat alike.

Fails:

    events:
      - id: doha-ceasefire
        status: draft
        date: "2025-10-19"
        type: ceasefire
        title: Ceasefire agreed in Doha
        place: doha
      - id: ceasefire-in-doha
        status: draft
        date: "2025-10-19"
        type: ceasefire
        title: A ceasefire is agreed in Doha
        place: doha

Passes:

    events:
      - id: doha-ceasefire
        status: draft
        date: "2025-10-19"
        type: ceasefire
        title: Ceasefire agreed in Doha
        place: doha
      - id: doha-talks
        status: draft
        date: "2025-10-19"
        type: talks
        title: Two delegations meet
        place: doha
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context
from generator.timeline.model import Event

ALIKE, SOMEWHAT_ALIKE = 0.6, 0.3
CROWD = 40  # events that share a word of their titles; a word of more tells nothing
LONG = 45  # days; what took longer, or is known less exactly, overlaps with everything
_WORD = re.compile(r"\w{4,}")


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each event that an earlier one may be too."""
    events = context.timeline.events
    words = [frozenset(_WORD.findall(event.title.casefold())) for event in events]
    for second, first in sorted(_pairs(events, words)):
        wrong = f"it may be the same as {events[first].id}, {events[first].date}: {events[first].title}"
        mend = "make one event of the two (withdraw the other), or tell them apart in their titles"
        path = f"events[{second}]"
        yield context.problem(path, "event-is-no-near-duplicate", wrong, mend, "warning")


def _pairs(events: tuple[Event, ...], words: list[frozenset[str]]) -> set[tuple[int, int]]:
    """Return the later and the earlier number of each pair; a later event is suspected once."""
    found: dict[int, int] = {}
    for group, threshold in _groups(events, words):
        for place, second in enumerate(group):
            for first in group[:place]:
                if (
                    second not in found
                    and _same(events[first], events[second])
                    and (_likeness(words[first], words[second]) >= threshold)
                ):
                    found[second] = first
    return set(found.items())


def _groups(events: tuple[Event, ...], words: list[frozenset[str]]) -> Iterator[tuple[list[int], float]]:
    """Give small groups within which it is worth comparing: those that share a word, or a quotation."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_quotation: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.status == "withdrawn" or _length(event) > LONG:
            continue
        for word in words[number]:
            by_word[event.type, word].append(number)
        for one in event.evidence:
            by_quotation[event.type, one.source, one.quote].append(number)
    for group in by_word.values():
        if 1 < len(group) <= CROWD:
            yield group, ALIKE
    for group in by_quotation.values():
        if 1 < len(group) <= CROWD:
            yield group, SOMEWHAT_ALIKE


def _same(first: Event, second: Event) -> bool:
    shared = set(first.actors) & set(second.actors) or (
        first.place is not None and first.place == second.place
    )
    return bool(shared) and first.date.overlaps(second.date)


def _length(event: Event) -> int:
    if event.date.earliest is None or event.date.latest is None:
        return LONG + 1
    return (event.date.latest - event.date.earliest).days


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(len(first | second), 1)
