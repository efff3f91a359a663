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

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from generator.dates import Edtf, TimeExpression, read
from generator.problems import Problem
from generator.sources import SourceText, fold
from generator.timeline.checks.context import Context
from generator.timeline.model import Source, When


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each date that the resolver would now read otherwise."""
    if not context.read_again:
        return
    for path, _, evidence in context.evidence:
        source, text = context.timeline.sources.get(evidence.source), context.text_of(evidence.source)
        if evidence.when is None or source is None or text is None:
            continue
        found = _same_words(text, source, context.find(evidence.source, evidence.quote), evidence.when)
        if found and not any(_agrees(evidence.when, one) for one in found):
            now = found[0].edtf or found[0].value
            wrong = f"“{evidence.when.text}” now reads {now}, not {evidence.when.edtf}"
            mend = f"write {now} if that is right ({found[0].derivation}); else leave it"
            yield context.problem(f"{path}.when.edtf", "date-words-read-the-same", wrong, mend, "warning")


def _same_words(
    text: SourceText, source: Source, quotation: tuple[int, int] | None, when: When
) -> list[TimeExpression]:
    """Return the expressions with these words, those of the quotation's paragraph where it has any."""
    written = _day(source.writes_about) or _day(source.published)
    wanted = fold(when.text)[0].strip().casefold()
    found = [one for one in _expressions(text, written) if fold(one.text)[0].strip().casefold() == wanted]
    if quotation is None:
        return found
    near = [one for one in found if quotation[0] <= one.start < quotation[1]]
    return near or [one for one in found if abs(one.start - quotation[0]) < NEAR] or found


NEAR = 400  # characters; about two sentences on either side


@cache
def _expressions(text: SourceText, written: date | None) -> Sequence[TimeExpression]:
    return read(text.text, dct=written)


def _day(edtf: Edtf | None) -> date | None:
    """Return the day of a date that is one day."""
    if edtf is None or edtf.earliest is None or edtf.latest != edtf.earliest + timedelta(days=1):
        return None
    return edtf.earliest


def _agrees(when: When, now: TimeExpression) -> bool:
    known = {when.edtf, *(one.edtf for one in when.readings)}
    return now.edtf in known or any(reading.edtf in known for reading in now.readings)
