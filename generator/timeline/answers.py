"""What is asked for a new event or a new source, and whether the answers fit the fields they are for.

The questions are data, so that a command line, a form or a prompt can ask them alike. A fault names its
question in `where`: who asked knows where the answer stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_origin

from generator.dates import Edtf, EdtfError
from generator.problems import Problem, show
from generator.timeline.characters import clean
from generator.timeline.fields import field_kinds, without_none
from generator.timeline.findings import Findings
from generator.timeline.hints import choices, nearest
from generator.timeline.model import EVENT_TYPES
from generator.timeline.nodes import Scalar
from generator.timeline.read import reader_for

__all__ = [
    "EVENT_QUESTIONS",
    "SOURCE_QUESTIONS",
    "Question",
    "date_of",
    "fault",
    "given_of",
    "misfits",
    "missing",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for one answer: its `name`, the `words` asked, whether it `must` be answered."""

    name: str
    words: str
    must: bool = True
    choices: tuple[str, ...] = ()


EVENT_QUESTIONS = (
    Question("title", "What happened, as a headline?"),
    Question("type", "What kind of event is it?", choices=EVENT_TYPES),
    Question("source", "Which source tells of it (its id)?"),
    Question("quote", "Its words, exactly as they stand there?"),
    Question("date", "When was it (EDTF)? Leave it empty to take it from the quotation.", must=False),
    Question("actors", "Who acted (ids, with commas between)?", must=False),
    Question("place", "Where (id)?", must=False),
    Question("summary", "What should readers know, in a few sentences?", must=False),
    Question("id", "Its id? Leave it empty to take it from the title.", must=False),
)
SOURCE_QUESTIONS = (
    Question("file", "Which file holds its text, such as seeds/report.txt?"),
    Question("outlet", "Who published it?", must=False),
    Question("title", "What is its headline?", must=False),
    Question("url", "Where does it stand on the web?", must=False),
    Question("writes_about", "From which day do its weekdays count (EDTF)?", must=False),
    Question("published", "When was it published (EDTF)?", must=False),
    Question("id", "Its id? Leave it empty to take it from the outlet.", must=False),
)


def given_of(answers: Mapping[str, str], questions: tuple[Question, ...]) -> dict[str, str]:
    """Return the answers that say something, without the white space around them."""
    return {one.name: answers[one.name].strip() for one in questions if (answers.get(one.name) or "").strip()}


def fault(name: str, wrong: str, mend: str) -> Problem:
    """Return the problem of an answer."""
    return Problem(code="answer-fits", file="the answers", where=name, wrong=wrong, mend=mend)


def missing(given: Mapping[str, str], questions: tuple[Question, ...]) -> list[Problem]:
    """Return a fault for each question that must be answered and isn't."""
    asked = (one for one in questions if one.must and one.name not in given)
    return [fault(one.name, "no answer is given", f"answer this: {one.words}") for one in asked]


def misfits(given: Mapping[str, str], questions: tuple[Question, ...], record: type) -> list[Problem]:
    """Return the faults of answers that are no value of the field of that name of a class of the record."""
    kinds = field_kinds(record)
    faults = []
    for one in questions:
        answer, kind = given.get(one.name), without_none(kinds.get(one.name, str))
        if answer is None:
            continue
        if one.choices and answer not in one.choices:
            near = nearest(answer, one.choices)
            mend = f"did you mean {near}?" if near else f"write {choices(one.choices)}"
            faults.append(fault(one.name, f"{show(answer)} is no {one.name}", mend))
        elif get_origin(kind) is Annotated:
            faults += [fault(one.name, *words) for words in _misfit(answer, kind)]
    return faults


def _misfit(answer: str, kind: Any) -> Iterator[tuple[str, str]]:
    """Give what the reader of the record would say of a text, in two halves."""
    findings = Findings("the answers", answer)
    reader_for(kind).read(findings, Scalar(clean(answer, findings), '"', 0, len(answer)))
    for _, _, rule, words in findings.entered:
        if rule.level == "error":
            yield words


def unknown(name: str, answer: str | None, known: Mapping[str, Any]) -> list[Problem]:
    """Return the fault of an answer that names nothing in a section of the record."""
    if answer is None or answer in known:
        return []
    near = nearest(answer, known)
    mend = f"did you mean {near}?" if near else f"the ids are {', '.join(list(known)[:10]) or 'none yet'}"
    return [fault(name, f"there is no {name.rstrip('s')} {show(answer)}", mend)]


def date_of(name: str, answer: str | None, faults: list[Problem]) -> Edtf | None:
    """Return the date that an answer is, or None; enter its fault."""
    if answer is None:
        return None
    try:
        return Edtf.parse(answer)
    except EdtfError as error:
        faults.append(fault(name, error.wrong, error.mend))
        return None
