"""Fits the shapes of a grammar to a run of tokens.

Every kind of phrase is tried once at every place and its answers kept, so that the work grows with the length
of the run and not with the ways of reading it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.dates.grammar import Branch, Condition, Grammar, Rule
from generator.dates.tokens import Run, Token

__all__ = ["Match", "Matcher", "Part", "word_after", "word_before"]


_NO_PARTS: Mapping[str, Part | Match] = {}
_NO_MATCHES: dict[int, list[Match]] = {}


class Part(NamedTuple):
    """A labelled token within a match: its value by the lexicon and where it stands."""

    value: str
    start: int
    end: int


class Match(NamedTuple):
    """A rule, the tokens from `start` on and before `end` that it reads, and its parts by name."""

    rule: Rule
    start: int
    end: int
    parts: Mapping[str, Part | Match]


class Matcher:
    """All the ways in which the grammar reads a run."""

    def __init__(self, grammar: Grammar, run: Run, genre: str) -> None:
        self._grammar = grammar
        self._trees = grammar.trees
        self._firsts = grammar.firsts
        self._unions = grammar.unions
        self.run = run
        self._tokens = run.tokens
        self._genre = genre
        self._known: dict[tuple[str, int], dict[int, list[Match]]] = {}

    def at(self, kind: str, place: int) -> dict[int, list[Match]]:
        """Return the matches of a kind that begin at a place, by where they end, the earlier rule first."""
        if self._tokens[place].keys.isdisjoint(self._firsts[kind]):
            return _NO_MATCHES
        known = self._known.get((kind, place))
        if known is None:
            known = self._known[kind, place] = {}
            if kind in self._unions:
                self._gather(kind, place, known)
            else:
                self._climb(self._trees[kind], place, _NO_PARTS, known, place)
            for matches in known.values():
                if len(matches) > 1:
                    matches.sort(key=_by_rule)
        return known

    def _gather(self, union: str, place: int, known: dict[int, list[Match]]) -> None:
        """Collect the matches of all the kinds of a union; each kind is tried once for all unions."""
        for kind in self._grammar.members_for(union, self._tokens[place].keys):
            for end, matches in self.at(kind, place).items():
                known.setdefault(end, []).extend(matches)

    def _climb(
        self,
        branch: Branch,
        place: int,
        parts: Mapping[str, Part | Match],
        known: dict[int, list[Match]],
        start: int,
    ) -> None:
        """Follow every branch that the next token fits, and keep what ends on the way."""
        for rule in branch.rules:
            if rule.genre in (None, self._genre) and self._allowed(rule, start, place):
                known.setdefault(place, []).append(Match(rule, start, place, parts))
        if place >= len(self._tokens):
            return
        token = self._tokens[place]
        words, labels, kinds = branch.arms_for(token.keys, self._firsts)
        for arm in words:
            self._climb(arm, place + 1, parts, known, start)
        for label, name, arm in labels:
            part = Part(token.labels[label], token.start, token.end)
            self._climb(arm, place + 1, {**parts, name: part}, known, start)
        for kind, name, arm in kinds:
            for end, matches in list(self.at(kind, place).items()):
                self._climb(arm, end, {**parts, name: matches[0]}, known, start)

    def _allowed(self, rule: Rule, start: int, end: int) -> bool:
        if rule.when is None and rule.unless is None:
            return True
        when, unless = rule.when, rule.unless
        return (when is None or self._holds(when, start, end)) and (
            unless is None or not self._any_holds(unless, start, end)
        )

    def _holds(self, condition: Condition, start: int, end: int) -> bool:
        """Tell whether everything that the condition asks for is there."""
        if condition.capital is not None and condition.capital != self._capital(start):
            return False
        if condition.after and word_before(self.run, start) not in condition.after:
            return False
        return not condition.before or word_after(self.run, end) in condition.before

    def _any_holds(self, condition: Condition, start: int, end: int) -> bool:
        """Tell whether anything is there that the condition excludes."""
        if condition.capital is not None and condition.capital == self._capital(start):
            return True
        if condition.after and word_before(self.run, start) in condition.after:
            return True
        return bool(condition.before) and word_after(self.run, end) in condition.before

    def _capital(self, start: int) -> bool:
        return self.run.text[self._tokens[start].start].isupper()


def _by_rule(match: Match) -> int:
    return match.rule.number


def word_before(run: Run, place: int) -> str:
    """Return the word that stands before a token, or the mark, or nothing at the start of a line.

    A word is given in lower case; a number as `0`.
    """
    if place > 0:
        return _shown(run.tokens[place - 1])
    lower, end = run.lower, run.tokens[place].start
    start = end
    while start > 0 and start > end - 3 and lower[start - 1] in " \n\t":
        start -= 1
        if lower[start] == "\n" and start > 0 and lower[start - 1] == "\n":
            return ""
    end = start
    while start > 0 and start > end - 24 and (lower[start - 1].isalnum()):
        start -= 1
    word = lower[start:end] or lower[max(end - 1, 0) : end]
    return "0" if word and word[-1].isdigit() else word


def word_after(run: Run, place: int) -> str:
    """Return the word or the mark that stands after a token, or nothing at the end of a line."""
    if place < len(run.tokens):
        return _shown(run.tokens[place])
    lower, start = run.lower, run.tokens[-1].end
    length = len(lower)
    while start < length and lower[start] in " \t":
        start += 1
    if start < length and lower[start] == "\n" and start + 1 < length and lower[start + 1] not in "\n ":
        start += 1
    end = start
    while end < length and end < start + 24 and lower[end].isalnum():
        end += 1
    word = lower[start:end] or lower[start : start + 1].strip()
    return "0" if word and word[0].isdigit() else word


def _shown(token: Token) -> str:
    return "0" if token.text[0].isdigit() else token.text
