"""A name or an alias belongs to one actor, or to one place.

Otherwise a report that uses it could mean either.

Fails:

    actors:
      qatar: {name: Qatar, kind: state, aliases: [the mediator]}
      turkiye: {name: Türkiye, kind: state, aliases: [The Mediator]}
      minister: {name: The Minister, kind: person, of: qatar}

Passes:

    actors:
      qatar: {name: Qatar, kind: state, aliases: [the Gulf mediator]}
      turkiye: {name: Türkiye, kind: state, aliases: [Turkey]}
      minister: {name: The Minister, kind: person, of: qatar}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.problems import Problem, show
from generator.timeline.checks.context import Context
from generator.timeline.model import Actor, Place


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each name that two records have, and for each that a record has twice."""
    yield from _in_section(context, "actors", context.timeline.actors)
    yield from _in_section(context, "places", context.timeline.places)


def _in_section(context: Context, section: str, known: Mapping[str, Actor | Place]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for key, one in known.items():
        names = [("name", one.name), *((f"aliases[{n}]", alias) for n, alias in enumerate(one.aliases))]
        for field, name in names:
            owner = owners.setdefault(" ".join(name.casefold().split()), key)
            if owner != key:
                wrong = f"{show(name)} is a name of {owner} too"
                mend = "keep it where a report means it, or give each a longer form"
                yield context.problem(f"{section}.{key}.{field}", "alias-is-unique", wrong, mend, "warning")
