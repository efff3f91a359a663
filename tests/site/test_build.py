"""The real build: the same bytes twice, nothing from a faulty record, the pages under another theme."""

import filecmp
import os
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.problems import InputProblemsError
from generator.site.build import build, pages
from tests.site.editions import CRISIS
from tests.site.html import Fragment


@pytest.fixture
def crisis(tmp_path):
    """A copy of the invented crisis, to be spoiled at will."""
    return Path(shutil.copytree(CRISIS, tmp_path / "crisis"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site of the invented crisis."""
    folder = tmp_path_factory.mktemp("built")
    build(CRISIS, site_dir=folder)
    return folder


def differing(one: Path, other: Path) -> list[str]:
    """Name every file that is not the same in both folders."""
    names = {
        path.relative_to(folder).as_posix()
        for folder in (one, other)
        for path in folder.rglob("*")
        if path.is_file()
    }
    _, different, missing = filecmp.cmpfiles(one, other, sorted(names), shallow=False)
    return different + missing


def test_second_build_changes_no_byte(built, tmp_path, crisis):
    """Another folder, another umask, the same bytes: search index and all."""
    before = os.umask(0o077)
    try:
        build(crisis, site_dir=tmp_path / "again")
    finally:
        os.umask(before)

    assert differing(built, tmp_path / "again") == []


def test_output_names_no_folder_of_this_machine(built):
    """No absolute path, user or host of the builder stands in what is published."""
    told = [
        path.name
        for path in built.rglob("*")
        if path.suffix in (".html", ".json", ".css", ".js", ".xml")
        if str(CRISIS.parent).encode() in path.read_bytes() or b"/home/" in path.read_bytes()
    ]

    assert told == []


@pytest.mark.parametrize(
    "page", ["index.html", "events/truce-in-qelm/index.html", "about/index.html", "404.html"]
)
def test_page_is_one_whole_document(built, page):
    """A page is well formed, names its language, and has title, description, canonical address and policy."""
    text = (built / page).read_text(encoding="utf-8")
    document = Fragment(text)
    metas = [held for name, held in document.elements if name == "meta"]

    assert document.mistakes == []
    assert '<html lang="en" dir="ltr" class="no-js">' in text
    assert [one for one in metas if one.get("http-equiv") == "Content-Security-Policy"]
    assert "unsafe-inline" not in str(metas) or page == "about/index.html"
    scripts = [held for name, held in document.elements if name == "script"]
    assert all("src" in one or one.get("type", "").startswith("application/") for one in scripts)


def test_nothing_of_the_theme_is_left_that_no_page_loads(built):
    """The theme's scripts, maps and pictures are not published."""
    names = sorted(path.name for path in (built / "assets").iterdir())

    assert names in (["timeline"], ["cards", "timeline"])


@pytest.mark.parametrize(
    ("find", "put", "code"),
    [
        ("quote: Sudmark denied the charge.", "quote: Sudmark owned up to it.", "quote-is-verbatim"),
        ("title: The Ildra crisis", "title: The Ildra crisis\ntitle: Twice", "key"),
        ("place: qelm", "place: nowhere", "place"),
    ],
    ids=["a quotation that is not there", "a key twice", "an unknown place"],
)
def test_faulty_record_stops_the_build_before_anything_is_written(crisis, tmp_path, find, put, code):
    """No page is made from a record that is wrong, and the message says where."""
    record = crisis / "timeline.yml"
    record.write_text(record.read_text(encoding="utf-8").replace(find, put, 1), encoding="utf-8")
    with pytest.raises(InputProblemsError) as stopped:
        build(crisis, site_dir=tmp_path / "out")

    assert any(code in str(problem) and problem.line for problem in stopped.value.problems)
    assert {problem.file for problem in stopped.value.problems} == {"timeline.yml"}
    assert not (tmp_path / "out" / "index.html").exists()


def test_missing_settings_are_told(tmp_path):
    """A folder without mkdocs.yml gets one line that says so."""
    with pytest.raises(InputProblemsError) as stopped:
        build(tmp_path)

    assert "mkdocs.yml" in str(stopped.value)


def test_inline_script_in_a_hand_written_page_is_refused(crisis, tmp_path):
    """The policy would block it, so the build says so instead."""
    (crisis / "docs" / "about.md").write_text("# About\n\n<script>alert(1)</script>\n", encoding="utf-8")
    with pytest.raises(InputProblemsError) as stopped:
        build(crisis, site_dir=tmp_path / "out")

    assert "about.md: an inline script" in str(stopped.value)


def test_preview_shows_problems_on_a_page(crisis, tmp_path):
    """While one edits, a faulty record is a page that lists its faults; mending it brings the site back."""
    record = crisis / "timeline.yml"
    good = record.read_text(encoding="utf-8")
    record.write_text(good.replace("place: qelm", "place: <b>nowhere</b>", 1), encoding="utf-8")
    config = load_config(str(crisis / "mkdocs.yml"), site_dir=str(tmp_path / "out"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    shown = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    record.write_text(good, encoding="utf-8")
    again = load_config(str(crisis / "mkdocs.yml"), site_dir=str(tmp_path / "out"))
    mkdocs_build(again)

    assert "The record has problems" in shown
    assert "&lt;b&gt;nowhere" in shown
    assert "A truce is declared" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_drafts_are_shown_when_asked_for(crisis, tmp_path):
    """A draft has a page in a preview with drafts, marked as one, and in no other."""
    build(crisis, site_dir=tmp_path / "out", drafts=True)
    text = (tmp_path / "out" / "events" / "in-the-drawer" / "index.html").read_text(encoding="utf-8")

    assert "Draft, not published" in text


def test_portable_pages_pass_through_another_theme(tmp_path):
    """`pages DIR` gives files that MkDocs' own theme builds into the same text, braces and all."""
    count = pages(CRISIS, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("site_name: Another\ntheme: mkdocs\nplugins: []\n", encoding="utf-8")
    mkdocs_build(load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site")))

    assert count == len(list((tmp_path / "docs").rglob("*.md")))
    page = (tmp_path / "site" / "events" / "truce-in-qelm" / "index.html").read_text(encoding="utf-8")
    assert "Read as Wednesday 5 November 2031." in Fragment(page).text
    assert "@misc{truce-in-qelm,\n  title = {A truce is declared in Qelm}," in "".join(Fragment(page).words)
    assert (tmp_path / "site" / "assets" / "timeline" / "site.css").is_file()


def test_portable_page_is_one_block_of_html(tmp_path):
    """No empty line and no indented line stands in a block, or a builder would take it for Markdown again."""
    pages(CRISIS, tmp_path)
    for path in tmp_path.rglob("*.md"):
        head, _, body = path.read_text(encoding="utf-8").partition("\n---\n\n")
        assert head.startswith('---\ntitle: "')
        assert not re.search(r"\n\s*\n|\n[ \t]", body.rstrip()), path.name
        assert "{" not in body


def test_plugin_serves_another_theme_too(crisis, tmp_path):
    """The same plugin builds under MkDocs' own theme: our fragments in that theme's shell."""
    settings = crisis / "mkdocs.yml"
    text = (
        settings.read_text(encoding="utf-8")
        .replace("name: material", "name: mkdocs")
        .replace("  language: en\n", "")
    )
    settings.write_text(text.replace("  font: false\n", ""), encoding="utf-8")
    build(crisis, site_dir=tmp_path / "out")
    page = (tmp_path / "out" / "events" / "truce-in-qelm" / "index.html").read_text(encoding="utf-8")

    assert "Read as Wednesday 5 November 2031." in Fragment(page).text
    assert "<title>A truce is declared in Qelm" in page


def test_folder_that_holds_something_else_is_not_emptied(tmp_path, project):
    """A build empties its folder first, so it takes none that isn't a site of ours."""
    foreign = tmp_path / "theses"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("Years of work.", encoding="utf-8")

    with pytest.raises(InputProblemsError, match="no site of ours"):
        build(project, site_dir=foreign)

    assert (foreign / "thesis.txt").read_text(encoding="utf-8") == "Years of work."
