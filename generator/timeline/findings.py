"""The list in which a reader notes what is wrong, all of it, with its place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from generator.problems import Problem, show
from generator.timeline import limits
from generator.timeline.rules import Rule, sizes

__all__ = ["SAID_AT_MOST", "Findings", "TooManyProblemsError"]

SAID_AT_MOST = 600  # characters of one half of a message, so that one line stays one screen


class TooManyProblemsError(Exception):
    """The file has more problems than anybody would read; what was noted so far is enough."""


class Findings:
    """The problems of one file, each entered by the rule it breaks and the offset at which it stands."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.text = text
        self.entered: list[tuple[int | None, str, Rule, tuple[str, str]]] = []

    def add(self, rule: Rule, offset: int | None, *details: object, where: str = "") -> None:
        """Enter that a rule is broken at an offset of the text; the details are what the rule's words tell.

        `where` is the path of the value, where the offset alone does not lead to it.
        """
        self.entered.append((offset, where, rule, rule.words(*details)))
        if len(self.entered) > limits.PROBLEMS:
            self.entered.append(
                (offset, "", sizes.problems_have_a_limit, sizes.problems_have_a_limit.words())
            )
            raise TooManyProblemsError

    @property
    def has_errors(self) -> bool:
        """Whether one of them is more than a warning."""
        return any(rule.level == "error" for _, _, rule, _ in self.entered)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def problem(self, offset: int | None, where: str, rule: Rule, words: tuple[str, str]) -> Problem:
        """Return an entry as a problem with its place."""
        line, column = (None, None) if offset is None else self.place(offset)
        return Problem(
            code=rule.code,
            wrong=show(words[0], SAID_AT_MOST),
            mend=show(words[1], SAID_AT_MOST),
            file=self.file,
            line=line,
            column=column,
            where=show(where, SAID_AT_MOST),
            level=rule.level,
        )
