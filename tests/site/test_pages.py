"""Pages are data: well formed, linked to one another, and the same each time."""

import posixpath
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.dates import Edtf
from generator.site.assembly import assets, data_files
from generator.site.edition import Document
from generator.site.pages import make_pages
from generator.site.rendering import Renderer
from generator.site.shell import Shell
from tests.site.editions import CRISIS, invented, pages_of
from tests.site.html import Fragment

ADDRESSES = sorted(pages_of())


def test_there_is_a_page_for_everything():
    """Each shown event, source, actor, place, type and settled day has its page; a draft has none."""
    edition, pages = invented(), pages_of()

    expected = {f"events/{event.id}/" for event in edition.timeline.events if event.status != "draft"}
    expected |= {f"sources/{name}/" for name in edition.timeline.sources}
    expected |= {f"actors/{name}/" for name in edition.timeline.actors}
    expected |= {f"places/{name}/" for name in edition.timeline.places}
    expected |= {
        "",
        "sources/",
        "actors/",
        "places/",
        "types/",
        "days/",
        "contested/",
        "method/",
        "print/",
        "search/",
    }
    assert expected <= set(pages)
    assert {"types/clash/", "days/2031-11-05/"} <= set(pages)
    assert "events/in-the-drawer/" not in pages


@pytest.mark.parametrize("address", ADDRESSES)
def test_fragment_is_well_formed(address):
    """Every element is closed in order, no id stands twice, and every id begins with `ev-`."""
    fragment = Fragment(pages_of()[address].fragment)
    ids = fragment.all("id")

    assert fragment.mistakes == []
    assert len(ids) == len(set(ids))
    assert [one for one in ids if not one.startswith("ev-")] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_fragment_has_one_heading_and_no_style_or_script(address):
    """A page has one main heading, no inline style, no handler and no script: the policy would block them."""
    fragment = Fragment(pages_of()[address].fragment)
    names = [name for name, _ in fragment.elements]
    attributes = {name for _, held in fragment.elements for name in held}

    assert names.count("h1") == 1
    assert "script" not in names
    assert "style" not in names
    assert "style" not in attributes
    assert [name for name in attributes if name.startswith("on")] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_lead_somewhere(address):
    """Every link inside the site leads to a page, an id or a file that is made."""
    pages = pages_of()
    files = {name.removesuffix("index.html") for name, _ in data_files(invented())}
    files |= {name for name, _ in assets()} | {"about/"}
    for href in Fragment(pages[address].fragment).all("href"):
        if re.match(r"https?://", href):
            continue
        path, _, anchor = href.partition("#")
        target = (
            posixpath.normpath(posixpath.join("/", address, path)).lstrip("/")
            if path
            else address.rstrip("/")
        )
        target = f"{target}/" if f"{target}/" in pages or f"{target}/" in files else target
        assert target in pages or target in files, href
        if anchor:
            assert f'id="{anchor}"' in pages[target].fragment, href


def test_pages_are_the_same_each_time():
    """Two runs give the same pages: nothing reads a clock, a set's order or a hidden state."""
    assert [page.fragment for page in make_pages(invented())] == [
        page.fragment for page in pages_of().values()
    ]


def test_no_page_shows_an_article_whole():
    """No page holds more than four fifths of a report's sentences, short as these reports are."""
    for path in (CRISIS / "seeds").glob("river*.txt"):
        sentences = [
            one for one in re.split(r"(?<=[.”])\s+", path.read_text(encoding="utf-8")) if len(one) > 20
        ]
        for page in pages_of().values():
            shown = Fragment(page.fragment).text
            held = sum(" ".join(one.split()) in shown for one in sentences)
            assert held <= 0.8 * len(sentences), (path.name, page.address)


def test_event_page_tells_how_the_date_was_read():
    """The words are marked in their sentence, the day they count from is named, the result is in words."""
    fragment = pages_of()["events/fire-across-the-ildra/"].fragment
    text = Fragment(fragment).text

    assert "<mark>Tuesday</mark>" in fragment
    assert "counted from the day of the report, Wednesday 5 November 2031" in text
    assert "Read as Tuesday 4 November 2031." in text


def test_other_readings_are_told_with_their_reason():
    """Another defensible reading stands beside the one that was taken."""
    text = Fragment(pages_of()["events/talks-in-qelm/"].fragment).text

    assert "Another defensible reading: Sunday 26 October 2031, a Sunday further back is possible" in text


