"""A report is one source, with one id.

Two sources with the same file, the same SHA-256 or the same address would count as two witnesses.

Fails:

    sources:
      report: {file: seeds/report.txt, sha256: ⟦the SHA-256 of seeds/report.txt⟧}
      again: {file: seeds/report.txt, sha256: ⟦the SHA-256 of seeds/report.txt⟧}

Passes:

    sources:
      report: {file: seeds/report.txt, sha256: ⟦the SHA-256 of seeds/report.txt⟧}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a problem for each source that another one is too."""
    owners: dict[tuple[str, str], str] = {}
    for name, source in context.timeline.sources.items():
        for field, value in (("file", source.file), ("sha256", source.sha256), ("url", _plain(source.url))):
            owner = owners.setdefault((field, value), name) if value else name
            if owner != name:
                wrong = f"source {owner} has the same: {show(value)}"
                mend = f"keep one of the two, and let all quotations name it ({owner})"
                yield context.problem(f"sources.{name}.{field}", "source-stands-once", wrong, mend)
                break


def _plain(url: str | None) -> str:
    """Return an address without what makes no difference: the scheme's s, www, and a slash at the end."""
    return (
        (url or "").lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    )
