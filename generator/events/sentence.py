"""What a sentence tells: each date with the words that it dates, and what happened without a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.events.attributive import is_attributive
from generator.events.clauses import split_clauses
from generator.events.counted import counted_events
from generator.events.dated import dated_events
from generator.events.extent import is_part_of_day
from generator.events.positions import RELATIVE
from generator.events.report import Report
from generator.events.told import Told, ends_a_pair
from generator.events.undated import undated_event
from generator.sources import Sentence

__all__ = ["told_in"]


LONGEST = 3_000  # characters; what is longer is a list or a trap, and no sentence


def told_in(report: Report, sentence: Sentence) -> list[Told]:
    """Return the events that a sentence tells, those with a date first."""
    if sentence.end - sentence.start > LONGEST:
        return []
    dates = [one for one in report.dates_in(sentence) if not ends_a_pair(report.masked, one)]
    spans = [(one.start, one.end) for one in dates]
    clauses = split_clauses(report.masked, report.prose_start(sentence), sentence.end, spans)
    taken: list[Told] = []
    for number in sorted(range(len(dates)), key=lambda number: is_part_of_day(dates[number])):
        for told in dated_events(report, clauses, dates, number):
            if not any(told.trigger.start == other.trigger.start for other in taken):
                taken.append(told)
    taken = [one for one in taken if not _only_attributes(report, one, taken)]
    taken.sort(key=lambda one: one.expression.start if one.expression else sentence.start)
    taken.extend(counted_events(report, clauses, taken))
    if all(_beside_the_point(report, one) for one in taken):
        taken.extend(undated_event(report, clauses, taken))
    return taken


def _only_attributes(report: Report, told: Told, taken: Sequence[Told]) -> bool:
    """Tell whether words only say who told what has its date: "it struck on Monday, they said on Tuesday"."""
    words = report.masked[told.clause.start : told.clause.end].split()
    return (
        told.type == "statement"
        and told.clause.link == ","
        and len(words) <= ATTRIBUTION
        and any(one.type != "statement" and one.clause.end <= told.clause.start for one in taken)
    )


ATTRIBUTION = 8  # words; so short a clause adds nothing to what it attributes


def _beside_the_point(report: Report, told: Told) -> bool:
    """Tell whether something dated is not what its sentence is about: a noun or a relative clause."""
    if told.expression and _IN_THE_COURSE_OF.search(report.masked, told.clause.start, told.expression.start):
        return False
    return is_attributive(report.masked, told.expression) or told.clause.link in RELATIVE


_IN_THE_COURSE_OF = re.compile(r"\b(?:in|during)\s+an?\s+$")
