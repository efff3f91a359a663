"""A quotation has at most 1,000 characters.

Whole articles belong to their publishers; the site shows short quotations with a link.

Fails:

    evidence:
      - source: report
        quote: ⟦1,001 letters⟧

Passes:

    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline import limits
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each quotation that is longer."""
    for path, _, evidence in context.evidence:
        if len(evidence.quote) > limits.QUOTE:
            wrong = f"{len(evidence.quote):,} characters are quoted, and {limits.QUOTE:,} are the most"
            mend = "keep the sentence that matters"
            yield context.problem(f"{path}.quote", "quotation-is-short", wrong, mend, "warning")
