"""A place has latitude and longitude, or neither.

Fails:

    places:
      doha: {name: Doha, lat: 25.29}

Passes:

    places:
      doha: {name: Doha, lat: 25.29, lon: 51.53}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each place with one of the two."""
    for name, place in context.timeline.places.items():
        if (place.lat is None) != (place.lon is None):
            given, missing = ("lat", "lon") if place.lon is None else ("lon", "lat")
            wrong = f"{given} is given, and {missing} is not"
            mend = f"add {missing}, or delete {given}"
            yield context.problem(f"places.{name}.{given}", "place-has-both-degrees", wrong, mend)
