"""What the search knows of each page, and the index that is written from it.

The index is Pagefind's: it is cut into small pieces, so that a browser loads nothing before somebody searches
and then little. Records are given to it as data; no page is read again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from generator.dates import Edtf
from generator.site.indexer import index_files

__all__ = ["FOLDER", "SearchRecord", "day_forms", "facet_word", "write_index"]

FOLDER = "pagefind"
DAY = timedelta(days=1)
_MOST_DAYS = 62
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

# The library's own interfaces are left out: ours builds its results from text alone.
_DROPPED = (".css", "-ui.js", "-highlight.js")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page as the search sees it.

    `text` is what it is found by and may be shown around a hit; `hidden` is found and never shown: other
    spellings, other ways to write the day. `facets` narrow results, `shown` is what a result displays.
    """

    kind: str
    title: str
    text: str
    hidden: Sequence[str] = ()
    shown: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)


def day_forms(edtf: Edtf) -> Iterator[str]:
    """Give the ways in which people write the days of a date, so that each of them finds it.

    >>> list(day_forms(Edtf.parse("2025-10-19")))
    ['2025-10-19', '19 October 2025', '19 Oct']
    """
    if edtf.earliest is None or edtf.latest is None:
        yield edtf.text
        return
    day, number = edtf.earliest, 0
    while day < edtf.latest and number < _MOST_DAYS:
        yield from _forms(day)
        day, number = day + DAY, number + 1


def _forms(day: date) -> Iterator[str]:
    month = _MONTHS[day.month - 1]
    yield day.isoformat()
    yield f"{day.day} {month} {day.year}"
    yield f"{day.day} {month[:3]}"


def write_index(records: Iterable[tuple[str, SearchRecord]], folder: Path, language: str) -> None:
    """Write the index of the records (address and record) into the folder.

    Raises `SurroundingsError` where the indexing program cannot be run.
    """
    asked = [
        {
            "url": address or "./",
            "content": "\n".join([record.title, record.text, *record.hidden, *_facet_words(record)]),
            "language": language,
            "meta": _shown(record),
        }
        for address, record in records
    ]
    found = index_files(asked)
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in sorted(found.items()):
        if not name.endswith(_DROPPED):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def facet_word(facet: str, value: str) -> str:
    """Return the word by which the search narrows to one value of a facet.

    The library's own filters come in an order that changes from run to run, and a build must not change.
    So a value is a word of the hidden text that nobody types; its end keeps it from beginning another.

    >>> facet_word("actor", "afghan-taliban")
    'qfactorafghantalibanzq'
    """
    letters = "".join(
        one if one.isascii() and one.isalnum() else f"{ord(one):x}" for one in value if one != "-"
    )
    return f"qf{facet}{letters.lower()}zq"


def _facet_words(record: SearchRecord) -> list[str]:
    return [facet_word(name, value) for name, values in record.facets.items() for value in values]


def _shown(record: SearchRecord) -> dict[str, str]:
    # The number of words that may be shown around a hit: those after them are other spellings.
    visible = len(f"{record.title} {record.text}".split())
    return {"title": record.title, "kind": record.kind, "length": str(visible), **record.shown}
