"""The overview: where events stand over the days."""

from itertools import pairwise

from generator.site.axis import lay_out
from generator.site.words import load_words
from tests.site.editions import invented


def axis():
    edition = invented()
    return lay_out([one for one in edition.current if one.event.status != "withdrawn"], edition.words)


def bar(name):
    return next(bar for lane in axis().lanes for bar in lane.bars if bar.story.event.id == name)


def test_days_run_from_the_first_event_to_the_last_with_one_day_each_side():
    """Only events with a nearly settled date set the bounds; one “by December” does not."""
    drawn = axis()

    assert (drawn.first.isoformat(), drawn.last.isoformat()) == ("2031-10-29", "2031-11-06")


def test_span_is_as_wide_as_its_days():
    """Three days of nine are a third of the width."""
    assert round(bar("talks-in-qelm").width) == 33


def test_open_end_is_open():
    """“By December” is open at both sides of what is drawn."""
    deadline = bar("more-talks")

    assert deadline.open_start
    assert deadline.open_end


def test_events_of_one_lane_never_overlap():
    """Two events that share days stand in two rows."""
    for lane in axis().lanes:
        rows = {}
        for one in lane.bars:
            rows.setdefault(one.top, []).append((one.x, one.x + one.width))
        for held in rows.values():
            assert all(end <= start + 0.001 for (_, end), (start, _) in pairwise(held))


def test_no_settled_date_means_no_drawing():
    """A record without a settled date has no overview, and no error."""
    assert lay_out([], load_words("en")) is None


def test_legend_holds_what_is_drawn_and_nothing_else():
    """Only ways of drawing that occur are explained."""
    drawn = axis()

    assert drawn.grades == ("day", "span", "about", "open")
