"""The whole timeline on one page, to print: numbered sources, full addresses, nothing to click."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.kinds.home import grouped
from generator.site.pages import Page
from generator.site.rendering import Renderer

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page to print. Sources are numbered in the order in which the events first need them."""
    numbers: dict[str, int] = {}
    for story in (*edition.background, *edition.current):
        for name in story.certainty.sources:
            numbers.setdefault(name, len(numbers) + 1)
    fragment = render(
        "printed.html",
        addresses.PRINT,
        groups=grouped((*edition.background, *edition.current)),
        numbers=numbers,
    )
    yield Page(
        address=addresses.PRINT,
        kind="printed",
        title=edition.words.text("print.title"),
        description=edition.words.text("print.lead"),
        fragment=fragment,
    )
