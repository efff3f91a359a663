"""What the search knows of each page, and the index that is written from it.

The index is Pagefind's: it is cut into small pieces, so that a browser loads nothing before somebody searches
and then little. Records are given to it as data; no page is read again.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import shutil
import tempfile
import zlib
from collections.abc import Coroutine, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from generator.dates import Edtf
from generator.problems import SurroundingsError

__all__ = ["FOLDER", "SearchRecord", "day_forms", "facet_word", "write_index"]

FOLDER = "pagefind"
DAY = timedelta(days=1)
_MOST_DAYS = 62
PATIENCE = 1500  # looks, a fiftieth of a second apart
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
    with tempfile.TemporaryDirectory(prefix="pagefind-") as scratch:
        try:
            _finished(_index(records, Path(scratch) / FOLDER, language))
        except (OSError, RuntimeError) as error:
            raise SurroundingsError(f"the search index could not be made: {error}") from error
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(Path(scratch) / FOLDER, folder, ignore=_without_interfaces)


def _finished(work: Coroutine[None, None, None]) -> None:
    # In a thread of its own, since whoever builds may be inside an event loop already.
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(asyncio.run, work).result()


async def _index(records: Iterable[tuple[str, SearchRecord]], folder: Path, language: str) -> None:
    from pagefind.service import PagefindService

    async with PagefindService() as service:
        index = await service.create_index({"output_path": str(folder)})
        for address, record in records:
            await index.add_custom_record(
                url=address or "./",
                content="\n".join([record.title, record.text, *record.hidden, *_facet_words(record)]),
                language=language,
                meta=_shown(record),
            )
        await index.write_files(str(folder))
        await _settled(folder)


async def _settled(folder: Path) -> None:
    """Wait until each file is whole.

    The program answers before all that it writes has landed, and it is killed when the service ends
    (https://github.com/Pagefind/pagefind/issues/1271): on a busy machine that left files cut short. It could
    hand the files over instead, but not more than two megabytes of them.
    """
    waiting: set[Path] = set()
    for _ in range(PATIENCE):
        waiting = waiting or {path for path in folder.rglob("*.*") if not path.name.endswith(_DROPPED)}
        whole = {path for path in waiting if _is_whole(path)}
        if waiting and waiting == whole:
            return
        waiting -= whole
        await asyncio.sleep(0.02)
    names = ", ".join(sorted(path.name for path in waiting)[:3])
    raise RuntimeError(f"files of it stayed cut short: {names}")


def _is_whole(path: Path) -> bool:
    """Tell whether a file of the index was written to its end."""
    data = path.read_bytes()
    try:
        if path.suffix == ".json":
            json.loads(data)
        elif path.suffix == ".js":
            return data.rstrip().endswith((b"};", b"})();"))
        else:
            return bool(gzip.decompress(data))
    except (ValueError, EOFError, OSError, zlib.error):
        return False
    return True


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


def _without_interfaces(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name.endswith(_DROPPED)}
