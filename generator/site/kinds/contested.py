"""Contested points: everything that the parties tell differently, on one page, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import Page
from generator.site.rendering import Renderer

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page of contested points."""
    held = [story for story in edition.stories if story.contested]
    yield Page(
        address=addresses.CONTESTED,
        kind="contested",
        title=edition.words.text("contested.title"),
        description=edition.words.text("contested.lead"),
        fragment=render("contested.html", addresses.CONTESTED, held=held),
    )
