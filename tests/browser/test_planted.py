"""Text planted in every field, in a real browser: it shows as text and never runs, policy on and off."""

import re
from pathlib import Path

import pytest

from generator.site.assembly import assets, data_files, write_search
from generator.site.edition import Edition
from generator.site.pages import make_pages
from generator.site.rendering import Renderer
from generator.site.shell import Shell
from tests.browser.conftest import served
from tests.site.test_planted import PLANTED, planted

RUNNING = {
    name: PLANTED[name] for name in ("tag", "script", "breakout", "title", "braces", "escaped", "names")
}
VISITED = [
    "",
    "events/truce-in-qelm/",
    "sources/river-post/",
    "actors/norland/",
    "contested/",
    "print/",
    "search/",
    "embed/",
    "embed/truce-in-qelm/",
    "corrections/",
    "data/",
    "days/2031-11-05/",
]


def write(edition: Edition, folder: Path, policy: bool = True) -> None:
    """Write the site of an edition, without MkDocs; without the policy if so asked."""
    pages = list(make_pages(edition))
    shell = Shell(edition, Renderer(edition))
    for page in pages:
        frame = shell.around(page)
        head = frame.head if policy else re.sub(r"<meta http-equiv=[^>]*>", "", str(frame.head))
        target = folder / page.address / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        body = f"{frame.header}<main id='ev-content' tabindex='-1'>{page.fragment}</main>{frame.footer}"
        target.write_text(f"<!doctype html><html lang='en'><head>{head}</head><body>{body}", encoding="utf-8")
    for name, content in data_files(edition):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        # The frames are whole documents, with a policy of their own.
        text = content if policy else re.sub(r"<meta http-equiv=[^>]*>", "", content)
        (folder / name).write_text(text, encoding="utf-8")
    for name, path in assets():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(path.read_bytes())
    write_search(edition, pages, folder)


@pytest.fixture(params=[True, False], ids=["policy on", "policy off"])
def policy(request):
    return request.param


@pytest.mark.parametrize("text", RUNNING.values(), ids=RUNNING.keys())
def test_planted_text_shows_and_never_runs(opened, tmp_path, text, policy):
    """No dialog, no element, the exact words in the heading, the title bar and the search results."""
    write(planted(text), tmp_path, policy)
    for spoiled in served(tmp_path):
        page = opened(spoiled)
        for path in VISITED:
            page.goto(spoiled.at(path), wait_until="networkidle")
            assert page.locator("img, iframe, main script, [onerror], [onmouseover]").count() == 0
        page.goto(spoiled.at("events/truce-in-qelm/"), wait_until="networkidle")
        assert page.locator("h1").inner_text() == text
        assert page.title().startswith(text)
        page.goto(spoiled.at("search/?q=Wednesday 5 November 2031"), wait_until="networkidle")
        page.locator(".search-results a").first.wait_for()
        assert page.locator(".search-results a").first.inner_text() == text
        assert page.heard.dialogs == []
        page.context.close()


@pytest.mark.parametrize("text", [PLANTED["tag"], PLANTED["script"]], ids=["tag", "script"])
def test_planted_text_in_the_address_never_runs(opened, invented, text):
    """The search box, the filter's parameters and the fragment take text as text."""
    page = opened(invented, f"search/?q={text}")
    page.goto(invented.at(f"?type={text}&from={text}&actor={text}#{text}"), wait_until="networkidle")

    assert page.heard.dialogs == []
    assert page.locator("img").count() == 0


def test_policy_is_a_second_wall(opened, tmp_path):
    """A script that got into a page past all escaping still does not run under the policy."""
    write(planted("plain"), tmp_path)
    home = tmp_path / "index.html"
    text = home.read_text(encoding="utf-8").replace(
        "<h1", "<script>alert(1)</script><img src=x onerror=alert(2)><h1"
    )
    home.write_text(text, encoding="utf-8")
    for spoiled in served(tmp_path):
        page = opened(spoiled)
        assert page.heard.dialogs == []
        assert len([error for error in page.heard.errors if "Content Security Policy" in error]) >= 2
        page.heard.errors.clear()
        page.context.close()
