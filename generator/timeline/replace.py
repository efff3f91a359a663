"""A file replaced in one step: afterwards it holds the old bytes or the new ones, never a third thing.

In this order: a lock beside the file, the old bytes read, the new ones made, a temporary file in the same
folder written and flushed to the disk, a look whether the old file is still the same, the exchange, the
folder flushed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from generator.problems import SurroundingsError, show

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["Written", "replaced"]

PATIENCE = 100  # looks at the lock, a twentieth of a second apart


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a file: whether it `changed`, and `notes` on what its owner should know."""

    changed: bool
    notes: tuple[str, ...] = ()


def replaced(path: Path, change: Callable[[bytes], bytes], *, backup: bool = False) -> Written:
    """Replace what a file holds by what `change` makes of it.

    A symbolic link is followed, mode and owner are kept. Raises `SurroundingsError` where that is not
    possible, or where somebody else changed the file meanwhile; the file is then as it was.
    """
    try:
        target = Path(os.path.realpath(path, strict=True))  # a circle of links is an OSError here
        with _locked(target):
            _sweep(target)
            return _replace(target, change, backup)
    except OSError as error:
        raise SurroundingsError(_explained(path, error)) from error


def _replace(target: Path, change: Callable[[bytes], bytes], backup: bool) -> Written:
    before = os.stat(target)
    old = _read(target)
    new = change(old)
    if new == old:
        return Written(changed=False)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(6)}.tmp")
    try:
        _write(temporary, new, before)
        _still_the_same(target, before, old)
        if backup:
            _keep(target, old, before)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _flush_folder(target)
    return Written(changed=True, notes=_notes(target, before))


def _notes(target: Path, before: os.stat_result) -> tuple[str, ...]:
    if before.st_nlink > 1:
        return (f"{show(target.name)} had another name (a hard link), which keeps the old text",)
    return ()


def _read(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = []
        while part := os.read(descriptor, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes, like: os.stat_result) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]  # a system may write less than it was given
        _keep_rights(descriptor, like)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep_rights(descriptor: int, like: os.stat_result) -> None:
    if not hasattr(os, "fchmod"):
        return
    if (like.st_uid, like.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(PermissionError):  # only an administrator may give a file away
            os.fchown(descriptor, like.st_uid, like.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def _still_the_same(target: Path, before: os.stat_result, old: bytes) -> None:
    now = os.stat(target)
    same = (now.st_ino, now.st_size, now.st_mtime_ns) == (before.st_ino, before.st_size, before.st_mtime_ns)
    if not same or hashlib.sha256(_read(target)).digest() != hashlib.sha256(old).digest():
        raise SurroundingsError(
            f"{show(target.name)} was changed by somebody else meanwhile; nothing was written"
        )


def _keep(target: Path, old: bytes, before: os.stat_result) -> None:
    backup = target.with_name(f"{target.name}.bak")
    with suppress(FileNotFoundError):
        os.unlink(backup)
    _write(backup, old, before)


def _flush_folder(target: Path) -> None:
    if os.name != "posix":
        return
    try:
        descriptor = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        wrong = f"{show(target.name)} was changed, but the disk may not hold it yet: {error.strerror}"
        raise SurroundingsError(wrong) from error


def _sweep(target: Path) -> None:
    """Remove what a run that was killed left behind; whoever holds the lock is alone with these names."""
    for left in target.parent.glob(f".{_glob_text(target.name)}.*.tmp"):
        with suppress(FileNotFoundError):
            os.unlink(left)


def _glob_text(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the lock of a file: a file beside it, since the file itself is exchanged.

    The system lets go of it when its holder dies, so none is ever stale.
    """
    path = target.with_name(f".{target.name}.lock")
    descriptor = _take(path)
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(path)
        with suppress(OSError):
            os.close(descriptor)


def _take(path: Path) -> int:
    for _ in range(PATIENCE):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if _is_ours(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        sleep(0.05)
    raise SurroundingsError(f"another program is writing {show(path.name[1:-5])}; try again when it is done")


def _is_ours(descriptor: int, path: Path) -> bool:
    if fcntl is None:
        return _is_ours_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    # Its last holder may have removed the name between our opening and our locking: then it locks nothing.
    try:
        named = os.stat(path)
    except FileNotFoundError:
        return False
    return named.st_ino == os.fstat(descriptor).st_ino


def _is_ours_on_windows(descriptor: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EACCES: "the file or its folder may not be written",
    errno.EPERM: "the file or its folder may not be written",
    errno.EROFS: "the disk is read-only",
    errno.EXDEV: "the folder spans two disks",
    errno.EIO: "the disk failed",
    errno.ENOENT: "it is not there",
    errno.EISDIR: "it is a folder",
}


def _explained(path: Path, error: OSError) -> str:
    reason = _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
    return f"{show(path.as_posix(), 200)} was not changed: {reason}"
