"""The operators from words to the calendar, each a small frozen value that nests in others."""

from __future__ import annotations

from generator.dates.operators.base import DerivationError, Operator, edtf_of, parse, set_of, walk
from generator.dates.operators.edges import (
    About,
    After,
    Before,
    By,
    Clock,
    End,
    Middle,
    Overnight,
    Part,
    Since,
    Start,
    Until,
)
from generator.dates.operators.lengths import Ending, Every, Length, Loosely
from generator.dates.operators.points import Exactly, Known, Named, Unknown, Vague, Written
from generator.dates.operators.repeating import (
    MONTHS,
    WEEKDAYS,
    Coming,
    In,
    Last,
    Nearest,
    Next,
    Recent,
    Repeating,
)
from generator.dates.operators.shifts import Earlier, Later, Nth, Rest, This, shifted

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "About",
    "After",
    "Before",
    "By",
    "Clock",
    "Coming",
    "DerivationError",
    "Earlier",
    "End",
    "Ending",
    "Every",
    "Exactly",
    "In",
    "Known",
    "Last",
    "Later",
    "Length",
    "Loosely",
    "Middle",
    "Named",
    "Nearest",
    "Next",
    "Nth",
    "Operator",
    "Overnight",
    "Part",
    "Recent",
    "Repeating",
    "Rest",
    "Since",
    "Start",
    "This",
    "Unknown",
    "Until",
    "Vague",
    "Written",
    "edtf_of",
    "parse",
    "set_of",
    "shifted",
    "walk",
]
