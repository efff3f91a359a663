"""About one point a party has one version.

Where it changed its mind, say so in that version, or make two points of it.

Fails:

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
          - by: qatar
            says: Nobody ever did.
            evidence:
              - source: report
                quote: We will not accept this
                speaker: minister
                attribution: direct

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
    """Give a warning for each party that speaks twice about the same point."""
    for path, _, claim in context.loaded.claims():
        for number, version in enumerate(claim.versions):
            if version.by in [one.by for one in claim.versions[:number]]:
                wrong = f"{version.by} has a version of this point above"
                mend = "join the two, or make two points of it"
                where = f"{path}.versions[{number}].by"
                yield context.problem(where, "party-speaks-once", wrong, mend, "warning")
