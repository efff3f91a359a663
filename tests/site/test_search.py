"""What the search knows, and the index that is written from it."""

import json

import pytest

from generator.dates import Edtf
from generator.problems import SurroundingsError
from generator.site.facets import search_choices
from generator.site.indexer import index_files
from generator.site.search import SearchRecord, day_forms, facet_word, write_index
from tests.site.editions import invented, pages_of

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

    for spelling in ("Nordmark", "Südmark", "Kelm", "2031-11-05", "5 November 2031"):
        assert spelling in hidden
        assert spelling not in record.text


@pytest.mark.parametrize(
    ("edtf", "count"),
    [("2025-10-19", 1), ("2025-10-25/2025-10-28", 4), ("2025", 62), ("[..2025-12]", 0)],
    ids=["a day", "a span", "a year, cut", "no start"],
)
def test_each_day_of_a_date_is_a_way_to_find_it(edtf, count):
    """A span is found by each of its days; a year only by its first weeks, lest the index swell."""
    assert (
        len([form for form in day_forms(Edtf.parse(edtf)) if form[:4].isdigit() and len(form) == 10]) == count
    )


def test_word_of_a_facet_begins_no_other():
    """A search matches beginnings of words, so no facet's word may begin another one."""
    words = [facet_word("actor", name) for name in ("pakistan", "pakistan-army", "a", "a-b", "ab", "ترجمان")]

    assert not [one for one in words for other in words if one != other and other.startswith(one)]


def test_choices_count_the_records():
    """The counts beside the search's choices are those of the records."""
    choices = {facet["name"]: facet["choices"] for facet in search_choices(invented(), RECORDS)}

    assert {one["name"]: one["count"] for one in choices["kind"]} == {"Event": 7, "Source": 3}
    assert {"name": "Talks", "count": 2, "word": "qftypetalkszq"} in choices["type"]


def test_index_is_whole_when_it_is_written(tmp_path):
    """No file is empty, there is a piece for each record, and nothing of the library's own pages is left."""
    records = [
        (f"e/{number}/", SearchRecord("Event", f"Event {number}", "words " * 50)) for number in range(200)
    ]
    write_index(records, tmp_path / "pagefind", "en")
    files = [path for path in (tmp_path / "pagefind").rglob("*") if path.is_file()]

    assert [path.name for path in files if not path.stat().st_size] == []
    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 200
    assert (
        json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text())["languages"]["en"][
            "page_count"
        ]
        == 200
    )
    assert [path.name for path in files if "ui" in path.name or path.suffix == ".css"] == []


def test_large_index_comes_back_whole(tmp_path):
    """Many records make answers larger than any pipe holds; all of them arrive, and soon."""
    words = [f"word{number}" for number in range(5000)]
    records = [
        (f"e/{number}/", SearchRecord("Event", f"Event {number}", " ".join(words[number : number + 120])))
        for number in range(1500)
    ]
    write_index(records, tmp_path / "pagefind", "en")

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
