"""Untrusted words, made safe for the log of a run.

A runner takes commands from it: a line that starts with `::` (white space before it or not), and `##[`
anywhere in a line that is no other command. Problems are told by commands of ours (`timeline/report.py`).
"""

from __future__ import annotations

from generator.problems import show

__all__ = ["log_line"]

SHOWN_IN_A_LINE = 400


def log_line(text: object) -> str:
    r"""Return words as one line of a log that the runner can't take for a command.

    >>> log_line("::error::planted")
    '| ::error::planted'
    >>> log_line("see ##[add-mask]x")
    '| see #\\x23[add-mask]x'
    """
    return f"| {_without_old_commands(show(text, SHOWN_IN_A_LINE))}"


def _without_old_commands(text: str) -> str:
    return text.replace("##[", r"#\x23[")
