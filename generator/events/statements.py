"""Statements: one thing that somebody said, in the wordings of all reports that quote it.

Outlets cut, mend and reorder a quotation. What the same voice says in mostly the same words is one statement
with its variants, never several; and what a reporter tells with a few quoted words ("obliterate") is the
statement whose words they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.events.match import Group
from generator.events.quotes import Quotation, Spoken
from generator.events.report import Report
from generator.events.stems import content

__all__ = ["Statement", "said_in", "statements"]

LONG = 5  # words; a shorter quotation is a phrase that two speeches may share
SAME = 0.6  # share of the words of the shorter wording


@dataclass
class Statement:
    """What one voice said: each report's wording of it."""

    speaker: str | None
    variants: list[tuple[Report, Quotation]] = field(default_factory=list)
    words: frozenset[str] = frozenset()


def statements(reports: Sequence[Spoken]) -> list[Statement]:
    """Return what is quoted in the reports, with the wordings of one statement together.

    Variants are looked for among quotations that share a word, so that many reports stay quick to read.
    """
    found: list[Statement] = []
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for report in reports:
        for one in report.quotations:
            words = content(_words(report.report, one))
            if one.attribution != "direct" or len(words) < LONG:
                continue
            place = _same(found, by_word, one, words)
            if place is None:
                place = len(found)
                found.append(Statement(one.speaker))
            statement = found[place]
            statement.variants.append((report.report, one))
            statement.speaker = statement.speaker or one.speaker
            statement.words |= words
            for word in words:
                if by_word[word][-1:] != [place]:
                    by_word[word].append(place)
    return found


def _same(
    found: Sequence[Statement], by_word: dict[str, list[int]], one: Quotation, words: frozenset[str]
) -> int | None:
    near = sorted({place for word in words for place in by_word.get(word, ())[-CROWD:]})
    for place in near:
        other = found[place]
        if one.speaker and other.speaker and one.speaker != other.speaker:
            continue
        shortest = min(len(words), *(len(content(_words(*row))) for row in other.variants))
        if len(words & other.words) >= SAME * shortest:
            return place
    return None


CROWD = 60  # statements; a word that more share tells none apart


def _words(report: Report, one: Quotation) -> str:
    return report.text.text[one.start : one.end]


def said_in(group: Group, known: Iterable[Statement]) -> list[tuple[Report, Quotation]]:
    """Return the quotations that an event's own words belong to, one for each report that is not heard yet.

    The event must have a voice, and the statement the same one.
    """
    voice = group.lead.speaker or next(iter(group.lead.actors), None)
    if voice is None or group.lead.type not in {"threat", "accusation", "statement"}:
        return []
    phrases = [
        content(_words(one.report, quoted))
        for one in group.members
        for quoted in one.quoted
        if quoted.end <= one.end + 2
    ]
    told = {one.report.source.id for one in group.members if _quotes_at_length(one.quote)}
    found: dict[str, tuple[Report, Quotation]] = {}
    for statement in known:
        if statement.speaker != voice or not any(_covers(statement, phrase) for phrase in phrases):
            continue
        for report, quotation in statement.variants:
            if report.source.id not in told and _overlaps_nothing(group, report, quotation):
                found.setdefault(report.source.id, (report, quotation))
    return list(found.values())


def _covers(statement: Statement, phrase: frozenset[str]) -> bool:
    return bool(phrase) and phrase <= statement.words and max(map(len, phrase)) >= 6


def _quotes_at_length(quote: str) -> bool:
    return any(mark in quote for mark in '“"') and len(quote.split()) > 45


def _overlaps_nothing(group: Group, report: Report, one: Quotation) -> bool:
    return not any(
        other.report is report and one.start < other.end and one.end > other.start for other in group.members
    )
