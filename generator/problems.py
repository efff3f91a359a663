"""What is wrong, where, what was found there, and the way out.

Every part of Crisis Timeline reports through the two types of this file, so that all messages read alike and
none of them lets an untrusted value act on a terminal, a log or a web page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["InputProblemsError", "Level", "Problem", "SurroundingsError", "code_span", "show", "worst_first"]

Level = Literal["error", "warning"]

SHOWN_AT_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with the input, in one line.

    `line` and `column` count from 1; both are None where the whole file is meant, `column` alone where the
    whole line is. `code` is a slug and the name of the problem's manual page.

    >>> print(Problem(file="timeline.yml", line=41, column=11, where="date", code="date-is-real",
    ...               wrong="2024-02-30 is not a date; February 2024 has 29 days",
    ...               mend="write 2024-02-29, or 2024-02 if the day is unknown"))
    timeline.yml:41:11: date: 2024-02-30 is not a date; February 2024 has 29 days; \
write 2024-02-29, or 2024-02 if the day is unknown (date-is-real)
    """

    code: str
    wrong: str
    mend: str
    file: str
    line: int | None = None
    column: int | None = None
    where: str = ""
    level: Level = "error"

    def __str__(self) -> str:
        place = ":".join(
            str(part) for part in (show(self.file, 200), self.line, self.column) if part is not None
        )
        words = f"{self.where}: {self.wrong}" if self.where else self.wrong
        return (
            f"{place}: {words}; {self.mend} ({self.code})" if self.mend else f"{place}: {words} ({self.code})"
        )

    def at(self, line: int | None, column: int | None = None) -> Problem:
        """Return the same problem at another place of its file."""
        return replace(self, line=line, column=column)


class InputProblemsError(Exception):
    """The input is wrong; `problems` holds all that was found. A command answers with exit status 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class SurroundingsError(Exception):
    """Our surroundings failed (disk full, no rights, a missing tool). A command exits with 2."""


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in the order a person should read them: errors first, then by place.

    >>> late = Problem(code="b", wrong="late", mend="", file="t.yml", line=9)
    >>> doubt = Problem(code="a", wrong="doubtful", mend="", file="t.yml", line=1, level="warning")
    >>> [problem.wrong for problem in worst_first([doubt, late])]
    ['late', 'doubtful']
    """
    return sorted(
        problems,
        key=lambda one: (one.level != "error", one.file, one.line or 0, one.column or 0, one.code, one.wrong),
    )


def show(value: object, at_most: int = SHOWN_AT_MOST) -> str:
    r"""Return an untrusted value as text that is safe to print: cut short, invisible characters escaped.

    >>> show("a\nb\u202ec")
    'a\\nb\\u202ec'
    >>> show("x" * 80)
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'

    A space or an accent is no danger and stays as it is:

    >>> show("Türkiye and Qatar")
    'Türkiye and Qatar'
    """
    text = str(value)
    if len(text) > at_most:
        text = text[: at_most - 1] + "…"
    return text if text.isprintable() else "".join(map(_shown_character, text))


def code_span(value: object, at_most: int = 200) -> str:
    """Return an untrusted value as a Markdown code span that it can't leave, so that nothing in it acts.

    >>> code_span("see `@everyone`, fixes #1")
    '`` see `@everyone`, fixes #1 ``'
    >>> code_span("plain")
    '`plain`'
    """
    shown = show(value, at_most) or " "
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown[0] in " `" or shown[-1] in " `" or len(fence) > 1 else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _shown_character(character: str) -> str:
    # Cc, Cf, Cs, Co, Cn act or are invisible; Zl and Zp break a line; other spaces than U+0020 mislead the
    # eye.
    category = unicodedata.category(character)
    if category[0] == "C" or category in ("Zl", "Zp") or (category == "Zs" and character != " "):
        return (
            character.encode("unicode_escape").decode("ascii") if character.isascii() else _escaped(character)
        )
    return character


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
