"""What a sentence tells: each date with the words that it dates, and what happened without a date.

A date belongs to the words of its own clause; a date at the front ("On Sunday, …") to what follows; a date
in front of a noun ("Wednesday's assault") to that noun alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from generator.dates import Edtf, TimeExpression
from generator.events.clauses import Clause, governing_doubt, split_clauses
from generator.events.lexicon import lexicon
from generator.events.report import Report
from generator.events.telling import (
    Trigger,
    any_past,
    doubt_about,
    main_trigger,
    named_behind,
    refined,
    trigger_near,
)
from generator.sources import Sentence
from generator.timeline.model import EventType

__all__ = ["Told", "told_in"]

_MAIN = frozenset({"", ",", "but", "and"})
_FRONT = frozenset({"when", "as", "while", "even as", "just as"})
_RELATIVE = frozenset({"who", "which", "that", "where", "in which", "during which", "whose"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a sentence tells it: its words, its type, its date with what gives it, and the reasons."""

    trigger: Trigger
    clause: Clause
    type: EventType
    date: Edtf
    expression: TimeExpression | None
    reasons: tuple[str, ...]


def told_in(report: Report, sentence: Sentence) -> list[Told]:
    """Return the events that a sentence tells, those with a date first."""
    dates = [one for one in report.dates_in(sentence) if not _ends_a_pair(report.masked, one)]
    spans = [(one.start, one.end) for one in dates]
    clauses = split_clauses(report.masked, report.prose_start(sentence), sentence.end, spans)
    taken: list[Told] = []
    for number in range(len(dates)):
        for told in _dated(report, clauses, dates, number):
            if not any(told.trigger.start == other.trigger.start for other in taken):
                taken.append(told)
    taken.extend(_hours_after(report, clauses, taken))
    if all(_beside_the_point(report, one) for one in taken):
        taken.extend(_undated(report, clauses, taken))
    return taken


def _beside_the_point(report: Report, told: Told) -> bool:
    """Tell whether something dated is not what its sentence is about: a noun or a relative clause."""
    return _is_attributive(report.masked, told.expression) or told.clause.link in _RELATIVE


def _dated(
    report: Report, clauses: Sequence[Clause], dates: Sequence[TimeExpression], number: int
) -> Iterator[Told]:
    text, expression = report.masked, dates[number]
    home = next((place for place, one in enumerate(clauses) if one.start <= expression.start < one.end), None)
    if home is None:
        return
    inside = named_behind(text, expression.start, expression.end)
    if inside:  # "the September 11 attacks" are a date and an event at once
        yield _tell(report, clauses, clauses[home], inside, expression)
        return
    if _is_attributive(text, expression):
        trigger = named_behind(text, expression.end, clauses[home].end)
        doubtful = trigger and (
            _is_state(text, clauses[home], trigger, expression)
            or (expression.edtf is not None and expression.edtf.kind == "since")
            or doubt_about(text, clauses[home], trigger, expression.start)
        )
        if trigger and not doubtful:
            yield _tell(report, clauses, clauses[home], trigger, expression)
        return
    since = _since_when(report, clauses, home, expression)
    if since:
        yield since
        return
    found = _by_cue(text, clauses, home, dates, number) or _by_any_verb(text, clauses, home, expression)
    if found is None:
        return
    place, trigger = found
    if place != home and governing_doubt(text, clauses[home], expression.start):
        return
    at = expression.start if place == home else trigger.start
    if doubt_about(text, clauses[place], trigger, at) or _is_state(text, clauses[home], trigger, expression):
        return
    yield _tell(report, clauses, clauses[place], trigger, expression)
    yield from _beside_front(report, clauses, home, place, expression)


def _since_when(
    report: Report, clauses: Sequence[Clause], home: int, expression: TimeExpression
) -> Told | None:
    """Return what started a state: "tensions have been rising since May 28, when a soldier was killed"."""
    behind = clauses[home + 1] if home + 1 < len(clauses) else None
    if expression.edtf is None or expression.edtf.kind != "since" or behind is None or behind.link != "when":
        return None
    trigger = trigger_near(report.masked, behind, behind.start) or any_past(report.masked, behind)
    if trigger is None or doubt_about(report.masked, behind, trigger, None):
        return None
    start = Edtf.parse(expression.edtf.text.partition("/")[0])
    return replace(_tell(report, clauses, behind, trigger, expression), date=start)


