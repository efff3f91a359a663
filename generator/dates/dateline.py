"""The day of writing as the text gives it: “KABUL, Oct 29 (Reuters) —”, or a line that is only a date."""

from __future__ import annotations

import re
from functools import cache

from generator.dates.grammar import Grammar
from generator.dates.grammar.trie import pattern_of
from generator.dates.operators import MONTHS, Nearest, Written
from generator.dates.periods import Period

__all__ = ["dateline_of"]

_PLACE = re.compile(r"[A-Z]{3}")  # agencies write the place of a dateline in capitals
_HEAD = 1200  # characters at the top of a text in which its date stands


@cache
def _forms(grammar: Grammar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = pattern_of(word.rstrip(".") for word, labels in grammar.lexicon.items() if "month" in labels)
    days = pattern_of(word.rstrip(".") for word, labels in grammar.lexicon.items() if "weekday" in labels)
    date = rf"(?:(?P<m1>{months})\.? (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{months})\.?)"
    line = re.compile(rf"^(?:(?:{days}), )?{date},? (?P<year>\d{{4}})[ \t]*$", re.MULTILINE)
    wire = re.compile(
        rf"^[^\n.]{{2,60}}?,? {date}(?:,? (?P<year>\d{{4}}))?\.? ?(?:\([^\n()]{{2,30}}\) ?)?(?:—|–|--| - |_)",
        re.MULTILINE,
    )
    return line, wire


def dateline_of(grammar: Grammar, text: str, lower: str, written: Period | None) -> Period | None:
    """Return the day of writing: that of a dateline, where there is one that fits, else the given one.

    A dateline must lie within a month of the given day, and needs its year where no day is given:

    >>> from generator.dates.grammar import load
    >>> text = "KABUL, Oct 28 (Reuters) - Talks ended."
    >>> print(dateline_of(load(), text, text.lower(), Period.parse("2025-10-29")))
    2025-10-28
    """
    line, wire = _forms(grammar)
    head = lower[:_HEAD]
    found = line.search(head) or wire.search(head)
    if found is None or (found.re is wire and not _PLACE.match(text, found.start())):
        return written
    month = grammar.lexicon[found["m1"] or found["m2"]]["month"]
    day = _day(month, int(found["d1"] or found["d2"]), found["year"], written)
    if day is None or (written and abs(day.number - written.number) > 31):
        return written
    return day


def _day(month: str, day: int, year: str | None, written: Period | None) -> Period | None:
    number = MONTHS.index(month) + 1
    if year is None:
        if written is None or not 1 <= day <= 31:
            return None
        return Nearest(f"{number:02}-{day:02}", Written(str(written))).period
    try:
        return Period.of_day(int(year), number, day)
    except ValueError:
        return None
