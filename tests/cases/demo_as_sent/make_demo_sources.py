"""Makes the ten files of the demonstration, as agencies send them, from the CSV tables in this folder."""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import re
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import BaseModel, ConfigDict
from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer  # type: ignore[import-untyped]
from reportlab.platypus import Table as PdfTable

from scrgraph.temporal.read_date import read_date

FOLDER = Path(__file__).parent
SOURCES = FOLDER.parents[2] / "scrgraph" / "demo" / "sources"
#: Stands in the properties of every file, so that the same rows always make the same bytes.
MADE = dt.datetime.fromisoformat("2019-06-03T09:00:00")
_TIME = re.compile(r" (\d\d):(\d\d)$")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_PAGE = landscape(A4)
_ODS = "urn:oasis:names:tc:opendocument:xmlns:"
_ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_ODS}manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_KIND}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
_ODS_CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{_ODS}office:1.0" xmlns:table="{_ODS}table:1.0" xmlns:text="{_ODS}text:1.0"
 office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Chronology">
<table:table-column table:number-columns-repeated="%(width)d"/>
%(rows)s
</table:table></office:spreadsheet></office:body></office:document-content>"""


class SourceFile(BaseModel):
    """One file to make, as files.toml describes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    file: str
    form: Literal["word", "workbook", "pdf", "opendocument", "text", "csv"]
    rows: int
    habit: str
    titles: tuple[str, ...] = ()
    sheets: dict[str, tuple[str, ...]] = {}
    headings: tuple[tuple[str, ...], ...] = ()
    date_format: str = ""
    merge_dates: bool = False
    repeat_headings_after: int = 0
    years: dict[str, str] = {}
    glossary: tuple[tuple[str, str], ...] = ()
    encoding: str = "utf-8"
    separator: str = ","


@dataclass(frozen=True)
class Table:
    """The columns and rows of an as-sent table; ``coded`` says, row by row, which coded row it stands for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    coded: tuple[str, ...]

    def part(self, first: int, end: int) -> Table:
        """The rows from ``first`` up to, not with, ``end``, counted from 0."""
        return Table(self.columns, self.rows[first:end], self.coded[first:end])


def source_files() -> tuple[SourceFile, ...]:
    """The files that files.toml describes."""
    held: Mapping[str, Any] = tomllib.loads((FOLDER / "files.toml").read_text(encoding="utf-8"))
    return tuple(SourceFile.model_validate(one) for one in held["files"])


def as_sent(name: str) -> Table:
    """The table ``<name>.csv`` of this folder, its first column taken off."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        heading, *rows = list(csv.reader(lines))
    return Table(tuple(heading[1:]), tuple(tuple(row[1:]) for row in rows), tuple(row[0] for row in rows))


def made(source: SourceFile) -> bytes:
    """The bytes of one file. Raises ``ValueError`` where its table has not the number of rows that it should."""
    table = as_sent(source.name)
    if len(table.rows) != source.rows:
        raise ValueError(f"{source.name}.csv has {len(table.rows)} rows, files.toml says {source.rows}")
    return _MAKERS[source.form](source, table)


