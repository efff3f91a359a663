"""How much of the calendar a date takes up by the words around it: an end, a stretch, the day behind a night.

"By Tuesday morning" is any day up to Tuesday; "since Saturday", of what still goes on, is all days from
Saturday to that of the report; "for a third straight day on Monday" is three days; "after midnight", of a
night that was named, is the day after it.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from generator.dates import Edtf, TimeExpression
from generator.events.clauses import Clause
from generator.events.lexicon import lexicon
from generator.events.patterns import words_to_regex
from generator.events.report import Report

__all__ = ["extent_of", "is_part_of_day", "report_day"]


def extent_of(
    report: Report, clause: Clause, expression: TimeExpression, *, named: bool = False
) -> tuple[Edtf, str] | None:
    """Return the date that an expression gives its clause, with the words that change it, or None.

    `named` says that the clause has only a noun for what happened, which began with the date.
    """
    date = expression.edtf
    if date is None:
        return None
    if named and date.kind == "since" and (start := Edtf.parse(date.text.partition("/")[0])).kind == "day":
        return start, "since"  # "a truce that has held since May 9"
    text = report.masked
    before = text[max(0, expression.start - 12) : expression.start]
    if date.kind == "day" and (word := _BY.search(before)) and not is_part_of_day(expression):
        return Edtf.parse(f"[..{date}]"), word[1]
    if date.kind == "day" and _SINCE.search(before):
        date = Edtf.parse(f"{date}/..")
    return (
        _until_now(report, clause, date)
        or _days_in_a_row(text, clause, expression)
        or _past_midnight(report, before, expression)
    )


def is_part_of_day(expression: TimeExpression) -> bool:
    """Tell whether words give an hour and other words its day: "overnight", "by nightfall"."""
    return expression.type == "TIME" and not re.search(r"\d|[A-Z]\w*day\b", expression.text)


def report_day(report: Report) -> Edtf | None:
    """Return the last day that a report can tell of, or None where its day is unknown."""
    if report.written is None or report.written.latest is None:
        return None
    return Edtf.parse((report.written.latest - timedelta(days=1)).isoformat())


_BY = re.compile(r"\b(by)\s+(?:early\s+|late\s+|the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
_STILL = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
STILL_NEWS = 60  # days; what has gone on for longer is a state


def _until_now(report: Report, clause: Clause, date: Edtf) -> tuple[Edtf, str] | None:
    """Return the stretch of what began on a day and still goes on when the report is written."""
    today = report_day(report)
    if date.kind != "since" or today is None or not _STILL.search(report.masked, clause.start, clause.end):
        return None
    start = Edtf.parse(date.text.partition("/")[0])
    first, last = start.earliest, today.earliest
    if start.kind != "day" or first is None or last is None or not 0 < (last - first).days <= STILL_NEWS:
        return None
    return Edtf.parse(f"{start}/{today}"), "since"


@cache
def _in_a_row() -> re.Pattern[str]:
    ordinals = words_to_regex(lexicon().ordinals)
    row = r"(?:straight|consecutive|successive|running)"
    return re.compile(
        rf"\b(?:(?P<nth>{ordinals})\s+(?:{row}\s+(?:day|night)|(?:day|night)\s+(?:running|in\s+a\s+row))"
        rf"|for\s+(?:a|the)\s+(?P<for>{ordinals})\s+(?:day|night))\b",
        re.IGNORECASE,
    )


def _days_in_a_row(text: str, clause: Clause, expression: TimeExpression) -> tuple[Edtf, str] | None:
    date = expression.edtf
    found = _in_a_row().search(text, clause.start, clause.end)
    if found is None or date is None or date.kind != "day" or date.earliest is None:
        return None
    if min(abs(found.end() - expression.start), abs(found.start() - expression.end)) > BESIDE:
        return None
    days = lexicon().ordinals.index((found["nth"] or found["for"]).lower()) + 2
    first = date.earliest - timedelta(days=days - 1)
    return Edtf.parse(f"{first.isoformat()}/{date}"), found.group()


BESIDE = 6  # characters between "a third straight day" and its date


_AFTER = re.compile(r"\b(after|past)\s+$", re.IGNORECASE)
_DARK = re.compile(r"T(?:NI|EV|2\d)")


def _past_midnight(report: Report, before: str, expression: TimeExpression) -> tuple[Edtf, str] | None:
    """Return the day behind the night that a midnight ended; that night began on a day that was named."""
    date, word = expression.edtf, _AFTER.search(before)
    if word is None or date is None or date.earliest is None or not expression.value.endswith("T24:00"):
        return None
    named = next((one for one in report.expressions if one.start == expression.anchor), None)
    if named is None or named.edtf != date:
        return None
    today, after = report_day(report), (date.earliest + timedelta(days=1)).isoformat()
    if today and after > today.text:
        return None  # the midnight with which the day of the report began
    whole = after if _DARK.search(named.value) else f"[{date}..{after}]"
    return Edtf.parse(whole), f"{word[1]} midnight"
