# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for what YAML can do and a timeline does without."""

from __future__ import annotations

from generator.problems import show
from generator.timeline.rules.registry import Words, rule


@rule
def no_anchors(name: str) -> Words:
    """No anchors (`&name`) and no aliases (`*name`).

    With them a short file can become an endless one, and a change in one place moves another. Write the
    text again. A text that begins with `&` or `*` stands in quotation marks.

    Fails:

        title: &title Ceasefire

    Passes:

        title: Ceasefire
    """
    return (
        f"an anchor or alias, {show(name)}",
        "write the value itself, or put the text into double quotation marks",
    )


@rule
def no_tags(name: str) -> Words:
    """No tags (`!name`).

    Tags tell a YAML program to build something else than text; here every value has its type from the
    schema. A text that begins with `!` stands in quotation marks.

    Fails:

        title: !!str Ceasefire

    Passes:

        title: Ceasefire
    """
    return f"the tag {show(name)}", "delete it, or put the text into double quotation marks"


@rule
def no_directives() -> Words:
    """No directives (`%YAML 1.2`) at the head of the file.

    Fails:

        %YAML 1.2
        ---
        title: A crisis

    Passes:

        title: A crisis
    """
    return "a directive, a line that begins with %", "delete the line"


@rule
def one_document() -> Words:
    """The file holds one document: a line `---` may open it, none may follow.

    Fails:

        title: A crisis
        ---
        title: Another

    Passes:

        title: A crisis
    """
    return "a second document begins here", "delete the line with --- (or ...)"


@rule
def no_merge_keys() -> Words:
    """No merge keys (`<<:`).

    Fails:

        <<: {title: Ceasefire}

    Passes:

        title: Ceasefire
    """
    return "a merge key, <<", "write the keys and values themselves"
