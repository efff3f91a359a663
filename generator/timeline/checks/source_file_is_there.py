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
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each source whose file cannot be read."""
    for name, source in context.timeline.sources.items():
        fault = context.fault_of(name)
        if fault is not None:
            line = f" (line {fault.line})" if fault.line else ""
            wrong = f"{show(source.file)}: {fault.wrong}{line}"
            yield context.problem(f"sources.{name}.file", "source-file-is-there", wrong, fault.mend)
