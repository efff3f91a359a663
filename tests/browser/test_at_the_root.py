"""The site at the root of its host, as a user page or an own domain has it: the search leads to its event."""

import functools
import threading

import pytest
from playwright.sync_api import expect

from generator.site.build import build
from tests.browser.conftest import CRISIS, Handler, Server, Site


class AtTheRoot(Handler):
    """Serves the same site without a path before it."""

    prefix = ""


@pytest.fixture(scope="module")
def root_site(tmp_path_factory):
    """Serve the invented crisis at the root."""
    folder = tmp_path_factory.mktemp("root")
    build(CRISIS, site_dir=folder)
    server = Server(("127.0.0.1", 0), functools.partial(AtTheRoot, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()
    thread.join()


def test_search_at_the_root_finds_and_leads_there(opened, root_site):
    """A result of the search opens its event, at the root as under a path."""
    page = opened(root_site, "search/?q=truce")
    page.locator(".search-results a", has_text="A truce is declared in Qelm").first.click()
    expect(page.locator("h1")).to_contain_text("A truce is declared in Qelm")
