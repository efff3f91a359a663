"""Which words tell an event, and of which type: the trigger in a clause.

The words themselves are data (`words/events.yml`). Here stands how they are weighed: a verb that says that
something happened before a noun that names it, what is narrower before what is wider, what stands near the
date before what stands far.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.events.clauses import Clause, governing_doubt
from generator.events.lexicon import Cues, lexicon
from generator.timeline.model import EventType

__all__ = [
    "VIOLENT",
    "WIDE",
    "Trigger",
    "any_past",
    "doubt_about",
    "main_trigger",
    "named_behind",
    "refined",
    "trigger_near",
]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that tell an event: offsets, the type they tell, and how.

    `how` is "happened" for a verb that says so, "named" for a noun, "planned" for what is told as a plan that
    counts by itself, "only" for a verb that no list knows.
    """

    start: int
    end: int
    type: EventType
    how: str


def trigger_near(text: str, clause: Clause, at: int, subject: Clause | None = None) -> Trigger | None:
    """Return what a clause tells about the date at the offset `at`, or None if it tells nothing.

    >>> said = "Talks in Lusk ended Tuesday without an agreement"
    >>> trigger_near(said, Clause(0, len(said), ""), 20).type
    'breakdown'
    >>> said = "in a blow for peace after this month's deadly clashes"
    >>> trigger_near(said, Clause(0, len(said), ""), 27).type
    'clash'

    A clause without a subject of its own takes that of the sentence, given as another clause:

    >>> said = "Talks between the sides, hosted by a church, collapsed on 18 August"
    >>> trigger_near(said, Clause(45, len(said), ","), 58, Clause(0, 23, "")).type
    'breakdown'
    """
    happened = _happened(text, clause, subject)
    narrow = [one for one in happened if one.type not in WIDE]
    if narrow:
        return _by_nature(text, clause, _nearest(narrow, at))
    named = _found(text, clause, "named")
    near = [one for one in named if _distance(one, at) <= _NEAR]
    if happened:
        said = _nearest(happened, at)
        closer = [one for one in near if _distance(one, at) < _distance(said, at) and one.start > said.end]
        return closer[0] if closer else said
    if _BEING.search(text, clause.start, clause.end) and not any_past(text, clause):  # what something is
        named = near = [one for one in near if _distance(one, at) <= TOUCHING]
    if near and (not any_past(text, clause) or _takes_place(text, clause, near)):
        return _nearest(near, at)
    before = [one for one in named if one.end <= at]
    return _nearest(before, at) if before else None


def _by_nature(text: str, clause: Clause, trigger: Trigger) -> Trigger:
    """Return the trigger, as no deed of anybody where it is the sea or a storm that kills or strikes."""
    if trigger.type not in _DEEDS:
        return trigger
    nature = lexicon().disaster
    leans = clause.link in _RELATIVE or (clause.link == "," and trigger.start - clause.start <= 1)
    subject = clause.start - _ANTECEDENT if leans else clause.start
    killing = re.match(r"kill|wound|injur|broke|burst", text[trigger.start : trigger.end], re.IGNORECASE)
    if killing and nature.search(text, max(0, subject), clause.end):
        return replace(trigger, type="other")
    opening = _OPENING.match(text, clause.start, trigger.start)
    subject_end = opening.end() if opening else clause.start
    if nature.search(text, clause.start, max(subject_end, clause.start)):
        return replace(trigger, type="other")
    return trigger


_DEEDS: frozenset[EventType] = frozenset({"clash", "strike", "accusation", "threat"})
_RELATIVE = frozenset({"which", "that"})
_ANTECEDENT = 40  # characters before a relative clause, in which stands what it is about
_OPENING = re.compile(r"(?:\W*\w+){1,4}")


def named_behind(text: str, start: int, end: int) -> Trigger | None:
    """Return the noun that names an event right behind an attributive date: "this month's deadly clashes"."""
    found = list(_found(text, Clause(start, min(end, start + _NEAR), ""), "named"))
    return min(found, key=lambda one: (one.start, _RANK[one.type]), default=None)


def main_trigger(text: str, clause: Clause, subject: Clause | None = None) -> Trigger | None:
    """Return the event that a clause tells without any date, if it is told by a verb that leaves no doubt.

    >>> said = "The army deployed more forces along the line"
    >>> main_trigger(said, Clause(0, len(said), "")).type
    'mobilisation'
    >>> said = "The army is proud of its forces"
    >>> main_trigger(said, Clause(0, len(said), "")) is None
    True
    """
    found = [one for one in _happened(text, clause, subject) if one.type != "statement"]
    narrow = [one for one in found if one.type not in WIDE]
    if found:
        return _by_nature(text, clause, min(narrow or found, key=lambda one: (one.start, _RANK[one.type])))
    performed = lexicon().performed.search(text, clause.start, clause.end)
    return Trigger(performed.start(), performed.end(), "statement", "happened") if performed else None


def any_past(text: str, clause: Clause) -> Trigger | None:
    """Return the first past verb of a clause as a trigger of the widest type, or None."""
    found = lexicon().past.search(text, clause.start, clause.end)
    return Trigger(found.start(), found.end(), "other", "only") if found else None


