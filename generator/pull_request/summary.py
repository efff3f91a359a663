"""A report in words, as Markdown in which nothing untrusted can act: in the run's summary and the comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.problems import code_span
from generator.pull_request.report import UNCHANGED, Report

__all__ = ["in_markdown"]

# GitHub takes 65,536 characters of a comment, of which the ids of its events may take 8,200, and a megabyte
# of a run's summary. A comment is to be one screen; the summary is where everything stands.
COMMENT, COMMENT_LISTS = 52_000, (40, 15, 4, 2)
WHOLE, WHOLE_LISTS = 900_000, (5_000, 1_000, 200, 40)
MOST_OTHERS = 10


def in_markdown(
    report: Report, also: Mapping[int, Sequence[str]] | None = None, *, whole: bool = False
) -> str:
    """Return what a pull request does, in words: as much as a comment takes, or the whole.

    `also` gives the numbers of other open pull requests that touch the same events, and those events.

    >>> print(in_markdown(Report(kind="data")))
    ### What this change does to the timeline
    <BLANKLINE>
    No change in content.
    <BLANKLINE>
    Data only: the tool of the base branch judged it.
    """
    text = ""
    longest, lists = (WHOLE, WHOLE_LISTS) if whole else (COMMENT, COMMENT_LISTS)
    for most in lists:
        text = "\n\n".join(part for part in _parts(report, also, most) if part)
        if len(text.encode()) <= longest:
            break
    return text


def _parts(report: Report, also: Mapping[int, Sequence[str]] | None, most: int) -> Iterator[str]:
    yield "### What this change does to the timeline"
    yield _effects(report, most)
    yield _faults(report, most)
    yield _kind(report, most)
    if report.older:
        yield f"{report.older} older problems elsewhere aren't counted against this change."
    if also:
        yield _others(also)


def _effects(report: Report, most: int) -> str:
    if not report.effect_count:
        return "No change in content." if report.in_short == UNCHANGED else code_span(report.in_short, 600)
    loud_first = sorted(report.effects, key=lambda one: not one.loud)
    lines = [
        f"- {'**Look twice:** ' if one.loud else ''}{code_span(one.words, 600)}" for one in loud_first[:most]
    ]
    return "\n".join([code_span(report.in_short, 600), "", *lines, *_rest(report.effect_count, lines)])


def _faults(report: Report, most: int) -> str:
    if not report.faults:
        return ""
    errors = sum(fault.level == "error" for fault in report.faults)
    head = "**To be mended:**" if errors else "**To be thought about:**"
    lines = [
        f"- {code_span(fault.place)} {code_span(fault.words, 600)} ({code_span(fault.code)})"
        for fault in report.faults[:most]
    ]
    return "\n".join([head, "", *lines, *_rest(report.fault_count, lines)])


def _kind(report: Report, most: int) -> str:
    if report.kind == "data":
        return "Data only: the tool of the base branch judged it."
    lines = [f"- {code_span(path)}" for path in report.code[:most]]
    head = "**Touches code**, so that a maintainer must read it as code, and its own tests decide:"
    return "\n".join([head, "", *lines, *_rest(report.code_count, lines)])


def _rest(count: int, lines: Sequence[str]) -> Iterator[str]:
    if count > len(lines):
        yield f"- and {count - len(lines)} more"


def _others(also: Mapping[int, Sequence[str]]) -> str:
    newest = sorted(also.items(), reverse=True)[:MOST_OTHERS]
    told = [f"#{number} ({', '.join(map(code_span, events[:5]))})" for number, events in sorted(newest)]
    rest = [f"and {len(also) - len(told)} more"] if len(also) > len(told) else []
    return f"Other open pull requests touch the same events: {', '.join(told + rest)}."
