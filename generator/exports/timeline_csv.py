"""The tables as files for spreadsheets: one row a line, comma-separated, every field quoted.

A spreadsheet runs a field that begins with `=`, `+`, `-` or `@` as a formula, so such a field gets an
apostrophe in front. Where it takes semicolons or tabs for separators, a field begins after each of those and
after a line end too, whatever quotation marks say; there the apostrophe stands as well. That makes the files
safe and not lossless; the lossless form is JSON.
"""

from __future__ import annotations

import csv
import io
import re

from generator.exports.publication import Publication
from generator.exports.tables import TABLES

__all__ = ["MEDIA_TYPE", "spreadsheet_safe", "table_csv"]

MEDIA_TYPE = "text/csv"


def table_csv(publication: Publication, name: str = "events") -> str:
    """Return a table as CSV text with a header and CRLF line ends, as RFC 4180 has them."""
    table = TABLES[name]
    written = io.StringIO()
    rows = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow([column.name for column in table.columns])
    rows.writerows([spreadsheet_safe(field) for field in row] for row in table.rows(publication))
    return written.getvalue()


_FORMULA = "[=+\\-@＝＋－＠|%]"
# The doubled quotation marks of a text are read as none there, and what follows them runs.
_FIELD = re.compile(rf"\A(?=\s*{_FORMULA}|[\t\r])|(?<=[;\t\r\n])(?=(?:[^\S\t\r\n]|\")*{_FORMULA})")


def spreadsheet_safe(text: str) -> str:
    """Return the text with an apostrophe in front wherever a spreadsheet would run what follows.

    >>> spreadsheet_safe("=1+1"), spreadsheet_safe("2025-10-19")
    ("'=1+1", '2025-10-19')

    One that takes semicolons for separators has a field begin after each:

    >>> spreadsheet_safe("talks; =1+1; a truce")
    "talks;' =1+1; a truce"
    """
    return _FIELD.sub("'", text)
