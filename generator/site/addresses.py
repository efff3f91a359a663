"""Every address of the site, in one place.

An address is a path below the site's root: a page ends in `/` (the home page is empty), a file does not.
Links on pages are relative, so that the site works below any path and from a disk.
"""

from __future__ import annotations

import posixpath

__all__ = [
    "ABOUT",
    "ACTORS",
    "ASSETS",
    "CARDS",
    "CONTESTED",
    "CORRECTED",
    "CORRECTIONS",
    "CSV",
    "DATA",
    "DAYS",
    "EMBED",
    "HOME",
    "JSON",
    "METHOD",
    "PLACES",
    "PRINT",
    "SEARCH",
    "SOURCES",
    "TYPES",
    "WHOLE",
    "absolute",
    "actor",
    "card",
    "data",
    "day",
    "embed",
    "event",
    "event_data",
    "event_type",
    "feed",
    "month",
    "place",
    "printed_month",
    "relative",
    "source",
    "source_file",
]

HOME = ""
SEARCH = "search/"
PRINT = "print/"
CONTESTED = "contested/"
METHOD = "method/"
ABOUT = "about/"
ACTORS = "actors/"
PLACES = "places/"
TYPES = "types/"
SOURCES = "sources/"
DAYS = "days/"
ASSETS = "assets/timeline/"
CARDS = "assets/cards/"
DATA = "data/"
CORRECTIONS = "corrections/"
EMBED = "embed/"
WHOLE = "all"  # the name of the feeds of everything
CORRECTED = "corrections"  # and of those of corrections
JSON = "data/timeline.json"
CSV = "data/events.csv"


def event(name: str) -> str:
    """Return the permalink of an event, which never changes."""
    return f"events/{name}/"


def actor(name: str) -> str:
    """Return the address of an actor's page."""
    return f"{ACTORS}{name}/"


def place(name: str) -> str:
    """Return the address of a place's page."""
    return f"{PLACES}{name}/"


def source(name: str) -> str:
    """Return the address of a source's page."""
    return f"{SOURCES}{name}/"


def event_type(name: str) -> str:
    """Return the address of the page of a type of event."""
    return f"{TYPES}{name}/"


def day(iso: str) -> str:
    """Return the address of a day's page, from its ISO text."""
    return f"{DAYS}{iso}/"


def month(iso: str) -> str:
    """Return the address of a month of a long timeline, from its ISO text."""
    return f"months/{iso}/"


def printed_month(iso: str) -> str:
    """Return the address of a month of a long timeline as a page to print."""
    return f"{PRINT}{iso}/"


def card(name: str) -> str:
    """Return the address of the picture that is shown where a page is shared."""
    return f"{CARDS}{name}.png"


def data(file: str) -> str:
    """Return the address of a form that is taken home, from its file's name."""
    return f"{DATA}{file}"


def feed(name: str, extension: str, part: int = 1) -> str:
    """Return the address of a feed or a calendar, or of a further part of it.

    >>> feed("all", "atom"), feed("actors/norland", "ics"), feed("all", "json", 2)
    ('feeds/all.atom', 'feeds/actors/norland.ics', 'feeds/all-2.json')
    """
    mark = f"-{part}" if part > 1 else ""
    return f"feeds/{name}{mark}.{extension}"


def embed(name: str) -> str:
    """Return the address of an event as a small page for other sites to show."""
    return f"{EMBED}{name}/"


def event_data(name: str) -> str:
    """Return the address of an event as JSON."""
    return f"data/events/{name}.json"


def source_file(address: str) -> str:
    """Return the name that MkDocs gives the Markdown file of a page.

    >>> source_file("events/doha-ceasefire/"), source_file("")
    ('events/doha-ceasefire.md', 'index.md')
    """
    return f"{address.rstrip('/')}.md" if address else "index.md"


def relative(target: str, start: str) -> str:
    """Return the link to `target` from the page at `start`; a fragment or query stays.

    >>> relative("sources/news/#q-1", start="events/doha/")
    '../../sources/news/#q-1'
    >>> relative("", start="events/doha/"), relative("data/timeline.json", start="")
    ('../../', 'data/timeline.json')
    >>> relative("search/", start="search/")
    './'
    """
    path, mark, rest = target.partition("#")
    path, question, query = path.partition("?")
    found = posixpath.relpath(path or ".", start or ".")
    found = f"{found}/" if path.endswith("/") or not path else found
    return f"{found}{question}{query}{mark}{rest}"


def absolute(target: str, root: str) -> str:
    """Return the full address below the site's own.

    >>> absolute("events/doha/", root="https://example.org/crisis")
    'https://example.org/crisis/events/doha/'
    """
    return f"{root.rstrip('/')}/{target}"
