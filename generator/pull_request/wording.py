"""Untrusted words, made safe where GitHub would act on them: in a log, a summary, a comment.

A runner takes commands from the log: a line that starts with `::` (white space before it or not), and `##[`
anywhere in a line. Markdown renders links, images, HTML, and tells people whose `@name` stands in it; in a
code span it does not.
"""

from __future__ import annotations

import re

from generator.problems import Problem, show

__all__ = ["annotation", "code_span", "log_line"]

SHOWN_IN_A_SPAN = 200
SHOWN_IN_A_LINE = 400


def log_line(text: object) -> str:
    r"""Return words as one line of a log that the runner can't take for a command.

    >>> log_line("::error::planted")
    '| ::error::planted'
    >>> log_line("see ##[add-mask]x")
    '| see #\\x23[add-mask]x'
    """
    return f"| {_without_old_commands(show(text, SHOWN_IN_A_LINE))}"


def annotation(problem: Problem) -> str:
    """Return a problem as a command to the runner, which shows it on its line of the change.

    >>> print(annotation(Problem(code="a-rule", file="timeline.yml", line=3, column=7, where="title",
    ...                          wrong="100% wrong", mend="mend it")))
    ::error file=timeline.yml,line=3,col=7,title=a-rule::title: 100%25 wrong; mend it
    """
    places = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{name}={_property(value)}" for name, value in places.items() if value is not None)
    words = f"{problem.where}: {problem.wrong}" if problem.where else problem.wrong
    text = f"{words}; {problem.mend}" if problem.mend else words
    return f"::{problem.level} {properties}::{_data(_without_old_commands(show(text, 1000)))}"


def code_span(text: object, at_most: int = SHOWN_IN_A_SPAN) -> str:
    """Return words as a Markdown code span that they can't leave.

    >>> code_span("see `@everyone`, fixes #1")
    '`` see `@everyone`, fixes #1 ``'
    >>> code_span("plain")
    '`plain`'
    """
    shown = show(text, at_most) or " "
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown[0] in " `" or shown[-1] in " `" or len(fence) > 1 else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _without_old_commands(text: str) -> str:
    return text.replace("##[", r"#\x23[")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(show(value, 300)).replace(":", "%3A").replace(",", "%2C")
