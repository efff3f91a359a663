# ruff: noqa: D401, D301  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for the YAML itself: a small part of it is enough for a timeline, and the rest is refused."""

from __future__ import annotations

import re

from generator.problems import show
from generator.timeline import limits
from generator.timeline.rules import Words, rule
from generator.timeline.rules.characters import named


@rule
def yaml_can_be_read(reason: str) -> Words:
    """The file follows the grammar of YAML.

    It is told of mistakes that no other rule has words for. The message says what the parser met. Look at the
    line, and at the one above it: a missing quotation mark, bracket or colon often shows only later.
    """
    return reason, "look at this line and the one above for a missing colon, quotation mark or bracket"


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


_COLONS = "\uff1a\ufe55\u2236\ua789\u0589\u05c3"  # what looks like a colon, and is none to YAML


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


@rule
def key_is_a_word() -> Words:
    """A key is a word or a text, never a list or a mapping.

    Fails:

        [title]: Ceasefire

    Passes:

        title: Ceasefire
    """
    return "a list or a mapping stands where a key is expected", "write a word, a colon and a space"


@rule
def key_is_short(length: int) -> Words:
    """A key has at most 64 characters; so have ids of sources, actors and places 80.

    Fails:

        a-key-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on: 1

    Passes:

        title: Ceasefire
    """
    return f"a key of {length:,} characters, and one may have {limits.IDENTIFIER}", "shorten it"


@rule
def key_stands_once(key: str, line: int) -> Words:
    """A key stands once in its mapping.

    Of two, a YAML program silently keeps one, and a fact is lost. Keys that differ only in capital letters,
    or in how an accent is stored, count as the same.

    Fails:

        title: Ceasefire
        title: Ceasefire agreed in Doha

    Passes:

        title: Ceasefire agreed in Doha
    """
    return f"the key {show(key)} stands here again, after line {line}", "keep one of the two, or rename one"


@rule
def nesting_has_a_limit() -> Words:
    """Lists and mappings are nested at most 32 deep.

    The record itself is nested nine deep.

    Fails:

        actors: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[qatar]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Passes:

        actors: [qatar]
    """
    return f"lists or mappings more than {limits.DEPTH} deep", "take the brackets away"


@rule
def parts_have_a_limit() -> Words:
    """The file has at most 3,000,000 values; 10,000 events with all they may hold have about a million."""
    return f"more than {limits.NODES:,} values", "take out what does not belong here"


@rule
def problems_have_a_limit() -> Words:
    """After 5,000 problems the reader stops counting.

    Mend the first ones and run `check` again: most of the rest are often the echo of one mistake.
    """
    return (
        f"more than {limits.PROBLEMS:,} problems; the rest are not listed",
        "mend those above and check again",
    )


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
