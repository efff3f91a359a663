"""Independent origins: how many witnesses stand behind a number of links.

Two reports that print the same agency's copy are one witness told twice. Sources are joined where they share
a wire copy or an outlet, and whatever hangs together counts once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.timeline.model import Source

__all__ = ["Origin", "independent_origins"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Sources that cannot be counted apart, and what they have in common."""

    sources: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def lone(self) -> bool:
        """Whether one source alone stands for this origin."""
        return len(self.sources) == 1


def independent_origins(sources: Iterable[Source]) -> list[Origin]:
    """Return the sources in groups that do not depend on one another, each in the order given.

    >>> def report(name, *origin):
    ...     return Source(id=name, file=f"seeds/{name}.txt", sha256="", outlet=name.title(), origin=origin)
    >>> found = independent_origins([report("post", "Reuters"), report("organiser", "Dawn"),
    ...                              report("mixed", "Reuters", "Dawn"), report("news")])
    >>> [origin.sources for origin in found]
    [('post', 'organiser', 'mixed'), ('news',)]
    >>> found[0].shared
    ('Dawn', 'Reuters')

    Files are not witnesses: the first three count once, since `mixed` holds the copy of both others.
    """
    given = list(sources)
    group_of: dict[str, list[int]] = {}  # each name behind a source, with the places of its group
    for place, source in enumerate(given):
        names = _known(source)
        joined = {id(group): group for name in names if (group := group_of.get(name)) is not None}
        # The smaller groups move into the largest, so that many sources take no square of time.
        largest = max(joined.values(), key=len, default=[])
        for group in joined.values():
            if group is not largest:
                largest.extend(group)
                group_of.update(dict.fromkeys((n for one in group for n in _known(given[one])), largest))
        largest.append(place)
        group_of.update(dict.fromkeys(names, largest))
    groups = {id(group): sorted(group) for group in group_of.values()}
    return [_origin([given[place] for place in group]) for group in sorted(groups.values())]


def _known(source: Source) -> set[str]:
    # The outlet counts too: two reports of one newspaper are one voice.
    names = {*source.origin, *([source.outlet] if source.outlet else [])}
    return {" ".join(name.casefold().split()) for name in names} or {f"\0{source.id}"}


def _origin(group: list[Source]) -> Origin:
    counts: dict[str, int] = {}
    for source in group:
        for name in sorted({*source.origin, *([source.outlet] if source.outlet else [])}):
            counts[name] = counts.get(name, 0) + 1
    shared = tuple(sorted(name for name, count in counts.items() if count > 1))
    return Origin(tuple(source.id for source in group), shared)
