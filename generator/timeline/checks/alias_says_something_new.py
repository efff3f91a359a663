"""An alias is another spelling than the name, and stands once.

Fails:

    actors:
      qatar: {name: Qatar, kind: state, aliases: [Qatar]}
      turkiye: {name: Türkiye, kind: state}
      minister: {name: The Minister, kind: person, of: qatar}

Passes:

    actors:
      qatar: {name: Qatar, kind: state, aliases: [Doha]}
      turkiye: {name: Türkiye, kind: state}
      minister: {name: The Minister, kind: person, of: qatar}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each alias that repeats the name or another alias."""
    for section, known in (("actors", context.timeline.actors), ("places", context.timeline.places)):
        for key, one in known.items():
            seen = {one.name}
            for number, alias in enumerate(one.aliases):
                if alias in seen:
                    path = f"{section}.{key}.aliases[{number}]"
                    wrong = f"{show(alias)} stands here already"
                    yield context.problem(path, "alias-says-something-new", wrong, "delete it", "warning")
                seen.add(alias)
