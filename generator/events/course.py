"""The course of a report: what has no date of its own, bounded by what the report says it came after.

A sentence that tells something without a date has an end, the day on which the report can appear. It has a
beginning too where its words go on from what stands before ("in turn", "later"), or where it answers an event
that the report dates ("voiced concern at the arrest"). Where both ends are one day, that is its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.dates import Edtf
from generator.events.extent import report_day
from generator.events.lexicon import lexicon
from generator.events.report import Report
from generator.events.stems import content
from generator.events.telling import VIOLENT
from generator.events.told import Told
from generator.sources import Sentence

__all__ = ["in_course"]

RECENT = 60  # days; what lies farther back is no beginning that tells anything
SPEECH = frozenset({"statement", "accusation", "threat"})


@dataclass(frozen=True, slots=True)
class _Flow:
    """Where a report stands: the event that it told last, and the paragraph that still goes on from it."""

    told: Told
    paragraph: int


def in_course(
    report: Report, rows: Sequence[tuple[Sentence, list[Told]]]
) -> Iterator[tuple[Sentence, list[Told]]]:
    """Give the sentences of a report again, each event without a date bounded by what it came after."""
    dated = [(sentence, one) for sentence, told in rows for one in told if one.expression]
    flow: _Flow | None = None
    for sentence, told in rows:
        followed = [
            _placed(report, sentence, one, flow, dated)
            for one in told
            if not _is_history(report, sentence, one, flow)
        ]
        if followed:
            flow = _Flow(followed[0], sentence.paragraph)
        elif flow and _follows(report, sentence, flow):
            flow = replace(flow, paragraph=sentence.paragraph)
        yield sentence, followed


def _is_history(report: Report, sentence: Sentence, told: Told, flow: _Flow | None) -> bool:
    """Tell whether something without a date goes on from what happened long before, in the same paragraph."""
    today = report_day(report)
    if flow is None or flow.paragraph != sentence.paragraph or told.expression is not None or today is None:
        return False
    last = flow.told.date.latest
    return last is not None and today.earliest is not None and (today.earliest - last).days > RECENT


def _follows(report: Report, sentence: Sentence, flow: _Flow) -> bool:
    """Tell whether a sentence that tells nothing goes on from the last that did."""
    words = report.masked[sentence.start : sentence.end]
    beside = sentence.paragraph == flow.paragraph and _GOES_ON.match(words) is not None
    return beside or lexicon().onward.search(words) is not None


_GOES_ON = re.compile(r"\W*(?:he|she|they|it)\b", re.IGNORECASE)


def _placed(
    report: Report,
    sentence: Sentence,
    told: Told,
    flow: _Flow | None,
    dated: Sequence[tuple[Sentence, Told]],
) -> Told:
    if told.expression is not None or told.date.kind != "before":
        return told
    words = report.masked[sentence.start : sentence.end]
    if lexicon().looks_back.search(words):
        return told
    return (
        _the_hour(report, told, sentence)
        or (_going_on(sentence, words, told, flow) if flow else None)
        or _afterwards(told, _begins(report, sentence, words, told, flow, dated))
        or told
    )


def _the_hour(report: Report, told: Told, sentence: Sentence) -> Told | None:
    """Date what somebody said at an hour that the sentence gives: "in a statement issued at noon"."""
    named = {one.start for one in report.dates_in(sentence)}
    for one in report.expressions:
        inside = sentence.start <= one.start < sentence.end and one.start not in named
        if inside and one.type == "TIME" and one.anchor == "dct" and one.edtf and told.type in SPEECH:
            return _dated(told, one.edtf, f"“{one.text}” is an hour of the day of the report: {one.edtf}")
    return None


def _going_on(sentence: Sentence, words: str, told: Told, flow: _Flow) -> Told | None:
    """Give the date of what stands before to what goes on from it: at once, in a speech, in the fighting."""
    last, beside = flow.told, flow.paragraph == sentence.paragraph
    at_once = lexicon().at_once.search(words)
    if at_once and last.date.kind in {"day", "within"}:
        return _dated(told, last.date, f"“{at_once.group()}” goes on from what is dated {last.date}")
    speaks_on = last.type in SPEECH and told.type in SPEECH and last.date.kind == "day"
    if beside and speaks_on and _GOES_ON.match(words):
        return _dated(told, last.date, f"who speaks goes on from what is dated {last.date}")
    period = _period(last.date)
    if beside and period and {told.type, last.type} <= VIOLENT:
        return _dated(told, period, f"it goes on from the sentence before, dated {last.date}")
    return None


def _period(day: Edtf) -> Edtf | None:
    """Return the stretch of time that a date is, a month for what only says where in it; None for a day."""
    if day.kind == "within" and day.earliest and day.latest:
        month = day.earliest.isoformat()[:7]
        long = (day.latest - day.earliest).days >= WEEK
        return Edtf.parse(month) if long and day.within(Edtf.parse(month)) else None
    return day if day.kind in {"month", "span"} else None


WEEK = 7  # days


def _begins(
    report: Report,
    sentence: Sentence,
    words: str,
    told: Told,
    flow: _Flow | None,
    dated: Sequence[tuple[Sentence, Told]],
) -> tuple[date, str] | None:
    """Return the first day on which something can have happened, and the words that say so."""
    answered = min(_answered(report, sentence, told, dated), default=None)
    if answered or flow is None or flow.told.date.earliest is None:
        return answered
    onward = lexicon().onward.search(words)
    if onward:
        return flow.told.date.earliest, f"“{onward.group()}”"
    if sentence.paragraph == flow.paragraph and told.type in SPEECH and (goes_on := _GOES_ON.match(words)):
        return flow.told.date.earliest, f"“{goes_on.group().strip()}”"
    return None


def _answered(
    report: Report, sentence: Sentence, told: Told, dated: Iterable[tuple[Sentence, Told]]
) -> Iterator[tuple[date, str]]:
    """Give the days of the events that a sentence speaks of by a noun: "the arrest", "that attack"."""
    today = report_day(report)
    if told.type not in SPEECH or today is None or today.earliest is None:
        return
    text = report.masked[told.trigger.start : sentence.end]
    nouns = {found[1].lower(): found.group() for found in _DEFINITE.finditer(text)}
    for where, one in dated:
        first = one.date.earliest
        if first is None or where == sentence or not 0 <= (today.earliest - first).days <= RECENT:
            continue
        deed = report.masked[one.trigger.start : one.trigger.end]
        for noun, words in nouns.items():
            if _names(noun, deed):
                yield first, f"“{words}”"


_DEFINITE = re.compile(
    r"\b(?:the|that|this|these|those|his|her|its|their)\s+(?:\w+\s+)?(\w{4,})", re.IGNORECASE
)


def _names(noun: str, deed: str) -> bool:
    """Tell whether a noun is that of a deed: "arrest" of "was arrested", "collapse" of "collapsed"."""
    stems = content(noun)
    return any(
        len(stem) >= STEM and len(other) >= STEM and (other.startswith(stem) or stem.startswith(other))
        for stem in stems
        for other in content(deed)
    )


STEM = 4  # letters


def _afterwards(told: Told, begins: tuple[date, str] | None) -> Told | None:
    if begins is None or told.date.latest is None:
        return None
    first, words = begins
    last = told.date.latest - timedelta(days=1)
    if not 0 <= (last - first).days <= RECENT:
        return None
    whole = first.isoformat() if first == last else f"[{first.isoformat()}..{last.isoformat()}]"
    return _dated(told, Edtf.parse(whole), f"{words} puts it after what is dated {first.isoformat()}")


def _dated(told: Told, day: Edtf, reason: str) -> Told:
    return replace(told, date=day, reasons=(reason, *told.reasons[1:]))
