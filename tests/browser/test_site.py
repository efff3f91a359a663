"""The site in a real browser: reading, filtering, searching, keys, phone, print, and no JavaScript."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

PHONE = {"viewport": {"width": 360, "height": 740}}
KINDS = {
    "home": "",
    "event": "events/fire-across-the-ildra/",
    "withdrawn": "events/not-so/",
    "source": "sources/river-post/",
    "sources": "sources/",
    "actor": "actors/norland/",
    "actors": "actors/",
    "place": "places/qelm/",
    "places": "places/",
    "type": "types/talks/",
    "types": "types/",
    "day": "days/2031-11-05/",
    "days": "days/",
    "contested": "contested/",
    "method": "method/",
    "print": "print/",
    "search": "search/",
    "about": "about/",
    "lost": "404.html",
}


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_no_page_scrolls_sideways(opened, invented, path, width):
    """Every kind of page fits every width; 320 is a screen of 1280 at four times its size."""
    page = opened(invented, path, viewport={"width": width, "height": 740})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_every_page_reads_without_scripts(opened, invented, path):
    """With JavaScript off every page has its heading and its text, and no control that does nothing."""
    page = opened(invented, path, java_script_enabled=False)

    expect(page.locator("h1").first).to_be_visible()
    assert page.locator(".js-only:visible").count() == 0


def test_every_event_is_reached_without_scripts(opened, invented):
    """From the home page each event's page is one plain link away."""
    page = opened(invented, java_script_enabled=False)
    entries = page.locator(".entry-title a")
    addresses = [entries.nth(place).get_attribute("href") for place in range(entries.count())]

    assert sorted(addresses) == sorted(
        f"events/{path.parent.name}/" for path in invented.folder.glob("events/*/index.html")
    )


def test_own_site_loads_nothing_from_elsewhere(opened, site):
    """The real site asks nobody but itself; the fixture also holds console errors at none."""
    page = opened(site)
    page.locator(".entry-title a").first.click()
    page.wait_for_load_state("networkidle")

    assert page.heard.elsewhere == []
    expect(page.locator("h1")).to_be_visible()


def test_filter_narrows_and_stands_in_the_address(opened, invented):
    """A choice in the sheet narrows the feed, is told in words, counted, and can be sent as an address."""
    page = opened(invented)
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("checkbox", name="Talks").check()
    page.get_by_role("button", name="Show 2").click()

    assert page.locator(".entry:visible").count() == 2
    assert page.url.endswith("?type=talks")
    expect(page.locator(".chosen-words")).to_have_text("2 of 7 events shown. Type: Talks.")


def test_several_facets_hold_at_once(opened, invented):
    """Facets narrow together, values of one facet widen; the address alone restores the view."""
    page = opened(invented, "?type=talks&type=ceasefire&place=qelm&actor=norland")
    shown = [page.locator(".entry:visible").nth(n).get_attribute("data-id") for n in range(2)]

    assert shown == ["talks-in-qelm", "truce-in-qelm"]
    assert page.locator(".entry:visible").count() == 2


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("from=2031-11-05&to=2031-11-05", {"more-talks", "not-so", "truce-in-qelm"}),
        ("from=2031-11-03&to=2031-11-03", {"more-talks", "not-so", "talks-in-qelm"}),
        ("to=1999-12-31", {"more-talks", "old-war"}),
    ],
    ids=["a day", "inside a span", "long ago"],
)
def test_range_of_days_finds_uncertain_dates_by_overlap(opened, invented, query, shown):
    """A date matches when any day that it can mean lies in the range: “by December” has no first day."""
    page = opened(invented, f"?{query}")

    found = page.locator(".entry:visible").evaluate_all("all => all.map(one => one.dataset.id)")
    assert set(found) == shown


def test_filter_that_leaves_nothing_says_how_to_get_out(opened, invented):
    """An empty view says so, and one button brings everything back."""
    page = opened(invented, "?type=strike&type=talks&place=ildra")
    expect(page.locator("#ev-nothing")).to_be_visible()
    page.locator("#ev-nothing button").click()

    assert page.locator(".entry:visible").count() == 7


def test_unknown_values_in_the_address_are_left_out(opened, invented):
    """A value that the form does not know changes nothing and is shown nowhere."""
    page = opened(invented, "?type=<img src=x onerror=alert(1)>&actor=__proto__&from=x&constructor=1&key=2")

    assert page.locator(".entry:visible").count() == 7
    expect(page.locator("#ev-chosen")).to_be_hidden()


def test_back_returns_to_the_view_before(opened, invented):
    """Each choice is a step in the browser's history."""
    page = opened(invented, "?type=talks")
    page.locator("#ev-chosen [data-filter=clear]").click()
    assert page.locator(".entry:visible").count() == 7
    page.go_back()

    assert page.locator(".entry:visible").count() == 2


def test_what_is_shown_can_be_downloaded(opened, invented):
    """JSON and CSV of exactly the shown events."""
    page = opened(invented, "?type=talks")
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    data = json.loads(download.value.path().read_text(encoding="utf-8"))
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    table = list(csv.DictReader(io.StringIO(download.value.path().read_bytes().decode("utf-8"), newline="")))

    assert (
        {event["id"] for event in data["events"]}
        == {row["id"] for row in table}
        == {"talks-in-qelm", "more-talks"}
    )


def test_newest_first_turns_the_days(opened, invented):
    """The order can be turned, and stands in the address."""
    page = opened(invented)
    first = page.locator("#ev-days .entry").first.get_attribute("data-id")
    page.get_by_role("button", name="Newest first").click()

    assert page.locator("#ev-days .entry").last.get_attribute("data-id") == first
    assert page.url.endswith("?order=newest")


