"""Quotations with their speakers: direct ones stand alone, mixed ones in the reporter's sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.events.marks import Quoted, is_sentence
from generator.events.report import Report
from generator.events.speech import Speech, speaker_after, speech_in
from generator.sources import Sentence
from generator.timeline.model import Attribution

__all__ = ["Quotation", "Spoken"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their speaker: their offsets without the marks, and whether they stand alone.

    Direct: a whole sentence in marks. Mixed: a few words in the reporter's own sentence.
    """

    start: int
    end: int
    speaker: str | None
    attribution: Attribution
    channel: str | None
    continued: bool


@dataclass(frozen=True)
class Spoken:
    """What is said in a report, worked out once: who speaks in each sentence, and every quotation."""

    report: Report

    @cached_property
    def speeches(self) -> list[tuple[Sentence, Speech | None]]:
        """The sentences in order, each with who speaks in it."""
        last: str | None = None
        rows = []
        for sentence in self.report.text.sentences:
            speech = speech_in(self.report, sentence, last)
            last = speaker_after(self.report, speech, last)
            rows.append((sentence, speech))
        return rows

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Every quotation with its speaker, which one over several paragraphs keeps.

        Only what stands in double marks is a quotation; single ones hold a quotation within it, or a
        headline's words.
        """
        found: list[Quotation] = []
        last: str | None = None
        for one in self.report.quoted:
            if one.depth or not one.double or one.end <= one.start:
                continue
            speech = _speech_about(self.report, one, self.speeches)
            speaker = speech.speaker if speech else last if _stands_alone(self.report, one) else None
            if one.continued and found:
                speaker = speaker or found[-1].speaker
            words = self.report.text.text[one.start : one.end]
            kind: Attribution = "direct" if is_sentence(words) else "mixed"
            channel = speech.channel if speech else None
            found.append(Quotation(one.start, one.end, speaker, kind, channel, one.continued))
            last = speaker
        return found


def _stands_alone(report: Report, one: Quoted) -> bool:
    """Tell whether a quotation is a sentence of its own, so that whoever spoke before goes on speaking."""
    sentence = report.text.sentence_at(one.start)
    return one.continued or one.start - sentence.start <= 1


def _speech_about(
    report: Report, one: Quoted, speeches: list[tuple[Sentence, Speech | None]]
) -> Speech | None:
    touching = [row for row in speeches if row[0].start < one.end and row[0].end > one.start - 1]
    for _, speech in touching:
        if speech:
            return speech
    if not touching:
        return None
    # A quotation that is a sentence by itself has its speaker beside it: “So be it.” He left it at that.
    if one.end - one.start < 0.6 * sum(sentence.end - sentence.start for sentence, _ in touching):
        return None
    paragraph = touching[0][0].paragraph
    near = [speech for sentence, speech in speeches if sentence.paragraph == paragraph and speech]
    return near[-1] if near else None
