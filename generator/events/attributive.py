"""Dates that stand before a noun, which they date ("Wednesday's assault"), and those that bound a state."""

from __future__ import annotations

import re
from functools import cache

from generator.dates import TimeExpression
from generator.events.clauses import Clause
from generator.events.lexicon import lexicon
from generator.events.telling import WIDE, Trigger

__all__ = ["is_attributive", "is_state"]


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?!(?:{lexicon().after_a_date}|\w+ed)\b)[a-zA-Z“\"‘']")


_ARTICLE = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that)|[’']s?)\s+(?:\w+\s+)?$", re.IGNORECASE
)


def is_attributive(text: str, expression: TimeExpression | None) -> bool:
    """Tell whether a date stands before a noun, which it dates: "Wednesday's assault", "the 2019 report".

    >>> from types import SimpleNamespace as Words
    >>> said = "They threw out the result of the 4 August vote on Monday."
    >>> is_attributive(said, Words(text="4 August", start=33, end=41))
    True
    >>> is_attributive(said, Words(text="Monday", start=50, end=56))
    False
    """
    if expression is None:
        return False
    if re.match(r"[’']s?\s", text[expression.end : expression.end + 3]) or text[: expression.end].endswith(
        ("’s", "'s")
    ):
        return True
    if re.search(r"(?:day|night|morning|afternoon|evening|week|weekend|month|year)$", expression.text):
        return False  # "the next day rebels …"
    before = text[max(0, expression.start - 25) : expression.start]
    if re.match(r"(?:the|its|their)\s", expression.text, re.IGNORECASE):
        before += "the "
    return bool(_ARTICLE.search(before)) and _noun_behind().match(text, expression.end) is not None


def is_state(text: str, clause: Clause, trigger: Trigger, expression: TimeExpression) -> bool:
    """Tell whether a date only bounds a state: "in power since 2014"."""
    if expression.edtf and expression.edtf.kind == "since" and clause.link == "since":
        return True  # "since the spring truce fell apart": the spring, and not all that came after
    before = text[clause.start : expression.start]
    bounded = re.search(
        r"\b(?:(?:since|than|through)\s+(?:\w+\s+)?|(?:until|till)\s+(?:\w+\s+){0,3})$", before, re.IGNORECASE
    )
    return bool(bounded) and trigger.type in WIDE
