"""Shared copy: long runs of the same words in several reports, which are one witness told twice.

A quotation that two reports share is no copy: both may have heard it. Copy is the reporter's own words.

Agencies sell their copy, and outlets print it with small changes. Runs of eight words that two reports
share are joined to the longest runs there are; from twenty words on they are named, so that independence
is counted by origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.events.marks import Quoted
from generator.sources import SourceText, fold

__all__ = ["COPY", "SharedRun", "copied_words", "shared_runs"]

RUN = 8  # words; shorter runs are phrases that anybody may write
NAMED = 20  # words; so long a run is shared
COPY = 12  # words of a run that stand outside quotation marks; with so many it is copy
CROWD = (
    40  # reports; what so many share is a standing phrase, "did not respond to a request", and says nothing
)


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A run of the same words in two reports: their numbers, how many words, and the offsets in the first."""

    first: int
    second: int
    words: int
    start: int
    end: int


def shared_runs(texts: Sequence[SourceText], at_least: int = NAMED) -> list[SharedRun]:
    """Return the runs of words that reports share, the longest of each pair first.

    >>> copy = "The two sides failed to agree on a plan to end the fighting, an official said"
    >>> first = SourceText("a.txt", f"Lusk. {copy} on Monday.", "")
    >>> second = SourceText("b.txt", f"{copy} late on Monday.", "")
    >>> [(run.first, run.second, run.words) for run in shared_runs([first, second], at_least=12)]
    [(0, 1, 16)]
    """
    words = [list(_words(text.text)) for text in texts]
    holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    seen: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(words):
        for place in range(len(row) - RUN + 1):
            key = hash(tuple(word for word, _, _ in row[place : place + RUN]))
            before = seen.setdefault(key, (number, place))
            if before[0] != number:
                holders[key] = holders[key] or [before]
                holders[key].append((number, place))
    found = _joined(words, holders, at_least)
    return sorted(found, key=lambda run: (run.first, run.second, -run.words, run.start))


def copied_words(run: SharedRun, text: str, quoted: Sequence[Quoted]) -> int:
    """Return how many words of a run are the reporter's own, and not between quotation marks.

    >>> text = "The sides met in Lusk. “We will go on,” he said."
    >>> from generator.events.marks import find_quoted
    >>> copied_words(SharedRun(0, 1, 11, 0, len(text)), text, find_quoted(text))
    7
    """
    kept = list(text)
    for one in quoted:
        kept[one.start : one.end] = " " * (one.end - one.start)
    return len(re.findall(r"\w+", "".join(kept[run.start : run.end])))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for one in re.finditer(r"\w+(?:[’'-]\w+)*", text):
        yield (
            fold(one.group())[0].lower() if not one.group().isascii() else one.group().lower(),
            one.start(),
            one.end(),
        )


def _joined(
    words: Sequence[Sequence[tuple[str, int, int]]],
    holders: dict[int, list[tuple[int, int]]],
    at_least: int,
) -> Iterator[SharedRun]:
    done: set[tuple[int, int, int, int]] = set()
    for places in holders.values():
        if len(places) > CROWD:
            continue
        for one, first in enumerate(places):
            for second in places[one + 1 :]:
                if first[0] == second[0] or (*first, *second) in done:
                    continue
                length = _length(words[first[0]], first[1], words[second[0]], second[1])
                for step in range(length - RUN + 1):
                    done.add((first[0], first[1] + step, second[0], second[1] + step))
                if length >= at_least and not _goes_back(words, first, second):
                    row = words[first[0]]
                    yield SharedRun(
                        first[0], second[0], length, row[first[1]][1], row[first[1] + length - 1][2]
                    )


def _length(
    one: Sequence[tuple[str, int, int]], start: int, other: Sequence[tuple[str, int, int]], at: int
) -> int:
    length = 0
    while (
        start + length < len(one)
        and at + length < len(other)
        and one[start + length][0] == other[at + length][0]
    ):
        length += 1
    return length


def _goes_back(
    words: Sequence[Sequence[tuple[str, int, int]]], first: tuple[int, int], second: tuple[int, int]
) -> bool:
    # The run began before: its first words were met in another order and it is counted from there.
    if not first[1] or not second[1]:
        return False
    return words[first[0]][first[1] - 1][0] == words[second[0]][second[1] - 1][0]
