"""The timeline as a feed to follow: Atom (RFC 4287), the event that changed last first.

An entry's `id` is the address of its event's page, which never changes; `updated` is the day of its last
change, as the record has it. Readers that know an entry show it anew when that day moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.etree import ElementTree as Tree

from generator.exports.publication import Item, Publication, instant, plain

__all__ = ["MEDIA_TYPE", "corrections_atom", "events_atom"]

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
# Everything that no XML 1.0 document may hold, escaped or not.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Links = Sequence[tuple[str, str]]


def events_atom(publication: Publication, here: str, items: Iterable[Item], links: Links = ()) -> str:
    """Return the feed of these items, as it stands at the path `here`.

    `links` are further links of the feed, each its relation and its path, such as the next part.
    """
    feed = _feed(publication, here, publication.title, publication.changed, links)
    for item in items:
        _entry(feed, item, publication, here)
    return _written(feed)


def corrections_atom(publication: Publication, here: str, title: str, page: str) -> str:
    """Return the feed of all corrections; `page` is the path of the page that lists them."""
    found = publication.corrections
    latest = max((day for _, day in found), default=date(1970, 1, 1))
    feed = _feed(publication, here, f"{publication.title}: {title}", latest, [("alternate", page)])
    for one, day in found:
        entry = Tree.SubElement(feed, "entry")
        _text(entry, "id", publication.permanent(f"{page}#{one.anchor}"))
        _text(entry, "title", f"{one.event.title} ({one.kind})")
        _text(entry, "updated", instant(day))
        _link(entry, "alternate", f"{page}#{one.anchor}", publication, here)
        _text(entry, "content", one.note or one.event.title)
        Tree.SubElement(entry, "category", term=one.kind)
    return _written(feed)


def _feed(publication: Publication, here: str, title: str, changed: date, links: Links) -> Tree.Element:
    feed = Tree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": _clean(publication.timeline.language)})
    _text(feed, "id", publication.permanent(here))
    _text(feed, "title", title)
    if publication.timeline.summary:
        _text(feed, "subtitle", plain(publication.timeline.summary))
    _text(feed, "updated", instant(changed))
    _text(Tree.SubElement(feed, "author"), "name", publication.timeline.title)
    _text(feed, "generator", "Crisis Timeline")
    if publication.address:
        _link(feed, "self", here, publication, here)
    if not any(relation == "alternate" for relation, _ in links):
        links = [("alternate", ""), *links]
    for relation, path in links:
        _link(feed, relation, path, publication, here)
    return feed


def _entry(feed: Tree.Element, item: Item, publication: Publication, here: str) -> None:
    event, told = item.event, publication.told(item.event.date)
    entry = Tree.SubElement(feed, "entry")
    _text(entry, "id", publication.permanent(item.path))
    _text(entry, "title", item.headline)
    _text(entry, "updated", instant(item.changed))
    _link(entry, "alternate", item.path, publication, here)
    _text(entry, "summary", told)
    _text(entry, "content", "\n\n".join(_paragraphs(item, publication)))
    Tree.SubElement(entry, "category", term=event.type)
    if event.status != "published":
        Tree.SubElement(entry, "category", term=event.status)


def _paragraphs(item: Item, publication: Publication) -> Iterator[str]:
    yield publication.told(item.event.date)
    if item.event.reason:
        yield f"{item.event.status}: {item.event.reason}"
    if item.event.summary:
        yield plain(item.event.summary)
    yield from publication.versions(item.event)
    for correction in item.corrections:
        yield f"{correction.kind}: {correction.note}"


def _link(parent: Tree.Element, relation: str, path: str, publication: Publication, here: str) -> None:
    full = publication.full(path)
    types = {"self": MEDIA_TYPE, "next": MEDIA_TYPE, "previous": MEDIA_TYPE}
    # Where the site's address isn't known, the way from the feed's own place is a valid link as well.
    way = full or "../" * here.count("/") + path or "./"
    Tree.SubElement(parent, "link", rel=relation, type=types.get(relation, "text/html"), href=_clean(way))


def _text(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    r"""Return a text without what XML cannot hold.

    >>> _clean("a\x00b\x0bc")
    'abc'
    """
    return _NO_XML.sub("", text)


def _written(feed: Tree.Element) -> str:
    Tree.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Tree.tostring(feed, encoding="unicode")}\n'
