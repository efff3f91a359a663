"""Who depends on whom: what new reports share with others, written into `origin` and told to the editor.

Long runs of a reporter's own words are copy, and the two reports are one witness told twice. So a source
that the drafting itself adds shares an origin with the one whose words it carries; a person's source is
never touched. A quotation that two reports share is no copy: both may have heard it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.events.copies import COPY, copied_words, shared_runs
from generator.events.marks import Quoted, find_quoted
from generator.sources import SourceText
from generator.timeline.model import Source

__all__ = ["with_origins"]


def with_origins(
    texts: Sequence[SourceText], sources: Mapping[str, Source], fresh: frozenset[str]
) -> tuple[dict[str, Source], list[str]]:
    """Return the sources by file, new ones with the origins they share, and notes on what new reports share.

    >>> copy = "The sides failed to agree on a plan to end the fighting that began in May, aides in Oslo said"
    >>> texts = [SourceText(f"{name}.txt", f"{name}. {copy} on Monday.", "") for name in ("Post", "News")]
    >>> post = Source(id="post", file="Post.txt", sha256="", outlet="The Post")
    >>> news = Source(id="news", file="News.txt", sha256="")
    >>> sources, notes = with_origins(texts, {"Post.txt": post, "News.txt": news}, frozenset(["News.txt"]))
    >>> sources["News.txt"].origin, notes
    (('The Post',), ['news carries 22 words of copy of post: The Post is written down as its origin'])
    """
    found = dict(sources)
    if not fresh:
        return found, []
    copied, quoted = _shared(texts, fresh)
    notes = []
    for (first, second), words in sorted(copied.items()):
        notes.append(_joined(found, texts[first].path, texts[second].path, fresh, words))
    for group in _hanging_together(quoted):
        names = ", ".join(found[texts[number].path].id for number in group)
        notes.append(f"the same quotation stands in {names}; that alone makes them no copy of one another")
    return found, notes


def _hanging_together(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    groups: list[set[int]] = []
    for pair in pairs:
        joined = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in joined]
        groups.append(set(pair).union(*joined))
    return sorted(map(sorted, groups))


def _shared(
    texts: Sequence[SourceText], fresh: frozenset[str]
) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
    """Count the words of copy, and those of quotations, that a new report shares with another."""
    copied: Counter[tuple[int, int]] = Counter()
    quoted: Counter[tuple[int, int]] = Counter()
    marks: dict[int, list[Quoted]] = {}
    for run in shared_runs(texts):
        if not fresh & {texts[run.first].path, texts[run.second].path}:
            continue
        text = texts[run.first].text
        if run.first not in marks:
            marks[run.first] = find_quoted(text)
        own = copied_words(run, text, marks[run.first])
        (copied if own >= COPY else quoted)[run.first, run.second] += own if own >= COPY else run.words
    return copied, quoted


def _joined(found: dict[str, Source], first: str, second: str, fresh: frozenset[str], words: int) -> str:
    """Let two sources share an origin, if they don't yet and one of them is new; say what was done."""
    one, other = (found[second], found[first]) if second in fresh else (found[first], found[second])
    carries = f"{one.id} carries {words} words of copy of {other.id}"
    common = _names(one) & _names(other)
    if common:
        return f"{carries}: both have {min(common)} as their origin"
    name = other.outlet or next(iter(other.origin), None) or next(iter(_names(one)), None) or other.id
    if name not in _names(one):
        found[one.file] = replace(one, origin=(*one.origin, name))
    if name not in _names(other):
        if other.file not in fresh:
            return f"{carries}: write the same origin under both, so that they count as one witness"
        found[other.file] = replace(other, origin=(*other.origin, name))
    return f"{carries}: {name} is written down as its origin"


def _names(source: Source) -> set[str]:
    return {*source.origin, *([source.outlet] if source.outlet else [])}
