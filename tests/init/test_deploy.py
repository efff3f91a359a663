"""On a push to main, the site is replaced by what was checked and built, and by nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.init import start
from tests.init.test_init import GIT
from tests.pull_request.repositories import CEASEFIRE, OVER, REPORTS, TALKS, timeline
from tests.workflows.policy import DEPLOYS_WHEN, action_of, jobs, read


class Runner:
    """Runs a workflow's jobs in a folder as GitHub would: each after what it needs, up to a failure."""

    def __init__(self, folder, environment):
        self.folder = folder
        self.surroundings = {**os.environ, "MAKEFLAGS": f"-- VENV={environment}"}
        self.results = {}
        self.used = []

    def run(self, workflow, ref):
        """Run every job that may run on a push to `ref`, and return how each ended."""
        for name, job in jobs(workflow):
            needed = [job["needs"]] if "needs" in job else []
            allowed = "if" not in job or (job["if"] == DEPLOYS_WHEN and ref == "refs/heads/main")
            if not allowed or any(self.results[one] != "success" for one in needed):
                self.results[name] = "skipped"
            else:
                self.results[name] = "success" if all(map(self.step, job["steps"])) else "failure"
        return self.results

    def step(self, step):
        """Run one step, or note the action it uses; say whether it went well."""
        if "uses" in step:
            self.used.append(action_of(step))
            return True
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=self.folder, env=self.surroundings, capture_output=True, timeout=120, check=False
        )
        return done.returncode == 0


@pytest.fixture
def crisis(tmp_path):
    """Start a crisis with three events in good order."""
    folder = tmp_path / "crisis"
    start(folder, GIT)
    for name, text in REPORTS.items():
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "timeline.yml").write_text(timeline(CEASEFIRE, TALKS, OVER), encoding="utf-8")
    return folder


@pytest.fixture
def publish(crisis, tmp_path):
    """Return a way to push what stands in the folder to a branch: how the jobs end, and which actions ran."""
    # The environment of these tests stands in for the one that `make` would install; its stamp is new.
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "bin").symlink_to(Path(sys.prefix) / "bin")
    (tmp_path / "venv" / "site.stamp").touch()
    workflow = read((crisis / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8"))

    def push(ref="refs/heads/main"):
        runner = Runner(crisis, tmp_path / "venv")
        return runner.run(workflow, ref), runner.used

    return push


def test_good_data_are_deployed(publish, crisis):
    """What is in order is built, uploaded and deployed."""
    results, used = publish()
    assert results == {"build": "success", "deploy": "success"}
    assert used[-2:] == ["actions/upload-pages-artifact", "actions/deploy-pages"]
    assert (crisis / "site" / "events" / "talks-begin" / "index.html").exists()


@pytest.mark.parametrize(
    ("why", "old", "new"),
    [
        ("a quotation that its source lacks", "signed a ceasefire in Doha", "signed a truce in Doha"),
        ("a day that is none", "2025-10-25", "2025-02-30"),
        ("a conflict that was left", "events:", "<<<<<<< HEAD\nevents:"),
        ("an end in the middle of a line", "evidence:\n", "evidence: ["),
    ],
    ids=lambda value: value if " " in value else "",
)
def test_bad_data_on_main_keep_the_last_good_site(publish, crisis, why, old, new):
    """Whatever is wrong on main, nothing is uploaded and nothing deployed: what stands there stays."""
    text = (crisis / "timeline.yml").read_text(encoding="utf-8")
    assert old in text
    (crisis / "timeline.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    results, used = publish()
    assert results == {"build": "failure", "deploy": "skipped"}, why
    assert not {"actions/upload-pages-artifact", "actions/deploy-pages"} & set(used), why


def test_page_that_cannot_be_built_keeps_the_last_good_site(publish, crisis):
    """A settings file that can't be used stops it as well."""
    settings = crisis / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("name: material", "name: none"), "utf-8")
    assert publish()[0] == {"build": "failure", "deploy": "skipped"}


def test_another_branch_is_not_deployed(publish):
    """Started by hand on another branch, it is tested and built, and stays where it is."""
    assert publish("refs/heads/draft")[0] == {"build": "success", "deploy": "skipped"}
