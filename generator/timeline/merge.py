"""The merge driver: two versions of `timeline.yml` joined by the ids of their events, not by lines alone.

Where git's own merge of the lines gives the very record that joining by id gives, its text is taken, since
it keeps both sides' remarks. Else the lines of ours are edited. What cannot be joined stands in the file
between conflict markers, both versions of it, and the driver says so: nothing is dropped in silence.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from generator.problems import InputProblemsError, SurroundingsError, show
from generator.timeline.conflict_marks import SECTIONS, with_markers
from generator.timeline.edit import Edit, append_event, remove, rewritten, set_field
from generator.timeline.load import Loaded, load_bytes
from generator.timeline.model import Event, Timeline
from generator.timeline.operations import Drop, Enter
from generator.timeline.remarks import all_remarks
from generator.timeline.replace import replaced
from generator.timeline.three_way import ThreeWay

__all__ = ["Merged", "merge_files", "merged"]

EMPTY = b"title: a\ntimezone: UTC\n"


@dataclass(frozen=True, slots=True)
class Merged:
    """The joined text, what could not be joined (as paths), and notes on what a person should look at."""

    text: str
    conflicts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def merge_files(base: Path, ours: Path, theirs: Path, name: str) -> Merged:
    """Join the files that git hands to a merge driver (%O %A %B), and leave the result in `ours`."""
    try:
        before, mine, other = (path.read_bytes() for path in (base, ours, theirs))
    except OSError as error:
        raise SurroundingsError(f"{show(error.filename)} cannot be read: {error.strerror}") from None
    result = merged(before, mine, other, name)
    replaced(ours, lambda _: result.text.encode("utf-8", "surrogateescape"))
    return result


def merged(base: bytes, ours: bytes, theirs: bytes, name: str) -> Merged:
    """Return two versions of a timeline joined that grew out of `base`, which is empty where both are new."""
    lines, is_clean = _by_lines(base, ours, theirs)
    try:
        versions = [load_bytes(data, name) for data in (base or EMPTY, ours, theirs)]
    except InputProblemsError as error:
        note = f"joined by lines alone, since one version cannot be read: {error.problems[0]}"
        return Merged(lines, () if is_clean else ("the whole file",), (note,))
    before, mine, other = versions
    ours_first, theirs_first = ThreeWay("ours"), ThreeWay("theirs")
    three = before.timeline, mine.timeline, other.timeline
    joined, alternative = ours_first.timeline(*three), theirs_first.timeline(*three)
    if not ours_first.conflicts and is_clean and _says(lines, joined, name):
        return Merged(lines)
    text = rewritten(mine, _edits(mine.timeline, joined))
    after = load_bytes(text.encode(), name)
    if not _is_same(after.timeline, joined):
        return Merged(lines, ("the whole file",), ("joined by lines alone",))
    notes = tuple(_lost_remarks(versions, after))
    return Merged(with_markers(after, joined, alternative), tuple(ours_first.conflicts), notes)


def _by_lines(base: bytes, ours: bytes, theirs: bytes) -> tuple[str, bool]:
    """Return what git makes of the lines, and whether it met no conflict."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, data in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(data)
        labels = ["-L", "ours", "-L", "base", "-L", "theirs"]
        command = ["git", "merge-file", "-p", *labels, *map(str, paths)]
        try:
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  (a list, no shell)
        except OSError as error:
            raise SurroundingsError(f"git cannot be run: {error.strerror}") from None
    # What is no UTF-8 stays the bytes it was.
    return done.stdout.decode("utf-8", "surrogateescape"), done.returncode == 0


def _says(text: str, joined: Timeline, name: str) -> bool:
    try:
        return _is_same(load_bytes(text.encode("utf-8", "surrogateescape"), name).timeline, joined)
    except InputProblemsError:
        return False


def _is_same(one: Timeline, other: Timeline) -> bool:
    """Tell whether two records say the same; the order of events and of ids does not count."""
    for each in fields(Timeline):
        first, second = getattr(one, each.name), getattr(other, each.name)
        if each.name in ("events", "decisions"):
            first, second = Counter(map(repr, first)), Counter(map(repr, second))
        if first != second:
            return False
    return True


def _edits(ours: Timeline, joined: Timeline) -> Iterator[Edit]:
    """Give the edits that make the joined record out of ours."""
    for one in fields(Timeline):
        before, after = getattr(ours, one.name), getattr(joined, one.name)
        if one.name in SECTIONS:
            yield from _section_edits(one.name, before, after)
        elif one.name == "events":
            yield from _event_edits(before, after)
        elif before != after:
            yield set_field(one.name, after)


def _section_edits(section: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Edit]:
    for key, record in after.items():
        if key not in before:
            yield Enter(section, key, record)
        elif before[key] != record:
            yield from _field_edits(f"{section}.{key}", before[key], record)
    yield from (Drop(section, key) for key in before if key not in after)


def _event_edits(before: tuple[Event, ...], after: tuple[Event, ...]) -> Iterator[Edit]:
    known, kept = {event.id: event for event in before}, {event.id for event in after}
    for event in after:
        if event.id not in known:
            yield append_event(event)
        elif known[event.id] != event:
            yield from _field_edits(f"events[{event.id}]", known[event.id], event)
    yield from (remove(f"events[{event.id}]") for event in before if event.id not in kept)


def _field_edits(path: str, before: Any, after: Any) -> Iterator[Edit]:
    for one in fields(after):
        value = getattr(after, one.name)
        if getattr(before, one.name) != value:
            yield set_field(f"{path}.{one.name}", value)


def _lost_remarks(versions: list[Loaded], after: Loaded) -> Iterator[str]:
    before, mine, other = (Counter(all_remarks(one.document)) for one in versions)
    for remark in (other - before) - (Counter(all_remarks(after.document)) - mine):
        yield f"a remark of theirs was not taken over: {show(remark)}"
