"""The file of a source is the very file that was read when its quotations were taken.

Its SHA-256 stands in the record. Where the file was changed since, every quotation has to be looked at again.

Fails:

    sources:
      report:
        file: seeds/report.txt
        sha256: 0f9b98b3ba1ec5a8dcd1b6b5ad42a9e5eb7c9c0c6f5b4c3f1a2d3e4f5a6b7c8d

Passes:

    sources:
      report:
        file: seeds/report.txt
        sha256: ⟦the SHA-256 of seeds/report.txt⟧
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each source whose file has another hash."""
    for name, source in context.timeline.sources.items():
        text = context.text_of(name)
        if text is not None and text.sha256 != source.sha256:
            wrong = f"{source.file} is not the file that was read: its SHA-256 is {text.sha256}"
            mend = "put the old file back, or take this hash and look at the quotations again"
            yield context.problem(f"sources.{name}.sha256", "source-hash-fits", wrong, mend)
