"""Hostile and broken reports cost no more than their length, and are no event."""

import pytest

from generator.events import draft
from tests.events.texts import record_of, text_of

TEXTS = {
    "marks that nobody closes": '"' * 20_000,
    "marks in a tangle": "“a ”“ " * 4_000,
    "a name without end": "Aa Bb " * 10_000,
    "a sentence without end": "rebels and soldiers of the army near Lusk and Oskava, " * 2_000,
    "days without end": "Monday " * 5_000,
    "numbers without end": "1 2 3 " * 5_000,
    "one word without end": "accused " * 5_000,
    "control characters": "\0\x1b[2J" * 500 + " x",
    "a million blanks": " " * 100_000 + "x",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_hostile_report_tells_nothing(text):
    """It is read to its end without harm, and nothing comes of it."""
    report = text_of(text)

    assert draft([report], record_of([report], "2024-03-13")).proposals == ()
