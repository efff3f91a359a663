# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for the file as a whole, before a line of it is read."""

from __future__ import annotations

from generator.problems import show
from generator.timeline import limits
from generator.timeline.rules.registry import Words, rule


@rule
def file_is_there(reason: str) -> Words:
    """The file exists and can be read.

    Commands look for `timeline.yml` in the folder in which they run, or where `--timeline` says.
    """
    return f"cannot be read: {reason}", "run the command in the folder of timeline.yml, or give its path"


@rule
def file_has_a_limit(size: int) -> Words:
    """The file has at most 64 MiB.

    A timeline of 10,000 events has about 17 MB. A larger file is a mistake, or meant to do harm.
    """
    return (
        f"{size:,} bytes, and a timeline may have {limits.FILE_BYTES:,}",
        "take out what does not belong here",
    )


@rule
def file_is_utf_8(found: str) -> Words:
    """The file is saved as UTF-8.

    Every editor can do that; look for "Encoding" when you save. UTF-16, which some Windows programs write,
    and old encodings such as Windows-1252 are refused, because their letters would be guessed.
    """
    return f"not UTF-8: {found}", "save the file again with the encoding UTF-8"


@rule
def file_says_something(found: str) -> Words:
    """The file holds keys and values: `title`, `timezone`, `events` and the others.

    Fails:

        # nothing but a remark

    Passes:

        title: A crisis
        timezone: Asia/Qatar
    """
    return f"the file holds {found}", "begin it with `title: …`; docs/editing.md has a full example"


@rule
def merge_is_finished(marker: str) -> Words:
    """The file holds no conflict marker of git.

    When two people change the same line, git writes both versions into the file, between lines that begin
    with `<<<<<<<`, `=======` and `>>>>>>>`. Keep the right version, or join the two, and delete the lines
    with the markers.

    Fails:

        <<<<<<< HEAD
        title: Ceasefire agreed in Doha
        =======
        title: Ceasefire declared
        >>>>>>> ceasefire

    Passes:

        title: Ceasefire agreed in Doha
    """
    return (
        f"a merge was left unfinished here ({show(marker, 30)})",
        "two people changed these lines: keep the right version, "
        "and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )
