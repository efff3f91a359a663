"""A date of the record in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import Edtf, EdtfError, explain, in_words, steps

SAID = [
    ("2025-10-29", "Wednesday 29 October 2025"),
    ("2025-10", "October 2025"),
    ("2025", "2025"),
    ("199X", "the 1990s"),
    ("2025-22", "summer 2025"),
    ("2025-35", "the third quarter of 2025"),
    ("2025-10-XX", "an unknown day in October 2025"),
    ("[2025-10-25..2025-10-28]", "a day between 25 and 28 October 2025"),
    ("[2025-09-28..2025-10-03]", "a day between 28 September and 3 October 2025"),
    ("[2024-12-28..2025-01-03]", "a day between 28 December 2024 and 3 January 2025"),
    ("[2001-09..2001-12]", "a day between September and December 2001"),
    ("2025-10-25/2025-10-28", "25 to 28 October 2025"),
    ("2025-10-11~", "about 11 October 2025"),
    ("2025-10-11?", "perhaps 11 October 2025"),
    ("2025-10-11%", "perhaps about 11 October 2025"),
    ("[..2025-12]", "by December 2025"),
    ("[..198X]", "by the 1980s"),
    ("../2025-12", "until December 2025"),
    ("2021/..", "since 2021"),
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_a_date_is_said_in_words(text: str, words: str) -> None:
    """Each form is said as the row says, with no more precision than it has."""
    assert in_words(Edtf.parse(text)) == words


@given(st.text(alphabet="0123456789-/.[]X~?%", max_size=24) | st.dates().map(str))
def test_any_date_can_be_said(text: str) -> None:
    """Whatever EDTF accepts, there are words for."""
    try:
        date = Edtf.parse(text)
    except EdtfError:
        return
    assert in_words(date)


EXPLAINED = [
    (
        "Recent(Wednesday, Written(2025-10-29))",
        "Wednesday 29 October 2025: the latest Wednesday up to the day of writing "
        "(Wednesday 29 October 2025).",
    ),
    (
        "Nearest(10-25, Written(2025-10-29))",
        "Saturday 25 October 2025: the 25 October nearest to the day of writing (Wednesday 29 October 2025).",
    ),
    (
        "Later(1, day, Named(2025-10-19), day)",
        "Monday 20 October 2025: 1 day after Sunday 19 October 2025 (named before).",
    ),
    (
        "Earlier(4, year, Written(2025-10-29), year)",
        "2021: 4 years before the day of writing (Wednesday 29 October 2025), so a year and no finer.",
    ),
    (
        "Ending(Length(4, day), Recent(Tuesday, Written(2025-10-29)))",
        "25 to 28 October 2025: 4 days, of which the last day is the latest Tuesday up to the day of writing "
        "(Wednesday 29 October 2025).",
    ),
    ('Known("the September 11 attacks", 2001-09-11)', None),
    ("Length(72, hour)", "It gives an event no date: a length of 72 hours."),
    ("Exactly(2025-10-19)", "Sunday 19 October 2025: the words give it in full."),
]


@pytest.mark.parametrize(("rule", "words"), EXPLAINED, ids=[rule for rule, _ in EXPLAINED])
def test_a_derivation_is_explained(rule: str, words: str | None) -> None:
    """A derivation becomes one sentence with the date and how it came about."""
    said = explain(rule)

    assert words is None or said == words
    assert said.endswith(".")


def test_steps_go_from_the_anchor_to_the_date() -> None:
    """The steps begin with what was counted from and end with the date."""
    assert steps("Part(Recent(Wednesday, Written(2025-10-29)), MO)") == (
        "the day of writing (Wednesday 29 October 2025)",
        "the latest Wednesday up to that date",
        "the morning of that date",
        "that is Wednesday 29 October 2025",
    )
