"""What the search knows, and the index that is written from it."""

import json

import pytest

from generator.dates import Edtf
from generator.problems import SurroundingsError
from generator.site.facets import search_guide
from generator.site.indexer import index_files
from generator.site.search import SearchRecord, spelling_variants, write_index
from generator.site.search_days import dated_marks, month_numbers, named_marks
from generator.site.words import load_words
from generator.timeline.model import Actor, Timeline
from tests.site.editions import invented, pages_of

NO_GUIDE = {"facets": [], "months": {}, "weekdays": []}
RECORDS = [page.search for page in pages_of().values() if page.search]


def test_every_event_and_source_is_found():
    """Each shown event and each source has a record; lists and the method page have none."""
    found = {address for address, page in pages_of().items() if page.search}

    assert found == {
        a for a in pages_of() if a.startswith("events/") or (a.startswith("sources/") and a != "sources/")
    }


def test_record_holds_every_spelling_of_its_names():
    """The alias table is part of what an event is found by, and is never shown."""
    record = pages_of()["events/truce-in-qelm/"].search
    hidden = " ".join(record.hidden)

    assert "qo20311105zq" in record.marks
    for spelling in ("Nordmark", "Südmark", "Kelm"):
        assert spelling in hidden
        assert spelling not in record.text


@pytest.mark.parametrize(
    ("edtf", "grade", "days", "months"),
    [
        ("2025-10-19", "day", 1, 1),
        ("2025-10-30/2025-11-02", "span", 4, 2),
        ("2025", "within", 0, 12),
        ("[..2025-12]", "open", 0, 0),
    ],
    ids=["a day", "a span over two months", "a year has no day of its own", "no start"],
)
def test_date_is_found_by_its_days_and_months(edtf, grade, days, months):
    """A stretch is found by each of its days; one that says no more than a year by its months alone."""
    marks = list(dated_marks(Edtf.parse(edtf), grade))

    assert len([one for one in marks if one[1] in "osv" and len(one) == 12]) == days
    assert len([one for one in marks if one[1] == "m"]) == months


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("on 19 October", {"qu1019zq", "qn1019zq"}),
        ("on October 19th, 2025", {"qn20251019zq", "qn1019zq"}),
        ("of 2025-10-19", {"qn20251019zq", "qn1019zq"}),
        ("Oct. 19 and 3 Sept", {"qu1019zq", "qn1019zq", "qu0903zq", "qn0903zq"}),
        ("۱۹ اکتوبر, 19 اکتوبر", {"qu1019zq", "qn1019zq"}),
        ("March on 40 May; may 190 men; version 12025-10-19", set()),
    ],
    ids=["day first", "month first", "ISO", "short", "in Urdu", "no day"],
)
def test_text_is_found_by_the_days_that_it_names(text, marks):
    """However a day is written in a text, it has the same marks; what is no day has none."""
    assert set(named_marks(text, month_numbers(load_words("ur")))) == marks


def test_mark_of_a_day_begins_no_other():
    """The index also finds what only begins with a word, so no mark may begin another one."""
    marks = {
        mark
        for text in ("2025-10-19", "2025-10-01", "2025-10", "1019-10-19")
        for mark in dated_marks(Edtf.parse(text), "day")
    }

    assert not [one for one in marks for other in marks if one != other and other.startswith(one)]


def test_spellings_of_one_name_are_variants_and_other_names_are_not():
    """Words of one name that look alike find each other; a capital that stands for its state does not."""
    names = {
        "ttp": ("Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan"),
        "state": ("Türkiye", "Turkey", "Ankara"),
    }
    actors = {
        name: Actor(id=name, name=spellings[0], kind="other", aliases=spellings[1:])
        for name, spellings in names.items()
    }
    variants = spelling_variants(Timeline(title="", timezone="UTC", actors=actors))

    assert variants["tehreek"] == {"tehrik"}
    assert variants["turkey"] == {"türkiye"}
    assert "ankara" not in variants


def test_guide_offers_what_occurs():
    """The search offers the values that some page has, and no other."""
    offered = {
        facet["name"]: [choice["value"] for choice in facet["choices"]]
        for facet in search_guide(invented(), RECORDS)["facets"]
    }

    assert offered["kind"] == ["event", "source"]
    assert set(offered["type"]) == {story.event.type for story in invented().stories}


def test_words_and_facets_lie_beside_the_index(tmp_path):
    """Words lie by their first letter, bare of marks; a page's facets are numbers of choices."""
    record = SearchRecord("Event", "Über Qelm", "Qelm’s gate", hidden=["Kelm"], facets={"type": ["talks"]})
    guide = {
        "facets": [{"name": "type", "choices": [{"value": "clash"}, {"value": "talks"}]}],
        "months": {},
        "weekdays": [],
    }
    write_index([("e/1/", record)], tmp_path, "en", guide, {"qelm": {"quelm"}})

    assert json.loads((tmp_path / "guide.json").read_text())["initials"] == "gkqu"
    assert json.loads((tmp_path / "words" / f"{ord('q'):x}.json").read_text()) == ["qelm", "quelm"]
    assert json.loads((tmp_path / "words" / f"{ord('u'):x}.json").read_text()) == ["über"]
    assert list(json.loads((tmp_path / "facets.json").read_text()).values()) == [[1]]


def test_index_is_whole_when_it_is_written(tmp_path):
    """No file is empty, there is a piece for each record, and nothing of the library's own pages is left."""
    records = [
        (f"e/{number}/", SearchRecord("Event", f"Event {number}", "words " * 50)) for number in range(200)
    ]
    write_index(records, tmp_path / "pagefind", "en", NO_GUIDE, {})
    files = [path for path in (tmp_path / "pagefind").rglob("*") if path.is_file()]

    assert [path.name for path in files if not path.stat().st_size] == []
    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 200
    assert (
        json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text())["languages"]["en"][
            "page_count"
        ]
        == 200
    )
    assert [path.name for path in files if "-ui" in path.name or path.suffix == ".css"] == []


def test_large_index_comes_back_whole(tmp_path):
    """Many records make answers larger than any pipe holds; all of them arrive, and soon."""
    words = [f"word{number}" for number in range(5000)]
    records = [
        (f"e/{number}/", SearchRecord("Event", f"Event {number}", " ".join(words[number : number + 120])))
        for number in range(1500)
    ]
    write_index(records, tmp_path / "pagefind", "en", NO_GUIDE, {})

    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 1500


def test_program_that_stops_is_told(monkeypatch):
    """A program that ends before it has answered is a failure of the surroundings, not a hang."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/true")
    with pytest.raises(SurroundingsError, match="its program stopped"):
        index_files([])


def test_refused_record_is_told():
    """What the program cannot take stops the build with its words."""
    with pytest.raises(SurroundingsError, match="could not be made"):
        index_files([{"url": 7}])
