"""The words of a date, read again, still mean what `when` says.

A rule that became wiser since, or a slip of the pen, shows here. An editor decides: no machine changes it.

Fails:

    evidence:
      - source: report
        quote: Talks began in Istanbul on Oct 25
        when: {text: Oct 25, value: "2025-10-26", edtf: "2025-10-26", anchor: published, rule: x}
    date: "2025-10-26"

Passes:

    evidence:
      - source: report
        quote: Talks began in Istanbul on Oct 25
        when: {text: Oct 25, value: "2025-10-25", edtf: "2025-10-25", anchor: published, rule: x}
    date: "2025-10-25"
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from generator.dates import Edtf, TimeExpression, read
from generator.problems import Problem, show
from generator.sources import fold
from generator.timeline.checks.context import Context
from generator.timeline.model import When

ALL_OF = 100_000  # characters of sources that are read as a whole, a second's work
NEAR = 400  # characters; about two sentences on either side


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each date that the resolver would now read otherwise."""
    if not context.read_again:
        return
    sources = _sources(context)
    for path, _, evidence in context.evidence:
        source, when = sources.get(evidence.source), evidence.when
        if source is None or when is None:
            continue
        found = source.find(when, context.find(evidence.source, evidence.quote))
        if found and found[0].edtf is not None and not any(_agrees(when, one) for one in found):
            now = found[0].edtf
            wrong = f"“{show(when.text)}” now reads {now}, not {when.edtf}"
            mend = f"write {now} if that is right ({show(found[0].derivation)}); else leave it"
            yield context.problem(f"{path}.when.edtf", "date-words-read-the-same", wrong, mend, "warning")


def _sources(context: Context) -> dict[str, _Source]:
    found, left = {}, ALL_OF
    for name in context.timeline.sources:
        text = context.text_of(name)
        left -= len(text.text) if text is not None else 0
        found[name] = _Source(context, name, whole=left >= 0)
    return found


class _Source:
    """The time expressions of one source, by their words; it is read when the first is asked for.

    Where it is not to be read as a `whole`, words that alone say what the record says are not looked up.
    """

    def __init__(self, context: Context, name: str, whole: bool) -> None:
        source = context.timeline.sources[name]
        self.text = context.text_of(name)
        self.whole = whole
        self._alone: dict[str, list[TimeExpression]] = {}
        self.written = _day(source.writes_about) or _day(source.published)

    @cached_property
    def _expressions(self) -> dict[str, list[TimeExpression]]:
        found: dict[str, list[TimeExpression]] = defaultdict(list)
        for one in read(self.text.text, dct=self.written) if self.text is not None else ():
            found[_plain(one.text)].append(one)
        return found

    def find(self, when: When, quotation: tuple[int, int] | None) -> list[TimeExpression]:
        """Return the expressions with these words: those in the quotation, else those near it, else all."""
        words = _plain(when.text)
        if not self.whole and when.anchor != "named":
            if words not in self._alone:
                self._alone[words] = read(when.text, dct=self.written)
            if any(_agrees(when, one) for one in self._alone[words]):
                return self._alone[words]
        found = self._expressions.get(words, [])
        if quotation is None:
            return found
        first = bisect_left(found, quotation[0], key=lambda one: one.start)
        inside = found[first : bisect_left(found, quotation[1], key=lambda one: one.start)]
        near = (one for one in found[max(first - 5, 0) : first + 5] if abs(one.start - quotation[0]) < NEAR)
        return inside or list(near) or found


def _plain(words: str) -> str:
    return fold(words)[0].strip().casefold()


def _day(edtf: Edtf | None) -> date | None:
    """Return the day of a date that is one day."""
    if edtf is None or edtf.earliest is None or edtf.latest != edtf.earliest + timedelta(days=1):
        return None
    return edtf.earliest


def _agrees(when: When, now: TimeExpression) -> bool:
    known = {when.edtf, *(one.edtf for one in when.readings)}
    return now.edtf in known or now.range in known or any(reading.edtf in known for reading in now.readings)