def make_all(folder: Path) -> list[Path]:
    """Write the ten files to ``folder``, which is created if need be, and return where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for source in source_files():
        paths.append(folder / source.file)
        paths[-1].write_bytes(made(source))
    return paths


def _csv(source: SourceFile, table: Table) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=source.separator, lineterminator="\r\n")
    writer.writerows([table.columns, *table.rows])
    mark = "\ufeff" if source.encoding == "utf-16-le" else ""
    return (mark + text.getvalue()).encode(source.encoding)


def _text(source: SourceFile, table: Table) -> bytes:
    """Entries that begin with their date; the columns between date and text follow on lines of their own."""
    date, *between, entry, action = table.columns
    lines = [*source.titles, ""]
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        lines.append(f"{cells[date]}  {cells[entry]}")
        lines += [f"{column}: {cells[column]}" for column in (*between, action) if cells[column]]
        lines.append("")
    return "\r\n".join(lines).encode(source.encoding)


def _word(source: SourceFile, table: Table) -> bytes:
    document = docx.Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    properties = document.core_properties
    properties.created = properties.modified = MADE
    properties.author = properties.comments = ""
    for title in source.titles:
        document.add_heading(title, level=1)
    for year, part in _by_year(table, source.years) if source.years else [("", table)]:
        if year:
            document.add_heading(year, level=2)
        _word_table(document, source, part)
    if source.glossary:
        document.add_heading("Abbreviations", level=2)
        glossary = document.add_table(rows=0, cols=2, style="Table Grid")
        for pair in source.glossary:
            _fill(glossary.add_row(), pair)
    packed = io.BytesIO()
    document.save(packed)
    return _same_every_time(packed.getvalue())


def _by_year(table: Table, years: Mapping[str, str]) -> Iterator[tuple[str, Table]]:
    """The part of the table of each year; ``years`` gives the coded row with which each begins."""
    starts = [table.coded.index(first) for first in years.values()]
    for year, start, end in zip(years, starts, [*starts[1:], len(table.rows)], strict=True):
        yield year, table.part(start, end)


def _word_table(document: Any, source: SourceFile, table: Table) -> None:
    grid = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    placed: list[tuple[str, Any]] = []
    for at, row in enumerate(table.rows):
        if at == 0 or (source.repeat_headings_after and at % source.repeat_headings_after == 0):
            _fill(grid.add_row(), table.columns, bold=True)
            placed.append(("", None))
        cells = grid.add_row()
        _fill(cells, row)
        placed.append((row[0], cells.cells[0]))
    for date, group in groupby(placed if source.merge_dates else [], key=lambda pair: pair[0]):
        same = [cell for _, cell in group]
        if date and len(same) > 1:
            for cell in same[1:]:
                cell.text = ""
            same[0].merge(same[-1]).text = date


def _fill(row: Any, texts: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text
        cell.paragraphs[0].runs[0].bold = bold or None


def _workbook(source: SourceFile, table: Table) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    book.properties.created = MADE
    start = 0
    for name, titles in (source.sheets or {"Chronology": source.titles}).items():
        held = sum(code.startswith(f"{name}!") for code in table.coded) if source.sheets else len(table.rows)
        _worksheet(book.create_sheet(name), source, titles, table.part(start, start + held))
        start += held
    packed = io.BytesIO()
    book.save(packed)
    return _same_every_time(packed.getvalue())


def _worksheet(sheet: Worksheet, source: SourceFile, titles: Sequence[str], table: Table) -> None:
    for at, title in enumerate(titles, start=1):
        sheet.cell(at, 1, title).font = Font(bold=True, size=14)
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(table.columns))
    for heading in source.headings or (table.columns,):
        at = sheet.max_row + 1
        for column, text in enumerate(heading, start=1):
            sheet.cell(at, column, text or None).font = Font(bold=True)
        if source.headings and heading == source.headings[0]:
            _merge_groups(sheet, at, heading)
    first = sheet.max_row + 1
    for at, row in enumerate(table.rows, start=first):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(at, column, _day(text) if column == 1 and source.date_format else text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, dt.datetime):
                time = " hh:mm" if cell.value.time() != dt.time() else ""
                cell.number_format = source.date_format + time
    for column, texts in enumerate(zip(table.columns, *table.rows, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = min(60, max(map(len, texts)) + 2)
    sheet.freeze_panes = f"A{first}"


def _merge_groups(sheet: Worksheet, at: int, heading: Sequence[str]) -> None:
    """Merge each heading of a group with the empty cells to its right."""
    starts = [column for column, text in enumerate(heading, start=1) if text]
    for start, after in zip(starts, [*starts[1:], len(heading) + 1], strict=True):
        if after - start > 1:
            sheet.merge_cells(start_row=at, end_row=at, start_column=start, end_column=after - 1)


def _day(written: str) -> str | dt.datetime:
    """A real date where the cell gives one day, with its time if it has one; else the cell as written."""
    date = read_date(written)
    if date.earliest is None or date.earliest != date.latest:
        return written
    time = _TIME.search(written)
    return dt.datetime.combine(date.earliest, dt.time(int(time[1]), int(time[2])) if time else dt.time())


def _pdf(source: SourceFile, table: Table) -> bytes:
    styles = getSampleStyleSheet()
    packed = io.BytesIO()
    title = source.titles[0]
    document = SimpleDocTemplate(
        packed, pagesize=_PAGE, topMargin=60, bottomMargin=50, title=title, invariant=1
    )

    def on_page(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, _PAGE[1] - 35, title)
        canvas.drawRightString(_PAGE[0] - 50, 30, f"Page {canvas.getPageNumber()}")

    widths = [75, 70, 75] + [_PAGE[0] - 100 - 220] * (len(table.columns) - 3)
    body = [[Paragraph(escape(text), styles["BodyText"]) for text in row] for row in table.rows]
    heading = [Paragraph(f"<b>{escape(text)}</b>", styles["BodyText"]) for text in table.columns]
    grid = PdfTable([heading, *body], colWidths=widths, repeatRows=1)
    whole = ((0, 0), (-1, -1))
    grid.setStyle(
        [("GRID", *whole, 0.5, colors.black), ("VALIGN", *whole, "TOP"), ("BOTTOMPADDING", *whole, 16)]
    )
    lines = [Paragraph(escape(line), styles["Heading2"]) for line in source.titles]
    document.build([*lines, Spacer(1, 6), grid], onFirstPage=on_page, onLaterPages=on_page)
    return packed.getvalue()


def _opendocument(source: SourceFile, table: Table) -> bytes:
    """An .ods written by hand: each title across the sheet, headings, real date cells beside what they show."""
    width = len(table.columns)
    rows = [
        _ods_cell(title, f' table:number-columns-spanned="{width}" table:number-rows-spanned="1"')
        + f'<table:covered-table-cell table:number-columns-repeated="{width - 1}"/>'
        for title in source.titles
    ]
    rows.append("".join(map(_ods_cell, table.columns)))
    rows += [_ods_cell(row[0], day=_day(row[0])) + "".join(map(_ods_cell, row[1:])) for row in table.rows]
    lines = "\n".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    content = _ODS_CONTENT % {"width": width, "rows": lines}
    parts = {"mimetype": _ODS_KIND, "META-INF/manifest.xml": _ODS_MANIFEST, "content.xml": content}
    return _zipped({name: text.encode() for name, text in parts.items()})


def _ods_cell(text: str, spans: str = "", day: str | dt.datetime = "") -> str:
    if not text:
        return "<table:table-cell/>"
    of_day = f'"date" office:date-value="{day.date()}"' if isinstance(day, dt.datetime) else '"string"'
    shown = f"<text:p>{escape(text)}</text:p>"
    return f"<table:table-cell office:value-type={of_day}{spans}>{shown}</table:table-cell>"


def _same_every_time(packed: bytes) -> bytes:
    """A Word or Excel file with the day it was made, and the days in its archive, set to ``MADE``."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _MODIFIED.sub(rb"\g<1>" + f"{MADE.isoformat()}Z".encode(), parts[core])
    return _zipped(parts)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            one = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            one.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            one.create_system = 0
            archive.writestr(one, data)
    return packed.getvalue()


_MAKERS: Mapping[str, Callable[[SourceFile, Table], bytes]] = {
    "csv": _csv, "text": _text, "word": _word, "workbook": _workbook, "pdf": _pdf, "opendocument": _opendocument,
}  # fmt: skip

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SOURCES, help="where the files are written")
    for path in make_all(parser.parse_args().folder):
        print(path)
