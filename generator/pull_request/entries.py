"""An issue form made into an entry of the record: edits of `timeline.yml`, and for a new source its report.

What comes of it is a draft, checked as a whole before anything is written: a quotation that doesn't stand in
its source, or a date that is none, is told with its place in the issue or in the record.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.dates import Edtf, EdtfError
from generator.problems import InputProblemsError, Problem, show
from generator.pull_request.forms import Form
from generator.sources import read_source
from generator.timeline import EVENT_TYPES, Change, Evidence, Loaded, Source
from generator.timeline.add import new_event
from generator.timeline.checks.nearest import nearest_passage
from generator.timeline.edit import Edit, add_change, add_evidence, add_source, append_event, set_field

__all__ = ["Entry", "entry_of"]

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 60
CORRECTABLE = ("date", "title", "summary", "type", "place")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form comes to: the edits, the reports to be written first, and a sentence that says so."""

    edits: Sequence[Edit]
    words: str
    reports: Mapping[str, bytes]


def entry_of(form: Form, loaded: Loaded, root: Path, on: Edtf | None = None) -> Entry:
    """Make the entry of a form; `on` is the day of a correction, as readers will see it.

    Raises `InputProblemsError` with everything in the form that can't be used.
    """
    return _Maker(form, loaded, root, on).entry()


class _Maker:
    """One form on its way into the record; `problems` gathers what is wrong with it."""

    def __init__(self, form: Form, loaded: Loaded, root: Path, on: Edtf | None) -> None:
        self.form = form
        self.timeline = loaded.timeline
        self.root = root
        self.on = on
        self.problems: list[Problem] = []

    def entry(self) -> Entry:
        makers: Mapping[str, Callable[[], Entry]] = {
            "new-event": self._new_event,
            "correction": self._correction,
            "dead-link": self._dead_link,
            "new-source": self._new_source,
        }
        entry = makers[self.form.name]()
        if self.problems:
            raise InputProblemsError(self.problems)
        return entry

    def wrong(self, field: str, code: str, wrong: str, mend: str) -> None:
        self.problems.append(self.form.problem(field, code, wrong, mend))

    def _new_event(self) -> Entry:
        source, answers = self._source(), dict(self.form.given)
        if source is not None:
            answers["source"] = source.id
            answers["quote"] = self._quote()
        try:
            event = new_event(answers, self.timeline, self.root)
        except InputProblemsError as error:
            self.problems += [self._in_the_form(problem) for problem in error.problems]
            return Entry([], "", {})
        return Entry([append_event(event)], f"event {event.id} added as a draft", {})

    def _correction(self) -> Entry:
        event, field = self._needed("event"), self._one_of("field", CORRECTABLE)
        known = {one.id: one for one in self.timeline.events}
        if event not in known:
            self.wrong(
                "event", "event-is-known", f"there is no event {show(event)}", "write the id of its page"
            )
        if self.on is None:
            self.wrong(
                "note", "day-is-given", "the day of a correction isn't known", "say it: --on 2025-11-02"
            )
        value: Any = self._date("value") if field == "date" else self._value(field)
        edits: list[Edit] = [set_field(f"events[{event}].{field}", value)]
        for evidence in self._evidence():
            there = {(one.source, one.quote) for one in known[event].evidence} if event in known else set()
            if (evidence.source, evidence.quote) not in there:
                edits.append(add_evidence(event, evidence))
        if self.on is not None:
            change = Change(date=self.on, kind="correction", note=self._needed("note"))
            edits.append(add_change(event, change))
        return Entry(edits, f"event {event}: {field} corrected", {})

    def _dead_link(self) -> Entry:
        source = self._source()
        found = {name: self.form.line(name) for name in ("archived", "url") if self.form.line(name)}
        if not found:
            mend = "look for a copy in a web archive, and name it"
            self.wrong("archived", "something-is-given", "neither a copy nor a new address is given", mend)
        name = source.id if source else ""
        edits = [set_field(f"sources.{name}.{field}", value) for field, value in found.items()]
        return Entry(edits, f"source {name}: {', '.join(found)} set", {})

    def _new_source(self) -> Entry:
        name = self._needed("id")
        if not IDENTIFIER.fullmatch(name) or len(name) > LONGEST_ID:
            mend = "write small letters, digits and hyphens"
            self.wrong("id", "id-is-well-formed", f"{show(name)} is no short name", mend)
        elif name in self.timeline.sources:
            self.wrong("id", "id-is-unique", f"the source {name} is there already", "choose another name")
        report = f"{self.form.get('text') or self._needed('text')}\n".encode()
        published = self._date("published") if self.form.get("published") else None
        source = Source(
            id=name,
            file=f"seeds/{name}.txt",
            sha256=hashlib.sha256(report).hexdigest(),
            outlet=self._needed("outlet"),
            title=self.form.line("title"),
            url=self.form.line("url"),
            archived=self.form.line("archived"),
            writes_about=published,
            published=published,
            published_basis="stated" if published else None,
            language=self._needed("language"),
        )
        return Entry([add_source(source)], f"source {name} added", {source.file: report})

    def _needed(self, field: str) -> str:
        text = self.form.line(field)
        if text is None:
            self.wrong(field, "field-is-given", "nothing is written there", "ask the sender for it")
        return text or ""

    def _one_of(self, field: str, known: Sequence[str]) -> str:
        text = self._needed(field)
        if text and text not in known:
            mend = f"write one of: {', '.join(known)}"
            self.wrong(field, "value-is-known", f"{show(text)} is none of the form's", mend)
        return text

    def _value(self, field: str) -> str:
        text = self._needed("value")
        known: Mapping[str, Sequence[str]] = {"type": EVENT_TYPES, "place": tuple(self.timeline.places)}
        if field in known and text not in known[field]:
            mend = f"write one of: {', '.join(known[field])}"
            self.wrong("value", "value-is-known", f"{show(text)} is no {field} of this timeline", mend)
        return text

    def _date(self, field: str) -> Edtf | None:
        text = self._needed(field).strip("\"'“”")
        try:
            return Edtf.parse(text) if text else None
        except EdtfError as error:
            self.wrong(field, "date-is-edtf", error.wrong, error.mend)
            return None

    def _source(self) -> Source | None:
        text = self._needed("source")
        for source in self.timeline.sources.values():
            if text in (source.id, source.url, source.archived):
                return source
        if text:
            mend = "send the form new-source first, or write one of the ids in timeline.yml"
            self.wrong("source", "source-is-known", f"the timeline has no source {show(text)}", mend)
        return None

    def _quote(self) -> str:
        return " ".join((self.form.get("quote") or "").split())

    def _evidence(self) -> list[Evidence]:
        source, quote = self._source(), self._quote() or self._needed("quote")
        if source is None or not quote:
            return []
        report = read_source(self.root / source.file, self.root)
        if report.find(quote) is None:
            near = nearest_passage(report, quote)
            mend = f"the nearest words there are “{show(near, 200)}”" if near else "copy them from there"
            self.wrong("quote", "quote-is-verbatim", f"not in {source.file}: {show(quote)}", mend)
        return [Evidence(source=source.id, quote=quote, language=source.language)]

    def _in_the_form(self, problem: Problem) -> Problem:
        """Return a problem of an answer at the place where the form gives the answer."""
        return self.form.problem(problem.where, problem.code, problem.wrong, problem.mend)
