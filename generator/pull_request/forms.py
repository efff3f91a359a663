"""An issue form as GitHub hands it over: headings in the order of the form, and below each what was written.

The labels here are those of the forms in `.github/ISSUE_TEMPLATE/`; a test holds the two together. What was
sent is text from a stranger: a heading in it that looks like a label makes the form ambiguous, and it is
refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.problems import InputProblemsError, Problem

__all__ = ["FORMS", "Form", "read_form"]

LONGEST = 500_000
NOT_GIVEN = "_No response_"
# The name of each form, and its fields: the id in the form, and the label that the text shows.
FORMS: Mapping[str, Mapping[str, str]] = {
    "new-event": {
        "title": "What happened",
        "date": "When",
        "type": "Kind of event",
        "summary": "Summary",
        "source": "Source",
        "quote": "Quotation",
    },
    "correction": {
        "event": "Event",
        "field": "What is wrong",
        "value": "What it should say",
        "source": "Source",
        "quote": "Quotation",
        "note": "Note for readers",
    },
    "dead-link": {
        "source": "Source",
        "archived": "Archive copy",
        "url": "New address",
        "note": "What you saw",
    },
    "new-source": {
        "id": "Short name",
        "outlet": "Outlet",
        "title": "Headline",
        "url": "Address",
        "archived": "Archive copy",
        "published": "Published",
        "language": "Language",
        "text": "Text",
    },
}


@dataclass(frozen=True, slots=True)
class Form:
    """A form that was sent: its name, what was given, and the line of the issue where each field begins."""

    name: str
    given: Mapping[str, str]
    lines: Mapping[str, int]
    file: str = "issue"

    def get(self, field: str) -> str | None:
        """Return what was given, or None."""
        return self.given.get(field)

    def line(self, field: str) -> str | None:
        """Return what was given on one line, its white space made plain."""
        text = self.given.get(field)
        return " ".join(text.split()) if text else None

    def problem(self, field: str, code: str, wrong: str, mend: str) -> Problem:
        """Return a problem at the field's place in the issue."""
        where = FORMS[self.name].get(field, field)
        return Problem(
            code=code, file=self.file, line=self.lines.get(field), where=where, wrong=wrong, mend=mend
        )


def read_form(text: str, file: str = "issue") -> Form:
    r"""Read the text of an issue; raise `InputProblemsError` where it isn't one of our forms, or ambiguous.

    >>> form = read_form("### Source\n\nhttps://news.example/1\n\n### Archive copy\n\n_No response_\n\n"
    ...                  "### New address\n\n_No response_\n\n### What you saw\n\nA shop.\n")
    >>> form.name, dict(form.given)
    ('dead-link', {'source': 'https://news.example/1', 'note': 'A shop.'})
    """
    if len(text) > LONGEST:
        raise _refused(file, f"the issue has more than {LONGEST:,} characters", "send less")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    headings = [(number, found[1]) for number, line in enumerate(lines) if (found := _heading(line))]
    name = _form_of([label for _, label in headings], file)
    return _filled(name, lines, headings, file)


def _heading(line: str) -> re.Match[str] | None:
    return re.fullmatch(r"### (.+?)\s*", line)


def _form_of(labels: list[str], file: str) -> str:
    for name, fields in FORMS.items():
        known = [label for label in labels if label in fields.values()]
        if set(known) == set(fields.values()):
            if known != list(fields.values()):
                wrong = "a label of the form stands in it twice, or out of order"
                raise _refused(file, wrong, "take the heading out of what was written below another")
            return name
    raise _refused(file, "it isn't one of the forms of this project", f"use one of: {', '.join(FORMS)}")


def _filled(name: str, lines: list[str], headings: list[tuple[int, str]], file: str) -> Form:
    labels = {label: field for field, label in FORMS[name].items()}
    starts = [(number, labels[label]) for number, label in headings if label in labels]
    ends = [*[number for number, _ in starts[1:]], len(lines)]
    given, places = {}, {}
    for (start, field), end in zip(starts, ends, strict=True):
        text = "\n".join(lines[start + 1 : end]).strip()
        places[field] = start + 1
        if text and text != NOT_GIVEN:
            given[field] = text
    return Form(name, given, places, file)


def _refused(file: str, wrong: str, mend: str) -> InputProblemsError:
    return InputProblemsError([Problem(code="issue-is-a-form", file=file, wrong=wrong, mend=mend)])
