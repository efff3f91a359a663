"""Pictures for those who share a page: drawn from the record, for what the fonts can draw."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from generator.site.cards import card_of, cards, draw, drawable, site_card
from generator.site.edition import Edition
from tests.site.editions import SETTINGS, invented

WITH_CARDS = Edition(invented().timeline, replace(SETTINGS, cards=True), invented().texts)


def test_each_event_and_the_site_have_a_picture_of_the_usual_size():
    """All are PNG of 1200 by 630, and small."""
    found = dict(cards(WITH_CARDS))

    assert len(found) == len(WITH_CARDS.stories) + 1
    for data in found.values():
        picture = Image.open(io.BytesIO(data))
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert len(data) < 40_000


def test_picture_is_the_same_each_time():
    """Nothing in it comes from a clock."""
    assert draw("A", "B", "C", "D") == draw("A", "B", "C", "D")


@pytest.mark.parametrize("title", ["ترجمان نے کہا", "会谈", "a\u202eb", "x\ny"])
def test_what_the_fonts_cannot_draw_gets_the_site_s_picture(title):
    """Empty boxes would be worse than a general picture."""
    story = WITH_CARDS.stories[0]
    spoiled = replace(story, event=replace(story.event, title=title))

    assert not drawable(title)
    assert card_of(WITH_CARDS, spoiled) == site_card(WITH_CARDS) == "assets/cards/site.png"


def test_no_pictures_when_none_are_wanted():
    """With `cards: false` no page names a picture and none is drawn."""
    assert list(cards(invented())) == []
    assert card_of(invented(), invented().stories[0]) is None


@pytest.mark.parametrize("status", ["withdrawn", "disputed"])
def test_picture_says_that_an_event_does_not_simply_stand(status):
    """A picture travels without its page: what is withdrawn or disputed looks otherwise than what stands."""
    event = replace(WITH_CARDS.stories[0].event, status="published", claims=(), reason=None)
    other = replace(event, status=status, reason="Mixed up.")

    def card(one):
        edition = replace(WITH_CARDS, timeline=replace(WITH_CARDS.timeline, events=(one,)))
        return dict(cards(edition))[f"assets/cards/{one.id}.png"]

    assert card(event) != card(other)


@pytest.mark.parametrize("length", [1, 60, 200])
def test_title_of_any_length_fits(length):
    """The longest title that the schema allows is cut to four lines, not past the edge."""
    picture = Image.open(io.BytesIO(draw("word " * (length // 5) or "a", "above", "below", "site"))).convert(
        "L"
    )

    assert picture.crop((1160, 0, 1200, 630)).getextrema()[0] > 200


def test_word_that_is_longer_than_a_line_stays_on_the_card():
    """A word without a place to break it, as an address, ends in a mark instead of running off the edge."""
    import io

    from PIL import Image

    from generator.site.cards import EDGE, HEIGHT, WIDTH, draw

    with Image.open(io.BytesIO(draw("x" * 200, "", "", "A crisis"))) as card:
        edge = card.convert("L").crop((WIDTH - EDGE + 4, 130, WIDTH, HEIGHT))

    assert edge.getextrema()[0] > 240
