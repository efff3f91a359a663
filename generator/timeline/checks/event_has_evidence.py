"""A published event rests on at least one quotation, its own or that of a claim.

A draft may still wait for one.

Fails:

    evidence: []

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
    """Give a problem for each published event without a quotation."""
    for number, event in enumerate(context.timeline.events):
        in_claims = any(version.evidence for claim in event.claims for version in claim.versions)
        if event.status in ("published", "disputed") and not event.evidence and not in_claims:
            wrong = "it is published, and no quotation supports it"
            mend = "add evidence, or make its status draft"
            yield context.problem(f"events[{number}].evidence", "event-has-evidence", wrong, mend)
