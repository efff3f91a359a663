"""The files of `words/`, as they are: what the drafting knows of words is data."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

__all__ = ["read_words"]


def read_words(name: str) -> dict[str, Any]:
    """Return a file of `words/`, by its name without the ending."""
    text = resources.files("generator.events").joinpath("words", f"{name}.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found
