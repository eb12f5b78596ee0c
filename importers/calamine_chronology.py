"""Chronologies in older and other spreadsheets (.xls, .xlsb, .ods): every sheet, days read as days."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from importers.cells import Cell, is_blank
from importers.csv_chronology import read_csv
from importers.errors import ImporterError
from importers.heading_row import Row
from importers.merged_cells import SheetMarks, with_lent_cells
from importers.number_format import shown_day
from importers.ods_content import Table, TooManyCells, tables_of
from importers.sheet_limits import RowCount, refuse_large_archive, too_many_rows
from importers.sheet_shape import SheetShape, TooLarge
from importers.source import Source, read_sheets
from importers.workbook_sheets import NamedRows, sheets_of
from importers.xls_records import Locked, xls_shapes
from importers.xlsb_records import xlsb_shapes
from scrgraph.model.entry import Imported

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_ENCRYPTED_PARTS = (b"encryption-data", b"manifest:algorithm")


def read_calamine(source: Source) -> Imported:
    """Every row of every sheet, imported or rejected. A sheet with no headings has all its rows rejected.

    A file called .xls that is really text is read as CSV, as case-management systems write it. An empty date
    or agency cell is filled from above only where the cells are merged; a formula gives the value last shown.
    Raises ``ImporterError`` for a file that has a password, is no spreadsheet, is damaged, is empty, has no
    headings, or is larger than ``sheet_limits`` allows.
    """
    if source.suffix == ".xls" and not source.data.startswith((_OLE, _ZIP)) and b"\x00" not in source.data:
        _refuse_page(source)
        return read_csv(source)
    try:
        sheets = _sheets(source)
        used = [NamedRows(name, rows, rows[-1].number) for name, rows in sheets if rows]
        return read_sheets(source, sheets_of(source, used, len(sheets)))
    except ImporterError:
        raise
    except Locked as reason:
        raise _locked(source.file) from reason
    except (TooLarge, TooManyCells) as reason:
        raise too_many_rows(source.file) from reason
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as reason:  # a panic in calamine is no Exception
        if isinstance(reason, Exception) or type(reason).__name__ == "PanicException":
            raise _damaged(source.file, type(reason).__name__) from reason
        raise


def _refuse_page(source: Source) -> None:
    head = source.data[:2000].lower()
    if b"<html" in head or b"<table" in head or b"<?xml" in head or b"<!doctype" in head:
        raise ImporterError(
            f"{source.file} is a web page or XML file, although its name ends in .xls. Open it in Excel, save it "
            "as an Excel workbook (.xlsx) and import that."
        )


def _locked(file: str) -> ImporterError:
    return ImporterError(
        f"{file} is protected by a password. Open it in Excel or LibreOffice, take the password off, save it and "
        "import that."
    )


def _damaged(file: str, reason: str) -> ImporterError:
    return ImporterError(
        f"{file} is damaged or is not a spreadsheet ({reason}). Open it in Excel, save it under a new name as "
        ".xlsx and import that; if Excel cannot open it either, ask the agency for it again."
    )


def _sheets(source: Source) -> list[tuple[str, list[Row]]]:
    """Every sheet: its name, and its rows that hold anything."""
    count = RowCount(source.file)
    if source.data.startswith(_ZIP):
        names = refuse_large_archive(source.data, source.file)
        if "content.xml" in names:
            return [(table.name, _ods_rows(table)) for table in _ods_tables(source)]
        shapes = xlsb_shapes(source.data)
    else:
        shapes = xls_shapes(source.data)
    return [(name, list(count.within_limits(rows))) for name, rows in _calamine_rows(source, shapes)]


def _ods_tables(source: Source) -> list[Table]:
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        if "META-INF/manifest.xml" in archive.namelist():
            manifest = archive.read("META-INF/manifest.xml")
            if any(part in manifest for part in _ENCRYPTED_PARTS):
                raise Locked
        with archive.open("content.xml") as xml:
            return tables_of(xml)


def _ods_rows(table: Table) -> list[Row]:
    marks = SheetMarks(formulas=False, merges=table.merges)
    return [Row(number, cells, lent) for number, cells, lent in with_lent_cells(iter(table.rows), marks)]


def _calamine_rows(source: Source, shapes: Sequence[SheetShape]) -> Iterator[tuple[str, Iterator[Row]]]:
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(source.data)) as book:
            for at, about in enumerate(book.sheets_metadata):
                if about.typ is SheetTypeEnum.WorkSheet:
                    shape = shapes[at] if at < len(shapes) else SheetShape()
                    yield about.name, _rows(book.get_sheet_by_index(at), shape)
    except PasswordError as reason:
        raise Locked from reason


def _rows(sheet: Any, shape: SheetShape) -> Iterator[Row]:
    marks = SheetMarks(formulas=False, merges=_merges(sheet, shape))
    for number, cells, lent in with_lent_cells(_cells(sheet, shape), marks):
        yield Row(number, cells, lent)


def _merges(sheet: Any, shape: SheetShape) -> dict[int, list[tuple[int, int]]]:
    told = [(first, last, left) for (first, left), (last, _) in sheet.merged_cell_ranges or ()]
    merges: dict[int, list[tuple[int, int]]] = {}
    for first, last, left in sorted(told or shape.merges):
        if last > first:
            merges.setdefault(first + 1, []).append((left, last + 1))
    return merges


def _cells(sheet: Any, shape: SheetShape) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The cells of each row that holds any, from the first column of the sheet, with its number from 1."""
    left = sheet.start[1] if sheet.start else 0
    for at, values in enumerate(sheet.iter_rows()):
        if values.count("") == len(values):
            continue
        cells = [
            _cell(value, shape.formats.get((at, left + offset), "")) for offset, value in enumerate(values)
        ]
        while cells and is_blank(cells[-1]):
            cells.pop()
        if cells:
            yield at + 1, ("",) * left + tuple(cells)


def _cell(value: Any, number_format: str) -> Cell:
    """The value as a day where the file holds a day, else as the text Excel would show."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dt.date):
        return shown_day(value, number_format)
    return str(value)
