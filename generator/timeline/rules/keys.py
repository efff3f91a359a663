# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for keys: words that the record knows, each once."""

from __future__ import annotations

from generator.problems import show
from generator.timeline import limits
from generator.timeline.hints import nearest
from generator.timeline.rules.characters import named
from generator.timeline.rules.registry import Words, rule


@rule
def key_is_a_word() -> Words:
    """A key is a word or a text, never a list or a mapping.

    Fails:

        [title]: Ceasefire

    Passes:

        title: Ceasefire
    """
    return "a list or a mapping stands where a key is expected", "write a word, a colon and a space"


@rule
def key_is_short(length: int) -> Words:
    """A key has at most 64 characters; so have ids of sources, actors and places 80.

    Fails:

        a-key-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on: 1

    Passes:

        title: Ceasefire
    """
    return f"a key of {length:,} characters, and one may have {limits.IDENTIFIER}", "shorten it"


@rule
def key_stands_once(key: str, line: int) -> Words:
    """A key stands once in its mapping.

    Of two, a YAML program silently keeps one, and a fact is lost. Keys that differ only in capital letters,
    or in how an accent is stored, count as the same.

    Fails:

        title: Ceasefire
        title: Ceasefire agreed in Doha

    Passes:

        title: Ceasefire agreed in Doha
    """
    return f"the key {show(key)} stands here again, after line {line}", "keep one of the two, or rename one"


@rule
def key_is_known(key: str, known: tuple[str, ...]) -> Words:
    """Every key is one that the record knows; nothing is silently passed over.

    The nearest known key is shown. A letter of another alphabet that looks like a Latin one is named.

    Fails:

        titel: Ceasefire agreed in Doha

    Passes:

        title: Ceasefire agreed in Doha
    """
    strange = [character for character in key if not character.isascii()]
    holds = f" (it holds {named(strange[0])})" if strange else ""
    found = f"there is no key {show(key) or '“”'} here{holds}"
    near = nearest(key, known)
    return found, f"did you mean {near}?" if near else f"the keys here are {', '.join(known)}"


@rule
def key_is_there(key: str, example: str) -> Words:
    """Every key that the record needs is there.

    Fails:

        type: null

    Passes:

        type: ceasefire
    """
    return "this key is missing", f"add it, as in `{key}: {example}`"
