"""Who acts in an event, whom it is done to, and where it happens: read from the clause that tells it.

The subject acts, the object is acted upon, and in the passive it is the other way round. A name behind
"in" or "near" is where; one behind "against" is whom. What stands elsewhere in the sentence is not the
event's: a name too few is mended sooner than one too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from generator.events.lexicon import lexicon
from generator.events.names import Mention
from generator.events.report import Report
from generator.events.speech import Speech
from generator.events.told import Told
from generator.sources import Sentence
from generator.timeline.model import EventType

__all__ = ["parties_of", "place_of", "speaks_of"]

_SAID: frozenset[EventType] = frozenset({"threat", "accusation", "statement"})
_BOTH_ACT: frozenset[EventType] = frozenset({"talks", "ceasefire", "breakdown"})
_ACTS_ON: frozenset[EventType] = frozenset({"threat", "accusation", "strike", "clash", "displacement"})
OBJECT = 90  # characters behind a verb in which its object stands
MOST = 3  # parties of one side


def speaks_of(report: Report, told: Told, speech: Speech | None) -> Speech | None:
    """Return the speech that gives an event in its words, or None where another clause only speaks beside."""
    if speech is None or told.type in _SAID:
        return speech
    if speech.verb <= told.trigger.start:
        return None if _RELATIVE.search(report.masked, max(0, speech.verb - OBJECT), speech.verb) else speech
    between = report.masked[told.trigger.end : speech.verb]
    return None if lexicon().past.search(between) else speech


def parties_of(
    report: Report, sentence: Sentence, told: Told, speech: Speech | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who acts in an event, and whom it is done to."""
    inside = [
        one
        for one in report.actors_in(sentence.start, sentence.end)
        if report.masked[one.start] != "\0" and not _is_ground(report, one)
    ]
    speaker = speech.speaker if speech else None
    if told.type in _SAID and speaker:
        return (speaker,), _objects(report, told, inside, {speaker, _party(report, speaker)})
    if told.trigger.how == "named":
        return _of_a_noun(report, told, inside)
    if told.type in _BOTH_ACT:
        own = [one for one in inside if told.clause.start <= one.start < told.clause.end]
        own = own or [one for one in inside if report.names.actors[one.id].kind != "person"]
        return _ids(one for one in own if one.id != speaker or len(own) == 1), ()
    subject = _subject(report, sentence, told, [one for one in inside if not _only_speaks(one, told, speech)])
    if not subject and speaker and _PRONOUN.search(report.masked, told.clause.start, told.trigger.start):
        subject = (speaker,)
    if _is_passive(report.masked, told):
        by = [one for one in inside if told.trigger.end <= one.start and _behind(report, one, _BY)]
        return _ids(by[:1]), subject if told.type in _ACTS_ON | {"other"} else ()
    return subject, _objects(report, told, inside, set(subject))


def _only_speaks(mention: Mention, told: Told, speech: Speech | None) -> bool:
    """Tell whether a name is only that of who tells it: "the ministry said the militants had fired"."""
    return speech is not None and mention.start < speech.verb < told.trigger.start


def _ids(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in mentions))[:MOST]


def _party(report: Report, who: str) -> str:
    return report.names.actors[who].of or who


@cache
def _grounds() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z]+\s+)?(?:{lexicon().grounds})\b")


def _is_ground(report: Report, mention: Mention) -> bool:
    """Tell whether a name only says whose ground it is: "the Drevian bank", "on Pakistani soil"."""
    return _grounds().match(report.masked, mention.end) is not None


_RELATIVE = re.compile(r",\s+(?:who|whose|which|where)\s[^,]*$")  # "Oruz, whose release they demanded, …"
_BESIDE = re.compile(
    r"\b(?:in|at|near|on|over|after|before|to|into|from|against|for|across|with|amid|outside)\s+(?:the\s+)?$",
    re.I,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|he|she|its|their|we)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+\s+){0,2}\w*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|of|on|against|by)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)


def _behind(report: Report, mention: Mention, words: re.Pattern[str]) -> bool:
    return words.search(report.masked, max(0, mention.start - 40), mention.start) is not None


def _is_passive(text: str, told: Told) -> bool:
    trigger = text[told.trigger.start : told.trigger.end]
    before = text[max(told.clause.start, told.trigger.start - 20) : told.trigger.start]
    return bool(re.search(r"\b(?:was|were|been|being)\s+\w+", trigger) or _PASSIVE.search(before))


