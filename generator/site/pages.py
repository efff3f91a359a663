"""All pages of an edition, made as data without MkDocs.

A page is its address, its title and description as plain text, a finished fragment of HTML, and what the
search knows of it. The plugin sets the fragments into the theme's shell; `crisis-timeline pages` writes them
for any other builder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.site.edition import Edition
from generator.site.publishing import Alternate
from generator.site.rendering import Renderer
from generator.site.search import SearchRecord

__all__ = ["Page", "make_pages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. `title` and `description` are plain text, only `fragment` is markup, `data` its JSON-LD.

    `alternates` are the other forms that this page alone has.
    """

    address: str
    kind: str
    title: str
    description: str
    fragment: str
    search: SearchRecord | None = None
    data: Any = None
    card: str | None = None
    alternates: tuple[Alternate, ...] = ()


def make_pages(edition: Edition) -> Iterator[Page]:
    """Give every page of the edition, in a fixed order."""
    from generator.site.kinds import KINDS

    render = Renderer(edition)
    for kind in KINDS.values():
        yield from kind(edition, render)
