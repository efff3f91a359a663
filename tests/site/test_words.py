"""The interface's words: complete in English, and no word written into a template."""

import re
from pathlib import Path

import pytest

from generator.dates import Edtf, in_words
from generator.site.marks import HUES, MARKS
from generator.site.wording import date_words
from generator.site.words import PSEUDO, available, load_words
from generator.timeline import EVENT_TYPES
from tests.site.editions import pages_of
from tests.site.html import Fragment

TEMPLATES = Path("generator/site/templates")


def keys_used():
    found = set()
    for path in TEMPLATES.glob("*.html"):
        found |= set(
            re.findall(r"""\bt(?:\.count|\.text)?\(["']([\w.-]+)["']""", path.read_text(encoding="utf-8"))
        )
    return found


def test_every_word_that_a_template_asks_for_is_there():
    """Each key written out in a template exists, alone or with its numbers."""
    english = load_words("en")
    missing = [
        key for key in sorted(keys_used()) if not any(english.has(f"{key}{end}") for end in ("", ".one"))
    ]

    assert [key for key in missing if not key.endswith((".", "_"))] == []


def test_every_type_has_a_word_a_shape_and_a_hue_of_its_own():
    """Colour never tells a type alone, and no two types look the same."""
    style = Path("generator/site/assets/site.css").read_text(encoding="utf-8")
    english = load_words("en")

    assert list(MARKS) == list(HUES) == list(EVENT_TYPES)
    assert len(set(MARKS.values())) == len(set(HUES.values())) == len(EVENT_TYPES)
    for name in EVENT_TYPES:
        assert all(english.has(f"type.{name}.{part}") for part in ("name", "plural", "means")), name
        assert f"--{name}: {HUES[name]};" in style
        assert style.count(f"--{name}: ") == 3, "light, dark by preference, dark by choice"
        assert f".t-{name} " in style


@pytest.mark.parametrize("language", available()[1:])
def test_translation_knows_no_word_that_english_lacks(language):
    """A translation may lack words, which fall back to English; it may hold none that nothing asks for."""
    words = load_words(language)

    assert sorted(set(words._table) - set(load_words("en")._table)) == []


@pytest.mark.parametrize("language", available()[1:])
def test_translation_fills_the_same_places(language):
    """Each translated message has the places of the English one, or none at all in a form for one."""
    words, english = load_words(language), load_words("en")
    for key in sorted(words._table):
        if isinstance(words._table[key], str) and not key.endswith((".one", ".two")):
            ours, theirs = (sorted(re.findall(r"\{\w+\}", one.text(key))) for one in (words, english))
            assert ours == theirs, key


@pytest.mark.parametrize("address", [a for a in sorted(pages_of(PSEUDO)) if a != "method/"])
def test_pseudo_language_shows_no_bare_word(address):
    """In the pseudo-language every word of the interface is bracketed; what is not comes from the record."""
    fragment = pages_of(PSEUDO)[address].fragment
    text = Fragment(fragment).text
    english = [
        load_words("en").text(key)
        for key in (
            "event.happened",
            "event.read_title",
            "feed.contested",
            "home.feed",
            "source.title",
            "sure.title",
        )
    ]

    assert [word for word in english if word in text] == []


DATES = {
    "2025-10-29": "Wednesday 29 October 2025",
    "2025-10": "October 2025",
    "2025": "2025",
    "2025-10-29~": "about 29 October 2025",
    "2025-10-29?": "perhaps 29 October 2025",
    "2025-10-29%": "perhaps about 29 October 2025",
    "2025-10-25/2025-10-28": "25 to 28 October 2025",
    "2025-10-30/2025-11-02": "30 October to 2 November 2025",
    "2025-12-30/2026-01-02": "30 December 2025 to 2 January 2026",
    "[2025-10-25..2025-10-28]": "a day between 25 and 28 October 2025",
    "[2001-09..2001-12]": "a day between September and December 2001",
    "2025-10-XX": "an unknown day in October 2025",
    "[..2025-12]": "by December 2025",
    "[2025-12-01..]": "from 1 December 2025 on, on a day that is not known",
    "../2025-12": "until December 2025",
    "2021/..": "since 2021",
    "2025-23": "autumn 2025",
    "2025-33": "the first quarter of 2025",
    "2025-10/2025-11": "October to November 2025",
    "2025-10-11~/2025-10-12": "about 11 October 2025 to 12 October 2025",
    "[..2025-10-11~]": "by about 11 October 2025",
    "2025-XX-XX": "an unknown day in 2025",
    "199X": "the 1990s",
    "19XX": "the 1900s",
}


@pytest.mark.parametrize(("edtf", "told"), DATES.items())
def test_date_is_told_without_more_precision_than_it_has(edtf, told):
    """Each form of date has its words."""
    assert date_words(Edtf.parse(edtf), load_words("en")) == told


@pytest.mark.parametrize("edtf", DATES)
def test_site_and_command_tell_a_date_in_the_same_words(edtf):
    """The English of the pages is the English of `crisis-timeline explain`."""
    assert date_words(Edtf.parse(edtf), load_words("en")) == in_words(Edtf.parse(edtf))


def test_no_word_is_kept_that_nothing_asks_for():
    """A key that no template, module or script names is a leftover, but for those with a computed end."""
    folder = Path("generator/site")
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".py", ".js") and path.is_file()
    )
    computed = (
        "type.",
        "status.",
        "sure.",
        "date.",
        "event.",
        "places.precision.",
        "actors.kind.",
        "calendar.",
    )
    computed += ("language.", "data.form.", "filter.", "search.", "source.", "feed.", "visit.", "axis.")
    left = [key for key in load_words("en")._table if not key.startswith(computed)]

    assert [key for key in left if re.sub(r"\.(one|other)$", "", key) not in code] == []
