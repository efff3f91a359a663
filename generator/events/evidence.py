"""Evidence for the record, made from a candidate: the quotation, who speaks, and how its date was read."""

from __future__ import annotations

from generator.dates import TimeExpression
from generator.events.candidate import Candidate
from generator.timeline.model import Evidence, Reading, When, WhenAnchor

__all__ = ["evidence_of", "when_of"]


def evidence_of(one: Candidate) -> Evidence:
    """Return what a candidate quotes, as the record keeps it."""
    return Evidence(
        source=one.report.source.id,
        quote=one.quote,
        language=one.report.source.language,
        speaker=one.speaker,
        attribution=one.attribution,
        channel=one.channel,
        when=when_of(one.expression) if one.expression else None,
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
