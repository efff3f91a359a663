"""Quotation marks: which open, which close, and what stands between them.

Reports mix straight and curly marks, nest them, forget one, close with two apostrophes, and carry one
quotation over several paragraphs, opening each anew. So marks are not counted in pairs: each is judged by
its direction and its neighbours, and kept on a stack until something closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.sources import Paragraph, paragraphs

__all__ = ["Quoted", "find_quoted", "mask"]

_MARK = re.compile(r"’’|‘‘|''|``|[“”„‟«»\"‘’'‚]")
_DOUBLE_OPENERS = frozenset(("“", "„", "‟", "«", "‘‘", "``"))
_DOUBLE_CLOSERS = frozenset(("”", "»", "’’"))


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks: offsets of the words without the marks, end exclusive.

    `depth` is 0 for what stands in the text itself, 1 for a quotation in a quotation; `double` tells
    “these” from ‘these’; `continued` means that the quotation goes on from the paragraph before, `closed`
    that a mark ends it.
    """

    start: int
    end: int
    depth: int
    double: bool
    continued: bool
    closed: bool


def find_quoted(text: str) -> list[Quoted]:
    r"""Return what stands between quotation marks, in order of the opening marks.

    >>> said = "He said: “convene a Shura or act unilaterally’’. They \"replied”."
    >>> [said[one.start : one.end] for one in find_quoted(said)]
    ['convene a Shura or act unilaterally', 'replied']

    An apostrophe is no mark, and quotations nest:

    >>> said = "“As far as ‘graveyard of empires’ goes, it isn’t ours,” Asif said."
    >>> [(said[one.start : one.end], one.depth) for one in find_quoted(said)]
    [('As far as ‘graveyard of empires’ goes, it isn’t ours,', 0), ('graveyard of empires', 1)]

    A quotation that no mark closes ends with its paragraph:

    >>> said = "“We will fight.\n“We always have,” he said."
    >>> [(said[one.start : one.end], one.closed, one.continued) for one in find_quoted(said)]
    [('We will fight.', False, False), ('We always have,', True, True)]
    """
    found: list[Quoted] = []
    carried = False
    for paragraph in paragraphs(text):
        inside = sorted(_in_paragraph(text, paragraph, carried), key=lambda one: one.start)
        found.extend(inside)
        carried = any(not one.closed and one.double and one.depth == 0 for one in inside)
    return found


def _in_paragraph(text: str, paragraph: Paragraph, carried: bool) -> Iterator[Quoted]:
    stack: list[tuple[int, bool]] = []  # where the words begin, and whether the marks are double
    text = _german_closed(text)
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        double = mark.group() not in ("‘", "’", "'", "‚")
        continued = carried and mark.start() == paragraph.start
        if _closes(text, paragraph, mark, double, stack):
            while stack[-1][1] != double:  # a single mark that was left open inside
                stack.pop()
            start, _ = stack.pop()
            opened_first = start <= paragraph.start + 2
            yield Quoted(start, mark.start(), len(stack), double, carried and opened_first, closed=True)
        elif _opens(text, paragraph, mark, double, continued):
            stack.append((mark.end(), double))
    for depth, (start, double) in enumerate(stack):
        if double:
            yield Quoted(
                start, paragraph.end, depth, double, carried and start <= paragraph.start + 2, closed=False
            )


def _german_closed(text: str) -> str:
    # „So“: what opens elsewhere closes here. Lengths stay.
    return re.sub(r"„([^„“”\n]*)“", "„\\1”", text) if "„" in text else text


def _closes(
    text: str, paragraph: Paragraph, mark: re.Match[str], double: bool, stack: list[tuple[int, bool]]
) -> bool:
    if not any(is_double == double for _, is_double in stack):
        return False
    sign = mark.group()
    if sign in _DOUBLE_CLOSERS:
        return True
    if sign in _DOUBLE_OPENERS or sign in ("‘", "‚"):
        return False
    before, after = _neighbours(text, paragraph, mark)
    if before.isspace() or not before:
        return False
    # An apostrophe has a letter behind it; what closes a quotation has none.
    return not after.isalnum()


def _opens(text: str, paragraph: Paragraph, mark: re.Match[str], double: bool, continued: bool) -> bool:
    sign = mark.group()
    if sign in _DOUBLE_OPENERS:
        return True
    if sign in _DOUBLE_CLOSERS:
        return False
    before, after = _neighbours(text, paragraph, mark)
    starts = continued or not before or before.isspace() or before in '([{—–-“"‘/'
    if sign == "’" or not starts or not after or after.isspace():
        return False
    return double or sign == "‚" or _has_closer(text, paragraph, mark)


def _has_closer(text: str, paragraph: Paragraph, mark: re.Match[str]) -> bool:
    # 'tis and '90s open nothing: a single mark opens only where one that can close follows.
    return re.compile(r"[\w.,!?…][’'](?!\w)").search(text, mark.end(), paragraph.end) is not None


def _neighbours(text: str, paragraph: Paragraph, mark: re.Match[str]) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() > paragraph.start else ""
    after = text[mark.end()] if mark.end() < paragraph.end else ""
    return before, after


def mask(text: str, quoted: list[Quoted]) -> str:
    r"""Return the text with every quoted sentence blotted out, letter by letter, so that offsets stay.

    What somebody says is going to happen did not happen; a few quoted words inside the reporter's own
    sentence are left, for they carry its meaning.

    >>> said = "“War broke out on Monday,” he said, a “clash” of wills."
    >>> mask(said, find_quoted(said)).replace("\0", ".")
    '“.......................,” he said, a “clash” of wills.'
    """
    characters = list(text)
    for one in quoted:
        if one.depth == 0 and one.double and is_sentence(text[one.start : one.end]):
            last = one.end - 1 if text[one.end - 1] in ",.!?…" else one.end
            characters[one.start : last] = "\0" * (last - one.start)
    return "".join(characters)


def is_sentence(words: str) -> bool:
    """Tell whether quoted words stand for themselves: a capital and an end mark, or four words and more.

    >>> is_sentence("We surely will,"), is_sentence("open war"), is_sentence("Never.")
    (True, False, True)
    """
    words = words.strip()
    if not words:
        return False
    ended = words[-1] in ",.!?…"
    return (words[0].isupper() and ended) or len(words.split()) >= 4
