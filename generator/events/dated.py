"""Each date of a sentence with the event that it dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.dates import Edtf, TimeExpression
from generator.events.attributive import is_attributive, is_state
from generator.events.clauses import Clause, governing_doubt
from generator.events.extent import extent_of, report_day
from generator.events.lexicon import lexicon
from generator.events.positions import (
    FRONT,
    MAIN,
    RELATIVE,
    back_to_a_verb,
    is_front,
    search_order,
    shared_subject,
    window,
)
from generator.events.report import Report
from generator.events.telling import WIDE, Trigger, any_past, doubt_about, named_behind, trigger_near
from generator.events.told import Told, tell

__all__ = ["dated_events"]


def dated_events(
    report: Report, clauses: Sequence[Clause], dates: Sequence[TimeExpression], number: int
) -> Iterator[Told]:
    """Give what the date of this number dates: mostly one event, sometimes none, two for a shared day."""
    text, expression = report.masked, dates[number]
    home = next((place for place, one in enumerate(clauses) if one.start <= expression.start < one.end), None)
    if home is None:
        return
    if _lies_ahead(report, expression):
        return
    named = _by_noun(text, clauses[home], expression)
    if named or is_attributive(text, expression):
        if named:
            yield tell(report, clauses, clauses[home], named, expression)
        return
    if _AHEAD.search(text[max(0, expression.start - 16) : expression.start]):
        return
    since = _since_when(report, clauses, home, expression)
    if since:
        yield since
        return
    found = _by_cue(text, clauses, home, dates, number) or _by_any_verb(text, clauses, home, expression)
    if found and not _is_doubtful(report, clauses, home, found, expression):
        place, trigger = found
        yield tell(report, clauses, clauses[place], trigger, expression)
        yield from _beside_front(report, clauses, home, place, expression)


def _lies_ahead(report: Report, expression: TimeExpression) -> bool:
    """Tell whether a date begins after the report was written: nothing has happened there."""
    today = report_day(report)
    begins = expression.edtf.earliest if expression.edtf else None
    return bool(today and today.earliest and begins and begins > today.earliest)


# "Elections for 26 October", "a hearing for Monday": what is fixed for a day has not happened there.
_AHEAD = re.compile(r"\bfor\s+(?:the\s+|early\s+|late\s+|next\s+)?$")


def _by_noun(text: str, clause: Clause, expression: TimeExpression) -> Trigger | None:
    """Find the noun that a date stands before or holds: "Wednesday's assault", "the September 11 attacks"."""
    inside = named_behind(text, expression.start, expression.end)
    if inside or not is_attributive(text, expression):
        return inside
    trigger = named_behind(text, expression.end, clause.end)
    if trigger is None or (expression.edtf and expression.edtf.kind == "since"):
        return None
    return None if doubt_about(text, clause, trigger, expression.start) else trigger


def _is_doubtful(
    report: Report,
    clauses: Sequence[Clause],
    home: int,
    found: tuple[int, Trigger],
    expression: TimeExpression,
) -> bool:
    text = report.masked
    place, trigger = found
    if _DEADLINE.search(text, trigger.start, trigger.end) and expression.start > trigger.start:
        return True  # the date is that of the deadline
    if place != home and governing_doubt(text, clauses[home], expression.start):
        return True
    if place == home and _belongs_to_a_gerund(text, trigger, expression):
        return True
    if _is_scenery(clauses, home, trigger):
        return True
    at = expression.start if place == home else trigger.start
    doubt = doubt_about(text, clauses[place], trigger, at)
    if doubt is not None:
        return True
    goes_on = extent_of(report, clauses[place], expression)
    return goes_on is None and is_state(text, clauses[home], trigger, expression)


_DEADLINE = re.compile(r"\b(?:until|deadline)\b")


def _is_scenery(clauses: Sequence[Clause], home: int, trigger: Trigger) -> bool:
    """Tell whether a date stands in an aside of an aside: "who was away when it began on Monday"."""
    nested = home and clauses[home].link in FRONT and clauses[home - 1].link in {"who", "whose"}
    return bool(nested) and trigger.how == "only"


def _belongs_to_a_gerund(text: str, trigger: Trigger, expression: TimeExpression) -> bool:
    """Tell whether a date is the one of what somebody is blamed for: "blamed it for having left in 2021"."""
    return (
        trigger.type == "accusation"
        and trigger.end < expression.start
        and _GERUND.search(text, trigger.end, expression.start) is not None
    )


_GERUND = re.compile(r"\b(?:of|for)\s+(?:having\s+\w+|\w+ing)\b")


def _since_when(
    report: Report, clauses: Sequence[Clause], home: int, expression: TimeExpression
) -> Told | None:
    """Return what started a state: "tensions have been rising since May 28, when a soldier was killed"."""
    behind = clauses[home + 1] if home + 1 < len(clauses) else None
    if expression.edtf is None or expression.edtf.kind != "since" or behind is None or behind.link != "when":
        return None
    trigger = trigger_near(report.masked, behind, behind.start) or any_past(report.masked, behind)
    if trigger is None or doubt_about(report.masked, behind, trigger, None):
        return None
    start = Edtf.parse(expression.edtf.text.partition("/")[0])
    return replace(tell(report, clauses, behind, trigger, expression), date=start)


def _by_cue(
    text: str, clauses: Sequence[Clause], home: int, dates: Sequence[TimeExpression], number: int
) -> tuple[int, Trigger] | None:
    at = dates[number].start
    order = search_order(text, clauses, home)
    if (
        home == 0
        and at - clauses[0].start <= FRONTED
        and any_past(text, replace(clauses[0], start=dates[number].end))
    ):
        order = [0]  # "On Monday it banned markets, and on Tuesday police fired"
    for place in order:
        clause = window(text, clauses[place], dates, number) if place == home else clauses[place]
        trigger = trigger_near(text, clause, at, shared_subject(text, clauses, place))
        if trigger and trigger.type in WIDE and clauses[place].link in RELATIVE and place:
            trigger = _antecedent(text, clauses[place - 1]) or trigger
        if trigger:
            return place, trigger
    return _by_neighbour(text, clauses, home)


FRONTED = 12  # characters: "On", "Late on"


def _by_neighbour(text: str, clauses: Sequence[Clause], home: int) -> tuple[int, Trigger] | None:
    """Find what a clause leans on that has no word for an event: "the attack, which began …"."""
    if home and clauses[home].link in RELATIVE and (trigger := _antecedent(text, clauses[home - 1])):
        return home - 1, trigger
    if home + 1 < len(clauses) and clauses[home + 1].link == "when":
        trigger = trigger_near(text, clauses[home + 1], clauses[home + 1].start)
        if trigger and trigger.how == "happened":
            return home + 1, trigger
    return None


def _antecedent(text: str, clause: Clause) -> Trigger | None:
    return named_behind(text, max(clause.start, clause.end - 30), clause.end)


def _by_any_verb(
    text: str, clauses: Sequence[Clause], home: int, expression: TimeExpression
) -> tuple[int, Trigger] | None:
    """Find a verb that no list knows: what it tells is dated, and that is enough."""
    places = [home, home + 1] if is_front(text, clauses, home) else [home]
    if not any_past(text, clauses[home]):
        places += back_to_a_verb(text, clauses, home)
    for place in places:
        if 0 <= place < len(clauses) and (trigger := _verb_near(text, clauses[place], expression.start)):
            return place, trigger
    return None


def _verb_near(text: str, clause: Clause, at: int) -> Trigger | None:
    found = list(lexicon().past.finditer(text, clause.start, clause.end))
    if not found:
        return None
    before = [one for one in found if one.end() <= at]
    one = before[-1] if before else found[0]
    return Trigger(one.start(), one.end(), "other", "only")


def _beside_front(
    report: Report, clauses: Sequence[Clause], home: int, place: int, expression: TimeExpression
) -> Iterator[Told]:
    """Give the main clause behind "when the talks had begun on 25 October, …", which shares the day."""
    if place != home or clauses[home].link not in FRONT:
        return
    for clause in clauses[home + 1 :]:
        if clause.link not in MAIN:
            continue
        trigger = trigger_near(report.masked, clause, clause.start)
        if trigger and trigger.how == "happened" and not doubt_about(report.masked, clause, trigger, None):
            yield tell(report, clauses, clause, trigger, expression)
            return
