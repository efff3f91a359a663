"""Drafting from an empty record, measured against the reading lists: `make bench-draft`.

An event is found where a draft quotes words that carry it, with a defensible type and a defensible date. A
draft that matches no row is false; so is the second draft of one row. A date that claims more than every
defensible reading does is counted apart: there must be none.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field

from generator.dates import Edtf
from generator.events import draft
from generator.timeline.model import Event
from tests.reading_lists.lists import Listed, ReadingList, reading_lists


@dataclass
class Score:
    """What was found, what was missed and why, and what was drafted falsely."""

    listed: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str, str]] = field(default_factory=list)
    false: list[tuple[str, str, Event]] = field(default_factory=list)
    true: int = 0
    too_precise: list[tuple[str, Event]] = field(default_factory=list)
    not_verbatim: int = 0

    def add(self, other: Score) -> None:
        """Take another score into this one."""
        self.listed += other.listed
        self.found += other.found
        self.misses += other.misses
        self.false += other.false
        self.true += other.true
        self.too_precise += other.too_precise
        self.not_verbatim += other.not_verbatim

    def recall(self, which: str) -> float:
        """Return the share of the listed events that were found: of "main", of "all"."""
        return self.found[which] / max(1, self.listed[which])

    @property
    def false_per_true(self) -> float:
        """Return how many drafts are false for each that is true."""
        return len(self.false) / max(1, self.true)


def measure(one: ReadingList) -> Score:
    """Draft from an empty record and compare with a reading list."""
    drafted = [item.event for item in draft(list(one.texts.values()), one.record).proposals if item.event]
    score = Score()
    rows = list(one.events)
    owners: dict[int, list[Event]] = {number: [] for number in range(len(rows))}
    for event in drafted:
        spans = _spans(one, event, score)
        touching = [number for number, row in enumerate(rows) if _touches(row, spans)]
        fitting = [
            number for number in touching if event.type in rows[number].types and _fits(rows[number], event)
        ]
        for number in fitting:
            owners[number].append(event)
        _judge(score, one, event, rows, touching, fitting)
    _count(score, one, rows, owners, drafted)
    return score


def _judge(
    score: Score, one: ReadingList, event: Event, rows: list[Listed], touching: list[int], fitting: list[int]
) -> None:
    if fitting:
        return
    if any(rows[number].optional and event.date.overlaps(rows[number].dates[0]) for number in touching):
        return
    if not touching:
        score.false.append((one.name, "no such event", event))
    elif any(event.type in rows[number].types for number in touching):
        finer = [number for number in touching if _finer(rows[number], event.date)]
        if finer:
            score.too_precise.append((one.name, event))
        score.false.append((one.name, "wrong date", event))
    else:
        score.false.append((one.name, "wrong type", event))


def _count(
    score: Score, one: ReadingList, rows: list[Listed], owners: dict[int, list[Event]], drafted: list[Event]
) -> None:
    used: set[str] = set()
    for number, row in enumerate(rows):
        fresh = [event for event in owners[number] if event.id not in used]
        for double in fresh[1:]:
            elsewhere = any(double in owners[other] for other in owners if other != number)
            if not elsewhere and not row.optional:
                score.false.append((one.name, "told twice", double))
                used.add(double.id)
        used |= {event.id for event in fresh[:1]}
        if row.optional:
            continue
        for which in ("all", "main") if row.main else ("all",):
            score.listed[which] += 1
            score.found[which] += bool(owners[number])
        if not owners[number]:
            score.misses.append((one.name, _why(row, one, drafted), row.what))
    false = {id(event) for _, _, event in score.false}
    score.true = sum(id(event) not in false for event in drafted)


def _why(row: Listed, one: ReadingList, drafted: list[Event]) -> str:
    near = [event for event in drafted if _touches(row, _spans(one, event, Score()))]
    if not near:
        return "not drafted" + (" (undated)" if row.dates[0].kind in {"before", "within"} else "")
    right_date = [event for event in near if _fits(row, event)]
    if right_date:
        return f"type {right_date[0].type}, not {row.types[0]}"
    return f"date {near[0].date}, not {row.dates[0]}"


def _spans(one: ReadingList, event: Event, score: Score) -> list[tuple[str, int, int]]:
    found = []
    for piece in event.evidence:
        place = one.texts[piece.source].find(piece.quote)
        if place is None:
            score.not_verbatim += 1
        else:
            found.append((piece.source, *place))
    return found


def _touches(row: Listed, spans: list[tuple[str, int, int]]) -> bool:
    return any(
        name in row.spans and start < row.spans[name][1] and end > row.spans[name][0]
        for name, start, end in spans
    )


def _fits(row: Listed, event: Event) -> bool:
    return any(_same_date(event.date, date) for date in row.dates)


def _same_date(drafted: Edtf, listed: Edtf) -> bool:
    if (drafted.earliest, drafted.latest) == (listed.earliest, listed.latest):
        return True
    bounds = {"before", "within", "after", "since"}
    return (
        drafted.kind in bounds
        and listed.kind in bounds
        and drafted.overlaps(listed)
        and listed.within(drafted)
    )


def _finer(row: Listed, drafted: Edtf) -> bool:
    return all(drafted.within(date) and drafted != date for date in row.dates)


def main() -> int:
    """Print recall, precision and the misses by kind; return 1 where the goal is missed."""
    total = Score()
    print(f"{'list':14} {'main':>12} {'all':>12} {'drafted':>8} {'false':>6}")
    for one in reading_lists():
        score = measure(one)
        _print_row(one.name, score)
        total.add(score)
    _print_row("together", total)
    reached = total.recall("main") >= 0.85 and total.recall("all") >= 0.75 and total.false_per_true <= 0.2
    print(f"false for each true one: {total.false_per_true:.2f} (at most 0.20)")
    print(
        f"dates finer than the words: {len(total.too_precise)}; quotations not verbatim: {total.not_verbatim}"
    )
    print("\nmissed, by kind")
    for name, why, what in sorted(total.misses, key=lambda row: (row[1], row[0])):
        print(f"  {why:40} {name}: {what}")
    print("\ndrafted falsely, by kind")
    for name, why, event in sorted(total.false, key=lambda row: (row[1], row[0])):
        print(f"  {why:14} {name}: {event.date} {event.type}: {event.evidence[0].quote[:130]}")
    return 0 if reached and not total.too_precise and not total.not_verbatim else 1


def _print_row(name: str, score: Score) -> None:
    main_part = f"{score.found['main']}/{score.listed['main']} {score.recall('main'):.0%}"
    all_part = f"{score.found['all']}/{score.listed['all']} {score.recall('all'):.0%}"
    print(
        f"{name:14} {main_part:>12} {all_part:>12} {score.true + len(score.false):>8} {len(score.false):>6}"
    )


if __name__ == "__main__":
    sys.exit(main())
