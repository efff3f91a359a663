"""The reports that come in: which can be drafted from, as which sources, and what is wrong with the rest.

A report that cannot be used is named in one line and left out; the rest is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.dates import Edtf, TimeExpression, read
from generator.events.discover import Names
from generator.events.lexicon import lexicon
from generator.events.names import slug
from generator.events.report import Report
from generator.problems import Problem, show
from generator.sources import SourceText
from generator.timeline.characters import FORBIDDEN
from generator.timeline.model import Source, Timeline
from generator.timeline.rules.characters import named

__all__ = ["missing_reports", "origin_of", "prepared", "quotable", "taken_in", "tells_nothing"]

# What ends a line in some program or other, and the mark that some write in front of all (Unicode, UAX 14).
_LINE_END = re.compile("(?m:^)\ufeff|[\x0b\x0c\x85\u2028\u2029]|\r(?!\n)")


def quotable(texts: Sequence[SourceText]) -> tuple[list[SourceText], list[Problem]]:
    r"""Return the texts with plain line ends, and a problem for each that the record could not quote.

    The record holds no character that acts. One that ends a line is as good as a line feed, so it is taken
    for one, and every offset stays. Of any other a verbatim quotation can't be had: the report is left out.

    >>> odd, worse = "\ufeffTalks\u2028ended.", "Talks\n\x1b[2Jended."
    >>> kept, problems = quotable([SourceText("a.txt", odd, "0"), SourceText("b.txt", worse, "1")])
    >>> [one.text for one in kept]
    ['\nTalks\nended.']
    >>> [(one.file, one.line, one.column) for one in problems]
    [('b.txt', 2, 1)]
    """
    kept: list[SourceText] = []
    problems: list[Problem] = []
    for text in texts:
        plain = _LINE_END.sub("\n", text.text)
        if found := FORBIDDEN.search(plain):
            problems.append(_not_quotable(text, found))
        else:
            kept.append(replace(text, text=plain) if plain != text.text else text)
    return kept, problems


def _not_quotable(text: SourceText, found: re.Match[str]) -> Problem:
    return Problem(
        code="report-can-be-quoted",
        level="warning",
        file=show(text.path, 200),
        line=text.text.count("\n", 0, found.start()) + 1,
        column=found.start() - text.text.rfind("\n", 0, found.start()),
        wrong=f"it holds the character {named(found.group())}, which the record may not",
        mend="take it out of the file, or enter its events by hand; it was left out",
    )


def taken_in(
    texts: Sequence[SourceText], timeline: Timeline
) -> tuple[dict[str, Source], set[str], list[Problem]]:
    """Return the sources of the usable reports by their files, which files are new, and what is wrong."""
    by_file = {one.file: one for one in timeline.sources.values()}
    taken = set(timeline.sources)
    sources: dict[str, Source] = {}
    fresh: set[str] = set()
    problems: list[Problem] = []
    first = _first_of_each(texts, by_file)
    for text in texts:
        known = by_file.get(text.path)
        if known and known.sha256 != text.sha256:
            problems.append(_changed(text))
        elif known:
            sources[text.path] = known
        elif first[text.sha256] != text.path:
            problems.append(_double(text, first[text.sha256]))
        elif not _is_readable(text.text):
            problems.append(_other_script(text))
        else:
            made = _new_source(text, taken)
            taken.add(made.id)
            fresh.add(text.path)
            sources[text.path] = made
    return sources, fresh, problems


def missing_reports(texts: Sequence[SourceText], timeline: Timeline) -> list[Problem]:
    """Return a problem for each report that the record quotes and that was not read.

    Without it, what is known from it would be proposed anew, so nothing should be drafted.
    """
    read_files = {text.path for text in texts}
    return [
        Problem(
            code="report-is-there",
            file=show(source.file, 200),
            wrong="the record quotes it, and it is not there to be read",
            mend="put it back; until then nothing is drafted",
        )
        for source in timeline.sources.values()
        if source.file not in read_files
    ]


def _first_of_each(texts: Sequence[SourceText], known: dict[str, Source]) -> dict[str, str]:
    """Return for each text the file it is read from: the one that the record knows, else the first."""
    first: dict[str, str] = {}
    for text in sorted(texts, key=lambda one: one.path not in known):
        first.setdefault(text.sha256, text.path)
    return first


def _is_readable(text: str) -> bool:
    """Tell whether most letters are Latin; the words of no other script are known.

    >>> _is_readable("Talks ended."), _is_readable("مذاکرات ختم ہو گئے")
    (True, False)
    """
    letters = [one for one in text[:20_000] if one.isalpha()]
    latin = sum(one < "\u0250" for one in letters)
    return bool(letters) and latin * 2 > len(letters)


def _double(text: SourceText, other: str) -> Problem:
    return Problem(
        code="report-is-no-double",
        level="warning",
        file=show(text.path, 200),
        wrong=f"the very text of {show(other, 200)}",
        mend="take one of them away; it was left out, for it witnesses nothing more",
    )


def _other_script(text: SourceText) -> Problem:
    return Problem(
        code="report-is-read",
        level="warning",
        file=show(text.path, 200),
        wrong="most of its letters are not Latin, and only English is read so far",
        mend="add a translation as a report of its own, or its events by hand; it was left out",
    )


def tells_nothing(text: SourceText) -> Problem:
    """Return the problem of a report in which no event was found."""
    return Problem(
        code="report-tells-something",
        level="warning",
        file=show(text.path, 200),
        wrong="no sentence of it tells an event with a date or bounds",
        mend="look whether it is the right file, and whether its day is known",
    )


@cache
def _credit() -> re.Pattern[str]:
    agencies = "|".join(sorted(map(re.escape, lexicon().agencies), key=len, reverse=True))
    return re.compile(
        r"^[^\n()]{2,60}\((?P<dateline>[A-Z][\w .&’'-]{1,30})\)\s*(?:—|--|–|-)\s"
        rf"|^\W*(?P<line>{agencies})\W*$|(?:—|--|–)\s*(?P<end>{agencies})\s*$"
        rf"|[Ww]ith\s+(?P<inputs>{agencies})\s+inputs?|[Ii]nputs? from (?P<source>{agencies})"
        rf"|(?:Source|Agency|Courtesy|Credit):\s*(?P<credit>{agencies})\b"
        r"|according to an? (?P<report>[A-Z]\w+) report",
        re.MULTILINE,
    )


def origin_of(text: str) -> tuple[str, ...]:
    r"""Return the agencies and outlets whose copy a report says it carries.

    >>> origin_of("LUSK, May 3 (Reuters) - He left, according to a Dawn report.\n(With PTI inputs)")
    ('Reuters', 'Dawn', 'PTI')
    >>> origin_of("He left, the Associated Press (AP) said - twice.\nAFP\n")
    ('AFP',)
    """
    found = (next(name for name in one.groups() if name) for one in _credit().finditer(text))
    return tuple(dict.fromkeys(found))


def _changed(text: SourceText) -> Problem:
    return Problem(
        code="source-hash-fits",
        file=show(text.path, 200),
        wrong="the file changed since its quotations were taken",
        mend="put the old file back, or correct its sha256 and its quotations; it was left out",
    )


def _new_source(text: SourceText, taken: set[str]) -> Source:
    stem = slug(text.path.rsplit("/", 1)[-1].removesuffix(".txt"))[:60] or "report"
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return Source(id=name, file=text.path, sha256=text.sha256, origin=origin_of(text.text))


def prepared(text: SourceText, source: Source, names: Names) -> Report:
    """Return a report made ready for reading: its dates read from the day that its source has."""
    day = _day(source.writes_about) or _day(source.published)
    expressions = read(text.text, dct=day, genre="news")
    if day is None:
        expressions = list(_sure_without_a_day(expressions))
    return Report(source=source, text=text, names=names, expressions=expressions)


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_COUNTED = re.compile(r"\b(?:later|earlier|after|before|following|next|same|that|previous)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


def _sure_without_a_day(expressions: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Give what is dated though the day of the report is unknown: by its year, or counted from such a date.

    "On Friday" is dated by the day of the report alone, whatever date was named before it.
    """
    sure: set[int] = set()
    for one in expressions:
        counted = isinstance(one.anchor, int) and one.anchor in sure and _COUNTED.search(one.text)
        if _YEAR.search(one.text) or (counted and not _WEEKDAY.search(one.text)):
            sure.add(one.start)
            yield one


def _day(edtf: Edtf | None) -> str | None:
    return edtf.text if edtf is not None and edtf.kind == "day" else None
