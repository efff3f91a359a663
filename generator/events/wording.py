"""Words for a draft: its id and its title, made from the words of its source and never from ours.

A title is a proposal for an editor. It is the clause that tells the event, without its date, so that
nothing is said that no source says.
"""

from __future__ import annotations

import re

from generator.events.candidate import Candidate
from generator.events.names import slug

__all__ = ["identifier", "title"]

LONGEST = 110  # characters of a title


def identifier(lead: Candidate, date: str, taken: set[str]) -> str:
    """Return an id of what the event is about: type, place or party, day; numbered where that is taken."""
    about = lead.place or next(iter(lead.actors), None) or "unknown"
    day = re.search(r"\d{3,4}(?:-\d\d(?:-\d\d)?)?", date)
    stem = "-".join(part for part in (lead.type, slug(about)[:40], day.group() if day else "") if part)
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


_ENDS = " ,;:–—-“”\"'"


def title(lead: Candidate) -> str:
    """Return the clause that tells the event, without its date, as a title."""
    text = lead.report.text.text
    start, end = lead.start, lead.end
    words = text[start:end]
    if lead.expression and start <= lead.expression.start < end:
        words = _without(words, lead.expression.start - start, lead.expression.end - start)
    words = " ".join(words.split()).strip(_ENDS).rstrip(".")
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(_ENDS) + "…"
    return _balanced(words[:1].upper() + words[1:])


_BEFORE_DATE = re.compile(r"(?:\b(?:on|in|at|since|by|from|early|late|earlier)\s+)+$", re.IGNORECASE)


def _without(words: str, start: int, end: int) -> str:
    before = _BEFORE_DATE.sub("", words[:start])
    behind = words[end:]
    if not before.strip():
        behind = behind.lstrip(" ,")
    return f"{before.rstrip()} {behind.lstrip()}" if behind[:1] not in ",.;:" else before.rstrip() + behind


def _balanced(words: str) -> str:
    opened = words.count("“") - words.count("”")
    return words + "”" * opened if opened > 0 else words
