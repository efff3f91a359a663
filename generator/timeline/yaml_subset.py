"""A text to nodes, through a strict subset of YAML: bounded, without aliases, tags or types.

The events of the C parser are walked with a stack of our own: a parser that builds the values itself
recurses, and kills the process on deep nesting. No value is built but text, so `NO`, `010` and `12:30` stay
what was written.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from generator.problems import SurroundingsError
from generator.timeline import limits
from generator.timeline.characters import FORBIDDEN, INVISIBLE, place_of, rule_for
from generator.timeline.findings import Findings
from generator.timeline.nodes import Document, Mapping, Node, Scalar, Sequence
from generator.timeline.rules import characters, file, keys, sizes, subset
from generator.timeline.syntax import explain_error

__all__ = ["parse"]

_SCALAR, _MAPPING, _SEQUENCE = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def parse(text: str, findings: Findings) -> Document | None:
    """Return the nodes of a text that holds one mapping, or None; enter every problem into `findings`."""
    if not yaml.__with_libyaml__:
        raise SurroundingsError("PyYAML was installed without its C parser; install a wheel of pyyaml")
    builder = _Builder(text, findings)
    try:
        builder.take_all(yaml.CSafeLoader(text))
    except yaml.YAMLError as error:
        if not _told_already(error, findings):
            explain_error(error, text, findings, builder.read_up_to, builder.open_bracket)
        return None
    except _StopReading:
        return None
    return _with_root(builder.root, text, findings)


def _told_already(error: yaml.YAMLError, findings: Findings) -> bool:
    """Tell whether what stopped the parser is the echo of a mistake that was found before.

    Conflict markers are no YAML; a character that was taken out can have joined two lines.
    """
    mark = getattr(error, "problem_mark", None)
    line = findings.place(min(mark.index, len(findings.text)))[0] if mark is not None else 0
    return any(
        rule is file.merge_is_finished
        or (rule.level == "error" and offset is not None and findings.place(offset)[0] == line)
        for offset, _, rule, _ in findings.entered
    )


def _with_root(root: Node | None, text: str, findings: Findings) -> Document | None:
    if isinstance(root, Mapping):
        return Document(text, findings.file, root)
    empty = root is None or (isinstance(root, Scalar) and root.is_null)
    found = "nothing" if empty else "a list" if isinstance(root, Sequence) else "a text without keys"
    findings.add(file.file_says_something, root.start if root else 0, found)
    return None


class _StopReading(Exception):  # noqa: N818  (it stops a walk; it is no error of its own)
    """Nothing after this point is worth reading."""


class _Builder:
    """Builds nodes from events; `stack` holds the collections that are open, each with the key that waits."""

    def __init__(self, text: str, findings: Findings) -> None:
        self.text = text
        self.findings = findings
        self.root: Node | None = None
        self.stack: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.folded: list[dict[str, Scalar]] = []
        self.count = 0
        self.last: Node | None = None

    @property
    def read_up_to(self) -> int:
        """The offset at which the last value begins that became a node."""
        return self.last.start if self.last is not None else 0

    @property
    def open_bracket(self) -> int | None:
        """The offset of the innermost bracket or brace that is open, or None."""
        return self.stack[-1].start if self.stack and self.stack[-1].flow else None

    def take_all(self, parser: Any) -> None:
        """Take every event of the parser, one after the other."""
        next_event, add = parser.get_event, self._add
        kind: type | None = None
        while kind is not yaml.StreamEndEvent:
            event = next_event()
            kind = type(event)
            if kind is _SCALAR:
                # Most parts of a file are plain texts; nothing needs a second look in them.
                if event.style or event.anchor is not None or event.tag is not None:
                    self._take_scalar(event)
                else:
                    add(Scalar(event.value, "", event.start_mark.index, event.end_mark.index))
            elif kind is _MAPPING or kind is _SEQUENCE:
                self._open(event, kind is _MAPPING)
            elif kind in _ENDS:
                self._close(event)
            else:
                self._take_other(event, kind)

    def _take_scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        value, style = event.value, event.style or ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, start)
        if style in ("|", ">"):
            end = _end_of_block(self.text, start, end)
        elif style == '"' and FORBIDDEN.search(value):
            value = self._without_forbidden(value, start, end)
        self._add(Scalar(value, style, start, end))

    def _add(self, node: Node) -> None:
        self.count += 1
        self.last = node
        if self.count > limits.NODES:
            self.findings.add(sizes.parts_have_a_limit, node.start)
            raise _StopReading
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if type(parent) is Sequence:
            parent.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(node)
        else:
            key = self.keys[-1]
            self.keys[-1] = None
            self._enter(parent, key, node)

    def _enter(self, parent: Any, key: Scalar, node: Node) -> None:
        name = key.value
        # Most keys are ASCII in small letters, and their own folded form.
        folded = name if name.isascii() and name.islower() else unicodedata.normalize("NFC", name).casefold()
        first = self.folded[-1].setdefault(folded, key)
        if first is not key:
            line = self.findings.place(first.start)[0]
            self.findings.add(keys.key_stands_once, key.start, name, line)
        elif name == "<<" and not key.style:
            self.findings.add(subset.no_merge_keys, key.start)
        else:
            parent.entries[name] = (key, node)

    def _key(self, node: Node) -> Scalar:
        if type(node) is Scalar and node.value.isascii() and len(node.value) <= limits.IDENTIFIER:
            if node.style not in ("|", ">"):
                return node
        elif isinstance(node, Scalar) and len(node.value) > limits.IDENTIFIER:
            self.findings.add(keys.key_is_short, node.start, len(node.value))
            return Scalar(node.value[: limits.IDENTIFIER] + f"?{node.start}", "?", node.start, node.end)
        elif isinstance(node, Scalar) and node.style not in ("|", ">"):
            return self._readable(node)
        self.findings.add(keys.key_is_a_word, node.start)
        return Scalar(f"?{node.start}", "?", node.start, node.end)

    def _readable(self, node: Scalar) -> Scalar:
        """Return a key as it is without what nobody sees in it, which is entered here or was before."""
        if found := INVISIBLE.search(node.value):
            place = place_of(INVISIBLE, self.text, node.start, node.end)
            self.findings.add(characters.no_invisible_characters, place, found.group())
        elif not node.style and FORBIDDEN.search(self.findings.text, node.start, node.end) is None:
            return node
        value = INVISIBLE.sub("", node.value).replace("\ufffd", "")
        return Scalar(value, node.style, node.start, node.end)

    def _open(self, event: Any, is_mapping: bool) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, start)
        if len(self.stack) >= limits.DEPTH:
            self.findings.add(sizes.nesting_has_a_limit, start)
            raise _StopReading
        flow = bool(event.flow_style)
        self.stack.append(Mapping(start, flow) if is_mapping else Sequence(start, flow))
        self.keys.append(None)
        self.folded.append({})

    def _close(self, event: Any) -> None:
        node = self.stack.pop()
        self.keys.pop()
        self.folded.pop()
        node.end = event.end_mark.index if node.flow else _end_of_children(node)
        self._add(node)

    def _take_other(self, event: Any, kind: type) -> None:
        if kind is yaml.AliasEvent:
            self.findings.add(subset.no_anchors, event.start_mark.index, f"*{event.anchor}")
            self._add(Scalar("", "*", event.start_mark.index, event.end_mark.index))
        elif kind is yaml.DocumentStartEvent:
            self._start_document(event)

    def _start_document(self, event: Any) -> None:
        if self.root is not None:
            start = event.start_mark.index
            is_directive = self.text.startswith("%", start)
            self.findings.add(subset.no_directives if is_directive else subset.one_document, start)
            raise _StopReading
        if event.version or event.tags:
            self.findings.add(subset.no_directives, event.start_mark.index)

    def _refuse_properties(self, event: Any, start: int) -> None:
        if event.anchor is not None:
            self.findings.add(subset.no_anchors, start, f"&{event.anchor}")
        if event.tag is not None:
            self.findings.add(subset.no_tags, start, self.text[start : start + 40].split()[0])

    def _without_forbidden(self, value: str, start: int, end: int) -> str:
        # What stood there as itself was replaced before: it is escapes that made these.
        escapes = (one.start() for one in _ESCAPE.finditer(self.text, start, end) if _is_forbidden(one))
        for found in FORBIDDEN.finditer(value):
            rule = rule_for(found.group())
            details = () if rule is characters.lines_end_as_usual else (found.group(),)
            self.findings.add(rule, next(escapes, start), *details)
        return FORBIDDEN.sub("\ufffd", value)


_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_NAMED_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _is_forbidden(escape: re.Match[str]) -> bool:
    number = escape[1] or escape[2] or escape[3]
    character = chr(int(number, 16)) if number else _NAMED_ESCAPES.get(escape[4], "")
    return FORBIDDEN.search(character) is not None


def _end_of_children(node: Sequence | Mapping) -> int:
    # The parser's own end mark of a block lies at the next token, after blank lines and remarks.
    last: Node | None = None
    if isinstance(node, Sequence):
        last = node.items[-1] if node.items else None
    elif node.entries:
        key, value = next(reversed(node.entries.values()))
        last = value if value.end > key.end else key
    return node.start if last is None else last.end


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where the last line with words ends; blank lines below count only where `+` keeps them."""
    header_end = text.find("\n", start, end)
    header = text[start : header_end if header_end >= 0 else end].split("#")[0]
    if "+" in header:
        return end
    last = len(text[start:end].rstrip())
    line_end = text.find("\n", start + last, end)
    found = end if line_end < 0 else line_end
    return found - 1 if text[found - 1] == "\r" else found
