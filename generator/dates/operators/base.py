"""What every operator is: a small frozen value that nests, prints itself, and is read back from that.

The printed form *is* the derivation: it holds everything that the date was computed from, the day of writing
too, so that whoever reads it again computes the same date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from generator.dates.edtf import Edtf
from generator.dates.periods import Period, civil

__all__ = ["DerivationError", "Operator", "edtf_of", "parse", "walk"]

_BARE = re.compile(r"[A-Za-z0-9_.:+/~-]+", re.ASCII)
_TOKEN = re.compile(r'\s*(?:([A-Za-z0-9_.:+/~-]+)|("(?:[^"\\]|\\.)*")|([(),]))', re.ASCII)
_DEEPEST = 12  # nothing that a reporter writes nests deeper


class DerivationError(ValueError):
    """A text that is not the printed form of an operator."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A step from words to the calendar.

    What it denotes is asked by property: `period`, where it is one; the TIMEX3 `type`, `value` and `mod`; and
    the `edtf` that an event dated so has. The last is None where nothing is dated.
    """

    known: ClassVar[dict[str, type[Operator]]] = {}

    def __init_subclass__(cls) -> None:
        Operator.known[cls.__name__] = cls

    @property
    def period(self) -> Period | None:
        """The period of the calendar that is meant, where it is one."""
        return None

    @property
    def type(self) -> str:
        """The TIMEX3 type."""
        return "DATE"

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return str(self.period or "")

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier, or None."""
        return None

    @property
    def edtf(self) -> Edtf | None:
        """The date of an event that is dated by these words."""
        period = self.period
        return edtf_of(period) if period else None

    def __str__(self) -> str:
        return f"{type(self).__name__}({', '.join(_printed(self))})"


def _printed(operator: Operator) -> Iterator[str]:
    for name in _names(type(operator)):
        value = getattr(operator, name)
        if isinstance(value, str):
            yield value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
        else:
            yield str(value)


_NAMES: dict[type[Operator], tuple[str, ...]] = {}


def _names(kind: type[Operator]) -> tuple[str, ...]:
    known = _NAMES.get(kind)
    if known is None:
        known = _NAMES[kind] = tuple(field.name for field in fields(kind))
    return known


def _numbers(kind: type[Operator]) -> tuple[bool, ...]:
    return tuple(field.type == "int" for field in fields(kind))


def edtf_of(period: Period) -> Edtf | None:
    """Return the EDTF of an event that happened in the period; None before the year 1.

    A week has no form of its own: it becomes one unknown day of seven.

    >>> for value in ("2025-W43", "199", "2025-Q3"):
    ...     print(edtf_of(Period.parse(value)))
    [2025-10-20..2025-10-26]
    199X
    [2025-07..2025-09]
    """
    if period.interval is None:
        return None
    if period.unit in ("day", "month", "year"):
        return Edtf.parse(str(period))
    if period.unit == "season":
        return Edtf.parse(f"{period.number // 4:04}-{21 + period.number % 4}")
    if period.unit in ("decade", "century") and period.number:
        return Edtf.parse(f"{period}X" if period.unit == "decade" else f"{period}XX")
    return set_of(period.first_day, period.end_day - 1, _inner(period.unit))


def _inner(unit: str) -> str:
    return {"week": "day", "weekend": "day", "quarter": "month", "half": "month"}.get(unit, "year")


def set_of(first: int, last: int, grain: str = "day") -> Edtf | None:
    """Return the EDTF of one unknown day from the first to the last, both given by their numbers."""
    if first < 1 or last < first or civil(last)[0] > 9999:
        return None
    start, end = (str(Period("day", number).to(grain)) for number in (first, last))
    return Edtf.parse(start if start == end else f"[{start}..{end}]")


def walk(operator: Operator) -> Iterator[Operator]:
    """Give the operator and all that it nests, outermost first."""
    yield operator
    for name in _names(type(operator)):
        value = getattr(operator, name)
        if isinstance(value, Operator):
            yield from walk(value)


def parse(text: str) -> Operator:
    """Read the printed form of an operator; raise `DerivationError` where it is none.

    >>> print(parse("Recent(Wednesday, Written(2025-10-29))").value)
    2025-10-29
    >>> parse("Recent(Wednesday")
    Traceback (most recent call last):
    generator.dates.operators.base.DerivationError: the derivation breaks off
    """
    tokens = _tokens(text)
    operator = _read(tokens, 0)
    if not isinstance(operator, Operator):
        raise DerivationError(f"{operator!r} is not an operator")
    if tokens:
        raise DerivationError(f"{tokens[-1]!r} is left over")
    return operator


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    place = 0
    text = text.rstrip()
    while place < len(text):
        token = _TOKEN.match(text, place)
        if not token:
            raise DerivationError(f"{text[place : place + 12]!r} is not understood")
        found.append(token[1] or token[2] or token[3])
        place = token.end()
    return found[::-1]  # the next one last, to be popped


def _read(tokens: list[str], depth: int) -> Operator | str:
    if depth > _DEEPEST:
        raise DerivationError("the derivation nests too deep")
    word = _next(tokens)
    if word.startswith('"'):
        return str(json.loads(word))
    if not (tokens and tokens[-1] == "("):
        return word
    tokens.pop()
    arguments: list[Operator | str] = []
    while tokens and tokens[-1] != ")":
        arguments.append(_read(tokens, depth + 1))
        if tokens and tokens[-1] == ",":
            tokens.pop()
    if _next(tokens) != ")":
        raise DerivationError("the derivation breaks off")
    return _built(word, arguments)


def _next(tokens: list[str]) -> str:
    if not tokens:
        raise DerivationError("the derivation breaks off")
    return tokens.pop()


def _built(name: str, arguments: list[Operator | str]) -> Operator:
    kind = Operator.known.get(name)
    if kind is None:
        raise DerivationError(f"{name!r} is not an operator")
    try:
        values: list[Any] = [
            int(str(value)) if number else value
            for value, number in zip(arguments, _numbers(kind), strict=True)
        ]
        operator = kind(*values)
        operator.value  # noqa: B018 - a derivation that computes nothing is none
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise DerivationError(f"{name} does not take {', '.join(map(str, arguments))}") from error
    return operator
