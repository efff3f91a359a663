"""Months: where a timeline is too long for one page, its feed in parts, one page a month.

The home page then shows the last events and links to the months; a filter on it fetches them when it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site import addresses
from generator.site.edition import Edition, Story
from generator.site.pages import Page
from generator.site.rendering import Renderer
from generator.site.wording import day_words

__all__ = ["LONGEST_FEED", "Month", "months_of", "pages"]

LONGEST_FEED = 300  # events; a longer feed is cut into months


@dataclass(frozen=True, slots=True)
class Month:
    """The events of one month of the crisis, by the first day that each can have."""

    iso: str
    name: str
    stories: tuple[Story, ...]

    @property
    def address(self) -> str:
        """The address of its page."""
        return addresses.month(self.iso)


def months_of(edition: Edition) -> list[Month]:
    """Return the months of a timeline that is too long for one page; of a shorter one, none."""
    if len(edition.current) <= LONGEST_FEED:
        return []
    held: dict[str, list[Story]] = {}
    for story in edition.current:
        held.setdefault(f"{story.day:%Y-%m}", []).append(story)
    names = {iso: day_words(stories[0].day, edition.words, "month") for iso, stories in held.items()}
    return [Month(iso, names[iso], tuple(held[iso])) for iso in sorted(held)]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give a page for each month of a long timeline."""
    from generator.site.kinds.home import grouped

    months = months_of(edition)
    for place, month in enumerate(months):
        before = months[place - 1] if place else None
        after = months[place + 1] if place + 1 < len(months) else None
        groups = grouped(month.stories)
        yield Page(
            address=month.address,
            kind="month",
            title=month.name,
            description=f"{month.name}. {edition.words.count('count.events', len(month.stories))}.",
            fragment=render(
                "month.html", month.address, month=month, groups=groups, before=before, after=after
            ),
        )
