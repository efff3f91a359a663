"""What the search knows, and the index that is written from it."""

import json

import pytest

from generator.dates import Edtf
from generator.site.facets import search_choices
from generator.site.search import SearchRecord, _is_whole, day_forms, facet_word, write_index
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


def test_file_cut_short_is_not_whole(tmp_path):
    """The indexing program may be stopped while it writes; what it left must not be published."""
    record = SearchRecord(kind="Event", title="Truce", text="A truce was agreed.")
    write_index([("events/truce/", record)], tmp_path / "whole", "en")
    files = [path for path in (tmp_path / "whole").rglob("*") if path.is_file()]
    cut = tmp_path / "cut"
    cut.mkdir()

    for path in files:
        assert _is_whole(path), path.name
        for kept in (0, 0.5, 0.9):
            data = path.read_bytes()
            (cut / path.name).write_bytes(data[: int(len(data) * kept)])
            assert not _is_whole(cut / path.name), path.name
