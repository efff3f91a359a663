# ruff: noqa: D401, D301  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for the characters of the file, before any YAML is read."""

from __future__ import annotations

import unicodedata

from generator.timeline.rules.registry import Words, rule, warning


def named(character: str) -> str:
    """Return a character as an editor can look it up: its number and its Unicode name.

    >>> named("\\u202e"), named("\\x00")
    ('U+202E RIGHT-TO-LEFT OVERRIDE', 'U+0000 NULL')
    """
    number = ord(character)
    if number < 0x20 or number == 0x7F:
        # Unicode names no control character, but pictures of them.
        picture = unicodedata.name(chr(0x2421 if number == 0x7F else 0x2400 + number))
        return f"U+{number:04X} {picture.removeprefix('SYMBOL FOR ')}"
    return f"U+{number:04X} {unicodedata.name(character, 'NEXT LINE' if number == 0x85 else '')}".rstrip()


@rule
def lines_end_as_usual() -> Words:
    """Lines end with a line feed, alone or after a carriage return (Windows).

    A carriage return alone ended lines on very old computers. Most editors show no break there, YAML sees
    one.

    Fails:

        title: Ceasefire⟦U+000D⟧    key: true

    Passes:

        title: Ceasefire
    """
    return "a carriage return without a line feed", "set the line ends to LF (or CRLF) and save again"


@rule
def no_control_characters(character: str) -> Words:
    """No text holds a control character, neither as it is nor through an escape such as `"\\x07"`.

    They ring bells, move cursors, colour terminals and break feeds; none belongs into a text.

    Fails:

        title: "Ceasefire\\x07 agreed"

    Passes:

        title: "Ceasefire agreed"
    """
    return f"the control character {named(character)}", "delete it"


@rule
def no_hidden_line_breaks(character: str) -> Words:
    """No text holds one of the rare characters that break a line for YAML but not on your screen.

    What follows such a character could be read as a key of its own that no reviewer sees.

    Fails:

        title: Ceasefire⟦U+2028⟧status: draft

    Passes:

        title: Ceasefire
    """
    return f"the hidden line break {named(character)}", "delete it, or press Enter there"


@rule
def no_direction_controls(character: str) -> Words:
    """No text holds a control for the direction of writing.

    With them a text reads differently from what it is. Urdu, Arabic and Hebrew need none: their letters carry
    their own direction, and the site sets each quotation apart.

    Fails:

        title: Ceasefire ⟦U+202E⟧deerga

    Passes:

        title: Ceasefire agreed
    """
    return f"the direction control {named(character)}", "delete it; letters of Urdu or Arabic need none"


@rule
def no_odd_characters(character: str) -> Words:
    """No text holds a byte-order mark inside, half of a surrogate pair, or a number that is no character.

    They come from damaged files and from programs that join texts. The one byte-order mark at the very
    start of a file is harmless and is passed over.

    Fails:

        title: Cease⟦U+FEFF⟧fire

    Passes:

        title: Ceasefire
    """
    return f"{named(character)}, which is no part of any text", "delete it"


@warning
def text_is_visible(character: str) -> Words:
    """A text holds no character without width, such as a zero-width space.

    A search for the word would miss it. In keys, ids and addresses they are an error. The two joiners that
    Persian, Indic scripts and emoji need are welcome.

    Fails:

        title: Cease⟦U+200B⟧fire

    Passes:

        title: Ceasefire
    """
    return f"the invisible character {named(character)}", "delete it"


@rule
def no_invisible_characters(character: str) -> Words:
    """A key, an id or an address holds no character without width.

    Two ids that look alike would be two different ones.

    Fails:

        ti⟦U+200B⟧tle: Ceasefire

    Passes:

        title: Ceasefire
    """
    return f"the invisible character {named(character)}", "delete it"
