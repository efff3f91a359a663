# ruff: noqa: D401, D301  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for texts that a person writes."""

from __future__ import annotations

from generator.problems import show
from generator.timeline.rules.registry import Words, rule


@rule
def text_is_one_line() -> Words:
    """A title or a name is one line.

    Fails:

        title: "Ceasefire\\nagreed"

    Passes:

        title: Ceasefire agreed
    """
    return "a line break in a text of one line", "write it on one line"


@rule
def text_is_whole(rest: str) -> Words:
    """A text that holds a space and a `#` stands in quotation marks.

    Without them YAML takes the rest of the line for a remark, and the text ends before it.

    Fails:

        title: Gate #3 is closed

    Passes:

        title: "Gate #3 is closed"
    """
    return (
        f"the rest of this line is a comment: {show(rest)}",
        "put the whole text into double quotation marks; if it is a remark, give it a line of its own",
    )
