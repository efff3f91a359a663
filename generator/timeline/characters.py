"""From the bytes of a file to a text that is safe to parse: UTF-8, and no character that acts.

A forbidden character is noted and replaced by U+FFFD, one for one, so that the rest of the file can still
be read and all problems come at once. Offsets stay what they were.
"""

from __future__ import annotations

import re

from generator.timeline import limits
from generator.timeline.findings import Findings
from generator.timeline.rules import Rule, file
from generator.timeline.rules import characters as rules

__all__ = ["FORBIDDEN", "INVISIBLE", "clean", "decode", "place_of", "rule_for"]

# A carriage return is allowed before a line feed alone.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
    "|\r(?!\n)"
)
# The two joiners, U+200C and U+200D, are letters' business in Persian, Indic scripts and emoji.
# Nobody sees the rest of Unicode's Default_Ignorable_Code_Point, but for what chooses between two forms of a
# letter, and for tags behind a black flag, which make it that of a region.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]"
)
_MARKER = re.compile(r"^(?:<<<<<<<|\|\|\|\|\|\|\||>>>>>>>)(?: .*)?$|^=======\r?$", re.MULTILINE)

_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def decode(data: bytes, findings: Findings) -> str | None:
    """Return the text of the file, without one byte-order mark at its start, or None where it is no UTF-8."""
    if len(data) > limits.FILE_BYTES:
        findings.add(file.file_has_a_limit, None, len(data))
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        findings.add(file.file_is_utf_8, 0, "it begins as UTF-16 does")
        return None
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        findings.text = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        findings.add(file.file_is_utf_8, len(findings.text), f"byte 0x{data[error.start]:02x}")
        return None


def clean(text: str, findings: Findings) -> str:
    """Note every forbidden character and conflict marker; return the text without, as long as before."""
    # Looking for seven letters is faster than looking for a pattern, and hardly any file has them.
    for found in _MARKER.finditer(text) if any(mark in text for mark in _MARKS) else ():
        findings.add(file.merge_is_finished, found.start(), found.group().rstrip("\r"))
    if FORBIDDEN.search(text) is None:
        return text
    for found in FORBIDDEN.finditer(text):
        rule = rule_for(found.group())
        details = () if rule is rules.lines_end_as_usual else (found.group(),)
        findings.add(rule, found.start(), *details)
    return FORBIDDEN.sub("\ufffd", text)


def place_of(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Return where a character stands between two offsets, or the first of them where an escape made it."""
    found = pattern.search(text, start, end)
    return found.start() if found else start


def rule_for(character: str) -> Rule:
    """Return the rule that a forbidden character breaks."""
    if character == "\r":
        return rules.lines_end_as_usual
    if character in "\x85\u2028\u2029\x0b\x0c":
        return rules.no_hidden_line_breaks
    if character in "\ufeff\ufffe\uffff" or "\ud800" <= character <= "\udfff":
        return rules.no_odd_characters
    if "\u202a" <= character <= "\u2069":
        return rules.no_direction_controls
    return rules.no_control_characters
