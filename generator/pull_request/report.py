"""What is known of a pull request after it was judged, and how that travels: as small, strict JSON.

The comment's side must take the file for hostile, because a change to the workflow can write any file of that
name. So it is read by hand: a size, known keys, known types, bounded lists and texts. Anything else is
refused whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, cast

from generator.problems import Problem, show
from generator.pull_request.label import Kind

if TYPE_CHECKING:
    # The comment's side runs without any package, and the record's reader needs some.
    from generator.timeline.diff import Difference

__all__ = ["LARGEST_REPORT", "UNCHANGED", "Effect", "Fault", "Report", "ReportError"]

LARGEST_REPORT = 200_000
UNCHANGED = "no change in content"
MOST_LISTED = 100
LONGEST_TEXT = 600
IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COUNTS = ("effect_count", "fault_count", "older", "code_count")


class ReportError(Exception):
    """A report that isn't one of ours, and why. Nothing of it is used."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that a change does to the timeline, in words; `loud` where a reviewer should look twice."""

    event: str
    words: str
    loud: bool = False

    @classmethod
    def of(cls, difference: Difference) -> Effect:
        """Make one of a difference between two versions of the record."""
        return cls(difference.event, show(difference.words, LONGEST_TEXT), difference.loud)


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem as it travels: its place, its code and its words."""

    place: str
    code: str
    words: str
    level: str = "error"

    @classmethod
    def of(cls, problem: Problem) -> Fault:
        """Make one of a problem."""
        place = ":".join(
            str(part) for part in (problem.file, problem.line, problem.column) if part is not None
        )
        words = f"{problem.where}: {problem.wrong}" if problem.where else problem.wrong
        said = f"{words}; {problem.mend}" if problem.mend else words
        return cls(show(place, 200), problem.code, show(said, LONGEST_TEXT), problem.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a pull request does. The lists may be cut; the counts are whole.

    `older` counts the problems that stood before the change and that it doesn't touch. `events` are the ids
    it touches.
    """

    kind: Kind
    code: tuple[str, ...] = ()
    code_count: int = 0
    in_short: str = UNCHANGED
    effects: tuple[Effect, ...] = ()
    effect_count: int = 0
    faults: tuple[Fault, ...] = ()
    fault_count: int = 0
    older: int = 0
    events: tuple[str, ...] = field(default=())

    @property
    def is_good(self) -> bool:
        """Whether nothing stands against the change."""
        return not any(fault.level == "error" for fault in self.faults)

    def to_bytes(self) -> bytes:
        """Return the report as JSON, cut so that it can be read again.

        >>> Report.from_bytes(Report(kind="data", older=2).to_bytes()).older
        2
        """
        for listed in (MOST_LISTED, 20, 5):
            cut = asdict(self)
            for name in ("code", "effects", "faults", "events"):
                cut[name] = cut[name][:listed]
            data = json.dumps({"format": 1, **cut}, ensure_ascii=True, indent=1, sort_keys=True).encode()
            if len(data) <= LARGEST_REPORT:
                break
        return data

    @classmethod
    def from_bytes(cls, data: bytes) -> Report:
        """Read a report that may be hostile; raise `ReportError` where it isn't exactly one of ours."""
        if len(data) > LARGEST_REPORT:
            raise ReportError(f"it has {len(data)} bytes")
        try:
            found = json.loads(data, parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            raise ReportError("it is not JSON") from None
        names = {"format", "kind", "code", "in_short", "effects", "faults", "events", *COUNTS}
        fields = _mapping(found, names)
        if fields["format"] != 1 or fields["kind"] not in ("data", "code"):
            raise ReportError("it has another format")
        return cls(
            kind=cast(Kind, fields["kind"]),
            code=tuple(_text(one) for one in _list(fields["code"])),
            in_short=_text(fields["in_short"]),
            effects=tuple(_effect(one) for one in _list(fields["effects"])),
            faults=tuple(_fault(one) for one in _list(fields["faults"])),
            events=tuple(_identifier(one) for one in _list(fields["events"])),
            **{name: _count(fields[name]) for name in COUNTS},
        )


def _refuse_constant(_: str) -> None:
    raise ValueError


def _mapping(value: Any, names: set[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict) or set(value) != names:
        raise ReportError("it has other keys")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MOST_LISTED:
        raise ReportError("a list is none, or too long")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ReportError("a text is none, or too long")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= 10_000_000:
        raise ReportError("a count is none")
    return value


def _identifier(value: Any) -> str:
    if len(_text(value)) > 80 or not IDENTIFIER.fullmatch(value):
        raise ReportError("an id is none")
    return cast(str, value)


def _effect(value: Any) -> Effect:
    fields = _mapping(value, {"event", "words", "loud"})
    if type(fields["loud"]) is not bool:
        raise ReportError("a mark is none")
    return Effect(_text(fields["event"]), _text(fields["words"]), fields["loud"])


def _fault(value: Any) -> Fault:
    fields = _mapping(value, {"place", "code", "words", "level"})
    if fields["level"] not in ("error", "warning"):
        raise ReportError("a level is none")
    return Fault(_text(fields["place"]), _text(fields["code"]), _text(fields["words"]), fields["level"])
