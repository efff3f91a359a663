"""Words for a draft: its id and its title, made from the words of its source and never from ours.

A title is a proposal for an editor. It is the clause that tells the event, without its date, so that
nothing is said that no source says.
"""

from __future__ import annotations

import re
from functools import cache

from generator.events.candidate import Candidate
from generator.events.lexicon import lexicon
from generator.events.names import slug

__all__ = ["identifier", "title"]

LONGEST = 110  # characters of a title


def identifier(lead: Candidate, date: str, taken: set[str]) -> str:
    """Return an id of what the event is about: type, place or party, day; numbered where that is taken."""
    about = lead.place or next(iter(lead.actors), None) or "unknown"
    day = re.search(r"\d{3,4}(?:-\d\d(?:-\d\d)?)?", date)
    when = ("by-" if date.startswith("[..") else "") + day.group() if day else ""
    stem = "-".join(part for part in (lead.type, slug(about)[:40], when) if part)
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


_ENDS = " ,;:–—-“”\"'"
_SAID = frozenset({"threat", "accusation", "statement"})


def title(lead: Candidate) -> str:
    """Return the words that tell the event, without their date, as a title."""
    first, last = _telling(lead)
    text = lead.report.text.text
    words = text[first:last]
    date = lead.expression
    if date and first <= date.start < last and not date.start <= lead.trigger.start < date.end:
        words = _without(words, date.start - first, min(date.end, last) - first)
    words = " ".join(words.split())
    words = _opening().sub("", words).strip(_ENDS).rstrip(".")
    words = _CLOSING.sub("", words)
    if len(words.split()) < 2:
        words = " ".join(text[lead.start : lead.end].split())
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(_ENDS) + "…"
    return _balanced(words[:1].upper() + words[1:])


def _telling(lead: Candidate) -> tuple[int, int]:
    """Return where the words of the title stand: a noun with its neighbours, what was said, or a clause."""
    text, date = lead.report.text.text, lead.expression
    if date and date.start <= lead.trigger.start < date.end:
        return date.start, date.end  # "September 11 attacks": a date and an event at once
    if lead.trigger.how == "named":
        return _noun_phrase(lead)
    if lead.type in _SAID or lead.trigger.type == "statement":
        return _from_the_voice(lead)
    if text[lead.clause.start] == "(" or len(text[lead.clause.start : lead.clause.end].split()) < 6:
        return lead.start, lead.end
    first_word = re.match(r"\W*\w+", text[lead.clause.start : lead.clause.end])
    if first_word and lexicon().past.search(first_word.group()):
        return lead.start, max(lead.clause.end, lead.trigger.end)  # the subject stands before
    return min(lead.clause.start, lead.trigger.start), max(lead.clause.end, lead.trigger.end)


def _from_the_voice(lead: Candidate) -> tuple[int, int]:
    """Return what was said, without what only leads to it: "When the talks had begun, Omar warned …"."""
    text, start = lead.report.text.text, lead.clause.start
    before = text[lead.start : start]
    enough = len(text[start : lead.end].split()) >= 6
    if start > lead.start and text[start] != "(" and enough and not any(mark in before for mark in '“"”'):
        return start, lead.end
    return lead.start, lead.end


@cache
def _adjectives() -> re.Pattern[str]:
    other = rf"(?:{lexicon().after_a_date}|of|this|that|these)"
    return re.compile(rf"(?:\b(?!{other}\b)[\w’'-]+\s+){{1,4}}$", re.IGNORECASE)


_BEHIND = re.compile(r"(?:\s+(?:of|in|at|on|near|between|against|along|by|to)\s+[^,.;:—]+)?")


def _noun_phrase(lead: Candidate) -> tuple[int, int]:
    text = lead.report.text.text
    before = _adjectives().search(text, max(lead.clause.start, lead.trigger.start - 60), lead.trigger.start)
    start = before.start() if before else lead.trigger.start
    if lead.expression and start < lead.expression.end <= lead.trigger.start:
        start = lead.expression.end
    behind = _BEHIND.match(text, lead.trigger.end, max(lead.clause.end, lead.trigger.end))
    if len(text[start : behind.end() if behind else lead.trigger.end].split()) < 2:
        return lead.clause.start, lead.clause.end
    return start, behind.end() if behind else lead.trigger.end


@cache
def _opening() -> re.Pattern[str]:
    # What joins a clause to the text before says nothing in a title.
    words = lexicon()
    opened = rf"\b(?:{words.links}|{words.openings})\b[\s,]+"
    return re.compile(rf"^(?:[“”\"’',;:–—\s]*(?:{opened}|[’']s\s+))+", re.IGNORECASE)


_CLOSING = re.compile(r"(?:\s+(?:in|on|of|at|from|since|by|the|a|as|to|for))+$", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"(?:\b(?:on|in|at|since|by|from|of|until|early|late|earlier)\s+)+$", re.IGNORECASE)


def _without(words: str, start: int, end: int) -> str:
    before = _BEFORE_DATE.sub("", words[:start])
    behind = re.sub(r"^[’']s\b", "", words[end:])
    if not before.strip():
        behind = behind.lstrip(" ,")
    return f"{before.rstrip()} {behind.lstrip()}" if behind[:1] not in ",.;:" else before.rstrip() + behind


def _balanced(words: str) -> str:
    opened = words.count("“") - words.count("”")
    if opened < 0:
        return words.replace("”", "", -opened)
    return words + "”" * opened
