"""Quotations with their speakers: direct ones stand alone, mixed ones in the reporter's sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
            speech = self._about(one)
            speaker = speech.speaker if speech else last if _stands_alone(self.report, one) else None
            if one.continued and found:
                speaker = speaker or found[-1].speaker
            words = self.report.text.text[one.start : one.end]
            kind: Attribution = "direct" if is_sentence(words) else "mixed"
            channel = speech.channel if speech else None
            found.append(Quotation(one.start, one.end, speaker, kind, channel, one.continued))
            last = speaker
        return found

    def _about(self, one: Quoted) -> Speech | None:
        touching = self._between(one.start - 1, one.end)
        for _, speech in touching:
            if speech:
                return speech
        # A quotation that is a sentence by itself has its speaker beside it: “So be it.” He left it at that.
        length = sum(sentence.end - sentence.start for sentence, _ in touching)
        if not touching or one.end - one.start < 0.6 * length:
            return None
        paragraph = touching[0][0].paragraph
        around = self._between(one.start - NEAR, one.end + NEAR)
        near = [speech for sentence, speech in around if sentence.paragraph == paragraph and speech]
        return near[-1] if near else None

    def _between(self, start: int, end: int) -> list[tuple[Sentence, Speech | None]]:
        first = max(0, bisect_right(self._starts, start) - 1)
        rows = self.speeches[first : bisect_left(self._starts, end)]
        return [row for row in rows if row[0].end > start]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence, _ in self.speeches]


NEAR = 2_000  # characters; a paragraph is shorter


def _stands_alone(report: Report, one: Quoted) -> bool:
    """Tell whether a quotation is a sentence of its own, so that whoever spoke before goes on speaking."""
    sentence = report.text.sentence_at(one.start)
    return one.continued or one.start - sentence.start <= 1
