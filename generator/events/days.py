"""The day of each report: stated, or found from the words of all that carry the same long quotation.

A day that an editor states always wins. A dateline with a year states one too. Else the clues of the report
are read together with those of the reports that quote the same words, for these report the same day. Where
several days survive, nothing is chosen: the draft says so, and asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from generator.dates import Edtf, Interval
from generator.dates.dating import HALF_A_YEAR, SEARCHED, Dating, date_reports, stated_day
from generator.events.copies import shared_runs
from generator.events.marks import find_quoted
from generator.problems import Problem, show
from generator.sources import SourceText
from generator.timeline.model import Source

__all__ = ["DayWorking", "dated", "day_workings", "same_day_groups"]

QUOTED_WORDS = 15  # words of a quotation that two reports share; so long a run is one statement
LATER = timedelta(days=6)  # a bare weekday is used for no longer


def dated(
    texts: Sequence[SourceText], sources: dict[str, Source], fresh: set[str]
) -> tuple[dict[str, Source], list[Problem]]:
    """Return the sources with the day that each writes about, and a problem where that can't be told.

    Only new sources, whose files are in `fresh`, are given a day; what the record says of the others stands.
    """
    found = dict(sources)
    problems: list[Problem] = []
    waiting = []
    for number, text in enumerate(texts):
        stated = stated_day(text.text) if text.path in fresh else None
        if stated:
            day = Edtf.parse(stated.isoformat())
            found[text.path] = replace(
                sources[text.path], writes_about=day, published=day, published_basis="stated"
            )
        elif text.path in fresh:
            waiting.append(number)
        elif _known_day(sources[text.path]) is None:
            problems.append(_question(text, sources[text.path], date_reports([text.text])))
    groups = same_day_groups(texts) if waiting else []
    around = _around(found.values())
    for number in waiting:
        group = next((group for group in groups if number in group), [number])
        source, problem = _inferred(texts, found, number, group, around)
        found[texts[number].path] = source
        problems += [problem] if problem else []
    return found, problems


def _around(sources: Iterable[Source]) -> Interval:
    """Return the days to search: half a year around the reports whose day is known, else all."""
    days = [day.earliest for source in sources if (day := _known_day(source)) and day.earliest]
    return Interval(min(days) - HALF_A_YEAR, max(days) + HALF_A_YEAR) if days else SEARCHED


def _inferred(
    texts: Sequence[SourceText],
    sources: dict[str, Source],
    number: int,
    group: Sequence[int],
    around: Interval,
) -> tuple[Source, Problem | None]:
    source = sources[texts[number].path]
    known = next((day for other in group if (day := _known_day(sources[texts[other].path]))), None)
    if known:
        last = (known.earliest + LATER).isoformat() if known.earliest else known.text
        working = (
            f"It carries a quotation of a report that writes about {known}, so it writes about the same day."
        )
        span = Edtf.parse(f"[{known}..{last}]")
        return replace(
            source, writes_about=known, published=span, published_basis="inferred", working=working
        ), None
    dating = _dating(texts, number, group)
    if dating.writes_about is None:
        dating = _near_the_others(texts, number, around) or dating
    if dating.writes_about is None:
        return source, _question(texts[number], source, dating)
    working = dating.in_words()
    if dating.searched == around is not SEARCHED:
        working += f" Searched: {around}, half a year around the reports whose day is known."
    if len(group) > 1:
        working += " The clues are those of all reports that carry the same quotation."
    return (
        replace(
            source,
            writes_about=dating.writes_about,
            published=dating.published,
            published_basis="inferred",
            working=working,
        ),
        None,
    )


def _dating(texts: Sequence[SourceText], number: int, group: Sequence[int]) -> Dating:
    alone = date_reports([texts[number].text])
    if alone.writes_about or len(group) == 1:
        return alone
    together = date_reports([texts[other].text for other in group])
    return together if together.days else alone


def _near_the_others(texts: Sequence[SourceText], number: int, around: Interval) -> Dating | None:
    # The reports of one crisis lie half a year apart at most: a guess, so it is only made where it decides.
    dating = date_reports([texts[number].text], searched=around)
    return dating if around is not SEARCHED and dating.writes_about else None


def _known_day(source: Source) -> Edtf | None:
    day = source.writes_about or source.published
    return day if day is not None and day.kind == "day" else None


def _question(text: SourceText, source: Source, dating: Dating) -> Problem:
    if not dating.clues:
        wrong, decides = "nothing in its words tells its day", "The day itself"
    elif not dating.days:
        wrong, decides = "no day fits all that its words tell of it", "The day itself"
    else:
        wrong, decides = f"its words leave its day open: {dating.candidates}", dating.would_decide
    return Problem(
        code="report-has-a-day",
        level="warning",
        file=show(text.path, 200),
        wrong=wrong,
        mend=f"{decides[0].lower()}{decides[1:]} would decide; write the day as writes_about of {source.id} "
        "under sources; until then no weekday of it is read",
    )


@dataclass(frozen=True, slots=True)
class DayWorking:
    """How the day of one report is known: what the record states, what its words leave, alone and together.

    `stated` is the day in its dateline or at its head, `recorded` what the record says, which wins.
    `together` is read with the reports `others`, which carry the same long quotation and so report the same
    day.
    """

    file: str
    recorded: Edtf | None
    stated: date | None
    alone: Dating
    others: tuple[str, ...]
    together: Dating | None

    def in_words(self) -> str:
        """Return the working in lines for an editor."""
        lines = [self.file]
        if self.recorded:
            fits = self.recorded.earliest in (self.stated, *self.alone.days)
            more = "which its words allow" if fits else "which its own words don't allow"
            lines.append(f"  the record says {self.recorded}, {more}; what the record says wins")
        if self.stated:
            lines.append(f"  it states its day: {_in_full(self.stated)}")
            return "\n".join(lines)
        lines.append(f"  alone: {self.alone.in_words()}")
        if self.together:
            with_whom = ", ".join(self.others)
            lines.append(f"  with {with_whom}, which carry the same quotation: {self.together.in_words()}")
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """Return the working as plain values, for machines."""
        return {
            "file": self.file,
            "recorded": str(self.recorded) if self.recorded else None,
            "stated": self.stated.isoformat() if self.stated else None,
            "alone": _dating_json(self.alone),
            "with": list(self.others),
            "together": _dating_json(self.together) if self.together else None,
        }


def _in_full(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _dating_json(dating: Dating) -> dict[str, Any]:
    return {
        "days": [day.isoformat() for day in dating.days],
        "published": str(dating.published) if dating.published else None,
        "clues": [{"words": one.words, "says": one.says} for one in dating.clues],
        "deciding": [one.says for one in dating.deciding],
        "searched": str(dating.searched),
    }


def day_workings(texts: Sequence[SourceText], sources: Iterable[Source]) -> list[DayWorking]:
    """Return for each report which days its words leave, alone and with those that quote the same words.

    >>> report = SourceText("a.txt", "LUSK, March 3 (Wire) - He spoke on Monday; a war ended in 2019.", "")
    >>> (working,) = day_workings([report], [])
    >>> working.alone.candidates, working.alone.would_decide
    ('Monday 3 March 2025, Monday 3 March 2031, Monday 3 March 2036', 'The year')
    """
    recorded = {one.file: _known_day(one) for one in sources}
    groups = same_day_groups(texts)
    found = []
    for number, text in enumerate(texts):
        group = next(group for group in groups if number in group)
        found.append(
            DayWorking(
                file=text.path,
                recorded=recorded.get(text.path),
                stated=stated_day(text.text),
                alone=date_reports([text.text]),
                others=tuple(texts[other].path for other in group if other != number),
                together=date_reports([texts[other].text for other in group]) if len(group) > 1 else None,
            )
        )
    return found


def same_day_groups(texts: Sequence[SourceText]) -> list[list[int]]:
    """Return the reports in groups that carry the same long quotation, each report in one group.

    >>> said = "“We have borne your treachery and mockery for too long, but no more of it, no day,” he said."
    >>> reports = [SourceText("a", said, ""), SourceText("b", "No.", ""), SourceText("c", said, "")]
    >>> same_day_groups(reports)
    [[0, 2], [1]]
    """
    leader = list(range(len(texts)))

    def find(one: int) -> int:
        while leader[one] != one:
            one = leader[one]
        return one

    for first, second in _sharing_a_quotation(texts):
        one, other = sorted((find(first), find(second)))
        leader[other] = one
    groups: dict[int, list[int]] = {}
    for number in range(len(texts)):
        groups.setdefault(find(number), []).append(number)
    return list(groups.values())


def _sharing_a_quotation(texts: Sequence[SourceText]) -> Iterator[tuple[int, int]]:
    quoted: dict[int, list[tuple[int, int]]] = {}
    for run in shared_runs(texts, at_least=QUOTED_WORDS):
        if run.first not in quoted:
            quoted[run.first] = [(one.start, one.end) for one in find_quoted(texts[run.first].text)]
        words = texts[run.first].text
        if any(
            len(words[max(start, run.start) : min(end, run.end)].split()) >= QUOTED_WORDS
            for start, end in quoted[run.first]
        ):
            yield run.first, run.second
