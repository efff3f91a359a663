# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for how the lines of YAML stand: indents, colons, brackets."""

from __future__ import annotations

import re

from generator.timeline.rules.characters import named
from generator.timeline.rules.registry import Words, rule


@rule
def yaml_can_be_read(reason: str) -> Words:
    """The file follows the grammar of YAML.

    It is told of mistakes that no other rule has words for. The message says what the parser met. Look at the
    line, and at the one above it: a missing quotation mark, bracket or colon often shows only later.
    """
    return reason, "look at this line and the one above for a missing colon, quotation mark or bracket"


@rule
def key_has_a_value(found: str) -> Words:
    """In a mapping each line is a key, a colon, a space and a value.

    Fails:

        title: Ceasefire
        key true

    Passes:

        title: Ceasefire
        key: true
    """
    strange = next((one for one in found if not one.isascii() and (one.isspace() or one in _COLONS)), None)
    holds = f" (the line holds {named(strange)})" if strange else ""
    wrong = "a colon without its key" if found.lstrip().startswith(":") else "a key without its colon"
    if re.match(r"\s*-\s", found):
        wrong = "an item of a list where a key and its value belong"
    return f"{wrong}{holds}", "write `key: value`, with a space after the colon"


@rule
def indent_is_of_spaces() -> Words:
    """Lines are indented with spaces, never with tabs.

    Fails:

        actors:
        ⟦U+0009⟧- qatar

    Passes:

        actors:
          - qatar
    """
    return "a tab in the indentation", "put spaces in its place, two for each level"


@rule
def indent_fits() -> Words:
    """Lines of the same list or mapping begin at the same column.

    Fails:

        title: Ceasefire
          key: true

    Passes:

        title: Ceasefire
        key: true
    """
    return (
        "this line begins at a column that fits no line above",
        "give it as many spaces as its neighbours have",
    )


@rule
def brackets_are_closed(mark: str) -> Words:
    """A list in `[ ]` and a mapping in `{ }` is closed with its own bracket, with commas between the parts.

    Fails:

        actors: [qatar, turkiye

    Passes:

        actors: [qatar, turkiye]
    """
    return (
        f"the bracket {mark} opens here and is not closed, or its commas are not in order",
        f"close {mark}, and set one comma between two parts",
    )


_COLONS = "\uff1a\ufe55\u2236\ua789\u0589\u05c3"  # what looks like a colon, and is none to YAML
