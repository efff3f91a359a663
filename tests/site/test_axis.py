"""The overview: where events stand over the days."""

from dataclasses import replace
from itertools import pairwise

from generator.dates import Edtf
from generator.site.axis import MOST_ROWS, lay_out
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
            assert all(end <= start + 0.001 for (_, end), (start, _) in pairwise(sorted(held)))


def test_no_settled_date_means_no_drawing():
    """A record without a settled date has no overview, and no error."""
    assert lay_out([], load_words("en")) is None


def test_legend_holds_what_is_drawn_and_nothing_else():
    """Only ways of drawing that occur are explained."""
    drawn = axis()

    assert drawn.grades == ("day", "span", "about", "open")


def test_wide_band_makes_room_for_a_settled_day():
    """With more events of one type than there are rows, what is left out is a band, not a day."""
    edition = invented()
    event = next(one for one in edition.timeline.events if one.id == "fire-across-the-ildra")
    bands = [
        replace(event, id=f"band-{number}", date=Edtf.parse("[2031-11-01..2031-11-06]"), key=False)
        for number in range(MOST_ROWS)
    ]
    known = replace(event, id="known", date=Edtf.parse("2031-11-05"), key=False)
    crowd = replace(edition, timeline=replace(edition.timeline, events=(*bands, known)))
    drawn = lay_out(crowd.current, crowd.words)
    ids = {one.story.event.id for lane in drawn.lanes for one in lane.bars}

    assert "known" in ids
    assert len(ids) == MOST_ROWS
    assert drawn.outside == 1
