"""A quotation stands in its source, word for word.

Curly and straight quotation marks, long and short dashes, and any run of white space count as the same;
case and words do not. Where the words are not found, the nearest place of the source is shown.

Fails:

    evidence:
      - source: report
        quote: An armistice was agreed in Doha on 19 October

Passes:

    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each quotation that is not in its source."""
    for path, _, evidence in context.evidence:
        text = context.text_of(evidence.source)
        if text is not None and context.find(evidence.source, evidence.quote) is None:
            near = context.nearest_words(evidence.source, evidence.quote)
            wrong = f"not in {text.path}: {show(evidence.quote)}"
            mend = (
                f"the nearest words there are “{show(near, 200)}”"
                if near
                else "quote the words as they stand there"
            )
            yield context.problem(f"{path}.quote", "quote-is-verbatim", wrong, mend)
