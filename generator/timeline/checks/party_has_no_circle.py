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
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each actor that belongs to itself by some way."""
    actors = context.timeline.actors
    for name in actors:
        way = [name]
        while (at := actors[way[-1]].of) is not None and at in actors and at not in way:
            way.append(at)
        if at == name:
            wrong = "it belongs to itself, by way of others or directly"
            mend = "let the state or the organisation at the top have no `of`"
            yield context.problem(f"actors.{name}.of", "party-has-no-circle", wrong, mend)
