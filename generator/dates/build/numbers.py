"""Numbers and words that are parts of other phrases."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.match import Match

__all__ = ["BUILDERS"]


def number(match: Match, reference: Reference) -> str:
    """Return the number that the one word or token gives."""
    return str(next(reference.get(match, name) for name in match.parts))


def total(match: Match, reference: Reference) -> str:
    """Return the sum of two parts, “twenty-five”."""
    return str(sum(int(reference.get(match, name)) for name in match.parts))


def hundreds(match: Match, reference: Reference) -> str:
    """Return so many hundreds or thousands, one where no number stands before."""
    return str(int(reference.get(match, "cardinal") or 1) * int(reference.get(match, "hundred")))


def and_a_half(match: Match, reference: Reference) -> str:
    """Return a number and a half more."""
    first = reference.get(match, "number") or reference.get(match, "digits")
    return f"{float(first) + 0.5:g}"


def word(match: Match, reference: Reference) -> str:
    """Return what the lexicon says of the one word."""
    return str(reference.get(match, "word"))


def same(match: Match, reference: Reference) -> object:
    """Return what the one part gives."""
    return reference.get(match, next(name for name in match.parts if name not in ("more", "merely")))


def constant(match: Match, reference: Reference) -> str:
    """Return what the rule says, whichever of its words stand there."""
    return match.rule.constants["value"]


def nothing(match: Match, reference: Reference) -> None:
    """Give nothing: the words only stand there."""


def vague_number(match: Match, reference: Reference) -> str:
    """Return X, a number that nobody knows."""
    return "X"


def day_number(match: Match, reference: Reference) -> str | None:
    """Return the number of a day of a month, where there can be one."""
    found = int(reference.get(match, "day"))
    return str(found) if 1 <= found <= 31 else None


BUILDERS = {
    "number": number,
    "sum": total,
    "hundreds": hundreds,
    "and_a_half": and_a_half,
    "word": word,
    "same": same,
    "constant": constant,
    "nothing": nothing,
    "vague_number": vague_number,
    "day_number": day_number,
}
