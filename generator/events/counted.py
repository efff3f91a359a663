"""Days counted from a dated event: "hours after …", "two days before …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from generator.dates import Edtf
from generator.events.clauses import Clause
from generator.events.positions import MAIN
from generator.events.report import Report
from generator.events.telling import doubt_about, refined, trigger_near
from generator.events.told import Told, tells

__all__ = ["counted_events"]


_HOURS = re.compile(r"(?:hours|minutes|shortly|soon|just) (after|before)", re.IGNORECASE)


_DAYS = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+days?$", re.IGNORECASE
)


_COUNTS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted_events(report: Report, clauses: Sequence[Clause], taken: Sequence[Told]) -> Iterator[Told]:
    """Give what happened hours before or after a dated event: that day or the one beside it."""
    days = [one for one in taken if one.date.kind == "day" and one.expression]
    for clause in clauses:
        hours = _HOURS.fullmatch(clause.link)
        steps = _days_between(report.masked, clause)
        leads = [one for one in days if one.clause.link in MAIN and one.clause.start < clause.start]
        if (
            not (hours or steps)
            or not leads
            or any(clause.start <= one.trigger.start < clause.end for one in taken)
        ):
            continue
        trigger = trigger_near(report.masked, clause, clause.start)
        if trigger is None or trigger.how == "named" or doubt_about(report.masked, clause, trigger, None):
            continue
        lead = leads[0]
        assert lead.expression  # noqa: S101  (so were the days chosen)
        back = -1 if clause.link.endswith("after") else 1
        number = _hours_between(report.masked, clause)
        date = _day_off(lead.date, back * steps) if steps else _day_beside(lead.date, back, number)
        kind = refined(report.masked, report.text.text, trigger, clause, [clause])
        beside = f"{steps} days from it" if steps else f"{date}"
        reason = f"“{clause.link}” counts from “{lead.expression.text}”: {beside}"
        reasons = (reason, tells(report, trigger, kind))
        yield Told(trigger, clause, kind, date, lead.expression, reasons, counted=True)


def _days_between(text: str, clause: Clause) -> int:
    """Return the days of "two days after"; 0 where no number of days opens the clause."""
    found = _DAYS.search(text[max(0, clause.start - 14) : clause.start].rstrip())
    if not found or clause.link not in {"after", "before"}:
        return 0
    word = found["count"].lower()
    if word.isdigit():
        return int(word)
    return _COUNTS.index(word) + 1 if word in _COUNTS else 1


def _day_off(day: Edtf, steps: int) -> Edtf:
    assert day.earliest is not None  # noqa: S101  (its kind is "day")
    return Edtf.parse((day.earliest + timedelta(days=steps)).isoformat())


def _hours_between(text: str, clause: Clause) -> int:
    """Return the hours of "53 hours after"; 1 where the words give no number."""
    found = _NUMBER.search(text[max(0, clause.start - 8) : clause.start])
    return int(found[1]) if found and clause.link.startswith("hours") else 1


_NUMBER = re.compile(r"\b(\d{1,3})\s*$")


def _day_beside(day: Edtf, step: int, hours: int) -> Edtf:
    assert day.earliest is not None  # noqa: S101  (its kind is "day")
    near, far = hours // 24, -(-hours // 24)
    first, last = sorted(day.earliest + timedelta(days=step * days) for days in (near, far))
    return Edtf.parse(f"[{first.isoformat()}..{last.isoformat()}]")
