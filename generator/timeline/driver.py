"""The merge driver put to work in a clone, by one command."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.problems import SurroundingsError, show

__all__ = ["install_driver"]


def install_driver(root: Path) -> None:
    """Tell git in this clone to merge `timeline.yml` by the driver, whatever folder it is called from."""
    settings = {
        "merge.crisis-timeline.name": "timeline.yml, joined by the ids of its events",
        "merge.crisis-timeline.driver": "crisis-timeline merge %O %A %B %P",
    }
    for name, value in settings.items():
        _git(root, "config", name, value)
    attributes = root / _git(root, "rev-parse", "--git-path", "info/attributes").strip()
    line = "timeline.yml merge=crisis-timeline\n"
    try:
        attributes.parent.mkdir(parents=True, exist_ok=True)
        text = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
        if line not in text:
            joint = "" if not text or text.endswith("\n") else "\n"
            attributes.write_text(f"{text}{joint}{line}", encoding="utf-8")
    except OSError as error:
        raise SurroundingsError(f"{show(attributes)} cannot be written: {error.strerror}") from None


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell)
            ["git", "-C", str(root), *arguments],  # noqa: S607  (git is where the system keeps it)
            capture_output=True,
            check=False,
            text=True,
        )
    except OSError as error:
        raise SurroundingsError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        raise SurroundingsError(f"git: {show(done.stderr.strip() or 'failed', 200)}")
    return done.stdout
