"""Where time expressions stand: first the few words that can date something, then the words around."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dates.grammar import Grammar
from generator.dates.tokens import TOKEN, Run, Token, keys_of, labels_of_mark, labels_of_number, normal

__all__ = ["runs"]

_REACH = 64  # characters to the left of a word in which the words that go with it are looked for
_LONGEST = 48  # tokens of a run
_BREAK = re.compile(r"\n[ \t\r]*\n")


def runs(grammar: Grammar, text: str, lower: str) -> Iterator[Run]:
    """Give the runs of known words that hold one that can date something, in order, none overlapping."""
    done = 0
    for found in grammar.trigger.finditer(lower):
        if found.start() < done:
            continue
        tokens = _leftwards(grammar, lower, done, found.start())
        _rightwards(grammar, lower, found.start(), tokens)
        if tokens:
            done = tokens[-1].end
            yield Run(text, lower, tokens)


def _leftwards(grammar: Grammar, lower: str, done: int, end: int) -> list[Token]:
    start = _known_from(grammar, lower, done, end)
    tokens: list[Token] = []
    for found in TOKEN.finditer(lower, start, end):
        if tokens and found.start() < tokens[-1].end:  # the point of an abbreviation
            continue
        token = _token(grammar, found)
        if token is None or (tokens and _broken(lower, tokens[-1].end, token.start)):
            tokens.clear()
        if token is not None:
            tokens.append(token)
    if tokens and _broken(lower, tokens[-1].end, end):
        tokens.clear()
    return tokens


def _known_from(grammar: Grammar, lower: str, done: int, end: int) -> int:
    """Return where the known words before a place begin, looking at what stands between spaces."""
    start = end
    while start > done and end - start < _REACH:
        space = lower.rfind(" ", max(done, end - 2 * _REACH), start - 1)
        if space < 0:  # no space within reach: only what follows the last run closely can belong here
            return done if end - done <= _REACH else start
        piece = lower[space + 1 : start].strip(" ,")
        if piece.isalpha() and piece not in grammar.vocabulary:
            return start
        start = space + 1
    return start


def _rightwards(grammar: Grammar, lower: str, start: int, tokens: list[Token]) -> None:
    most = len(tokens) + _LONGEST
    # A number that the search found in its middle begins earlier.
    for found in TOKEN.finditer(lower, start):
        if tokens and found.start() < tokens[-1].end:
            continue
        token = _token(grammar, found)
        if token is None or (tokens and _broken(lower, tokens[-1].end, token.start)):
            return
        tokens.append(token)
        if len(tokens) >= most:
            return


def _token(grammar: Grammar, found: re.Match[str]) -> Token | None:
    """Return a token that the grammar knows, or None."""
    kind, word = found.lastgroup, found.group()
    end = found.end()
    if kind == "word":
        if found.string[end : end + 1] == "." and f"{word}." in grammar.vocabulary:
            word, end = f"{word}.", end + 1
        known = grammar.vocabulary.get(word)
        return Token(word, found.start(), end, *known) if known else None
    if kind == "dotted":
        word = word.rstrip(".") + "."
        known = grammar.vocabulary.get(word)
        return Token(word, found.start(), end, *known) if known else None
    if kind not in ("mark", "possessive") and lower_before(found).isalnum():
        return None
    text = normal(word)
    if kind in ("mark", "possessive"):
        known = grammar.vocabulary.get(text)
        if known:
            return Token(text, found.start(), end, *known)
        labels = labels_of_mark(text)
        return Token(text, found.start(), end, labels, keys_of("", labels)) if labels else None
    labels = labels_of_number(str(kind), text)
    # A number is a key of its own only where the grammar writes it out, so that keys stay few.
    return Token(
        text, found.start(), end, labels, keys_of(text if text in grammar.vocabulary else "", labels)
    )


def _broken(lower: str, start: int, end: int) -> bool:
    return end - start > 1 and bool(_BREAK.search(lower, start, end))


def lower_before(found: re.Match[str]) -> str:
    """Return the character before a token: a letter there makes a number part of a name, as in F16."""
    return found.string[found.start() - 1 : found.start()]
