"""The interface's words: one file a language, English complete.

A language that lacks a word falls back to English, and `missing` says which. The pseudo-language `en-XA` is
made from English, accented and bracketed, so that a word that was written into a template shows at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from markupsafe import Markup

from generator.site.markup import filled

__all__ = ["PSEUDO", "Words", "available", "load_words"]

PSEUDO = "en-XA"
_ACCENTED = str.maketrans("aceinorsuyzACEINORSUYZ", "àçéîñöřšûýžÀÇÉÎÑÖŘŠÛÝŽ")
_PLACE = re.compile(r"(\{[^{}]*\})")


class Words:
    """The words of one language: `words("search.open")`, `words("search.none", query=…)`, `words.count(…)`.

    >>> words = load_words("en")
    >>> print(words("home.key_events"))
    Key events
    >>> print(words.count("count.events", 1), words.count("count.events", 5))
    1 event 5 events
    """

    def __init__(self, code: str, table: Mapping[str, Any], fallback: Mapping[str, Any]) -> None:
        self.code = code
        self._table = table
        self._fallback = fallback

    @property
    def direction(self) -> str:
        """The direction of writing, `ltr` or `rtl`."""
        return str(self._table["language.direction"])

    @property
    def reviewed(self) -> bool:
        """Whether a native reader has been over the words."""
        return self._table.get("language.reviewed") == "true"

    @property
    def missing(self) -> list[str]:
        """The keys that this language has no word for yet."""
        return sorted(set(self._fallback) - set(self._table))

    def text(self, key: str) -> str:
        """Return the bare pattern of a message; `KeyError` for one that no language has."""
        return str(self._table[key] if key in self._table else self._fallback[key])

    def has(self, key: str) -> bool:
        """Tell whether there is such a message."""
        return key in self._fallback

    def list(self, key: str) -> list[str]:
        """Return a list of words, such as the months."""
        found = self._table.get(key, self._fallback[key])
        return [str(one) for one in found]

    def __call__(self, key: str, **values: object) -> Markup:
        """Return a message with its places filled, escaped."""
        return filled(self.text(key), values)

    def count(self, key: str, count: int, **values: object) -> Markup:
        """Return the message in the form that the number asks for."""
        return self(f"{key}.{'one' if count == 1 else 'other'}", count=count, **values)

    def subset(self, *prefixes: str) -> dict[str, str]:
        """Return the messages under these prefixes, for our script."""
        return {key: self.text(key) for key in sorted(self._fallback) if key.startswith(prefixes)}


def available() -> list[str]:
    """Return the languages that there are words for, English first.

    >>> available()[0]
    'en'
    """
    names = {
        entry.name.removesuffix(".yml") for entry in files(__name__).iterdir() if entry.name.endswith(".yml")
    }
    return ["en", *sorted(names - {"en"})]


@lru_cache(maxsize=16)
def load_words(code: str) -> Words:
    """Return the words of a language, or English for one that has none."""
    english = _read("en")
    if code == PSEUDO:
        return Words(code, {key: _pseudo(key, value) for key, value in english.items()}, english)
    return Words(code, _read(code), english) if code in available() else Words("en", english, english)


def _read(code: str) -> dict[str, Any]:
    text = files(__name__).joinpath(f"{code}.yml").read_text(encoding="utf-8")
    # BaseLoader: all scalars stay text, or the key `on` would be a truth value.
    return dict(_flat(yaml.load(text, Loader=yaml.BaseLoader)))  # noqa: S506


def _flat(table: Mapping[Any, Any], prefix: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        found.extend(_flat(value, f"{name}.") if isinstance(value, dict) else [(name, value)])
    return found


def _pseudo(key: str, value: Any) -> Any:
    if key.startswith("language."):
        return value
    if isinstance(value, list):
        return [_pseudo(key, one) for one in value]
    parts = _PLACE.split(str(value))
    accented = "".join(part if part.startswith("{") else part.translate(_ACCENTED) for part in parts)
    return accented if key.startswith("calendar.") else f"⟦{accented}⟧"
