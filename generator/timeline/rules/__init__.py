"""What a reader of `timeline.yml` may complain about: one function a rule, its docstring the page.

A function gives the two halves of the message, what is wrong and what would do; its name is the rule's
code. Rules that need the whole record are in `generator.timeline.checks`, one file each.

In the examples of a page, `⟦U+202E⟧` stands for that character.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from generator.problems import Level

__all__ = ["RULES", "Rule", "rule", "warning"]

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


from generator.timeline.rules import (  # noqa: E402  (they enter themselves above)
    characters,
    dates,
    file,
    keys,
    layout,
    names,
    quoting,
    rewriting,
    shapes,
    sizes,
    subset,
    texts,
)

__all__ += [
    "characters",
    "dates",
    "file",
    "keys",
    "layout",
    "names",
    "quoting",
    "rewriting",
    "shapes",
    "sizes",
    "subset",
    "texts",
]
