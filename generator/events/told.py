"""An event as a sentence tells it, and how its date follows from the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dates import Edtf, TimeExpression
from generator.events.clauses import Clause
from generator.events.extent import extent_of
from generator.events.report import Report
from generator.events.telling import Trigger, refined
from generator.timeline.model import EventType

__all__ = ["Told", "ends_a_pair", "tell", "tells"]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a sentence tells it: its words, its type, its date with what gives it, and the reasons."""

    trigger: Trigger
    clause: Clause
    type: EventType
    date: Edtf
    expression: TimeExpression | None
    reasons: tuple[str, ...]
    counted: bool = False  # the date lies some days or hours from what the expression means


def tell(
    report: Report, clauses: Sequence[Clause], clause: Clause, trigger: Trigger, expression: TimeExpression
) -> Told:
    """Return what a trigger tells, dated by an expression."""
    kind = refined(report.masked, report.text.text, trigger, clause, clauses)
    date = pair_of(report, expression) or expression.range or expression.edtf
    assert date  # noqa: S101  (only dating expressions come here)
    extent = extent_of(report, clause, expression, named=trigger.how == "named")
    if extent:
        date, word = extent
        reason = f"“{' '.join(word.split())}” beside “{expression.text}” dates it: {date}"
    else:
        reason = f"“{expression.text}” dates it: {date}"
    counted = extent is not None and expression.edtf != date
    return Told(trigger, clause, kind, date, expression, (reason, tells(report, trigger, kind)), counted)


def tells(report: Report, trigger: Trigger, kind: EventType) -> str:
    """Return the reason that lies in the words of a trigger."""
    words = " ".join(report.text.text[trigger.start : trigger.end].split())
    if trigger.how == "only":
        return (
            f"“{words}” says that something happened; no list of words gives it a narrower type than {kind}"
        )
    return f"“{words}” tells a {kind}"


_PAIR = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)


_AND = re.compile(r"\s*(?:and|to|until|till|-|–)\s*(?:the\s+)?", re.IGNORECASE)


def pair_of(report: Report, first: TimeExpression) -> Edtf | None:
    """Return the whole stretch where two dates bound it: "evacuated between 2 and 4 September"."""
    if not _PAIR.search(report.masked[max(0, first.start - 15) : first.start]) or first.edtf is None:
        return None
    for other in report.expressions:
        if other.start >= first.end and other.edtf and _AND.fullmatch(report.masked[first.end : other.start]):
            if first.edtf.kind == other.edtf.kind == "day" and first.edtf < other.edtf:
                return Edtf.parse(f"{first.edtf}/{other.edtf}")
            return None
    return None


def ends_a_pair(text: str, expression: TimeExpression) -> bool:
    """Tell whether an expression is the second of two that bound a stretch."""
    before = text[max(0, expression.start - 40) : expression.start]
    return (
        re.search(r"\b(?:between|from)\s+(?:the\s+)?[\w .]{1,20}\s(?:and|to|until|till)\s+$", before)
        is not None
    )
