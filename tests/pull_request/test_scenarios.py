"""Each pull request comes out as its scenario says, and the hostile ones change nothing and leak nothing."""

import re
from pathlib import Path

import pytest

from generator.problems import SurroundingsError
from generator.pull_request.git import Repository
from generator.pull_request.report import LARGEST_REPORT, Report
from generator.pull_request.review import SHOWN_ON_LINES, review
from generator.pull_request.summary import in_markdown
from tests.pull_request import scenarios
from tests.pull_request.repositories import REPORTS, Project
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
        told = words.removeprefix("**Look twice:** `")
        assert any(told in effect.words for effect in report.effects), report.effects
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
    assert len(lines) < 150, "the log stays readable"
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


def test_attributes_of_a_change_reach_nothing(project):
    """Both sides are read as git keeps them: no line end or filter of a stranger's choice changes a byte."""
    scenarios.brings_attributes_beside_data(project)
    project.commit()
    assert review(project.root, "main", "HEAD").judgement.report.faults == ()


def test_written_tree_is_what_git_keeps(project, tmp_path):
    """A tree is written byte for byte, with its links, and without the insides of another repository."""
    scenarios.adds_a_submodule(project)
    (project.root / "a link").symlink_to("docs/index.md")
    project.write("empty", "")
    project.write("bytes", bytes(range(256)))
    project.commit()
    Repository(project.root).write_tree("HEAD", tmp_path / "tree")
    assert (tmp_path / "tree" / "bytes").read_bytes() == bytes(range(256))
    assert (tmp_path / "tree" / "empty").read_bytes() == b""
    assert (tmp_path / "tree" / "a link").readlink() == Path("docs/index.md")
    assert (tmp_path / "tree" / "seeds" / "first.txt").read_text(encoding="utf-8") == REPORTS["first"]
    assert not (tmp_path / "tree" / "theme").exists()


def test_time_of_a_commit_is_a_number_on_any_machine(project):
    """A machine that shows signatures beside commits changes nothing in the time that a preview takes."""
    project.sign()
    assert "seen by a machine" in project.git("show", "--no-patch", "--format=%ct")
    assert Repository(project.root).time("HEAD") > 0


def test_what_is_not_shown_is_counted(project):
    """Ten problems stand on their lines, and the log says how many more the summary has: all of them."""
    scenarios.breaks_three_thousand_events(project)
    project.commit()
    found = review(project.root, "main", "HEAD")
    lines = list(found.lines({"GITHUB_ACTIONS": "true"}))
    assert sum(line.startswith("::error") for line in lines) == SHOWN_ON_LINES
    assert "| and 2,990 more problems: the summary of this run has them" in lines
    assert "| and 2,900 more differences: the summary of this run has them" in lines
    summary = in_markdown(found.judgement.report, whole=True)
    assert summary.count("quote-is-verbatim") == 3_000
    assert len(summary.encode()) < 1024 * 1024, "GitHub takes a megabyte of a step"


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


def test_repository_without_all_its_parts_is_told(project, tmp_path):
    """A clone that lacks a file's content is an error in words."""
    (project.root / "seeds" / "third.txt").write_text("nobody has this", encoding="utf-8")
    project.commit()
    blob = project.git("rev-parse", "HEAD:seeds/third.txt")
    (project.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(SurroundingsError, match="git lacks a part of this repository"):
        Repository(project.root).write_tree("HEAD", tmp_path / "tree")
