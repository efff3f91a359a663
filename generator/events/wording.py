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
    if _is_part_of_a_noun(lead, first):
        first, last = lead.report.prose_start(lead.sentence), lead.sentence.end
    text = lead.report.text.text
    words = text[first:last]
    subject = _missing_subject(lead, first)
    if not subject and _begins_with_a_verb(lead, first):
        first = lead.report.prose_start(lead.sentence)
        words = text[first:last]
    date = lead.expression
    if date and first <= date.start < last and not date.start <= lead.trigger.start < date.end:
        words = _without(words, date.start - first, min(date.end, last) - first)
    words = " ".join(words.split()).replace("’’", "”")
    words = _stripped(_opening().sub("", words))
    words = _CLOSING.sub("", words)
    if subject:
        words = f"{subject} {_RELATIVE.sub('', words)}"
    if len(words.split()) < 2:
        words = " ".join(text[lead.start : lead.end].split())
    words = _named(lead, words)
    return _balanced(_shortened(words[:1].upper() + words[1:]))


def _stripped(words: str) -> str:
    """Return words without the marks at their ends; a quotation that is whole keeps its own."""
    bare = words.strip(_BARE_ENDS).rstrip(".")
    opens, closes = bare[:1] in '“"', bare[-1:] in '”"'
    if opens and not re.search('[”"]', bare[1:]):
        bare = bare[1:]
    return bare[:-1].rstrip(_ENDS) if closes and not re.search('[“"]', bare[:-1]) else bare


_BARE_ENDS = " ,;:—–-'’"
_RELATIVE = re.compile(r"^(?:who|which|that)\s+")


def _shortened(words: str) -> str:
    """Return words that are not too long: cut where a clause ends, else after a word, and then marked."""
    if len(words) <= LONGEST:
        return words
    clause = max(words.rfind(mark, 0, LONGEST) for mark in (", ", "; ", " – ", " — "))
    conditional = words.startswith(("If ", "Unless ", "“If "))
    if (
        clause >= LONGEST // 2
        and not conditional
        and words.count("“", 0, clause) == words.count("”", 0, clause)
    ):
        return words[:clause].rstrip(_ENDS)
    return words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(_ENDS) + "…"


def _is_part_of_a_noun(lead: Candidate, first: int) -> bool:
    """Tell whether words only say which: "the people who fled …" is no title without its sentence."""
    text = lead.report.text.text
    return _is_relative(text, first) and text[:first].rstrip()[-1:] != ","


def _missing_subject(lead: Candidate, first: int) -> str:
    """Return the subject of a title whose clause begins with its verb: "The bishop, who met the gunmen"."""
    text = lead.report.text.text
    if not _begins_with_a_verb(lead, first):
        return ""
    before = text[lead.report.prose_start(lead.sentence) : first].rstrip(_ENDS)
    if _is_relative(text, first):
        phrase = re.split(r"[,;:—–(]\s*", before)[-1]
        verbs = list(lexicon().past.finditer(phrase))
        phrase = phrase[verbs[-1].end() :] if verbs else phrase
    else:
        phrase = re.split(r",\s", before)[0]
        if lexicon().past.search(phrase) or _other_verb(before[len(phrase) :]) or ":" in before:
            return ""
    phrase = " ".join(phrase.split()).strip(_ENDS)
    return phrase if 0 < len(phrase.split()) <= SUBJECT else ""


def _begins_with_a_verb(lead: Candidate, first: int) -> bool:
    text = lead.report.text.text
    opening = re.match(r"[\W_]*(?:(?:who|which|that|and|but)\s+)?(?P<word>[a-z]+)", text[first : lead.end])
    later = first > lead.report.prose_start(lead.sentence)
    return opening is not None and later and _is_verb(opening["word"])


def _other_verb(words: str) -> bool:
    """Tell whether words between a subject and its verb have a verb of their own, and no mere apposition."""
    if re.match(r",\s+(?:who|which|whose|where)\s", words):
        return False
    return any(not words[: one.start()].endswith(", ") for one in lexicon().past.finditer(words))


SUBJECT = 10  # words


def _is_verb(word: str) -> bool:
    return lexicon().past.fullmatch(word) is not None or word in {"have", "has", "is", "are", "will"}


def _is_relative(text: str, first: int) -> bool:
    return re.match(r"[\W_]*(?:who|which|that)\s", text[first : first + 12]) is not None


def _named(lead: Candidate, words: str) -> str:
    """Return a title that says who "he" is, where the report does."""
    if lead.speaker is None:
        return words
    name = lead.report.names.actors[lead.speaker].name
    words = re.sub(r"^(?:He|She|he|she)\b", name, words)
    return re.sub(r",?\s+(?:he|she)\s+(\w+)$", rf", {name} \1", words)


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
    return min(lead.clause.start, lead.trigger.start), max(lead.clause.end, lead.trigger.end)


def _from_the_voice(lead: Candidate) -> tuple[int, int]:
    """Return what was said, without what only leads to it: "When the talks had begun, Omar warned …"."""
    text, start = lead.report.text.text, lead.clause.start
    before = text[lead.start : start]
    enough = len(text[max(start, lead.trigger.end) : lead.end].split()) >= 4
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
    noun = text[lead.trigger.start : lead.trigger.end]
    noun_end = lead.trigger.start + len(_CLOSING.sub("", noun))  # "bombardment of": the noun alone
    behind = _BEHIND.match(text, noun_end, max(lead.clause.end, lead.trigger.end))
    end = behind.end() if behind else lead.trigger.end
    return (start, end) if len(text[start:end].split()) >= 2 else (lead.clause.start, lead.clause.end)


@cache
def _opening() -> re.Pattern[str]:
    # What joins a clause to the text before says nothing in a title.
    words = lexicon()
    links = "|".join(one for one in words.links.split("|") if one not in _KEPT)
    opened = rf"\b(?:{links}|{words.openings})\b[\s,]+"
    return re.compile(rf"^(?:[“”\"’',;:–—\s]*(?:{opened}|[’']s\s+))+", re.IGNORECASE)


# Without these a sentence says something else.
_KEPT = frozenset({"if", "even if", "unless", "until", "whether", "because", "once"})
_CLOSING = re.compile(
    r"(?:\s+(?:in|on|of|at|from|since|by|the|a|as|to|for|before|after|until|or|and|than|half an hour))+$",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:spent|for|or|and|than|of|after|before|until|between|hour|hours|days|took)\s+$", re.IGNORECASE
)
_BEFORE_DATE = re.compile(r"(?:\b(?:on|in|at|since|by|from|of|until|early|late|earlier)\s+)+$", re.IGNORECASE)


def _without(words: str, start: int, end: int) -> str:
    if _HOLDS.search(words[:start]):
        return words  # "spent Monday shuttling": the sentence needs it
    before = _BEFORE_DATE.sub("", words[:start])
    behind = re.sub(r"^[’']s\b", "", words[end:])
    if not before.strip():
        behind = behind.lstrip(" ,")
    return f"{before.rstrip()} {behind.lstrip()}" if behind[:1] not in ",.;:" else before.rstrip() + behind


def _balanced(words: str) -> str:
    if words.count('"') % 2:
        words = f'"{words}' if re.search(r'[.,!?]"', words) else words.replace('"', "")
    opened = words.count("“") - words.count("”")
    if opened < 0:
        return words.replace("”", "", -opened)
    return words + "”" * opened
