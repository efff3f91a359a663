"""Write a new project from the template: every file at once, and none where something stands already."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.init.origin import Origin
from generator.init.place import Place
from generator.problems import InputProblemsError, Problem, show
from generator.timeline.schema import schema_text

__all__ = ["start"]

TEMPLATE = Path(__file__).parent / "template"
LONGEST_TITLE = 200
EXAMPLE_ADDRESS = "https://example.github.io/crisis/"
EXAMPLE_PROJECT = "https://github.com/example/crisis"


def start(
    folder: Path,
    origin: Origin,
    title: str = "A crisis",
    timezone: str = "UTC",
    place: Place | None = None,
) -> list[Path]:
    """Make a new crisis in a folder that is empty or not there, and return the files written.

    Raises `InputProblemsError` where the folder holds something, or the title, the zone or the place is none.
    """
    place = place or Place()
    problems = [*_problems(folder, title, timezone), *place.problems()]
    if problems:
        raise InputProblemsError(problems)
    words = {
        "@TITLE@": json.dumps(title, ensure_ascii=False),
        "@HEADING@": title,
        "@TIMEZONE@": timezone,
        "@SITE_URL@": f"site_url: {place.address}" if place.address else f"# site_url: {EXAMPLE_ADDRESS}",
        "@REPOSITORY@": f"repository: {place.project}"
        if place.project
        else f"# repository: {EXAMPLE_PROJECT}",
        "@OWNER@": place.owner,
    }
    written = [_write(folder / target, _filled(text, words)) for target, text in _template()]
    written.append(_write(folder / "requirements" / "generator.txt", f"{origin.requirement}\n"))
    written.append(_write(folder / "docs" / "schema" / "timeline.schema.json", schema_text()))
    if origin.wheel is not None:
        written.append(Path(shutil.copyfile(origin.wheel, folder / "requirements" / origin.wheel.name)))
    return sorted(written)


def _problems(folder: Path, title: str, timezone: str) -> Iterator[Problem]:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        yield _problem(
            "folder-is-empty", show(folder, 200), "something stands there already", "name a new folder"
        )
    if not title.strip() or len(title) > LONGEST_TITLE or not title.isprintable():
        wrong = f"{show(title)} is no title"
        yield _problem(
            "title-is-a-line", "init", wrong, f"write one line of at most {LONGEST_TITLE} characters"
        )
    try:
        ZoneInfo(timezone)
    except (ValueError, OSError, KeyError):
        wrong = f"{show(timezone)} is no time zone"
        yield _problem("zone-is-known", "init", wrong, "write an IANA name, such as Asia/Karachi")


def _problem(code: str, file: str, wrong: str, mend: str) -> Problem:
    return Problem(code=code, file=file, wrong=wrong, mend=mend)


def _template() -> Iterator[tuple[str, str]]:
    """Give the path and the text of each file; `dot-github` is `.github`, which a wheel wouldn't carry."""
    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_file():
            parts = path.relative_to(TEMPLATE).parts
            target = "/".join(f".{part[4:]}" if part.startswith("dot-") else part for part in parts)
            yield target, path.read_text(encoding="utf-8")


def _filled(text: str, words: Mapping[str, str]) -> str:
    return re.sub("@[A-Z_]+@", lambda token: words[token[0]], text)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
