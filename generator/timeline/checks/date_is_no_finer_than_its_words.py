"""An event's date claims no more precision than the words of its evidence.

If the words say "in October", the date is a month; if they say "about", the date is approximate (`~`).
Where several quotations with different dates bound the event, an editor may join them.

Fails:

    date: "2025-10-10"
    evidence:
      - source: report
        quote: A meeting was held in October
        when: {text: in October, value: "2025-10", edtf: "2025-10", anchor: published, rule: x}

Passes:

    date: "2025-10"
    evidence:
      - source: report
        quote: A meeting was held in October
        when: {text: in October, value: "2025-10", edtf: "2025-10", anchor: published, rule: x}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.dates import Edtf
from generator.problems import Problem
from generator.timeline.checks.context import Context
from generator.timeline.model import Event, When


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each date that says more than the words that date it."""
    for number, event in enumerate(context.timeline.events):
        wrong = _too_fine(event)
        if wrong:
            widest = _widest(event)
            mend = (
                f"write {widest}, or add the quotation that says more" if widest else "write it less exactly"
            )
            yield context.problem(f"events[{number}].date", "date-is-no-finer-than-its-words", wrong, mend)


def _too_fine(event: Event) -> str | None:
    whens = [one.when for one in event.evidence if one.when is not None and one.when.edtf is not None]
    options = [_option(event.date, when) for when in whens]
    if not options or None in options:
        return None  # nothing dates it, or words with another date bound it: that is an editor's judgement
    fitting = [one for one in options if one is not None]
    if not _holds_what_all_mean(event.date, fitting):
        return f"{event.date} says more than the words do: {', '.join(dict.fromkeys(map(str, fitting)))}"
    if (
        all(one.approximate for one in fitting)
        and not event.date.approximate
        and event.date.within(fitting[0])
    ):
        return f"{event.date} is exact, and the words say about: {fitting[0]}"
    return None


def _option(date: Edtf, when: When) -> Edtf | None:
    """Return the reading of some words that supports a date: the narrowest that overlaps it, or None."""
    readings = [when.edtf, *(one.edtf for one in when.readings)]
    fitting = [one for one in readings if one is not None and one.overlaps(date)]
    return min(fitting, key=lambda one: sum(other.within(one) for other in fitting), default=None)


def _holds_what_all_mean(date: Edtf, options: list[Edtf]) -> bool:
    """Tell whether every day that all the words can mean is a day that the date can mean."""
    starts = [one.earliest for one in options if one.earliest is not None]
    ends = [one.latest for one in options if one.latest is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    if start is not None and end is not None and start >= end:
        return True  # no day fits all of them: they are about different days of the event
    too_late = date.earliest is not None and (start is None or start < date.earliest)
    too_early = date.latest is not None and (end is None or end > date.latest)
    return not (too_late or too_early)


def _widest(event: Event) -> Edtf | None:
    dates = [one.when.edtf for one in event.evidence if one.when is not None and one.when.edtf is not None]
    return min((one for one in dates if event.date.within(one)), key=str, default=None)
