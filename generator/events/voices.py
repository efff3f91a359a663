"""Voices: what each party says in each part of a sentence, so that one can be set beside another.

A part ends at a semicolon, and where "while" or "but" goes on with somebody else. Who denies or blames
is a voice as much as who says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator.events.evidence import shortened
from generator.events.figures import Figure, figures_in
from generator.events.patterns import compile_patterns
from generator.events.quotes import Spoken
from generator.events.report import Report
from generator.events.speech import Speech, speech_in, subject_of
from generator.events.wordlists import read_words
from generator.sources import Sentence
from generator.timeline.model import Attribution, Evidence

__all__ = ["Voice", "contested_words", "voices_in"]

Manner = Literal["says", "blames", "denies", "counts", "both"]
LONGEST = 1_500  # characters of a sentence; a longer one is a list or a trap


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """What one party says: its offsets, the number of its sentence, who speaks, for whom, and how.

    Where the narrator says of both sides that they blame each other (`manner` is "both"), nobody speaks.

    `verb` is the offset of the verb; `sentence` counts from 0 in its report.
    """

    report: Report
    start: int
    end: int
    verb: int
    sentence: int
    paragraph: int
    by: str
    party: str
    manner: Manner
    attribution: Attribution
    channel: str | None

    @property
    def words(self) -> str:
        """The words of the source, verbatim."""
        return self.report.text.text[self.start : self.end]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers that are given, with what they count."""
        return figures_in(self.words)

    def names(self, party: str) -> bool:
        """Tell whether the words name a party, or one of its people, besides the speaker."""
        actors = self.report.names.actors
        return any(
            party in (one.id, actors[one.id].of)
            for one in self.report.actors_in(self.start, self.end)
            if one.id != self.by and (actors[one.id].of or one.id) != self.party
        )

    def evidence(self) -> Evidence:
        """Return the words as the record keeps them."""
        return Evidence(
            source=self.report.source.id,
            quote=shortened(self.words),
            language=self.report.source.language,
            speaker=self.by,
            attribution=self.attribution,
            channel=self.channel,
        )


@cache
def contested_words(key: str) -> re.Pattern[str]:
    """Return the patterns of one list of `words/contested.yml`."""
    return compile_patterns(read_words("contested")[key])


_PARTS = re.compile(
    r";\s+|,?\s+(?=while\s)|,\s+(?=but\s)"
    r"|,\s+(?=(?:which|an?|something)\s(?:[\w’']+\s){0,5}(?:den|reject|dismiss|disput|refut|call))"
)


def voices_in(spoken: Spoken) -> list[Voice]:
    """Return the voices of a report in the order of its words."""
    found: list[Voice] = []
    last: str | None = None
    for number, (sentence, speech) in enumerate(spoken.speeches):
        if sentence.end - sentence.start > LONGEST:
            continue
        parts = list(_parts(spoken.report, sentence))
        for place, part in enumerate(parts):
            if contested_words("both").search(spoken.report.masked, part.start, part.end):
                found.append(_of_both(spoken.report, part, number))
                continue
            heard = _heard(spoken.report, part, last, speech if len(parts) == 1 else None)
            if heard is None:
                continue
            manner, one = heard
            by = one.speaker or _unnamed(spoken.report, part, one.verb, found, number)
            if by is None:
                continue
            actor = spoken.report.names.actors[by]
            party = actor.of if actor.of in spoken.report.names.actors else by
            assert party  # noqa: S101  (an id or its own)
            found.append(
                Voice(
                    spoken.report,
                    parts[place - 1].start if place and _leans(spoken.report, part) else part.start,
                    part.end,
                    one.verb,
                    number,
                    sentence.paragraph,
                    by,
                    party,
                    manner,
                    one.attribution,
                    one.channel,
                )
            )
            last = by if actor.kind == "person" else last
    return found


def _of_both(report: Report, part: Sentence, number: int) -> Voice:
    return Voice(
        report, part.start, part.end, part.start, number, part.paragraph, "", "", "both", "narrator", None
    )


def _parts(report: Report, sentence: Sentence) -> Iterator[Sentence]:
    start = report.prose_start(sentence)
    for cut in _PARTS.finditer(report.masked, start, sentence.end):
        yield replace(sentence, start=start, end=cut.start())
        start = cut.end()
    yield replace(sentence, start=start, end=sentence.end)


def _heard(
    report: Report, part: Sentence, last: str | None, speech: Speech | None
) -> tuple[Manner, Speech] | None:
    """Return how somebody speaks in a part of a sentence, and who, or None where only the reporter does."""
    for manner in _MANNERS:
        verb = contested_words(_LISTS[manner]).search(report.masked, part.start, part.end)
        if verb and not _is_noun_phrase(report.masked, verb):
            speaker = subject_of(report, part, verb, last)
            base = speech_in(report, part, last)
            if base and base.verb < verb.start():
                speaker = base.speaker or speaker
            return manner, Speech(
                verb.start(),
                speaker,
                base.attribution if base else "indirect",
                base.channel if base else None,
            )
    found = speech_in(report, part, last) or speech
    if found is None:
        return None
    blames = contested_words("blames").search(report.text.text, part.start, part.end)
    return ("blames" if blames else "says"), found


_MANNERS: tuple[Manner, ...] = ("denies", "counts", "blames")
_LISTS: dict[Manner, str] = {"denies": "denies", "counts": "recounts", "blames": "blames"}


def _is_noun_phrase(text: str, verb: re.Match[str]) -> bool:
    # "militants accused of attacks", "the rejected offer": a participle behind or before a noun is no voice.
    before = text[max(0, verb.start() - 8) : verb.start()].lower()
    behind = text[verb.end() : verb.end() + 4].lower()
    passive = verb.group().lower() in {"accused", "blamed"} and behind.startswith(" of ")
    return before.endswith((" the ", " a ", " of ")) or passive


def _leans(report: Report, part: Sentence) -> bool:
    """Tell whether a part says nothing by itself: "…, which it denies", "…, a charge that it rejects"."""
    return re.match(r"(?:which|an?|something)\s", report.masked[part.start : part.end]) is not None and (
        part.end - part.start < SHORT
    )


SHORT = 60  # characters


def _unnamed(report: Report, part: Sentence, verb: int, found: list[Voice], number: int) -> str | None:
    """Return for whom somebody without a name speaks: "a doctor at the clinic", "its army", "it denies"."""
    opening = report.masked[part.start : verb]
    near = found[-1] if found and number - found[-1].sentence <= 1 else None
    if near and re.match(r"\W*(?:its|their)\s", opening, re.IGNORECASE):
        return near.party
    if near and near.sentence == number and _leans(report, part):
        named = report.actors_in(near.verb, near.end)
        return next((one.id for one in named if one.id not in (near.by, near.party)), None)
    start = part.start + max(opening.rfind(mark) for mark in ("\0", "”", '"', ",")) + 1
    before = report.actors_in(start, verb)
    return before[0].id if before else None
