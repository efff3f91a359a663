"""An event's date is one that the words of its evidence can mean.

Where they say another day, one of the two was misread, or the quotation belongs to another event.

Fails:

    date: "2025-11-19"

Passes:

    date: "2025-10-19"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context
from generator.timeline.model import Event


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each date that none of the event's dated quotations can mean."""
    for number, event in enumerate(context.timeline.events):
        dates = [str(one.when.edtf) for one in event.evidence if one.when is not None and one.when.edtf]
        if dates and not _is_supported(event):
            wrong = f"{event.date} is none of the days that the words mean: {', '.join(dict.fromkeys(dates))}"
            mend = "correct the date, or quote the words that give it"
            path = f"events[{number}].date"
            yield context.problem(path, "date-agrees-with-its-words", wrong, mend, "warning")


def _is_supported(event: Event) -> bool:
    for one in event.evidence:
        if one.when is not None:
            readings = [one.when.edtf, *(other.edtf for other in one.when.readings)]
            if any(date is not None and date.overlaps(event.date) for date in readings):
                return True
    return False
