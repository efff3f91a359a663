"""A text in, its time expressions out: the one function that the rest of the house calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from generator.dates.anchor import Reference
from generator.dates.build import BUILDERS
from generator.dates.build.pairs import Pair
from generator.dates.dateline import dateline_of
from generator.dates.edtf import Edtf, EdtfError
from generator.dates.expression import Reading, TimeExpression
from generator.dates.find import runs
from generator.dates.genre import genre_of
from generator.dates.grammar import Grammar, load
from generator.dates.match import Match, Matcher, Part
from generator.dates.operators import (
    After,
    Before,
    By,
    Named,
    Operator,
    Since,
    Until,
    Written,
    walk,
)
from generator.dates.periods import Period
from generator.dates.spans import lengths_with_an_end
from generator.dates.tokens import Run, lowered

__all__ = ["day_of", "read"]

_OPENINGS = {"by": By, "since": Since, "until": Until, "before": Before, "after": After}


def read(
    text: str,
    *,
    dct: date | datetime | str | None,
    genre: str | None = None,
    language: str | Grammar = "en",
) -> list[TimeExpression]:
    """Return all time expressions of a text, in order.

    `dct` is the day on which it was written, None where nobody knows. `genre` is `news`, `narrative` or None,
    and then the text is looked at to tell.

    >>> for found in read("The talks of Oct 25 ended on Tuesday.", dct="2025-10-29"):
    ...     print(found.text, found.value, found.derivation)
    Oct 25 2025-10-25 Nearest(10-25, Written(2025-10-29))
    Tuesday 2025-10-28 Recent(Tuesday, Written(2025-10-29))
    """
    grammar = language if isinstance(language, Grammar) else load(language)
    lower = lowered(text)
    written = dateline_of(grammar, text, lower, day_of(dct))
    reference = Reference(grammar, BUILDERS, written, genre or genre_of(grammar, lower, written))
    found: list[TimeExpression] = []
    for run in runs(grammar, text, lower):
        _read_run(grammar, run, reference, found)
    return lengths_with_an_end(grammar, text, lower, found)


_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?", re.DOTALL)  # what follows is a time


def day_of(dct: date | datetime | str | None) -> Period | None:
    """Return the day of a document's creation time; ValueError where the text is no date.

    >>> print(day_of("2025-10-29T23:30:00+05:00"))
    2025-10-29
    >>> day_of("2025-10-290")
    Traceback (most recent call last):
    ValueError: '2025-10-290' is no day such as 2025-10-29
    """
    if dct is None:
        return None
    if isinstance(dct, str):
        said = _DAY.fullmatch(dct.strip())
        try:
            dct = date.fromisoformat(said[1] if said else "")
        except ValueError:
            raise ValueError(f"{dct!r} is no day such as 2025-10-29") from None
    return Period.of_day(dct.year, dct.month, dct.day)


def _read_run(grammar: Grammar, run: Run, reference: Reference, found: list[TimeExpression]) -> None:
    matcher = Matcher(grammar, run, reference.genre)
    place = 0
    while place < len(run.tokens):
        known = matcher.at("top", place)
        place += 1
        for match in (match for end in sorted(known, reverse=True) for match in known[end]):
            reference.attend(run, match)
            meant = reference.build(match)
            if meant is not None and _is_possible(meant):
                found.extend(_expressions(run, match, meant, reference))
                place = match.end
                break


def _is_possible(meant: Operator | Pair) -> bool:
    """Tell whether a date lies in years that can be written with four digits."""
    dates = (meant.first, meant.last) if isinstance(meant, Pair) else (meant,)
    periods = [date.period for date in dates]
    return all(period is None or -9998 <= period.year <= 9999 for period in periods)


def _expressions(
    run: Run, match: Match, meant: Operator | Pair, reference: Reference
) -> Iterator[TimeExpression]:
    if isinstance(meant, Pair):
        yield from _of_pair(run, match, meant, reference)
        return
    start, end = run.tokens[match.start].start, run.tokens[match.end - 1].end
    meant = _opened(meant, reference, match)
    readings = tuple(Reading(other, why) for other, why in reference.doubts)
    yield _expression(run.text, start, end, meant, reference, readings)


def _opened(meant: Operator, reference: Reference, match: Match) -> Operator:
    """Wrap a date into “by”, “since”, “until”, where the word stands before it."""
    if meant.type != "DATE" or meant.period is None:
        return meant
    before = reference.before(match)
    for name, opening in _OPENINGS.items():
        if before in reference.grammar.lists[f"openings_{name}"]:
            if (
                name in ("by", "before", "after")
                and reference.after(match) in reference.grammar.lists["possessive"]
            ):
                return meant
            return opening(meant)
    return meant


def _expression(
    text: str, start: int, end: int, meant: Operator, reference: Reference, readings: tuple[Reading, ...] = ()
) -> TimeExpression:
    anchor = _anchor(meant, reference)
    period = meant.period
    bound = isinstance(meant, Since | Until | Before)
    if period is not None and not (reference.narrative and (bound or reference.foreseen(period))):
        adjective = period.unit == "year" and not reference.follows("settling")
        reference.name(period, start, bound=bound or adjective or isinstance(meant, After))
    return TimeExpression(
        text=text[start:end],
        start=start,
        end=end,
        type=meant.type,
        value=meant.value,
        mod=meant.mod,
        anchor=anchor,
        derivation=meant,
        readings=readings,
    )


def _anchor(meant: Operator, reference: Reference) -> str | int | None:
    for operator in walk(meant):
        if isinstance(operator, Written):
            return "dct"
        if isinstance(operator, Named):
            return reference.places.get(operator.date)
    return None


def _of_pair(run: Run, match: Match, pair: Pair, reference: Reference) -> Iterator[TimeExpression]:
    """Give both dates of a pair, each with its own words."""
    first, last = (_place(run, match.parts[name]) for name in ("first", "last"))
    start, end = run.tokens[match.start].start, run.tokens[match.end - 1].end
    if "between" in match.parts:
        start = first[0]
    whole = _range(pair)
    one = _expression(run.text, start, first[1], pair.first, reference)
    two = _expression(run.text, last[0], end, pair.last, reference)
    yield replace(one, range=whole)
    yield replace(two, range=whole)


def _place(run: Run, part: Part | Match) -> tuple[int, int]:
    if isinstance(part, Part):
        return part.start, part.end
    return run.tokens[part.start].start, run.tokens[part.end - 1].end


def _range(pair: Pair) -> Edtf | None:
    """Return the stretch between two dates, where a word for it joins them and no “and” or “or”."""
    first, last = pair.first.period, pair.last.period
    if first is None or last is None or not pair.is_range:
        return None
    try:
        return Edtf.parse(f"{first}/{last}")
    except EdtfError:
        return None
