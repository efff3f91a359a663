"""About one proposal one decision stands.

Fails:

    decisions:
      - {proposal: abc, decided: rejected, why: It is the same event}
      - {proposal: abc, decided: accepted, why: It is another event}

Passes:

    decisions:
      - {proposal: abc, decided: rejected, why: It is the same event}
      - {proposal: def, decided: accepted, why: It is another event}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each decision about a proposal that was decided before."""
    seen: set[str] = set()
    for number, decision in enumerate(context.timeline.decisions):
        if decision.proposal in seen:
            wrong = f"proposal {show(decision.proposal)} was decided above"
            mend = "keep the decision that holds"
            yield context.problem(f"decisions[{number}].proposal", "decision-stands-once", wrong, mend)
        seen.add(decision.proposal)
