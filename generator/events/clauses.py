"""Clauses: a sentence cut where reporters join what happened to what was said, meant or feared about it.

No grammar is parsed. A cut is made at a comma, a dash, a semicolon, and before the words that open a
clause: after, before, when, which, that, if. A word that opens a clause is no cut where it only belongs to
a date ("after Monday").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.events.lexicon import lexicon

__all__ = ["Clause", "governing_doubt", "split_clauses"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence, as offsets into the text, and the word that joins it to what stands before."""

    start: int
    end: int
    link: str


@cache
def _cut_words() -> re.Pattern[str]:
    marks = r"(?P<comma>,[”’\"']*\s|;\s|:\s|\s[—–-]\s|—|\s(?=\())"
    return re.compile(rf"{marks}|\s(?P<link>{lexicon().links})(?=\s)", re.IGNORECASE)


@cache
def _link_ahead() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:and\s+|but\s+)?(?P<link>{lexicon().links})\s", re.IGNORECASE)


def split_clauses(text: str, start: int, end: int, dated: Sequence[tuple[int, int]] = ()) -> list[Clause]:
    """Return the clauses of the sentence at these offsets; `dated` are the offsets of its time expressions.

    >>> said = "Talks began on Monday after a truce that Oslo brokered, officials said."
    >>> [said[one.start : one.end] for one in split_clauses(said, 0, len(said))]
    ['Talks began on Monday', 'after a truce', 'that Oslo brokered', 'officials said.']
    >>> [one.link for one in split_clauses(said, 0, len(said))]
    ['', 'after', 'that', ',']

    A preposition of time stays with its date:

    >>> said = "They fled after Monday."
    >>> len(split_clauses(said, 0, len(said), [(16, 22)]))
    1
    """
    clauses: list[Clause] = []
    here, link = start, ""
    opening = _link_ahead().match(text, start, end)
    if opening:
        link = opening["link"].lower()
    for cut in _cut_words().finditer(text, start, end):
        at, word = _cut(text, cut, end)
        if (
            at <= here + len(link)
            or _inside_date(at, cut, dated)
            or (word and _only_dates(text, cut.end(), dated))
        ):
            continue
        if word and lexicon().no_links.match(text, cut.start("link")):
            continue
        clauses.append(Clause(here, _trimmed(text, here, cut.start()), link))
        here, link = at, word or ","
    clauses.append(Clause(here, end, link))
    return [clause for clause in clauses if clause.end > clause.start]


def _cut(text: str, cut: re.Match[str], end: int) -> tuple[int, str]:
    if cut["link"]:
        return cut.start("link"), cut["link"].lower()
    ahead = _link_ahead().match(text, cut.end(), end)
    return cut.end(), ahead["link"].lower() if ahead else ""


def _inside_date(at: int, cut: re.Match[str], dated: Sequence[tuple[int, int]]) -> bool:
    return any(start < at < end or start <= cut.start() < end - 1 for start, end in dated)


def _only_dates(text: str, at: int, dated: Sequence[tuple[int, int]]) -> bool:
    return any(0 <= start - at <= 5 and not re.search(r"[a-z]{4,}", text[at:start]) for start, _ in dated)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


_SAYING = re.compile(r"[a-z]+", re.IGNORECASE)


def governing_doubt(text: str, clause: Clause, at: int) -> str | None:
    """Say what keeps the words at `at` from having happened: "prediction", "condition", or nothing.

    The verb that stands nearest before them decides. Here the ministry spoke on Thursday, and the talks
    are ahead:

    >>> said = "It said on Thursday it would host talks on May 25"
    >>> clause = Clause(0, len(said), "")
    >>> governing_doubt(said, clause, 11), governing_doubt(said, clause, 43)
    (None, 'prediction')
    """
    words = lexicon()
    if clause.link in {"if", "unless", "whether", "even if"}:
        return "condition"
    if clause.link.startswith("until"):
        return "prediction"
    for kind in ("condition", "prediction"):
        for found in words.doubt[kind].finditer(text, clause.start, clause.end):
            if found.group() == "May":
                continue  # the month
            if found.start() < at and not _said_between(text, found.end(), at):
                return kind
            if found.start() >= at and not _any_verb(text, clause.start, found.start()):
                return kind
    return None


def _said_between(text: str, start: int, end: int) -> bool:
    return any(word.group().lower() in lexicon().saying for word in _SAYING.finditer(text, start, end))


def _any_verb(text: str, start: int, end: int) -> bool:
    return lexicon().past.search(text, start, end) is not None