def test_versions_stand_side_by_side_with_figures_and_quotations():
    """Each party's version has its own column, its figure, and its own quotation."""
    fragment = Fragment(pages_of()["events/fire-across-the-ildra/"].fragment)
    columns = [attributes for _, attributes in fragment.elements if attributes.get("class") == "version"]

    assert len(columns) == 2
    assert "Norland says Nine soldiers died. Figure 9" in fragment.text
    assert "Sudmark says Between 20 and 25 died. Figure 20–25" in fragment.text


def test_quotation_in_another_language_says_so():
    """An Urdu quotation carries its language and its direction."""
    quotes = [
        held
        for name, held in Fragment(pages_of()["events/not-so/"].fragment).elements
        if name == "blockquote"
    ]

    assert quotes == [{"lang": "ur", "dir": "rtl"}]


def test_withdrawn_event_keeps_its_page_with_the_reason():
    """Nothing disappears: the page stays, marked, with the reason."""
    text = Fragment(pages_of()["events/not-so/"].fragment).text

    assert "Withdrawn. Reason: Two reports were mixed up." in text


def test_clock_time_is_given_in_all_zones():
    """An announcement at 01:30 in Qatar is told in each zone of the record, with the day where it differs."""
    text = Fragment(pages_of()["events/truce-in-qelm/"].fragment).text

    assert "Asia/Qatar 01:30" in text
    assert "Asia/Kabul 03:00" in text
    assert "UTC 22:30, 4 November" in text


def test_sources_that_share_copy_count_once():
    """Two reports with the agency's copy are one origin, and the page says why."""
    text = Fragment(pages_of()["sources/"].fragment).text

    assert "7 events from 3 sources, which go back to 2 independent origins" in text
    assert "These share copy from Sela Agency and count as one" in text


def test_correction_links_lead_to_the_line_and_to_a_filled_issue():
    """The edit page opens at the event's line, and an issue comes with the event's name."""
    hrefs = Fragment(pages_of()["events/truce-in-qelm/"].fragment).all("href")
    lines = (CRISIS / "timeline.yml").read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, start=1) if "id: truce-in-qelm" in text)

    assert f"https://github.com/example/ildra/edit/main/timeline.yml#L{line}" in hrefs
    assert any(
        href.startswith("https://github.com/example/ildra/issues/new?template=correction.yml&")
        and href.endswith("&event=truce-in-qelm")
        for href in hrefs
    )


def test_link_to_the_sentence_is_a_text_fragment():
    """A quotation with a known address links to its words there; one without has no link."""
    hrefs = Fragment(pages_of()["events/fire-across-the-ildra/"].fragment).all("href")

    assert (
        "https://river-post.example/shots?id=7#:~:text=Shots%20were%20fired%20across%20the,in%20the%20third%20clash%20this%20month."
        not in hrefs
    )
    assert any(
        href.startswith("https://river-post.example/shots?id=7#:~:text=Shots%20were") for href in hrefs
    )


def test_templates_never_switch_escaping_off():
    """Only `markup.py` makes markup from text: no template says `safe`, no other module says `Markup(`."""
    folder = Path("generator/site")
    guilty = [
        path.as_posix()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".py") and path.name != "markup.py"
        if re.search(r"\|\s*safe\b|\bMarkup\(|autoescape\s+false", path.read_text(encoding="utf-8"))
    ]

    assert guilty == []


