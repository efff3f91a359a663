"""A repository, asked without ever handing it a name as an option or a line as a list."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.problems import SurroundingsError, show

__all__ = ["Change", "Repository"]

REGULAR = {"100644", "100755"}
NOTHING = "000000"
# No setting of a machine may colour, rename, convert or run anything here.
SETTINGS = (
    "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "diff.renames=false", "-c", "diff.external=",
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
        """Write every file of a revision into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        index = {"GIT_INDEX_FILE": str(folder.resolve() / ".index")}
        self._run("read-tree", revision, more=index)
        self._run("checkout-index", "--all", "--force", f"--prefix={folder.resolve()}/", more=index)
        (folder / ".index").unlink()

    def _text(self, *arguments: str) -> str:
        return self._run(*arguments).decode("utf-8", "replace")

    def _run(self, *arguments: str, more: dict[str, str] | None = None) -> bytes:
        command = ["git", *SETTINGS, *arguments]
        surroundings = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", **(more or {})}
        try:
            done = subprocess.run(  # noqa: S603 (a list, and no shell)
                command, cwd=self.folder, env=surroundings, capture_output=True, check=False
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
