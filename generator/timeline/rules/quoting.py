# ruff: noqa: D401, D301  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for texts that need quotation marks, and for the marks themselves."""

from __future__ import annotations

from generator.problems import show
from generator.timeline.rules.registry import Words, rule


@rule
def text_with_colon_is_quoted() -> Words:
    """A text that holds a colon and a space stands in quotation marks.

    Without them YAML takes what stands before the colon for a key.

    Fails:

        title: Update: ceasefire agreed

    Passes:

        title: "Update: ceasefire agreed"
    """
    return "a colon with a space after it inside a text", "put the whole text into double quotation marks"


@rule
def text_with_odd_start_is_quoted(character: str) -> Words:
    """A text that begins with a sign of YAML stands in quotation marks.

    The signs are `@`, the backtick, `%`, `,`, closing brackets, a dash with a space, and `|` and `>` with
    words behind them.

    Fails:

        title: "@minister speaks"
        summary: @minister speaks

    Passes:

        title: "@minister speaks"
        summary: "@minister speaks"
    """
    return f"a text cannot begin with {show(character)}", "put the whole text into double quotation marks"


@rule
def quotation_marks_are_closed() -> Words:
    """A text that begins with a quotation mark ends with one.

    Inside double quotation marks, write `\\"` for a quotation mark of the text, or take curly ones (“ ”).

    Fails:

        title: "Ceasefire agreed
        key: true

    Passes:

        title: "Ceasefire agreed"
        key: true
    """
    return "a quotation mark opens here and is not closed", "close it at the end of the text"


@rule
def quoted_text_stands_alone(mark: str) -> Words:
    """After the closing quotation mark, or the closing bracket, the line is over.

    Where only a part of the text is in quotation marks, put the whole into marks of the other kind:
    `'"Peace" agreed'`, `"the 'peace' agreed"`. A text that begins with a bracket stands in quotation marks.

    Fails:

        title: "Peace" agreed

    Passes:

        title: '"Peace" agreed'
    """
    if mark in "]}":
        return f"something follows the closing {mark}", "put the whole text into double quotation marks"
    others = 'double ones: "it\'s"' if mark == "'" else "single ones: '\"Peace\" agreed'"
    wrong = "something follows the closing quotation mark"
    return wrong, f"if that mark belongs to the text, put the whole text into {others}"


@rule
def escape_is_known() -> Words:
    """Inside double quotation marks a backslash begins an escape that YAML knows.

    Those are `\\"`, `\\\\`, `\\n` and a few more. Letters and emoji are pasted as they are.

    Fails:

        title: "A \\d of dates"

    Passes:

        title: 'A \\d of dates'
    """
    return (
        "a backslash with something that is no escape",
        "write \\\\ for a backslash, or paste the character itself; "
        "in single quotation marks a backslash is a backslash",
    )
