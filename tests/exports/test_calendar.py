"""The calendar is one that another library reads, and no event in it is surer or elsewhere than it is."""

import re
from datetime import date, timedelta

import icalendar
import pytest

from generator.dates import Edtf
from generator.exports.ical import calendar, in_calendar
from tests.exports.editions import HOSTILE, dated, hostile, publication

HERE = "feeds/all.ics"


def entries(text):
    """Read a calendar by the library, and return its entries by their ids."""
    found = icalendar.Calendar.from_ical(text)
    return {str(entry["UID"]).partition("@")[0]: entry for entry in found.walk("VEVENT")}


def test_calendar_reads_back():
    """Each event that has days for it comes back with its title, its days and its address."""
    found = entries(calendar(publication(), HERE))
    kept = {item.event.id: item.event for item in publication().items if in_calendar(item)}

    assert set(found) == set(kept)
    for name, event in kept.items():
        entry = found[name]
        assert entry.decoded("DTSTART") == event.date.earliest
        assert entry.decoded("DTEND") == event.date.latest
        assert str(entry["URL"]) == f"https://example.org/ildra/events/{name}/"
        assert str(entry["SUMMARY"]).startswith(event.title)


def test_announcement_in_the_night_stays_on_its_day():
    """At 01:30 in Doha it is still the day before in London; the calendar has a day and no clock."""
    entry = entries(calendar(publication(), HERE))["truce-in-qelm"]

    assert type(entry.decoded("DTSTART")) is date
    assert entry.decoded("DTSTART") == date(2031, 11, 5)
    assert entry.decoded("DTEND") - entry.decoded("DTSTART") == timedelta(days=1)
    assert "01:30+03:00" in str(entry["DESCRIPTION"])


@pytest.mark.parametrize(
    ("text", "days", "status"),
    [
        ("2031-11-05", 1, "CONFIRMED"),
        ("2031-11-02/2031-11-04", 3, "CONFIRMED"),
        ("2031-11-05~", 1, "TENTATIVE"),
        ("2031-11-05?", 1, "TENTATIVE"),
        ("[2031-11-02..2031-11-04]", 3, "TENTATIVE"),
        ("2031-11", 30, "TENTATIVE"),
        ("2031-11-XX", 30, "TENTATIVE"),
        ("2031-10/2031-10-20", 20, "TENTATIVE"),
    ],
)
def test_date_claims_no_more_than_its_words(text, days, status):
    """A settled date is confirmed; one that leaves days open covers them all, and says so in its title."""
    (entry,) = entries(calendar(dated(text), HERE)).values()

    assert entry.decoded("DTEND") - entry.decoded("DTSTART") == timedelta(days=days)
    assert str(entry["STATUS"]) == status
    assert ("(" in str(entry["SUMMARY"])) == (status == "TENTATIVE")
    assert str(entry["X-TIMELINE-EDTF"]) == text


@pytest.mark.parametrize(
    "text", ["2031", "2031-21", "[..2031-12]", "2031/..", "../2031", "[2031-11-02..2032-01-04]"]
)
def test_date_too_open_for_a_calendar_is_left_out_and_named(text):
    """What could be on any of many days, or is open on one side, has no place among days."""
    given = dated("2031-11-05", text)
    written = calendar(given, HERE)

    assert set(entries(written)) == {"event-0"}
    assert "\r\nX-TIMELINE-LEFT-OUT:event-1\r\n" in written


def test_withdrawn_event_is_cancelled_and_its_name_stays():
    """A subscriber's calendar drops a withdrawn event because it knows it by the same name."""
    before = entries(calendar(dated("2031-11-05"), HERE))["event-0"]
    after = entries(calendar(dated("2031-11-05", status="withdrawn", reason="Mixed up."), HERE))["event-0"]

    assert str(after["STATUS"]) == "CANCELLED"
    assert str(after["UID"]) == str(before["UID"])
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1


def test_corrections_raise_the_sequence_and_move_the_time_of_change():
    """A correction of 8 November makes the entry's second revision, of that day."""
    entry = entries(calendar(publication(), HERE))["fire-across-the-ildra"]

    assert entry["SEQUENCE"] == 1
    assert entry.decoded("LAST-MODIFIED").date() == date(2031, 11, 8)
    assert entry.decoded("DTSTAMP") == entry.decoded("LAST-MODIFIED")


def test_name_of_an_event_rests_on_the_address_and_no_edit():
    """Another title is the same entry; another site's event of the same id is another one."""
    names = [
        str(entries(calendar(given, HERE))["event-0"]["UID"])
        for given in (dated("2031-11-05"), dated("2031-11-06", title="Another"))
    ]

    assert names == ["event-0@example.org/ildra"] * 2
    assert "truce-in-qelm@urn:uuid:" in calendar(publication(None), HERE)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_stays_in_its_field(text):
    """No text makes an entry, a line too long or a control; what is left of it reads back as it was."""
    written = calendar(hostile(text), HERE)
    lines = written.split("\r\n")
    found = entries(written)

    assert len(found) == written.count("\r\nBEGIN:VEVENT\r\n") == len(entries(calendar(publication(), HERE)))
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", written)
    assert "\n" not in written.replace("\r\n", "")
    kept = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe]", "", re.sub(r"\r\n?", "\n", text))
    assert str(found["truce-in-qelm"]["SUMMARY"]) == kept


def test_lines_are_what_the_standard_asks_for():
    """Every line ends in CRLF and has a name; each property stands once; begins and ends match."""
    written = calendar(publication(), HERE)
    unfolded = written.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")

    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-1] == "END:VCALENDAR"
    assert all(re.match(r"[A-Z-]+(;[A-Z]+=[A-Z-]+)*:", line) for line in unfolded)
    entry = unfolded[unfolded.index("BEGIN:VEVENT") : unfolded.index("END:VEVENT")]
    names = [re.split("[;:]", line)[0] for line in entry]
    assert len(names) == len(set(names))
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(names)


def test_last_day_of_the_calendar_has_no_end_and_is_left_out():
    """Python knows no day after the year 9999, so nothing can end then."""
    assert Edtf.parse("9999-12-31").latest is None
    assert not [item for item in dated("9999-12-31").items if in_calendar(item)]
