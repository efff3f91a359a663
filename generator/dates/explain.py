"""A derivation in words: one sentence for an editor, or the same as short steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from generator.dates.grammar import load
from generator.dates.operators import Earlier, In, Later, Operator, This, edtf_of, parse
from generator.dates.operators.repeating import Repeating
from generator.dates.periods import GRAINS, Period
from generator.dates.words import in_words

__all__ = ["explain", "steps", "why_of"]

_VALUE = re.compile(r"(?:BC)?\d[\dWQHSPUFAI-]*(?:-WE)?")


def explain(rule: str | Operator, language: str = "en") -> str:
    """Say in one sentence what a derivation came to, and how.

    >>> explain("Recent(Tuesday, Written(2025-10-29))")
    'Tuesday 28 October 2025: the latest Tuesday up to the day of writing (Wednesday 29 October 2025).'
    >>> explain("By(Exactly(2025-12))")
    'By December 2025: on any day up to the end of December 2025.'
    """
    operator = parse(rule) if isinstance(rule, str) else rule
    words = load(language).wording
    why = _phrase(operator, words, language, alone=True)
    said = _result(operator, language)
    sentence = words["sentence"].format(date=said, why=why) if said else words["undated"].format(why=why)
    return str(sentence[0].upper() + sentence[1:])


def steps(rule: str | Operator, language: str = "en") -> tuple[str, ...]:
    """Say the same as short steps, from what was counted from to what came out.

    >>> for step in steps("Later(2, day, Named(2025-10-19), day)"):
    ...     print(step)
    Sunday 19 October 2025 (named before)
    2 days after that date
    that is Tuesday 21 October 2025
    """
    operator = parse(rule) if isinstance(rule, str) else rule
    words = load(language).wording
    said = _result(operator, language)
    last = words["result"].format(date=said) if said else words["no_result"]
    return (*_chain(operator, words, language), str(last))


def _chain(operator: Operator, words: Mapping[str, Any], language: str) -> Iterator[str]:
    inner = [value for value in _values(operator).values() if isinstance(value, Operator)]
    for one in inner:
        yield from _chain(one, words, language)
    yield _filled(operator, words, lambda one: str(words["that"][one.type]))


def why_of(reason: str, language: str = "en") -> str:
    """Say why another reading is defensible, by the name of the reason."""
    return str(load(language).wording["readings"].get(reason, reason))


def _result(operator: Operator, language: str) -> str:
    edtf = operator.edtf
    return in_words(edtf, language) if edtf else ""


def _values(operator: Operator) -> dict[str, Any]:
    return {field.name: getattr(operator, field.name) for field in fields(operator)}


def _phrase(operator: Operator, words: Mapping[str, Any], language: str, alone: bool = False) -> str:
    return _filled(operator, words, lambda one: _phrase(one, words, language), alone)


def _form(operator: Operator, words: Mapping[str, Any], alone: bool) -> str:
    """Return the form of words for an operator; some have another where less or more must be said."""
    name, forms = type(operator).__name__, words["operators"]
    anchor = getattr(operator, "anchor", None)
    near = anchor.period if isinstance(anchor, Operator) else None
    if alone and f"{name}.alone" in forms:
        name = f"{name}.alone"
    elif (
        isinstance(operator, Earlier | Later)
        and near
        and operator.period
        and near.unit != operator.period.unit
    ):
        name = f"{name}.coarse"
    elif isinstance(operator, This) and near and near.unit == operator.unit:
        name = f"{name}.same"
    elif isinstance(operator, In) and near:
        cycle = "week" if Repeating(operator.what).weekly else "year"
        name = f"{name}.{cycle}" if GRAINS.index(near.unit) < GRAINS.index(cycle) else name
    return str(forms[name])


def _filled(
    operator: Operator, words: Mapping[str, Any], nested: Callable[[Operator], str], alone: bool = False
) -> str:
    values = _values(operator)
    said = {
        name: nested(value) if isinstance(value, Operator) else _word(name, value, words)
        for name, value in values.items()
    }
    said |= {
        f"{name}_date": _result(value, words["language"]) or value.value
        for name, value in values.items()
        if isinstance(value, Operator)
    }
    if "count" in said and "unit" in said:
        said["unit"] = _plural(values["unit"], values["count"], words)
    return " ".join(_form(operator, words, alone).format(**said).split())


def _plural(unit: str, count: str, words: Mapping[str, Any]) -> str:
    return str(words["units"][unit][0 if count == "1" else 1])


def _word(name: str, value: object, words: Mapping[str, Any]) -> str:
    """Say a plain value of an operator: a date, a name that comes round, a code, or the word itself."""
    text = str(value)
    if name in ("day", "date") and _VALUE.fullmatch(text):
        return _date(text, words)
    if name == "what":
        return _repeating(text, words)
    if name in ("unit", "grain") and text in words["units"]:
        return str(words["units"][text][0])
    return str(words["values"].get(text, text))


def _date(text: str, words: Mapping[str, Any]) -> str:
    period = Period.parse(text)
    edtf = edtf_of(period)
    return in_words(edtf, words["language"]) if edtf else text


def _repeating(name: str, words: Mapping[str, Any]) -> str:
    if name in words["repeating"]:
        return str(words["repeating"][name])
    one = Repeating(name).at(2000)
    if one is None or name.count("-") != 1 or one.unit != "day":
        return name
    month, day = name.split("-")
    return str(words["dates"]["day_of_year"].format(day=int(day), month=words["months"][int(month) - 1]))
