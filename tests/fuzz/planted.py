"""Forty kinds of mistakes that people make, planted into good timelines, one at a time.

python -m tests.fuzz.planted --count 1000
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.timeline.checks import check_read
from generator.timeline.load import examine_bytes
from tests.fuzz.generated import timeline

Planted = tuple[str, int] | None
"""The text with the mistake, and the line on which it must be found, counted from 1."""


def lines_with(text: str, pattern: str) -> list[int]:
    """Return the numbers of the lines that match, counted from 0."""
    return [number for number, line in enumerate(text.split("\n")) if re.search(pattern, line)]


def change(pattern: str, to: str | Callable[[re.Match[str]], str]) -> Callable[[random.Random, str], Planted]:
    """Return a way to plant a mistake: on one line, something else in the place of what matches."""

    def plant(rng: random.Random, text: str) -> Planted:
        found = lines_with(text, pattern)
        if not found:
            return None
        at = rng.choice(found)
        lines = text.split("\n")
        lines[at] = re.sub(pattern, to, lines[at], count=1)
        return "\n".join(lines), at + 1

    return plant


def insert(pattern: str, row: str) -> Callable[[random.Random, str], Planted]:
    """Return a way to plant a line before one that matches."""

    def plant(rng: random.Random, text: str) -> Planted:
        found = lines_with(text, pattern)
        if not found:
            return None
        at = rng.choice(found)
        lines = text.split("\n")
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))]
        lines.insert(at, re.sub("-", " ", indent) + row)
        return "\n".join(lines), at + 1

    return plant


def repeat(pattern: str) -> Callable[[random.Random, str], Planted]:
    """Return a way to plant a second copy of a line."""

    def plant(rng: random.Random, text: str) -> Planted:
        found = lines_with(text, pattern)
        if not found:
            return None
        at = rng.choice(found)
        lines = text.split("\n")
        lines.insert(at + 1, lines[at].replace("- ", "  "))
        return "\n".join(lines), at + 2

    return plant


def below(plant: Callable[[random.Random, str], Planted]) -> Callable[[random.Random, str], Planted]:
    """Return the same way, for a mistake that shows one line further down."""

    def plant_below(rng: random.Random, text: str) -> Planted:
        planted = plant(rng, text)
        return planted and (planted[0], planted[1] + 1)

    return plant_below


def event_without(name: str) -> Callable[[random.Random, str], Planted]:
    """Return a way to take a key out of an event; it is missed where the event begins."""

    def plant(rng: random.Random, text: str) -> Planted:
        lines = text.split("\n")
        found = [at for at in lines_with(text, rf"^    {name}: ") if at > lines.index("events:")]
        at = rng.choice(found)
        del lines[at]
        while not lines[at].startswith("  - id:"):
            at -= 1
        return "\n".join(lines), at + 1

    return plant


def swapped_words(found: re.Match[str]) -> str:
    """Return a quotation with two of its words changed about."""
    words = found[2].split(" ")
    words[1], words[2] = words[2], words[1]
    return found[1] + " ".join(words)


def misspelt(found: re.Match[str]) -> str:
    """Return an id with two letters changed about."""
    name = found[2]
    return found[1] + name[0] + name[2] + name[1] + name[3:] if name[1] != name[2] else found[1] + name + "x"


KINDS: dict[str, Callable[[random.Random, str], Planted]] = {
    "impossible day": change(r'^(    date: )"[^"]*"', r'\1"2025-02-30"'),
    "month thirteen": change(r'^(    date: )"[^"]*"', r'\1"2025-13"'),
    "date in words": change(r'^(    date: )"[^"]*"', r'\1"19 October 2025"'),
    "date with slashes": change(r'^(    date: )"[^"]*"', r'\1"10/19/2025"'),
    "date without a hyphen": change(r'^(    date: )"[^"]*"', r'\1"20251019"'),
    "date finer than its words": change(r'^(    date: )"2025-11"', r'\1"2025-11-12"'),
    "date of another year": change(r'^(    date: )"2025(-\d\d-\d\d)"', r'\1"2024\2"'),
    "unknown type": change(r"^(    type: )\w+", r"\1meeting"),
    "unknown status": change(r"^(    status: )\w+", r"\1publised"),
    "misspelt key": change(r"^    (titl)e: ", r"    \1el: "),
    "misspelt key of evidence": change(r"^        quote: ", "        quot: "),
    "key in capitals": change(r"^    title: ", "    Title: "),
    "key of another alphabet": change(r"^    title: ", "    tit\u04cfe: "),
    "key twice": repeat(r"^    title: "),
    "key twice in evidence": repeat(r"^        quote: "),
    "event id twice": change(r"^(  - id: )talks-[\w-]+", r"\1doha-ceasefire"),
    "id in capitals": change(r"^(  - id: )(\w)", lambda found: found[1] + found[2].upper()),
    "id with a blank": change(r"^(  - id: \w+)-", r"\1 "),
    "no title": event_without("title"),
    "no type": event_without("type"),
    "no date": event_without("date"),
    "words changed in a quotation": change(r"^( +quote: )([^'\"].*)$", swapped_words),
    "quotation of another source": below(change(r"^(      - source: )paper", r"\1report")),
    "unknown source": change(r"^( +- source: )(\w+)", misspelt),
    "unknown actor": change(r"^(    actors: \[)(\w+)", misspelt),
    "unknown place": change(r"^(    place: )(\w+)", misspelt),
    "unknown speaker": change(r"^( +speaker: )(\w+)", misspelt),
    "unknown party": change(r"^( +- by: )(\w+)", misspelt),
    "hash of another file": change(
        r"^(    sha256: )(\w)", lambda one: one[1] + ("0" if one[2] != "0" else "1")
    ),
    "missing file": change(r"^(    file: seeds/)\w+", r"\1gone"),
    "path outside": change(r"^(    file: )", r"\1../"),
    "address with a user": change(r"^(    url: https://)", r"\1good.example@"),
    "address without a scheme": change(r"^(    url: )https://", r"\1"),
    "tab": change(r"^    (title: )", "\t\\1"),
    "colon in a text": change(r"^(    title: \w+) ", r"\1: "),
    "open quotation mark": change(r"^(    title: )(\w[^\"]*)$", r'\1"\2'),
    "remark in a text": change(r"^(    title: \w+) ", r"\1 #"),
    "conflict marker": insert(r"^    status: ", "<<<<<<< HEAD"),
    "override": change(r"^(    title: \w+) ", "\\1 \u202e"),
    "zero width in an id": change(r"^(  - id: \w)", "\\1\u200b"),
    "anchor": change(r"^(    title: )", r"\1&a "),
    "alias": change(r"^(    summary: ).*", r"\1*a"),
    "tag": change(r"^(    title: )", r"\1!!str "),
    "yes": change(r"^(    key: )\w+", r"\1yes"),
    "list for a text": change(r"^(    title: )(.*)$", r"\1[\2]"),
    "text for a list": change(r"^(    actors: )\[(\w+).*", r"\1\2"),
    "withdrawn without a reason": change(r"^(    status: )\w+", r"\1withdrawn"),
    "follows an event of another day": change(r"^(    after: )talks\S+", r"\1doha-ceasefire"),
    "clock without a zone": change(r"^(    time: ).*", r'\1"09:30"'),
    "zone by its abbreviation": change(r"^(timezone: ).*", r"\1AST"),
    "wrong indentation": change(r"^    (title: )", r"     \1"),
}
INDENTED = {"conflict marker"}


def plant(kind: str, rng: random.Random, text: str) -> Planted:
    """Return the text with a mistake of a kind."""
    planted = KINDS[kind](rng, text)
    if planted is None or kind not in INDENTED:
        return planted
    return re.sub("^ +<<<<<<<", "<<<<<<<", planted[0], flags=re.MULTILINE), planted[1]


def misses(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Plant many mistakes, and give the kind and the story of each that is not found on its line."""
    rng = random.Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for number in range(count):
            kind = list(KINDS)[number % len(KINDS)]
            planted = None
            while planted is None:
                planted = plant(kind, rng, timeline(rng, root))
            yield from missed(kind, planted, root)


def misses_in(text: str, root: Path, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Plant a mistake of each kind into one timeline, where it fits, and give those that are not found."""
    for kind in KINDS:
        planted = plant(kind, rng, text)
        if planted is not None:
            yield from missed(kind, planted, root)


def missed(kind: str, planted: tuple[str, int], root: Path) -> Iterator[tuple[str, str]]:
    """Give the kind and the story of a mistake that is not found on its line."""
    text, line = planted
    problems = check_read(examine_bytes(text.encode(), "timeline.yml"), root)
    if line not in {problem.line for problem in problems}:
        row = text.split("\n")[line - 1]
        yield kind, f"line {line}: {row!r}: {'; '.join(map(str, problems[:3])) or 'nothing found'}"


def main() -> None:
    """Run as a program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    left = list(misses(arguments.count, arguments.seed))
    for kind, story in left:
        print(f"{kind}: {story}")
    found = arguments.count - len(left)
    print(
        f"{found:,} of {arguments.count:,} mistakes of {len(KINDS)} kinds found on their line",
        Counter(k for k, _ in left),
    )


if __name__ == "__main__":
    main()
