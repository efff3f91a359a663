"""The MkDocs plugin: hands pages, data and assets over, and sets fragments into the theme's shell."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.problems import InputProblemsError, Problem
from generator.site import addresses
from generator.site.assembly import assets, data_files, edition_of, write_search
from generator.site.build import enduring
from generator.site.cards import cards
from generator.site.edition import Document, Edition
from generator.site.options import TimelineOptions, settings_of
from generator.site.pages import Page, make_pages
from generator.site.rendering import Renderer
from generator.site.shell import Shell
from generator.timeline.model import Timeline

__all__ = ["CrisisTimelinePlugin"]

THEME = Path(__file__).parent / "theme"
MATERIAL = "material"
NOT_OURS = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
)  # of the theme; nothing loads them
DOCUMENT_SHEET = f"{addresses.ASSETS}document.css"
PLACEHOLDER = "<!-- made from the record -->\n"
_INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/(?:ld\+)?json\")", re.IGNORECASE
)


class CrisisTimelinePlugin(BasePlugin[TimelineOptions]):  # type: ignore[no-untyped-call]
    """Makes the timeline's pages part of a MkDocs site."""

    def __init__(self) -> None:
        self.preview = False
        self.problems: list[Problem] = []
        self.pages: dict[str, Page] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview, in which problems are shown instead of stopping."""
        self.preview = command == "serve"

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Let a faulty setting stop no serving."""
        server.builder = enduring(builder)
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the record, and bring our shell where the theme is Material."""
        root = Path(config.config_file_path).parent
        config.watch.extend(str(root / name) for name in (self.config.timeline, self.config.seeds))
        if not config.use_directory_urls:
            raise PluginError(
                "the timeline's addresses end in a slash; take use_directory_urls: false out of mkdocs.yml"
            )
        if config.theme.name == MATERIAL:
            config.theme.dirs.insert(0, str(THEME))
        else:
            config.extra_css = [*config.extra_css, f"{addresses.ASSETS}site.css"]
        self.edition = self._edition(root, config)
        return config

    def _edition(self, root: Path, config: MkDocsConfig) -> Edition:
        settings = settings_of(self.config, config)
        self.problems = []
        try:
            return edition_of(root, self.config.timeline, settings)
        except InputProblemsError as error:
            if not self.preview:
                raise PluginError("\n".join(map(str, error.problems))) from error
            self.problems = list(error.problems)
            return Edition(Timeline(title=config.site_name, timezone="UTC"), settings)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each of ours, outside the navigation, and our data and assets."""
        documents = [file for file in files.documentation_pages() if file.src_uri != "index.md"]
        self.edition = _with_documents(self.edition, documents, set(_named(config.nav)))
        self.render = Renderer(self.edition)
        self.shell = Shell(self.edition, self.render)
        self.pages = {addresses.source_file(page.address): page for page in self._made()}
        for name in self.pages:
            files.append(
                File.generated(config, name, content=PLACEHOLDER, inclusion=InclusionLevel.NOT_IN_NAV)
            )
        for name, text in data_files(self.edition):
            files.append(File.generated(config, name, content=text))
        if not self.problems:
            for name, picture in cards(self.edition):
                files.append(File.generated(config, name, content=picture))
        for name, path in assets():
            files.append(File.generated(config, name, abs_src_path=str(path)))
        if config.theme.name == MATERIAL:
            files.append(File.generated(config, DOCUMENT_SHEET, content=_document_sheet(files)))
            for file in [file for file in files if file.src_uri.startswith(NOT_OURS)]:
                files.remove(file)
        return files

    def _made(self) -> list[Page]:
        if not self.problems:
            return list(make_pages(self.edition))
        fragment = self.render("problems.html", addresses.HOME, problems=[str(one) for one in self.problems])
        title = str(self.edition.words("problems.title"))
        return [Page(address=addresses.HOME, kind="problems", title=title, description="", fragment=fragment)]

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give MkDocs the title and description, escaped once: themes print them raw."""
        made = self.pages.get(page.file.src_uri)
        if made:
            page.meta["title"] = html.escape(made.title, quote=True)
            page.meta["description"] = html.escape(made.description, quote=True)
        return markdown

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Set our fragment in place of the constant body."""
        made = self.pages.get(page.file.src_uri)
        return made.fragment if made else content

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template the finished pieces around the page."""
        made = self.pages.get(page.file.src_uri)
        sheets = [] if made else [DOCUMENT_SHEET]
        frame = self.shell.around(made or _document(page), sheets=sheets)
        return cast(TemplateContext, {**context, "frame": frame})

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the page for lost readers its frame; it may stand anywhere, so its links start at the root."""
        if template_name == "404.html":
            root = f"{str(context['base_url']).rstrip('/')}/"
            words = self.edition.words
            fragment = self.render("lost.html", addresses.HOME, root=root)
            page = Page(
                address="404.html",
                kind="lost",
                title=words.text("lost.title"),
                description="",
                fragment=fragment,
            )
            frame = self.shell.around(page, root=root)
            return cast(TemplateContext, {**context, "frame": frame, "fragment": fragment})
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Refuse a page with an inline script: the policy would block it, so it is a mistake or malice."""
        if config.theme.name == MATERIAL and _INLINE_SCRIPT.search(output):
            raise PluginError(f"{page.file.src_uri}: an inline script; put it into a file of its own")
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index from the pages' records."""
        write_search(self.edition, self.pages.values(), Path(config.site_dir))


def _document_sheet(files: Files) -> str:
    """Return Material's own stylesheet for hand-written pages, in a layer that ours overrules."""
    sheets = [file for file in files if re.fullmatch(r"assets/stylesheets/main\.\w+\.min\.css", file.src_uri)]
    texts = [re.sub(r'@charset "[^"]*";|/\*#.*?\*/', "", file.content_string) for file in sheets]
    return "".join(f"@layer material{{{text.strip()}}}\n" for text in texts)


def _named(nav: object) -> Iterator[str]:
    """Give the files that `nav` in `mkdocs.yml` names; without one, none."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, (list, dict)):
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from _named(one)


def _with_documents(edition: Edition, files: list[File], listed: Container[str]) -> Edition:
    documents = tuple(
        Document(file.url, _title(file), file.src_uri in listed)
        for file in sorted(files, key=lambda file: file.src_uri)
    )
    return replace(edition, settings=replace(edition.settings, documents=documents))


def _title(file: File) -> str:
    """Return a hand-written page's title: its first heading, or its name."""
    heading = re.search(r"^# +(.+?)\s*$", file.content_string, re.MULTILINE)
    return heading[1] if heading else file.name.replace("-", " ").capitalize()


def _document(page: MkDocsPage) -> Page:
    description: Any = page.meta.get("description", "")
    return Page(
        address=page.url if page.url != "./" else "",
        kind="document",
        title=html.unescape(str(page.title or "")),
        description=str(description),
        fragment="",
    )
