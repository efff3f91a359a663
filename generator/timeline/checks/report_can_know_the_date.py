"""An event without dated words is not dated after the reports that tell of it.

What is still to come (a deadline, talks that are announced) has words that say when: add them with `when`.

Fails:

    date: "2026-10-19"
    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October

Passes:

    date: "2025-10-19"
    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.timeline.checks.context import Context
from generator.timeline.model import Event


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each event that begins after all its reports were published."""
    for number, event in enumerate(context.timeline.events):
        last = _last_report(context, event)
        if last is not None and event.date.earliest is not None and event.date.earliest >= last:
            wrong = f"{event.date} is after the last report of it"
            mend = "correct the date, or add the words that say so"
            path = f"events[{number}].date"
            yield context.problem(path, "report-can-know-the-date", wrong, mend, "warning")


def _last_report(context: Context, event: Event) -> date | None:
    """Return the day after the last report, or None where the words are dated or a report is not."""
    sources = [context.timeline.sources.get(one.source) for one in event.evidence if one.when is None]
    published = [one.published.latest for one in sources if one is not None and one.published is not None]
    days = [one for one in published if one is not None]
    return max(days) if days and len(days) == len(event.evidence) else None
