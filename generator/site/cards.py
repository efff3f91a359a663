"""The pictures that are shown where a page is shared: title, date and certainty on paper.

They are drawn while building, with the site's own fonts and without network. A title with letters that those
fonts lack gets the site's picture, since a picture of empty boxes would be worse than none.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from generator.site import addresses
from generator.site.edition import Edition, Story
from generator.site.marks import HUES
from generator.site.wording import date_words

__all__ = ["card_of", "cards", "draw", "drawable", "has_card", "site_card"]

WIDTH, HEIGHT, EDGE = 1200, 630, 72
PAPER, INK, FAINT = "#fcfbf8", "#1b1a17", "#57534a"
MANY = 500  # beyond this number of events, only key events get a picture of their own
# What the Latin cut of the fonts holds: Latin-1, the usual punctuation, and a few more.
_DRAWABLE = re.compile(
    r"[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2010-\u2027\u2030-\u205e\u20ac\u2122]*"
)


def cards(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the address and the bytes of each picture: the site's, and those of events that have their own."""
    if address := site_card(edition):
        title, counts = _site_words(edition)
        yield address, draw(title, "", counts, edition.settings.name)
    for story in edition.stories:
        if edition.settings.cards and has_card(edition, story):
            yield addresses.card(story.event.id), _event_card(edition, story)


def site_card(edition: Edition) -> str | None:
    """Return the address of the site's own picture, or None where it cannot be drawn or is not wanted."""
    return addresses.card("site") if edition.settings.cards and drawable(*_site_words(edition)) else None


def card_of(edition: Edition, story: Story) -> str | None:
    """Return the address of the picture that stands for an event: its own, or the site's, or none."""
    own = edition.settings.cards and has_card(edition, story)
    return addresses.card(story.event.id) if own else site_card(edition)


def _site_words(edition: Edition) -> tuple[str, str]:
    words, timeline = edition.words, edition.timeline
    events = words.count("count.events", len(edition.stories))
    return timeline.title, f"{events}, {words.count('count.sources', len(timeline.sources))}"


def has_card(edition: Edition, story: Story) -> bool:
    """Tell whether an event has a picture of its own: its words can be drawn, and there are not too many."""
    told = _words_on(edition, story)
    return drawable(*told) and (story.event.key or len(edition.stories) <= MANY)


def drawable(*texts: str) -> bool:
    """Tell whether the fonts hold every letter of the texts."""
    return all(_DRAWABLE.fullmatch(text) for text in texts)


def _words_on(edition: Edition, story: Story) -> tuple[str, str, str]:
    words, event = edition.words, story.event
    kind = words.text(f"type.{event.type}.name")
    sure = [words.text(f"sure.{story.certainty.grade}.name")]
    # Of what is withdrawn or contested the grade tells.
    sure += [words.text(f"feed.{event.status}")] if event.status in ("disputed", "draft") else []
    return event.title, f"{kind} · {date_words(event.date, words)}", " · ".join(sure)


def _event_card(edition: Edition, story: Story) -> bytes:
    title, when, sure = _words_on(edition, story)
    return draw(title, when, sure, edition.settings.name, HUES[story.event.type])


def draw(title: str, above: str, below: str, site: str, hue: str = INK) -> bytes:
    r"""Return a picture as PNG: the site's name, a line above the title, the title, a line below it.

    >>> draw("Truce", "Ceasefire · 19 October 2025", "One origin", "A crisis")[:8] == b"\x89PNG\r\n\x1a\n"
    True
    """
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 18, HEIGHT), fill=hue)
    pen.text(
        (EDGE, 56),
        _cut(site if drawable(site) else "", _font("inter", 600, 30)),
        INK,
        _font("inter", 600, 30),
    )
    pen.line((EDGE, 112, WIDTH - EDGE, 112), fill="#ddd8cd", width=2)
    pen.text((EDGE, 146), above, FAINT, _font("inter", 500, 34))
    size, lines = _fitted(title)
    for number, line in enumerate(lines):
        pen.text((EDGE, 212 + number * size * 1.16), line, INK, _font("source-serif-4", 700, size))
    pen.text((EDGE, HEIGHT - 92), below, FAINT, _font("inter", 500, 32))
    written = io.BytesIO()
    colours = picture.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    colours.save(written, "PNG", compress_level=9)
    return written.getvalue()


@lru_cache(maxsize=32)
def _font(name: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    data = files("generator.site").joinpath(f"assets/fonts/{name}.woff2").read_bytes()
    font = ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _fitted(title: str) -> tuple[int, list[str]]:
    """Return the largest size at which a title has at most four lines, and the lines."""
    for size in (76, 66, 58, 50):
        lines = _lines(title, _font("source-serif-4", 700, size))
        if len(lines) * size * 1.16 <= 300:
            return size, lines
    return 50, [*lines[:4], _cut(f"{lines[4]} …", _font("source-serif-4", 700, 50))]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in (_cut(word, font) for word in text.split()):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or font.getlength(longer) <= WIDTH - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    while font.getlength(text) > WIDTH - 2 * EDGE:
        text = text[:-2].rstrip(" …") + "…"
    return text
