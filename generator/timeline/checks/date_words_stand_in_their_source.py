"""The words that date a quotation (`when`: `text`) stand in its source.

Fails:

    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
        when: {text: 20 October, value: "2025-10-20", edtf: "2025-10-20", anchor: published, rule: x}
    date: "2025-10-20"

Passes:

    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
        when: {text: 19 October, value: "2025-10-19", edtf: "2025-10-19", anchor: published, rule: x}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each `when` whose words its source does not have."""
    for path, _, evidence in context.evidence:
        when, text = evidence.when, context.text_of(evidence.source)
        if when is not None and text is not None and context.find(evidence.source, when.text) is None:
            wrong = f"not in {text.path}: {show(when.text)}"
            mend = "write the words of the date as they stand in the quotation or near it"
            yield context.problem(f"{path}.when.text", "date-words-stand-in-their-source", wrong, mend)
