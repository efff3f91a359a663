"""Nodes to values: a handful of tiny typed readers, put together from the record's own dataclasses.

A reader takes a node and gives a value, whatever the node holds: what is wrong is entered into the findings
and a stand-in takes its place, so that one mistake hides no other. What the loader hands out has passed
without an error.
"""

from __future__ import annotations

import re
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin, get_type_hints

from generator.dates import Edtf, EdtfError
from generator.timeline import limits
from generator.timeline.characters import INVISIBLE
from generator.timeline.findings import Findings
from generator.timeline.kinds import Range, Text
from generator.timeline.nodes import NULLS, Mapping, Node, Scalar, Sequence
from generator.timeline.rules import RULES, characters, values

__all__ = ["Reader", "example_of", "field_kinds", "is_required", "reader_for", "without_none"]

AT_MOST = {"events": limits.EVENTS, "evidence": limits.EVIDENCE}
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


def reader_for(kind: Any) -> Reader:
    """Return the reader of a type of the record: a text, a choice, a date, a list, or one of its classes."""
    marks: tuple[Any, ...] = ()
    kind = without_none(kind)
    if get_origin(kind) is Annotated:
        kind, *rest = get_args(kind)
        marks = tuple(rest)
    origin = get_origin(kind)
    if origin is Literal:
        return ChoiceReader(get_args(kind))
    if origin is tuple:
        return ListReader(reader_for(get_args(kind)[0]))
    if origin is not None:
        return NamedReader(get_args(kind)[1])
    if kind is Edtf:
        return DateReader()
    if isinstance(kind, type) and is_dataclass(kind):
        return RecordReader(kind)
    return (
        NumberReader(marks[0]) if kind is float else SwitchReader() if kind is bool else TextReader(marks[0])
    )


def without_none(kind: Any) -> Any:
    """Return the type that is left when None is no choice any more."""
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


@cache
def field_kinds(record: type) -> dict[str, Any]:
    """Return the fields of a class of the record with their types, in the canonical order of the file."""
    return get_type_hints(record, include_extras=True)


def is_required(one: Field[Any]) -> bool:
    """Tell whether a field must be given."""
    return one.default is MISSING and one.default_factory is MISSING


def example_of(kind: Any) -> str:
    """Return what a value of a type may look like."""
    kind = without_none(kind)
    if get_origin(kind) is Literal:
        return str(get_args(kind)[0])
    if get_origin(kind) is Annotated:
        return get_args(kind)[1].example or "…"
    return '"2025-10-19"' if kind is Edtf else "…"


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
            findings.add(values.value_is_a_text, node.start, kind_of(node))
            return ""
        if self.pattern is not None and not self._fits(node.value):
            self._say_why(findings, node)
        elif len(node.value) > self.kind.at_most:
            findings.add(values.text_is_not_too_long, node.start, len(node.value), self.kind.at_most)
        elif self.kind.free:
            self._judge_words(findings, node)
        return node.value

    def _fits(self, value: str) -> bool:
        # Where a text is far too long for its shape, its length is what there is to say.
        if len(value) > limits.ADDRESS or self.pattern is None:
            return True
        if not self.pattern.fullmatch(value) or value in RESERVED:
            return False
        return self.kind.known is None or self.kind.known(value)

    def _say_why(self, findings: Findings, node: Scalar) -> None:
        if found := INVISIBLE.search(node.value):
            findings.add(characters.no_invisible_characters, node.start, found.group())
        elif self.kind.code != "id-is-a-slug" or node.value not in RESERVED:
            findings.add(RULES[self.kind.code], node.start, node.value, self.kind.example)
        else:
            findings.add(values.id_is_not_reserved, node.start, node.value)

    def _judge_words(self, findings: Findings, node: Scalar) -> None:
        # Hardly any line goes on after its text: look at one character before looking for more.
        if not node.style and findings.text[node.end : node.end + 1] in (" ", "\t"):
            _look_for_remark(findings, node)
        if not node.value.isascii() and (found := INVISIBLE.search(node.value)):
            findings.add(characters.text_is_visible, node.start, found.group())
        if self.kind.one_line and "\n" in node.value.strip("\n"):
            findings.add(values.text_is_one_line, node.start)
        if self.kind.one_line and not node.value.strip():
            findings.add(values.value_is_a_text, node.start, "nothing")


def _look_for_remark(findings: Findings, node: Scalar) -> None:
    end = findings.text.find("\n", node.end)
    rest = findings.text[node.end : end if end >= 0 else len(findings.text)].strip()
    if rest.startswith("#"):
        findings.add(values.text_is_whole, node.start, rest)


