"""What stands around every page: the document's head with its security policy, the masthead, the foot.

A theme's templates receive only finished pieces from here, since MkDocs renders them without escaping.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.site import addresses
from generator.site.cards import site_card
from generator.site.edition import Edition
from generator.site.markup import data_block
from generator.site.pages import Page
from generator.site.policy import policy
from generator.site.publishing import Alternate, Scope, alternates
from generator.site.rendering import Renderer
from generator.site.wording import opening

__all__ = ["Frame", "Shell"]

LONGEST_DESCRIPTION = 300  # characters; a search engine shows no more
_SCRIPT_WORDS = ("search.", "filter.", "visit.", "feed.new", "feed.changed", "axis.")


@dataclass(frozen=True, slots=True)
class Frame:
    """The finished pieces around one page."""

    language: str
    direction: str
    kind: str
    head: Markup
    header: Markup
    footer: Markup


class Shell:
    """Makes the frame of each page of an edition."""

    def __init__(self, edition: Edition, render: Renderer) -> None:
        self._edition = edition
        self._render = render

    def around(self, page: Page, *, sheets: Sequence[str] = (), root: str | None = None) -> Frame:
        """Return the frame of a page; `root` overrides the relative way to the root, for the 404 page."""
        start = page.address
        way = root or addresses.relative(addresses.HOME, start)
        words = self._edition.words
        return Frame(
            language=words.code,
            direction=words.direction,
            kind=page.kind,
            head=self._head(page, way, [f"{way}{sheet}" for sheet in sheets]),
            header=self._render("header.html", start, root=way, menu=self._menu(), site_name=self._name),
            footer=self._render(
                "footer.html", start, root=way, more=self._more(), messages=self._messages(way)
            ),
        )

    def kit(self, address: str) -> Markup:
        """Return the stylesheet, the scripts and their words, for a page that another builder frames."""
        root = addresses.relative(addresses.HOME, address)
        return self._render("kit.html", address, root=root, messages=self._messages(root))

    @property
    def _name(self) -> str:
        return self._edition.settings.name

    def _head(self, page: Page, root: str, sheets: Sequence[str]) -> Markup:
        site = self._edition.settings.address
        lost = page.kind == "lost"
        full = addresses.absolute(page.address, site) if site and not lost else None
        title = page.title if page.kind == "home" else f"{page.title} – {self._name}"
        return self._render(
            "head.html",
            page.address,
            root=root,
            policy=policy(document=page.kind == "document"),
            title=title,
            plain_title=page.title,
            site_name=self._name,
            description=opening(page.description, LONGEST_DESCRIPTION),
            canonical=full,
            kind=page.kind,
            card=self._card(page),
            alternates=self._alternates(page),
            sheets=[*sheets, f"{root}{addresses.ASSETS}site.css"],
            data=data_block(page.data, "application/ld+json") if page.data else "",
        )

    def _alternates(self, page: Page) -> list[Alternate]:
        """Return the other forms of a page, and the feeds by which it or the whole can be followed."""
        found = list(page.alternates)
        for name in (page.address.rstrip("/"), addresses.WHOLE):
            if scope := self._scopes.get(name):
                found.extend(alternates(scope, self._edition))
        return found

    @cached_property
    def _scopes(self) -> dict[str, Scope]:
        return {scope.name: scope for scope in self._edition.scopes}

    def _card(self, page: Page) -> str | None:
        """Return the full address of the picture to share: a page without its own has the site's."""
        site = self._edition.settings.address
        picture = page.card or site_card(self._edition)
        return addresses.absolute(picture, site) if site and picture else None

    def _menu(self) -> list[tuple[str, str]]:
        words = self._edition.words
        about = [one for one in self._edition.settings.documents if one.address == addresses.ABOUT]
        items = [
            (addresses.HOME, words("nav.timeline")),
            (addresses.CONTESTED, words("nav.contested")),
            (addresses.SOURCES, words("nav.sources")),
            (addresses.ACTORS, words("nav.actors")),
            (addresses.PLACES, words("nav.places")),
            (addresses.METHOD, words("nav.method")),
        ]
        return [(address, str(name)) for address, name in items] + [(one.address, one.title) for one in about]

    def _more(self) -> list[tuple[str, str]]:
        """Return what the foot leads to: the menu, the lists beside it, what editors added."""
        words, settings = self._edition.words, self._edition.settings
        lists = [
            (addresses.DAYS, words.text("nav.days")),
            (addresses.TYPES, words.text("nav.types")),
            (addresses.SEARCH, words.text("search.title")),
            (addresses.PRINT, words.text("nav.print")),
            (addresses.CORRECTIONS, words.text("corrections.title")),
            (addresses.DATA, words.text("data.title")),
        ]
        added = [one for one in settings.documents if one.listed and one.address != addresses.ABOUT]
        return [*self._menu(), *lists, *((one.address, one.title) for one in added)]

    def _messages(self, root: str) -> Markup:
        words = self._edition.words.subset(*_SCRIPT_WORDS)
        days = self._edition.days
        example = self._edition.words.text("calendar.day_month")
        if days:
            month = self._edition.words.list("calendar.months")[days[-1].date.month - 1]
            example = example.format(day=days[-1].date.day, month=month)
        text = self._edition.words.text
        ways = [
            (addresses.HOME, text("nav.timeline")),
            (addresses.DAYS, text("nav.days")),
            (addresses.ACTORS, text("nav.actors")),
        ]
        data = {"root": root, "words": {**words, "search.example": example}, "ways": ways}
        return data_block(data, "application/json", "ev-messages")
