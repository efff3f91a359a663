"""What a stranger's run handed over, opened in memory: one small report of a known name, or nothing."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO

from generator.pull_request.report import LARGEST_REPORT, Report, ReportError

__all__ = ["LARGEST_ARCHIVE", "NAME", "unpack"]

NAME = "report.json"
LARGEST_ARCHIVE = 1_000_000
KNOWN_PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def unpack(archive: bytes) -> Report:
    """Return the report in an archive; raise `ReportError` where there is anything but one."""
    if len(archive) > LARGEST_ARCHIVE:
        raise ReportError(f"the archive has {len(archive)} bytes")
    try:
        with zipfile.ZipFile(BytesIO(archive)) as opened:
            return Report.from_bytes(_only_member(opened))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError):
        raise ReportError("the archive can't be read") from None


def _only_member(opened: zipfile.ZipFile) -> bytes:
    members = opened.infolist()
    if [member.filename for member in members] != [NAME]:
        raise ReportError("the archive holds other files")
    member = members[0]
    if stat.S_ISLNK(member.external_attr >> 16) or member.is_dir() or member.flag_bits & 1:
        raise ReportError("the report is a link, a folder or locked")
    if member.compress_type not in KNOWN_PACKING or member.file_size > LARGEST_REPORT:
        raise ReportError("the report is packed otherwise, or too large")
    # What the archive says of its size can be a lie: read one byte more than allowed, and no further.
    with opened.open(member) as file:
        return file.read(LARGEST_REPORT + 1)
