"""The home page: the crisis told as a timeline, with its overview, its key events and the feed by day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dates import Edtf
from generator.exports import FORMATS
from generator.exports.jsonld import dataset
from generator.site import addresses
from generator.site.axis import lay_out
from generator.site.edition import Edition, Story
from generator.site.facets import facets_of
from generator.site.kinds.months import months_of
from generator.site.pages import Page
from generator.site.publishing import TAKEN_HOME
from generator.site.rendering import Renderer
from generator.timeline.certainty import DATE_GRADES, DateGrade
from generator.timeline.origins import independent_origins

__all__ = ["Group", "grouped", "pages"]


DAY = timedelta(days=1)
LAST_EVENTS = 100  # of a timeline that is cut into months
MOST_KEY_EVENTS = 40
MOST_DRAWN = 400  # with more, the overview shows the key events


@dataclass(frozen=True, slots=True)
class Group:
    """The events that share one date, under that date."""

    date: Edtf
    stories: tuple[Story, ...]

    @property
    def anchor(self) -> str:
        """The id of the group on the page; events of one settled day can be linked to by the day."""
        return "ev-d-" + "".join(one if one.isalnum() or one == "-" else "_" for one in self.date.text)


def grouped(stories: Iterable[Story]) -> list[Group]:
    """Return the events in groups of the same date, in the order given."""
    found: dict[Edtf, list[Story]] = {}
    for story in stories:
        found.setdefault(story.event.date, []).append(story)
    return [Group(date, tuple(held)) for date, held in found.items()]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the home page."""
    timeline = edition.timeline
    months = months_of(edition)
    standing = [story for story in edition.current if story.event.status != "withdrawn"]
    drawn = standing if len(standing) <= MOST_DRAWN else [story for story in standing if story.event.key]
    axis = lay_out(drawn, edition.words)
    used = [timeline.sources[name] for name in edition.by_source if name in timeline.sources]
    fragment = render(
        "home.html",
        addresses.HOME,
        groups=grouped(edition.current[-LAST_EVENTS:] if months else edition.current),
        months=months,
        background=grouped(edition.background),
        axis=axis,
        left_out=axis.outside + len(standing) - len(drawn) if axis else 0,
        key=[story for story in standing if story.event.key][-MOST_KEY_EVENTS:],
        sources=used,
        origins=independent_origins(used),
        facets=facets_of(edition),
        as_of=_last(standing, ("day", "span")),
        perhaps_as_of=_last(standing, DATE_GRADES),
    )
    yield Page(
        address=addresses.HOME,
        kind="home",
        title=timeline.title,
        description=timeline.summary or timeline.title,
        fragment=fragment,
        data=_data(edition),
    )


def _last(stories: Iterable[Story], grades: Collection[DateGrade]) -> date | None:
    """Return the last day that an event with such a date can have had."""
    held = [
        story.event.date.latest - DAY
        for story in stories
        if story.certainty.date in grades and story.event.date.latest
    ]
    return max(held, default=None)


def _data(edition: Edition) -> dict[str, object]:
    publication = edition.publication
    site = {
        "@type": "WebSite",
        "name": edition.timeline.title,
        "inLanguage": edition.words.code,
        "url": edition.settings.address,
    }
    files = [(path, FORMATS[name].media_type) for name, path in TAKEN_HOME.items()]
    graph = [{key: value for key, value in site.items() if value}, dataset(publication, files)]
    return {"@context": "https://schema.org", "@graph": graph}
