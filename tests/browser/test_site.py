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
    "corrections": "corrections/",
    "data": "data/",
    "frame": "embed/truce-in-qelm/",
    "frame of all": "embed/",
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


@pytest.mark.parametrize("path", ["about/", "design/", "editing/", "problems/", "publishing/", "dates/"])
@pytest.mark.parametrize("width", [320, 360, 1440])
def test_no_hand_written_page_scrolls_sideways(opened, site, path, width):
    """Long lines and wide tables scroll in themselves; the page begins where every page begins."""
    page = opened(site, path, viewport={"width": width, "height": 740})

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").bounding_box()["x"] == page.locator(".brand").bounding_box()["x"]


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


def test_every_count_in_the_sheet_is_what_its_choice_shows(opened, invented):
    """Whatever else is chosen, ticking one more shows as many events as were promised beside it."""
    page = opened(invented, "?actor=norland&from=2031-11-01")
    page.get_by_role("button", name="Filter").click()
    boxes = page.locator("#ev-filter fieldset input[type=checkbox]:not([name=actor])")
    for place in range(boxes.count()):
        promised = int(boxes.nth(place).locator("xpath=..").locator(".count").inner_text())
        boxes.nth(place).check()
        label = boxes.nth(place).get_attribute("value")
        assert page.locator(".entry:not([hidden])").count() == promised, label
        boxes.nth(place).uncheck()


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
    """A value that the form does not know changes nothing and is shown nowhere; that it was there is said."""
    page = opened(invented, "?type=<img src=x onerror=alert(1)>&actor=__proto__&from=x&constructor=1&key=2")

    assert page.locator(".entry:visible").count() == 7
    expect(page.locator(".chosen-words")).to_have_text(
        "7 of 7 events shown. Part of this address is not known here and was left out."
    )


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


@pytest.mark.parametrize(
    "query",
    [
        "19 October",
        "October 19",
        "2025-10-19",
        "Oct 19",
        "19 Oct 2025",
        "Sunday, 19th of October",
        "19 Octber",
    ],
)
def test_one_day_is_found_alike_however_it_is_written(opened, site, query):
    """Each spelling of a day has the same results in the same order, what happened on it first."""
    page = opened(site, f"search/?q={query}")
    expect(page.locator(".search-status")).to_contain_text("results")
    found = page.locator(".search-results h3").all_inner_texts()

    assert found[0] == "Ceasefire brokered in Doha"
    assert found == opened(site, "search/?q=2025-10-19").locator(".search-results h3").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("ceasfire", "Ceasefire brokered in Doha"),
        ("caesefire", "Ceasefire brokered in Doha"),
        ("Tehrek", "Pakistan says it carried out air strikes near Kabul"),
        ("Tehrik", "Pakistan says it carried out air strikes near Kabul"),
        ("Turkey", "Pakistan and the Afghan Taliban hold talks in Istanbul"),
        ("turkiye", "Fatemi says that Pakistan took part at the request of friendly nations"),
        ("istanbl talks", "Pakistan and the Afghan Taliban hold talks in Istanbul"),
    ],
)
def test_search_tolerates_slips_and_spellings(opened, site, query, title):
    """A slip of a letter, letters changed about, and every spelling of the alias table find the event."""
    page = opened(site, f"search/?q={query}")

    expect(page.locator(".search-results a", has_text=title)).to_be_visible()


def test_search_says_that_it_put_a_spelling_right(opened, site):
    """What is shown in place of a word that stands nowhere is said."""
    page = opened(site, "search/?q=ceasfire")

    expect(page.locator(".search-told")).to_contain_text("“ceasfire” stands nowhere in this record")


def test_counts_of_the_search_follow_the_question(opened, invented):
    """Each choice says how many results it would leave, all else being as it is."""
    page = opened(invented, "search/?q=Qelm")
    expect(page.get_by_label("Type").locator("option", has_text="Ceasefire")).to_have_text("Ceasefire (1)")
    page.get_by_label("Type").select_option(label="Ceasefire (1)")
    expect(page.locator(".search-status")).to_have_text("1 result")
    expect(page.locator(".search-results a")).to_have_text("A truce is declared in Qelm")
    expect(page.get_by_label("What").locator("option", has_text="Source")).to_have_text("Source (0)")
    assert "type=ceasefire" in page.url

    page.get_by_label("Search events and sources").fill("")
    expect(page.locator(".search-status")).to_have_text("1 result")


def test_search_with_choices_that_leave_nothing_offers_the_way_out(opened, invented):
    """Where only the choices are in the way, one button takes them away."""
    page = opened(invented, "search/?q=half past one&type=accusation")
    expect(page.locator(".search-status")).to_contain_text("without them")
    page.get_by_role("button", name="Search without these choices").click()

    expect(page.locator(".search-results li").first).to_be_visible()


@pytest.mark.parametrize("query", ["xyzzy", "<b>xyzzyx</b>", "truce xyzzy"])
def test_search_that_finds_nothing_says_so_and_leads_on(opened, invented, query):
    """A word that stands nowhere has no result, is named, and plain lists stand below; nothing is guessed."""
    page = opened(invented, f"search/?q={query}")

    expect(page.locator(".search-status")).to_contain_text("“xyzzy")
    assert page.locator(".search-results li").count() == 0
    expect(page.locator(".search-ways a")).to_have_count(3)


def test_search_without_the_unknown_word_is_one_button_away(opened, invented):
    """What is known of the question can be asked alone."""
    page = opened(invented, "search/?q=truce xyzzy")
    page.get_by_role("button", name="Search without “xyzzy”").click()

    expect(page.locator(".search-results a").first).to_have_text("A truce is declared in Qelm")


def test_passages_of_an_excerpt_are_set_apart(opened, site):
    """Where an excerpt runs from one passage into the next, a mark stands between; the hits are marked."""
    page = opened(site, "search/?q=heaviest fighting")
    excerpt = page.locator(".search-results .excerpt").first

    assert excerpt.inner_text().endswith("…")
    assert excerpt.locator("mark").all_inner_texts()[:2] == ["heaviest", "fighting"]


def test_source_says_its_day_once(opened, site):
    """A result that is a source has its outlet as the title and its day below."""
    page = opened(site, "search/?q=Organiser&kind=source")

    expect(page.locator(".search-results h3").first).to_have_text("Organiser")
    expect(page.locator(".search-results .entry-facts").first).to_have_text(
        "Source · Thursday 30 October 2025"
    )


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
    assert page.locator(".axis-strip .strip-name").first.text_content() == "Clashes"
    assert page.locator(".axis-strip .band").count() == page.locator(".axis-drawing .band").count()
    expect(page.locator(".axis-legend")).to_be_visible()
    rail = page.locator(".rail:not(.rail-open)").first.bounding_box()
    assert rail["x"] < 30
    assert rail["width"] < 80
