"""The data: every form in which the timeline can be had, each with a word on what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.ical import in_calendar
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.embeds import snippet
from generator.site.pages import Page
from generator.site.publishing import FOLLOWED, TAKEN_HOME
from generator.site.rendering import Renderer

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page that lists the forms to take home and the feeds to follow."""
    whole, *parts = edition.scopes
    left_out = sum(1 for item in edition.publication.items if not in_calendar(item))
    yield Page(
        address=addresses.DATA,
        kind="downloads",
        title=edition.words.text("data.title"),
        description=edition.words.text("data.lead"),
        fragment=render(
            "downloads.html",
            addresses.DATA,
            forms=TAKEN_HOME,
            followed=FOLLOWED,
            whole=whole,
            scopes=parts,
            left_out=left_out,
            snippet=snippet(edition, addresses.EMBED, edition.timeline.title),
        ),
    )
