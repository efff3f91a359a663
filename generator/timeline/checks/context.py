"""What a check may look at: the record, the texts of its sources, and the days they give."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.problems import InputProblemsError, Level, Problem
from generator.sources import SourceText, read_source
from generator.timeline.checks.nearest import nearest_passage
from generator.timeline.hints import nearest
from generator.timeline.load import Loaded
from generator.timeline.model import Event, Evidence, Timeline
from generator.timeline.nodes import Mapping, Scalar, Sequence

__all__ = ["Context"]

HINTS = 200
"""Looking for what was meant takes a while; after so many faults nobody reads the hints any more."""


@dataclass(frozen=True)
class Context:
    """One timeline under examination; `root` is the folder from which the paths of its sources count.

    `read_again` says whether the words of dates are read again by the resolver, which takes the most time.
    `unread` are the lines on which a value could not be read: something else stands in for it.
    """

    loaded: Loaded
    root: Path
    read_again: bool = True
    unread: frozenset[int] = frozenset()
    _found: dict[tuple[str, str], tuple[int, int] | None] = field(default_factory=dict)
    _hints: Iterator[int] = field(default_factory=lambda: iter(range(HINTS)))

    @property
    def timeline(self) -> Timeline:
        """The record."""
        return self.loaded.timeline

    def problem(self, path: str, code: str, wrong: str, mend: str, level: Level = "error") -> Problem:
        """Return a problem at the place of a value."""
        return self.loaded.problem(path, code, wrong, mend, level)

    def is_read(self, path: str, *names: str) -> bool:
        """Tell whether a value, or each of these fields of it, could be read and may be compared with others.

        A key that is missing counts as its mapping does: where it was needed, that is complained about there.
        """
        if not self.unread:
            return True
        paths = [f"{path}.{name}" for name in names] or [path]
        return all(self.loaded.place_of(one)[0] not in self.unread for one in paths)

    def has_section(self, name: str) -> bool:
        """Tell whether a section could be read: it has its shape, or is empty or not there."""
        node = self.loaded.document.root.get(name)
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return True
        return isinstance(node, Sequence if name == "events" else Mapping)

    @cached_property
    def evidence(self) -> tuple[tuple[str, Event, Evidence], ...]:
        """Every quotation of the record with its path and its event."""
        return tuple(self.loaded.evidence())

    @cached_property
    def _read(self) -> dict[str, SourceText | InputProblemsError]:
        texts: dict[str, SourceText | InputProblemsError] = {}
        for name, source in self.timeline.sources.items():
            try:
                texts[name] = read_source(self._inside(source.file), self.root)
            except InputProblemsError as error:
                texts[name] = error
        return texts

    def _inside(self, file: str) -> Path:
        path = self.root / file
        # A link in the folder could lead anywhere, and what it leads to would be quoted on the site.
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root)):
            problem = Problem(
                code="source-file-is-there",
                wrong="it leads out of this folder",
                mend="put the file itself there",
                file=file,
            )
            raise InputProblemsError([problem])
        return path

    def text_of(self, source: str) -> SourceText | None:
        """Return the text of a source, or None where it cannot be read."""
        found = self._read.get(source)
        return found if isinstance(found, SourceText) else None

    def fault_of(self, source: str) -> Problem | None:
        """Return why the text of a source cannot be read, or None."""
        found = self._read.get(source)
        return found.problems[0] if isinstance(found, InputProblemsError) else None

    def nearest_id(self, word: str, known: Iterable[str]) -> str | None:
        """Return the id that is most like a word, as long as hints are given."""
        return nearest(word, known) if next(self._hints, None) is not None else None

    def nearest_words(self, source: str, quotation: str) -> str | None:
        """Return the words of a source that are most like a quotation, as long as hints are given."""
        text = self.text_of(source)
        if text is None or next(self._hints, None) is None:
            return None
        return nearest_passage(text, quotation)

    def find(self, source: str, quotation: str) -> tuple[int, int] | None:
        """Return where a quotation stands in its source; each is looked for once."""
        key = (source, quotation)
        if key not in self._found:
            text = self.text_of(source)
            self._found[key] = text.find(quotation) if text is not None else None
        return self._found[key]
