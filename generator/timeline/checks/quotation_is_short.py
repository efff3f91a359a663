"""A quotation has at most 1,000 characters.

Whole articles belong to their publishers; the site shows short quotations with a link. A longer one is a
warning, and an error where it is more than half of its report.

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

from generator.problems import Level, Problem
from generator.timeline import limits
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each quotation that is longer, an error where it is most of its report."""
    for path, _, evidence in context.evidence:
        if len(evidence.quote) > limits.QUOTE:
            report = context.text_of(evidence.source)
            is_most = report is not None and 2 * len(evidence.quote) > len(report.text)
            wrong = f"{len(evidence.quote):,} characters are quoted, and {limits.QUOTE:,} are the most"
            wrong += "; it is more than half of its report" if is_most else ""
            level: Level = "error" if is_most else "warning"
            mend = "keep the sentence that matters"
            yield context.problem(f"{path}.quote", "quotation-is-short", wrong, mend, level)
