"""What a built site publishes beside its pages: every form is there, named where it should be, and agrees."""

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree as Tree

import icalendar
import pytest

from generator.exports import FORMATS
from generator.site.build import build, export
from generator.site.publishing import TAKEN_HOME
from tests.site.editions import CRISIS, invented
from tests.site.html import Fragment

ATOM = "{http://www.w3.org/2005/Atom}"
SHOWN = [story.event.id for story in invented().stories]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site of the invented crisis."""
    folder = tmp_path_factory.mktemp("published")
    build(CRISIS, site_dir=folder)
    return folder


def read(path):
    return path.read_text(encoding="utf-8")


def alternates(page):
    """Return the other forms that a page's head names, by their media types."""
    links = [held for name, held in Fragment(read(page)).elements if name == "link"]
    return [(one["type"], one["href"]) for one in links if one.get("rel") == "alternate"]


def ids_in(site: Path) -> dict[str, list[str]]:
    """Return the ids of events as each form has them."""
    rows = csv.DictReader(read(site / "data/events.csv").splitlines())
    atom = Tree.fromstring(read(site / "feeds/all.atom"))  # noqa: S314 - our own
    graph = json.loads(read(site / "data/timeline.jsonld"))["@graph"]
    return {
        "pages": [path.parent.name for path in site.glob("events/*/index.html")],
        "json": [one["id"] for one in json.loads(read(site / "data/timeline.json"))["events"]],
        "files": [path.stem for path in site.glob("data/events/*.json")],
        "csv": [row["id"] for row in rows],
        "atom": [one.findtext(f"{ATOM}id").split("/")[-2] for one in atom.iter(f"{ATOM}entry")],
        "jsonfeed": [one["_timeline"]["id"] for one in json.loads(read(site / "feeds/all.json"))["items"]],
        "jsonld": [one["identifier"] for one in graph if one["@type"] == "Article"],
        "frames": [path.parent.name for path in site.glob("embed/*/index.html")],
    }


def test_every_form_has_the_events_that_the_pages_have(site):
    """The same ids, each once, in the pages and in each form; drafts in none."""
    for form, ids in ids_in(site).items():
        assert sorted(ids) == sorted(SHOWN), form


def test_calendar_has_the_rest_of_what_it_leaves_out(site):
    """An event is in the calendar or named as left out."""
    calendar = icalendar.Calendar.from_ical((site / "feeds/all.ics").read_bytes())
    kept = [str(entry["UID"]).partition("@")[0] for entry in calendar.walk("VEVENT")]

    assert sorted([*kept, *str(calendar["X-TIMELINE-LEFT-OUT"]).split(",")]) == sorted(SHOWN)


def test_head_of_each_page_names_the_feeds(site):
    """Every page names the feeds of the whole, and a party's page its own before them."""
    for page in ("index.html", "events/truce-in-qelm/index.html", "about/index.html"):
        kinds = [kind for kind, _ in alternates(site / page)]
        assert kinds[-3:] == ["application/atom+xml", "application/feed+json", "text/calendar"], page
    assert alternates(site / "actors/norland/index.html")[0] == (
        "application/atom+xml",
        "../../feeds/actors/norland.atom",
    )
    assert ("application/json", "../../data/events/truce-in-qelm.json") in alternates(
        site / "events/truce-in-qelm/index.html"
    )


@pytest.mark.parametrize("page", ["index.html", "actors/norland/index.html", "types/clash/index.html"])
def test_forms_that_a_head_names_are_there(site, page):
    """No page names a feed that was not written."""
    for _, href in alternates(site / page):
        assert ((site / page).parent / href).resolve().is_file(), href


def test_one_page_lists_every_form(site):
    """The page of data leads to each form and to each feed, so that nothing is published in secret."""
    links = {
        (site / "data" / href).resolve() for href in Fragment(read(site / "data/index.html")).all("href")
    }
    made = {site / path for path in TAKEN_HOME.values()} | set((site / "feeds").rglob("*.*"))

    assert {path.name for path in made - links} == set()


@pytest.mark.parametrize("form", FORMATS)
def test_command_gives_what_the_site_has(site, form):
    """`crisis-timeline export FORM` prints the file that the site publishes."""
    folder = "feeds" if form in ("atom", "jsonfeed", "ical") else "data"
    given = export(CRISIS, form)
    there = (site / folder / FORMATS[form].file).read_bytes().decode()

    if form == "jsonld":  # the site's also says where the other forms are
        assert json.loads(given)["@graph"][1:] == json.loads(there)["@graph"][1:]
    else:
        assert given == there


def test_page_of_a_party_agrees_with_its_feed(site):
    """A facet's feed has the events that its page lists."""
    feed = json.loads(read(site / "feeds/places/qelm.json"))
    page = read(site / "places/qelm/index.html")

    assert {one["_timeline"]["id"] for one in feed["items"]} == set(re.findall('data-id="([^"]+)"', page))


def test_corrections_are_on_the_event_on_one_page_and_in_a_feed(site):
    """The same words in all three, newest first on the page."""
    note = "The day was given as 3 November before."
    log = Fragment(read(site / "corrections/index.html")).text

    for path in (
        "events/fire-across-the-ildra/index.html",
        "feeds/corrections.atom",
        "feeds/corrections.json",
    ):
        assert note in read(site / path), path
    assert log.index(note) < log.index("Two reports were mixed up.")
    ids = Fragment(read(site / "corrections/index.html")).all("id")
    for item in json.loads(read(site / "feeds/corrections.json"))["items"]:
        assert item["url"].partition("#")[2] in ids


def test_frame_holds_the_event_and_no_navigation(site):
    """A frame's page has the title and how sure it is; it runs nothing, and its links leave the frame."""
    page = Fragment(read(site / "embed/not-so/index.html"))
    names = [name for name, _ in page.elements]

    assert page.mistakes == []
    assert "Two reports were mixed up." in page.text
    assert not {"script", "nav", "header", "form"} & set(names)
    links = [held for name, held in page.elements if name == "a"]
    assert {held["target"] for held in links} == {"_blank"}
    assert "noindex" in str([held for name, held in page.elements if name == "meta"])
    assert "default-src 'none'" in str(page.elements)


def test_event_page_gives_the_frame_to_copy(site):
    """What can be copied is shown as text, with the frame's full address."""
    page = Fragment(read(site / "events/not-so/index.html"))

    assert (
        '<iframe src="https://example.org/ildra/embed/not-so/" title="An entry that proved wrong"'
        in page.text
    )
    assert "iframe" not in [name for name, _ in page.elements]


def test_frame_of_the_whole_lists_the_key_events(site):
    """One small page for the timeline itself."""
    text = Fragment(read(site / "embed/index.html")).text

    assert "A truce is declared in Qelm" in text
    assert "An entry that proved wrong" not in text
