"""Places: one page for each, with how exactly it is known, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import Page
from generator.site.rendering import Renderer

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page that lists the places, and the page of each."""
    words = edition.words
    yield Page(
        address=addresses.PLACES,
        kind="places",
        title=words.text("places.title"),
        description=words.text("places.lead"),
        fragment=render("places.html", addresses.PLACES),
    )
    for place in edition.timeline.places.values():
        address = addresses.place(place.id)
        yield Page(
            address=address,
            kind="place",
            title=place.name,
            description=f"{place.name}, {words.text(f'places.precision.{place.precision}')}",
            fragment=render("place.html", address, place=place),
        )
