"""Parties and people: one page for each, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site import addresses
from generator.site.edition import Edition
from generator.site.pages import Page
from generator.site.rendering import Renderer
from generator.timeline.model import Actor

__all__ = ["pages"]


def pages(edition: Edition, render: Renderer) -> Iterator[Page]:
    """Give the page that lists the parties with their people, and the page of each."""
    actors = edition.timeline.actors
    heads = [actor for actor in actors.values() if actor.of not in actors]
    yield Page(
        address=addresses.ACTORS,
        kind="actors",
        title=edition.words.text("actors.title"),
        description=edition.words.text("actors.lead"),
        fragment=render("actors.html", addresses.ACTORS, heads=heads),
    )
    for actor in actors.values():
        yield _page(edition, render, actor)


def _page(edition: Edition, render: Renderer, actor: Actor) -> Page:
    address = addresses.actor(actor.id)
    quoted = [
        story
        for story in edition.stories
        if any(note.evidence.speaker == actor.id for note in story.notes)
        and actor.id not in story.event.actors + story.event.recipients
    ]
    kind = edition.words.text(f"actors.kind.{actor.kind}")
    return Page(
        address=address,
        kind="actor",
        title=actor.name,
        description=f"{actor.name} ({kind})",
        fragment=render("actor.html", address, actor=actor, quoted=quoted),
    )
