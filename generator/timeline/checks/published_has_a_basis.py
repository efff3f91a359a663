"""Where it is said when a report was published, it is said how that is known.

`stated` means that the report says so; `inferred` needs `working`, the sentence that tells how.

Fails:

    sources:
      report:
        published_basis: null

Passes:

    sources:
      report:
        published_basis: stated
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each day of publication whose basis, or whose working, is missing."""
    for name, source in context.timeline.sources.items():
        if source.published is not None and source.published_basis is None:
            wrong = "it is not said how the day of publication is known"
            mend = "add `published_basis: stated`, or inferred with its working"
            yield context.problem(f"sources.{name}.published", "published-has-a-basis", wrong, mend)
        if source.published_basis == "inferred" and not (source.working or "").strip():
            wrong = "the day of publication was inferred, and it is not said how"
            mend = "add `working: …`, a sentence with the clues"
            yield context.problem(f"sources.{name}.published_basis", "published-has-a-basis", wrong, mend)
