"""The file of each source is there and can be read.

It is UTF-8 text of at most 5 MB, inside this folder.

Fails:

    sources:
      report:
        file: seeds/no-such-report.txt

Passes:

    sources:
      report:
        file: seeds/report.txt
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.sources import text_files
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each source whose file cannot be read."""
    for name, source in context.timeline.sources.items():
        fault = context.fault_of(name)
        if fault is not None:
            line = f" (line {fault.line})" if fault.line else ""
            near = _meant(context, source.file) if fault.code == "report-is-there" else None
            wrong = f"{show(source.file)}: {fault.wrong}{line}"
            mend = f"did you mean {near}?" if near else fault.mend
            yield context.problem(f"sources.{name}.file", "source-file-is-there", wrong, mend)


def _meant(context: Context, file: str) -> str | None:
    """Return the report that no source names and whose path is most like this one."""
    named = {source.file for source in context.timeline.sources.values()}
    found = (path.relative_to(context.root).as_posix() for path in text_files(context.root / "seeds"))
    return context.nearest_id(file, [path for path in found if path not in named])
