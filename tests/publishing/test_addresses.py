"""On a project page, a user page and an own domain, every address of the site leads where it should."""

import html
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as Tree

import icalendar
import pytest

from generator.site.build import build

ROOT = Path(__file__).parents[2]
KINDS = {
    "project page": "https://somebody.example/crisis-timeline/",
    "user page": "https://somebody.example/",
    "own domain": "https://timeline.example/",
}
ADDRESSES = {
    ("a", "href"),
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("form", "action"),
    ("source", "src"),
}
OTHERS = {"http", "https", "mailto", "data"}


class Page(HTMLParser):
    """The addresses and the ids of a page."""

    def __init__(self, text):
        super().__init__()
        self.addresses = []
        self.ids = set()
        self.canonical = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note what a tag leads to."""
        given = dict(attrs)
        self.ids.add(given.get("id"))
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
            return
        self.addresses += [given[name] for wanted, name in ADDRESSES if tag == wanted and given.get(name)]


class Served:
    """A built site at its address, read as GitHub Pages does: a folder answers with its index."""

    def __init__(self, folder, address):
        self.folder = folder
        self.address = address

    def file_at(self, url):
        """Return the file that answers an address within the site, or None."""
        assert url.startswith(self.address), f"{url} leads out of {self.address}"
        path = self.folder / unquote(urlsplit(url).path.removeprefix(urlsplit(self.address).path)).lstrip("/")
        if path.is_dir():
            return path / "index.html" if url.endswith("/") and (path / "index.html").exists() else None
        return path if path.is_file() else None

    def pages(self):
        """Give each page with its address."""
        for path in sorted(self.folder.rglob("*.html")):
            name = path.relative_to(self.folder).as_posix()
            if name != "404.html":
                yield self.address + re.sub(r"(^|/)index\.html$", r"\1", name), path


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: kind.replace(" ", "-"))
def served(request, tmp_path_factory):
    """Build this repository's site for one kind of address."""
    folder = tmp_path_factory.mktemp("project")
    address = KINDS[request.param]
    shutil.copy(ROOT / "timeline.yml", folder / "timeline.yml")
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^#? ?site_url:.*$", f"site_url: {address}", settings, count=1, flags=re.MULTILINE)
    settings = re.sub(r"^( +)# (repository:.*)$", r"\1\2", settings, count=1, flags=re.MULTILINE)
    assert f"site_url: {address}" in settings
    assert re.search("^ +repository: https", settings, re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    if request.param == "own domain":
        (folder / "docs" / "CNAME").write_text("timeline.example\n", encoding="utf-8")
    build(folder, site_dir=folder / "site")
    return Served(folder / "site", address)


def inner(page, url, address):
    """Return the addresses on a page that stay within the site, each made whole."""
    for found in Page(page.read_text(encoding="utf-8")).addresses:
        whole = urljoin(url, found)
        own_host = urlsplit(whole).netloc == urlsplit(address).netloc
        if urlsplit(whole).scheme in OTHERS and not own_host:
            continue
        yield found, whole


def test_every_address_leads_to_something(served):
    """No link, script, style or picture leads nowhere, out of the site's path, or to a missing part."""
    ids = {}
    broken = []
    for url, page in served.pages():
        for found, whole in inner(page, url, served.address):
            target, part = urldefrag(whole)
            file = served.file_at(target)
            if file is None:
                broken.append((url, found))
            elif part and file.suffix == ".html" and not part.startswith(":~:"):
                if file not in ids:
                    ids[file] = Page(file.read_text(encoding="utf-8")).ids
                if unquote(part) not in ids[file]:
                    broken.append((url, found))
    assert broken == []


@pytest.mark.parametrize("lost", ["nowhere", "nowhere/", "events/nowhere/", "a/b/c/d/e.html"])
def test_page_for_the_lost_works_at_any_depth(served, lost):
    """GitHub shows 404.html at whatever address was asked for: its links and styles work from there."""
    page = served.folder / "404.html"
    checked = list(inner(page, served.address + lost, served.address))
    assert len(checked) > 5
    for found, whole in checked:
        if not found.startswith("#"):
            assert served.file_at(urldefrag(whole)[0]) is not None, found


def test_full_addresses_are_the_sites_own(served):
    """Canonical links and the sitemap name pages that are there, under the site's own address."""
    for url, page in served.pages():
        canonical = Page(page.read_text(encoding="utf-8")).canonical
        # A frame for other sites is a part of its event's page, or of the home page.
        at_home = re.sub("/embed/(.+)", r"/events/\1", url).replace("/embed/", "/")
        assert canonical == at_home, page
    listed = re.findall("<loc>(.*?)</loc>", (served.folder / "sitemap.xml").read_text(encoding="utf-8"))
    assert len(listed) > 10
    for url in listed:
        assert served.file_at(url) is not None, url


def test_feeds_name_the_sites_own_address(served):
    """Each full address of a page in a feed or an export is one that the site serves."""
    others = {"https://somebody.example", "https://timeline.example"}
    for path in sorted(served.folder.rglob("*")):
        if path.suffix in {".xml", ".json", ".ics", ".atom", ".csv", ".jsonld"} and path.is_file():
            text = path.read_text(encoding="utf-8")
            for host in others:
                for url in re.findall(rf"{re.escape(host)}[^\s\"'<>,\\)\]]*", text):
                    assert url.startswith(served.address.rstrip("/")), (path, url)


def test_each_feed_names_itself_and_pages_that_are_there(served):
    """A feed's own address is the one it is served at; each entry's address is that of its event's page."""
    atom = "{http://www.w3.org/2005/Atom}"
    feeds = sorted((served.folder / "feeds").rglob("*.atom"))
    assert len(feeds) > 5
    for path in feeds:
        feed = Tree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own
        links = {one.get("rel"): one.get("href") for one in feed.findall(f"{atom}link")}
        assert served.file_at(links["self"]) == path
        assert served.file_at(links["alternate"]) is not None
        for entry in feed.iter(f"{atom}entry"):
            assert served.file_at(urldefrag(entry.findtext(f"{atom}id"))[0]) is not None
    for path in sorted((served.folder / "feeds").rglob("*.json")):
        feed = json.loads(path.read_text(encoding="utf-8"))
        assert served.file_at(feed["feed_url"]) == path
        assert all(served.file_at(urldefrag(item["url"])[0]) for item in feed["items"])
    for path in sorted((served.folder / "feeds").rglob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        assert served.file_at(str(calendar["SOURCE"])) == path
        assert all(served.file_at(str(entry["URL"])) for entry in calendar.walk("VEVENT"))


def test_cards_and_linked_data_have_full_addresses(served):
    """The picture of each page is there at its full address, and so is all that its linked data names."""
    for _, page in served.pages():
        text = page.read_text(encoding="utf-8")
        for picture in re.findall('property="og:image" content="([^"]*)"', text):
            assert served.file_at(picture) is not None, picture
        for block in re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", text):
            for url in own_addresses(json.loads(block), served.address):
                assert served.file_at(urldefrag(url)[0]) is not None, url
    assert 'property="og:image"' in (served.folder / "index.html").read_text(encoding="utf-8")


def own_addresses(data, address):
    """Give every address of the site in some data."""
    host = "/".join(address.split("/")[:3])
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from own_addresses(one, address)
    elif isinstance(data, str) and data.startswith(host):
        yield data


def test_citation_and_frame_give_the_events_full_address(served):
    """What is copied from an event's page leads back to it from anywhere."""
    for page in sorted((served.folder / "events").glob("*/index.html")):
        text = html.unescape(page.read_text(encoding="utf-8"))
        name = page.parent.name
        for form in (f"url = {{{served.address}events/{name}/}}", f"UR  - {served.address}events/{name}/"):
            assert form in text, page
        frame = re.search('<iframe src="([^"]*)"', text)[1]
        assert served.file_at(frame) == served.folder / "embed" / name / "index.html"


def test_corrections_lead_to_the_record_and_name_the_page(served):
    """A reader corrects an event in the record at its line, or in a form that has the event."""
    lines = (ROOT / "timeline.yml").read_text(encoding="utf-8").split("\n")
    for page in sorted((served.folder / "events").glob("*/index.html")):
        links = Page(page.read_text(encoding="utf-8")).addresses
        line = next(int(one.partition("#L")[2]) for one in links if "/edit/main/timeline.yml#L" in one)
        assert lines[line - 1].split() == ["-", "id:", page.parent.name]
        issue = next(one for one in links if "/issues/new?template=correction.yml&" in one)
        assert issue.endswith(f"&event={page.parent.name}")


def test_search_is_served_from_below_the_address(served):
    """The search's engine and its index are there, where the pages look for them."""
    assert served.file_at(f"{served.address}pagefind/pagefind.js") is not None
    home = (served.folder / "index.html").read_text(encoding="utf-8")
    assert json.loads(re.search(r'id="ev-messages">(.*?)</script>', home)[1])["root"] == "./"


def test_own_domain_is_told_to_github(served):
    """The file by which GitHub knows an own domain comes through, and only there."""
    assert (served.folder / "CNAME").exists() == (served.address == KINDS["own domain"])
