"""A new crisis begins empty and works: it checks, builds, and passes its own tests."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.init import Origin, Place, start, where_from
from generator.init.origin import checked_out
from generator.init.place import PLACEHOLDER
from generator.problems import InputProblemsError
from tests.init.shared import ROOT, SHARED, TEMPLATE, text_of
from tests.pull_request.repositories import Project
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
    locked = (folder / "requirements" / "site.txt").read_bytes()
    (folder / "requirements" / "site.txt").write_bytes(b"")
    done = run("make", "lock", cwd=folder, MAKEFLAGS="", VIRTUAL_ENV="", PYTHON=sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "requirements" / "site.txt").read_bytes() == locked, "the lock is the generator's own"
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
    paths = sorted((crisis / ".github" / "workflows").glob("*.yml"))
    assert {path.name for path in paths} == set(policy.TRIGGERS)
    for path in paths:
        assert policy.broken_rules(path.name, path.read_text(encoding="utf-8")) == []
    tools = Path(sys.executable).parent
    for command in (
        [tools / "zizmor", "--offline", "--persona=auditor", "--no-progress", ".github"],
        [tools / "actionlint", "-shellcheck=", "-pyflakes=", *paths],
    ):
        done = run(*command, cwd=crisis)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", "workflows/*.yml"),
        ("github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
        ("github-issue-forms", "ISSUE_TEMPLATE/correction.yml"),
        ("github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("dependabot", "dependabot.yml"),
    ],
)
def test_file_for_github_has_its_schemas_shape(crisis, schema, pattern):
    """GitHub reads each file of a new crisis as what it is meant for."""
    paths = sorted((crisis / ".github").glob(pattern))
    assert paths
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = run(*command, *paths, cwd=crisis)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_that_this_project_has_for_contributors_comes_along(crisis):
    """Workflows, forms, owners, hook, editor's settings and container are there, each with its own name."""
    for name in (".github", ".devcontainer", ".editorconfig", ".gitattributes", ".pre-commit-config.yaml"):
        ours = {path.relative_to(ROOT) for path in (ROOT / name).rglob("*") if path.is_file()}
        made = {path.relative_to(crisis) for path in (crisis / name).rglob("*") if path.is_file()}
        assert made == ours, name
        assert (crisis / name).exists()
    assert (crisis / ".gitattributes").read_bytes() == (ROOT / ".gitattributes").read_bytes()


@pytest.mark.parametrize(
    ("why", "place", "settings", "owner"),
    [
        (
            "nobody has said anything",
            Place(),
            {"# site_url": "", "# repository": ""},
            "@your-team/maintainers",
        ),
        (
            "a project page",
            Place("https://github.com/Somebody/flood"),
            {
                "site_url": "https://somebody.github.io/flood/",
                "repository": "https://github.com/Somebody/flood",
            },
            "@Somebody",
        ),
        (
            "a user page, as one clones it",
            Place("git@github.com:helpers/helpers.github.io.git", owners="@helpers/editors"),
            {
                "site_url": "https://helpers.github.io/",
                "repository": "https://github.com/helpers/helpers.github.io",
            },
            "@helpers/editors",
        ),
        (
            "an own domain, its slash forgotten",
            Place("https://github.com/somebody/flood/", "https://flood.example"),
            {"site_url": "https://flood.example/", "repository": "https://github.com/somebody/flood"},
            "@somebody",
        ),
    ],
)
def test_place_is_filled_in(tmp_path, why, place, settings, owner):
    """What is said of the place stands in the settings and in CODEOWNERS, and the settings can be read."""
    start(tmp_path / "new", GIT, place=place)
    text = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8")
    for name, value in settings.items():
        assert re.search(rf"^ *{name}: {re.escape(value)}{'$' if value else ''}", text, re.MULTILINE), why
    found = yaml.safe_load(text)
    assert found.get("site_url", "") == settings.get("site_url", "")
    assert found["plugins"][0]["crisis-timeline"].get("repository", "") == settings.get("repository", "")
    owners = (tmp_path / "new" / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert f"\n*                    {owner}\n" in owners


def test_placeholder_for_the_owner_is_asked_about(tmp_path):
    """Once the repository is known, `make test` doesn't pass while nobody owns the code."""
    start(tmp_path, GIT, place=Place("https://github.com/somebody/flood"))
    assert run("make", "owner", cwd=tmp_path, MAKEFLAGS="").returncode == 0
    owners = tmp_path / ".github" / "CODEOWNERS"
    owners.write_text(owners.read_text(encoding="utf-8").replace("@somebody", PLACEHOLDER), encoding="utf-8")
    done = run("make", "owner", cwd=tmp_path, MAKEFLAGS="")
    assert done.returncode != 0
    assert f"{PLACEHOLDER} owns the code, and is nobody; write your own name there" in done.stderr
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("repository:", "# repository:"), "utf-8")
    assert run("make", "owner", cwd=tmp_path, MAKEFLAGS="").returncode == 0, "nothing is published yet"


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
            assert not re.search(r"@[A-Z_]+@", text), path
            assert not re.search(r"afghan|pakistan|taliban", text, re.IGNORECASE), path


