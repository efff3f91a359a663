"""Small reports for the tests of drafting."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import yaml

from generator.dates import Edtf
from generator.events.discover import discover
from generator.events.intake import prepared
from generator.events.report import Report
from generator.sources import SourceText, read_folder
from generator.timeline import Source, Timeline

ROOT = Path(__file__).parent.parent.parent


def text_of(words: str, path: str = "seeds/a.txt") -> SourceText:
    """Return words as the text of a report."""
    return SourceText(path, words, hashlib.sha256(words.encode()).hexdigest())


def record_of(texts: Sequence[SourceText], day: str) -> Timeline:
    """Return a record that knows the reports and their day, and nothing else."""
    sources = {
        f"s{number}": Source(id=f"s{number}", file=one.path, sha256=one.sha256, writes_about=Edtf.parse(day))
        for number, one in enumerate(texts)
    }
    return Timeline(title="A crisis", timezone="UTC", sources=sources)


def report_of(words: str, day: str = "2024-03-13") -> Report:
    """Return words as a report made ready for reading."""
    text = text_of(words)
    record = record_of([text], day)
    return prepared(text, record.sources["s0"], discover([text], record))


def seeds() -> list[SourceText]:
    """Return the five reports of this repository."""
    return read_folder(ROOT / "seeds", ROOT)[0]


def cases_of(name: str) -> Iterator[object]:
    """Return one case a row of `cases/`, named by its line so that a failure can be opened."""
    text = (Path(__file__).parent / "cases" / name).read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    top = {key.value: value for key, value in yaml.compose(text).value}
    for row, node in zip(table["cases"], top["cases"].value, strict=True):
        row = {"written": table["written"], **row}
        yield pytest.param(row, id=f"{name}:{node.start_mark.line + 1}")
