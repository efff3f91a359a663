"""What was found wrong with a file, kept for the next time that nothing changed.

An entry holds for the very bytes of the timeline, of every file its sources name, and of this program, as
long as the folder of reports holds the same files. It is signed with a key that lies in the user's own cache
folder: an entry that came with a pull request is none.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from generator.problems import Problem
from generator.sources import text_files
from generator.timeline.checks import check_read
from generator.timeline.load import Examined, examine

__all__ = ["check_cached"]

ENTRY = "check.json"


def check_cached(
    path: Path, root: Path, folder: Path, read: bool = True, name: str | None = None
) -> list[Problem]:
    """Return all that is wrong with a timeline, from the cache in a folder where nothing changed since."""
    name = name if name is not None else path.as_posix()
    key = _key()
    if key is None or os.environ.get("CI"):
        return check_read(examine(path, name), root, read)
    kept = _kept(folder / ENTRY, key)
    if kept is not None and kept["of"] == _state(path, root, kept["files"], read, name):
        return [Problem(**problem) for problem in kept["problems"]]
    examined = examine(path, name)
    problems = check_read(examined, root, read)
    files = _files(examined)
    entry = {
        "of": _state(path, root, files, read, name),
        "files": files,
        "problems": [asdict(problem) for problem in problems],
    }
    _keep(folder / ENTRY, entry, key)
    return problems


def _files(examined: Examined) -> list[str]:
    if examined.loaded is None:
        return []
    return sorted({source.file for source in examined.loaded.timeline.sources.values()})


def _state(path: Path, root: Path, files: list[str], read: bool, name: str) -> str:
    """Return a text that changes when anything does on which the result rests."""
    hashes = [
        _program(),
        str(read),
        name,
        os.path.realpath(path),
        _hash(path),
        *(_hash(root / one) for one in files),
        *map(str, text_files(root / "seeds")),
    ]
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _hash(path: Path) -> str:
    try:
        # A link could have come to lead elsewhere, with the same bytes behind it.
        return f"{os.path.realpath(path)} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    except (OSError, ValueError) as error:
        return f"{path} {type(error).__name__}"


@cache
def _program() -> str:
    generator = Path(__file__).parent.parent
    parts = sorted(path for kind in ("*.py", "*.yml") for path in generator.rglob(kind))
    digest = hashlib.sha256()
    for path in parts:
        if path.relative_to(generator).parts[0] in ("timeline", "dates", "problems.py", "sources.py"):
            digest.update(path.as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _key() -> bytes | None:
    """Return the key of this user, made on first use; None where there is no place for it."""
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        file = home / "crisis-timeline" / "key"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, secrets.token_bytes(32))
        key = file.read_bytes()
    except (OSError, RuntimeError):
        return None
    return key if len(key) == 32 else None


def _kept(file: Path, key: bytes) -> dict[str, Any] | None:
    try:
        signature, _, body = file.read_bytes().partition(b"\n")
        if not hmac.compare_digest(signature, _signature(body, key)):
            return None
        kept: dict[str, Any] = json.loads(body)
    except (OSError, ValueError):
        return None
    return kept


def _keep(file: Path, entry: dict[str, Any], key: bytes) -> None:
    body = json.dumps(entry).encode()
    # Without a cache the next run takes longer, and that is all.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, _signature(body, key) + b"\n" + body)


def _write(file: Path, data: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    temporary = file.with_name(f"{file.name}.{secrets.token_hex(6)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    os.replace(temporary, file)


def _signature(body: bytes, key: bytes) -> bytes:
    return hmac.new(key, body, hashlib.sha256).hexdigest().encode()
