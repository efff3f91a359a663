"""Candidates: what one report tells as an event, with its date, its words and its reasons.

A dated clause is the best sign of an event. What is dated but only predicted, conditional or customary is
none. What happened but has no date in its sentence gets bounds, never the day of the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from generator.dates import Edtf, TimeExpression
from generator.events.clauses import Clause
from generator.events.course import in_course
from generator.events.figures import Figure, figures_in
from generator.events.parties import parties_of, place_of, speaks_of
from generator.events.quotes import Quotation, Spoken
from generator.events.report import Report
from generator.events.sentence import told_in
from generator.events.speech import Speech
from generator.events.telling import Trigger
from generator.events.told import Told
from generator.sources import Sentence
from generator.timeline.model import Attribution, EventType

__all__ = ["Candidate", "candidates"]

BACKGROUND_DAYS = (
    150  # what ended so long before the report was written belongs to the time before the crisis
)
ALONE_WORDS = 6  # words; a shorter clause is not understood without its sentence
QUOTE_LENGTH = 320  # characters; a longer sentence is quoted in part


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What one sentence of one report tells as an event.

    `start` and `end` are the offsets of the words to quote, `trigger` those of the words that tell the event.
    """

    report: Report
    start: int
    end: int
    sentence: Sentence
    clause: Clause
    type: EventType
    date: Edtf
    dated: bool
    counted: bool
    trigger: Trigger
    expression: TimeExpression | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    speaker: str | None = None
    attribution: Attribution = "narrator"
    channel: str | None = None
    figures: tuple[Figure, ...] = ()
    background: bool = False
    quoted: tuple[Quotation, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The words to quote, verbatim."""
        return self.report.text.text[self.start : self.end]


def candidates(spoken: Spoken) -> list[Candidate]:
    """Return what a report tells as events, in the order of its words."""
    found: list[Candidate] = []
    rows = [(sentence, told_in(spoken.report, sentence)) for sentence, _ in spoken.speeches]
    for (sentence, told), (_, speech) in zip(in_course(spoken.report, rows), spoken.speeches, strict=True):
        found.extend(_candidate(spoken, sentence, one, speech, alone=len(told) == 1) for one in told)
    return found


def _candidate(
    spoken: Spoken, sentence: Sentence, told: Told, speech: Speech | None, *, alone: bool
) -> Candidate:
    report = spoken.report
    start, end = _words_to_quote(report, sentence, told, alone)
    heard = speech if speech is not None and start <= speech.verb < end else None
    heard = speaks_of(report, told, heard)
    actors, recipients = parties_of(report, sentence, told, heard)
    inside = tuple(one for one in spoken.quotations if one.start < sentence.end and one.end > sentence.start)
    return Candidate(
        report=report,
        start=start,
        end=end,
        sentence=sentence,
        clause=told.clause,
        type=told.type,
        date=told.date,
        dated=told.expression is not None,
        counted=told.counted,
        trigger=told.trigger,
        expression=told.expression,
        actors=actors,
        recipients=recipients,
        place=place_of(report, sentence, told, heard, (start, end)),
        speaker=heard.speaker if heard else None,
        attribution=heard.attribution if heard else "narrator",
        channel=heard.channel if heard else None,
        figures=figures_in(report.text.text[start:end]),
        background=_is_background(report, told.date),
        quoted=inside,
        reasons=told.reasons,
    )


def _words_to_quote(report: Report, sentence: Sentence, told: Told, alone: bool) -> tuple[int, int]:
    """Return what to quote: the sentence, or the clause where a sentence is long or tells more."""
    text = report.text.text
    start = min(report.prose_start(sentence), told.trigger.start)
    points = [told.clause.start, told.clause.end, told.trigger.start, told.trigger.end]
    if told.expression and told.clause.start - QUOTE_LENGTH // 4 < told.expression.start < told.clause.end:
        points += [told.expression.start, told.expression.end]
    first, last = min(points), max(points)
    said = told.type in _SAID or told.trigger.type == "statement"
    stands_alone = len(text[first:last].split()) >= ALONE_WORDS and told.trigger.how == "happened"
    if sentence.end - start <= QUOTE_LENGTH and (alone or said or not stands_alone):
        return start, sentence.end
    if said:
        first, last = _said_around(start, sentence, first, last)
    while last > first and text[last - 1] in " ,;:—–":
        last -= 1
    return first, last


def _said_around(start: int, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    # What was said stands before the verb of saying, or behind it.
    if last - start <= QUOTE_LENGTH:
        return start, last
    return first, min(
        sentence.end, first + QUOTE_LENGTH
    ) if sentence.end - first > QUOTE_LENGTH else sentence.end


_SAID: frozenset[EventType] = frozenset({"threat", "accusation", "statement"})


def _is_background(report: Report, date: Edtf) -> bool:
    written = report.written.earliest if report.written else None
    return (
        written is not None
        and date.latest is not None
        and date.latest < written - timedelta(days=BACKGROUND_DAYS)
    )
