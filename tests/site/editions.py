"""Editions for the tests of the site: the invented crisis, with one of everything that a page can show."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.site.assembly import edition_of
from generator.site.edition import Edition, Settings
from generator.site.pages import Page, make_pages

CRISIS = Path(__file__).parent / "crisis"
SETTINGS = Settings(
    name="The Ildra crisis",
    address="https://example.org/ildra/",
    repository="https://github.com/example/ildra",
)


@cache
def invented(language: str = "en") -> Edition:
    """The edition of the invented crisis."""
    return edition_of(CRISIS, "timeline.yml", replace(SETTINGS, language=language))


@cache
def pages_of(language: str = "en") -> dict[str, Page]:
    """Its pages by their addresses."""
    return {page.address: page for page in make_pages(invented(language))}
