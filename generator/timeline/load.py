"""The curated file, read strictly: bytes to text, text to nodes, nodes to the record, each with its place.

All problems come at once. `load` raises them; `examine` returns them beside what could be read all the
same, so that the checks can go on with the rest.
"""

from __future__ import annotations

import gc
import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.problems import InputProblemsError, Level, Problem, show, worst_first
from generator.timeline import limits
from generator.timeline.characters import clean, decode
from generator.timeline.findings import SAID_AT_MOST, Findings, TooManyProblemsError
from generator.timeline.model import Claim, Event, Evidence, Timeline
from generator.timeline.nodes import Document, Mapping
from generator.timeline.read import RecordReader
from generator.timeline.rules import file
from generator.timeline.yaml_subset import parse

__all__ = ["Examined", "Loaded", "examine", "examine_bytes", "load", "load_bytes"]


LARGE = 1_000_000  # bytes; below it, walking the nodes takes no time


@dataclass(frozen=True)
class Loaded:
    r"""A timeline that was read, with the text it was read from and the place of each of its values.

    >>> loaded = load_bytes(b"title: A crisis\ntimezone: Asia/Qatar\n", "timeline.yml")
    >>> loaded.timeline.title, loaded.place_of("timezone")
    ('A crisis', (2, 11))
    """

    timeline: Timeline
    document: Document
    sha256: str

    @property
    def text(self) -> str:
        """The text of the file, without a byte-order mark."""
        return self.document.text

    @property
    def file(self) -> str:
        """The name by which the file is shown."""
        return self.document.file

    def place_of(self, path: str) -> tuple[int, int]:
        """Return line and column of a value, or of the nearest part around it that the file holds.

        A path is `events[3].date`, or `events[doha-ceasefire].date`.
        """
        *_, (_, node) = self.document.trail(path)
        return self.document.place(node.start)

    def problem(self, path: str, code: str, wrong: str, mend: str, level: Level = "error") -> Problem:
        """Return a problem at the place of a value."""
        line, column = self.place_of(path)
        return Problem(
            code=code,
            wrong=show(wrong, SAID_AT_MOST),
            mend=show(mend, SAID_AT_MOST),
            file=self.file,
            line=line,
            column=column,
            where=show(_within_event(path), SAID_AT_MOST),
            level=level,
        )

    def evidence(self) -> Iterator[tuple[str, Event, Evidence]]:
        """Give every quotation of the record with its path: those of events, and those of their claims."""
        for number, event in enumerate(self.timeline.events):
            for one, evidence in enumerate(event.evidence):
                yield f"events[{number}].evidence[{one}]", event, evidence
            for path, _, claim in _claims(number, event):
                for second, version in enumerate(claim.versions):
                    for one, evidence in enumerate(version.evidence):
                        yield f"{path}.versions[{second}].evidence[{one}]", event, evidence

    def claims(self) -> Iterator[tuple[str, Event, Claim]]:
        """Give every claim of the record with its path and its event."""
        for number, event in enumerate(self.timeline.events):
            yield from _claims(number, event)


def _claims(number: int, event: Event) -> Iterator[tuple[str, Event, Claim]]:
    for one, claim in enumerate(event.claims):
        yield f"events[{number}].claims[{one}]", event, claim


@dataclass(frozen=True)
class Examined:
    """What could be read of a file, or None where nothing could, and every problem of reading it."""

    loaded: Loaded | None
    problems: tuple[Problem, ...]


def load(path: Path, name: str | None = None) -> Loaded:
    """Read a timeline; raise `InputProblemsError` with all that is wrong with it.

    Warnings alone do not raise: `check` lists them. `name` is how messages call the file.
    """
    return _without_errors(examine(path, name))


def load_bytes(data: bytes, name: str) -> Loaded:
    """Read a timeline from bytes; raise `InputProblemsError` with all that is wrong with them."""
    return _without_errors(examine_bytes(data, name))


def _without_errors(examined: Examined) -> Loaded:
    if examined.loaded is None or any(problem.level == "error" for problem in examined.problems):
        raise InputProblemsError(examined.problems)
    return examined.loaded


def examine(path: Path, name: str | None = None) -> Examined:
    """Read what can be read of a file, and note everything that is wrong with it."""
    name = name if name is not None else path.as_posix()
    findings = Findings(show(name, 200))
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            findings.add(file.file_is_there, None, "it is no file")
        elif about.st_size > limits.FILE_BYTES:
            findings.add(file.file_has_a_limit, None, about.st_size)
        else:
            return examine_bytes(path.read_bytes(), name)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        findings.add(file.file_is_there, None, reason)
    return Examined(None, _problems(findings, None))


def examine_bytes(data: bytes, name: str) -> Examined:
    """Read what can be read of some bytes, and note everything that is wrong with them."""
    findings = Findings(show(name, 200))
    document = loaded = None
    try:
        with _no_collection(len(data)):
            text = decode(data, findings)
            if text is not None:
                findings.text = text
                document = parse(clean(text, findings), findings)
            if text is not None and document is not None:
                document = Document(text, findings.file, document.root)
                timeline = _reader().read(findings, document.root)
                loaded = Loaded(timeline, document, hashlib.sha256(data).hexdigest())
    except TooManyProblemsError:
        loaded = None
    return Examined(loaded, _problems(findings, document))


@cache
def _reader() -> RecordReader:
    return RecordReader(Timeline)


@contextmanager
def _no_collection(size: int) -> Iterator[None]:
    # A million live nodes would be walked again and again, and none of them is garbage. Nodes hold no
    # circles: what is set aside here is freed as soon as nobody has it any more.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        if size > LARGE:
            gc.freeze()
    finally:
        if was_on:
            gc.enable()


def _problems(findings: Findings, document: Document | None) -> tuple[Problem, ...]:
    problems = []
    for offset, where, rule, words in findings.entered:
        path = document.path_at(offset) if document is not None and offset is not None else ""
        problems.append(findings.problem(offset, _within_event(_joined(path, where, document)), rule, words))
    return tuple(worst_first(problems))


def _joined(path: str, where: str, document: Document | None) -> str:
    if not where or document is None:
        return path
    # The offset of a mapping is that of its first key; what is missing is missing beside that key.
    while path and not isinstance(document.find(path), Mapping):
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return f"{path}.{where}" if path else where


def _within_event(path: str) -> str:
    """Return a path as an editor reads it: within an event, which the line shows, from the event on."""
    if path.startswith("events[") and "]." in path:
        return path[path.index("].") + 2 :]
    return path