def test_title_is_taken_as_it_is(tmp_path):
    """A title that looks like a token of the template is a title."""
    start(tmp_path / "new", GIT, title="@OWNER@ and @TIMEZONE@")
    found = yaml.safe_load((tmp_path / "new" / "timeline.yml").read_text(encoding="utf-8"))
    assert (found["title"], found["timezone"]) == ("@OWNER@ and @TIMEZONE@", "UTC")


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


def cloned(tmp_path, origin=None, fetched=True):
    """Return a repository that was cloned from somewhere, its commit known there or not."""
    project = Project.make(tmp_path / "clone")
    if origin:
        project.git("remote", "add", "origin", origin)
    if fetched:
        project.git("update-ref", "refs/remotes/origin/main", "HEAD")
    return project


@pytest.mark.parametrize(
    ("why", "origin", "pinned"),
    [
        ("as a reader clones it", "https://git.example/a/b.git", "https://git.example/a/b.git"),
        ("as who pushes clones it", "git@git.example:a/b.git", "https://git.example/a/b.git"),
        ("the same, spelt out", "ssh://git@git.example:2222/a/b.git", "https://git.example/a/b.git"),
        (
            "with a token, which isn't published",
            "https://x:ghp_1@git.example:8443/a/b",
            "https://git.example:8443/a/b",
        ),
    ],
)
def test_clone_is_pinned_where_everybody_can_fetch_it(tmp_path, why, origin, pinned):
    """A clone's own address is made into the one that a machine without a key can use."""
    project = cloned(tmp_path, origin)
    assert checked_out(project.root) == (pinned, project.git("rev-parse", "HEAD")), why
    assert where_from(*checked_out(project.root)).git == pinned


@pytest.mark.parametrize(
    ("origin", "fetched", "says"),
    [
        (
            "/srv/git/crisis-timeline.git",
            True,
            "cloned from /srv/git/crisis-timeline.git, where GitHub's machines",
        ),
        ("file:///srv/git/x.git", True, "can't fetch it; name its public git address"),
        ("../elsewhere", True, "build a wheel in its folder and name that .--wheel.: .venv/bin/pip wheel"),
        ("https://git.example/a/b.git", False, "isn't at https://git.example/a/b.git yet; push it first"),
    ],
)
def test_clone_that_nobody_else_can_fetch_is_told(tmp_path, origin, fetched, says):
    """Where the clone's address is this machine's, or its commit isn't there yet, the way out is said."""
    with pytest.raises(InputProblemsError, match=says):
        checked_out(cloned(tmp_path, origin, fetched).root)


def test_folder_without_an_address_is_no_origin(tmp_path):
    """A repository that was never cloned, or no repository at all, names nothing."""
    assert checked_out(cloned(tmp_path).root) == (None, None)
    assert checked_out(tmp_path) == (None, None)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"title": ""}, "no title"),
        ({"place": Place("https://gitlab.example/a/b")}, "no repository on GitHub"),
        ({"place": Place("https://github.com/a/b/issues")}, "no repository on GitHub"),
        ({"place": Place("https://github.com/a/b\nhooks: [x.py]")}, "no repository on GitHub"),
        ({"place": Place(site_url="flood.example")}, "no address of a site"),
        ({"place": Place(site_url="https://flood.example/\nhooks: [x.py]")}, "no address of a site"),
        ({"place": Place(site_url="https://flood.example/?q=1")}, "no address of a site"),
        ({"place": Place(owners="somebody")}, "nobody on GitHub"),
        ({"place": Place(owners="@a/b @c")}, "nobody on GitHub"),
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
