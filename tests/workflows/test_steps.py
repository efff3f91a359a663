"""The scripts of the steps, run as a runner runs them, over repositories as GitHub hands them over."""

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from generator.pull_request.report import Report
from tests.pull_request import scenarios
from tests.pull_request.repositories import Project
from tests.workflows.policy import jobs, read

ROOT = Path(__file__).parents[2]
RESULTS = ("success", "failure", "cancelled", "skipped")
WORKFLOWS = ROOT / ".github" / "workflows"


def step_of(workflow, job_name, name):
    """Return a step of a workflow by its name."""
    found = dict(jobs(read((WORKFLOWS / workflow).read_text(encoding="utf-8"))))[job_name]
    return next(step for step in found["steps"] if step.get("name") == name)


def run_script(script, workspace, **surroundings):
    """Run a step's script as a runner does: bash, stopping at a failure, in the workspace."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    flags = f"-- VENV={workspace / 'venv'}"
    given = {**os.environ, "MAKEFLAGS": flags, "GITHUB_WORKSPACE": str(workspace), "GITHUB_ACTIONS": "true"}
    return subprocess.run(
        command,
        cwd=workspace,
        env={**given, **surroundings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def as_merged(project):
    """Turn the branch `change` into what GitHub hands over: a merge commit into main, checked out alone."""
    project.git("checkout", "--quiet", "--detach", "main")
    project.git("merge", "--quiet", "--no-ff", "-m", "merge", "change")


@pytest.fixture
def workspace(tmp_path):
    """Lay out a runner's workspace: the base branch's tool, and the change."""
    (tmp_path / "tool").symlink_to(ROOT)
    # The environment of these tests stands in for the one that `make` would install; its stamp is new.
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "bin").symlink_to(Path(sys.prefix) / "bin")
    (tmp_path / "venv" / "site.stamp").touch()
    return tmp_path


def judge(workspace, does):
    """Make a pull request, run the step that judges it, and return what the step did."""
    project = Project.make(workspace / "change")
    does(project)
    project.commit()
    as_merged(project)
    step = step_of("check.yml", "review", "Judge the change")
    assert step["env"] == {"BASE": "${{ github.event.merge_group.base_sha || 'HEAD^1' }}"}
    (workspace / "summary").touch()
    files = {"GITHUB_STEP_SUMMARY": str(workspace / "summary"), "GITHUB_OUTPUT": str(workspace / "output")}
    return run_script(step["run"], workspace, BASE="HEAD^1", **files)


def test_good_edit_is_judged_and_shown(workspace):
    """A good edit passes, with its report, its summary, its label and the site as a preview."""
    done = judge(workspace, scenarios.adds_an_event)
    assert done.returncode == 0, done.stdout + done.stderr
    report = Report.from_bytes((workspace / "report" / "report.json").read_bytes())
    assert report.events == ("talks-end",)
    assert "talks-end: event added" in (workspace / "summary").read_text(encoding="utf-8")
    assert (workspace / "output").read_text(encoding="utf-8") == "kind=data\n"
    assert (workspace / "preview" / "events" / "talks-end" / "index.html").exists()


@pytest.mark.parametrize(
    ("does", "events"),
    [
        (scenarios.was_behind_main, {"talks-end"}),
        (scenarios.comes_from_far_behind, {"talks-end"}),
        (scenarios.merges_main_into_itself, {"talks-begin"}),
        (scenarios.makes_two_commits, {"talks-end", "ceasefire"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_merge_shows_the_changes_own_part(workspace, does, events):
    """However far the branch was behind, what is judged of the merge is what the change brings."""
    done = judge(workspace, does)
    assert done.returncode == 0, done.stdout + done.stderr
    report = Report.from_bytes((workspace / "report" / "report.json").read_bytes())
    assert set(report.events) == events


def test_queue_of_two_changes_is_judged_together(workspace):
    """In a merge queue, all that was merged since the queue's base is judged."""
    project = Project.make(workspace / "change")
    base = project.git("rev-parse", "main")
    scenarios.adds_an_event(project)
    project.commit()
    project.git("checkout", "--quiet", "-b", "other", "main")
    scenarios.changes_a_title(project)
    project.commit()
    project.git("checkout", "--quiet", "--detach", "main")
    project.git("merge", "--quiet", "--no-ff", "-m", "one", "change")
    project.git("merge", "--quiet", "--no-ff", "-m", "two", "other")
    done = run_script(step_of("check.yml", "review", "Judge the change")["run"], workspace, BASE=base)
    assert done.returncode == 0, done.stdout + done.stderr
    report = Report.from_bytes((workspace / "report" / "report.json").read_bytes())
    assert set(report.events) == {"talks-end", "talks-begin"}


