"""A real Chromium over the real built sites, served on 127.0.0.1; a request elsewhere fails the test."""

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from generator.site.build import build
from tests.browser.find import find_or_install

ROOT = Path(__file__).parent.parent.parent
CRISIS = ROOT / "tests" / "site" / "crisis"
FLAGS = [
    "--no-sandbox",  # as root there is none
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site below a path, as GitHub Pages does, with the page for the lost."""

    prefix = "/ildra"

    def translate_path(self, path: str) -> str:
        return super().translate_path(
            path.removeprefix(self.prefix) if path.startswith(self.prefix) else "/nowhere"
        )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory) / "404.html"
        body = lost.read_bytes() if code == 404 and lost.is_file() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """A server whose waiting connections end with it, so that no socket outlives a test run."""

    daemon_threads = True
    block_on_close = False


@dataclass
class Site:
    """A built site and the address it is served at."""

    folder: Path
    address: str

    def at(self, path: str = "") -> str:
        return self.address + path


@dataclass
class Heard:
    """What a page did that it should not: errors in the console, requests elsewhere, dialogs."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


def served(folder: Path) -> Iterator[Site]:
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_port}{Handler.prefix}/")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """This repository's own site."""
    folder = tmp_path_factory.mktemp("site")
    build(ROOT, site_dir=folder)
    yield from served(folder)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the invented crisis, which has one of everything."""
    folder = tmp_path_factory.mktemp("invented")
    build(CRISIS, site_dir=folder)
    yield from served(folder)


@pytest.fixture(scope="session")
def program() -> Path:
    """The browser; without one the test fails, and says what to do."""
    return find_or_install()


@pytest.fixture(scope="session")
def playwright(program: Path) -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright, program: Path) -> Iterator[Browser]:
    running = playwright.chromium.launch(executable_path=program, args=FLAGS)
    yield running
    running.close()


def listening(context: BrowserContext, address: str) -> tuple[Page, Heard]:
    """Open a page that may load nothing but the site, and hear what it does."""
    heard = Heard()
    origin = address.split("/ildra")[0]

    def routed(route):
        url = route.request.url
        heard.requests.append(url)
        if url.startswith((origin, "data:", "blob:")):
            route.continue_()
        else:
            heard.elsewhere.append(url)
            route.abort()

    context.route("**/*", routed)
    page = context.new_page()
    page.on(
        "console",
        lambda message: (
            heard.errors.append(f"{message.text} {message.location['url']}")
            if message.type == "error"
            else None
        ),
    )
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on("dialog", lambda dialog: (heard.dialogs.append(dialog.message), dialog.dismiss()))
    return page, heard


@pytest.fixture
def opened(browser: Browser):
    """Give a function that opens a page of a site, and afterwards hold what every page must keep to."""
    contexts, hearing = [], []

    def open_(site: Site, path: str = "", **options) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        page, heard = listening(context, site.address)
        hearing.append(heard)
        page.heard = heard
        page.goto(site.at(path), wait_until="networkidle")
        return page

    yield open_
    for context in contexts:
        context.close()
    for heard in hearing:
        assert heard.elsewhere == []
        assert heard.errors == []
        assert heard.dialogs == []
