# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for dates, times of day and time zones."""

from __future__ import annotations

from generator.problems import show
from generator.timeline.rules.registry import Words, rule, warning


@rule
def date_is_real(found: str, wrong: str, mend: str) -> Words:
    """A date is one that the calendar has, written in EDTF.

    `2025-10-19` is a day, `2025-10` a month, `2025` a year; `2025-10-19~` is about that day, `2025-10-19?`
    perhaps; `2025-10-25/2025-10-28` is all of these days, `[2025-10-25..2025-10-28]` one of them;
    `[..2025-12-31]` is by then.

    Fails:

        date: "2024-02-30"

    Passes:

        date: "2024-02-29"
    """
    return wrong if found in wrong else f"{show(found)}: {wrong}", mend


@warning
def date_is_quoted(found: str) -> Words:
    """A date stands in double quotation marks.

    Without them other YAML programs turn `2025-10-19` into something that is no text. `fmt` adds them.

    Fails:

        date: 2025-10-19

    Passes:

        date: "2025-10-19"
    """
    return f"the date {show(found)} stands without quotation marks", f'write "{show(found)}", or run fmt'


@rule
def time_has_a_zone(found: str, example: str) -> Words:
    """A time is a part of the day as TIMEX3 has it, or a clock time with its zone.

    Parts of the day are TMO (morning), TMI (midday), TAF (afternoon), TEV (evening), TNI (night) and TDT
    (daytime).

    Fails:

        time: "09:30"

    Passes:

        time: 09:30 Asia/Qatar
    """
    return f"{show(found)} is neither a part of the day nor a clock time with a zone", f"write {example}"


@rule
def zone_is_known(found: str, example: str) -> Words:
    """A time zone has its IANA name, never an abbreviation: PST has three meanings.

    Fails:

        timezone: PKT

    Passes:

        timezone: Asia/Karachi
    """
    return f"{show(found)} is no time zone by its IANA name", f"write region and city, as in {example}"
