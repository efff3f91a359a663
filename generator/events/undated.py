"""What a sentence tells outright without a date: bounds, and never the day of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from generator.dates import Edtf
from generator.events.clauses import Clause
from generator.events.lexicon import lexicon
from generator.events.positions import MAIN, shared_subject
from generator.events.report import Report
from generator.events.telling import Trigger, doubt_about, main_trigger, refined
from generator.events.told import Told, tells

__all__ = ["undated_event"]


def undated_event(report: Report, clauses: Sequence[Clause], taken: Sequence[Told]) -> Iterator[Told]:
    """Give the event that a sentence tells outright without a date, bounded by the day of the report."""
    bound = _bound(report)
    for place, clause in enumerate(clauses):
        if bound is None or clause.link not in MAIN:
            continue
        trigger = main_trigger(report.masked, clause, shared_subject(report.masked, clauses, place))
        trigger = trigger or _vow(report, clause)
        if trigger is None or any(trigger.start <= one.trigger.start < trigger.end for one in taken):
            continue
        if doubt_about(report.masked, clause, trigger, None):
            return
        kind = refined(report.masked, report.text.text, trigger, clause, clauses)
        reasons = ("no date stands with it, so it has bounds only", tells(report, trigger, kind))
        yield Told(trigger, clause, kind, bound, None, reasons)
        return


def _vow(report: Report, clause: Clause) -> Trigger | None:
    """Return the verb of saying behind which somebody announces harm himself: “We will strike,” he said."""
    verb = next(
        (
            one
            for one in re.finditer(r"[a-z]+", report.masked[clause.start : clause.end])
            if one.group() in lexicon().saying
        ),
        None,
    )
    if verb is None:
        return None
    start = clause.start + verb.start()
    near = report.text.sentence_at(start)
    for one in report.quoted:
        if one.double and one.start < near.end and one.end > near.start:
            words = report.text.text[one.start : one.end]
            if lexicon().vow.search(words) and lexicon().harm.search(words):
                return Trigger(start, clause.start + verb.end(), "threat", "happened")
    return None


def _bound(report: Report) -> Edtf | None:
    """Return the days on which it can have happened: all up to the last on which the report can appear.

    That a report tells it shows that it was over when that appeared, and no more; the day that the
    report writes about is where its weekdays count from, and no bound.
    """
    source = report.source
    last = max(
        (day.latest for day in (source.published, source.writes_about) if day and day.latest), default=None
    )
    return Edtf.parse(f"[..{(last - timedelta(days=1)).isoformat()}]") if last else None