def _by_cue(
    text: str, clauses: Sequence[Clause], home: int, dates: Sequence[TimeExpression], number: int
) -> tuple[int, Trigger] | None:
    at = dates[number].start
    for place in _search_order(text, clauses, home):
        clause = _window(text, clauses[place], dates, number) if place == home else clauses[place]
        trigger = trigger_near(text, clause, at, _subject(text, clauses, place))
        if trigger and trigger.type == "statement" and clauses[place].link in _RELATIVE and place:
            trigger = _antecedent(text, clauses[place - 1]) or trigger
        if trigger:
            return place, trigger
    return _by_neighbour(text, clauses, home)


def _by_neighbour(text: str, clauses: Sequence[Clause], home: int) -> tuple[int, Trigger] | None:
    """Find what a clause leans on that has no word for an event: "the attack, which began …"."""
    if home and clauses[home].link in _RELATIVE and (trigger := _antecedent(text, clauses[home - 1])):
        return home - 1, trigger
    if home + 1 < len(clauses) and clauses[home + 1].link == "when":
        trigger = trigger_near(text, clauses[home + 1], clauses[home + 1].start)
        if trigger and trigger.how == "happened":
            return home + 1, trigger
    return None


def _antecedent(text: str, clause: Clause) -> Trigger | None:
    return named_behind(text, max(clause.start, clause.end - 30), clause.end)


def _by_any_verb(
    text: str, clauses: Sequence[Clause], home: int, expression: TimeExpression
) -> tuple[int, Trigger] | None:
    """Find a verb that no list knows: what it tells is dated, and that is enough."""
    places = [home, home + 1] if _is_front(text, clauses, home) else [home]
    if not any_past(text, clauses[home]):
        places += _back_to_a_verb(text, clauses, home)
    for place in places:
        if 0 <= place < len(clauses) and (trigger := _verb_near(text, clauses[place], expression.start)):
            return place, trigger
    return None


def _verb_near(text: str, clause: Clause, at: int) -> Trigger | None:
    found = list(lexicon().past.finditer(text, clause.start, clause.end))
    if not found:
        return None
    before = [one for one in found if one.end() <= at]
    one = before[-1] if before else found[0]
    return Trigger(one.start(), one.end(), "statement", "only")


def _search_order(text: str, clauses: Sequence[Clause], home: int) -> list[int]:
    behind = [
        place
        for place in range(home + 1, len(clauses))
        if clauses[place].link in {",", "", "who", "which", "but"}
    ]
    if _is_adverbial(text, clauses, home):
        return [*behind[:3], home]
    if _is_front(text, clauses, home):
        return [home, *behind[:2]]
    if any_past(text, clauses[home]) and clauses[home].link not in _RELATIVE:
        return [home]
    return [home, *_back_to_a_verb(text, clauses, home)]


def _back_to_a_verb(text: str, clauses: Sequence[Clause], home: int) -> list[int]:
    """Return the clauses before, back to the first with a verb: "sued the firm, X, on Monday"."""
    back = []
    for place in range(home - 1, -1, -1):
        back.append(place)
        if any_past(text, clauses[place]):
            break
    return back


_PREPOSITION = re.compile(
    r"\W*(?:in|on|at|during|after|before|early|late|earlier|later|shortly|by|since|from|over|with|under|amid|within|hours|days|weeks|"
    r"two|three|a|the (?:day|night|morning|week|month|year|same|next|following)|that|last|this|next)\b",
    re.IGNORECASE,
)


def _is_adverbial(text: str, clauses: Sequence[Clause], home: int) -> bool:
    """Tell whether the date stands in a phrase before the sentence: "In a video of Friday, a man …"."""
    return (
        home == 0
        and len(clauses) > 1
        and clauses[1].link in {",", ""}
        and clauses[0].link in {"", "after", "before", "during", "following"}
        and _PREPOSITION.match(text, clauses[0].start, clauses[0].end) is not None
        and any_past(text, clauses[1]) is not None
    )


def _is_front(text: str, clauses: Sequence[Clause], home: int) -> bool:
    return all(not any_past(text, clauses[place]) for place in range(home + 1)) or (
        home == 0 and clauses[0].link in {"when", "after", "before", "as", "while", "since", "following"}
    )


def _window(text: str, clause: Clause, dates: Sequence[TimeExpression], number: int) -> Clause:
    """Return the part of a clause that one of its dates belongs to: "came on Monday and left on Sunday"."""
    start, end = clause.start, clause.end
    if (
        number
        and dates[number - 1].start >= start
        and lexicon().past.search(text, dates[number - 1].end, dates[number].start)
    ):
        start = dates[number - 1].end
    if number + 1 < len(dates) and dates[number + 1].start < end:
        verb = lexicon().past.search(text, dates[number].end, dates[number + 1].start)
        if verb and lexicon().past.search(text, start, dates[number].end):
            end = verb.start()
    return Clause(start, end, clause.link)


