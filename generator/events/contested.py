"""Contested points: what the parties say about one thing, side by side, and no winner chosen.

Three kinds are found. Denials: what somebody says and another denies. Blame: what two parties lay to each
other's charge, such as who fired first. Counts: two voices that count the same differently. Each version
keeps its voice, its words and its evidence. A point on which one party alone is heard is not contested.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from generator.events.lexicon import lexicon
from generator.events.match import Group
from generator.events.patterns import compile_patterns
from generator.events.stems import content
from generator.events.voices import Voice
from generator.events.wordlists import read_words
from generator.timeline.model import Claim, EventType, Version

__all__ = ["Contested", "contested_points"]

SAID_AT_MOST = 200  # characters of a version; the whole is in its evidence
ABOUT_AT_MOST = 110  # characters of what a point is about
ABOUT_WORDS = 16  # more are a sentence with its circumstances, and no point
ANSWERS = 3  # sentences; a denial answers what was said so shortly before
SHARED = 3  # words; so many must a denial in another report share with what it answers
VERSIONS = 8  # of one point
QUOTED = 4  # quotations of one version


@dataclass(frozen=True, slots=True)
class _Topic:
    """What parties blame one another for: its neutral name, the types it is about, and its words.

    `is_charge` means that who speaks of it lays it to somebody's charge already: "they fired first".
    """

    about: str
    types: tuple[EventType, ...]
    words: re.Pattern[str] | None
    is_charge: bool


@cache
def _topics() -> tuple[_Topic, ...]:
    words = read_words("contested")
    rows = [
        _Topic(row["about"], tuple(row["types"]), compile_patterns(row["words"]), row["charge"])
        for row in words["topics"]
    ]
    return (*rows, _Topic(words["blame"], ("breakdown", "clash", "strike", "other"), None, False))


@dataclass(frozen=True)
class Contested:
    """The contested points of a run: the claims of each group of candidates, by the group's number."""

    claims: Mapping[int, list[Claim]]

    def of(self, number: int) -> tuple[Claim, ...]:
        """Return the claims of one group."""
        return tuple(self.claims.get(number, ()))


def contested_points(groups: Sequence[Group], voices: Sequence[Sequence[Voice]]) -> Contested:
    """Return what is contested; `voices` are those of each report, in the order of their words."""
    hosts = _Hosts(groups)
    points: defaultdict[int, list[_Point]] = defaultdict(list)
    for one in (*_blame(hosts, voices), *_denials(hosts, voices), *_counts(groups, voices)):
        if one.host is None or len({voice.party for voice in one.heard}) < 2:
            continue
        same = next((other for other in points[one.host] if _is_one_point(one, other)), None)
        if same is None:
            points[one.host].append(one)
        else:
            same.heard += [voice for voice in one.heard if voice not in same.heard]
    return Contested({host: [_claim(one) for one in row] for host, row in points.items()})


@dataclass
class _Point:
    """A contested point before it is worded: what it is about, who is heard, the event that carries it."""

    about: str
    heard: list[Voice]
    host: int | None
    figures: dict[Voice, str] = field(default_factory=dict)


def _is_one_point(one: _Point, other: _Point) -> bool:
    """Tell whether the same parties speak of the same matter, in whichever words."""
    if one.about == other.about:
        return True
    if (
        one.figures
        or other.figures
        or {voice.party for voice in one.heard} != {voice.party for voice in other.heard}
    ):
        return False
    return bool(_matter(one) & _matter(other))


def _matter(point: _Point) -> frozenset[str]:
    """Return the words that a point shares: those of what is denied, and of the denial."""
    names = point.heard[0].report.names.words
    return frozenset().union(*(content(voice.words) - names for voice in point.heard))


