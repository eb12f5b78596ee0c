"""Worksheets that do not say how far they stretch: openpyxl would go through all of one before the first row."""

from __future__ import annotations

import io
import re
import zipfile

_SHEET = re.compile(r"(?:.*/)?worksheets/[^/]+\.xml", re.IGNORECASE)
_DATA = re.compile(rb"<(?:\w+:)?sheetData\b")
_TOLD = re.compile(rb"<(?:\w+:)?dimension\b")
_HEAD = 1 << 16
#: A sheet with no more bytes than this is gone through at once.
_SMALL = 1 << 20


def with_dimensions(data: bytes) -> bytes:
    """The workbook with a dimension in each large sheet that has none, which nobody reads; else ``data`` itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        large = [
            info for info in archive.infolist() if info.file_size > _SMALL and _SHEET.fullmatch(info.filename)
        ]
        starts = {
            info.filename: start for info in large if (start := _undimensioned(archive, info)) is not None
        }
        if not starts:
            return data
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
            for info in archive.infolist():
                part = archive.read(info)
                if info.filename in starts:
                    at = starts[info.filename]
                    prefix = _prefix(part[at:])
                    part = part[:at] + b"<" + prefix + b'dimension ref="A1"/>' + part[at:]
                written.writestr(info.filename, part)
        return held.getvalue()


def _undimensioned(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> int | None:
    """Where the rows begin in a sheet that gives no dimension before them; ``None`` where it does."""
    with archive.open(info) as part:
        head = part.read(_HEAD)
    data = _DATA.search(head)
    return data.start() if data and not _TOLD.search(head, 0, data.start()) else None


def _prefix(rows: bytes) -> bytes:
    return rows[1 : rows.index(b"sheetData")]
