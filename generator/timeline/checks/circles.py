"""Ways that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

__all__ = ["circles"]


def circles(leads_to: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Give each circle once, beginning with its first member in the order of the mapping.

    >>> list(circles({"a": "b", "b": None, "c": "d", "d": "c", "e": "e"}))
    [['c', 'd'], ['e']]
    """
    settled: set[str] = set()
    for start in leads_to:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in settled and at not in way:
            way[at] = None
            at = leads_to.get(at)
        settled.update(way)
        if at in way:
            names = list(way)
            yield names[names.index(at) :]