@pytest.mark.parametrize(
    ("does", "says"),
    [
        (scenarios.changes_a_quotation, "::error file=timeline.yml,line="),
        (scenarios.leaves_a_conflict, "title=merge-is-finished::"),
        (scenarios.renames_a_report, "title=source-file-is-there::"),
        (scenarios.plants_a_bomb_of_aliases, "::error file=timeline.yml,line="),
        (scenarios.links_the_timeline_elsewhere, "title=file-is-plain::"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_broken_edit_is_marked_on_its_line(workspace, does, says):
    """A broken or hostile edit fails, is marked, leaves a report for the comment, and no preview."""
    done = judge(workspace, does)
    assert done.returncode != 0
    assert says in done.stdout
    assert (workspace / "report" / "report.json").exists()
    assert not (workspace / "preview").exists()


@pytest.mark.parametrize(
    "does",
    [
        scenarios.changes_code_beside_data,
        scenarios.plants_a_module,
        scenarios.changes_the_settings,
        scenarios.adds_a_submodule,
        scenarios.brings_attributes_beside_data,
        scenarios.changes_the_requirements_beside_data,
    ],
    ids=lambda value: value.__name__,
)
def test_change_to_code_is_left_to_its_own_tests(workspace, does):
    """A change to code is labelled so, not shown with the base's settings, and nothing of it runs."""
    done = judge(workspace, does)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (workspace / "output").read_text(encoding="utf-8") == "kind=code\n"
    assert not (workspace / "preview").exists()
    assert not Path("/tmp/planted-by-a-pull-request").exists()  # noqa: S108 (where the planted module writes)


def test_planted_module_is_not_imported_by_the_judge(workspace):
    """The judge runs in the tool's folder: it imports no `yaml.py` or `generator/` of the change."""

    def plants(project):
        scenarios.plants_a_module(project)
        project.write("generator/__init__.py", "raise SystemExit('mine')\n")
        project.write("Makefile", "review:\n\ttouch /tmp/planted-by-a-pull-request\n")

    done = judge(workspace, plants)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not Path("/tmp/planted-by-a-pull-request").exists()  # noqa: S108 (where the planted module writes)


def test_base_that_is_no_revision_is_an_error_in_words(workspace):
    """A revision that looks like an option or a command is only a revision that isn't there."""
    Project.make(workspace / "change")
    step = step_of("check.yml", "review", "Judge the change")
    for base in ("--output=planted", "$(touch planted)", "nothing"):
        done = run_script(step["run"], workspace, BASE=base)
        assert done.returncode != 0
        assert "there is no commit" in done.stderr
    assert not list(workspace.rglob("planted"))


@pytest.mark.parametrize(
    ("review", "code", "kind"),
    list(product(RESULTS, RESULTS, ("data", "code", ""))),
)
def test_verdict_is_good_only_where_both_jobs_are(tmp_path, review, code, kind):
    """The required job passes where the review went well and the code's tests did, or weren't needed."""
    (step,) = dict(jobs(read((WORKFLOWS / "check.yml").read_text(encoding="utf-8"))))["verdict"]["steps"]
    done = run_script(step["run"], tmp_path, REVIEW=review, CODE=code, KIND=kind)
    good = review == "success" and (code == "success" or (code == "skipped" and kind == "data"))
    assert (done.returncode == 0) is good


def test_comment_needs_the_workflows_surroundings(tmp_path):
    """Started on a desk, the comment says what it needs and does nothing."""
    (tmp_path / "event").write_text(json.dumps({}), encoding="utf-8")
    script = step_of("comment.yml", "comment", "Write or edit the comment")["run"]
    done = subprocess.run(
        ["bash", "-ec", script],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "it needs GITHUB_API_URL" in done.stderr
