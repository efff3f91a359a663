"""Each report in `seeds/` is a source of the record.

A text that no source names is quoted nowhere, and nobody would notice. `crisis-timeline draft` reads the
files that lie straight in `seeds/`, have a plain name and end in `.txt`; what lies deeper is read only where
a source names it.

Fails:

    sources: {}

Passes:

    sources:
      report:
        file: seeds/report.txt
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem, show
from generator.sources import text_files
from generator.timeline.checks.context import Context

NAMED = 3  # names of files in one message
_DRAFTED = re.compile(r"[A-Za-z0-9_.-]+\.txt", re.ASCII)


def find_problems(context: Context) -> Iterator[Problem]:
    """Give one warning for the reports that wait to be drafted, and one for the files that nothing reads."""
    folder = context.root / "seeds"
    sources = context.timeline.sources
    if not context.has_section("sources") or any(context.fault_of(name) for name in sources):
        return  # a source that names no file there is may mean one of these
    named = {source.file for source in sources.values()}
    found = [path.relative_to(folder).as_posix() for path in text_files(folder)]
    unnamed = [name for name in found if f"seeds/{name}" not in named]
    waiting = [name for name in unnamed if _DRAFTED.fullmatch(name)]
    passed_over = [name for name in unnamed if not _DRAFTED.fullmatch(name)]
    if passed_over:
        mend = "give each a name of letters, digits, - and _ that ends in .txt, straight in seeds/"
        yield _warning(f"no command reads {_listed(passed_over)}", mend)
    if waiting:
        count = "one report is no source" if len(waiting) == 1 else f"{len(waiting):,} reports are no sources"
        mend = (
            "`crisis-timeline draft` proposes what they tell, `crisis-timeline add source` enters one by hand"
        )
        yield _warning(f"{count} of the record: {_listed(waiting)}", mend)


def _listed(names: list[str]) -> str:
    return ", ".join(show(name) for name in names[:NAMED]) + (" …" if len(names) > NAMED else "")


def _warning(wrong: str, mend: str) -> Problem:
    return Problem(code="report-is-named", file="seeds", wrong=wrong, mend=mend, level="warning")
