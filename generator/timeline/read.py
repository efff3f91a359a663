"""Nodes to values: a handful of tiny typed readers, put together from the record's own dataclasses.

What the loader hands out has passed them without an error; what has not is told, all of it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from generator.dates import Edtf
from generator.timeline import limits
from generator.timeline.fields import example_of, field_kinds, is_required, without_none
from generator.timeline.findings import Findings
from generator.timeline.nodes import NULLS, Mapping, Node, Scalar, Sequence
from generator.timeline.read_values import (
    ChoiceReader,
    DateReader,
    NumberReader,
    Reader,
    SwitchReader,
    TextReader,
    kind_of,
)
from generator.timeline.rules import keys, shapes, sizes

__all__ = ["AT_MOST", "RecordReader", "reader_for"]

AT_MOST = {"events": limits.EVENTS, "evidence": limits.EVIDENCE}


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


class ListReader:
    """Reads a list of one kind of item."""

    stand_in = ()

    def __init__(self, item: Reader) -> None:
        self.item = item.read

    def read(self, findings: Findings, node: Node) -> tuple[Any, ...]:
        """Return the items; each keeps its number, wrong or not."""
        if type(node) is not Sequence:
            findings.add(shapes.value_is_a_list, node.start, kind_of(node))
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
            findings.add(shapes.value_is_a_mapping, node.start, kind_of(node))
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
                findings.add(keys.key_is_there, key.start, name, self.examples[name])
                given[name] = self.stand_ins[name]
        for name in self.required:
            if name not in given:
                self._miss(findings, node, name)
                given[name] = self.stand_ins[name]
        return self.record(**given)

    def _collection(self, findings: Findings, name: str, value: Sequence | Mapping) -> Any:
        if name in AT_MOST and type(value) is Sequence and len(value.items) > AT_MOST[name]:
            findings.add(sizes.list_is_not_too_long, value.start, len(value.items), AT_MOST[name])
            return ()
        return self.readers[name](findings, value)

    def _refuse(self, findings: Findings, key: Scalar) -> None:
        # A key that was made up for one that cannot be read has been complained about.
        if key.style not in ("?", "*"):
            findings.add(keys.key_is_known, key.start, key.value, self.names)

    def _miss(self, findings: Findings, node: Mapping, name: str) -> None:
        if name not in node.entries:
            findings.add(keys.key_is_there, node.start, name, self.examples[name], where=name)


class NamedReader:
    """Reads a mapping of ids to records, in the order of the file."""

    def __init__(self, record: type) -> None:
        self.identifier = reader_for(field_kinds(record)["id"])
        self.reader = RecordReader(record, identified=True)
        self.stand_in: dict[str, Any] = {}

    def read(self, findings: Findings, node: Node) -> dict[str, Any]:
        """Return the records by their ids."""
        if type(node) is not Mapping:
            findings.add(shapes.value_is_a_mapping, node.start, kind_of(node))
            return {}
        found = {}
        for key, value in node.entries.values():
            self.identifier.read(findings, key)
            found[key.value] = self.reader.read(findings, value, id=key.value)
        return found