def refined(text: str, raw: str, trigger: Trigger, clause: Clause, clauses: Sequence[Clause]) -> EventType:
    """Return the type of what was said, where a verb of saying is the trigger.

    "said …, accusing it of ruses" is an accusation; "warned" is a threat where harm is announced, else a
    statement; who announces that talks ended without a result tells their breakdown.
    """
    if trigger.type != "statement":
        return trigger.type
    end = clauses[-1].end if clauses else clause.end
    behind = text[trigger.end : end]
    participle = re.search(r"\b(accusing|blaming|threatening|denouncing|condemning)\b", behind)
    if participle:
        return "threat" if participle[1] == "threatening" else "accusation"
    said = text[trigger.start : trigger.end].lower()
    if "warn" in said and lexicon().harm.search(raw, trigger.end, end):
        return "threat"
    return "breakdown" if _content_breaks_down(text, trigger, clause, clauses) else "statement"


def _content_breaks_down(text: str, trigger: Trigger, clause: Clause, clauses: Sequence[Clause]) -> bool:
    if not re.search(
        r"\b(?:said|announced|declared|confirmed|reported)\b", text[trigger.start : trigger.end]
    ):
        return False
    place = next((number for number, one in enumerate(clauses) if one.start == clause.start), None)
    if place is None:
        return False
    beside = [
        one for one in clauses[max(0, place - 1) : place] if one.link in {"", ","} and clause.link == ","
    ]
    breakdown = next(cues for cues in lexicon().cues if cues.type == "breakdown")
    return any(breakdown.happened.search(text, one.start, one.end) for one in beside)


def doubt_about(text: str, clause: Clause, trigger: Trigger, at: int | None) -> str | None:
    """Say why a clause tells no event: "prediction", "condition", "habit", "denial"; None if it tells one."""
    if trigger.how == "planned" or " until " in text[trigger.start : trigger.end]:
        return None
    doubt = governing_doubt(text, clause, trigger.start if at is None else at)
    if doubt is None and trigger.how != "named":
        doubt = governing_doubt(text, clause, trigger.start)
    if doubt is None:
        doubt = _custom_or_denial(text, clause, trigger, dated=at is not None)
    return doubt


def _custom_or_denial(text: str, clause: Clause, trigger: Trigger, *, dated: bool) -> str | None:
    for kind in ("habit", "denial", "tally", "record"):
        found = lexicon().doubt[kind].search(text, clause.start, clause.end)
        if found and (not dated or found.start() <= trigger.start) and found.start() <= trigger.end + 25:
            return kind
    return None


WIDE: frozenset[EventType] = frozenset({"other", "statement"})
"""The types of what is none of the others."""
VIOLENT: frozenset[EventType] = frozenset({"clash", "strike"})
"""The types of what is done with weapons."""
_NEAR = 45  # characters between a date and the noun that it dates
_RANK: dict[EventType, int] = {cues.type: rank for rank, cues in enumerate(lexicon().cues)}


def _nearest(found: Sequence[Trigger], at: int) -> Trigger:
    # What stands before the date is preferred to what stands behind at the same distance and a little more.
    return min(found, key=lambda one: (_distance(one, at) + (15 if one.start > at else 0), _RANK[one.type]))


def _takes_place(text: str, clause: Clause, near: Sequence[Trigger]) -> bool:
    return lexicon().took_place.search(text, clause.start, clause.end) is not None or any(
        one.start - clause.start < 60 for one in near
    )


def _happened(text: str, clause: Clause, subject: Clause | None) -> list[Trigger]:
    found = _found(text, clause, "happened")
    if subject is None:
        return found
    length = subject.end - subject.start
    joined = text[subject.start : subject.end] + " " + text[clause.start : clause.end]
    shift = clause.start - length - 1
    for one in _found(joined, Clause(0, len(joined), ""), "happened"):
        if one.start < length < one.end:
            found.append(replace(one, start=clause.start, end=one.end + shift))
    return found


def _found(text: str, clause: Clause, how: str) -> list[Trigger]:
    found = [
        Trigger(one.start(), one.end(), cues.type, "planned" if "plans to" in one.group().lower() else how)
        for cues in lexicon().cues
        for one in _pattern(cues, how).finditer(text, clause.start, clause.end)
        if how == "named" or not _is_adjective(text, one)
    ]
    rebutted = {one.start: one.end for one in found if one.type == "statement"}
    return [one for one in found if one.type != "other" or rebutted.get(one.start, 0) <= one.end]


def _is_adjective(text: str, found: re.Match[str]) -> bool:
    """Tell whether a participle only describes a noun: "the return of ousted president Omar"."""
    return (
        _DETERMINER.search(text, max(0, found.start() - 8), found.start()) is not None
        and lexicon().past.match(text, found.start(), found.end()) is not None
    )


_BEING = re.compile(r"\b(?:is|are|remains|remain)\b", re.IGNORECASE)
TOUCHING = 4  # characters: "the flood of 1953"
_DETERMINER = re.compile(r"\b(?:the|a|an|of|his|her|its|their|with|to|into)\s+$", re.IGNORECASE)


def _pattern(cues: Cues, how: str) -> re.Pattern[str]:
    return cues.happened if how == "happened" else cues.named


def _distance(trigger: Trigger, at: int) -> int:
    if trigger.start <= at < trigger.end:
        return 0
    return trigger.start - at if at < trigger.start else at - trigger.end
