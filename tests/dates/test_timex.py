"""The bulk door: one line in, lines out, a bad line told by its number."""

from __future__ import annotations

import io
import json

import pytest

from generator.dates import timex


def run(*lines: str | bytes) -> tuple[int, list[dict[str, object]], list[str]]:
    """Return the status, the rows written and the error lines."""
    out, errors = io.StringIO(), io.StringIO()
    status = timex(lines, out, errors)
    return status, [json.loads(line) for line in out.getvalue().splitlines()], errors.getvalue().splitlines()


def test_each_expression_is_a_row_with_all_fields() -> None:
    """A row has every field of the door's form."""
    status, rows, errors = run(
        '{"doc": "a1", "dct": "2025-10-29", "text": "It ended on Wednesday.", "genre": null}'
    )

    assert (status, errors) == (0, [])
    assert rows == [
        {
            "doc": "a1",
            "start": 12,
            "end": 21,
            "text": "Wednesday",
            "type": "DATE",
            "value": "2025-10-29",
            "mod": None,
            "edtf": "2025-10-29",
            "earliest": "2025-10-29",
            "latest": "2025-10-30",
            "anchor": "dct",
            "range": None,
            "derivation": "Recent(Wednesday, Written(2025-10-29))",
            "readings": [],
        }
    ]


def test_another_expression_is_named_by_its_offset() -> None:
    """The anchor is the offset of the expression that was counted from."""
    _, rows, _ = run(
        '{"doc": "a1", "dct": "2025-10-29", "text": "On October 19 they met; the next day they left."}'
    )

    assert [row["anchor"] for row in rows] == ["dct", 3]


def test_a_range_is_kept_beside_its_ends() -> None:
    """Both ends of a range carry the whole of it."""
    _, rows, _ = run('{"doc": "a1", "dct": "2025-10-29", "text": "the talks of Oct 25–28 failed"}')

    assert [(row["text"], row["value"], row["range"]) for row in rows] == [
        ("Oct 25", "2025-10-25", "2025-10-25/2025-10-28"),
        ("28", "2025-10-28", "2025-10-25/2025-10-28"),
    ]


def test_another_reading_comes_with_its_reason() -> None:
    """A second reading has its value, its EDTF and a reason in words."""
    _, rows, _ = run('{"doc": "a1", "dct": null, "text": "on 03/04/2025"}')

    assert rows[0]["readings"] == [
        {
            "value": "2025-04-03",
            "edtf": "2025-04-03",
            "why": "the numbers can also be read with day and month the other way round",
        }
    ]


GOOD = '{"doc": "b", "dct": "2025-10-29", "text": "today"}'
BAD = [
    ("oops", 'not JSON: Expecting value at column 1; write one object a line, with "doc", "dct" and "text"'),
    ("[]", 'not an object; write {"doc": …, "dct": …, "text": …}'),
    ('{"text": ""}', '"doc" is missing; give each document a name'),
    ('{"doc": 1, "text": 2}', '"text" is missing or no text; give the text of the document'),
    (
        '{"doc": 1, "text": "", "dct": 5}',
        '"dct" is no text; write it as "2025-10-29", or null where it is unknown',
    ),
    (
        '{"doc": 1, "text": "", "dct": "soon"}',
        "dct: 'soon' is no day such as 2025-10-29; write it as 2025-10-29, or null where it is unknown",
    ),
    ('{"doc": 1, "text": "", "genre": "verse"}', '"genre" is verse; write "news", "narrative" or null'),
    (b'{"doc": "\xff"}', "not UTF-8 at byte 9; save the input as UTF-8"),
    ("[" * 100_000, "not JSON that can be read: nested too deep or a number too long; shorten it"),
]


@pytest.mark.parametrize(("line", "words"), BAD, ids=[words[:12] for _, words in BAD])
def test_a_bad_line_is_told_and_the_others_are_read(line: str | bytes, words: str) -> None:
    """A bad line gives one line of error with its number, status 1, and costs no other line."""
    status, rows, errors = run(GOOD, line, "", GOOD)

    assert status == 1
    assert errors == [f"line 2: {words}"]
    assert [row["value"] for row in rows] == ["2025-10-29", "2025-10-29"]


def test_half_a_surrogate_pair_does_no_harm() -> None:
    """JSON can hold half a surrogate pair; it is passed on escaped."""
    status, rows, errors = run('{"doc": "\\ud800", "dct": "2025-10-29", "text": "today"}')

    assert (status, errors, rows[0]["doc"]) == (0, [], "\ud800")
