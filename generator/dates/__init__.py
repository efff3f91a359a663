"""Words to calendar: finds the time expressions of a text and says which days they mean, and why.

This package knows nothing of events, files or sites. `read` finds and resolves; each expression carries its
`derivation`, which `explain` words in a sentence and `steps` in steps; `Edtf` is how a date is written in the
record, and `in_words` how it is said.
"""

from __future__ import annotations

from generator.dates.edtf import Edtf, EdtfError
from generator.dates.explain import explain, steps
from generator.dates.expression import Reading, TimeExpression
from generator.dates.interval import Interval
from generator.dates.operators import DerivationError, Operator
from generator.dates.resolve import read
from generator.dates.timex import timex
from generator.dates.words import in_words

__all__ = [
    "DerivationError",
    "Edtf",
    "EdtfError",
    "Interval",
    "Operator",
    "Reading",
    "TimeExpression",
    "explain",
    "in_words",
    "read",
    "steps",
    "timex",
]
