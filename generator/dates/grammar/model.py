"""What a grammar is made of: rules, the shapes that they read, and the tree in which shapes are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Arms", "Branch", "Condition", "Element", "Grammar", "Rule", "Shape"]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a shape: a word, a label or a kind of rule; `name` is how the builder asks for it."""

    what: str
    form: str  # word | label | kind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand around a match, or must not.

    `after` and `before` are the words that stand next to it on either side; `capital` asks for a capital
    letter at the start of the match, `alone` for no hyphen or apostrophe touching it.
    """

    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    capital: bool | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule of the grammar: what it reads and what it gives."""

    name: str
    kind: str
    shapes: tuple[str, ...]
    gives: str
    constants: Mapping[str, str]
    when: Condition | None
    unless: Condition | None
    genre: str | None
    examples: Mapping[str, Any]
    near: Mapping[str, Any]  # what must not be read so, and what it is instead
    file: str
    number: int  # the earlier rule wins where two read the same words


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One row of elements that a rule reads."""

    elements: tuple[Element, ...]
    rule: Rule


Arms = tuple[
    tuple["Branch", ...], tuple[tuple[str, str, "Branch"], ...], tuple[tuple[str, str, "Branch"], ...]
]


class Branch:
    """A place in the tree of all shapes of a kind, where shapes that begin alike share their beginning."""

    __slots__ = ("arms", "kinds", "labels", "rules", "words")

    def __init__(self) -> None:
        self.words: dict[str, Branch] = {}
        self.labels: dict[tuple[str, str], Branch] = {}  # by label and name
        self.kinds: dict[tuple[str, str], Branch] = {}  # by kind and name
        self.rules: list[Rule] = []  # that end here
        self.arms: dict[frozenset[str], Arms] = {}  # by the keys of a token that was met here before

    def arms_for(self, keys: frozenset[str], firsts: Mapping[str, frozenset[str]]) -> Arms:
        """Return where a token with these keys can lead: by its word, its labels, the kinds it can begin."""
        found = self.arms.get(keys)
        if found is None:
            words = tuple(arm for word, arm in self.words.items() if word in keys)
            labels = tuple((*edge, arm) for edge, arm in self.labels.items() if f"{{{edge[0]}}}" in keys)
            kinds = tuple(
                (*edge, arm) for edge, arm in self.kinds.items() if not keys.isdisjoint(firsts[edge[0]])
            )
            found = self.arms[keys] = (words, labels, kinds)
        return found

    def grow(self, elements: Sequence[Element], rule: Rule) -> None:
        """Add a shape."""
        branch = self
        for element in elements:
            if element.form == "word":
                branch = branch.words.setdefault(element.what, Branch())
            else:
                arms = branch.labels if element.form == "label" else branch.kinds
                branch = arms.setdefault((element.what, element.name), Branch())
        if rule not in branch.rules:
            branch.rules.append(rule)
            branch.rules.sort(key=lambda one: one.number)


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All of a language: the lexicon, the shapes of each kind as a tree, the words that start a search."""

    language: str
    lexicon: Mapping[str, Mapping[str, str]]
    trees: Mapping[str, Branch]  # by kind
    firsts: Mapping[str, frozenset[str]]  # the words and {labels} that can begin a kind
    unions: Mapping[str, tuple[str, ...]]  # kinds that go by one name
    vocabulary: Mapping[str, tuple[Mapping[str, str], frozenset[str]]]  # every word: its labels and its keys
    cores: frozenset[str]
    trigger: re.Pattern[str]
    rules: tuple[Rule, ...]
    lists: Mapping[str, frozenset[str]]
    cues: Mapping[str, Any] = field(default_factory=dict)
    wording: Mapping[str, Any] = field(default_factory=dict)
    met: dict[tuple[str, frozenset[str]], tuple[str, ...]] = field(default_factory=dict)
    chapters: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # title and words on it, by file

    def members_for(self, union: str, keys: frozenset[str]) -> tuple[str, ...]:
        """Return the kinds of a union that a token with these keys can begin."""
        found = self.met.get((union, keys))
        if found is None:
            kinds = self.unions[union]
            found = self.met[union, keys] = tuple(
                kind for kind in kinds if not keys.isdisjoint(self.firsts[kind])
            )
        return found
