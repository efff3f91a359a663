"""Readers of single values: texts, choices, dates, switches and numbers.

A reader takes a node and gives a value, whatever the node holds: what is wrong is entered into the findings,
and a stand-in takes its place, so that one mistake hides no other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Protocol

from generator.dates import Edtf, EdtfError
from generator.timeline import limits
from generator.timeline.characters import INVISIBLE, place_of
from generator.timeline.findings import Findings
from generator.timeline.kinds import Range, Text
from generator.timeline.nodes import Node, Scalar, Sequence
from generator.timeline.rules import RULES, characters, dates, names, shapes, sizes, texts

__all__ = ["ChoiceReader", "DateReader", "NumberReader", "Reader", "SwitchReader", "TextReader", "kind_of"]

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
_DIGITS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,12})?")


class Reader(Protocol):
    """Reads one kind of value."""

    @property
    def stand_in(self) -> Any:
        """What takes the place of a value that is missing or wrong."""

    def read(self, findings: Findings, node: Node) -> Any:
        """Return the value of a node, or the stand-in; enter what is wrong."""


def kind_of(node: Node) -> str:
    """Return what a node is, in words."""
    if isinstance(node, Scalar):
        return "nothing" if node.is_null else "a text"
    return "a list" if isinstance(node, Sequence) else "a mapping of keys and values"


class TextReader:
    """Reads a text of one kind."""

    stand_in = ""

    def __init__(self, kind: Text) -> None:
        self.kind = kind
        self.pattern = kind.pattern

    def read(self, findings: Findings, node: Node) -> str:
        """Return the text as it is written."""
        if type(node) is not Scalar or node.is_null:
            findings.add(shapes.value_is_a_text, node.start, kind_of(node))
            return ""
        if self.pattern is not None and not self._fits(node.value):
            self._say_why(findings, node)
        elif len(node.value) > self.kind.at_most:
            findings.add(sizes.text_is_not_too_long, node.start, len(node.value), self.kind.at_most)
        elif self.kind.free:
            self._judge_words(findings, node)
        return node.value

    def _fits(self, value: str) -> bool:
        # Where a text is far too long for its shape, its length is what there is to say.
        if len(value) > limits.ADDRESS or self.pattern is None:
            return True
        if not self.pattern.fullmatch(value) or value in RESERVED or INVISIBLE.search(value):
            return False
        return self.kind.known is None or self.kind.known(value)

    def _say_why(self, findings: Findings, node: Scalar) -> None:
        if found := INVISIBLE.search(node.value):
            place = place_of(INVISIBLE, findings.text, node.start, node.end)
            findings.add(characters.no_invisible_characters, place, found.group())
        elif self.kind.code != "id-is-a-slug" or node.value not in RESERVED:
            findings.add(RULES[self.kind.code], node.start, node.value, self.kind.example)
        else:
            findings.add(names.id_is_not_reserved, node.start, node.value)

    def _judge_words(self, findings: Findings, node: Scalar) -> None:
        # Hardly any line goes on after its text: look at one character before looking for more.
        if not node.style and findings.text[node.end : node.end + 1] in (" ", "\t"):
            _look_for_remark(findings, node)
        if not node.value.isascii() and (found := INVISIBLE.search(node.value)):
            place = place_of(INVISIBLE, findings.text, node.start, node.end)
            findings.add(characters.text_is_visible, place, found.group())
        if self.kind.one_line and "\n" in node.value.strip("\n"):
            findings.add(texts.text_is_one_line, node.start)
        if self.kind.one_line and not node.value.strip():
            findings.add(shapes.value_is_a_text, node.start, "nothing")


def _look_for_remark(findings: Findings, node: Scalar) -> None:
    end = findings.text.find("\n", node.end)
    rest = findings.text[node.end : end if end >= 0 else len(findings.text)].strip()
    if rest.startswith("#"):
        findings.add(texts.text_is_whole, node.start, rest)


class ChoiceReader:
    """Reads one of a few words."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = {word: word for word in words}
        self.stand_in = words[0]

    def read(self, findings: Findings, node: Node) -> str:
        """Return the word."""
        if type(node) is not Scalar:
            findings.add(shapes.value_is_a_text, node.start, kind_of(node))
        elif node.value in self.words:
            return self.words[node.value]
        else:
            findings.add(shapes.value_is_one_of, node.start, node.value, tuple(self.words))
        return self.stand_in


class DateReader:
    """Reads a date; where it cannot, a date that contradicts nothing stands in."""

    stand_in = Edtf.parse("[0001..9998]")

    def read(self, findings: Findings, node: Node) -> Edtf:
        """Return the date."""
        if type(node) is not Scalar:
            findings.add(shapes.value_is_a_text, node.start, kind_of(node))
            return self.stand_in
        try:
            date = _edtf(node.value)
        except EdtfError as error:
            findings.add(dates.date_is_real, node.start, node.value[:80], error.wrong, error.mend)
            return self.stand_in
        if not node.style:
            findings.add(dates.date_is_quoted, node.start, node.value)
        return date


@lru_cache(100_000)
def _edtf(text: str) -> Edtf:
    return Edtf.parse(text)


class SwitchReader:
    """Reads true or false, and no other word for them."""

    stand_in = False

    def read(self, findings: Findings, node: Node) -> bool:
        """Return the switch."""
        if type(node) is Scalar and not node.style and node.value in ("true", "false"):
            return node.value == "true"
        found = node.value if isinstance(node, Scalar) else kind_of(node)
        findings.add(shapes.value_is_true_or_false, node.start, found)
        return False


class NumberReader:
    """Reads a number in digits, within its bounds."""

    def __init__(self, bounds: Range) -> None:
        self.bounds = bounds
        self.stand_in = bounds.least

    def read(self, findings: Findings, node: Node) -> float:
        """Return the number."""
        if type(node) is Scalar and not node.style and _DIGITS.fullmatch(node.value):
            number = float(node.value)
            if self.bounds.least <= number <= self.bounds.most:
                return number
        found = node.value if isinstance(node, Scalar) else kind_of(node)
        findings.add(shapes.value_is_a_number, node.start, found, self.bounds.least, self.bounds.most)
        return self.stand_in