def _subject(text: str, clauses: Sequence[Clause], place: int) -> Clause | None:
    """Return where the subject stands that a clause shares: "Talks, held in Lusk, collapsed"."""
    clause = clauses[place]
    if not place or clause.link not in {",", "but", "and"}:
        return None
    first = lexicon().past.search(text, clause.start, clause.end)
    opening = text[clause.start : first.start()] if first else "x x x"
    verb = lexicon().past.search(text, clauses[0].start, clauses[0].end)
    subject = Clause(clauses[0].start, verb.start() if verb else clauses[0].end, "")
    return subject if len(opening.split()) <= 1 and subject.end > subject.start else None


def _beside_front(
    report: Report, clauses: Sequence[Clause], home: int, place: int, expression: TimeExpression
) -> Iterator[Told]:
    """Give the main clause behind "when the talks had begun on 25 October, …", which shares the day."""
    if place != home or clauses[home].link not in _FRONT:
        return
    for clause in clauses[home + 1 :]:
        if clause.link not in _MAIN:
            continue
        trigger = trigger_near(report.masked, clause, clause.start)
        if trigger and trigger.how == "happened" and not doubt_about(report.masked, clause, trigger, None):
            yield _tell(report, clauses, clause, trigger, expression)
            return


_HOURS = re.compile(r"(?:hours|minutes|shortly|soon|just) (after|before)", re.IGNORECASE)
_DAYS = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+days?$", re.IGNORECASE
)
_COUNTS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _hours_after(report: Report, clauses: Sequence[Clause], taken: Sequence[Told]) -> Iterator[Told]:
    """Give what happened hours before or after a dated event: that day or the one beside it."""
    days = [one for one in taken if one.date.kind == "day" and one.expression]
    for clause in clauses:
        hours = _HOURS.fullmatch(clause.link)
        steps = _days_between(report.masked, clause)
        leads = [one for one in days if one.clause.link in _MAIN and one.clause.start < clause.start]
        if (
            not (hours or steps)
            or not leads
            or any(clause.start <= one.trigger.start < clause.end for one in taken)
        ):
            continue
        trigger = trigger_near(report.masked, clause, clause.start)
        if trigger is None or trigger.how == "named" or doubt_about(report.masked, clause, trigger, None):
            continue
        lead = leads[0]
        assert lead.expression  # noqa: S101  (so were the days chosen)
        back = -1 if clause.link.endswith("after") else 1
        date = _day_off(lead.date, back * steps) if steps else _day_beside(lead.date, back)
        kind = refined(report.masked, trigger, clause, [clause])
        beside = f"{steps} days from it" if steps else "on that day or on the one beside it"
        reason = f"“{clause.link}” counts from “{lead.expression.text}”: {beside}"
        yield Told(trigger, clause, kind, date, lead.expression, (reason, _tells(report, trigger, kind)))


def _days_between(text: str, clause: Clause) -> int:
    """Return the days of "two days after"; 0 where no number of days opens the clause."""
    found = _DAYS.search(text[max(0, clause.start - 14) : clause.start].rstrip())
    if not found or clause.link not in {"after", "before"}:
        return 0
    word = found["count"].lower()
    if word.isdigit():
        return int(word)
    return _COUNTS.index(word) + 1 if word in _COUNTS else 1


def _day_off(day: Edtf, steps: int) -> Edtf:
    assert day.earliest is not None  # noqa: S101  (its kind is "day")
    return Edtf.parse((day.earliest + timedelta(days=steps)).isoformat())


def _day_beside(day: Edtf, step: int) -> Edtf:
    assert day.earliest is not None  # noqa: S101  (its kind is "day")
    first, last = sorted((day.earliest, day.earliest + timedelta(days=step)))
    return Edtf.parse(f"[{first.isoformat()}..{last.isoformat()}]")


def _undated(report: Report, clauses: Sequence[Clause], taken: Sequence[Told]) -> Iterator[Told]:
    """Give the event that a sentence tells outright without a date, bounded by the day of the report."""
    bound = _bound(report)
    for place, clause in enumerate(clauses):
        if bound is None or clause.link not in _MAIN:
            continue
        trigger = main_trigger(report.masked, clause, _subject(report.masked, clauses, place))
        trigger = trigger or _vow(report, clause)
        if trigger is None or any(trigger.start <= one.trigger.start < trigger.end for one in taken):
            continue
        if doubt_about(report.masked, clause, trigger, None):
            return
        kind = refined(report.masked, trigger, clause, clauses)
        reasons = ("no date stands with it, so it has bounds only", _tells(report, trigger, kind))
        yield Told(trigger, clause, kind, bound, None, reasons)
        return


