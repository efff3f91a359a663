"""Whether the sources still stand where the timeline says: asked once a week, and told, never a failure.

This is the one verb that goes out to the network for what the timeline names. It asks; it changes nothing.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Literal

from generator.problems import code_span, show
from generator.timeline import Timeline

__all__ = ["Answer", "Link", "hand_over", "in_markdown", "links_of", "look"]

SECONDS = 20
AT_ONCE = 8
# Some publishers turn away what doesn't look like a reader's browser; then the answer is theirs, not that of
# a dead link.
TURNED_AWAY = {401, 402, 403, 405, 429, 451, 503}
State = Literal["there", "moved", "gone", "unclear", "missing"]
STATES: tuple[State, ...] = ("there", "gone", "moved", "unclear", "missing")


@dataclass(frozen=True, slots=True)
class Link:
    """An address of a source: where it was published (`url`), or its copy in an archive (`archived`)."""

    source: str
    field: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a link, in a word and in a sentence."""

    link: Link
    state: State
    words: str

    def __str__(self) -> str:
        return f"{self.link.source}: {self.link.field}: {self.state}: {self.words}"


Ask = Callable[[str], tuple[int, str]]


def links_of(timeline: Timeline) -> list[Link]:
    """Return the addresses of every source, a missing archive copy too."""
    found = []
    for name, source in timeline.sources.items():
        if source.url:
            found.append(Link(name, "url", source.url))
            found.append(Link(name, "archived", source.archived))
    return found


def look(links: Iterable[Link], ask: Ask | None = None) -> list[Answer]:
    """Ask each address, eight at a time, and return the answers in the links' order."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda link: _answer(link, ask or _ask), links))


def _answer(link: Link, ask: Ask) -> Answer:
    if link.address is None:
        return Answer(link, "missing", "no archive copy is named")
    try:
        status, final = ask(link.address)
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or type(error).__name__
        return Answer(link, "unclear", f"no answer: {show(reason)}")
    if status in TURNED_AWAY:
        return Answer(link, "unclear", f"the server turned the question away ({status})")
    if 300 <= status < 400:
        return Answer(link, "unclear", "it leads away from the web, or in a circle")
    if status >= 400:
        return Answer(link, "gone", f"the server says {status}")
    if final.rstrip("/") != link.address.rstrip("/"):
        return Answer(link, "moved", f"it leads to {show(final, 200)}")
    return Answer(link, "there", "it answers")


class _OnlyWeb(urllib.request.HTTPRedirectHandler):
    """Follow a redirection to the web alone, not to a file or another service."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if not newurl.startswith(("https://", "http://")):
            raise urllib.error.URLError("it leads away from the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _ask(address: str) -> tuple[int, str]:
    opener = urllib.request.build_opener(_OnlyWeb)
    request = urllib.request.Request(address, headers={"User-Agent": "crisis-timeline link check"})  # noqa: S310 (http alone)
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            return answer.status, answer.url
    except urllib.error.HTTPError as error:
        return error.code, error.url or address


def in_markdown(answers: Iterable[Answer]) -> str:
    """Return the answers as a summary: what needs a hand first, the rest as a count.

    >>> gone = Answer(Link("a-report", "url", "https://news.example/1"), "gone", "the server says 404")
    >>> print(in_markdown([gone]))
    ### The sources' addresses
    <BLANKLINE>
    - `a-report` url gone: `https://news.example/1`, the server says 404
    <BLANKLINE>
    1 gone.
    """
    listed = list(answers)
    parts = ["### The sources' addresses", "\n".join(_lines(listed)), _counts(listed)]
    return "\n\n".join(part for part in parts if part)


def hand_over(answers: Iterable[Answer], surroundings: Mapping[str, str]) -> None:
    """Write the summary where a runner of GitHub asks for one."""
    place = surroundings.get("GITHUB_STEP_SUMMARY")
    if place:
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(f"{in_markdown(answers)}\n")


def _lines(answers: list[Answer]) -> Iterator[str]:
    for state in STATES[1:]:
        for one in answers:
            if one.state == state:
                address = f"{code_span(one.link.address)}, " if one.link.address else ""
                said = one.words if state != "moved" else code_span(one.words, 300)
                yield f"- {code_span(one.link.source)} {one.link.field} {state}: {address}{said}"


def _counts(answers: list[Answer]) -> str:
    states = [one.state for one in answers]
    counted = [f"{states.count(state)} {state}" for state in STATES if state in states]
    return f"{', '.join(counted)}." if counted else "No source names an address."
