"""Reads a grammar from the YAML files of a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from generator.dates.grammar.model import Branch, Condition, Element, Grammar, Rule, Shape
from generator.dates.grammar.trie import pattern_of
from generator.dates.tokens import keys_of

__all__ = ["load", "load_folder"]

# Every scalar is text: “on” and “no” are words here and no truth values.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PART = re.compile(r"\{(?:(?P<name>\w+):)?(?P<what>\w+)\}|(?P<word>[^\s{}\[\]()|]+)|(?P<mark>[\[\]()|])")


@cache
def load(language: str = "en") -> Grammar:
    """Return the grammar of a language by the name of its folder."""
    return load_folder(Path(__file__).parent / language)


def load_folder(folder: Path) -> Grammar:
    """Read a grammar from the YAML files of a folder."""
    pages = {path.stem: _page(path) for path in sorted(folder.glob("*.yml"))}
    lexicon_page = pages["lexicon"]
    lists = {name: frozenset(_words(words)) for name, words in lexicon_page.get("lists", {}).items()}
    lexicon = _lexicon(lexicon_page["labels"])
    labels = {label for found in lexicon.values() for label in found} | set(lexicon_page["number_labels"])
    rules = tuple(_rules(pages, lists))
    unions = {name: tuple(members) for name, members in lexicon_page["unions"].items()}
    kinds = {rule.kind for rule in rules} | set(unions)
    if kinds & labels:
        raise ValueError(f"{folder.name}: {sorted(kinds & labels)} name both kinds and labels")
    shapes = [shape for rule in rules for text in rule.shapes for shape in _shapes(text, rule, kinds, labels)]
    words = {element.what for shape in shapes for element in shape.elements if element.form == "word"}
    glue = frozenset(_words(lexicon_page["glue"]))
    glue_labels = frozenset(lexicon_page["glue_labels"])
    cores = frozenset(
        {word for word, found in lexicon.items() if set(found) - glue_labels and word not in glue}
        | {core for shape in shapes for core in _core_words(shape, glue, lexicon)}
    )
    return Grammar(
        language=folder.name,
        lexicon=lexicon,
        trees=_trees(shapes),
        firsts={kind: frozenset(keys) for kind, keys in _firsts(shapes, unions).items()},
        unions={union: tuple(_members(union, unions)) for union in unions},
        vocabulary={word: (found, keys_of(word, found)) for word, found in _vocabulary(lexicon, words)},
        cores=cores,
        trigger=_trigger(cores, lexicon_page["word_trigger"], lexicon_page["number_trigger"]),
        rules=rules,
        lists=lists,
        cues=pages.get("cues", {}),
        wording=pages.get("wording", {}),
        chapters={
            f"{stem}.yml": (page["title"], page["about"]) for stem, page in pages.items() if "about" in page
        },
    )


def _vocabulary(
    lexicon: Mapping[str, Mapping[str, str]], words: set[str]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Give every word that the grammar knows, by its lexicon or by a shape, with its labels."""
    for word in sorted(words | set(lexicon)):
        yield word, lexicon.get(word, {})


def _page(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=_LOADER)  # noqa: S506 - builds nothing but text, lists, mappings


def _words(words: str | Sequence[str]) -> Sequence[str]:
    return words.split() if isinstance(words, str) else [str(word) for word in words]


