"""A day that is the first of a month is one that the words name.

Five times as many events as chance would have are dated on the first where only months are known: so a
month is written as a month, `2025-10`, and never as its first day.

Fails:

    date: "2025-10-01"
    evidence:
      - source: report
        quote: A meeting was held in October

Passes:

    date: "2025-10"
    evidence:
      - source: report
        quote: A meeting was held in October
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context
from generator.timeline.model import Event

_ONE = re.compile(r"(?<![0-9])0?1(?![0-9])")


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each first of a month for which no words speak."""
    for number, event in enumerate(context.timeline.events):
        date = event.date
        is_first = date.kind == "day" and date.earliest is not None and date.earliest.day == 1
        if is_first and not _is_said(event):
            wrong = f"{date} is the first of a month, and no quotation names that day"
            mend = f"write {date.text[:7]} if only the month is known, or quote the words with the day"
            path = f"events[{number}].date"
            yield context.problem(path, "first-of-a-month-is-meant", wrong, mend, "warning")


def _is_said(event: Event) -> bool:
    return any(
        _ONE.search(one.quote) or (one.when is not None and one.when.edtf == event.date)
        for one in event.evidence
    )
