"""The tables as files for spreadsheets: one row a line, comma-separated, every field quoted.

A spreadsheet runs a field that begins with `=`, `+`, `-` or `@` as a formula, so such a field gets an
apostrophe in front. That makes the files safe and not lossless; the lossless form is JSON.
"""

from __future__ import annotations

import csv
import io

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


def spreadsheet_safe(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would run it.

    >>> spreadsheet_safe("=1+1"), spreadsheet_safe("2025-10-19")
    ("'=1+1", '2025-10-19')
    """
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@＝＋－＠|%") or text[:1] in ("\t", "\r") else text
