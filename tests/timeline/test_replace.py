"""A rewrite leaves the old file or the new one, whatever fails, and nothing beside it."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time

import pytest

from generator.problems import SurroundingsError
from generator.timeline import replace
from generator.timeline.replace import replaced

OLD, NEW = b"old\n" * 1000, b"new\n" * 1000
CALLS = ("open", "read", "write", "close", "fsync", "stat", "fstat", "fchmod", "replace", "unlink")
FAULTS = (errno.EIO, errno.ENOSPC, errno.EACCES)


class Shim:
    """The module `os`, whose n-th call fails: with an error, a short write, or the end of all."""

    def __init__(self, number, fault):
        self.number, self.fault, self.count = number, fault, 0

    def __getattr__(self, name):
        """Return what `os` has, watched where it calls the system."""
        real = getattr(os, name)
        return self.watched(name, real) if name in CALLS else real

    def watched(self, name, real):
        """Return a call that counts itself and fails when its turn comes."""

        def call(*arguments, **named):
            self.count += 1
            if self.count != self.number:
                return real(*arguments, **named)
            if self.fault == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            if self.fault == "short":
                return real(arguments[0], arguments[1][:7]) if name == "write" else real(*arguments)
            raise OSError(self.fault, os.strerror(self.fault))

        return call


def total_calls(path, monkeypatch):
    """Return how many calls to the system a rewrite makes."""
    shim = Shim(0, None)
    monkeypatch.setattr(replace, "os", shim)
    replaced(path, lambda _: NEW)
    monkeypatch.undo()
    return shim.count


def outcome(path):
    """Return what a rewrite says, nothing where all went well."""
    try:
        replaced(path, lambda _: NEW)
    except SurroundingsError as error:
        return str(error)
    return ""


@pytest.fixture
def path(tmp_path):
    """Return a file that holds the old bytes."""
    file = tmp_path / "timeline.yml"
    file.write_bytes(OLD)
    return file


@pytest.mark.parametrize("fault", [*FAULTS, "short"])
def test_every_call_failing_in_turn_leaves_old_or_new(path, monkeypatch, fault):
    """With the n-th call failing, for every n, the file is old or new, as the message says."""
    total = total_calls(path, monkeypatch)
    assert total > 10
    for number in range(1, total + 1):
        path.write_bytes(OLD)
        monkeypatch.setattr(replace, "os", Shim(number, fault))
        told = outcome(path)
        monkeypatch.undo()
        assert path.read_bytes() in ([OLD] if "not changed" in told or "nothing was" in told else [NEW])
        replaced(path, lambda _: b"next")
        assert path.read_bytes() == b"next"
        assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_killed_at_every_call_leaves_old_or_new(path, monkeypatch):
    """Killed at the n-th call, for every n, the file is old or new, and the next run sweeps."""
    total = total_calls(path, monkeypatch)
    for number in range(1, total + 1):
        path.write_bytes(OLD)
        child = os.fork()
        if child == 0:
            replace.os = Shim(number, "kill")
            replaced(path, lambda _: NEW)
            os._exit(0)
        os.waitpid(child, 0)
        assert path.read_bytes() in (OLD, NEW)
        replaced(path, lambda _: b"next")
        assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_mode_is_kept(path):
    """A file that others may read stays so."""
    path.chmod(0o640)

    replaced(path, lambda _: NEW)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_symbolic_link_is_followed(path):
    """A link stays a link, and the file that it leads to is changed."""
    link = path.with_name("link.yml")
    link.symlink_to(path.name)

    replaced(link, lambda _: NEW)

    assert link.is_symlink()
    assert path.read_bytes() == NEW


def test_hard_link_is_told(path):
    """The other name of a file keeps the old text, and its owner is told."""
    os.link(path, path.with_name("other.yml"))

    written = replaced(path, lambda _: NEW)

    assert "hard link" in written.notes[0]
    assert path.with_name("other.yml").read_bytes() == OLD


def test_unchanged_file_is_not_written(path):
    """Where nothing changes, the file keeps its time."""
    before = path.stat()

    assert not replaced(path, lambda data: data).changed
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_change_by_somebody_else_is_respected(path):
    """A file that changed while the new text was made is left alone."""

    def change(_):
        path.write_bytes(b"theirs")
        return NEW

    with pytest.raises(SurroundingsError, match="changed by somebody else meanwhile; nothing was written"):
        replaced(path, change)

    assert path.read_bytes() == b"theirs"


def test_backup_keeps_the_old_text(path):
    """With a backup the old text stands beside the file."""
    replaced(path, lambda _: NEW, backup=True)

    assert path.with_name("timeline.yml.bak").read_bytes() == OLD


def test_missing_rights_are_told(path, monkeypatch):
    """A folder that may not be written is named as the reason."""
    monkeypatch.setattr(replace, "os", Shim(1, errno.EACCES))

    with pytest.raises(SurroundingsError, match="may not be written"):
        replaced(path, lambda _: NEW)


def test_missing_file_is_told(tmp_path):
    """A file that is not there is named."""
    with pytest.raises(SurroundingsError, match=r"none\.yml was not changed: it is not there"):
        replaced(tmp_path / "none.yml", lambda _: NEW)


RACE = """
import sys
from pathlib import Path
from generator.timeline.replace import replaced
for _ in range(int(sys.argv[2])):
    replaced(Path(sys.argv[1]), lambda data: str(int(data) + 1).encode())
"""


def test_two_writers_lose_nothing(path):
    """Two programs that add one, again and again, come to the sum."""
    path.write_bytes(b"0")
    writers = [subprocess.Popen([sys.executable, "-c", RACE, path, "60"]) for _ in range(2)]

    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    assert path.read_bytes() == b"120"


def test_random_kills_leave_a_whole_file(path):
    """Killed at random while it writes all the time, it leaves a whole file."""
    for wait in range(8):
        path.write_bytes(b"0")
        writer = subprocess.Popen([sys.executable, "-c", RACE, path, "100000"])
        time.sleep(0.15 + wait / 100)
        writer.kill()
        writer.wait()
        assert path.read_bytes().isdigit()
        replaced(path, lambda _: b"1")
        assert [one.name for one in path.parent.iterdir()] == [path.name]