class _Hosts:
    """Finds the event that carries a contested point."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._spans: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, group in enumerate(groups):
            for one in group.members:
                self._spans[one.report.source.id].append((one.start, one.end, number))

    def quoting(self, voice: Voice) -> int | None:
        """Return the event that quotes what a voice says, an accusation before any other."""
        held = [
            number
            for start, end, number in self._spans[voice.report.source.id]
            if start < voice.end and end > voice.start and not self._groups[number].lead.background
        ]
        return min(held, key=lambda one: (self._groups[one].lead.type != "accusation", one), default=None)

    def of_a_denial(self, answered: Voice, voice: Voice, topic: _Topic | None) -> int | None:
        """Return the event that quotes what is denied, or the denial; one of its topic; a like accusation."""
        for one in (answered, voice):
            if (host := self.quoting(one)) is not None:
                return host
        if topic and (host := self.about(topic, (answered, voice))) is not None:
            return host
        for number, group in enumerate(self._groups):
            lead = group.lead
            actors = lead.report.names.actors
            parties = {actors[who].of or who for who in lead.actors if who in actors}
            others = {actors[who].of or who for who in lead.recipients if who in actors}
            if lead.type == "accusation" and answered.party in parties and voice.party in others:
                return number
        return None

    def about(self, topic: _Topic, voices: Sequence[Voice]) -> int | None:
        """Return the event of the right type that stands nearest to the voices, else one that quotes them."""
        reports = {voice.report.source.id for voice in voices}
        for kind in topic.types:
            near = [
                (group.date.kind != "day", _distance(one.sentence.start, voices), number)
                for number, group in enumerate(self._groups)
                if group.lead.type == kind and not group.lead.background
                for one in group.members
                if one.report.source.id in reports
            ]
            near = [row for row in near if row[1] <= NEAR]
            if near:
                return min(near)[2]
        return next((host for voice in voices if (host := self.quoting(voice)) is not None), None)


NEAR = 1_500  # characters between a point and the event that it is about


def _distance(at: int, voices: Sequence[Voice]) -> int:
    return min(abs(at - voice.start) for voice in voices)


# Blame: two parties that lay the same to each other's charge.


def _blame(hosts: _Hosts, voices: Sequence[Sequence[Voice]]) -> Iterator[_Point]:
    for row in voices:
        used: dict[str, list[Voice]] = {}
        topics = {topic.about: topic for topic in _topics()}
        for first, second, topic in (*_pairs(row), *_announced(row)):
            heard = used.setdefault(topic.about, [])
            heard += [one for one in (first, second) if one not in heard]
        for about, heard in used.items():
            yield _Point(about, heard, hosts.about(topics[about], heard))
    everywhere = [one for row in voices for one in row if one.manner == "blames"]
    for topic in _topics():
        for first, second in _crossing([one for one in everywhere if topic in _spoken_of(one)]):
            yield _Point(topic.about, [first, second], hosts.about(topic, [first, second]))


def _spoken_of(voice: Voice) -> list[_Topic]:
    return [topic for topic in _topics() if topic.words and topic.words.search(voice.words)]


def _pairs(row: Sequence[Voice]) -> Iterator[tuple[Voice, Voice, _Topic]]:
    """Give two voices near each other, of two parties of which one blames the other, and for what."""
    speaking = [one for one in row if one.manner in ("blames", "says", "denies")]
    for place, first in enumerate(speaking):
        for second in speaking[place + 1 :]:
            if second.sentence - first.sentence > ANSWERS:
                break
            if first.party == second.party or "blames" not in (first.manner, second.manner):
                continue
            topic = _common_topic(first, second)
            if topic and (first.names(second.party) or second.names(first.party)):
                yield first, second, topic


def _common_topic(first: Voice, second: Voice) -> _Topic | None:
    """Return what two voices blame each other for: what both speak of, or one, where the other blames too."""
    one, other = _spoken_of(first), _spoken_of(second)
    both = [topic for topic in one if topic in other]
    if first.manner == second.manner == "blames":
        return next(iter((*both, *one, *other)), _topics()[-1])
    charges = [topic for topic in both if topic.is_charge]
    if charges:
        return charges[0]
    for topic, voice, beside in (
        *((topic, first, second) for topic in one),
        *((topic, second, first) for topic in other),
    ):
        found = topic.words.search(voice.words) if topic.words and topic.is_charge else None
        if found and content(found.group()) & content(beside.words):
            return topic
    return None


def _announced(row: Sequence[Voice]) -> Iterator[tuple[Voice, Voice, _Topic]]:
    """Give the two voices behind a sentence that says of both sides that they blame each other."""
    for place, one in enumerate(row):
        if one.manner != "both":
            continue
        behind = [
            voice
            for voice in row[place + 1 :]
            if voice.sentence - one.sentence <= 2 * ANSWERS and voice.manner in ("says", "blames", "denies")
        ]
        first = next(iter(behind), None)
        second = next((voice for voice in behind if first and voice.party != first.party), None)
        if first and second and (first.names(second.party) or second.names(first.party)):
            yield first, second, next(iter(_spoken_of(one)), _topics()[-1])


def _crossing(row: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """Give two voices of different reports that blame each other."""
    by_party: defaultdict[str, list[Voice]] = defaultdict(list)
    for one in row:
        by_party[one.party].append(one)
    for party, own in by_party.items():
        for other, theirs in by_party.items():
            if party < other:
                first = next((one for one in own if one.names(other)), None)
                second = next((one for one in theirs if one.names(party)), None)
                if first and second:
                    yield first, second


# Denials: what one says and another denies.


def _denials(hosts: _Hosts, voices: Sequence[Sequence[Voice]]) -> Iterator[_Point]:
    blamed = [one for row in voices for one in row if one.manner == "blames"]
    for row in voices:
        for place, voice in enumerate(row):
            if voice.manner != "denies":
                continue
            answered = _answered(row, place) or _answered_elsewhere(voice, blamed)
            if answered is None:
                continue
            topic = next(iter(_spoken_of(answered)), None)
            about = topic.about if topic and answered.manner == "blames" else _about(answered, voice)
            yield _Point(about, [answered, voice], hosts.of_a_denial(answered, voice, topic))


def _answered(row: Sequence[Voice], place: int) -> Voice | None:
    """Return what a denial answers: what another party said just before, best what names who denies."""
    voice = row[place]
    near = [
        one
        for one in row[max(0, place - 2 * ANSWERS) : place]
        if one.party != voice.party
        and one.manner in ("says", "blames", "denies")
        and voice.sentence - one.sentence <= (ANSWERS if one.manner == "blames" else ANSWERS - 1)
    ]
    return max(
        near,
        key=lambda one: (one.manner == "blames", one.names(voice.party), one.sentence, one.start),
        default=None,
    )


def _answered_elsewhere(voice: Voice, blamed: Iterable[Voice]) -> Voice | None:
    """Return an accusation in another report that a denial answers, known by its words and its parties."""
    names = voice.report.names.words
    matter = content(voice.words) - names
    best: tuple[int, Voice] | None = None
    for one in blamed:
        shared = len(matter & content(one.words) - names)
        if one.report is voice.report or one.party == voice.party or shared < SHARED:
            continue
        if one.names(voice.party) and (best is None or shared > best[0]):
            best = shared, one
    return best[1] if best else None


_OF_A_GERUND = re.compile(r"\b(?:of|for)\s+((?:having\s+\w+|[a-z]+ing)\b[^,;.“”\"]*)")
_FOR_A_NOUN = re.compile(
    r"\bblam\w+\b[^,;.“”\"]*?\bfor\s+((?:(?:the|a|an|its|their)\s|[A-Z][\w ]+[’']s\s)[^,;.“”\"]*)"
)
_DENIED_THAT = re.compile(r"\b(?:den\w+|reject\w+|dismiss\w+)\s+(?:\w+\s+){0,3}?that\s+([^,;.“”\"]+)")
_DENIED_IT = re.compile(r"\bden(?:ied|ies|y|ying)\s+(?:it|they|he|she)\s+([^,;.“”\"]+)")
_DENIED_A_DEED = re.compile(r"\bden(?:ied|ies|y|ying)\s+((?:having\s+\w+|[a-z]+ing)\b[^,;.“”\"]*)")
_DENIED_ANY = re.compile(r"\bden(?:ied|ies|y|ying)\s+any\s+([^,;.“”\"]+)")
_SAID_BEFORE = re.compile(
    r"^([^“”\";]+?),\s+(?:according to\b|[^,“”\"]{2,70}?\b(?:said|says|reported|announced|added)\b)"
)
_SAID_THAT = re.compile(
    r"\b(?:said|says|claimed|claims|reported|announced|alleged)\s+(?:that\s+)?([^“”\";]+)"
)


def _small(voice: Voice, words: str) -> str:
    """Return a sentence as it stands within another: its first letter small, unless a name begins it."""
    report = voice.report
    named = [
        *report.actors_in(voice.start, voice.start + 12),
        *report.places_in(voice.start, voice.start + 12),
    ]
    if any(one.start == voice.start for one in named) and words.split()[0].lower() not in lexicon().never:
        return words
    return words[:1].lower() + words[1:]


def _about(said: Voice, denied: Voice) -> str:
    """Return what a point is about, in neutral words: what was said, as something that may be so or not."""
    actors = said.report.names.actors
    ways: tuple[tuple[re.Pattern[str], Voice, Callable[[str], str]], ...] = (
        (_OF_A_GERUND, said, lambda words: f"the accusation of {words}"),
        (_FOR_A_NOUN, said, lambda words: f"who is to blame for {words}"),
        (_DENIED_THAT, denied, lambda words: f"whether {words}"),
        (_DENIED_ANY, denied, lambda words: f"whether there was {words}"),
        (_DENIED_IT, denied, lambda words: f"whether {actors[denied.party].name} {words}"),
        (_SAID_BEFORE, said, lambda words: f"whether {_small(said, words)}"),
        (_SAID_THAT, said, lambda words: f"whether {words}"),
        (_FOR_A_NOUN, denied, lambda words: f"who is to blame for {words}"),
        (_DENIED_A_DEED, denied, lambda words: f"the accusation of {words}"),
    )
    for pattern, voice, worded in ways:
        found = pattern.search(voice.words)
        if found and 2 <= len(found[1].split()) <= ABOUT_WORDS:
            return _cut(worded(" ".join(found[1].split()).rstrip(" .,")), ABOUT_AT_MOST)
    return f"what {actors[said.by].name} says and {actors[denied.by].name} denies"


# Counts: two voices that count the same differently.


def _counts(groups: Sequence[Group], voices: Sequence[Sequence[Voice]]) -> Iterator[_Point]:
    names: dict[str, str] = read_words("contested")["counts"]
    by_report = {row[0].report.source.id: row for row in voices if row}
    for number, group in enumerate(groups):
        if group.lead.type in ("accusation", "threat"):
            continue
        counted: defaultdict[str, list[tuple[Voice, str]]] = defaultdict(list)
        for one in group.members:
            row = by_report.get(one.report.source.id, ())
            for voice, counts, words in _counting(row, one.start, one.end):
                counted[counts].append((voice, words))
        for counts, heard in counted.items():
            firsts: dict[str, tuple[Voice, str]] = {}
            for voice, words in heard:
                firsts.setdefault(voice.party, (voice, words))
            if len({_number(words) for _, words in firsts.values()}) > 1:
                yield _Point(
                    names[counts], [voice for voice, _ in firsts.values()], number, dict(firsts.values())
                )


def _counting(row: Sequence[Voice], start: int, end: int) -> Iterator[tuple[Voice, str, str]]:
    """Give the voices that count something in the quoted words or right behind: what, and how many."""
    last: tuple[int, str] | None = None
    for voice in row:
        if voice.end <= start or (last is None and voice.start >= end):
            continue
        if last is not None and voice.sentence - last[0] > 1:
            return
        for figure in voice.figures:
            if last is None or figure.counts == last[1]:
                yield voice, figure.counts, figure.words
                last = voice.sentence, figure.counts
                break
        else:
            words = _NUMBER_BEHIND.search(voice.words) if last and voice.manner == "counts" else None
            if last and words:
                yield voice, last[1], words[1]


_NUMBER_BEHIND = re.compile(
    r"\b(?:at|of|as|was|counted|counts)\s+((?:\w+\s+){0,2}?(?:\d[\d,.]*\d|\d|[a-z]+))(?=\W*$)"
)


def _number(figure: str | None) -> str:
    return re.sub(r"\W", "", (figure or "").lower())


def _claim(point: _Point) -> Claim:
    """Return a point with a version for each party."""
    parties: dict[str, list[Voice]] = {}
    for one in point.heard:
        parties.setdefault(one.party, []).append(one)
    versions = [
        Version(
            by=row[0].by,
            says=_cut(" ".join(row[0].words.split()), SAID_AT_MOST),
            figure=point.figures.get(row[0]),
            evidence=tuple(
                {(one.report.source.id, one.words): one.evidence() for one in row[:QUOTED]}.values()
            ),
        )
        for row in parties.values()
    ]
    return Claim(about=point.about, versions=tuple(versions[:VERSIONS]))


def _cut(words: str, at_most: int) -> str:
    words = words.strip()
    return words if len(words) <= at_most else words[: at_most - 1].rsplit(" ", 1)[0] + "…"
