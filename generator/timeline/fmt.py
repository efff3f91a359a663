"""The canonical form of a timeline: its order, its quotation marks, and nothing else changed.

Events stand in the order of their dates, keys in the order of the record. Dates are in double quotation
marks, texts plain where that is safe. Remarks stay with what they stand above or beside; blank lines stay
where they are. The result holds the same data, and formatting it again changes nothing: both are looked at on
every run.
"""

from __future__ import annotations

import unicodedata
from difflib import unified_diff
from pathlib import Path

from generator.problems import InputProblemsError
from generator.timeline.fields import field_kinds
from generator.timeline.form_order import order_splices
from generator.timeline.form_values import value_splices
from generator.timeline.load import Loaded, load_bytes
from generator.timeline.model import Timeline
from generator.timeline.nodes import Document
from generator.timeline.remarks import all_remarks
from generator.timeline.replace import Written, replaced
from generator.timeline.spans import refuse
from generator.timeline.splices import spliced

__all__ = ["format_file", "formatted", "formatting_diff"]


def formatted(loaded: Loaded) -> str:
    """Return the canonical form of a timeline that was read.

    Raises `InputProblemsError` where lines cannot be separated, or where more than the form would change.
    """
    once = _form(loaded)
    again = _read_back(once, loaded)
    if not _same(loaded.timeline, again.timeline) or _lost(loaded.document, again.document):
        raise _refused(loaded, "formatting would change more than the form")
    if _form(again) != once:
        raise _refused(loaded, "formatting twice would change it twice")
    return once


def format_file(path: Path, *, backup: bool = False) -> Written:
    """Bring a file into the canonical form; it is replaced in one step, and only where that changes it."""

    def change(data: bytes) -> bytes:
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        return mark + formatted(load_bytes(data, path.as_posix())).encode()

    return replaced(path, change, backup=backup)


def formatting_diff(loaded: Loaded) -> str:
    """Return what formatting would change, as a unified diff; nothing where the file is in form."""
    before, after = loaded.text.split("\n"), formatted(loaded).split("\n")
    lines = unified_diff(
        before, after, f"{loaded.file} (as it is)", f"{loaded.file} (formatted)", lineterm=""
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _read_back(text: str, before: Loaded) -> Loaded:
    try:
        return load_bytes(text.encode(), before.file)
    except InputProblemsError as error:
        raise _refused(before, f"the result could not be read: {error.problems[0].wrong}") from None


def _refused(loaded: Loaded, wrong: str) -> InputProblemsError:
    return refuse(
        loaded.document, 0, wrong, "nothing was written; bring it into form by hand", "edit-does-what-it-says"
    )


def _same(before: Timeline, after: Timeline) -> bool:
    return before == after or _plain(before) == _plain(after)


def _plain(timeline: Timeline) -> str:
    events = sorted(map(repr, timeline.events))
    rest = [repr(getattr(timeline, name)) for name in field_kinds(Timeline) if name != "events"]
    return unicodedata.normalize("NFC", "\n".join([*rest, *events]))


def _lost(before: Document, after: Document) -> bool:
    return sorted(all_remarks(before)) != sorted(all_remarks(after))


def _form(loaded: Loaded) -> str:
    """Return the text with its values in form, then with its parts in order."""
    text = spliced(loaded.text, value_splices(loaded.document))
    if text != loaded.text:
        loaded = _read_back(text, loaded)
    return spliced(text, order_splices(loaded))
