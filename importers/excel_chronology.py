"""Chronologies in Excel workbooks (.xlsx, .xlsm): every sheet, streamed, days read as days."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import repeat
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from importers.cells import Cell, is_blank
from importers.errors import ImporterError
from importers.heading_row import Row
from importers.merged_cells import SheetMarks, marks_of, with_lent_cells
from importers.number_format import shown_day
from importers.rows import Sheet
from importers.sheet_dimensions import with_dimensions
from importers.sheet_limits import RowCount, refuse_large_archive
from importers.source import Source, read_sheets
from importers.workbook_sheets import NamedRows, sheets_of
from scrgraph.model.entry import Imported


def read_excel(source: Source) -> Imported:
    """Every row of every sheet, imported or rejected. A sheet with no headings has all its rows rejected.

    An empty date or agency cell is filled from above only where the cells are merged. A formula gives the
    value Excel last showed, or its own text where there is none. Raises ``ImporterError`` for a file
    that is not a workbook, is damaged, is empty, has no headings, or unpacks to more than 500 MB.
    """
    _check(source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            data = with_dimensions(source.data)
            with closing(_open(data, values=True)) as book:
                return read_sheets(source, _sheets(source, data, book))
    except ImporterError:
        raise
    except MemoryError as reason:
        raise ImporterError(
            f"{source.file} is too large for this computer. Split it and import the parts."
        ) from reason
    except Exception as reason:
        raise ImporterError(
            f"{source.file} is damaged or is not an Excel workbook ({type(reason).__name__}). Open it in "
            "Excel, save it under a new name as .xlsx and import that."
        ) from reason


def _check(source: Source) -> None:
    """Refuse what openpyxl cannot read, and what would fill the memory."""
    try:
        names = refuse_large_archive(source.data, source.file)
    except ImporterError:
        raise
    except Exception as reason:
        raise ImporterError(
            f"{source.file} is damaged or is not an Excel workbook. Open it in Excel, save it under a new "
            "name as .xlsx and import that; if Excel cannot open it either, ask the agency for it again."
        ) from reason
    if "[Content_Types].xml" not in names or "xl/workbook.bin" in names:
        raise ImporterError(
            f"{source.file} is not an Excel workbook of the .xlsx kind. Open it in Excel, save it as .xlsx "
            "and import that."
        )


def _open(data: bytes, *, values: bool) -> Workbook:
    return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)


def _sheets(source: Source, data: bytes, book: Any) -> Iterator[Sheet]:
    count = RowCount(source.file)
    used = [
        NamedRows(str(sheet.title), count.within_limits(_rows(data, book, sheet)), sheet.max_row or 0)
        for sheet in book.worksheets
        if _holds_anything(book, sheet)
    ]
    return sheets_of(source, used, len(book.worksheets))


def _holds_anything(book: Any, sheet: Any) -> bool:
    with book._archive.open(sheet._worksheet_path) as xml:
        if marks_of(xml).last == 0:
            return False
    return any(cell.value is not None for row in sheet.iter_rows(min_row=1, min_col=1) for cell in row)


def _rows(data: bytes, book: Any, sheet: Any) -> Iterator[Row]:
    with book._archive.open(sheet._worksheet_path) as xml:
        marks = marks_of(xml)
    for number, cells, lent in with_lent_cells(_cells(data, sheet, marks), marks):
        yield Row(number, cells, lent)
        if number == marks.last:
            return


def _cells(data: bytes, sheet: Any, marks: SheetMarks) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The cells of each row; where Excel kept no value for a formula, the formula itself."""
    shown = _all_rows(sheet)
    if not marks.formulas:
        for number, row in enumerate(shown, start=1):
            yield number, _trimmed([_cell(cell) for cell in row])
        return
    with closing(_open(data, values=False)) as formulas:
        written = _all_rows(formulas[sheet.title])
        for number, (row, formula) in enumerate(zip(shown, written, strict=True), start=1):
            spare = [*formula, *repeat(None, len(row) - len(formula))]
            cells = (
                _cell(other if _never_worked_out(cell) else cell)
                for cell, other in zip(row, spare, strict=True)
            )
            yield number, _trimmed(list(cells))


def _never_worked_out(cell: Any) -> bool:
    """Whether the file keeps no value for a formula; a text that is empty is one."""
    return cell.value is None and cell.data_type != "str"


def _all_rows(sheet: Any) -> Iterator[Sequence[Any]]:
    """Every row from the first, whatever size the file claims that the sheet has."""
    sheet.reset_dimensions()
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(min_row=1, min_col=1)
    return rows


def _trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    while cells and is_blank(cells[-1]):
        cells.pop()
    return tuple(cells)


def _cell(cell: Any) -> Cell:
    """The cell as a day where Excel holds a day, else as the text Excel would show."""
    value = None if cell is None else cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return unescape(value) if "_x" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dt.datetime | dt.date):
        return shown_day(value, str(cell.number_format or ""))
    return str(value)
