"""Small pages for other sites to show in a frame: one event, or the key events, without navigation.

A frame runs no script and loads nothing from elsewhere. Its links open in a tab of their own, and name the
page they lead to, so that a reader sees where the words come from.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.policy import policy
from generator.site.rendering import Renderer

__all__ = ["embed_files", "snippet"]

MOST_KEY_EVENTS = 12
WIDTH, HEIGHT = "100%", "320"


def embed_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each frame's page, a whole document."""
    render = Renderer(edition)
    key = [story for story in edition.current if story.event.key and story.event.status != "withdrawn"]
    shown = (key or [story for story in edition.current if story.event.status != "withdrawn"])[
        -MOST_KEY_EVENTS:
    ]
    yield _file(
        edition, render, addresses.EMBED, addresses.HOME, edition.timeline.title, key=shown, story=None
    )
    for story in edition.stories:
        event = story.event
        address = addresses.embed(event.id)
        yield _file(edition, render, address, addresses.event(event.id), event.title, key=(), story=story)


def _file(
    edition: Edition, render: Renderer, address: str, page: str, title: str, **context: object
) -> tuple[str, str]:
    site = edition.settings.address
    text = render(
        "embed.html",
        address,
        policy=_POLICY,
        title=title,
        page=page,
        canonical=addresses.absolute(page, site) if site else None,
        **context,
    )
    return f"{address}index.html", str(text)


_POLICY = policy()


def snippet(edition: Edition, address: str, title: str) -> str | None:
    """Return the HTML that shows a frame on another site, or None where this site's address isn't known."""
    site = edition.settings.address
    if not site:
        return None
    full, name = (html.escape(text, quote=True) for text in (addresses.absolute(address, site), title))
    return (
        f'<iframe src="{full}" title="{name}" width="{WIDTH}" height="{HEIGHT}" loading="lazy" '
        'style="border:1px solid #ddd8cd"></iframe>'
    )
