"""Two versions of the record joined that grew out of one: by id, by field, by quotation.

What only one side changed is taken. What both changed alike is taken once. What they changed differently is a
conflict: it is noted, and the side that is preferred is taken for the time being.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal, cast

from generator.dates import Edtf
from generator.timeline.model import Change, Claim, Decision, Event, Evidence, Timeline, Version

__all__ = ["Side", "ThreeWay"]

Side = Literal["ours", "theirs"]

# What makes an item of a list the same item in another version of it.
IDENTITY: dict[type, Callable[[Any], Hashable]] = {
    Event: lambda one: one.id,
    Evidence: lambda one: (one.source, one.quote),
    Claim: lambda one: one.about,
    Version: lambda one: one.by,
    Change: lambda one: (one.date, one.note),
    Decision: lambda one: one.proposal,
}
ABSENT = object()


@dataclass
class ThreeWay:
    """One joining of two versions; `conflicts` holds the paths at which they could not be joined."""

    prefer: Side = "ours"
    conflicts: list[str] = field(default_factory=list)

    def timeline(self, base: Timeline, ours: Timeline, theirs: Timeline) -> Timeline:
        """Return the joined record."""
        return cast(Timeline, self._join("", base, ours, theirs))

    def _join(self, path: str, base: Any, ours: Any, theirs: Any) -> Any:
        if ours == theirs or base == theirs:
            return ours
        if base == ours:
            return theirs
        if ABSENT in (ours, theirs):
            return self._conflict(path, ours, theirs)
        if is_dataclass(ours) and not isinstance(ours, Edtf):
            return self._record(path, base, ours, theirs)
        if isinstance(ours, Mapping):
            return self._named(path, base, ours, theirs)
        if isinstance(ours, tuple):
            return self._items(path, base, ours, theirs)
        return self._conflict(path, ours, theirs)

    def _conflict(self, path: str, ours: Any, theirs: Any) -> Any:
        self.conflicts.append(path.lstrip("."))
        return ours if self.prefer == "ours" else theirs

    def _record(self, path: str, base: Any, ours: Any, theirs: Any) -> Any:
        joined = {}
        for one in fields(ours):
            before = ABSENT if base is ABSENT else getattr(base, one.name)
            values = getattr(ours, one.name), getattr(theirs, one.name)
            joined[one.name] = self._join(f"{path}.{one.name}", before, *values)
        return replace(ours, **joined)

    def _named(self, path: str, base: Any, ours: Any, theirs: Any) -> dict[str, Any]:
        before = {} if base is ABSENT else base
        joined = {}
        for key in [*ours, *(key for key in theirs if key not in ours)]:
            values = (versions.get(key, ABSENT) for versions in (before, ours, theirs))
            joined[key] = self._join(f"{path}.{key}", *values)
        return {key: value for key, value in joined.items() if value is not ABSENT}

    def _items(self, path: str, base: Any, ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
        sides = [
            {_identity(one): one for one in side} for side in (() if base is ABSENT else base, ours, theirs)
        ]
        before, mine, other = sides
        if len(mine) != len(ours) or len(other) != len(theirs):
            return cast(tuple[Any, ...], self._conflict(path, ours, theirs))
        joined = []
        for key in [*mine, *(key for key in other if key not in mine)]:
            values = (side.get(key, ABSENT) for side in (before, mine, other))
            joined.append(self._join(f"{path}[{_name(key)}]", *values))
        return tuple(one for one in joined if one is not ABSENT)


def _identity(item: Any) -> Hashable:
    found = IDENTITY.get(type(item))
    return found(item) if found else cast(Hashable, item)


def _name(key: Hashable) -> str:
    return str(key[-1]) if isinstance(key, tuple) else str(key)
