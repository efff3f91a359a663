"""The laws of intervals and of EDTF text.

- overlap is mutual; within is a partial order; the common days lie within both; the hull holds both
- what EDTF accepts it prints back; equal texts are equal dates; days sort as the calendar does
- what EDTF refuses it refuses with a way out, and never with another exception
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import Edtf, EdtfError, Interval

days = st.dates(min_value=date(1, 1, 2), max_value=date(9998, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Give an interval, open or closed on either side."""
    first, last = sorted([draw(days), draw(days)])
    if first == last:
        return Interval(first, None)
    return Interval(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


@given(intervals(), intervals())
def test_overlap_is_mutual_and_means_common_days(one: Interval, other: Interval) -> None:
    """Two intervals overlap, both ways, exactly when they have days in common."""
    common = one.common(other)

    assert one.overlaps(other) == other.overlaps(one) == (common is not None)
    assert common is None or (common.within(one) and common.within(other))
    assert common == other.common(one)


@given(intervals(), intervals())
def test_hull_holds_both(one: Interval, other: Interval) -> None:
    """The hull holds both intervals, and each is within itself."""
    hull = one.hull(other)

    assert one.within(hull)
    assert other.within(hull)
    assert one.within(one)


@given(intervals(), intervals(), intervals())
def test_within_is_a_partial_order(one: Interval, other: Interval, third: Interval) -> None:
    """Within passes on, and two intervals within each other are the same."""
    if one.within(other) and other.within(third):
        assert one.within(third)
    if one.within(other) and other.within(one):
        assert one == other


@given(intervals(), days)
def test_a_day_belongs_exactly_when_its_interval_is_within(one: Interval, day: date) -> None:
    """Membership of a day and containment of its one-day interval are the same thing."""
    assert (day in one) == Interval(day, date.fromordinal(day.toordinal() + 1)).within(one)


@given(days, days)
def test_days_sort_as_the_calendar_does(one: date, other: date) -> None:
    """The order of whole days is the order of the calendar."""
    assert (Edtf.parse(one.isoformat()) < Edtf.parse(other.isoformat())) == (one < other)


@given(days)
def test_a_day_is_within_its_month_and_year(day: date) -> None:
    """A finer date lies within the coarser one that it belongs to, and not the reverse."""
    whole, month, year = (Edtf.parse(day.isoformat()[:length]) for length in (10, 7, 4))

    assert whole.within(month)
    assert month.within(year)
    assert not year.within(month)


@given(st.text(alphabet="0123456789-/.[]X~?% ", max_size=24) | st.text(max_size=80))
def test_any_text_is_a_date_or_refused_with_a_way_out(text: str) -> None:
    """Whatever is written, it is read and printed back, or refused in words."""
    try:
        read = Edtf.parse(text)
    except EdtfError as error:
        words = (error.wrong, error.mend)
    else:
        words = (read.text, str(read))
        assert Edtf.parse(read.text) == read
        assert read.text == text.strip()
    assert all(words)


READ = [
    ("2025-10-29", "day", "day", "2025-10-29", "2025-10-30", "a day"),
    ("2025-10", "month", "month", "2025-10-01", "2025-11-01", "a month is not its first day"),
    ("2024-02", "month", "month", "2024-02-01", "2024-03-01", "a leap year"),
    ("2025", "year", "year", "2025-01-01", "2026-01-01", "a year"),
    ("199X", "decade", "decade", "1990-01-01", "2000-01-01", "a decade"),
    ("19XX", "century", "century", "1900-01-01", "2000-01-01", "a century"),
    ("2025-22", "season", "season", "2025-06-01", "2025-09-01", "summer"),
    ("2025-24", "season", "season", "2025-12-01", "2026-03-01", "winter runs into the next year"),
    ("2025-35", "season", "season", "2025-07-01", "2025-10-01", "the third quarter"),
    ("2025-41", "season", "season", "2025-07-01", "2026-01-01", "the second half"),
    ("2025-10-XX", "within", "month", "2025-10-01", "2025-11-01", "a day in the month, nobody knows which"),
    ("2025-XX-XX", "within", "year", "2025-01-01", "2026-01-01", "a day in the year"),
    ("[2025-10-25..2025-10-28]", "within", "day", "2025-10-25", "2025-10-29", "one of four days"),
    ("2025-10-25/2025-10-28", "span", "day", "2025-10-25", "2025-10-29", "all four days"),
    ("2001-09/2001-12", "span", "month", "2001-09-01", "2002-01-01", "whole months"),
    ("[..2025-12]", "before", "month", None, "2026-01-01", "by December"),
    ("[2025-10-29..]", "after", "day", "2025-10-29", None, "on or after"),
    ("../2025-12", "until", "month", None, "2026-01-01", "until December"),
    ("2021/..", "since", "year", "2021-01-01", None, "since 2021"),
    ("9999-12-31", "day", "day", "9999-12-31", None, "the last day that Python knows"),
    ("9999", "year", "year", "9999-01-01", None, "its last year"),
    ("0001", "year", "year", "0001-01-01", "0002-01-01", "its first year"),
]


@pytest.mark.parametrize(
    ("text", "kind", "precision", "earliest", "latest", "why"), READ, ids=[row[0] for row in READ]
)
def test_edtf_is_read(text: str, kind: str, precision: str, earliest: str, latest: str, why: str) -> None:
    """Each form gives its kind, its precision and its half-open days."""
    read = Edtf.parse(text)

    assert (read.kind, read.precision) == (kind, precision), why
    assert (read.earliest, read.latest) == tuple(
        day and date.fromisoformat(day) for day in (earliest, latest)
    ), why


NO_EDTF = "is not an EDTF date; write it as 2025-10-29, 2025-10 or 2025, with ~ behind it for “about”"
NO_SPAN = (
    "is not a span of days; write 2025-10-25/2025-10-28, ../2025-12 for “until December”, or 2021/.. for"
)
NO_MONTH = "is not a month; months run from 01 to 12; 21 to 24 are the seasons, 33 to 36 the quarters"

REFUSED = [
    (
        "2024-02-30",
        "is not a date; February 2024 has 29 days; write 2024-02-29, or 2024-02 if the day is unknown",
    ),
    ("2025-13", f"{NO_MONTH}, 40 and 41 the halves"),
    ("2025-13-01", "is not a date; there is no month 13; months run from 01 to 12"),
    ("0000", "is not a date; there was no year 0; years run from 0001 to 9999"),
    ("000X", "is not a decade or a century; write 199X for the nineties, 19XX for the century"),
    ("2025-10-28/2025-10-25", "ends before it starts; put the earlier date first"),
    ("../..", f"{NO_SPAN} “since 2021”"),
    ("2021/", f"{NO_SPAN} “since 2021”"),
    ("[2021]", "is not a set of days; write [2025-10-25..2025-10-28], or [..2025-12] for “by December 2025”"),
    ("", NO_EDTF),
    ("29 October", NO_EDTF),
    ("٢٠٢٥", NO_EDTF),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=[row[0] or "empty" for row in REFUSED])
def test_what_is_no_date_is_refused_with_a_way_out(text: str, message: str) -> None:
    """The whole message is as the row says."""
    with pytest.raises(EdtfError) as caught:
        Edtf.parse(text)

    assert str(caught.value) == f"{text} {message}"


MARKS = [
    ("2001~", True, False),
    ("2001?", False, True),
    ("2001%", True, True),
    ("2001-09~/2001-12", True, False),
]


@pytest.mark.parametrize(("text", "approximate", "uncertain"), MARKS)
def test_marks_of_doubt_are_kept(text: str, approximate: bool, uncertain: bool) -> None:
    """A tilde is approximate, a question mark uncertain, a per cent sign both."""
    read = Edtf.parse(text)

    assert (read.approximate, read.uncertain) == (approximate, uncertain)
