"""Where the generator comes from, so that a new project can pin exactly that: a git commit, or a wheel."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.problems import InputProblemsError, Problem, show

__all__ = ["Origin", "checked_out", "public", "where_from"]

ADDRESS = re.compile(r"(?:https|ssh|file)://[A-Za-z0-9._~/@:+-]{3,500}")
COMMIT = re.compile(r"[0-9a-f]{40}")
# As `git clone` takes them: with a user, by SSH in either spelling, or by HTTP.
NETWORK = re.compile(
    r"(?:https?://(?:[^@/]*@)?(?P<web>[A-Za-z0-9.-]+(?::[0-9]+)?)/"
    r"|(?:ssh|git)://(?:[^@/]*@)?(?P<host>[A-Za-z0-9.-]+)(?::[0-9]+)?/"
    r"|[A-Za-z0-9._-]+@(?P<short>[A-Za-z0-9.-]+):)"
    r"(?P<path>[A-Za-z0-9._~/+-]+)"
)
ROOT = Path(__file__).resolve().parents[2]
BUILD = ".venv/bin/pip wheel --no-deps --no-build-isolation --wheel-dir dist ."
WAYS = (
    "its public git address and commit (--git, --commit), or build a wheel in its folder and name that"
    f" (--wheel): {BUILD}"
)
WHEEL = re.compile(r"crisis_timeline-[A-Za-z0-9._!+]+-py3-none-any\.whl")


@dataclass(frozen=True, slots=True)
class Origin:
    """A git address with a commit, or a wheel in a file."""

    git: str | None = None
    commit: str | None = None
    wheel: Path | None = None

    @property
    def requirement(self) -> str:
        """The line for pip that installs it, with the wheel in `requirements/`.

        >>> print(Origin(git="https://example.org/crisis-timeline.git", commit="0" * 40).requirement)
        git+https://example.org/crisis-timeline.git@0000000000000000000000000000000000000000
        """
        if self.wheel is None:
            return f"git+{self.git}@{self.commit}"
        sha256 = hashlib.sha256(self.wheel.read_bytes()).hexdigest()
        return f"./requirements/{self.wheel.name} --hash=sha256:{sha256}"

    @property
    def words(self) -> str:
        """Where it comes from, for a person."""
        return f"the wheel {self.wheel.name}" if self.wheel else f"{self.git}, commit {str(self.commit)[:12]}"


def where_from(git: str | None = None, commit: str | None = None, wheel: Path | None = None) -> Origin:
    """Return the origin that was named, or else the one that this generator was installed from.

    Raises `InputProblemsError` where none is known, or what was named can't be pinned.
    """
    if wheel is not None:
        return _of_wheel(wheel)
    if git is None and commit is None:
        git, commit = _installed_from()
    if not git or not commit:
        raise _refused("it isn't known where this generator came from", f"name {WAYS}")
    if not ADDRESS.fullmatch(git):
        raise _refused(
            f"{show(git)} is no address of a git repository", "write one that begins with https://"
        )
    if not COMMIT.fullmatch(commit):
        raise _refused(
            f"{show(commit)} is no whole commit", "write all 40 digits, so that nothing else can answer"
        )
    return Origin(git=git, commit=commit)


def public(address: str) -> str | None:
    """Return the address by which everybody fetches a repository, or None where it lies on this machine.

    Whoever pushes by SSH still wants machines to fetch without a key, and a password that stands in an
    address must not be published:

    >>> public("git@git.example:somebody/crisis-timeline.git")
    'https://git.example/somebody/crisis-timeline.git'
    >>> public("https://me:secret@git.example/somebody/crisis-timeline.git")
    'https://git.example/somebody/crisis-timeline.git'
    >>> public("/srv/git/crisis-timeline.git") is None
    True
    """
    found = NETWORK.fullmatch(address)
    return f"https://{found['web'] or found['host'] or found['short']}/{found['path']}" if found else None


def _of_wheel(wheel: Path) -> Origin:
    if not wheel.is_file():
        raise _refused(f"there is no file {show(wheel, 200)}", f"build one: {BUILD}")
    if not WHEEL.fullmatch(wheel.name):
        raise _refused(f"{show(wheel.name)} is no wheel of crisis-timeline", f"build one: {BUILD}")
    return Origin(wheel=wheel)


def _refused(wrong: str, mend: str) -> InputProblemsError:
    return InputProblemsError([Problem(code="origin-is-known", file="init", wrong=wrong, mend=mend)])


def _installed_from() -> tuple[str | None, str | None]:
    """Return the address and commit that pip noted at installation, or those of the repository that runs."""
    try:
        noted = json.loads(distribution("crisis-timeline").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        noted = {}
    if "vcs_info" in noted:
        return noted.get("url"), noted["vcs_info"].get("commit_id")
    return checked_out(ROOT)


def checked_out(folder: Path) -> tuple[str | None, str | None]:
    """Return where the repository in a folder was cloned from, as everybody can fetch it, and its commit."""
    said, commit = _git(folder, "remote", "get-url", "origin"), _git(folder, "rev-parse", "HEAD")
    if not said or not commit:
        return None, None
    address = public(said)
    if address is None:
        wrong = f"this generator was cloned from {show(said, 200)}, where GitHub's machines can't fetch it"
        raise _refused(wrong, f"name {WAYS}")
    if not _git(folder, "for-each-ref", "--contains", "HEAD", "refs/remotes", "refs/tags"):
        wrong = f"the commit {commit[:12]} of this generator isn't at {show(address, 200)} yet"
        raise _refused(wrong, "push it first, or go back to one that is there")
    return address, commit


def _git(folder: Path, *arguments: str) -> str | None:
    if not (folder / ".git").exists():
        return None
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603, S607
    return done.stdout.strip() or None
