"""A report made ready for reading: its quotations found, its dates read, its names known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.dates import Edtf, TimeExpression
from generator.events.discover import Names
from generator.events.furniture import furniture
from generator.events.marks import Quoted, find_quoted, mask
from generator.events.names import Mention
from generator.sources import Sentence, SourceText
from generator.timeline.model import Source

__all__ = ["Report", "dates_something"]


@dataclass(frozen=True)
class Report:
    """One report with what is known about it.

    `masked` is its text with every quoted sentence blotted out, so that nothing somebody merely said is
    taken for something that happened; all offsets hold in both.
    """

    source: Source
    text: SourceText
    names: Names
    expressions: Sequence[TimeExpression]

    @cached_property
    def quoted(self) -> list[Quoted]:
        """What stands between quotation marks."""
        return find_quoted(self.text.text)

    @cached_property
    def masked(self) -> str:
        """The text with every quoted sentence blotted out, and all that is no prose."""
        characters = list(mask(self.text.text, self.quoted))
        for start, end in furniture(self.text.text):
            characters[start:end] = "\0" * (end - start)
        return "".join(characters)

    @cached_property
    def actors(self) -> list[Mention]:
        """The actors named, in order; a capital that is only the place of something isn't one."""
        return [one for one in self.names.index.actors(self.text.text) if not self._is_place(one)]

    @cached_property
    def places(self) -> list[Mention]:
        """The places named, in order."""
        return self.names.index.places(self.text.text)

    @property
    def written(self) -> Edtf | None:
        """The day that its bare weekdays count from, if that is known."""
        return self.source.writes_about or self.source.published

    def prose_start(self, sentence: Sentence) -> int:
        """Return where the prose of a sentence starts: behind a dateline or a bullet, with its quotation.

        A quotation of several sentences begins before the one in which its speaker is named.
        """
        start = sentence.start
        for one in self.quoted[max(0, bisect_left(self._quote_starts, start) - 3) :]:
            if one.start > start:
                break
            if one.start < start < one.end and one.double and not one.depth and start - one.start < REACH:
                return one.start - 1
        while start < sentence.end and self.masked[start] == "\0" and self.text.text[start] not in "“\"«‘'":
            start += 1
        return start if start < sentence.end else sentence.start

    def dates_in(self, sentence: Sentence) -> list[TimeExpression]:
        """Return the expressions in a sentence that date something, quoted sentences left out."""
        inside = _between(self._starts, sentence.start, sentence.end)
        return [
            self.expressions[place]
            for place in inside
            if dates_something(self.expressions[place]) and self.masked[self.expressions[place].start] != "\0"
        ]

    def actors_in(self, start: int, end: int) -> list[Mention]:
        """Return the actors named between two offsets."""
        return [self.actors[place] for place in _between(self._actor_starts, start, end)]

    def places_in(self, start: int, end: int) -> list[Mention]:
        """Return the places named between two offsets."""
        return [self.places[place] for place in _between(self._place_starts, start, end)]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [one.start for one in self.quoted]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.expressions]

    @cached_property
    def _actor_starts(self) -> list[int]:
        return [one.start for one in self.actors]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [one.start for one in self.places]

    def _is_place(self, mention: Mention) -> bool:
        name = self.text.text[mention.start : mention.end]
        before = self.text.text[max(0, mention.start - 12) : mention.start].lower()
        return self.names.index.place(name) is not None and before.endswith(
            (" in ", " at ", " near ", " around ", " outside ", "\nin ", " city of ", " town of ")
        )


REACH = 240  # characters; a quotation that began earlier isn't quoted whole


def _between(starts: Sequence[int], start: int, end: int) -> range:
    return range(bisect_left(starts, start), bisect_left(starts, end))


# "At noon", "shortly after midnight" tell the hour of a day that other words name.
_NAMES_A_DAY = re.compile(
    r"\d(?:st|nd|rd|th)?\s+[A-Z]|[A-Z][a-z]+\.?\s+\d|\d{4}-\d\d|(?i:day\b|night\b|evening|morning|afternoon|dawn)"
)


def dates_something(expression: TimeExpression) -> bool:
    """Tell whether an expression can date an event: no habit, no "now", no length but one whose end is known.

    "The four-day talks ended Tuesday" dates the talks; "within 72 hours" dates nothing.
    """
    if expression.edtf is None or expression.value.endswith("_REF"):
        return False
    if expression.type == "TIME" and not _NAMES_A_DAY.search(expression.text):
        return False
    return expression.type in ("DATE", "TIME") or (expression.type == "DURATION" and "-" in expression.text)
