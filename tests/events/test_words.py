"""The word lists are sound: each pattern can be read, and none says more than the small language can."""

from importlib import resources

import pytest
import yaml

from generator.events.lexicon import lexicon
from generator.events.patterns import compile_patterns
from generator.events.wordlists import read_words
from generator.timeline import EVENT_TYPES

EVENTS = read_words("events")
LISTS = [name for name in EVENTS if isinstance(EVENTS[name], list)]


def patterns():
    """Return every pattern with where it stands."""
    for name in EVENT_TYPES:
        for kind, rows in EVENTS[name].items():
            yield from (pytest.param(row, id=f"{name}.{kind}: {row}") for row in rows)
    for name in LISTS:
        yield from (pytest.param(row, id=f"{name}: {row}") for row in EVENTS[name])
    for name, rows in read_words("doubt").items():
        yield from (pytest.param(row, id=f"{name}: {row}") for row in rows)


@pytest.mark.parametrize("pattern", list(patterns()))
def test_a_pattern_is_read_as_it_is_meant(pattern):
    """A choice holds no choice, a pattern matches something, and it never matches nothing."""
    depth = 0
    for sign in pattern:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        assert depth in (0, 1), "a choice within a choice"

    assert not compile_patterns([pattern]).search("")


def test_every_type_of_the_record_has_its_words():
    """No type is left without a word that tells it."""
    assert {cues.type for cues in lexicon().cues} == set(EVENT_TYPES)


def test_every_country_has_a_name_and_one_only():
    """Codes are two capitals, and no name stands for two countries."""
    countries = lexicon().countries
    names = [name for one in countries for name in one.names]

    assert all(len(one.code) == 2 and one.code.isupper() for one in countries)
    assert len(names) == len(set(names)) > 190


def test_the_word_files_travel_with_the_package():
    """Every file of words can be read from the installed package."""
    folder = resources.files("generator.events").joinpath("words")

    for file in folder.iterdir():
        assert yaml.safe_load(file.read_text(encoding="utf-8")), file.name
