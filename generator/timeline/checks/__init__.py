"""The checks of a timeline that was read: one rule a file, its docstring the rule's page in the manual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from generator.problems import Problem, worst_first
from generator.timeline.checks import (
    id_is_unique,
    quote_is_verbatim,
    reference_leads_somewhere,
    source_file_is_there,
    source_hash_fits,
)
from generator.timeline.checks.context import Context
from generator.timeline.load import Examined, Loaded, examine

__all__ = ["CHECKS", "Check", "Context", "check", "check_file", "check_read"]


class Check(Protocol):
    """A module of this folder."""

    __doc__: str | None

    def find_problems(self, context: Context) -> Iterator[Problem]:
        """Give the problems that this check finds."""


CHECKS: dict[str, Check] = {
    "id-is-unique": id_is_unique,
    "reference-leads-somewhere": reference_leads_somewhere,
    "source-file-is-there": source_file_is_there,
    "source-hash-fits": source_hash_fits,
    "quote-is-verbatim": quote_is_verbatim,
}


def check(loaded: Loaded, root: Path, read: bool = True) -> list[Problem]:
    """Run every check on a timeline; `read` says whether the words of its dates are read again."""
    context = Context(loaded, root, read)
    return worst_first(problem for one in CHECKS.values() for problem in one.find_problems(context))


def check_file(path: Path, root: Path, read: bool = True, name: str | None = None) -> list[Problem]:
    """Return all that is wrong with a file, worst first; what can be read is checked in any case."""
    return check_read(examine(path, name), root, read)


def check_read(examined: Examined, root: Path, read: bool = True) -> list[Problem]:
    """Return the problems of reading a file, and those that the checks find in the rest."""
    if examined.loaded is None:
        return list(examined.problems)
    # Where a value could not be read, another stands in: what a check says of that line is no news.
    lines = {problem.line for problem in examined.problems if problem.level == "error"}
    found = [one for one in check(examined.loaded, root, read) if one.line not in lines]
    return worst_first([*examined.problems, *found])
