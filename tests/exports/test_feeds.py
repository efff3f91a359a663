"""The feeds are what their standards ask for, read by the standard library and our own rules of RFC 4287."""

import json
import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as Tree

import pytest

from generator.dates import Edtf
from generator.exports.atom import corrections_atom, events_atom
from generator.exports.jsonfeed import corrections_feed, events_feed
from generator.exports.timeline_json import written
from generator.timeline.model import Change
from tests.exports.editions import HOSTILE, dated, hostile, publication

ATOM = "{http://www.w3.org/2005/Atom}"
HERE = "feeds/all.atom"
MARKS = ("", " (withdrawn)", " (disputed)")  # behind a title, by the status of its event
BOTH = pytest.mark.parametrize("address", ["https://example.org/ildra/", None], ids=["an address", "none"])


def atom(given):
    return Tree.fromstring(events_atom(given, HERE, given.newest))  # noqa: S314 - our own


def faults(feed):
    """Give what RFC 4287 forbids: a missing or doubled element, an id that is none, a time that is none."""
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(element.findall(ATOM + name)) != 1:
                yield f"{name}: exactly one"
        if not urlsplit(element.findtext(f"{ATOM}id")).scheme:
            yield f"{element.findtext(f'{ATOM}id')} is no IRI"
        try:
            datetime.strptime(element.findtext(f"{ATOM}updated"), "%Y-%m-%dT%H:%M:%S%z")
        except ValueError as error:
            yield str(error)
        kinds = [(link.get("rel"), link.get("type")) for link in element.findall(f"{ATOM}link")]
        if len(kinds) != len(set(kinds)):
            yield "a link twice"
        if not any(relation == "alternate" for relation, _ in kinds):
            yield "no page"
    if feed.find(f"{ATOM}author/{ATOM}name") is None:
        yield "no author"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        yield "an id twice"


@BOTH
def test_atom_keeps_to_its_standard(address):
    """With the site's address and without: one id, title and time each, an author, ids that are IRIs."""
    given = publication(address)

    assert list(faults(atom(given))) == []
    corrected = corrections_atom(given, "feeds/corrections.atom", "C", "corrections/")
    assert list(faults(Tree.fromstring(corrected))) == []  # noqa: S314 - our own


def test_atom_holds_every_event_under_its_permanent_address():
    """The ids are the addresses of the pages, drafts left out."""
    ids = {entry.findtext(f"{ATOM}id") for entry in atom(publication()).iter(f"{ATOM}entry")}

    assert ids == {f"https://example.org/ildra/events/{item.event.id}/" for item in publication().items}


def test_change_comes_from_the_record():
    """A corrected event is of the day of its correction, another of the day its latest source appeared."""
    days = {
        entry.findtext(f"{ATOM}id").split("/")[-2]: entry.findtext(f"{ATOM}updated")
        for entry in atom(publication()).iter(f"{ATOM}entry")
    }

    assert days["fire-across-the-ildra"] == "2031-11-08T00:00:00Z"  # its correction
    assert days["truce-in-qelm"] == "2031-11-06T00:00:00Z"  # the first day its report can be of
    assert days["more-talks"] == "2031-11-05T00:00:00Z"  # and not of December, which it tells of


def test_newest_comes_first():
    """Both feeds have what changed last at their head."""
    given = publication()
    times = [entry.findtext(f"{ATOM}updated") for entry in atom(given).iter(f"{ATOM}entry")]

    assert times == sorted(times, reverse=True)
    assert [item["date_modified"] for item in events_feed(given, "x", given.newest)["items"]] == times


@BOTH
def test_json_feed_keeps_to_its_standard(address):
    """Version, title and items; each item an id and text; no null; addresses whole or not there."""
    given = publication(address)
    feed = json.loads(written(events_feed(given, "feeds/all.json", given.newest)))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert len({item["id"] for item in feed["items"]}) == len(given.items)
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert None not in [value for key, value in item.items() if key != "_timeline"]
        assert item.get("url", "https://").startswith("https://")
        assert {"date", "certainty", "claims"} <= set(item["_timeline"])
    assert ("feed_url" in feed) == (address is not None)


