"""Evidence for the record, made from a candidate: the quotation, who speaks, and how its date was read."""

from __future__ import annotations

import hashlib

from generator.dates import TimeExpression
from generator.events.candidate import Candidate
from generator.events.quotes import Quotation
from generator.events.report import Report
from generator.sources import fold
from generator.timeline.model import Attribution, Evidence, Reading, When, WhenAnchor

LONGEST = 320  # characters of a quotation

__all__ = ["evidence_of", "evidence_of_words", "fingerprint", "shortened", "when_of"]


def evidence_of(one: Candidate) -> Evidence:
    """Return what a candidate quotes, as the record keeps it."""
    return Evidence(
        source=one.report.source.id,
        quote=one.quote,
        language=one.report.source.language,
        speaker=one.speaker,
        attribution=heard(one.speaker, one.attribution),
        channel=one.channel,
        when=when_of(one.expression) if one.expression and not one.counted else None,
    )


def fingerprint(piece: Evidence) -> str:
    """Return the sign by which a proposal is known again: made of its words alone, so a copy shares it.

    >>> one, copy = (Evidence(source=name, quote="Talks  ended.") for name in ("a", "b"))
    >>> fingerprint(one) == fingerprint(copy)
    True
    """
    words = fold(piece.quote)[0].strip().lower()
    dated = piece.when.text.lower() if piece.when else ""
    return hashlib.sha256(f"{words}|{dated}".encode()).hexdigest()[:12]


def heard(speaker: str | None, attribution: Attribution) -> Attribution:
    """Return how words are attributed: what is quoted of somebody whom nobody names is mixed, not direct."""
    return "mixed" if attribution == "direct" and speaker is None else attribution


def shortened(words: str) -> str:
    """Return words as a quotation: those that are too long are cut after a sentence, else after a word."""
    while len(words) > LONGEST and (cut := max(words.rfind(mark, 0, len(words) - 1) for mark in ".!?…")) > 0:
        words = words[: cut + 1]
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0]


def evidence_of_words(report: Report, said: Quotation) -> Evidence:
    """Return words that somebody said, as the record keeps them; a long quotation is cut after a sentence."""
    words = shortened(report.text.text[said.start : said.end])
    return Evidence(
        source=report.source.id,
        quote=words.rstrip(" ,"),
        language=report.source.language,
        speaker=said.speaker,
        attribution=heard(said.speaker, said.attribution),
        channel=said.channel,
    )


def when_of(expression: TimeExpression) -> When:
    """Return the working of a date, as the record keeps it."""
    return When(
        text=expression.text,
        value=expression.value,
        edtf=expression.edtf,
        anchor=_anchor(expression),
        rule=str(expression.derivation),
        readings=tuple(Reading(edtf=one.edtf, why=one.why) for one in expression.readings if one.edtf),
    )


def _anchor(expression: TimeExpression) -> WhenAnchor:
    if expression.anchor == "dct":
        return "published"
    return "none" if expression.anchor is None else "named"
