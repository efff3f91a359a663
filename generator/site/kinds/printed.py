"""The whole timeline to print: numbered sources, full addresses, nothing to click.

A long timeline is cut into its months, each a page to print with sources of its own; the first page leads to
them, and holds what came before the crisis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.site import addresses
from generator.site.edition import Edition, Story
from generator.site.kinds.home import grouped
from generator.site.kinds.months import Month, months_of
from generator.site.pages import Page
from generator.site.rendering import Renderer

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page to print, or its parts. Sources are numbered in the order of their first use."""
    months = months_of(edition)
    title = edition.words.text("print.title")
    first = edition.background if months else (*edition.background, *edition.current)
    yield _page(edition, render, addresses.PRINT, title, first, months)
    for month in months:
        address = addresses.printed_month(month.iso)
        yield _page(edition, render, address, f"{title}: {month.name}", month.stories, (), month.name)


def _page(
    edition: Edition,
    render: Renderer,
    address: str,
    title: str,
    stories: Sequence[Story],
    months: Sequence[Month],
    part: str = "",
) -> Page:
    numbers: dict[str, int] = {}
    for story in stories:
        for name in story.certainty.sources:
            numbers.setdefault(name, len(numbers) + 1)
    groups = grouped(stories)
    fragment = render("printed.html", address, groups=groups, numbers=numbers, months=months, part=part)
    return Page(
        address=address,
        kind="printed",
        title=title,
        description=edition.words.text("print.lead"),
        fragment=fragment,
    )
