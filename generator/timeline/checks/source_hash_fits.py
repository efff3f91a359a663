"""The file of a source is the very file that was read when its quotations were taken.

Its SHA-256 stands in the record. Where the file was changed since, every quotation has to be looked at again.
For a new source write 64 noughts: the message shows the hash to put in their place.

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

NOT_KNOWN_YET = "0" * 64  # what an editor without a program writes, to be told the hash


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each source whose file has another hash."""
    for name, source in context.timeline.sources.items():
        text = context.text_of(name)
        if text is not None and text.sha256 != source.sha256:
            wrong = f"{source.file} is not the file that was read: its SHA-256 is {text.sha256}"
            mend = "put the old file back, or take this hash and look at the quotations again"
            if source.sha256 == NOT_KNOWN_YET:
                wrong, mend = "64 noughts wait here for the hash of the file", f"write {text.sha256}"
            yield context.problem(f"sources.{name}.sha256", "source-hash-fits", wrong, mend)
