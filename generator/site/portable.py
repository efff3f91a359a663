"""The same pages without Material, for any other builder: a folder of Markdown files that hold finished HTML.

Each file begins with its title and description, and then one block of HTML without an empty line, which every
builder of Markdown passes through as it is. Braces are written as character references, since some builders
run them. Styles, scripts and data lie beside the pages at the addresses that the pages link to.
"""

from __future__ import annotations

import html
import json
import shutil
from pathlib import Path

from generator.site import addresses
from generator.site.assembly import assets, data_files, edition_of, write_search
from generator.site.edition import Settings
from generator.site.pages import Page, make_pages
from generator.site.rendering import Renderer
from generator.site.shell import Shell

__all__ = ["write_pages"]


def write_pages(root: Path, folder: Path, *, settings: Settings, record: str = "timeline.yml") -> int:
    """Write the pages of the project in `root` into a folder, and return how many they are.

    Raises `InputProblemsError` where the record is faulty, before anything is written.
    """
    edition = edition_of(root, record, settings)
    pages = list(make_pages(edition))
    shell = Shell(edition, Renderer(edition))
    for page in pages:
        _put(folder / addresses.source_file(page.address), as_markdown(page, shell.kit(page.address)))
    for name, text in data_files(edition):
        _put(folder / name, text)
    for name, path in assets():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    write_search(edition, pages, folder)
    return len(pages)


def as_markdown(page: Page, kit: str) -> str:
    """Return a page as a Markdown file: front matter, then its HTML with what it needs, in one block."""
    matter = {"title": html.escape(page.title), "description": html.escape(page.description)}
    head = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in matter.items())
    lines = (line.strip() for line in _kept_lines(f"{kit}{page.fragment}").split("\n"))
    body = "\n".join(line for line in lines if line)
    return f'---\n{head}---\n\n<div class="ev-page">\n{_inert(body)}\n</div>\n'


def _kept_lines(fragment: str) -> str:
    """Return the fragment with the line ends inside `<pre>` written as references."""
    parts = fragment.split("<pre")
    kept = [parts[0]]
    for part in parts[1:]:
        inside, end, rest = part.partition("</pre>")
        kept.append(inside.replace("\n", "&#10;") + end + rest)
    return "<pre".join(kept)


def _inert(text: str) -> str:
    return text.replace("{", "&#123;").replace("}", "&#125;")


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
