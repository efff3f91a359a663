"""What a reader of `timeline.yml` may complain about: one function a rule, its docstring the page.

A function gives the two halves of the message, what is wrong and what would do; its name is the rule's
code. Rules that need the whole record are in `generator.timeline.checks`, one file each.

In the examples of a page, `⟦U+202E⟧` stands for that character.
"""

from __future__ import annotations

from generator.timeline.rules import (
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
from generator.timeline.rules.registry import RULES, Rule

__all__ = [
    "RULES",
    "Rule",
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
