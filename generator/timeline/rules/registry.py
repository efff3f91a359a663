"""The list of the reader’s rules, in which each enters itself under the name of its function."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from generator.problems import Level

__all__ = ["RULES", "Rule", "Words", "rule", "warning"]

Words = tuple[str, str]


@dataclass(frozen=True)
class Rule:
    """A rule of the reader: `code`, manual `page`, `level`, and the `words` of its problems."""

    code: str
    page: str
    level: Level
    words: Callable[..., Words]


RULES: dict[str, Rule] = {}


def rule(words: Callable[..., Words]) -> Rule:
    """Make a function that words a problem into the rule of its name."""
    return _enter(words, "error")


def warning(words: Callable[..., Words]) -> Rule:
    """Make a function that words a problem into a rule that only warns."""
    return _enter(words, "warning")


def _enter(words: Callable[..., Words], level: Level) -> Rule:
    code = words.__name__.replace("_", "-")
    RULES[code] = Rule(code, inspect.getdoc(words) or "", level, words)
    return RULES[code]
