"""Workbooks of the .xlsb kind, written record by record as no library does."""

from __future__ import annotations

import io
import struct
import zipfile


def record(kind: int, body: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(body)
    return number + (bytes([length]) if length < 128 else bytes([length & 0x7F | 0x80, length >> 7])) + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(
    rows: list[tuple[int, list[str | tuple[float, int]]]], merged: tuple[int, int, int] | None = None
) -> bytes:
    """A workbook of one sheet: text, or a number and its style (1: day, 2: month and year)."""
    cells = b""
    for number, values in rows:
        cells += record(0, struct.pack("<IIHHBI", number - 1, 0, 300, 0, 0, 0))
        for column, value in enumerate(values):
            if isinstance(value, str):
                cells += record(6, struct.pack("<II", column, 0) + wide(value)) if value else b""
            else:
                cells += record(5, struct.pack("<IId", column, value[1], value[0]))
    merges = (
        record(177, struct.pack("<I", 1)) + record(176, struct.pack("<IIII", *merged, merged[2]))
        if merged
        else b""
    )
    last = rows[-1][0] - 1
    sheet = (
        record(129)
        + record(148, struct.pack("<IIII", 0, last, 0, 9))
        + record(145)
        + cells
        + record(146)
        + merges
    )
    formats = b"".join(
        record(47, struct.pack("<HHHHHHHH", 0xFFFF, number, 0, 0, 0, 0, 0, 0)) for number in (0, 14, 17)
    )
    styles = record(278) + record(617, struct.pack("<I", 3)) + formats + record(618) + record(279)
    bundle = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Log"))
    book = record(131) + record(153, bytes(12)) + record(143) + bundle + record(144) + record(132)
    relation = '<Relationship Id="rId1" Type="http://a/worksheet" Target="worksheets/sheet1.bin"/>'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", f"<Relationships>{relation}</Relationships>")
        archive.writestr("xl/worksheets/sheet1.bin", sheet + record(130))
        archive.writestr("xl/styles.bin", styles)
    return held.getvalue()
