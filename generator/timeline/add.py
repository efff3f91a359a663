"""A new event or a new source, from a few answers: checked, dated from its quotation, put at its place.

The questions are data, so that a command line, a form or a prompt can ask them alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from generator.dates import Edtf, EdtfError, TimeExpression, read
from generator.problems import InputProblemsError, Problem, show
from generator.sources import SourceText, read_source
from generator.timeline import limits
from generator.timeline.checks.nearest import nearest_passage
from generator.timeline.model import EVENT_TYPES, Event, EventType, Evidence, Reading, Source, Timeline, When
from generator.timeline.rules.values import choices, nearest

__all__ = ["EVENT_QUESTIONS", "SOURCE_QUESTIONS", "Question", "identifier_from", "new_event", "new_source"]


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


def identifier_from(text: str, taken: Container[str] = ()) -> str:
    """Return an id made of a title, with a number behind it where that id is taken.

    >>> identifier_from("Ceasefire agreed in Türkiye’s capital"), identifier_from("Talks", {"talks"})
    ('ceasefire-agreed-in-turkiyes-capital', 'talks-2')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    slug = "-".join(re.findall("[a-z0-9]+", plain))[: limits.IDENTIFIER - 5].rstrip("-") or "untitled"
    number, found = 2, slug
    while found in taken:
        number, found = number + 1, f"{slug}-{number}"
    return found


def new_event(answers: Mapping[str, str], timeline: Timeline, root: Path) -> Event:
    """Return a draft event made of answers to `EVENT_QUESTIONS`; raise with every fault."""
    given = _given(answers, EVENT_QUESTIONS)
    actors = tuple(part.strip() for part in given.get("actors", "").split(",") if part.strip())
    taken = {event.id for event in timeline.events}
    faults = [
        *_missing(given, EVENT_QUESTIONS),
        *_misfits(given, actors, timeline),
        *_taken(given, taken, "event"),
    ]
    evidence = None if faults else _evidence(given, timeline.sources[given["source"]], root, faults)
    day = _date(given, "date", faults) or (evidence.when.edtf if evidence and evidence.when else None)
    if day is None and not faults:
        faults.append(_fault("date", "the quotation names no day", "give the date"))
    if faults or evidence is None or day is None:
        raise InputProblemsError(faults)
    return Event(
        id=given.get("id") or identifier_from(given["title"], taken),
        status="draft",
        date=day,
        type=cast(EventType, given["type"]),
        title=given["title"],
        summary=given.get("summary", ""),
        actors=actors,
        place=given.get("place"),
        evidence=(evidence,),
    )


def _misfits(given: Mapping[str, str], actors: tuple[str, ...], timeline: Timeline) -> list[Problem]:
    """Return the faults of answers that must name something known."""
    faults = _unknown(given, "source", timeline.sources) + _unknown(given, "place", timeline.places)
    for actor in actors:
        faults += _unknown({"actors": actor}, "actors", timeline.actors)
    if given.get("type", EVENT_TYPES[0]) not in EVENT_TYPES:
        faults.append(_fault("type", f"{show(given['type'])} is no type", f"write {choices(EVENT_TYPES)}"))
    return faults


def _taken(given: Mapping[str, str], taken: Container[str], kind: str) -> list[Problem]:
    if given.get("id") not in taken:
        return []
    return [
        _fault("id", f"{show(given['id'])} is the id of another {kind}", "choose another, or leave it empty")
    ]


def new_source(answers: Mapping[str, str], timeline: Timeline, root: Path) -> Source:
    """Return a source made of answers to `SOURCE_QUESTIONS`; raise `InputProblemsError` with every fault."""
    given = _given(answers, SOURCE_QUESTIONS)
    faults = [*_missing(given, SOURCE_QUESTIONS), *_taken(given, timeline.sources, "source")]
    writes_about, published = (_date(given, name, faults) for name in ("writes_about", "published"))
    text = _text(given["file"], root, faults) if "file" in given else None
    if faults or text is None:
        raise InputProblemsError(faults)
    name = given.get("outlet") or Path(given["file"]).stem
    return Source(
        id=given.get("id") or identifier_from(name, timeline.sources),
        file=given["file"],
        sha256=text.sha256,
        outlet=given.get("outlet"),
        title=given.get("title"),
        url=given.get("url"),
        writes_about=writes_about,
        published=published,
        published_basis="stated" if published else None,
    )


def _text(file: str, root: Path, faults: list[Problem]) -> SourceText | None:
    try:
        return read_source(root / file, root)
    except InputProblemsError as error:
        faults += error.problems
        return None


def _given(answers: Mapping[str, str], questions: tuple[Question, ...]) -> dict[str, str]:
    return {one.name: answers[one.name].strip() for one in questions if (answers.get(one.name) or "").strip()}


def _missing(given: Mapping[str, str], questions: tuple[Question, ...]) -> list[Problem]:
    missing = (one for one in questions if one.must and one.name not in given)
    return [_fault(one.name, "no answer is given", one.words) for one in missing]


def _unknown(given: Mapping[str, str], name: str, known: Mapping[str, Any]) -> list[Problem]:
    if name not in given or given[name] in known:
        return []
    near = nearest(given[name], known)
    mend = f"did you mean {near}?" if near else f"the ids are {', '.join(list(known)[:10])}"
    return [_fault(name, f"there is no {name.rstrip('s')} {show(given[name])}", mend)]


def _fault(name: str, wrong: str, mend: str) -> Problem:
    return Problem(code="answer-fits", file="timeline.yml", where=name, wrong=wrong, mend=mend)


def _date(given: Mapping[str, str], name: str, faults: list[Problem]) -> Edtf | None:
    if name not in given:
        return None
    try:
        return Edtf.parse(given[name])
    except EdtfError as error:
        faults.append(_fault(name, error.wrong, error.mend))
        return None


def _evidence(given: Mapping[str, str], source: Source, root: Path, faults: list[Problem]) -> Evidence | None:
    text = _text(source.file, root, faults)
    if text is None:
        return None
    place = text.find(given["quote"])
    if place is None:
        near = nearest_passage(text, given["quote"])
        mend = f"the nearest words there are “{show(near, 200)}”" if near else "copy them from there"
        faults.append(_fault("quote", f"not in {text.path}: {show(given['quote'])}", mend))
        return None
    return Evidence(
        source=source.id, quote=given["quote"], language=source.language, when=_when(text, source, place)
    )


def _when(text: SourceText, source: Source, place: tuple[int, int]) -> When | None:
    """Return how the first dated words of a quotation are read."""
    days = [one.earliest for one in (source.writes_about, source.published) if one and one.precision == "day"]
    written: date | None = next((one for one in days if one is not None), None)
    found = [one for one in read(text.text, dct=written) if place[0] <= one.start < place[1] and one.edtf]
    return _as_when(found[0]) if found else None


def _as_when(found: TimeExpression) -> When:
    anchor = "published" if found.anchor == "dct" else "none" if found.anchor is None else "named"
    readings = [Reading(edtf=one.edtf, why=one.why) for one in found.readings if one.edtf is not None]
    return When(
        text=found.text,
        value=found.value,
        edtf=found.edtf,
        anchor=anchor,  # type: ignore[arg-type]
        rule=str(found.derivation),
        readings=tuple(readings),
    )
