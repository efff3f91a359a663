"""`add --from-issue`: an issue form entered into the record, after a check of the whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.dates import Edtf
from generator.problems import InputProblemsError, Problem, SurroundingsError, show
from generator.pull_request.entries import entry_of
from generator.pull_request.forms import Form, read_form
from generator.timeline import check, load, load_bytes, rewritten, write
from generator.timeline.edit import Edit
from generator.timeline.load import Loaded

__all__ = ["enter"]


def enter(timeline: Path, root: Path, issue: Path, on: Edtf | None = None) -> str:
    """Enter an issue form into the record, and say what was done.

    Raises `InputProblemsError` where the form can't be used or the record would be faulty afterwards; then
    nothing was written.
    """
    loaded = load(timeline)
    entry = entry_of(_form(issue), loaded, root, on)
    with _reports(root, entry.reports):
        _refuse_faults(loaded, entry.edits, root)
        write(timeline, entry.edits)
    return entry.words


def _form(issue: Path) -> Form:
    try:
        return read_form(issue.read_text(encoding="utf-8-sig"), issue.name)
    except UnicodeDecodeError:
        problem = Problem(
            code="issue-is-a-form", file=issue.name, wrong="it is not UTF-8", mend="save it as UTF-8"
        )
        raise InputProblemsError([problem]) from None


@contextmanager
def _reports(root: Path, reports: Mapping[str, bytes]) -> Iterator[None]:
    """Write the reports of an entry, and take them back where the entry can't be made."""
    written: list[Path] = []
    try:
        for name, data in reports.items():
            try:
                with (root / name).open("xb") as file:
                    written.append(root / name)
                    file.write(data)
            except FileExistsError:
                raise SurroundingsError(f"{show(name)} is there already; nothing was written") from None
        yield
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _refuse_faults(loaded: Loaded, edits: Sequence[Edit], root: Path) -> None:
    before = {(one.code, one.where, one.wrong) for one in check(loaded, root)}
    after = load_bytes(rewritten(loaded, edits).encode(), loaded.file)
    faults = [one for one in check(after, root) if (one.code, one.where, one.wrong) not in before]
    if any(one.level == "error" for one in faults):
        raise InputProblemsError(faults)