class ChoiceReader:
    """Reads one of a few words."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = {word: word for word in words}
        self.stand_in = words[0]

    def read(self, findings: Findings, node: Node) -> str:
        """Return the word."""
        if type(node) is not Scalar:
            findings.add(values.value_is_a_text, node.start, kind_of(node))
        elif node.value in self.words:
            return self.words[node.value]
        else:
            findings.add(values.value_is_one_of, node.start, node.value, tuple(self.words))
        return self.stand_in


class DateReader:
    """Reads a date; where it cannot, a date that contradicts nothing stands in."""

    stand_in = Edtf.parse("[0001..9998]")

    def read(self, findings: Findings, node: Node) -> Edtf:
        """Return the date."""
        if type(node) is not Scalar:
            findings.add(values.value_is_a_text, node.start, kind_of(node))
            return self.stand_in
        try:
            date = _edtf(node.value)
        except EdtfError as error:
            findings.add(values.date_is_real, node.start, node.value[:80], error.wrong, error.mend)
            return self.stand_in
        if not node.style:
            findings.add(values.date_is_quoted, node.start, node.value)
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
        findings.add(values.value_is_true_or_false, node.start, found)
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
        findings.add(values.value_is_a_number, node.start, found, self.bounds.least, self.bounds.most)
        return self.stand_in


class ListReader:
    """Reads a list of one kind of item."""

    stand_in = ()

    def __init__(self, item: Reader) -> None:
        self.item = item.read

    def read(self, findings: Findings, node: Node) -> tuple[Any, ...]:
        """Return the items; each keeps its number, wrong or not."""
        if type(node) is not Sequence:
            findings.add(values.value_is_a_list, node.start, kind_of(node))
            return ()
        item = self.item
        return tuple([item(findings, one) for one in node.items])


class RecordReader:
    """Reads one class of the record; `identified` where its id is the key under which it stands."""

    def __init__(self, record: type, identified: bool = False) -> None:
        known = [one for one in fields(record) if not (identified and one.name == "id")]
        kinds = field_kinds(record)
        readers = {one.name: reader_for(kinds[one.name]) for one in known}
        self.record = record
        self.names = tuple(readers)
        self.readers = {name: reader.read for name, reader in readers.items()}
        self.required = tuple(one.name for one in known if is_required(one))
        self.examples = {name: example_of(kinds[name]) for name in self.required}
        self.nullable = frozenset(
            one.name for one in known if not is_required(one) or type(None) in get_args(kinds[one.name])
        )
        self.stand_ins = {
            name: None if name in self.nullable else readers[name].stand_in for name in self.required
        }

    @property
    def stand_in(self) -> Any:
        """A record of nothing but stand-ins."""
        return self.record(**self.stand_ins)

    def read(self, findings: Findings, node: Node, **given: Any) -> Any:
        """Return the record; a key that is missing or unknown is entered."""
        if type(node) is not Mapping:
            findings.add(values.value_is_a_mapping, node.start, kind_of(node))
            return self.record(**given, **self.stand_ins)
        readers, nullable = self.readers, self.nullable
        for name, (key, value) in node.entries.items():
            if name not in readers:
                self._refuse(findings, key)
            elif not isinstance(value, Scalar):
                given[name] = self._collection(findings, name, value)
            elif value.style or value.value not in NULLS:
                given[name] = readers[name](findings, value)
            elif name not in nullable:
                findings.add(values.key_is_there, key.start, name, self.examples[name])
                given[name] = self.stand_ins[name]
        for name in self.required:
            if name not in given:
                self._miss(findings, node, name)
                given[name] = self.stand_ins[name]
        return self.record(**given)

    def _collection(self, findings: Findings, name: str, value: Sequence | Mapping) -> Any:
        if name in AT_MOST and type(value) is Sequence and len(value.items) > AT_MOST[name]:
            findings.add(values.list_is_not_too_long, value.start, len(value.items), AT_MOST[name])
            return ()
        return self.readers[name](findings, value)

    def _refuse(self, findings: Findings, key: Scalar) -> None:
        # A key that was made up for one that cannot be read has been complained about.
        if key.style not in ("?", "*"):
            findings.add(values.key_is_known, key.start, key.value, self.names)

    def _miss(self, findings: Findings, node: Mapping, name: str) -> None:
        if name not in node.entries:
            findings.add(values.key_is_there, node.start, name, self.examples[name], where=name)


class NamedReader:
    """Reads a mapping of ids to records, in the order of the file."""

    def __init__(self, record: type) -> None:
        self.identifier = reader_for(field_kinds(record)["id"])
        self.reader = RecordReader(record, identified=True)
        self.stand_in: dict[str, Any] = {}

    def read(self, findings: Findings, node: Node) -> dict[str, Any]:
        """Return the records by their ids."""
        if type(node) is not Mapping:
            findings.add(values.value_is_a_mapping, node.start, kind_of(node))
            return {}
        found = {}
        for key, value in node.entries.values():
            self.identifier.read(findings, key)
            found[key.value] = self.reader.read(findings, value, id=key.value)
        return found
