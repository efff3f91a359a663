"""The reading lists as values: the reports, and the events that a careful reader dates in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.dates import Edtf
from generator.sources import SourceText, read_source
from generator.timeline.model import Source, Timeline

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@dataclass(frozen=True)
class Listed:
    """A row: an event with its defensible dates and types, and where each report tells it."""

    what: str
    dates: tuple[Edtf, ...]
    types: tuple[str, ...]
    main: bool
    optional: bool
    background: bool
    spans: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class ReadingList:
    """One crisis: its reports by name, a record that knows their days and nothing else, and its events."""

    name: str
    texts: dict[str, SourceText]
    record: Timeline
    events: tuple[Listed, ...]
    no_events: tuple[tuple[str, tuple[int, int], str], ...]


def reading_lists() -> list[ReadingList]:
    """Return all reading lists, in the order of their names."""
    return [_read(path) for path in sorted(HERE.glob("*.yml"))]


def _read(path: Path) -> ReadingList:
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = {
        name: read_source((HERE / row["file"]).resolve(), ROOT) for name, row in table["reports"].items()
    }
    sources = {name: _source(name, row, texts[name]) for name, row in table["reports"].items()}
    return ReadingList(
        name=path.stem,
        texts=texts,
        record=Timeline(title=table["crisis"], timezone="UTC", sources=sources),
        events=tuple(_listed(row, texts) for row in table["events"]),
        no_events=tuple(
            (row["report"], _span(texts[row["report"]], row["words"]), row["why"])
            for row in table["not_events"]
        ),
    )


def _source(name: str, row: dict[str, Any], text: SourceText) -> Source:
    return Source(
        id=name,
        file=text.path,
        sha256=text.sha256,
        outlet=row["outlet"],
        writes_about=Edtf.parse(row["written"]),
    )


def _listed(row: dict[str, Any], texts: dict[str, SourceText]) -> Listed:
    return Listed(
        what=row["what"],
        dates=tuple(map(Edtf.parse, (row["date"], *row.get("or_dates", ())))),
        types=(row["type"], *row.get("or_types", ())),
        main=row["main"],
        optional=row.get("optional", False),
        background=row.get("background", False),
        spans={name: _span(texts[name], words) for name, words in row["words"].items()},
    )


def _span(text: SourceText, words: str) -> tuple[int, int]:
    found = text.find(words)
    if found is None:
        raise ValueError(f"{text.path} does not say: {words}")
    return found
