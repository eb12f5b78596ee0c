"""The records of an .xls file (BIFF5 and BIFF8) that tell the size of its sheets and the formats of its dates.

Sources: [MS-CFB] for the compound file, [MS-XLS] for the records.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

from importers.number_format import hides_the_day
from importers.sheet_limits import MOST_CELLS
from importers.sheet_shape import Extent, SheetShape, refuse_large

_END = 0xFFFFFFFA
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF, _DIMENSION = 0x809, 0x0A, 0x2F, 0x85, 0x41E, 0xE0, 0x200
_NUMBER, _RK, _MULRK, _FORMULA = 0x203, 0x27E, 0xBD, 0x06
_ONE_CELL = frozenset({_NUMBER, 0x204, 0xD6, 0x205, _RK, 0xFD, _FORMULA})
_BIFF8 = 0x600
_MONTH_AND_YEAR = {17: "mmm-yy"}
_MOST_SHEETS = 1000


class Locked(Exception):
    """The file is encrypted with a password."""


def xls_shapes(data: bytes) -> list[SheetShape]:
    """The shape of each sheet in the order of the workbook.

    Raises ``Locked``, ``TooLarge``, and ``ValueError``, ``struct.error`` or ``IndexError`` for a damaged file.
    """
    book = _workbook_stream(data)
    positions: list[int] = []
    formats: dict[int, str] = dict(_MONTH_AND_YEAR)
    styles: list[int] = []
    version = _BIFF8
    for kind, record in _records(book, 0):
        if kind == _BOF:
            version = struct.unpack_from("<H", record)[0]
        elif kind == _FILEPASS:
            raise Locked
        elif kind == _BOUNDSHEET:
            positions.append(struct.unpack_from("<I", record)[0])
        elif kind == _FORMAT:
            number, text = _format(record, version)
            formats[number] = text
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", record, 2)[0])
    if len(positions) > _MOST_SHEETS or len(set(positions)) < len(positions):
        raise ValueError("the list of sheets")
    undayed = {style: formats[f] for style, f in enumerate(styles) if hides_the_day(formats.get(f, ""))}
    shapes: list[SheetShape] = []
    for position in positions:
        shapes.append(_shape(book, position, undayed))
        refuse_large(shapes)
    return shapes


def _shape(book: bytes, position: int, undayed: dict[int, str]) -> SheetShape:
    extent, formats = Extent(), dict[tuple[int, int], str]()
    for kind, record in _records(book, position):
        if kind in _ONE_CELL:
            row, column, style = struct.unpack_from("<HHH", record)
            extent.take(row, column, column)
            if style in undayed:
                formats[row, column] = undayed[style]
        elif kind == _MULRK:
            row, column = struct.unpack_from("<HH", record)
            extent.take(row, column, column + max(0, (len(record) - 6) // 6 - 1))
            for offset in range(4, len(record) - 2, 6):
                style = struct.unpack_from("<H", record, offset)[0]
                if style in undayed:
                    formats[row, column + (offset - 4) // 6] = undayed[style]
        elif kind == _DIMENSION:
            wide = len(record) >= 14
            top, rows, left, columns = struct.unpack_from("<IIHH" if wide else "<HHHH", record)
            if not (top <= rows <= 65_536 and left <= columns <= 256):
                raise ValueError("the size of a sheet")
    if extent.right >= 256 and extent.cells <= MOST_CELLS:
        raise ValueError("the place of a cell")
    return SheetShape(extent.cells, (), formats)


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from ``at`` to the end of that part of the stream, those of charts within it left out."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        record = book[at + 4 : at + 4 + length]
        at += 4 + length
        depth += kind == _BOF
        if depth <= 1:
            yield kind, record
        if kind == _EOF:
            depth -= 1
            if depth <= 0:
                return


def _format(record: bytes, version: int) -> tuple[int, str]:
    number = struct.unpack_from("<H", record)[0]
    if version < _BIFF8:
        return number, record[3:].decode("cp1252", "replace")
    return number, record[5:].decode("utf-16-le" if record[4] & 1 else "latin-1", "replace")


def _workbook_stream(data: bytes) -> bytes:
    """The stream called "Workbook" ("Book" in BIFF5) out of the compound file."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise ValueError("the size of a sector")
    first_directory, cutoff, first_small = struct.unpack_from("<I4xII", data, 48)
    fat = _fat(data, 1 << shift)
    directory = _stream(data, fat, first_directory, 1 << shift, 1 << shift)
    streams = {name: (start, size) for name, start, size in _entries(directory)}
    start, size = streams.get("workbook") or streams["book"]
    if size >= cutoff:
        return _stream(data, fat, start, 1 << shift, 1 << shift)[:size]
    root, _ = streams["root entry"]
    small_fat = array("I", _stream(data, fat, first_small, 1 << shift, 1 << shift))
    small = _stream(data, fat, root, 1 << shift, 1 << shift)
    return _stream(small, small_fat, start, 64, 0)[:size]


def _entries(directory: bytes) -> Iterator[tuple[str, int, int]]:
    for at in range(0, len(directory) - 127, 128):
        length = min(64, struct.unpack_from("<H", directory, at + 64)[0])
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(0, length - 2)].decode("utf-16-le", "replace")
        yield name.casefold(), start, size


def _fat(data: bytes, sector: int) -> array[int]:
    """Which sector follows each sector."""
    holders = list(struct.unpack_from("<109I", data, 76))
    following, seen = struct.unpack_from("<I", data, 68)[0], 0
    while following < _END and seen <= len(data) // sector:
        part = struct.unpack_from(f"<{sector // 4}I", data, (following + 1) * sector)
        holders += part[:-1]
        following, seen = part[-1], seen + 1
    fat = array("I")
    for holder in holders:
        if holder < _END:
            part_of_fat = data[(holder + 1) * sector : (holder + 2) * sector]
            fat.frombytes(part_of_fat.ljust(sector, b"\xff"))
        if len(fat) * sector > 2 * len(data) + sector * sector:
            raise ValueError("the list of sectors")
    if fat.itemsize != 4:
        raise ValueError("the size of a number")
    return fat


def _stream(data: bytes, fat: array[int], start: int, sector: int, header: int) -> bytes:
    parts, at = list[bytes](), start
    while at < _END:
        if at >= len(fat) or len(parts) > len(fat):
            raise ValueError("a chain of sectors")
        parts.append(data[header + at * sector : header + (at + 1) * sector])
        at = fat[at]
    return b"".join(parts)
