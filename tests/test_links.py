"""The weekly look at the sources' addresses tells what it finds, and fails for nothing."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.links import Link, in_markdown, links_of, look
from generator.timeline import Source, Timeline

ANSWERS = {"/there": 200, "/gone": 404, "/turned-away": 403, "/broken": 500}


class Publisher(BaseHTTPRequestHandler):
    """A publisher that has one page, has moved one, and lost one."""

    def do_GET(self):
        """Answer as the table says."""
        moved = {"/moved": "/there", "/away": "file:///etc/passwd"}.get(self.path)
        self.send_response(302 if moved else ANSWERS[self.path])
        if moved:
            self.send_header("Location", moved)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def address():
    """Serve the publisher, and return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/there", "there"),
        ("/moved", "moved"),
        ("/gone", "gone"),
        ("/broken", "gone"),
        ("/turned-away", "unclear"),
        ("/away", "unclear"),
    ],
)
def test_answer_says_what_came_of_it(address, path, state):
    """Each kind of answer has its word."""
    (answer,) = look([Link("a", "url", address + path)])
    assert answer.state == state


def test_server_that_is_not_there_is_unclear():
    """No answer isn't the same as a lost page."""
    (answer,) = look([Link("a", "url", "http://127.0.0.1:9/")])
    assert answer.state == "unclear"


def test_source_without_an_archive_copy_is_told():
    """A source with an address and no copy in an archive stands in the list."""
    with_address = Source(id="a", file="seeds/a.txt", sha256="0" * 64, url="https://news.example/1")
    without = Source(id="b", file="seeds/b.txt", sha256="0" * 64)
    timeline = Timeline(title="t", timezone="Asia/Qatar", sources={"a": with_address, "b": without})
    assert [(link.source, link.field) for link in links_of(timeline)] == [("a", "url"), ("a", "archived")]
    told = in_markdown(look([Link("a", "archived", None)]))
    assert "- `a` archived missing: no archive copy is named" in told


def test_answers_keep_the_order_of_the_links(address):
    """Eight are asked at once, and told in the order of the record."""
    links = [Link(str(number), "url", address + "/there") for number in range(20)]
    assert [answer.link for answer in look(links)] == links
