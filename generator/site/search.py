"""What the search knows of each page, and the index that is written from it.

The index is Pagefind's: it is cut into small pieces, so that a browser loads nothing before somebody searches
and then little. Records are given to it as data; no page is read again. Beside it lie files of ours: the
guide (facets and the names of months), the facets of each page, and the words of the record by their first
letter, since Pagefind answers a word that it doesn't know with the beginning of it that it does.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from generator.site.indexer import index_files
from generator.timeline.model import Actor, Place, Timeline

__all__ = ["FOLDER", "SearchRecord", "spelling_variants", "words_of", "write_index"]

FOLDER = "pagefind"
GUIDE, FACETS, WORDS = "guide.json", "facets.json", "words"
ALIKE = 0.7  # of two spellings' letters, for words of the same name that begin alike
SHORTEST_VARIANT = 4
_WORD = re.compile(r"[^\W_]+")
_OWNER = re.compile(r"['’]s\b")
_FRAGMENT = re.compile(r"fragment/(.+)\.pf_fragment")

# The library's own interfaces are left out: ours builds its results from text alone.
_DROPPED = (".css", "-ui.js", "-highlight.js")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page as the search sees it.

    `text` is what it is found by and may be shown around a hit; `hidden` is found and never shown, such as
    other spellings; `marks` stand for its days. `facets` narrow results, `shown` is what a result displays.
    """

    kind: str
    title: str
    text: str
    hidden: Sequence[str] = ()
    marks: Sequence[str] = ()
    shown: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without the owner's “’s”.

    >>> words_of("Türkiye’s Tehreek-e-Taliban, 72 hours")
    ['türkiye', 'tehreek', 'e', 'taliban', '72', 'hours']
    """
    return _WORD.findall(_OWNER.sub("", unicodedata.normalize("NFC", text).lower()))


def _bare(word: str) -> str:
    """Return the word without accents and the like; never nothing."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(one for one in parts if not unicodedata.category(one).startswith("M")) or word


def spelling_variants(timeline: Timeline) -> dict[str, set[str]]:
    """Return, for each word of a name, how else the alias table writes it: words of one name that look alike.

    So a report that writes “Tehreek” is found by “Tehrik” even where the party took no part in the event.
    Other names for the same, as a capital for its government, are no spellings.
    """
    found: dict[str, set[str]] = {}
    everyone: list[Actor | Place] = [*timeline.actors.values(), *timeline.places.values()]
    for named in everyone:
        words = {word for spelling in (named.name, *named.aliases) for word in words_of(spelling)}
        for one, other in combinations(sorted(word for word in words if len(word) >= SHORTEST_VARIANT), 2):
            if one[0] == other[0] and SequenceMatcher(None, _bare(one), _bare(other)).ratio() >= ALIKE:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return found


def write_index(
    records: Iterable[tuple[str, SearchRecord]],
    folder: Path,
    language: str,
    guide: Mapping[str, Any],
    variants: Mapping[str, set[str]],
) -> None:
    """Write the index of the records (address and record), the guide and the words into the folder.

    Raises `SurroundingsError` where the indexing program cannot be run.
    """
    held = list(records)
    asked = [
        {
            "url": address or "./",
            "content": "\n".join(
                [
                    record.title,
                    record.text,
                    *record.hidden,
                    *_others(record, variants),
                    " ".join(record.marks),
                ]
            ),
            "language": language,
            "meta": _shown(record),
        }
        for address, record in held
    ]
    found = {name: data for name, data in index_files(asked).items() if not name.endswith(_DROPPED)}
    words = _by_initial((record for _, record in held), variants)
    found[GUIDE] = _json({**guide, "initials": "".join(words)})
    found[FACETS] = _json(_facets(held, found, guide["facets"]))
    found |= {f"{WORDS}/{ord(initial):x}.json": _json(some) for initial, some in words.items()}
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in sorted(found.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _others(record: SearchRecord, variants: Mapping[str, set[str]]) -> list[str]:
    words = set(words_of(f"{record.title} {record.text}"))
    return sorted({other for word in words for other in variants.get(word, ())} - words)


def _by_initial(records: Iterable[SearchRecord], variants: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Return the words that find something by their first letter, bare of marks; the most common first."""
    number: Counter[str] = Counter()
    for record in records:
        told = " ".join([record.title, record.text, *record.hidden, *_others(record, variants)])
        number.update(set(words_of(told)))
    found: dict[str, list[str]] = {}
    for word in sorted(number, key=lambda one: (-number[one], one)):
        found.setdefault(_bare(word)[0], []).append(word)
    return dict(sorted(found.items()))


def _facets(
    held: Sequence[tuple[str, SearchRecord]], files: Mapping[str, bytes], facets: Sequence[Mapping[str, Any]]
) -> dict[str, list[int]]:
    """Return the facets of each page, by the name that the index gives to it, in the order of the records.

    A facet's value is the number of its choice among all that the guide offers. The library's own filters
    come in an order that changes from run to run, and a build must not change.
    """
    offered = [(facet["name"], choice["value"]) for facet in facets for choice in facet["choices"]]
    numbers = {choice: number for number, choice in enumerate(offered)}
    names = {}
    for name, data in files.items():
        if found := _FRAGMENT.fullmatch(name):
            names[json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))["url"]] = found[1]
    return {
        names[address or "./"]: sorted(
            numbers[name, value] for name, values in record.facets.items() for value in values
        )
        for address, record in held
    }


def _shown(record: SearchRecord) -> dict[str, str]:
    # The number of words that may be shown around a hit: those after them are other spellings.
    visible = len(f"{record.title} {record.text}".split())
    return {"title": record.title, "kind": record.kind, "length": str(visible), **record.shown}
