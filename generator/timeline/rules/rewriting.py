# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for programs that change the file, and for what a change may not take away."""

from __future__ import annotations

from generator.problems import show
from generator.timeline.rules.registry import Words, rule


@rule
def events_are_apart() -> Words:
    """Each event begins on a line of its own, so that a program can change one and leave the others alone.

    Only `fmt`, `add`, `withdraw` and their like need it; reading and checking do not.
    """
    return (
        "events or fields that share a line cannot be changed one by one",
        "begin each on a line of its own",
    )


@rule
def event_is_kept(identifier: str) -> Words:
    """An event that was published stays, and keeps its id.

    Its address was cited. Where it proves wrong, its status becomes `withdrawn`, with a reason:
    `crisis-timeline withdraw` does that. Asked only where two versions are compared (`check
    --changed-since`).
    """
    return (
        f"the event {show(identifier)} was published and is gone",
        "put it back with status withdrawn and a reason, or under its old id",
    )


@rule
def edit_does_what_it_says() -> Words:
    """A program that rewrites the file changes what it says and nothing else.

    The result is read again and compared before the file is replaced. Where this is not so, nothing is
    written: the lines stand in a way that cannot be changed one by one. Change them by hand, and tell the
    maintainers.
    """
    return "the lines could not be changed without changing others", "nothing was written; change it by hand"
