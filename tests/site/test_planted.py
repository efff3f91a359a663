"""Text planted in every field shows as text: on every page, in every place a field is written to."""

import re
from dataclasses import replace

import pytest

from generator.site.edition import Edition
from generator.site.pages import make_pages
from generator.site.rendering import Renderer
from generator.site.shell import Shell
from generator.sources import SourceText
from generator.timeline.model import Timeline
from tests.site.editions import SETTINGS, invented
from tests.site.html import Fragment

PLANTED = {
    "tag": "<img src=x onerror=alert(1)>",
    "script": "</script><script>alert(1)</script>",
    "breakout": "\"' onmouseover=alert(1) x=`",
    "title": "</title></textarea></style>--><b>",
    "braces": "{{ 7*7 }} {% raw %} ${x}",
    "markdown": "# not a heading [x](javascript:alert(1)) {: onclick=alert(1) }",
    "escaped": "&lt;b&gt; &amp;amp;",
    "bidi": "a\u202eb",
    "names": "__proto__ constructor",
}


def planted(text: str) -> Edition:
    """The invented crisis with the text in every field that holds words."""
    timeline = invented().timeline
    sources = {
        name: replace(
            one, outlet=text, title=text, working=text, note=text, origin=(text,), url=text, archived=text
        )
        for name, one in timeline.sources.items()
    }
    actors = {name: replace(one, name=text, aliases=(text,)) for name, one in timeline.actors.items()}
    places = {
        name: replace(one, name=text, aliases=(text,), country=text) for name, one in timeline.places.items()
    }
    events = tuple(_planted_event(one, text) for one in timeline.events)
    spoiled = Timeline(
        title=text,
        summary=text,
        timezone="UTC",
        sources=sources,
        actors=actors,
        places=places,
        events=events,
    )
    texts = {name: SourceText(path="s.txt", text=text, sha256="0") for name in sources}
    return Edition(spoiled, replace(SETTINGS, name=text), texts)


def _planted_event(event, text):
    evidence = tuple(_planted_evidence(one, text) for one in event.evidence)
    claims = tuple(
        replace(
            claim,
            about=text,
            versions=tuple(
                replace(
                    version,
                    says=text,
                    figure=text,
                    evidence=tuple(_planted_evidence(e, text) for e in version.evidence),
                )
                for version in claim.versions
            ),
        )
        for claim in event.claims
    )
    changes = tuple(replace(change, note=text) for change in event.changes)
    return replace(
        event,
        title=text,
        summary=text,
        reason=text,
        time=text,
        evidence=evidence,
        claims=claims,
        changes=changes,
    )


def _planted_evidence(evidence, text):
    when = evidence.when and replace(
        evidence.when,
        text=text,
        rule=text,
        value=text,
        readings=tuple(replace(reading, why=text) for reading in evidence.when.readings),
    )
    return replace(evidence, quote=text, channel=text, when=when)


@pytest.mark.parametrize("text", PLANTED.values(), ids=PLANTED.keys())
def test_planted_text_adds_no_element_and_no_attribute(text):
    """With planted text a page has no element, attribute or scheme that it hasn't with plain words."""
    plain = {page.address: page for page in make_pages(planted("plain"))}
    allowed = {
        (name, attribute)
        for page in plain.values()
        for name, held in Fragment(page.fragment).elements
        for attribute in held
    } | {("a", "href"), ("a", "rel")}
    for page in make_pages(planted(text)):
        fragment = Fragment(page.fragment)
        found = {(name, attribute) for name, held in fragment.elements for attribute in held}
        assert fragment.mistakes == [], page.address
        assert found <= allowed, page.address
        assert [
            href for href in fragment.all("href") if not re.match(r"(https?://|\.{0,2}/|[#.a-z0-9])", href)
        ] == []
        assert [
            href for href in fragment.all("href") if re.match(r"\s*(javascript|data|vbscript):", href, re.I)
        ] == []


@pytest.mark.parametrize("text", PLANTED.values(), ids=PLANTED.keys())
def test_planted_text_shows_as_it_was_typed(text):
    """A reader sees the title exactly as the record has it: escaped once, not twice, not never."""
    page = next(page for page in make_pages(planted(text)) if page.kind == "event")
    fragment = Fragment(page.fragment)

    assert fragment.text.count(" ".join(text.split())) >= 5


@pytest.mark.parametrize("text", PLANTED.values(), ids=PLANTED.keys())
def test_planted_text_stays_inside_the_head(text):
    """Title, description and data of a page hold the text and nothing of its markup."""
    edition = planted(text)
    shell = Shell(edition, Renderer(edition))
    for page in make_pages(edition):
        frame = shell.around(page)
        head = Fragment(frame.head)
        names = [name for name, _ in head.elements]
        assert set(names) <= {"meta", "title", "link", "script"}
        assert names.count("script") == 2 + (page.data is not None)
        assert head.mistakes == []
        assert Fragment(frame.header).mistakes == []
        assert Fragment(frame.footer).mistakes == []


def test_summary_keeps_light_formatting_only():
    """Emphasis and checked links work; raw HTML, images, headings and code are shown as they were typed."""
    from generator.site.markup import summary

    shown = summary(
        "*one* **two** [three](https://example.org/) ![four](https://example.org/x.png)\n\n# five `six`"
    )

    assert '<a href="https://example.org/" rel="noopener noreferrer nofollow">three</a>' in shown
    assert "<img" not in shown
    assert "# five `six`" in shown