def test_script_never_builds_markup_from_text():
    """Our scripts set text and make elements; none of them parses markup or runs text."""
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setTimeout\(\s*['\"]"
    )
    guilty = [
        path.name
        for name, path in assets()
        if path.suffix == ".js" and forbidden.search(path.read_text(encoding="utf-8"))
    ]

    assert guilty == []


@pytest.mark.parametrize(
    ("name", "word"),
    [("not-so", "Withdrawn"), ("fire-across-the-ildra", "Accounts differ")],
    ids=["withdrawn", "contested"],
)
def test_what_does_not_simply_stand_says_so_wherever_it_is_named(name, word):
    """In a search result, and beside every link from a page of a neighbour or of something alike."""
    links = [
        after
        for address, page in pages_of().items()
        if address.startswith("events/") and address != f"events/{name}/"
        for after in page.fragment.partition('<nav class="around"')[2].split(f'href="../{name}/"')[1:]
    ]

    assert word in pages_of()[f"events/{name}/"].search.kind
    assert len(links) >= 1
    assert [
        link for link in links if f'">{word}</span>' not in link.partition("</p>")[0].partition("</li>")[0]
    ] == []


def test_description_of_a_withdrawn_event_begins_with_that():
    """Where the page is shared, its description is all that many see."""
    assert pages_of()["events/not-so/"].description.partition(". ")[2].startswith("Withdrawn.")


def test_last_day_that_is_told_has_an_event_that_stands():
    """“Events to” names no day of which the only event was withdrawn."""
    edition = invented()
    latest = max(edition.timeline.events, key=lambda one: one.date.earliest or date.min)
    gone = replace(latest, id="gone", date=Edtf.parse("2031-12-24"), status="withdrawn", reason="Mixed up.")
    later = replace(edition, timeline=replace(edition.timeline, events=(*edition.timeline.events, gone)))
    home = next(page for page in make_pages(later) if page.kind == "home")

    assert "days/2031-12-24/" in {page.address for page in make_pages(later)}
    assert (
        "24 December" not in Fragment(home.fragment.partition('class="as-of"')[2].partition("</p>")[0]).text
    )


def test_a_date_in_doubt_has_no_form_for_machines():
    """`datetime` holds a plain day; “about 11 October” is none."""
    edition = invented()
    event = replace(edition.timeline.events[0], date=Edtf.parse("2031-11-05~"))
    spoiled = replace(edition, timeline=replace(edition.timeline, events=(event,)))
    page = next(page for page in make_pages(spoiled) if page.kind == "event")
    told = page.fragment.partition('class="event-date"')[2].partition("</p>")[0]

    assert "about 5 November 2031" in told
    assert "datetime" not in told


def test_reader_is_told_of_no_setting():
    """Where no repository is set, the links for corrections are left out, and nothing is said of it."""
    edition = replace(invented(), settings=replace(invented().settings, repository=None, address=None))
    page = next(page for page in make_pages(edition) if page.address == "events/truce-in-qelm/")
    text = Fragment(page.fragment).text

    assert "Suggest a correction" not in text
    assert "repository" not in text
    assert "Cite this event" in text


def test_summary_names_what_it_rests_on_by_source():
    """Each quotation behind the summary is linked by its number, under the name of its source."""
    fragment = pages_of()["events/fire-across-the-ildra/"].fragment
    notes = invented().by_id["fire-across-the-ildra"].notes

    assert "Rests on: River Post 1 3 4 Report without a named outlet 2" in Fragment(fragment).text
    assert {f'href="#ev-q{note.number}"' for note in notes} <= set(re.findall(r'href="#ev-q\d+"', fragment))


def test_related_names_nothing_twice():
    """What stands as the earlier or the later event is not named again as related."""
    edition = invented()
    for story in edition.stories:
        assert not set(edition.related(story)) & set(edition.neighbours(story))


def test_home_says_how_far_its_events_reach():
    """The last day that is settled, and the last that one without a settled day may have had."""
    text = Fragment(pages_of()[""].fragment).text

    assert "Events to Wednesday 5 November 2031. " in text
    assert "Some, whose day is not known, may be as late as 31 December 2031." in text


def test_place_is_in_a_country_not_in_a_code():
    """A reader sees the name of the country."""
    text = Fragment(pages_of()["places/qelm/"].fragment).text

    assert "CountryQatar" in text


def test_foot_leads_to_what_readers_need_and_to_no_developers_page():
    """The foot has the reader's pages; of the hand-written ones those that `nav` lists."""
    documents = (
        Document("about/", "About"),
        Document("design/", "Design"),
        Document("glossary/", "Glossary", listed=True),
    )
    edition = replace(invented(), settings=replace(invented().settings, documents=documents))
    page = pages_of()["events/truce-in-qelm/"]
    foot = Fragment(str(Shell(edition, Renderer(edition)).around(page).footer)).all("href")

    for address in (
        "",
        "contested/",
        "sources/",
        "method/",
        "days/",
        "search/",
        "print/",
        "about/",
        "glossary/",
    ):
        assert f"../../{address}" in foot
    assert "../../design/" not in foot
