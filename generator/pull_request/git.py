"""A repository, asked without ever handing it a name as an option or a line as a list."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.problems import SurroundingsError, show

__all__ = ["Change", "Repository"]

NOTHING = "000000"
LINK, SUBMODULE = "120000", "160000"
# No setting of a machine may colour, rename, convert or run anything here.
SETTINGS = (
    "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "diff.renames=false", "-c", "diff.external=", "-c", "log.showSignature=false",
)  # fmt: skip
RAW = (
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=none",
)

Status = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A file that a change adds, alters or removes; a rename is a removal and an addition.

    `path` keeps bytes that aren't UTF-8 as surrogates. `mode` is git's: `100644` for a plain file, `120000`
    for a link.
    """

    path: str
    status: Status
    mode: str
    blob: str

    @property
    def is_plain(self) -> bool:
        """Whether the file is an ordinary one that can't be run, or is gone."""
        return self.mode in ("100644", NOTHING)


class Repository:
    """A git repository in a folder, read only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def commit(self, revision: str) -> str:
        """Return the commit that a revision names."""
        try:
            return self._text(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
            ).strip()
        except SurroundingsError:
            raise SurroundingsError(
                f"there is no commit {show(revision)} in {show(self.folder, 200)}"
            ) from None

    def changes(self, base: str, head: str) -> list[Change]:
        """Return what `head` changes since it left `base`, in the order of the paths."""
        return list(_changes(self._run("diff", *RAW, f"{base}...{head}", "--")))

    def time(self, commit: str) -> int:
        """Return when a commit was made, in seconds since 1970."""
        return int(self._text("show", "--no-patch", "--format=%ct", commit))

    def size(self, blob: str) -> int:
        """Return how many bytes a blob has."""
        return int(self._text("cat-file", "-s", blob))

    def read(self, blob: str) -> bytes:
        """Return the bytes of a blob."""
        return self._run("cat-file", "blob", blob)

    def write_tree(self, revision: str, folder: Path) -> None:
        """Write every file of a revision into a folder, each byte as git keeps it.

        A checkout would take line ends and filters from the `.gitattributes` that lie about, which may be a
        stranger's.
        """
        found = [one for one in self._tree(revision) if one[0] != SUBMODULE]
        for (mode, _, path), data in zip(found, self._blobs(blob for _, blob, _ in found), strict=True):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if mode == LINK:
                target.symlink_to(os.fsdecode(data))
            else:
                target.write_bytes(data)

    def _tree(self, revision: str) -> Iterator[tuple[str, str, str]]:
        """Give mode, blob and path of each file of a revision."""
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", revision)
        for entry in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            head, path = entry.split("\t", 1)
            mode, _, blob = head.split()
            yield mode, blob, path

    def _blobs(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of blobs, one after another, from one run of git."""
        answer = self._run("cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
        # `blob "blob" size LF bytes LF`, again and again.
        start = 0
        while start < len(answer):
            head = answer.index(b"\n", start)
            said = answer[start:head].split()
            if len(said) != 3:  # `blob "missing"`: a clone that was cut short
                raise SurroundingsError(
                    "git lacks a part of this repository; fetch it whole: git fetch --refetch"
                )
            end = head + 1 + int(said[2])
            yield answer[head + 1 : end]
            start = end + 1

    def _text(self, *arguments: str) -> str:
        return self._run(*arguments).decode("utf-8", "replace")

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        command = ["git", *SETTINGS, *arguments]
        surroundings = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
        try:
            done = subprocess.run(  # noqa: S603 (a list, and no shell)
                command, cwd=self.folder, env=surroundings, input=given, capture_output=True, check=False
            )
        except OSError as error:
            raise SurroundingsError(
                f"git can't be run in {show(self.folder, 200)}: {error.strerror}"
            ) from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise SurroundingsError(f"git {arguments[0]} failed: {show(said, 200)}")
        return done.stdout


def _changes(raw: bytes) -> Iterator[Change]:
    # `:old-mode new-mode old-blob new-blob status NUL path NUL`, again and again.
    fields = raw.decode("utf-8", "surrogateescape").split("\0")
    for head, path in zip(fields[::2], fields[1::2], strict=False):
        old_mode, mode, _, blob, _ = head.removeprefix(":").split()
        status: Status = "added" if old_mode == NOTHING else "removed" if mode == NOTHING else "changed"
        yield Change(path, status, mode, blob)
