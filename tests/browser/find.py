"""Find a Chromium or Chrome for the browser tests, or install one: `python -m tests.browser.find`.

Looked for in this order: the program that CHROMIUM names; an installed Chromium or Chrome; the one
that Playwright keeps. Where there is none, one is installed by the ordinary means of the machine. Where none
can be had, the command says what to do and exits with 1: a browser test is never left out silently.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ADVICE = (
    "no Chromium was found and none could be installed; install Chromium or Chrome (Debian and Ubuntu: "
    "`sudo apt-get install chromium`), or name the program in the variable CHROMIUM"
)


class NoBrowserError(Exception):
    """No browser was found, and none could be installed."""


def candidates() -> Iterator[Path]:
    """Give the places where a browser may be, the best first."""
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from map(Path, ON_A_MAC)
    if kept := _kept_by_playwright():
        yield kept


def find() -> Path | None:
    """Return the first browser that is there and answers."""
    return next((path for path in candidates() if path.is_file() and _answers(path)), None)


def find_or_install() -> Path:
    """Return a browser, installed if need be; raise `NoBrowserError` where none can be had."""
    found = find() or _installed()
    if found is None:
        raise NoBrowserError(ADVICE)
    return found


def _answers(path: Path) -> bool:
    # A package may leave a stub behind that only tells one to install something else.
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and any(name in done.stdout for name in ("Chrom", "Edge"))


def _kept_by_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _installed() -> Path | None:
    for command in _ways():
        print("no browser found; running:", " ".join(command), flush=True)
        subprocess.run(command, check=False)
        if found := find():
            return found
    return None


def _ways() -> Iterator[list[str]]:
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        yield [apt, "update", "--quiet"]
        yield [apt, "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


def main() -> int:
    """Find or install a browser, and say which."""
    try:
        print(f"browser: {find_or_install()}")
    except NoBrowserError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
