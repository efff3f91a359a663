"""Data or code: which parts of a change are the record itself, and which could run or shape what runs.

Only two kinds of path are data: `timeline.yml`, and a text in `seeds/` itself. Everything else is code, also
a file that nobody thought of: `mkdocs.yml` names hooks, a page under `docs/` may carry HTML, a workflow runs.
The same two have no owner in CODEOWNERS: were one of them code here, it could carry data past the judge to a
verdict of the code's own tests, without an owner's look. So a text of an odd name is data, and refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Literal

from generator.problems import Problem, show
from generator.pull_request.git import Change

__all__ = [
    "Kind",
    "code_among",
    "is_data",
    "kind_of",
    "largest",
    "misplaced",
    "same_but_for_capitals",
    "unfit",
]

Kind = Literal["data", "code"]

TIMELINE = "timeline.yml"
REPORT = re.compile(r"seeds/[^/]+\.txt", re.DOTALL)
PLAIN_NAME = re.compile(r"seeds/[A-Za-z0-9][A-Za-z0-9._-]{0,119}\.txt")
# A report above it is refused unread (its check says the same of one that is in place); a timeline, by its
# loader.
LARGEST_REPORT = 5_000_000
LARGEST_TIMELINE = 64 * 1024 * 1024


def is_data(path: str) -> bool:
    """Say whether a path is part of the record.

    >>> is_data("timeline.yml"), is_data("seeds/007_report.txt"), is_data("seeds/$(id).txt")
    (True, True, True)
    >>> is_data("mkdocs.yml"), is_data("docs/timeline.yml"), is_data("seeds/more/a.txt")
    (False, False, False)
    """
    return path == TIMELINE or REPORT.fullmatch(path) is not None


def code_among(changes: Iterable[Change]) -> list[str]:
    """Return the paths of a change that are code."""
    return [change.path for change in changes if not is_data(change.path)]


def kind_of(paths: Sequence[str]) -> Kind:
    """Return "data" where every path is part of the record, and "code" where one isn't."""
    return "data" if all(map(is_data, paths)) else "code"


def largest(path: str) -> int:
    """Return how many bytes a file of the record may have."""
    return LARGEST_TIMELINE if path == TIMELINE else LARGEST_REPORT


def unfit(change: Change, size: int) -> Iterator[Problem]:
    """Give what keeps a file of the record from being read at all."""
    if not change.is_plain:
        yield Problem(
            code="file-is-plain",
            file=change.path,
            wrong="it is not a plain file but a link, a folder's link or a program",
            mend="put the text itself there",
        )
    if change.status == "added" and change.path != TIMELINE and not PLAIN_NAME.fullmatch(change.path):
        yield Problem(
            code="report-name-is-plain",
            file=show(change.path, 200),
            wrong="a report's name has letters from a to z, digits, dots, hyphens and underscores alone",
            mend=f"call it {_plain(change.path)}",
        )
    limit = largest(change.path)
    if size > limit:
        yield Problem(
            code="file-is-small-enough",
            file=change.path,
            wrong=f"it has {size:,} bytes; {limit:,} are the most",
            mend="split it, or keep what the events need",
        )


def misplaced(paths: Iterable[str]) -> Iterator[Problem]:
    """Give a warning for each path that looks meant for a report, and is code by where it lies.

    >>> [one.mend for one in misplaced(["seeds/2025/Le Monde, 3 août.TXT", "docs/a.txt"])]
    ['call it seeds/Le-Monde-3-aout.txt']
    """
    for path in paths:
        if re.fullmatch(r"seeds/.*\.txt", path, re.IGNORECASE | re.DOTALL) and not is_data(path):
            yield Problem(
                code="report-is-in-its-folder",
                file=show(path, 200),
                wrong="it counts as code: a report lies in seeds/ itself, and ends with .txt",
                mend=f"call it {_plain(path)}",
                level="warning",
            )


def _plain(path: str) -> str:
    """Return the path that a report of such a name may have."""
    name = unicodedata.normalize("NFKD", PurePosixPath(path).stem).encode("ascii", "ignore").decode()
    return f"seeds/{re.sub('[^A-Za-z0-9._]+', '-', name).strip('-._')[:100] or 'report'}.txt"


def same_but_for_capitals(added: Iterable[str], there: Iterable[str]) -> Iterator[Problem]:
    """Give a problem for each added path that another one, which is there too, equals but for capitals.

    >>> [one.file for one in same_but_for_capitals(["seeds/A.txt"], ["seeds/a.txt", "seeds/A.txt"])]
    ['seeds/A.txt']
    """
    spellings: dict[str, set[str]] = {}
    for path in there:
        spellings.setdefault(path.casefold(), set()).add(path)
    for path in added:
        for other in sorted(spellings.get(path.casefold(), set()) - {path}):
            yield Problem(
                code="name-is-its-own",
                file=path,
                wrong=f"it differs from {other} in capitals alone, and Windows and macOS keep one of the two",
                mend="give it another name",
            )
