"""What a party is said to say stands in a quotation.

Fails:

    claims:
      - about: who fired first
        versions:
          - by: qatar
            says: Nobody did.

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
    """Give a problem for each version without a quotation."""
    for path, event, claim in context.loaded.claims():
        for number, version in enumerate(claim.versions):
            if not version.evidence and event.status != "draft":
                wrong = f"{version.by} is said to say this, and no quotation supports it"
                mend = "add evidence to this version"
                yield context.problem(f"{path}.versions[{number}]", "claim-rests-on-evidence", wrong, mend)
