"""A second language is a second folder: nothing of English is in the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import generator.dates
from generator.dates import read
from generator.dates.grammar import load_folder

TOY = load_folder(Path(__file__).parent / "toy" / "xx")


def examples() -> list[Any]:
    """Return the examples of the toy language."""
    return [pytest.param(say, value, id=say) for rule in TOY.rules for say, value in rule.examples.items()]


@pytest.mark.parametrize(("say", "value"), examples())
def test_toy_language_reads_its_own_words(say: str, value: str) -> None:
    """Each example of the toy language gives its value with the same code as English."""
    assert [one.value for one in read(say, dct="2025-10-29", genre="news", language=TOY)] == [value]


def test_toy_language_does_not_know_english() -> None:
    """English words mean nothing to it, and its own nothing to English."""
    assert read("two days ago, on Wednesday", dct="2025-10-29", language=TOY) == []
    assert read("antaŭ du tagoj, la mittar", dct="2025-10-29") == []


NAMES = re.compile(r"\b(Pakistan|Afghan\w*|Taliban|Kabul|Islamabad|Istanbul|Doha)\b")


def test_nothing_knows_this_crisis() -> None:
    """No name of the crisis stands in the grammar; another crisis needs no change here."""
    folder = Path(generator.dates.__file__).parent
    for path in sorted(folder.glob("**/*.yml")):
        assert not NAMES.search(path.read_text(encoding="utf-8")), path
