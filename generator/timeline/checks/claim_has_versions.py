"""A contested point has at least one version: what somebody says about it.

Fails:

    claims:
      - about: who fired first
        versions: []

Passes:

    claims:
      - about: who fired first
        versions:
          - by: qatar
            says: Nobody did.
            evidence:
              - source: report
                quote: We will not accept this
                speaker: minister
                attribution: direct
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each claim that nobody makes."""
    for path, _, claim in context.loaded.claims():
        if not claim.versions:
            wrong = "nobody says anything about this point"
            mend = "add what each party says, or delete the claim"
            yield context.problem(f"{path}.versions", "claim-has-versions", wrong, mend)
