"""Whatever stands in a text, reading it ends, raises nothing, and its offsets point at its words.

- long runs of one thing: no space at all, ten thousand digits, marks, words of the grammar over and over
- characters that act on others: combining, bidirectional, zero-width, outside the basic plane
- any mixture of the grammar's own words, which no reporter would write
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates import Edtf, TimeExpression, explain, read
from generator.dates.grammar import load
from generator.dates.operators import parse
from generator.dates.tokens import lowered

LONG = 60_000  # characters

RUNS = {
    "no space": "a",
    "one digit": "1",
    "thousands": "111,",
    "clock": "10:30:",
    "slashes": "1/2/",
    "dots": "a.",
    "afternoons": "a.m.",
    "accents and hyphens": "May\u0301-",
    "hyphens": "-",
    "apostrophes": "'",
    "empty lines": "\n",
    "spaces": " ",
    "nul": "\0",
    "a month": "May ",
    "a verb": "may ",
    "articles": "the ",
    "ends": "the end of ",
    "numbers": "two ",
    "years": "1999 ",
    "years joined": "1999-",
    "weekdays": "on Wednesday he said that ",
    "lengths": "two days later ",
    "eras": "1 bc ",
    "brackets": "(",
    "combining": "May\u0301 ",
    "combining, no space": "May\u0301",
    "bidirectional": "\u202eMay 5\u202c ",
    "mixed scripts": "М\u0430y Мая 5月 ٢٠٢٥ 2025年 ",
    "no-break space": "May\u00a05 ",
    "two letters from one": "İ ",
    "outside the plane": "𝟐𝟎𝟐𝟓 May 𝟓 ",
}


def assert_sound(text: str, found: Sequence[TimeExpression]) -> None:
    """Check that expressions stand where they say, in order, and carry a value."""
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.value
        end = one.end


@pytest.mark.parametrize("piece", RUNS.values(), ids=RUNS)
def test_long_runs_are_read_to_their_end(piece: str) -> None:
    """A text of one thing repeated is read, with sound offsets."""
    text = piece * (LONG // len(piece))

    assert_sound(text, read(text, dct="2025-10-29"))


def test_a_number_of_ten_thousand_digits_is_no_date() -> None:
    """A number too long for any calendar is nothing."""
    assert read("1" * 10_000, dct="2025-10-29") == []


def test_a_combining_mark_makes_another_word() -> None:
    """May with an accent is no month."""
    assert read("in Ma\u0301y 2025", dct="2025-10-29")[0].text == "2025"


WORDS = sorted(load().vocabulary)
MARKS = [" ", ", ", ". ", "-", "–", "’s ", "\n", "\n\n", "(", ")", "/", ":", "\u0301", "\u200f", "İ", "é"]
DIGITS = [
    "1",
    "2",
    "12",
    "25",
    "31",
    "99",
    "1999",
    "2025",
    "0",
    "2,000",
    "3.5",
    "25th",
    "1990s",
    "’98",
    "10:30",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, *WORDS, *MARKS, *DIGITS]), max_size=40),
    st.sampled_from(["2025-10-29", "2024-02-29", "0001-01-01", "9999-12-31", None]),
    st.sampled_from(["news", "narrative", None]),
)
def test_any_mixture_of_words_is_read_soundly(
    words: list[str], written: str | None, genre: str | None
) -> None:
    """Any words in any order give sound expressions, whose derivations compute the same when read back."""
    text = " ".join(words).title() if len(words) % 2 else " ".join(words)
    found = read(text, dct=written, genre=genre)

    assert_sound(text, found)
    for one in found:
        again = parse(str(one.derivation))
        assert (again.value, again.edtf) == (one.value, one.edtf)
        assert one.edtf is None or Edtf.parse(one.edtf.text) == one.edtf
        assert explain(one.derivation)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_soundly(text: str) -> None:
    """Any text at all is read, and lower case keeps its length."""
    assert len(lowered(text)) == len(text)
    assert_sound(text, read(text, dct="2025-10-29"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_reading_is_deterministic(words: list[str]) -> None:
    """The same text gives the same expressions, however often it is read."""
    text = " ".join(words)

    assert read(text, dct="2025-10-29") == read(text, dct="2025-10-29")