def _lexicon(labels: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    lexicon: dict[str, dict[str, str]] = {}
    for label, values in labels.items():
        for value, spellings in values.items():
            for word in _words(spellings):
                lexicon.setdefault(word, {})[label] = str(value)
    return lexicon


def _rules(pages: Mapping[str, Any], lists: Mapping[str, frozenset[str]]) -> Iterator[Rule]:
    number = 0
    for stem, page in pages.items():
        for row in [*page.get("rules", ()), *_named(page)]:
            number += 1
            yield Rule(
                name=row["name"],
                kind=row["kind"],
                shapes=tuple(row["shapes"]),
                gives=row["gives"],
                constants={name: str(value) for name, value in row.get("with", {}).items()},
                when=_condition(row.get("when"), lists),
                unless=_condition(row.get("unless"), lists),
                genre=row.get("genre"),
                examples=row.get("examples", {}),
                near=_near(row.get("near", ())),
                file=f"{stem}.yml",
                number=int(row.get("order", 0)) * 1000 + number,
            )


def _named(page: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give a rule for each day and each event that goes by a name."""
    for gives, key in (("holiday", "days"), ("event", "events")):
        for name, row in page.get(key, {}).items():
            date = row.get("on") or row["is"]
            yield {
                "name": name,
                "kind": "named_day",
                "shapes": row["say"],
                "gives": gives,
                "with": {"name": name, "date": date},
                "unless": page.get("unless"),
                "examples": row.get("examples", {}),
                "near": row.get("near", ()),
            }


def _near(near: Mapping[str, Any] | Sequence[str]) -> Mapping[str, Any]:
    return near if isinstance(near, Mapping) else dict.fromkeys(near, "nothing")


def _condition(row: Mapping[str, Any] | None, lists: Mapping[str, frozenset[str]]) -> Condition | None:
    if row is None:
        return None
    capital = {"true": True, "false": False, None: None}[row.get("capital")]
    return Condition(_listed(row.get("after"), lists), _listed(row.get("before"), lists), capital)


def _listed(words: str | Sequence[str] | None, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return words, where `@name` stands for all of a list."""
    found: set[str] = set()
    for word in _words(words or ()):
        found |= lists[word[1:]] if word.startswith("@") else {word}
    return frozenset(found)


def _shapes(text: str, rule: Rule, kinds: set[str], labels: set[str]) -> Iterator[Shape]:
    for elements in _expanded(text):
        yield Shape(tuple(_element(token, kinds, labels, rule) for token in elements), rule)


def _element(token: str, kinds: set[str], labels: set[str], rule: Rule) -> Element:
    if not token.startswith("{"):
        return Element(token, "word")
    name, _, what = token.strip("{}").rpartition(":")
    if what not in kinds and what not in labels:
        raise ValueError(f"{rule.file}: {rule.name}: {{{what}}} is neither a kind nor a label")
    return Element(what, "kind" if what in kinds else "label", name or what)


def _expanded(text: str) -> Iterator[tuple[str, ...]]:
    """Give every row of words and places that a shape stands for.

    >>> list(_expanded("(a|one) {unit} [and more]"))
    [('a', '{unit}', 'and', 'more'), ('a', '{unit}'), ('one', '{unit}', 'and', 'more'), ('one', '{unit}')]
    """
    tokens = [found.group() for found in _PART.finditer(text)]
    rows, rest = _alternatives(tokens)
    if rest:
        raise ValueError(f"{text!r}: a bracket too many")
    seen: dict[tuple[str, ...], None] = dict.fromkeys(rows)
    yield from seen


def _alternatives(tokens: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    rows: list[tuple[str, ...]] = []
    places: list[list[tuple[str, ...]]] = []
    while tokens and tokens[0] not in ("]", ")"):
        token, *tokens = tokens
        if token == "|":  # noqa: S105 - the mark between alternatives
            rows += _joined(places)
            places = []
        elif token in ("[", "("):
            inner, tokens = _alternatives(tokens)
            places.append([*inner, ()] if token == "[" else inner)  # noqa: S105
            tokens = tokens[1:]
        else:
            places.append([(token,)])
    return rows + _joined(places), tokens


def _joined(places: list[list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    return [tuple(word for part in row for word in part) for row in product(*places)]


def _core_words(
    shape: Shape, glue: frozenset[str], lexicon: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Give the word that starts a search for a shape made of words alone."""
    if all(element.form == "word" for element in shape.elements):
        words = [one.what for one in shape.elements if one.what not in glue and one.what.isalpha()]
        if words and not any(word in lexicon for word in words):
            yield max(words, key=len)


def _trees(shapes: list[Shape]) -> dict[str, Branch]:
    """Return a tree of shapes for each kind."""
    trees: dict[str, Branch] = {}
    for shape in shapes:
        trees.setdefault(shape.rule.kind, Branch()).grow(shape.elements, shape.rule)
    return trees


def _members(union: str, unions: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for member in unions[union]:
        if member in unions:
            yield from _members(member, unions)
        else:
            yield member


def _keys(element: Element, firsts: Mapping[str, set[str]]) -> set[str]:
    if element.form == "kind":
        return firsts[element.what]
    return {element.what if element.form == "word" else f"{{{element.what}}}"}


def _firsts(shapes: list[Shape], unions: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
    firsts: dict[str, set[str]] = {kind: set() for kind in [*unions, *(shape.rule.kind for shape in shapes)]}
    while True:
        before = sum(map(len, firsts.values()))
        for shape in shapes:
            firsts[shape.rule.kind] |= _keys(shape.elements[0], firsts)
        for union in unions:
            for member in _members(union, unions):
                firsts[union] |= firsts[member]
        if sum(map(len, firsts.values())) == before:
            return firsts


def _trigger(cores: frozenset[str], words: str, numbers: str) -> re.Pattern[str]:
    """Return the pattern that finds where to look; most characters of a text fail it at the first test."""
    known = pattern_of(sorted({core.rstrip(".") for core in cores if core[0].isalpha()}))
    return re.compile(rf"\b(?:(?:{known})\b|{words})|(?=[0-9'’‘`])(?:{numbers})")