def test_search_loads_nothing_before_it_is_opened(opened, invented):
    """No byte of the search is fetched with a page."""
    page = opened(invented)

    assert [url for url in page.heard.requests if "pagefind" in url or "search" in url] == []


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_search_opens_by_key_and_finds(opened, invented, key):
    """Slash or Ctrl-K opens the search; arrows walk the results; Enter opens one."""
    page = opened(invented, "events/not-so/")
    page.keyboard.press(key)
    page.locator("dialog input[type=search]").fill("truce")
    expect(page.locator("dialog .search-results a").first).to_have_text("A truce is declared in Qelm")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/events/truce-in-qelm/$"))


@pytest.mark.parametrize(
    "query", ["5 November", "November 5", "2031-11-05", "5 Nov", "Nordmark Qelm truce", "Kelm half past one"]
)
def test_search_finds_days_and_spellings_alike(opened, invented, query):
    """However the day is written, and by any spelling of the alias table, the event is found."""
    page = opened(invented, f"search/?q={query}")

    expect(page.locator(".search-results a", has_text="A truce is declared in Qelm")).to_be_visible()


def test_search_narrows_by_facet(opened, invented):
    """The search's facets narrow what was found, or all there is."""
    page = opened(invented, "search/?q=Qelm")
    expect(page.locator(".search-results li").first).to_be_visible()
    page.get_by_label("Type").select_option(label="Ceasefire (1)")

    expect(page.locator(".search-status")).to_have_text("1 result")
    expect(page.locator(".search-results a")).to_have_text("A truce is declared in Qelm")


def test_search_that_finds_nothing_says_what_to_try(opened, invented):
    """An unknown word is answered in words, and shown as text."""
    page = opened(invented, "search/?q=<b>xyzzyx</b>")

    expect(page.locator(".search-status")).to_contain_text("Nothing found for “<b>xyzzyx</b>”")


def test_axis_is_walked_with_the_keys(opened, invented):
    """From one event of the overview the arrows, Home and End lead to the others."""
    page = opened(invented)
    links = page.locator(".axis-drawing a")
    links.first.focus()
    page.keyboard.press("End")
    last = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Home")
    first = page.evaluate("document.activeElement.getAttribute('href')")

    assert first != last
    assert {first, last} <= {links.nth(place).get_attribute("href") for place in range(links.count())}


def test_axis_zooms(opened, invented):
    """Closer makes the drawing wider, whole brings it back."""
    page = opened(invented)
    width = page.locator(".axis-drawing").evaluate("one => one.getBoundingClientRect().width")
    page.get_by_role("button", name="Closer").click()
    wider = page.locator(".axis-drawing").evaluate("one => one.getBoundingClientRect().width")
    page.get_by_role("button", name="Whole").click()

    assert wider > 1.4 * width
    assert page.locator(".axis-drawing").evaluate("one => one.getBoundingClientRect().width") == width


def test_what_is_new_since_the_last_visit_is_marked(opened, invented):
    """A second visit marks what was not there, or was otherwise, at the first."""
    page = opened(invented)
    assert page.locator(".badge.new").count() == 0
    page.evaluate(
        """() => { const name = Object.keys(localStorage).find((key) => key.startsWith("ev-seen"));
        const seen = JSON.parse(localStorage.getItem(name));
        delete seen["truce-in-qelm"]; seen["not-so"] = "other";
        localStorage.setItem(name, JSON.stringify(seen)); sessionStorage.clear(); }"""
    )
    page.reload(wait_until="networkidle")

    expect(page.locator("#ev-visit")).to_contain_text("1 new event, 1 changed")
    page.get_by_role("button", name="Show only these").click()
    assert page.locator(".entry:visible").count() == 2


def test_colours_follow_the_reader(opened, invented):
    """The button turns the colours, and the next page keeps them."""
    page = opened(invented, color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Colours").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(invented.at("method/"), wait_until="networkidle")

    assert before != after
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_print_page_has_numbered_sources_with_full_addresses(opened, invented):
    """On paper nothing is a link: the address is written out, and controls are gone."""
    page = opened(invented, "print/")
    page.emulate_media(media="print")

    expect(page.locator(".print-notes")).to_contain_text("https://river-post.example/shots?id=7")
    expect(page.locator(".menu")).to_be_hidden()
    assert len(page.pdf()) > 10_000


def test_paper_is_white_for_a_reader_of_the_dark(opened, invented):
    """Whoever reads in the dark still prints ink on paper."""
    page = opened(invented, "print/", color_scheme="dark")
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_lost_reader_is_led_home(opened, invented, browser):
    """An address that leads nowhere, however deep, gets a page with a way home."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(invented.at("events/gone/for/ever/"))

    expect(page.locator("h1")).to_have_text("There is no such page")
    context.close()


def test_skip_link_leads_to_the_content(opened, invented):
    """The first key press reaches the skip link, and it is visible then."""
    page = opened(invented, "events/not-so/")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#ev-content")


def test_reduced_motion_and_forced_colours(opened, invented):
    """Nothing scrolls smoothly for those who ask for less motion, and forced colours leave the text."""
    page = opened(invented, reduced_motion="reduce", forced_colors="active")

    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    expect(page.locator("h1")).to_be_visible()


def test_phone_has_the_strip_and_the_rail(opened, invented):
    """On a phone the overview folds into a strip and the date stays at the left edge."""
    page = opened(invented, **PHONE)

    expect(page.locator(".axis-strip")).to_be_visible()
    expect(page.locator(".axis-drawing")).to_be_hidden()
    rail = page.locator(".rail:not(.rail-open)").first.bounding_box()
    assert rail["x"] < 30
    assert rail["width"] < 80