def test_claims_stand_side_by_side_under_their_parties():
    """A contested point is data: each version with its party."""
    feed = events_feed(publication(), "x", publication().newest)
    item = next(item for item in feed["items"] if item["_timeline"]["id"] == "fire-across-the-ildra")
    (claim,) = item["_timeline"]["claims"]

    assert [(one["by"], one["name"], one["figure"]) for one in claim["versions"]] == [
        ("norland", "Norland", "9"),
        ("sudmark", "Sudmark", "20–25"),
    ]


def test_withdrawal_is_told_in_the_feed():
    """A withdrawn event stays, under the same id, with its reason."""
    entry = next(
        one for one in atom(publication()).iter(f"{ATOM}entry") if "not-so" in one.findtext(f"{ATOM}id")
    )

    assert "Two reports were mixed up." in entry.findtext(f"{ATOM}content")
    assert "withdrawn" in [one.get("term") for one in entry.findall(f"{ATOM}category")]


@pytest.mark.parametrize("status", ["withdrawn", "disputed"])
def test_what_does_not_simply_stand_says_so_in_its_title(status):
    """Most programs that follow a feed show nothing but titles."""
    given = dated("2031-11-05", status=status, reason="Mixed up.")
    title = f"{given.items[0].event.title} ({status})"

    assert atom(given).findtext(f"{ATOM}entry/{ATOM}title") == title
    assert events_feed(given, "x", given.items)["items"][0]["title"] == title


def test_contested_event_has_every_version_under_its_party_s_name():
    """Whoever reads the text of an entry alone reads all sides of it, and who says what."""
    given = publication()
    entry = next(
        one for one in atom(given).iter(f"{ATOM}entry") if "fire-across" in one.findtext(f"{ATOM}id")
    )
    item = next(one for one in events_feed(given, "x", given.items)["items"] if "fire-across" in one["id"])
    (event,) = (one.event for one in given.items if one.event.id == "fire-across-the-ildra")
    for text in (entry.findtext(f"{ATOM}content"), item["content_text"]):
        for version in event.claims[0].versions:
            name = given.timeline.actors[version.by].name
            assert f"{event.claims[0].about} – {name}: {version.says}" in text


@pytest.mark.parametrize(
    ("day", "told"), [("2031-11-08", "2031-11-08T00:00:00Z"), ("2031-11", None), ("2031-11-08~", None)]
)
def test_correction_has_an_instant_only_where_its_day_is_known(day, told):
    """The format can leave a day out, so a month is never told as its first day."""
    given = dated("2031-11-05", changes=(Change(date=Edtf.parse(day), kind="correction", note="A name."),))
    (item,) = corrections_feed(given, "x", "C", "corrections/")["items"]

    assert item.get("date_published") == told
    assert item["_timeline"]["date"] == day


def test_corrections_are_a_feed_newest_first():
    """The dated correction first, then the withdrawal that has no day; ids that never change."""
    feed = corrections_feed(publication(), "feeds/corrections.json", "Corrections", "corrections/")

    assert [item["id"] for item in feed["items"]] == [
        "https://example.org/ildra/corrections/#ev-c-fire-across-the-ildra-1",
        "https://example.org/ildra/corrections/#ev-c-not-so-1",
    ]
    assert feed["items"][0]["content_text"] == "The day was given as 3 November before."


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_stays_in_its_element(text):
    """A feed with such text is well formed, has the same entries, and says all that XML can."""
    feed = atom(hostile(text))
    kept = re.sub(r"[\x00\x07\x0b\x1b\ufffe]", "", text).replace("\r\n", "\n").replace("\r", "\n")

    assert list(faults(feed)) == []
    assert {re.sub(r"\r\n?", "\n", one.findtext(f"{ATOM}title")) for one in feed.iter(f"{ATOM}entry")} == {
        f"{kept}{mark}" for mark in MARKS
    }
    assert len(list(feed.iter(f"{ATOM}entry"))) == len(publication().items)
    read = json.loads(written(events_feed(hostile(text), "x", hostile(text).newest)))
    assert {item["title"] for item in read["items"]} == {f"{text}{mark}" for mark in MARKS}


def test_day_of_an_event_is_never_moved_by_a_feed():
    """The date stands as it was written, and so do its first and last day."""
    (item,) = events_feed(dated("2031-11-05"), "x", dated("2031-11-05").newest)["items"]

    assert [item["_timeline"][name] for name in ("date", "earliest", "latest")] == ["2031-11-05"] * 3
