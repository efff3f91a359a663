"""Accessibility: axe finds nothing on any kind of page, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_site import KINDS

# Targets of at least 24 pixels (WCAG 2.2, 2.5.8) are not looked at unless asked for.
ALL = {"rules": {"target-size": {"enabled": True}}}
PHONE = {"width": 390, "height": 800}
DESK = {"width": 1280, "height": 800}


@pytest.mark.parametrize(("scheme", "screen"), [("light", DESK), ("dark", PHONE)], ids=["light", "dark"])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_axe_finds_nothing(opened, invented, path, scheme, screen):
    """No violation, in either colours, on a desk or in a hand."""
    page = opened(invented, path, color_scheme=scheme, viewport=screen)
    found = Axe().run(page, options=ALL).response["violations"]

    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_dialogs(opened, invented, scheme):
    """No violation in the open filter sheet, nor in the open search with results."""
    page = opened(invented, color_scheme=scheme)
    page.get_by_role("button", name="Filter").click()
    in_sheet = Axe().run(page, options=ALL).response["violations"]
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill("Qelm")
    page.locator("dialog .search-results a").first.wait_for()
    in_search = Axe().run(page, options=ALL).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in in_sheet + in_search] == []
