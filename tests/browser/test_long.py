"""A long timeline: the home page stays light, months have pages, and a filter still finds everything."""

import gzip
from dataclasses import replace
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from generator.dates import Edtf
from generator.site.edition import Edition
from generator.site.pages import make_pages
from tests.browser.conftest import served
from tests.browser.test_planted import write
from tests.site.editions import SETTINGS, invented

FIRST = date(2031, 1, 1)


@pytest.fixture(scope="module")
def long():
    """Four hundred events over two hundred days, every fiftieth a key event, every tenth a truce."""
    timeline = invented().timeline
    pattern = next(event for event in timeline.events if event.id == "talks-in-qelm")
    events = tuple(
        replace(
            pattern,
            id=f"event-{number}",
            title=f"Event number {number}",
            date=Edtf.parse((FIRST + timedelta(days=number // 2)).isoformat()),
            type="ceasefire" if number % 10 == 0 else "talks",
            key=number % 50 == 0,
        )
        for number in range(400)
    )
    return Edition(replace(timeline, events=events), replace(SETTINGS, address=None), invented().texts)


@pytest.fixture(scope="module")
def long_site(long, tmp_path_factory):
    folder = tmp_path_factory.mktemp("long")
    write(long, folder)
    yield from served(folder)


def test_home_page_stays_light(long):
    """With any number of events the page that is loaded first holds the last hundred."""
    pages = {page.address: page for page in make_pages(long)}

    assert len(gzip.compress(pages[""].fragment.encode())) < 40_000
    assert {f"months/2031-0{month}/" for month in range(1, 8)} <= set(pages)


def test_pages_to_print_are_cut_into_months(long):
    """The first page leads to the months, and each event stands on the page of one of them."""
    pages = {page.address: page for page in make_pages(long)}
    parts = [page for address, page in pages.items() if address.startswith("print/") and address != "print/"]

    for page in parts:
        assert f'href="{page.address.removeprefix("print/")}"' in pages["print/"].fragment
    told = "".join(page.fragment for page in parts)
    assert all(told.count(f">{story.event.title}<") == 1 for story in long.stories)


def test_filter_looks_through_all_months(opened, long_site):
    """A filter fetches the months it needs, and finds the events of each."""
    page = opened(long_site)
    assert page.locator(".entry").count() == 100
    page.goto(long_site.at("?type=ceasefire"), wait_until="networkidle")

    expect(page.locator(".chosen-words")).to_have_text("40 of 400 events shown. Type: Ceasefire.")
    page.locator(".entry:visible .entry-title a").first.click()
    expect(page.locator("h1")).to_have_text("Event number 0")


def test_months_are_reached_without_scripts(opened, long_site):
    """Every event is two plain links away from the home page."""
    page = opened(long_site, java_script_enabled=False)
    page.locator("#ev-months a").first.click()

    assert page.locator(".entry").count() == 62
