"""One mistake draws one complaint: what could not be read is compared with nothing."""

from __future__ import annotations

import re

import pytest

from generator.timeline.checks import check_file
from tests.timeline.examples import BASE, folder


def section(name: str, instead: str) -> str:
    """Return the timeline with something else in the place of one of its sections."""
    return re.sub(rf"^{name}:\n(?:(?: .*)?\n)*", f"{instead}\n", BASE, flags=re.MULTILINE)


def event(was: str, becomes: str) -> str:
    """Return the timeline with one of its lines changed."""
    assert BASE.count(was) == 1
    return BASE.replace(was, becomes)


FIRST, SECOND = '    date: "2025-10-19"\n', '    date: "2025-10-25"\n'
MISTAKES = {
    "a first date in words": (event(FIRST, '    date: "19 October 2025"\n'), "date-is-real"),
    "a first date that is none": (event(FIRST, '    date: "2025-10-32"\n'), "date-is-real"),
    "no first date": (event(FIRST, ""), "key-is-there"),
    "a first date without its value": (event(FIRST, "    date:\n"), "key-is-there"),
    "a date that is none beside a time": (
        event(FIRST, '    date: "2025-13"\n    time: 2025-10-19TMO\n'),
        "date-is-real",
    ),
    "a second date in words": (event(SECOND, '    date: "25.10.2025"\n'), "date-is-real"),
    "a second date as a list": (event(SECOND, '    date: ["2025-10-25"]\n'), "value-is-a-text"),
    "a time that is none": (
        BASE.replace(SECOND, '    date: "2025-10-19"\n    time: "early"\n'),
        "time-has-a-zone",
    ),
    "an id that is none": (
        event("id: istanbul-talks", "id: Istanbul").replace(SECOND, FIRST),
        "id-is-a-slug",
    ),
    "sources as a list": (section("sources", "sources: [report]\n"), "value-is-a-mapping"),
    "actors as a text": (section("actors", "actors: qatar\n"), "value-is-a-mapping"),
    "places as a list": (section("places", "places: [doha]\n"), "value-is-a-mapping"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_told_once(tmp_path, name):
    """Only the line with the mistake is complained about, whatever other lines it could be compared with."""
    text, code = MISTAKES[name]

    problems = check_file(folder(tmp_path, text), tmp_path)

    assert [problem.code for problem in problems] == [code], [str(one) for one in problems]
