"""A quotation stands once among the evidence of an event.

Fails:

    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October

Passes:

    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each quotation that is repeated in the same list."""
    seen: set[tuple[str, str, str]] = set()
    for path, _, evidence in context.evidence:
        key = (path[: path.rindex("[")], evidence.source, evidence.quote)
        if key in seen:
            wrong = "the same quotation of the same source stands above"
            yield context.problem(f"{path}.quote", "quotation-stands-once", wrong, "delete one", "warning")
        seen.add(key)
