"""Whom a person or a party belongs to (`of`) leads to a party that belongs to none.

Fails:

    actors:
      qatar: {name: Qatar, kind: state, of: minister}
      turkiye: {name: Türkiye, kind: state}
      minister: {name: The Minister, kind: person, of: qatar}

Passes:

    actors:
      qatar: {name: Qatar, kind: state}
      turkiye: {name: Türkiye, kind: state}
      minister: {name: The Minister, kind: person, of: qatar}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.circles import circles
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each circle, at its first actor."""
    actors = context.timeline.actors
    for circle in circles({name: actor.of for name, actor in actors.items()}):
        wrong = f"it belongs to itself: {' → '.join([*circle[:5], circle[0]])}"
        mend = "let the state or the organisation at the top have no `of`"
        yield context.problem(f"actors.{circle[0]}.of", "party-has-no-circle", wrong, mend)