def _vow(report: Report, clause: Clause) -> Trigger | None:
    """Return the verb of saying behind which somebody announces harm himself: “We will strike,” he said."""
    verb = next(
        (
            one
            for one in re.finditer(r"[a-z]+", report.masked[clause.start : clause.end])
            if one.group() in lexicon().saying
        ),
        None,
    )
    if verb is None:
        return None
    start = clause.start + verb.start()
    near = report.text.sentence_at(start)
    for one in report.quoted:
        if one.double and one.start < near.end and one.end > near.start:
            words = report.text.text[one.start : one.end]
            if lexicon().vow.search(words) and lexicon().harm.search(words):
                return Trigger(start, clause.start + verb.end(), "threat", "happened")
    return None


def _bound(report: Report) -> Edtf | None:
    if report.written is None or report.written.latest is None:
        return None
    return Edtf.parse(f"[..{(report.written.latest - timedelta(days=1)).isoformat()}]")


def _tell(
    report: Report, clauses: Sequence[Clause], clause: Clause, trigger: Trigger, expression: TimeExpression
) -> Told:
    kind = refined(report.masked, trigger, clause, clauses)
    date = _pair(report, expression) or expression.range or expression.edtf
    assert date  # noqa: S101  (only dating expressions come here)
    reasons = (f"“{expression.text}” dates it: {date}", _tells(report, trigger, kind))
    return Told(trigger, clause, kind, date, expression, reasons)


_PAIR = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to|until|till|-|–)\s*(?:the\s+)?", re.IGNORECASE)


def _pair(report: Report, first: TimeExpression) -> Edtf | None:
    """Return the whole stretch where two dates bound it: "evacuated between 2 and 4 September"."""
    if not _PAIR.search(report.masked[max(0, first.start - 15) : first.start]) or first.edtf is None:
        return None
    for other in report.expressions:
        if other.start >= first.end and other.edtf and _AND.fullmatch(report.masked[first.end : other.start]):
            if first.edtf.kind == other.edtf.kind == "day" and first.edtf < other.edtf:
                return Edtf.parse(f"{first.edtf}/{other.edtf}")
            return None
    return None


def _ends_a_pair(text: str, expression: TimeExpression) -> bool:
    before = text[max(0, expression.start - 40) : expression.start]
    return (
        re.search(r"\b(?:between|from)\s+(?:the\s+)?[\w .]{1,20}\s(?:and|to|until|till)\s+$", before)
        is not None
    )


def _tells(report: Report, trigger: Trigger, kind: EventType) -> str:
    words = " ".join(report.text.text[trigger.start : trigger.end].split())
    if trigger.how == "only":
        return (
            f"“{words}” says that something happened; no list of words gives it a narrower type than {kind}"
        )
    return f"“{words}” tells a {kind}"


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?!(?:{lexicon().after_a_date}|\w+ed)\b)[a-zA-Z“\"‘']")


_ARTICLE = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that)|[’']s?)\s+(?:\w+\s+)?$", re.IGNORECASE
)


def _is_attributive(text: str, expression: TimeExpression | None) -> bool:
    """Tell whether a date stands before a noun, which it dates: "Wednesday's assault", "the 2019 report".

    >>> from types import SimpleNamespace as Words
    >>> said = "They threw out the result of the 4 August vote on Monday."
    >>> _is_attributive(said, Words(text="4 August", start=33, end=41))
    True
    >>> _is_attributive(said, Words(text="Monday", start=50, end=56))
    False
    """
    if expression is None:
        return False
    if re.match(r"[’']s?\s", text[expression.end : expression.end + 3]) or text[: expression.end].endswith(
        ("’s", "'s")
    ):
        return True
    if re.search(r"(?:day|night|morning|afternoon|evening|week|weekend|month|year)$", expression.text):
        return False  # "the next day rebels …"
    before = text[max(0, expression.start - 25) : expression.start]
    if re.match(r"(?:the|its|their)\s", expression.text, re.IGNORECASE):
        before += "the "
    return bool(_ARTICLE.search(before)) and _noun_behind().match(text, expression.end) is not None


def _is_state(text: str, clause: Clause, trigger: Trigger, expression: TimeExpression) -> bool:
    """Tell whether a date only bounds a state: "in power since 2014"."""
    if expression.edtf and expression.edtf.kind == "since" and clause.link == "since":
        return True  # "since the spring truce fell apart": the spring, and not all that came after
    before = text[clause.start : expression.start]
    bounded = re.search(r"\b(?:since|until|till|than|through)\s+(?:\w+\s+)?$", before, re.IGNORECASE)
    return bool(bounded) and trigger.type == "statement"
