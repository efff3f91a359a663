"""An event that proved wrong: withdrawn with a reason, never deleted, so that its address lives on."""

from __future__ import annotations

from generator.dates import Edtf
from generator.problems import InputProblemsError, Problem
from generator.timeline.edit import Edit, add_change, set_field
from generator.timeline.explain import find_events
from generator.timeline.model import Change, Timeline

__all__ = ["withdrawal"]


def withdrawal(timeline: Timeline, event: str, reason: str, date: Edtf | None = None) -> list[Edit]:
    """Return the edits that withdraw an event; with a date, readers also see it among the corrections.

    Raises `InputProblemsError` where there is no such event, or no reason.
    """
    (known,) = find_events(timeline, [event])
    if not reason.strip():
        raise _refused("no reason is given", "say in a sentence for readers why it is withdrawn")
    if known.status == "draft":
        mend = f'turn it down: crisis-timeline reject {event} --why "…"'
        raise _refused(f"{event} is a draft, which no reader has seen", mend)
    if known.status == "withdrawn":
        raise _refused(f"{event} is withdrawn already", "change its reason in timeline.yml")
    edits = [
        set_field(f"events[{event}].status", "withdrawn"),
        set_field(f"events[{event}].reason", reason.strip()),
    ]
    if date is not None:
        edits.append(add_change(event, Change(date=date, kind="retraction", note=reason.strip())))
    return edits


def _refused(wrong: str, mend: str) -> InputProblemsError:
    return InputProblemsError(
        [Problem(code="withdrawal-is-clear", file="timeline.yml", wrong=wrong, mend=mend)]
    )
