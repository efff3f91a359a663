"""The timeline as linked data: JSON-LD in the terms of schema.org and no others.

An entry of the timeline is an `Article` about an `Event`: the article cites reports and has corrections, as
no event can, and an entry that proved wrong is still an article, about no event. What a party says on a
contested point is a `Claim` with its party as author. An event has a start only where its date is settled, or
a plain month or year: a program reads `startDate` as a statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.dates import Edtf
from generator.exports.publication import Item, Publication, first_and_last, plain, settled
from generator.timeline.certainty import all_evidence
from generator.timeline.model import Actor, Claim, Place, Source, Version

__all__ = ["MEDIA_TYPE", "dataset", "event_graph", "timeline_graph"]

MEDIA_TYPE = "application/ld+json"
CONTEXT = "https://schema.org"
_PRECISE = frozenset({"site", "town"})
Node = dict[str, Any]


def timeline_graph(publication: Publication, files: Iterable[tuple[str, str]] = ()) -> Node:
    """Return the whole timeline: its data set, then every entry; `files` as `dataset` has them."""
    entries = [_article(item, publication) for item in publication.items]
    return {"@context": CONTEXT, "@graph": [dataset(publication, files), *entries]}


def event_graph(item: Item, publication: Publication) -> Node:
    """Return one entry with its own context, to stand in a page."""
    return {"@context": CONTEXT, **_article(item, publication)}


def dataset(publication: Publication, files: Iterable[tuple[str, str]] = ()) -> Node:
    """Return the data set; `files` are the path and the media type of each form it can be had in."""
    timeline = publication.timeline
    return _known(
        {
            "@type": "Dataset",
            "@id": publication.full(""),
            "url": publication.full(""),
            "name": timeline.title,
            "description": plain(timeline.summary) or timeline.title,
            "inLanguage": timeline.language,
            "dateModified": publication.changed.isoformat() if publication.items else None,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": publication.full(path),
                }
                for path, kind in files
                if publication.address
            ],
        }
    )


def _article(item: Item, publication: Publication) -> Node:
    event, timeline = item.event, publication.timeline
    reports = {
        one.source: timeline.sources[one.source]
        for one in all_evidence(event)
        if one.source in timeline.sources
    }
    return _known(
        {
            "@type": "Article",
            "@id": publication.full(item.path),
            "url": publication.full(item.path),
            "identifier": event.id,
            "headline": event.title,
            "description": plain(event.summary),
            "inLanguage": timeline.language,
            "dateModified": item.changed.isoformat(),
            "creativeWorkStatus": event.status,
            "temporalCoverage": _coverage(event.date),
            "isPartOf": _known({"@type": "Dataset", "@id": publication.full(""), "name": timeline.title}),
            "about": None if event.status == "withdrawn" else _event(item, publication),
            "citation": [_report(source) for source in reports.values()],
            "correction": [
                _known(
                    {
                        "@type": "CorrectionComment",
                        "text": one.note,
                        "datePublished": _iso_8601(one.date) if one.date else None,
                    }
                )
                for one in item.corrections
            ],
            "hasPart": [
                _claim(claim, version, publication) for claim in event.claims for version in claim.versions
            ],
        }
    )


def _event(item: Item, publication: Publication) -> Node:
    event, timeline = item.event, publication.timeline
    start, end = _start_and_end(event.date)
    parties = [timeline.actors[one] for one in event.actors + event.recipients if one in timeline.actors]
    place = timeline.places.get(event.place or "")
    return _known(
        {
            "@type": "Event",
            "name": event.title,
            "startDate": start,
            "endDate": end,
            "location": _place(place) if place else None,
            "about": [_actor(one) for one in parties],
        }
    )


def _claim(claim: Claim, version: Version, publication: Publication) -> Node:
    timeline = publication.timeline
    actor = timeline.actors.get(version.by)
    reports = [timeline.sources[one.source] for one in version.evidence if one.source in timeline.sources]
    return _known(
        {
            "@type": "Claim",
            "text": version.says,
            "about": {"@type": "Thing", "name": claim.about},
            "author": _actor(actor) if actor else None,
            "appearance": [_report(source) for source in reports],
        }
    )


def _report(source: Source) -> Node:
    return _known(
        {
            "@type": "NewsArticle",
            "headline": source.title,
            "identifier": source.id,
            "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
            "url": _web(source.url),
            "archivedAt": _web(source.archived),
            "datePublished": _iso_8601(source.published) if source.published else None,
            "inLanguage": source.language,
        }
    )


def _actor(actor: Actor) -> Node:
    return {"@type": "Person" if actor.kind == "person" else "Organization", "name": actor.name}


def _place(place: Place) -> Node:
    found: Node = {"@type": "Place", "name": place.name}
    if place.country:
        found["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.precision in _PRECISE and place.lat is not None and place.lon is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return found


def _start_and_end(edtf: Edtf) -> tuple[str | None, str | None]:
    if edtf.kind == "span" and settled(edtf):
        first, last = edtf.text.split("/")
        return first, last
    return _iso_8601(edtf), None


def _iso_8601(edtf: Edtf) -> str | None:
    """Return a date as ISO 8601 has it: a day, a month or a year that is not in doubt, and nothing else.

    >>> [_iso_8601(Edtf.parse(text)) for text in ("2025-10-19", "2025-10", "2025-10-19~", "[..2025-12]")]
    ['2025-10-19', '2025-10', None, None]
    """
    doubtful = edtf.approximate or edtf.uncertain or edtf.kind not in ("day", "month", "year")
    return None if doubtful or "X" in edtf.text else edtf.text


def _coverage(edtf: Edtf) -> str | None:
    """Return the days that a date covers, as schema.org has them; it has no form for “about” or “perhaps”.

    >>> [_coverage(Edtf.parse(text)) for text in ("2025-10-19", "2021/..", "2025-10-19~", "2025-10?")]
    ['2025-10-19', '2021-01-01/..', None, None]
    """
    if edtf.approximate or edtf.uncertain:
        return None
    first, last = first_and_last(edtf)
    if first is None:
        return None
    return first if first == last else f"{first}/{last or '..'}"


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("https://", "http://")) else None


def _known(fields: Node) -> Node:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
