"""The page for people on how dates are read, made from the grammar's own examples.

python -m generator.dates.manual > docs/dates.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from generator.dates.explain import explain
from generator.dates.expression import TimeExpression
from generator.dates.grammar import Rule, load
from generator.dates.resolve import read

__all__ = ["page"]

_WRITTEN = "2025-10-29"
_CHAPTERS = (
    *("days.yml", "weekdays.yml", "offsets.yml", "edges.yml", "seasons.yml", "years.yml", "clock.yml"),
    *("lengths.yml", "ranges.yml", "named.yml", "sets.yml", "vague.yml", "numbers.yml"),
)


def page(language: str = "en") -> str:
    """Return the page as Markdown.

    >>> page().splitlines()[0]
    '# How dates are read'
    """
    head = load(language).wording["manual"]["head"]
    lines = [line for name in _CHAPTERS for line in _chapter(name, language)]
    return "\n".join([head, *lines]).rstrip() + "\n"


def _chapter(name: str, language: str) -> Iterator[str]:
    grammar = load(language)
    title, about = grammar.chapters[name]
    rules = [rule for rule in grammar.rules if rule.file == name]
    yield f"## {title}\n"
    yield f"{about}\n"
    words = grammar.wording["manual"]
    yield f"| {' | '.join(words['columns'])} |"
    yield "|---|---|---|"
    for rule in rules:
        yield from _rows(rule)
    near = [f"“{_cell(say)}”" for rule in rules for say, meant in rule.near.items() if meant == "nothing"]
    if near:
        yield f"\n{words['near'].format(near=', '.join(dict.fromkeys(near)))}"
    yield ""


def _rows(rule: Rule) -> Iterator[str]:
    for say in rule.examples:
        found = read(say, dct=_WRITTEN, genre=rule.genre or "news")
        if found:
            yield f"| {_marked(say, found)} | {_joined(found)} | {_cell(explain(found[-1].derivation))} |"


def _joined(found: list[TimeExpression]) -> str:
    return ", ".join(f"`{one.value}`" for one in found)


def _marked(say: str, found: list[TimeExpression]) -> str:
    """Return an example with the words that were read in bold, where they are not all of it."""
    marked, place = "", 0
    for one in found:
        marked += f"{_cell(say[place : one.start])}**{_cell(one.text)}**"
        place = one.end
    return marked + _cell(say[place:])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


if __name__ == "__main__":
    sys.stdout.write(page())
