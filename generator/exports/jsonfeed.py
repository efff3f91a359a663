"""The timeline as a JSON Feed (version 1.1), the event that changed last first.

What the format has no place for stands in each item's `_timeline`: the date as EDTF with its first and last
day, how sure it is, who took part, and what the parties claim, each version under its party's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.dates import Edtf
from generator.exports.publication import Item, Publication, first_and_last, instant, plain, settled

__all__ = ["MEDIA_TYPE", "corrections_feed", "events_feed"]

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def events_feed(
    publication: Publication, here: str, items: Iterable[Item], following: str | None = None
) -> dict[str, Any]:
    """Return the feed of these items, as it stands at the path `here`; `following` is its next part's."""
    feed = _feed(publication, here, publication.title, "")
    if following and (address := publication.full(following)):
        feed["next_url"] = address
    return {**feed, "items": [_item(item, publication) for item in items]}


def corrections_feed(publication: Publication, here: str, title: str, page: str) -> dict[str, Any]:
    """Return the feed of all corrections; `page` is the path of the page that lists them."""
    feed = _feed(publication, here, f"{publication.title}: {title}", page)
    feed["items"] = [
        _known(
            {
                "id": publication.permanent(f"{page}#{one.anchor}"),
                "url": publication.full(f"{page}#{one.anchor}"),
                "title": f"{one.event.title} ({one.kind})",
                "content_text": one.note or one.event.title,
                "date_published": instant(day) if one.date and _is_day(one.date) else None,
                "tags": [one.kind],
                "_timeline": {"event": one.event.id, "date": str(one.date) if one.date else None},
            }
        )
        for one, day in publication.corrections
    ]
    return feed


def _feed(publication: Publication, here: str, title: str, page: str) -> dict[str, Any]:
    timeline = publication.timeline
    return _known(
        {
            "version": VERSION,
            "title": title,
            "description": plain(timeline.summary),
            "language": timeline.language,
            "home_page_url": publication.full(page),
            "feed_url": publication.full(here),
            "authors": [{"name": timeline.title}],
        }
    )


def _item(item: Item, publication: Publication) -> dict[str, Any]:
    event, told = item.event, publication.told(item.event.date)
    reason = f"{event.status}: {event.reason}" if event.reason else ""
    parts = [told, reason, plain(event.summary), *publication.versions(event)]
    return _known(
        {
            "id": publication.permanent(item.path),
            "url": publication.full(item.path),
            "title": item.headline,
            "summary": told,
            "content_text": "\n\n".join(part for part in parts if part),
            "date_modified": instant(item.changed),
            "tags": [event.type],
            "_timeline": _extension(item, publication),
        }
    )


def _extension(item: Item, publication: Publication) -> dict[str, Any]:
    event, actors = item.event, publication.timeline.actors
    first, last = first_and_last(event.date)
    place = publication.timeline.places.get(event.place or "")
    return {
        "id": event.id,
        "path": item.path,
        "date": str(event.date),
        "earliest": first,
        "latest": last,
        "time": event.time,
        "type": event.type,
        "status": event.status,
        "certainty": item.certainty.grade,
        "date_certainty": item.certainty.date,
        "sources": len(item.certainty.sources),
        "independent_origins": len(item.certainty.origins),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "place": place.name if place else None,
        "claims": [
            {
                "about": claim.about,
                "versions": [
                    {
                        "by": version.by,
                        "name": actors[version.by].name if version.by in actors else version.by,
                        "says": version.says,
                        "figure": version.figure,
                    }
                    for version in claim.versions
                ],
            }
            for claim in event.claims
        ],
    }


def _is_day(edtf: Edtf) -> bool:
    return edtf.kind == "day" and settled(edtf)


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields without those that nothing is known of: the format has no null."""
    return {name: value for name, value in fields.items() if value not in (None, "")}
