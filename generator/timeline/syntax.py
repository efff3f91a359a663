"""What the YAML parser says when it gives up, in words that help.

The parser names the place where it could not go on and, for most mistakes, the place where the part began.
Which of the two an editor has to look at depends on the mistake: for a quotation mark that is not closed it
is the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from generator.problems import show
from generator.timeline.findings import Findings
from generator.timeline.rules import Rule, keys, layout, quoting, subset, texts

__all__ = ["explain_error"]

# A value that opens a quotation mark and leaves it open, with a line below that is plainly a new key or
# item: the parser notices only at the next quotation mark, which may stand far below.
_UNCLOSED = re.compile(
    r"""^[ ]*(?:-[ ]+)?(?:[\w-]+:[ ]+)?(?:(?P<mark>")(?:[^"\\\n]|\\.)*|(?P<single>')[^'\n]*)\n[ ]*(?:-[
    ]+)?[\w-]+:[ \n]""",
    re.MULTILINE,
)


_LONGEST_KEY = 1_000  # characters; a key that is longer, the parser takes for none


def explain_error(
    error: yaml.YAMLError, text: str, findings: Findings, read_up_to: int, bracket: int | None = None
) -> None:
    """Enter the one problem for which the parser stopped, having read the text up to an offset.

    `bracket` is the offset of the innermost bracket or brace that is open there.
    """
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        findings.add(layout.yaml_can_be_read, 0, f"not YAML: {show(error)}")
        return
    problem, context = str(error.problem or ""), str(error.context or "")
    at = min(error.problem_mark.index, len(text))
    began = error.context_mark.index if error.context_mark is not None else at
    if (opened := _UNCLOSED.search(text, text.rfind("\n", 0, read_up_to) + 1, at)) is not None:
        findings.add(quoting.quotation_marks_are_closed, max(opened.start("mark"), opened.start("single")))
        return
    words = f"{context} | {problem}"
    if bracket is not None and re.search("flow node|block sequence entries", words):
        findings.add(layout.brackets_are_closed, bracket, text[bracket : bracket + 1])
        return
    for pattern, explain in _EXPLANATIONS:
        if re.search(pattern, words):
            rule, offset, details = explain(text, at, began)
            findings.add(rule, offset, *details)
            return
    findings.add(layout.yaml_can_be_read, at, f"YAML cannot be read here: {show(problem)}")


Explained = tuple[Rule, int, tuple[object, ...]]


def _colon(text: str, at: int, began: int) -> Explained:
    if _indent(text, at) > _indent(text, _line_before(text, at)) and ":" not in _line(text, at)[:0]:
        before = _line(text, _line_before(text, at)).rstrip()
        if re.search(r":[ \t]+[^\s#'\"|>]", before) and _one_key(_line(text, at)):
            return layout.indent_fits, _first_of_line(text, at), ()
    return quoting.text_with_colon_is_quoted, at, ()


def _one_key(line: str) -> bool:
    return re.fullmatch(r"\s*(?:- )?[\w-]+:(?: [^:]*| \S+.*)?\r?", line) is not None and line.count(": ") <= 1


def _tab(text: str, at: int, began: int) -> Explained:
    return layout.indent_is_of_spaces, at, ()


def _tab_or_odd(text: str, at: int, began: int) -> Explained:
    character = text[at : at + 1]
    if character == "\t" or "\t" in text[text.rfind("\n", 0, at) + 1 : at]:
        return layout.indent_is_of_spaces, at, ()
    return quoting.text_with_odd_start_is_quoted, at, (character,)


def _odd(text: str, at: int, began: int) -> Explained:
    return quoting.text_with_odd_start_is_quoted, began, (text[began : began + 1],)


def _dash(text: str, at: int, began: int) -> Explained:
    return quoting.text_with_odd_start_is_quoted, at, ("-",)


def _unclosed_quote(text: str, at: int, began: int) -> Explained:
    return quoting.quotation_marks_are_closed, began, ()


def _unclosed_bracket(text: str, at: int, began: int) -> Explained:
    return layout.brackets_are_closed, began, (text[began : began + 1],)


def _escape(text: str, at: int, began: int) -> Explained:
    return quoting.escape_is_known, max(text.rfind("\\", began, at + 1), began), ()


_KEY = re.compile(r"(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'|([^\n]*?))[ \t]*:(?=\s|$)", re.DOTALL)


def _no_colon(text: str, at: int, began: int) -> Explained:
    key = _KEY.match(text, began)
    words = next((part for part in key.groups() if part is not None), "") if key else ""
    if len(words) > _LONGEST_KEY:
        return keys.key_is_short, began, (len(words),)
    if text[began : began + 1] in "'\"":
        if "\n" in words:
            return texts.text_is_one_line, began, ()
        return quoting.quotation_marks_are_closed, began, ()
    if re.search(r":[ \t]+[|>][-+0-9]*$", _line(text, _line_before(text, began)).rstrip()):
        return layout.indent_fits, began, ()
    return layout.key_has_a_value, began, (_line(text, began),)


def _next_key(text: str, at: int, began: int) -> Explained:
    """Say what stands where the next key or item was expected."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    if before.endswith(("'", '"', "]", "}")):
        return quoting.quoted_text_stands_alone, at, (before[-1],)
    if re.match(r"-\s", text[at : at + 2]) and at == text.rfind("\n", 0, at) + 1 + _indent(text, began):
        return layout.key_has_a_value, at, (_line(text, at),)
    if text[at : at + 1] == ":":
        return layout.key_has_a_value, at, (_line(text, at),)
    if "\t" in text[text.rfind("\n", 0, at) + 1 : at + 1]:
        return layout.indent_is_of_spaces, at, ()
    if before == "" or before.endswith("-"):
        return layout.indent_fits, at, ()
    return layout.yaml_can_be_read, at, ("something stands here that fits no list and no mapping",)


