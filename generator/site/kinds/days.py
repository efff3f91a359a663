"""Days: one page for each day that has an event with a settled date, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import Page
from generator.site.rendering import Renderer
from generator.site.wording import day_words

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page that lists the days, and the page of each."""
    words, days = edition.words, edition.days
    yield Page(
        address=addresses.DAYS,
        kind="days",
        title=words.text("days.title"),
        description=words.text("days.lead"),
        fragment=render("days.html", addresses.DAYS),
    )
    for place, day in enumerate(days):
        address = addresses.day(day.date.isoformat())
        title = day_words(day.date, words)
        before = days[place - 1] if place else None
        after = days[place + 1] if place + 1 < len(days) else None
        yield Page(
            address=address,
            kind="day",
            title=title,
            description=f"{title}. {words.count('count.events', len(day.on))}.",
            fragment=render("day.html", address, day=day, before=before, after=after),
        )