def _subject(report: Report, sentence: Sentence, told: Told, inside: Sequence[Mention]) -> tuple[str, ...]:
    """Return who stands before the verb, in its clause or, where that has no subject, at the head."""
    clause, verb = told.clause, told.trigger
    verb_at = _verb_at(report.masked, told)
    earlier = lexicon().past.search(report.masked, clause.start, verb_at)
    verb_at = earlier.start() if earlier else verb_at
    own = [one for one in inside if clause.start <= one.start < verb_at and not _behind(report, one, _BESIDE)]
    if own or len(report.masked[clause.start : verb_at].split()) > 2:
        return _ids(own[-2:])
    head_start = report.prose_start(sentence)
    head = lexicon().past.search(report.masked, head_start, sentence.end)
    head_end = min(verb.start, head.start() if head else verb.start)
    comma = report.masked.find(",", head_start, head_end)
    for end in (comma, head_end):
        first = [one for one in inside if head_start <= one.start < end and not _behind(report, one, _BESIDE)]
        if first:
            return _ids(first[:2])
    return ()


def _verb_at(text: str, told: Told) -> int:
    """Return where the verb of a trigger stands, which may begin with its subject: "troops traded fire"."""
    verb = lexicon().past.search(text, told.trigger.start, told.trigger.end)
    return verb.start() if verb else told.trigger.start


def _objects(report: Report, told: Told, inside: Sequence[Mention], not_these: set[str]) -> tuple[str, ...]:
    """Return whom it is done to: who stands close behind the verb, in its clause."""
    if told.type not in _ACTS_ON:
        return ()
    verb_at = _verb_at(report.masked, told)
    end = min(told.clause.end, verb_at + OBJECT) if told.type not in _SAID else verb_at + OBJECT
    behind = [
        one
        for one in inside
        if verb_at < one.start < end and one.id not in not_these and not _behind(report, one, _ELSEWHERE)
        if not any(quoted.start <= one.start < quoted.end for quoted in report.quoted if quoted.double)
    ]
    return _ids(behind[:2])


_ELSEWHERE = re.compile(
    r"\b(?:in|at|near|from|into|by|over|through|across|after|with)\s+(?:the\s+)?$", re.IGNORECASE
)


def _of_a_noun(
    report: Report, told: Told, inside: Sequence[Mention]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parties of what a noun names: "US bombardment of Taliban fighters", "a clash between …"."""
    before = [one for one in inside if one.end <= told.trigger.start <= one.end + 12]
    behind = [
        one
        for one in inside
        if told.trigger.end <= one.start < min(told.clause.end, told.trigger.end + OBJECT)
    ]
    between = re.match(r"\s+between\b", report.masked[told.trigger.end : told.trigger.end + 12])
    if between:
        return _ids(behind), ()
    done = [one for one in behind if _behind(report, one, _BY)]
    to = [one for one in behind if one not in done and _behind(report, one, _BETWEEN)]
    return _ids([*before, *done]), _ids(to[:1]) if told.type in _ACTS_ON else ()


# Where.

_WHERE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|over|off|along|on|into|to|from|toward|towards|through|reached|of)"
    r"\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+(?:of\s+)?(?:the\s+)?){0,4}$"
)
_STANDS_IN = re.compile(
    r"\b(?:in|at|near|outside|inside)\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+(?:of\s+)?(?:the\s+)?){0,3}$"
)


def place_of(
    report: Report, sentence: Sentence, told: Told, speech: Speech | None, quoted: tuple[int, int]
) -> str | None:
    """Return where an event happened: the place nearest to its words that says so."""
    for start, end in ((told.clause.start, told.clause.end), quoted):
        found = [one for one in report.places_in(start, end) if _is_where(report, told, speech, one)]
        if found:
            return min(found, key=lambda one: abs(one.start - told.trigger.end)).id
    return None


def _is_where(report: Report, told: Told, speech: Speech | None, mention: Mention) -> bool:
    text = report.masked
    if text[mention.start] == "\0" or re.match(r"[’']s?\s", text[mention.end : mention.end + 3]):
        return False
    before = text[max(0, mention.start - 60) : mention.start]
    if told.type in _SAID and speech:
        between = text[min(speech.verb, mention.start) : max(speech.verb, mention.start)]
        near = abs(mention.start - speech.verb) < OBJECT and not re.search(r"[“”\"]|\bthat\b", between)
        return near and _STANDS_IN.search(before) is not None
    if report.names.places[mention.id].precision == "country":
        return _STANDS_IN.search(before) is not None
    if told.type in _ACTS_ON and told.trigger.start <= mention.start < told.trigger.end + 30:
        return True
    subject = told.clause.start <= mention.start < told.trigger.start and _is_passive(text, told)
    return subject or _WHERE.search(before) is not None
