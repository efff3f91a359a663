"""The method page: how dates are read and drawn, how events are graded, what the words mean."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import Page
from generator.site.rendering import Renderer
from generator.timeline.certainty import DATE_GRADES, GRADES
from generator.timeline.model import EVENT_TYPES

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the method page."""
    fragment = render(
        "method.html", addresses.METHOD, grades=GRADES, date_grades=DATE_GRADES, types=EVENT_TYPES
    )
    yield Page(
        address=addresses.METHOD,
        kind="method",
        title=edition.words.text("method.title"),
        description="How dates are read from reports, how certainty is graded, and what the words here mean.",
        fragment=fragment,
    )
