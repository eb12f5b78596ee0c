"""The records of an .xlsb file that tell the size of its sheets, their merged cells and the formats of their dates.

Source: [MS-XLSB].
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator

from importers.number_format import hides_the_day
from importers.sheet_limits import LAST_ROW, MOST_COLUMNS
from importers.sheet_shape import Extent, SheetShape, refuse_large

_ROW, _DIMENSION, _SHEET, _FORMAT, _STYLE, _MERGE, _STYLES, _STYLES_END = 0, 148, 156, 44, 47, 176, 617, 618
_VALUES = frozenset({*range(2, 12), 62})
_MONTH_AND_YEAR = {17: "mmm-yy"}
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb'\b(Id|Target)="([^"]*)"')


def xlsb_shapes(data: bytes) -> list[SheetShape]:
    """The shape of each sheet in the order of the workbook.

    Raises ``TooLarge``, and ``ValueError``, ``KeyError``, ``struct.error`` or what ``zipfile`` raises for a
    damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = frozenset(archive.namelist())
        undayed = _undayed(archive.read("xl/styles.bin")) if "xl/styles.bin" in names else {}
        targets = _targets(archive.read("xl/_rels/workbook.bin.rels"))
        shapes: list[SheetShape] = []
        for kind, record in _records(archive.read("xl/workbook.bin")):
            if kind == _SHEET:
                part = targets.get(_text(record, 8)[0], "")
                shapes.append(_shape(archive.read(part), undayed) if part in names else SheetShape())
                refuse_large(shapes)
        return shapes


def _targets(relations: bytes) -> dict[str, str]:
    found = {}
    for relation in _RELATION.findall(relations):
        told = {name: value.decode("utf-8", "replace") for name, value in _ATTRIBUTE.findall(relation)}
        target = told.get(b"Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        found[told.get(b"Id", "")] = path
    return found


def _undayed(styles: bytes) -> dict[int, str]:
    """The number format of each cell style that shows a month or year and no day."""
    formats, numbers, of_cells = dict(_MONTH_AND_YEAR), list[int](), False
    for kind, record in _records(styles):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", record)[0]] = _text(record, 2)[0]
        elif kind in (_STYLES, _STYLES_END):
            of_cells = kind == _STYLES
        elif kind == _STYLE and of_cells:
            numbers.append(struct.unpack_from("<H", record, 2)[0])
    return {style: formats[f] for style, f in enumerate(numbers) if hides_the_day(formats.get(f, ""))}


def _shape(part: bytes, undayed: dict[int, str]) -> SheetShape:
    extent, formats, merges, row = Extent(), dict[tuple[int, int], str](), list[tuple[int, int, int]](), 0
    for kind, record in _records(part):
        if kind == _ROW:
            row = struct.unpack_from("<I", record)[0]
        elif kind in _VALUES:
            column, style = struct.unpack_from("<II", record)
            if row >= LAST_ROW or column >= MOST_COLUMNS:
                raise ValueError("the place of a cell")
            extent.take(row, column, column)
            if style & 0xFFFFFF in undayed:
                formats[row, column] = undayed[style & 0xFFFFFF]
        elif kind == _MERGE:
            first, last, left, _ = struct.unpack_from("<IIII", record)
            merges.append((first, last, left))
        elif kind == _DIMENSION:
            _, last, _, right = struct.unpack_from("<IIII", record)
            if last >= LAST_ROW or right >= MOST_COLUMNS:
                raise ValueError("the size of a sheet")
    return SheetShape(extent.cells, merges, formats)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = (kind & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        length = 0
        for place in range(4):
            if at >= end:
                return
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << (7 * place)
            if not byte & 0x80:
                break
        yield kind, part[at : at + length]
        at += length


def _text(record: bytes, at: int) -> tuple[str, int]:
    """The text that begins at ``at``, and where it ends."""
    count = struct.unpack_from("<I", record, at)[0]
    end = at + 4 + 2 * count
    return record[at + 4 : end].decode("utf-16-le", "replace"), end
