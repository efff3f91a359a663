"""A problem is one line that says where, what and how out, and never lets a hostile value act."""

import pytest

from generator.problems import Problem, show, worst_first


def test_a_problem_is_one_line_with_the_way_out():
    """The line has the contract's form, so that people and editors' jump lists can read it."""
    problem = Problem(
        file="timeline.yml",
        line=3,
        column=9,
        where="type",
        code="known-type",
        wrong="no type 'war'",
        mend="write clash",
    )

    assert str(problem) == "timeline.yml:3:9: type: no type 'war'; write clash (known-type)"


def test_a_problem_of_a_whole_file_has_no_line():
    """Where the whole file is meant, no line is made up."""
    problem = Problem(file="seeds/a.txt", code="report-is-empty", wrong="the file is empty", mend="fill it")

    assert str(problem) == "seeds/a.txt: the file is empty; fill it (report-is-empty)"


@pytest.mark.parametrize(
    ("value", "shown", "why"),
    [
        ("\x1b[31mred", "\\x1b[31mred", "an escape sequence would act on a terminal"),
        ("a\u202eb", "a\\u202eb", "a bidi override makes text read as something else"),
        ("a\u200bb", "a\\u200bb", "a zero-width space can't be seen"),
        ("a\u00a0b", "a\\u00a0b", "a no-break space looks like a space"),
        ("\U000e0041", "\\U000e0041", "tag characters are invisible"),
        ("Türkiye … “so be it”", "Türkiye … “so be it”", "ordinary text stays as it is"),
        ("x" * 61, "x" * 59 + "…", "a long value is cut"),
        (None, "None", "any value can be shown"),
    ],
)
def test_an_untrusted_value_is_shown_safely(value, shown, why):
    """No value can act on a terminal or a log, or hide in it."""
    assert show(value) == shown, why


def test_errors_come_before_warnings_and_then_by_place():
    """What must be mended stands first."""
    problems = [
        Problem(file="b.yml", line=line, code="x", wrong="w", mend="", level=level)
        for line, level in [(9, "warning"), (7, "error"), (2, "error")]
    ]

    assert [problem.line for problem in worst_first(problems)] == [2, 7, 9]
