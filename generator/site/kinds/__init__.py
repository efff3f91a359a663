"""The kinds of page, one a file: each takes the edition and a renderer and gives its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.site.edition import Edition
from generator.site.kinds import (
    actors,
    contested,
    corrections,
    days,
    downloads,
    events,
    home,
    method,
    months,
    places,
    printed,
    search,
    sources,
    types,
)
from generator.site.pages import Page
from generator.site.rendering import Renderer

__all__ = ["KINDS"]

KINDS: Mapping[str, Callable[[Edition, Renderer], Iterator[Page]]] = {
    "home": home.pages,
    "events": events.pages,
    "sources": sources.pages,
    "actors": actors.pages,
    "places": places.pages,
    "types": types.pages,
    "days": days.pages,
    "months": months.pages,
    "contested": contested.pages,
    "corrections": corrections.pages,
    "downloads": downloads.pages,
    "printed": printed.pages,
    "method": method.pages,
    "search": search.pages,
}
