"""The log of corrections: what was changed about events in public, newest first, with its feeds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import Page
from generator.site.rendering import Renderer

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page that lists all corrections."""
    found = [one for one, _ in edition.publication.corrections]
    yield Page(
        address=addresses.CORRECTIONS,
        kind="corrections",
        title=edition.words.text("corrections.title"),
        description=edition.words.text("corrections.lead"),
        fragment=render("corrections.html", addresses.CORRECTIONS, found=found),
    )
