"""A new event or a new source, from a few answers: checked, and dated from its quotation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from generator.dates import TimeExpression, read
from generator.problems import InputProblemsError, Problem, show
from generator.sources import SourceText, read_source
from generator.timeline import limits
from generator.timeline.answers import (
    EVENT_QUESTIONS,
    SOURCE_QUESTIONS,
    date_of,
    fault,
    given_of,
    misfits,
    missing,
    unknown,
)
from generator.timeline.checks.nearest import nearest_passage
from generator.timeline.model import Event, EventType, Evidence, Reading, Source, Timeline, When

__all__ = ["identifier_from", "new_event", "new_source"]


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
    given = given_of(answers, EVENT_QUESTIONS)
    actors = tuple(part.strip() for part in given.get("actors", "").split(",") if part.strip())
    taken = {event.id for event in timeline.events}
    faults = [
        *missing(given, EVENT_QUESTIONS),
        *misfits(given, EVENT_QUESTIONS, Event),
        *unknown("source", given.get("source"), timeline.sources),
        *unknown("place", given.get("place"), timeline.places),
        *(one for actor in actors for one in unknown("actors", actor, timeline.actors)),
        *_taken(given, taken, "event"),
    ]
    date = date_of("date", given.get("date"), faults)
    evidence = None if faults else _evidence(given, timeline.sources[given["source"]], root, faults)
    day = date or (evidence.when.edtf if evidence and evidence.when else None)
    if day is None and not faults:
        faults.append(fault("date", "the quotation names no day", "give the date"))
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


def _taken(given: Mapping[str, str], taken: Container[str], kind: str) -> list[Problem]:
    if given.get("id") not in taken:
        return []
    return [
        fault("id", f"{show(given['id'])} is the id of another {kind}", "choose another, or leave it empty")
    ]


def new_source(answers: Mapping[str, str], timeline: Timeline, root: Path) -> Source:
    """Return a source made of answers to `SOURCE_QUESTIONS`; raise `InputProblemsError` with every fault."""
    given = given_of(answers, SOURCE_QUESTIONS)
    faults = [
        *missing(given, SOURCE_QUESTIONS),
        *misfits(given, SOURCE_QUESTIONS, Source),
        *_taken(given, timeline.sources, "source"),
    ]
    writes_about, published = (
        date_of(name, given.get(name), faults) for name in ("writes_about", "published")
    )
    is_path = "file" in given and not any(one.where == "file" for one in faults)
    text = _text(given["file"], root, faults) if is_path else None
    if text is not None:
        faults += _known_already(text, timeline)
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


def _known_already(text: SourceText, timeline: Timeline) -> list[Problem]:
    """Return the fault of a report that is a source of the record already; it witnesses nothing twice."""
    for name, source in timeline.sources.items():
        if text.path == source.file or text.sha256 == source.sha256:
            return [fault("file", f"{show(text.path)} is the text of source {name}", f"quote it as {name}")]
    return []


def _text(file: str, root: Path, faults: list[Problem]) -> SourceText | None:
    try:
        return read_source(root / file, root)
    except InputProblemsError as error:
        faults += error.problems
        return None


def _evidence(given: Mapping[str, str], source: Source, root: Path, faults: list[Problem]) -> Evidence | None:
    text = _text(source.file, root, faults)
    if text is None:
        return None
    place = text.find(given["quote"])
    if place is None:
        near = nearest_passage(text, given["quote"])
        mend = f"the nearest words there are “{show(near, 200)}”" if near else "copy them from there"
        faults.append(fault("quote", f"not in {text.path}: {show(given['quote'])}", mend))
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
