"""The grammar's own examples hold, and its near misses are not read as the rule reads."""

from __future__ import annotations

from typing import Any

import pytest

from generator.dates import explain, read, steps
from generator.dates.build import BUILDERS
from generator.dates.grammar import Rule, load
from generator.dates.operators import parse

WRITTEN = "2025-10-29"  # a Wednesday


def examples() -> list[Any]:
    """Return the examples of all rules, each named by its file and rule."""
    return [
        pytest.param(rule, say, expected, id=f"{rule.file}:{rule.name}:{say}")
        for rule in load().rules
        for say, expected in rule.examples.items()
    ]


def near_misses() -> list[Any]:
    """Return the near misses of all rules with what they are instead."""
    return [
        pytest.param(
            rule, say, rule.near[say] if isinstance(rule.near, dict) else "nothing", id=f"{rule.file}:{say}"
        )
        for rule in load().rules
        for say in rule.near
    ]


def values(say: str, rule: Rule) -> list[str]:
    """Return the values that are read from a phrase."""
    return [one.value for one in read(say, dct=WRITTEN, genre=rule.genre or "news")]


@pytest.mark.parametrize(("rule", "say", "expected"), examples())
def test_example_gives_its_value(rule: Rule, say: str, expected: str | list[str]) -> None:
    """Each example of a rule gives the value or values beside it."""
    assert values(say, rule) == (expected if isinstance(expected, list) else [expected])


@pytest.mark.parametrize(("rule", "say", "expected"), near_misses())
def test_near_miss_is_not_taken(rule: Rule, say: str, expected: str | list[str]) -> None:
    """A near miss gives nothing, or the other value that stands beside it."""
    wanted = [] if expected == "nothing" else expected
    assert values(say, rule) == (wanted if isinstance(wanted, list) else [wanted])


@pytest.mark.parametrize("rule", load().rules, ids=lambda rule: rule.name)
def test_rule_is_whole(rule: Rule) -> None:
    """Each rule names a builder that exists, and has an example unless it is a name or of one genre."""
    assert rule.gives in BUILDERS
    assert rule.examples or rule.genre or rule.kind == "named_day"


@pytest.mark.parametrize(("rule", "say", "expected"), examples())
def test_derivation_is_read_back_and_explained(rule: Rule, say: str, expected: object) -> None:
    """The printed derivation of an example, read again, computes the same; and it can be explained."""
    for one in read(say, dct=WRITTEN, genre=rule.genre or "news"):
        again = parse(str(one.derivation))

        assert again == one.derivation
        assert (again.value, again.mod, again.edtf) == (one.value, one.mod, one.edtf)
        assert explain(str(one.derivation)).endswith(".")
        assert len(steps(one.derivation)) > 1
