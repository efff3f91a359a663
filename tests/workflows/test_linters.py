"""Public linters find nothing in the workflows, the forms and the settings beside them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.init.place import PLACEHOLDER
from generator.pull_request.label import is_data
from generator.timeline.model import EVENT_TYPES

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SCHEMAS = [
    *[("github-workflows", path) for path in sorted((GITHUB / "workflows").glob("*.yml"))],
    *[("github-issue-forms", path) for path in FORMS],
    ("github-issue-config", GITHUB / "ISSUE_TEMPLATE" / "config.yml"),
    ("dependabot", GITHUB / "dependabot.yml"),
]
# The one finding that a comment workflow can't be without, ignored on its line with the reason beside it.
IGNORED = {("dangerous-triggers", "comment.yml")}


def run(*command):
    """Run a command in the repository, and return its status and output."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=lambda value: getattr(value, "name", value))
def test_file_has_its_schemas_shape(schema, path):
    """GitHub reads the file as what it is meant for."""
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path))
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing():
    """The strictest linter of workflows has nothing to say, offline."""
    done = run(
        Path(sys.executable).with_name("zizmor"), "--offline", "--persona=auditor", "--no-progress", ".github"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_one_finding_is_ignored_with_its_reason():
    """Only the comment workflow's trigger is ignored, and the line says why."""
    found = set()
    for path in sorted((GITHUB / "workflows").glob("*.yml")):
        for rule, reason in re.findall(r"zizmor: ignore\[([a-z-]+)\](.*)", path.read_text(encoding="utf-8")):
            assert len(reason.split()) > 5, f"{path.name}: no reason beside the ignored {rule}"
            found.add((rule, path.name))
    assert found == IGNORED
    assert not list(ROOT.glob("**/zizmor.y*ml")), "a settings file could ignore more without a reason"


def actionlint(*paths):
    """Run actionlint without the helpers that a machine may have or not."""
    return run(Path(sys.executable).with_name("actionlint"), "-shellcheck=", "-pyflakes=", *map(str, paths))


def test_actionlint_finds_nothing():
    """The linter that reads expressions, contexts and inputs has nothing to say."""
    done = actionlint(*sorted((GITHUB / "workflows").glob("*.yml")))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("steps.review.outputs.kind", "steps.reviews.outputs.kind", "reviews"),
        ("needs: review", "needs: judge", "judge"),
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-1", "ubuntu-1"),
        ("        run: make -C tool", "        run: echo ${{ github.head_ref }}; make -C tool", "head_ref"),
        ("  cancel-in-progress: true", "  cancel-in-progres: true", "cancel-in-progres"),
    ],
)
def test_actionlint_reads_what_it_is_given(old, new, says, tmp_path):
    """A planted fault is found: the linter that is locked runs, and reads expressions."""
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "check.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    done = actionlint(tmp_path / "check.yml")
    assert done.returncode == 1
    assert says in done.stdout


def test_form_offers_the_types_that_the_model_knows():
    """The list of types in the form is the model's, in its order."""
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "new-event.yml").read_text(encoding="utf-8"))
    fields = {field.get("id"): field for field in form["body"]}
    assert tuple(fields["type"]["attributes"]["options"]) == tuple(EVENT_TYPES)


def test_owner_is_somebody_once_the_repository_is_known():
    """When `mkdocs.yml` says where this lies, CODEOWNERS says who owns it."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    owners = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8")
    published = re.search(r"^ *repository:", settings, re.MULTILINE)
    assert not (published and PLACEHOLDER in owners), "write your own name or team into .github/CODEOWNERS"


def owner_of(path: str) -> bool:
    """Say whether `path` needs an owner's approval; of the lines that match, the last one counts."""
    owned = False
    for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, *owners = line.split("#")[0].split() or [""]
        if pattern and matches(pattern, path):
            owned = bool(owners)
    return owned


def matches(pattern: str, path: str) -> bool:
    """Match as CODEOWNERS does, for what we use: `*` alone, and whole paths with `*` within a folder."""
    if pattern == "*":
        return True
    assert pattern.startswith("/"), f"{pattern}: this test reads whole paths only"
    return bool(re.fullmatch(re.escape(pattern[1:]).replace(r"\*", "[^/]*"), path))


@pytest.mark.parametrize(
    ("path", "needs"),
    [
        ("timeline.yml", False),
        ("seeds/000_report.txt", False),
        ("seeds/$(id) é.txt", False),
        ("seeds/-.txt", False),
        ("seeds/a.TXT", True),
        ("seeds/a.txt/b", True),
        ("seeds", True),
        ("Timeline.yml", True),
        ("seeds/README.md", True),
        ("seeds/deeper/report.txt", True),
        ("docs/timeline.yml", True),
        ("mkdocs.yml", True),
        ("docs/index.md", True),
        ("generator/cli.py", True),
        ("requirements/site.txt", True),
        ("pyproject.toml", True),
        ("Makefile", True),
        (".github/workflows/publish.yml", True),
        (".github/CODEOWNERS", True),
        ("new-file", True),
    ],
)
def test_code_has_an_owner(path, needs):
    """Whatever isn't data needs an owner's approval, also what nobody thought of; the judge says the same."""
    assert owner_of(path) is needs
    assert is_data(path) is not needs


def test_devcontainer_has_what_make_serve_needs():
    """The container has Python with git and make, no rights of root, and shows the port of `make serve`.

    Its image is pinned by digest. Its environment lies outside the folder, which is the host's: a `.venv`
    there may belong to a Python that the container doesn't have.
    """
    settings = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    recipe = (ROOT / ".devcontainer" / settings["build"]["dockerfile"]).read_text(encoding="utf-8")
    assert re.search(r"^FROM python:3\.1[1-9][0-9.]*-slim-\w+@sha256:[0-9a-f]{64}$", recipe, re.MULTILINE)
    assert {"git", "make", "chromium"} <= set(re.findall(r"\w+", recipe))
    assert f"USER {settings['remoteUser']}" in recipe
    assert settings["forwardPorts"] == [8000]
    environment = settings["containerEnv"]["VENV"]
    assert environment.startswith(f"/home/{settings['remoteUser']}/")
    assert settings["remoteEnv"]["PATH"].startswith(f"{environment}/bin:")
    for makefile in (ROOT / "Makefile", ROOT / "generator" / "init" / "template" / "Makefile"):
        assert "\nVENV ?= .venv\n" in makefile.read_text(encoding="utf-8"), "it takes the container's"


def test_pre_commit_runs_targets_that_exist():
    """Each hook is a target of the Makefile, or the command itself."""
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0][
        "hooks"
    ]
    for hook in hooks:
        command, target = hook["entry"].split()
        assert command == "make"
        assert target in targets
