"""The one time that a render knows: never the clock's, so that a commit gives the same bytes on any day."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator.problems import SurroundingsError, show

__all__ = ["VARIABLE", "build_time"]

VARIABLE = "SOURCE_DATE_EPOCH"
# 1 January 2020, where there is no commit and nobody says.
WITHOUT_COMMIT = 1577836800
LATEST = 253402300799  # the last second of the year 9999


def build_time(root: Path, surroundings: Mapping[str, str]) -> int:
    """Return the seconds since 1970 that a build takes for its time: the variable's, or the last commit's.

    >>> build_time(Path("/"), {"SOURCE_DATE_EPOCH": "1700000000"})
    1700000000

    A value that is none would make a site that differs by machine, so it is refused:

    >>> build_time(Path("/"), {"SOURCE_DATE_EPOCH": "yesterday"})
    Traceback (most recent call last):
    generator.problems.SurroundingsError: SOURCE_DATE_EPOCH is yesterday; write seconds since 1970, from 1 on
    """
    given = surroundings.get(VARIABLE, "")
    if not given:
        return _last_commit(root) or WITHOUT_COMMIT
    if not re.fullmatch("[0-9]{1,12}", given) or not 1 <= int(given) <= LATEST:
        raise SurroundingsError(f"{VARIABLE} is {show(given)}; write seconds since 1970, from 1 on")
    return int(given)


def _last_commit(root: Path) -> int | None:
    # A folder that was unpacked within somebody's repository isn't that repository's.
    if not _git(root, "ls-files", "-z", "--", "."):
        return None
    said = _git(root, "-c", "log.showSignature=false", "log", "-1", "--format=%ct").strip()
    return int(said) if said.isdecimal() else None


def _git(root: Path, *arguments: str) -> str:
    """Return what git says, or nothing where there is no git, no repository or no commit."""
    try:
        done = subprocess.run(  # noqa: S603 (a list, and no shell)
            ["git", *arguments],  # noqa: S607 (git is where the system keeps it)
            cwd=root,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
