"""Who says something, how, and where: the speaker, the attribution and the channel of a sentence.

"Asif", "the defence minister" and "he" are the same man: aliases come from the record and from the
reports, and a pronoun stands for the last one named who can be meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.events.lexicon import lexicon
from generator.events.marks import is_sentence
from generator.events.names import Mention, is_anybody
from generator.events.patterns import words_to_regex
from generator.events.report import Report
from generator.sources import Sentence
from generator.timeline.model import Attribution

__all__ = ["Speech", "channel_of", "speaker_after", "speech_in", "subject_of"]

_WORD = re.compile(r"[A-Za-z]+")
_UNNAMED = re.compile(
    r"\b(?:an?|one|some|several|another|two|senior|many)\s+(?:[\w’'-]+\s+){0,4}"
    r"(?:sources?|officials?|diplomats?|witness(?:es)?|analysts?|woman|man|residents?|doctor)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speech:
    """What a sentence gives in somebody's words: the verb's offset, the speaker if known, how, and where."""

    verb: int
    speaker: str | None
    attribution: Attribution
    channel: str | None


def channel_of(words: str) -> str | None:
    """Return where something was said, in the record's words, or None.

    >>> channel_of("Asif said in a post on X."), channel_of("he told a local TV channel on Tuesday")
    ('a post on X', 'a television interview')
    """
    return next((channel for channel, ways in lexicon().channels.items() if ways.search(words)), None)


def speech_in(report: Report, sentence: Sentence, last: str | None = None) -> Speech | None:
    """Return who speaks in a sentence, or None where only the reporter does; `last` is the speaker before."""
    verb = _verb_of_saying(report, sentence) or _participle(report, sentence)
    if verb is None:
        according = lexicon().according.search(report.masked, sentence.start, sentence.end)
        if according is None:
            return None
        named = report.actors_in(according.end(), min(according.end() + 40, sentence.end))
        return Speech(according.start(), named[0].id if named else None, "indirect", None)
    return Speech(
        verb.start(),
        subject_of(report, sentence, verb, last),
        _attribution(report, sentence),
        channel_of(report.masked[sentence.start : sentence.end]),
    )


def _verb_of_saying(report: Report, sentence: Sentence) -> re.Match[str] | None:
    words = lexicon()
    for word in _WORD.finditer(report.masked, sentence.start, sentence.end):
        if word.group() in words.saying and not _is_noun(report.masked, word):
            return word
    return None


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words_to_regex(sorted(lexicon().pronouns['person']))})\b(?![’'])")


def _means(report: Report, words: str, last: str | None) -> bool:
    """Tell whether words before a verb of saying stand for whoever spoke last.

    "He" and "she" do; "the minister" does if that is the office of the one who spoke.
    """
    found = _pronoun().search(words)
    if found is None or last is None:
        return False
    office = found.group().removeprefix("the ")
    if office in {"he", "she"}:
        return True
    return any(way.lower().endswith(office) for way in report.names.actors[last].aliases)


def _participle(report: Report, sentence: Sentence) -> re.Match[str] | None:
    # "The minister issued a warning, saying …": the participle's subject is the sentence's.
    words = _WORD.finditer(report.masked, sentence.start, sentence.end)
    return next((word for word in words if word.group() in lexicon().participles), None)


def _is_noun(text: str, word: re.Match[str]) -> bool:
    # "reported attacks", "the claims": an article, a preposition or an adverb of hearsay before it.
    before = text[max(0, word.start() - 12) : word.start()].lower()
    return before.endswith((" the ", " a ", " of ", " by ", " to ", " its ", " their ", " these ")) or (
        word.group() in {"claims", "reports", "called", "described", "charged"}
    )


def _attribution(report: Report, sentence: Sentence) -> Attribution:
    inside = [
        one for one in report.quoted if one.start < sentence.end and one.end > sentence.start and one.double
    ]
    if any(is_sentence(report.text.text[one.start : one.end]) for one in inside):
        return "direct"
    return "mixed" if inside else "indirect"


def subject_of(report: Report, sentence: Sentence, verb: re.Match[str], last: str | None) -> str | None:
    """Return who a verb of saying belongs to; `last` is who spoke before, whom a pronoun can mean."""
    start = _clause_start(report.masked, sentence, verb.start())
    before = report.actors_in(start, verb.start())
    if _UNNAMED.search(report.masked, start, verb.start()):
        return None
    people = [one for one in before if _kind(report, one) == "person"]
    if people:
        return people[-1].id
    inverted = report.actors_in(verb.end(), min(verb.end() + 50, sentence.end))
    if (
        inverted
        and re.fullmatch(
            r"\s+(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,5}", report.masked[verb.end() : inverted[0].start]
        )
        and not before
        and report.masked[: verb.start()].rstrip()[-1:] in '”"’,\0'
    ):
        return inverted[0].id
    if before:
        return _whose(report, before)
    return last if _means(report, report.masked[start : verb.start()].lower(), last) else None


def _whose(report: Report, before: list[Mention]) -> str:
    """Return the last of the names; for "officials" or "the army", the named party whose they are."""
    named = before[-1]
    for one in reversed(before):
        if not is_anybody(report.names.actors[one.id].name):
            between = report.masked[one.end : named.start]
            return one.id if len(between.split()) <= WHOSE and "," not in between else named.id
    return named.id


WHOSE = 4  # words between a party and what is its own: "Afghan state media later quoted officials"


def _clause_start(text: str, sentence: Sentence, verb: int) -> int:
    # Back over an apposition: "Omar, the minister, said".
    cut = max(text.rfind(mark, sentence.start, verb) for mark in ("”", '"', "\0", ";", ":"))
    return max(cut + 1, sentence.start)


def _kind(report: Report, mention: Mention) -> str:
    return report.names.actors[mention.id].kind


def speaker_after(report: Report, speech: Speech | None, last: str | None) -> str | None:
    """Return whom "he" stands for after a sentence: its speaker, the one before, or nobody."""
    if speech is None:
        return last
    if speech.speaker is None:
        return None
    return speech.speaker if report.names.actors[speech.speaker].kind == "person" else last
