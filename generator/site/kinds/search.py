"""The search page: the same search as everywhere, with a page of its own that can be linked to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.kinds.months import months_of
from generator.site.pages import Page
from generator.site.rendering import Renderer

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the search page."""
    yield Page(
        address=addresses.SEARCH,
        kind="search",
        title=edition.words.text("search.title"),
        description=edition.words.text("search.label"),
        fragment=render("search.html", addresses.SEARCH, months=months_of(edition)),
    )
