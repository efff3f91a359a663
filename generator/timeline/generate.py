"""The documents that are made from this package: the schema and the manual of problems.

python -m generator.timeline.generate
"""

from __future__ import annotations

from pathlib import Path

from generator.timeline.manual import manual
from generator.timeline.schema import schema_text

__all__ = ["write_documents"]


def write_documents(docs: Path) -> None:
    """Write the schema and the manual of problems into a folder of documents."""
    (docs / "schema").mkdir(parents=True, exist_ok=True)
    (docs / "schema" / "timeline.schema.json").write_text(schema_text(), encoding="utf-8")
    (docs / "problems.md").write_text(manual(), encoding="utf-8")


if __name__ == "__main__":
    write_documents(Path("docs"))
