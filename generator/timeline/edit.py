r"""The only writer of `timeline.yml`: it changes the lines it must and leaves every other byte as it was.

An edit says what is to be true afterwards. It is turned into splices of the text, the result is read again,
and the record must then be exactly what the edits say: otherwise nothing is written.

>>> from generator.timeline.load import load_bytes
>>> loaded = load_bytes(b"title: 'A crisis' # for now\ntimezone: Asia/Qatar\n", "timeline.yml")
>>> print(rewritten(loaded, [set_field("timezone", "Asia/Karachi")]), end="")
title: 'A crisis' # for now
timezone: Asia/Karachi
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import Any

from generator.problems import InputProblemsError
from generator.timeline.load import Loaded, load_bytes
from generator.timeline.model import (
    Actor,
    Change,
    Claim,
    Decision,
    Event,
    Evidence,
    Place,
    Source,
    Timeline,
    Version,
)
from generator.timeline.operations import Edit, Enter, Insert, Remove, Set
from generator.timeline.order import in_order, place_for
from generator.timeline.paths import value_at
from generator.timeline.replace import Written, replaced
from generator.timeline.spans import refuse
from generator.timeline.splices import Splice, spliced

__all__ = [
    "Edit",
    "add_actor",
    "add_change",
    "add_claim",
    "add_decision",
    "add_evidence",
    "add_place",
    "add_source",
    "add_version",
    "append_event",
    "preview",
    "remove",
    "rewritten",
    "set_field",
    "write",
]


def append_event(event: Event) -> Edit:
    """Put a new event at its place in the canonical order."""
    return Insert("events", event, lambda items: place_for(event, items))


def add_evidence(path: str, evidence: Evidence) -> Edit:
    """Add a quotation to an event (`events[id]`), or to a version of a claim (its path)."""
    return Insert(f"{_event_path(path)}.evidence", evidence)


def add_claim(event: str, claim: Claim) -> Edit:
    """Add a contested point to an event, given by its id."""
    return Insert(f"{_event_path(event)}.claims", claim)


def add_version(path: str, version: Version) -> Edit:
    """Add what one more party says to a claim, given by its path."""
    return Insert(f"{path}.versions", version)


def add_change(event: str, change: Change) -> Edit:
    """Add a correction that readers should see to an event, given by its id."""
    return Insert(f"{_event_path(event)}.changes", change)


def add_decision(decision: Decision) -> Edit:
    """Add what was decided about a proposal."""
    return Insert("decisions", decision)


def add_source(source: Source) -> Edit:
    """Add a source under its id."""
    return Enter("sources", source.id, source)


def add_actor(actor: Actor) -> Edit:
    """Add an actor under its id."""
    return Enter("actors", actor.id, actor)


def add_place(place: Place) -> Edit:
    """Add a place under its id."""
    return Enter("places", place.id, place)


def set_field(path: str, value: Any) -> Edit:
    """Give a field its value: `set_field("events[doha-ceasefire].status", "withdrawn")`."""
    parent, _, name = path.rpartition(".")
    return Set(parent, name, value)


def remove(path: str) -> Edit:
    """Take an item out of a list: `remove("events[doha-ceasefire].evidence[1]")`."""
    parent, _, step = path.rpartition("[")
    return Remove(parent, step.removesuffix("]"))


def _event_path(path: str) -> str:
    return path if path.startswith("events[") else f"events[{path}]"


def rewritten(loaded: Loaded, edits: Iterable[Edit]) -> str:
    """Return the text of a timeline with the edits made, after reading it again and comparing.

    Raises `InputProblemsError` where an edit cannot be made, or would change more than it says.
    """
    waiting = _in_order(list(edits))
    expected, one_by_one = _with_new_events(loaded.timeline, waiting)
    for edit in one_by_one:
        try:
            expected = edit.applied(expected)
        except (KeyError, TypeError, AttributeError) as error:
            raise _refused(loaded, f"there is no {error.args[0] if error.args else 'such place'}") from None
    while waiting:
        made, splices = _together(loaded, waiting)
        waiting = waiting[made:]
        text = spliced(loaded.text, splices)
        loaded = _read_again(text, loaded)
    if loaded.timeline != expected:
        raise _refused(loaded, "the lines could not be changed without changing others")
    return loaded.text


def _with_new_events(timeline: Timeline, edits: list[Edit]) -> tuple[Timeline, list[Edit]]:
    """Return the record with the new events put in at once, if it is in order, and the edits left over."""
    new = [event for edit in edits if (event := _new_event(edit)) is not None]
    if len(new) < 2 or in_order(timeline.events) != list(timeline.events):
        return timeline, edits
    events = tuple(in_order([*timeline.events, *new]))
    return replace(timeline, events=events), [edit for edit in edits if _new_event(edit) is None]


def _in_order(edits: list[Edit]) -> list[Edit]:
    # New events are sorted, so that those at one place need no reading in between; those that follow another
    # come last, when it is there.
    new = {
        id(edit.value): edit for edit in edits if isinstance(edit, Insert) and isinstance(edit.value, Event)
    }
    ordered = in_order([edit.value for edit in new.values() if isinstance(edit.value, Event)])
    rest = iter(sorted(ordered, key=lambda event: event.after is not None))
    return [new[id(next(rest))] if _new_event(edit) else edit for edit in edits]


def _new_event(edit: Edit) -> Event | None:
    return edit.value if isinstance(edit, Insert) and isinstance(edit.value, Event) else None


def _together(loaded: Loaded, edits: Sequence[Edit]) -> tuple[int, list[Splice]]:
    """Return how many of the edits can be made in one go, and their splices."""
    taken: list[Splice] = []
    entered: set[str] = set()
    for number, edit in enumerate(edits):
        event = _new_event(edit)
        if event is not None:
            if event.after in entered:
                return number, taken
            entered.add(event.id)
        try:
            splices = edit.splices(loaded)
        except KeyError as error:
            if number:
                return number, taken
            raise _refused(loaded, f"there is no {error.args[0]}") from None
        beside = _may_stand_beside(loaded, edit)
        if any(_clash(one, other, beside) for one in splices for other in taken):
            return number, taken
        taken += splices
    return len(edits), taken


def _may_stand_beside(loaded: Loaded, edit: Edit) -> bool:
    """Tell whether what is put in may stand beside others: where the list or mapping is there already."""
    if _new_event(edit) is not None:
        return bool(loaded.timeline.events)
    return isinstance(edit, Enter) and bool(value_at(loaded.timeline, edit.path))


def _clash(one: Splice, other: Splice, beside: bool) -> bool:
    # What goes into an existing list or mapping may be put in side by side; the first of all makes it.
    if one.start == one.end == other.start == other.end:
        return not beside
    return (one.start < other.end and other.start < one.end) or one.start in (other.start, other.end)


def _read_again(text: str, before: Loaded) -> Loaded:
    try:
        return load_bytes(text.encode(), before.file)
    except InputProblemsError as error:
        problem = error.problems[0]
        raise _refused(before, f"the result would not be read again: {problem.wrong}") from None


def _refused(loaded: Loaded, wrong: str) -> InputProblemsError:
    return refuse(
        loaded.document, 0, wrong, "nothing was written; change it by hand", "edit-does-what-it-says"
    )


def write(path: Path, edits: Iterable[Edit], *, backup: bool = False) -> Written:
    """Make the edits in a file: read, change, read again, compare, and replace the file in one step.

    Raises `InputProblemsError` where an edit cannot be made, `SurroundingsError` where the file cannot be
    written or was changed by somebody else meanwhile. In both cases the file is as it was.
    """
    wanted = list(edits)

    def change(data: bytes) -> bytes:
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        return mark + rewritten(load_bytes(data, path.as_posix()), wanted).encode()

    return replaced(path, change, backup=backup)


def preview(loaded: Loaded, edits: Iterable[Edit]) -> str:
    """Return what the edits would change, as a unified diff."""
    after = rewritten(loaded, edits)
    lines = unified_diff(
        loaded.text.splitlines(keepends=True), after.splitlines(keepends=True), loaded.file, loaded.file
    )
    return "".join(lines)
