"""Types of event: one page for each, with what the word means here, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import Page
from generator.site.rendering import Renderer
from generator.timeline.model import EVENT_TYPES

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page that lists the types, and the page of each, used or not."""
    words = edition.words
    yield Page(
        address=addresses.TYPES,
        kind="types",
        title=words.text("types.title"),
        description=words.text("types.lead"),
        fragment=render("types.html", addresses.TYPES, types=EVENT_TYPES),
    )
    for kind in EVENT_TYPES:
        address = addresses.event_type(kind)
        yield Page(
            address=address,
            kind="type",
            title=words.text(f"type.{kind}.plural"),
            description=words.text(f"type.{kind}.means"),
            fragment=render("type.html", address, kind=kind),
        )
