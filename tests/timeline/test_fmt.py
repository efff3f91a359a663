"""Formatting changes order and form, keeps the data and the remarks, and changes nothing the second time."""

from __future__ import annotations

import pytest

from generator.timeline import load_bytes
from generator.timeline.fmt import format_file, formatted, formatting_diff
from tests.timeline.examples import BASE, folder

FORMS = {
    "dates are quoted": ('date: "2025-10-19"', "date: 2025-10-19", 'date: "2025-10-19"'),
    "dates have double marks": (
        'date: "2025-10-19"',
        "date: '2025-10-19'  # sure",
        'date: "2025-10-19"  # sure',
    ),
    "plain where safe": ("title: Talks begin", "title: 'Talks begin'", "title: Talks begin"),
    "quoted where not": ("title: Talks begin", "title: NO", 'title: "NO"'),
    "blanks at line ends": ("title: Talks begin", "title: Talks begin   ", "title: Talks begin"),
    "tilde": ("place: doha", "place: ~", "place: null"),
    "composed letters": ("title: Talks begin", "title: Café", "title: Café"),
    "folded texts stay": (
        "summary: A ceasefire was agreed.",
        "summary: >-\n      A ceasefire  \n\n      was agreed.",
        "summary: >-\n      A ceasefire  \n\n      was agreed.",
    ),
    "keys in order": (
        '    status: published\n    date: "2025-10-19"\n',
        '    # sure of the day\n    date: "2025-10-19"  # a Sunday\n    status: published\n',
        '    status: published\n    # sure of the day\n    date: "2025-10-19"  # a Sunday\n',
    ),
    "first key": (
        "  - id: istanbul-talks\n    status: draft\n",
        "  # above\n  - status: draft\n    # its name\n    id: istanbul-talks # here\n",
        "  # above\n  # its name\n  - id: istanbul-talks # here\n    status: draft\n",
    ),
    "keys in braces": (
        "{name: Qatar, kind: state}",
        "{ kind: state,  name: Qatar }",
        "{ name: Qatar,  kind: state }",
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", FORMS)
def test_form(name, newline):
    """What is out of form is brought into it, and the rest of the file stays as it was."""
    canonical, odd, expected = (part.replace("\n", newline) for part in FORMS[name])
    base = BASE.replace("\n", newline)
    assert canonical in base
    loaded = load_bytes(base.replace(canonical, odd).encode(), "t")

    assert formatted(loaded) == base.replace(canonical, expected)


def test_canonical_file_is_left_alone(tmp_path):
    """A file in form is not written at all."""
    path = folder(tmp_path)

    assert not format_file(path).changed
    assert formatting_diff(load_bytes(BASE.encode(), "t")) == ""


def test_events_are_ordered_with_their_remarks(tmp_path):
    """Events move as whole lines with the remarks directly above; what stands apart stays where it is."""
    head, _, rest = BASE.partition("events:\n")
    first, _, second = rest.partition("\n  - id: istanbul-talks")
    second, _, tail = ("  - id: istanbul-talks" + second).partition("decisions:")
    swapped = f"{head}events:\n  # Set apart.\n\n{second}\n{first}decisions:{tail}".rstrip("\n")
    path = folder(tmp_path, swapped)

    assert format_file(path).changed
    assert path.read_text() == f"{head}events:\n  # Set apart.\n\n{first}\n{second}decisions:{tail}"


def test_text_block_at_the_very_end():
    """A text block that ends a file without a line end keeps its value."""
    text = BASE[: BASE.index("decisions:")].rstrip("\n") + "\nsummary: |\n  Two\n  lines"
    text = text.replace("summary: What happened between two sides.\n", "", 1)
    loaded = load_bytes(text.encode(), "t")

    assert load_bytes(formatted(loaded).encode(), "t").timeline.summary == "Two\nlines"


def test_real_timeline_is_in_form():
    """The curated timeline of this repository formats without loss."""
    with open("timeline.yml", "rb") as file:
        loaded = load_bytes(file.read(), "timeline.yml")

    assert load_bytes(formatted(loaded).encode(), "t").timeline.sources == loaded.timeline.sources