def _directive(text: str, at: int, began: int) -> Explained:
    return subset.no_directives, text.rfind("\n", 0, began) + 1, ()


def _anchor(text: str, at: int, began: int) -> Explained:
    return subset.no_anchors, began, (text[began : began + 20].split("\n")[0],)


def _tag(text: str, at: int, began: int) -> Explained:
    return subset.no_tags, began, (text[began : began + 20].split("\n")[0],)


def _one_more(text: str, at: int, began: int) -> Explained:
    line = text.rfind("\n", 0, at) + 1
    if ended := re.compile(r"^\.\.\.[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*\Z", re.MULTILINE).search(text, 0, line):
        return subset.one_document, ended.start(), ()
    above = re.compile(r"(?:^%[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*)+\Z", re.MULTILINE).search(text, 0, line)
    if text[line : line + 1] == "%" or above:
        return subset.no_directives, above.start() if above else line, ()
    return subset.one_document, at, ()


def _line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : text.find("\n", at) if "\n" in text[at:] else len(text)]


def _first_of_line(text: str, at: int) -> int:
    start = text.rfind("\n", 0, at) + 1
    return start + _indent(text, at)


def _line_before(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), 0)


def _indent(text: str, at: int) -> int:
    line = _line(text, at)
    return len(line) - len(line.lstrip(" "))


_EXPLANATIONS: tuple[tuple[str, Callable[[str, int, int], Explained]], ...] = (
    (r"mapping values are not allowed", _colon),
    (r"tab character", _tab),
    (r"cannot start any token", _tab_or_odd),
    (r"quoted scalar.*(?:end of stream|document indicator)", _unclosed_quote),
    (r"scanning a block scalar|expected node content", _odd),
    (r"block sequence entries", _dash),
    (r"flow (?:sequence|mapping)", _unclosed_bracket),
    (r"escape|hexdecimal", _escape),
    (r"could not find expected ':'", _no_colon),
    (r"%|directive|incompatible YAML", _directive),
    (r"tag", _tag),
    (r"anchor|alias", _anchor),
    (r"document start", _one_more),
    (r"did not find expected|block (?:sequence|mapping|collection)|simple key", _next_key),
)
