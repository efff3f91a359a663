"""The same event in several reports: candidates joined into one, by date, type, parties, place and words.

Neighbouring days are never joined: systems that do so invent more doubles than they remove. Two candidates
are one event where the type fits, the dates can be the same, and enough else is shared: who, where, or the
words themselves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as date_type
from functools import lru_cache

from generator.dates import Edtf
from generator.events.candidate import Candidate
from generator.events.lexicon import lexicon
from generator.events.names import is_anybody
from generator.events.stems import content
from generator.events.telling import VIOLENT, WIDE
from generator.timeline.model import EventType

__all__ = ["Group", "grouped", "likeness"]

_ONCE_A_DAY: frozenset[EventType] = frozenset({"ceasefire", "breakdown"})
ENOUGH = 3.0
COPIED = 0.8  # share of words from which it is the same sentence, whoever its "he" was taken for
OTHER_TYPE = 0.4  # of one family
ALIKE = 0.3  # share of words without which a sentence that has no date joins nothing
_FAMILIES: tuple[frozenset[EventType], ...] = (VIOLENT,)


@dataclass
class Group:
    """Candidates that tell one event, the first of them the clearest."""

    members: list[Candidate] = field(default_factory=list)

    @property
    def lead(self) -> Candidate:
        """The candidate that gives the event its type and its words."""
        return self.members[0]

    @property
    def date(self) -> Edtf:
        """The date that most of the dated members give; of equals, the first.

        What none of them dates was over when the first of the reports appeared.
        """
        dated = [one.date for one in self.members if one.dated]
        if not dated:
            return min((one.date for one in self.members), key=lambda date: date.latest or date_type.max)
        common = Counter(dated).most_common(1)[0][0]
        narrower = [date for date in dated if date.kind == "day" and _one_of_few_days(date, common)]
        return narrower[0] if narrower else common


def grouped(found: Sequence[Candidate]) -> list[Group]:
    """Return the candidates in groups, each of which tells one event.

    The dated come first, so that a sentence without a date joins the event that it repeats.
    """
    groups: list[Group] = []
    signs: defaultdict[str, list[int]] = defaultdict(list)
    for one in sorted(found, key=lambda one: not one.dated):
        place = _best(one, groups, signs)
        if place is None:
            place = len(groups)
            groups.append(Group())
        groups[place].members.append(one)
        for sign in _signs(one):
            if signs[sign][-1:] != [place]:
                signs[sign].append(place)
    return groups


COMMON = 400  # groups; a word that so many events share tells none of them apart
LOOKED_AT = 12  # groups that share the most words are compared in full
COMPARED = 6  # members of a group


def _best(one: Candidate, groups: Sequence[Group], signs: dict[str, list[int]]) -> int | None:
    shared: Counter[int] = Counter()
    for sign in _signs(one):
        places = signs.get(sign, ())
        if len(places) <= COMMON:
            shared.update(dict.fromkeys(places, 3 if "|" in sign else 1))
    near = sorted(shared.items(), key=lambda row: (-row[1], row[0]))[:LOOKED_AT]
    rated = [
        (max(likeness(one, other) for other in groups[place].members[:COMPARED]), -place)
        for place, _ in near
        if not _other_day(one, groups[place])
    ]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] >= ENOUGH else None


def _other_day(one: Candidate, group: Group) -> bool:
    """Tell whether a group has a day already, and another one: "hours after" must not join two days."""
    return one.date.kind == "day" and any(
        other.date.kind == "day" and other.date != one.date for other in group.members
    )


def _signs(one: Candidate) -> frozenset[str]:
    """Return the signs under which candidates meet: words, date with voice or place, paragraph."""
    voice = one.speaker or "".join(one.actors[:1])
    here = {f"{one.date}|{one.type}|{voice}", f"{one.date}|{one.type}|{one.place}"}
    if one.type in VIOLENT or one.type == "other":
        beside = (one.sentence.paragraph, one.sentence.paragraph + 1)
        here |= {f"{one.report.source.id}|paragraph {paragraph}" for paragraph in beside}
    return content(one.quote) | here


def likeness(one: Candidate, other: Candidate) -> float:
    """Say how much speaks for two candidates being one event; from `ENOUGH` on they are.

    The date and the type are conditions; the parties, the place and the words decide.
    """
    kind = _type_likeness(one.type, other.type)
    when = _date_likeness(one, other)
    if not kind or not when:
        return 0.0
    if one.report is other.report and one.sentence.start == other.sentence.start:
        return 0.0  # one sentence tells them apart
    names = one.report.names.words
    words = _overlap(content(one.quote) - names, content(other.quote) - names)
    beside = one.report is other.report and _apart(one, other) == 0
    both_dated = one.dated and other.dated
    if _goes_on(one, other) or _takes_up(one, other) or _takes_up(other, one):
        return ENOUGH
    retold = _is_retold(one, other)
    if one.type == other.type == "other" and not retold and _deeds(one) and _deeds(other):
        return 0.0  # one was arrested and one released
    spoken = _is_speech(one) and _is_speech(other)
    if not (retold or spoken) and (kind < OTHER_TYPE or {one.type, other.type} <= WIDE) and words < ALIKE:
        return 0.0  # the same day in the same place: what shares neither type nor matter is two events
    if not both_dated and words < ALIKE and not (beside and one.type == other.type and one.type not in WIDE):
        return 0.0
    if _is_speech(one) and _is_speech(other):
        return _speech_likeness(one, other, when, words)
    parties = 1.0 if _who(one) & _who(other) else 0.0
    place = _place_likeness(one, other)
    period = 1.0 if both_dated and kind == 1 and _same_period(one.date, other.date) else 0.0
    near = 0.0 if both_dated else 1.0 if beside else -0.6
    if both_dated and one.date == other.date and kind == 1 and one.type in _ONCE_A_DAY:
        near += 1.0
    return kind + when + parties + place + period + near + (RETOLD if retold else 0.0) + 4 * words


RETOLD = 1.0


def _is_retold(one: Candidate, other: Candidate) -> bool:
    """Tell whether two of one date tell a deed in words of one meaning: "caved in" and "the collapse"."""
    if not (one.dated and other.dated and one.date.overlaps(other.date)):
        return False
    return not (_is_speech(one) or _is_speech(other)) and bool(_deeds(one) & _deeds(other))


def _takes_up(one: Candidate, other: Candidate) -> bool:
    """Tell whether a sentence takes up what stands right before it: "were killed in the attack".

    So does one that only counts the dead and wounded of the violence or disaster that was just told.
    """
    if one.report is not other.report or one.sentence.start <= other.sentence.start or _apart(one, other) > 1:
        return False
    if _is_speech(one) or _is_speech(other) or (one.dated and other.dated and one.date != other.date):
        return False
    harm = {one.type, other.type} <= VIOLENT | {"other"} and (one.type in VIOLENT or other.type in VIOLENT)
    words = one.report.text.text[one.sentence.start : one.sentence.end]
    named = lexicon().the_deed.search(words)
    return harm and bool(named or (not one.dated and lexicon().toll.match(words)))


def _deeds(one: Candidate) -> frozenset[int]:
    return _deeds_in(one.report.text.text[one.clause.start : one.clause.end])


@lru_cache(maxsize=65536)
def _deeds_in(words: str) -> frozenset[int]:
    return frozenset(number for number, deed in enumerate(lexicon().deeds) if deed.search(words))


def _place_likeness(one: Candidate, other: Candidate) -> float:
    if not one.place or not other.place:
        return 0.0
    if one.place == other.place:
        return 0.7
    places = one.report.names.places
    return 0.0 if "country" in (places[one.place].precision, places[other.place].precision) else -0.7


def _same_period(one: Edtf, other: Edtf) -> bool:
    """Tell whether two dates are one stretch, so to speak: "this month" and "earlier this month"."""
    if "day" in (one.kind, other.kind) or not (one.within(other) or other.within(one)):
        return False
    return min(_length(one), _length(other)) * 2 > max(_length(one), _length(other))


def _apart(one: Candidate, other: Candidate) -> int:
    return abs(one.sentence.paragraph - other.sentence.paragraph)


def _goes_on(one: Candidate, other: Candidate) -> bool:
    """Tell whether somebody only goes on: the same voice and type, one paragraph on, without a date."""
    return (
        one.report is other.report
        and _apart(one, other) <= 1
        and one.type == other.type
        and not (one.dated and other.dated)
        and _is_speech(one)
        and _is_speech(other)
        and _voice(one) is not None
        and _voice(one) == _voice(other)
    )


def _is_speech(one: Candidate) -> bool:
    verb = one.quote and one.report.text.text[one.trigger.start : one.trigger.end].lower().split()[0]
    return one.type in {"threat", "accusation"} or (one.type == "statement" and verb in lexicon().saying)


def _speech_likeness(one: Candidate, other: Candidate, when: float, words: float) -> float:
    """Compare what was said: by the same voice on the same day it is one statement, by two voices never."""
    voices = _voice(one), _voice(other)
    if all(voices) and voices[0] != voices[1] and words < COPIED:
        return 0.0
    same = 1.0 if all(voices) else 0.0
    if one.type == other.type:
        return 1.0 + when + same + 4 * words
    return when + same + 3 * words


def _voice(one: Candidate) -> str | None:
    return one.speaker or next(iter(one.actors), None)


def _type_likeness(one: EventType, other: EventType) -> float:
    if one == other:
        return 1.0
    if any({one, other} <= family for family in _FAMILIES):
        return OTHER_TYPE
    return 0.2 if WIDE & {one, other} else 0.0


def _date_likeness(one: Candidate, other: Candidate) -> float:
    if one.date == other.date:
        return 1.0 if one.dated and other.dated else 0.3
    if not one.date.overlaps(other.date) or _far_apart(one.date, other.date):
        return 0.0
    if one.dated and other.dated and _same_period(one.date, other.date):
        return 0.8
    if one.dated and other.dated and _one_of_few_days(one.date, other.date):
        return 1.6 if one.report is other.report and one.type in _ONCE_A_DAY else 0.3
    if one.dated and other.dated:
        # "this month's clashes" is not the clash of the 11th: a period and a day in it are two events.
        return (
            0.3
            if _length(one.date) == _length(other.date) or _length(one.date) * _length(other.date) > 60**2
            else -0.8
        )
    return 0.3


FEW = 3  # days


def _one_of_few_days(one: Edtf, other: Edtf) -> bool:
    """Tell whether one date is a day and the other a set of few days with it: "hours after" and "Tuesday"."""
    short, long = sorted((one, other), key=_length)
    return short.kind == "day" and long.kind == "within" and _length(long) <= FEW


def _far_apart(one: Edtf, other: Edtf) -> bool:
    """Tell whether only an open start makes two dates overlap: "by December", and a day in 2001."""
    if one.earliest is not None and other.earliest is not None:
        return False
    if one.latest is None or other.latest is None:
        return False
    return abs((one.latest - other.latest).days) > APART


APART = 60  # days


def _length(date: Edtf) -> int:
    if date.earliest is None or date.latest is None:
        return 10_000
    return (date.latest - date.earliest).days


def _who(one: Candidate) -> set[str]:
    """Return the parties by which an event is known; "police" and "gunmen" act in many."""
    actors = one.report.names.actors
    people = {who for who in (*one.actors, *one.recipients) if not is_anybody(actors[who].name)}
    return people | {actors[who].of or who for who in people}


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other)) * min(1.0, min(len(one), len(other)) / 5)
