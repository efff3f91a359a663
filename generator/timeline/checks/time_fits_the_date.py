"""A time of day belongs to an event of one day; where the time names a day, it is the event's.

Fails:

    date: "2025-10"
    time: TMO

Passes:

    date: "2025-10-19"
    time: TMO
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each time that contradicts the date."""
    for number, event in enumerate(context.timeline.events):
        if event.time is None or not context.is_read(f"events[{number}]", "date"):
            continue
        path = f"events[{number}].time"
        if event.time[:4].isdigit() and event.time[:10] != event.date.text:
            wrong = f"the time names the day {event.time[:10]}, the date is {event.date}"
            yield context.problem(path, "time-fits-the-date", wrong, "correct one of the two")
        elif event.date.kind not in ("day", "within"):
            wrong = f"a time of day is given, and the date, {event.date}, is not one day"
            yield context.problem(path, "time-fits-the-date", wrong, "give the day, or delete the time")
