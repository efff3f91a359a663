"""Problems and differences as others want to read them: people, machines, GitHub, code scanners.

Every function returns text and writes nothing. What came from a file is shown safely by `Problem` itself;
here it is also kept from acting as a command of a workflow, or as Markdown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.problems import Problem, code_span, show, worst_first
from generator.timeline.diff import Difference, summary
from generator.timeline.manual import pages

__all__ = [
    "differences_as_json",
    "differences_as_markdown",
    "differences_as_text",
    "problem_as_json",
    "problems_as_github",
    "problems_as_json",
    "problems_as_sarif",
    "problems_as_text",
]

SHOWN = 40
ANNOTATED = 10  # of each level: GitHub shows no more for one step


def problems_as_text(problems: Iterable[Problem], at_most: int | None = SHOWN) -> str:
    """Return one line a problem, the worst first, and how many more there are."""
    ordered = worst_first(problems)
    lines = [str(problem) for problem in ordered[:at_most]]
    if len(ordered) > len(lines):
        lines.append(f"… and {len(ordered) - len(lines):,} more; --format json lists them all")
    return "".join(f"{line}\n" for line in lines)


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain values."""
    names = ("file", "line", "column", "level", "code", "where", "wrong", "mend")
    return {name: getattr(problem, name) for name in names}


def problems_as_json(problems: Iterable[Problem]) -> str:
    """Return all problems as a JSON list, the worst first."""
    return json.dumps([problem_as_json(one) for one in worst_first(problems)], indent=2) + "\n"


def problems_as_github(problems: Iterable[Problem], at_most: int = ANNOTATED) -> str:
    r"""Return the worst problems as commands that a GitHub workflow turns into annotations.

    >>> odd = Problem(code="a", wrong="100%\n::stop", mend="", file="a,b.yml", line=3, level="warning")
    >>> print(problems_as_github([odd]), end="")
    ::warning file=a%2Cb.yml,line=3,title=a::100%25%0A::stop (a)
    """
    lines, counted = [], {"error": 0, "warning": 0}
    for problem in worst_first(problems):
        counted[problem.level] += 1
        if counted[problem.level] <= at_most:
            lines.append(_annotation(problem))
    return "".join(f"{line}\n" for line in lines)


def _annotation(problem: Problem) -> str:
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in place.items() if value is not None)
    said = f"{problem.where}: {problem.wrong}" if problem.where else problem.wrong
    message = f"{said}; {problem.mend} ({problem.code})" if problem.mend else f"{said} ({problem.code})"
    return f"::{problem.level} {given}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def problems_as_sarif(problems: Iterable[Problem]) -> str:
    """Return all problems in SARIF 2.1.0, with the manual page of each rule that is broken."""
    ordered = worst_first(problems)
    known = pages()
    codes = sorted({problem.code for problem in ordered})
    rules = [_sarif_rule(code, known[code].text if code in known else "") for code in codes]
    driver = {"name": "crisis-timeline", "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(problem, codes.index(problem.code)) for problem in ordered],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _sarif_rule(code: str, page: str) -> dict[str, Any]:
    first = " ".join(page.partition("\n\n")[0].split()) or code
    return {"id": code, "shortDescription": {"text": first}, "help": {"text": page or code}}


def _sarif_result(problem: Problem, rule: int) -> dict[str, Any]:
    said = f"{problem.where}: {problem.wrong}" if problem.where else problem.wrong
    place: dict[str, Any] = {"artifactLocation": {"uri": problem.file}}
    if problem.line is not None:
        region = {"startLine": problem.line, "startColumn": problem.column}
        place["region"] = {name: value for name, value in region.items() if value is not None}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.level,
        "message": {"text": f"{said}; {problem.mend}" if problem.mend else said},
        "locations": [{"physicalLocation": place}],
    }


def differences_as_text(differences: Sequence[Difference]) -> str:
    """Return the changes in one sentence, and below it one line each; `!` marks what to look at twice."""
    lines = [f"{'!' if one.loud else ' '} {show(one.words, 300)}" for one in differences]
    return "".join(f"{line}\n" for line in [summary(differences), *lines])


def differences_as_json(differences: Sequence[Difference]) -> str:
    """Return the changes as JSON: the sentence, and each with its old and new value."""
    found = {"summary": summary(differences), "differences": [one.to_json() for one in differences]}
    return json.dumps(found, indent=2) + "\n"


def differences_as_markdown(differences: Sequence[Difference]) -> str:
    """Return the changes as Markdown; what comes from a file stands in code spans, where nothing acts."""
    lines = [f"**{summary(differences)}**", ""]
    for one in differences:
        lines.append(f"- {'⚠ ' if one.loud else ''}{code_span(one.words, 300)}")
    return "\n".join(lines).rstrip() + "\n"
