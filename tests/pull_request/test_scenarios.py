"""Each pull request comes out as its scenario says, and the hostile ones change nothing and leak nothing."""

import re
from pathlib import Path

import pytest

from generator.pull_request.report import LARGEST_REPORT, Report
from generator.pull_request.review import SHOWN_ON_LINES, review
from generator.pull_request.summary import in_markdown
from tests.pull_request.repositories import Project
from tests.pull_request.scenarios import SCENARIOS
from tests.pull_request.test_comment import without_code_spans

PLANTED = Path("/tmp/planted-by-a-pull-request")  # noqa: S108 (a place that only a planted module would write to)


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """Make the repository once; each scenario takes a copy."""
    return Project.make(tmp_path_factory.mktemp("base") / "crisis")


@pytest.fixture
def project(base, tmp_path):
    """Copy the repository, to be changed."""
    target = tmp_path / "crisis"
    base.git("clone", "--quiet", "--no-hardlinks", base.root, target)
    copy = Project(target)
    copy.git("branch", "--quiet", "main", "origin/main")
    return copy


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_scenario(scenario, project, tmp_path):
    """The outcome, the lines, the summary and the label are as stated, and nothing else has happened."""
    scenario.does(project)
    project.commit()
    before = (project.git("rev-parse", "HEAD", "main"), project.git("status", "--porcelain"))
    handed = {name: str(tmp_path / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}

    found = review(project.root, "main", "HEAD", tmp_path / "report")
    found.hand_over(handed)
    lines = list(found.lines({"GITHUB_ACTIONS": "true"}))
    report = Report.from_bytes((tmp_path / "report" / "report.json").read_bytes())
    summary = Path(handed["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")

    assert report.kind == scenario.kind
    assert found.is_good is scenario.good, lines
    for words in scenario.effects:
        assert any(words in effect.words for effect in report.effects), report.effects
        assert words in summary
    for code in scenario.codes:
        assert code in {fault.code for fault in report.faults}, report.faults
        assert any(f"title={code}" in line for line in lines)
    assert Path(handed["GITHUB_OUTPUT"]).read_text(encoding="utf-8") == f"kind={scenario.kind}\n"
    for problem in found.judgement.problems:
        assert problem.code in summary
    assert summary.count("quote-is-verbatim") == [p.code for p in found.judgement.problems].count(
        "quote-is-verbatim"
    )
    holds_no_command(lines)
    for words in scenario.quiet:
        assert words not in without_code_spans(summary)
    assert len((tmp_path / "report" / "report.json").read_bytes()) <= LARGEST_REPORT
    assert before == (project.git("rev-parse", "HEAD", "main"), project.git("status", "--porcelain"))
    assert not [*project.root.rglob("planted"), *tmp_path.glob("planted"), *Path().glob("planted")]
    assert not PLANTED.exists()
    assert "root:" not in summary + "".join(lines), "a file of the machine was read"


def holds_no_command(lines):
    """Assert that a runner would take no line for a command but our own annotations."""
    ours = re.compile(r"::(error|warning) (?:(?:file|line|col|title)=[^:,]*,?)+::")
    for line in lines:
        assert "\n" not in line
        assert "\r" not in line
        # A line that is a command of ours already is looked at no further.
        assert ours.match(line) or (line.startswith("| ") and "##[" not in line), line
    assert sum(line.startswith("::") for line in lines) <= SHOWN_ON_LINES


def test_what_cannot_be_read_is_not_called_unchanged(project, tmp_path):
    """Where the record can't be read whole, nobody is told that nothing changes."""
    project.replace('date: "2025-10-19"', 'date: "2025-02-30"')
    project.commit()
    report = review(project.root, "main", "HEAD").judgement.report
    assert report.in_short == "what changes can't be told: timeline.yml can't be read whole"
    assert "No change in content" not in in_markdown(report)


def test_there_are_more_than_forty_scenarios():
    """The issue asks for over 40 of them, each with its reason."""
    assert len(SCENARIOS) > 40
    assert all(one.does.__doc__ for one in SCENARIOS)
