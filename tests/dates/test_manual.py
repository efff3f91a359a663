"""The page on how dates are read is made from the grammar, and up to date."""

from __future__ import annotations

from pathlib import Path

from generator.dates.manual import page

DOCS = Path(__file__).parents[2] / "docs" / "dates.md"


def test_page_is_current() -> None:
    """The page is what the grammar gives; `python -m generator.dates.manual > docs/dates.md` renews it."""
    assert DOCS.read_text(encoding="utf-8") == page()
