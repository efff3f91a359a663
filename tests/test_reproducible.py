"""The same commit gives the same site, byte for byte, wherever and whenever it is built.

`make test` builds twice, the second time with everything different at once; `make reproducible` builds once
for each difference, and with every Python at hand.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.epoch import WITHOUT_COMMIT, build_time
from generator.problems import SurroundingsError
from tests.pull_request.repositories import Project

ROOT = Path(__file__).parent.parent
COMMAND = "from generator.cli import main; main()"
DAYS = 400
# A clock that is more than a year ahead, for a process that asks Python; `faketime` moves it for every
# process.
LATER = f"""
import datetime, time
ahead = {DAYS} * 86_400
now = time.time
time.time = lambda: now() + ahead

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=ahead)

    @classmethod
    def utcnow(cls):
        return cls.now()

datetime.datetime = Later
"""
# What differs, one thing at a time: variables, and what the builder does otherwise.
SURROUNDINGS = {
    "as it is": {},
    "another zone": {"TZ": "Pacific/Kiritimati"},
    "another language": {"LANG": "tr_TR.UTF-8", "LC_ALL": "C", "LANGUAGE": "tr"},
    "another order of sets": {"PYTHONHASHSEED": "4242"},
    "another folder": {"folder": "a folder/with spaces/and-é"},
    "another mask": {"umask": "077"},
    "a year later": {"later": "yes"},
    "another order of files": {"order": "reversed"},
}
AT_ONCE = {key: value for one in SURROUNDINGS.values() for key, value in one.items()}


def copy_of(project, target, backwards):
    """Copy a project, its files written in another order: a folder lists them as they came."""
    files = sorted(path for path in project.rglob("*") if path.is_file())
    for path in reversed(files) if backwards else files:
        place = target / path.relative_to(project)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    return target


def build(project, folder, surroundings, python=sys.executable):
    """Build a project in other surroundings, and return one hash of every path and content."""
    asked = dict(surroundings)
    base = folder / asked.pop("folder", "plain")
    copy = copy_of(project, base / "project", backwards=bool(asked.pop("order", None)))
    later, umask = asked.pop("later", None), asked.pop("umask", "022")
    given = {
        **os.environ,
        "SOURCE_DATE_EPOCH": "1761782400",
        "PYTHONHASHSEED": "1",
        "TZ": "UTC",
        "LANG": "C.UTF-8",
    }
    command = [python, "-P", "-c", COMMAND, "--root", str(copy), "build", "--site-dir", str(base / "out")]
    if later:
        (folder / "sitecustomize.py").write_text(LATER, encoding="utf-8")
        given["PYTHONPATH"] = str(folder)
        command = [*(["faketime", "-f", f"+{DAYS}d"] if shutil.which("faketime") else []), *command]
    done = subprocess.run(
        command,
        cwd=copy,
        env={**given, **asked},
        umask=int(umask, 8),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return hash_of(base / "out")


def hash_of(site):
    """Return one hash over every path of a site and its content."""
    total = hashlib.sha256()
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        if path.is_file():
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{path.relative_to(site).as_posix()}\0{content}\n".encode())
    return total.hexdigest()


def test_site_is_the_same_in_other_surroundings(project, tmp_path):
    """Zone, language, order of sets, folder, mask, clock and order of files, all at once, change no byte."""
    assert build(project, tmp_path / "one", {}) == build(project, tmp_path / "two", AT_ONCE)


@pytest.mark.long
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_each_difference_alone_changes_no_byte(name, project, tmp_path, first_hash):
    """One hash over eight surroundings, so that a failure says which of them shows."""
    assert build(project, tmp_path, SURROUNDINGS[name]) == first_hash


@pytest.mark.long
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_each_python_makes_the_same_site(version, project, tmp_path, first_hash):
    """Every version that we run on, where it is at hand, makes the same bytes."""
    python = shutil.which(f"python{version}")
    if python is None or subprocess.run([python, "--version"], capture_output=True, check=False).returncode:
        pytest.skip(f"Python {version} is not at hand")
    here = tmp_path / "environment"
    install = [here / "bin" / "python", "-m", "pip", "install", "--quiet"]
    for command in (
        [python, "-m", "venv", here],
        [*install, "--require-hashes", "-r", ROOT / "requirements" / "site.txt"],
        [*install, "--no-deps", "--no-build-isolation", "--editable", ROOT],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert build(project, tmp_path / "built", {}, str(here / "bin" / "python")) == first_hash


@pytest.fixture(scope="module")
def first_hash(tmp_path_factory):
    """Build this repository's own project once, as it is."""
    folder = tmp_path_factory.mktemp("first")
    for name in ("timeline.yml", "mkdocs.yml"):
        (folder / "project").mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / "project" / name)
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, folder / "project" / name)
    return build(folder / "project", folder, {})


@pytest.mark.parametrize("value", ["0", "-1", "1e9", "yesterday", " 1", "1.5", "9" * 13, "٣"])
def test_time_that_is_none_is_refused(value):
    """A time that is no number of seconds would be read differently by different parts, so it is refused."""
    with pytest.raises(SurroundingsError, match="write seconds since 1970"):
        build_time(Path(), {"SOURCE_DATE_EPOCH": value})


def test_time_is_the_last_commits(tmp_path):
    """Where nobody says, a build takes the time of the last commit, and outside a repository a fixed one."""
    assert build_time(tmp_path, {}) == WITHOUT_COMMIT
    when = {"GIT_AUTHOR_DATE": "@1700000000 +0000", "GIT_COMMITTER_DATE": "@1700000001 +0000"}
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    (tmp_path / "timeline.yml").write_text("", encoding="utf-8")
    for command in (["init", "-q"], ["add", "timeline.yml"], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *command], cwd=tmp_path, env={**os.environ, **when}, check=True)
    assert build_time(tmp_path, {}) == 1700000001
    assert build_time(tmp_path, {"SOURCE_DATE_EPOCH": "1600000000"}) == 1600000000


def test_time_is_the_last_commits_on_a_machine_that_shows_signatures(tmp_path):
    """What a machine prints beside a commit doesn't hide the commit's time."""
    project = Project.make(tmp_path / "crisis")
    plain = build_time(project.root, {})
    project.sign()
    assert build_time(project.root, {}) == plain != WITHOUT_COMMIT


def test_folder_that_its_repository_does_not_keep_has_no_commit(tmp_path):
    """A project unpacked somewhere within another repository doesn't take that one's time."""
    project = Project.make(tmp_path / "outer")
    (project.root / "unpacked").mkdir()
    (project.root / "unpacked" / "timeline.yml").write_text("", encoding="utf-8")
    assert build_time(project.root / "unpacked", {}) == WITHOUT_COMMIT
    project.commit("now it is kept")
    assert build_time(project.root / "unpacked", {}) != WITHOUT_COMMIT
