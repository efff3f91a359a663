"""A new crisis begins empty and works: it checks, builds, and passes its own tests."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.init import Origin, start, where_from
from generator.problems import InputProblemsError
from tests.init.shared import ROOT, SHARED, TEMPLATE, text_of
from tests.workflows import policy

GIT = Origin(git="https://git.example/crisis-timeline.git", commit="a" * 40)


def run(*command, cwd, **surroundings):
    """Run a command, and return its status and output."""
    given = {**os.environ, **surroundings}
    return subprocess.run(
        command, cwd=cwd, env=given, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the generator as a wheel, from a copy, so that nothing is left in this folder."""
    copy = tmp_path_factory.mktemp("source")
    shutil.copytree(ROOT / "generator", copy / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    out = copy / "dist"
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done = run(*build, "--wheel-dir", str(out), str(copy), cwd=copy)
    assert done.returncode == 0, done.stderr
    return next(out.glob("*.whl"))


@pytest.fixture
def crisis(tmp_path):
    """Start a new crisis, pinned to a git commit."""
    start(tmp_path / "new", GIT, title='The "flood" of 2027: a #1', timezone="Asia/Dhaka")
    return tmp_path / "new"


@pytest.mark.parametrize("target", SHARED)
def test_shared_file_is_this_repositorys(target):
    """Workflows, forms and locks of the template are ours: after a change, run `make template`."""
    assert (TEMPLATE / target).read_text(encoding="utf-8") == text_of(target), "run `make template`"


def test_new_crisis_passes_its_own_tests(wheel, tmp_path):
    """With the generator as a wheel, `make test` of a new project installs, checks and builds, and passes."""
    folder = tmp_path / "new"
    start(folder, where_from(wheel=wheel), title="A flood", timezone="Asia/Dhaka")
    done = run("make", "test", cwd=folder, MAKEFLAGS="", VIRTUAL_ENV="", PYTHON=sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "site" / "index.html").exists()
    installed = run(".venv/bin/python", "-P", "-c", "import generator; print(generator.__file__)", cwd=folder)
    assert str(folder) in installed.stdout, "the new project must run the generator that it pins"
    again = run(".venv/bin/crisis-timeline", "init", "again", cwd=folder)
    assert "where this generator came from" in again.stderr, "a wheel doesn't know its own file"


def test_new_crisis_is_checked_and_built(crisis):
    """A new crisis, with any title, is in order and makes a site."""
    command = Path(sys.executable).with_name("crisis-timeline")
    checked = run(command, "check", cwd=crisis)
    assert checked.returncode == 0, checked.stderr
    built = run(command, "build", cwd=crisis)
    assert built.returncode == 0, built.stderr
    home = (crisis / "site" / "index.html").read_text(encoding="utf-8")
    assert "The &#34;flood&#34; of 2027: a #1" in home or "The &quot;flood&quot; of 2027: a #1" in home


def test_workflows_of_a_new_crisis_keep_to_the_policy(crisis):
    """The workflows of a new crisis are as safe as ours."""
    for path in sorted((crisis / ".github" / "workflows").glob("*.yml")):
        assert policy.broken_rules(path.name, path.read_text(encoding="utf-8")) == []
    zizmor = Path(sys.executable).with_name("zizmor")
    done = run(zizmor, "--offline", "--pedantic", "--no-progress", ".github", cwd=crisis)
    assert done.returncode == 0, done.stdout + done.stderr


def test_commands_of_the_workflows_are_in_the_makefile(crisis):
    """Each `make` target that a workflow of a new crisis runs is there."""
    targets = set(re.findall(r"^([a-z-]+):", (crisis / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in sorted((crisis / ".github" / "workflows").glob("*.yml")):
        called = re.findall(r"run: make (?:-C tool )?([a-z-]+)", path.read_text(encoding="utf-8"))
        assert called or path.name == "none"
        assert set(called) <= targets, path.name


def test_nothing_is_left_to_fill_in(crisis):
    """No token of the template is left, and no name of this crisis came along."""
    for path in sorted(crisis.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"@[A-Z]+@", text), path
            assert not re.search(r"afghan|pakistan|taliban", text, re.IGNORECASE), path


def test_generator_is_pinned(crisis):
    """The generator is named by its address and whole commit, and what it needs is locked by hash."""
    pinned = (crisis / "requirements" / "generator.txt").read_text(encoding="utf-8")
    assert pinned == f"git+{GIT.git}@{GIT.commit}\n"
    assert "--hash=sha256:" in (crisis / "requirements" / "site.txt").read_text(encoding="utf-8")


def test_git_commit_can_be_installed(tmp_path):
    """A new project takes the generator from a git repository at the commit that it names."""
    source = tmp_path / "source"
    shutil.copytree(ROOT / "generator", source / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "x"]):
        assert run("git", *command, cwd=source).returncode == 0
    commit = run("git", "rev-parse", "HEAD", cwd=source).stdout.strip()
    start(tmp_path / "new", where_from(git=f"file://{source}", commit=commit))
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    target = ["--target", str(tmp_path / "installed"), "-r", "requirements/generator.txt"]
    done = run(*install, *target, cwd=tmp_path / "new")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "installed" / "generator" / "init" / "template" / "Makefile").exists()


@pytest.mark.parametrize(
    ("why", "asked", "says"),
    [
        ("half a commit is answered by any", {"git": GIT.git, "commit": "abc1234"}, "no whole commit"),
        ("a branch moves", {"git": GIT.git, "commit": "main"}, "no whole commit"),
        ("an option to git", {"git": "--upload-pack=x", "commit": "a" * 40}, "no address"),
        ("words of a shell", {"git": "https://x/$(id)", "commit": "a" * 40}, "no address"),
        ("a line more", {"git": "https://example.org/x\nevil", "commit": "a" * 40}, "no address"),
        ("an address without a commit", {"git": GIT.git}, "isn't known"),
        ("a wheel that isn't there", {"wheel": Path("none.whl")}, "there is no file"),
        ("another package's wheel", {"wheel": Path(__file__)}, "no wheel of crisis-timeline"),
    ],
)
def test_what_cannot_be_pinned_is_refused(why, asked, says):
    """Where the generator can't be pinned, a sentence says so."""
    with pytest.raises(InputProblemsError, match=says):
        where_from(**asked)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"title": ""}, "no title"),
        ({"title": "two\nlines"}, "no title"),
        ({"title": "x" * 201}, "no title"),
        ({"timezone": "Nowhere/Town"}, "no time zone"),
        ({"timezone": "../etc"}, "no time zone"),
    ],
)
def test_faulty_start_writes_nothing(tmp_path, asked, says):
    """A title or a zone that is none is told, and no file is written."""
    with pytest.raises(InputProblemsError, match=says):
        start(tmp_path / "new", GIT, **asked)
    assert not (tmp_path / "new").exists()


def test_folder_that_holds_something_is_left_alone(tmp_path):
    """Nothing that stands somewhere is overwritten."""
    (tmp_path / "timeline.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(InputProblemsError, match="something stands there already"):
        start(tmp_path, GIT)
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.yml"]
