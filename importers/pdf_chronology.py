"""Chronologies in PDF files: drawn tables over several pages, columns without lines, and dated lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from importers.errors import ImporterError
from importers.heading_row import Row
from importers.rows import Sheet, SheetRead, read_sheet
from importers.source import Source, assembled
from importers.text_entries import dated_paragraphs
from importers.title_agency import stated_agency
from importers.whose_sheet import sheet_of_lines
from scrgraph.model.entry import Imported, RejectedRow

if TYPE_CHECKING:
    from importers.pdf_lines import Hyphens, Line
    from importers.pdf_tables import PageTable, WholeTable

_TITLE_LINES = 8
_ASK = "ask the agency for the Word or Excel file that it was made from"


@dataclass
class _Pages:
    """What the pages hold: tables and lines by page, lines outside the tables, and pages that are pictures."""

    tables: list[list[PageTable]] = field(default_factory=list)
    lines: list[list[Line]] = field(default_factory=list)
    outside: list[list[Line]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


def read_pdf(source: Source) -> Imported:
    """Every row of the tables of the file, imported or rejected; dated lines where it has no table.

    Text outside the tables, but for titles above the first and what stands at the head or foot of each page, and a
    page that is a picture, are rejected with the reason.
    Raises ``ImporterError`` for a file that is scanned, has a password, is damaged, is too large or has
    neither a table with headings nor dated lines.
    """
    try:
        return _read(source)
    except ImporterError:
        raise
    except MemoryError as reason:
        raise ImporterError(
            f"{source.file} is too large for this computer. Save the pages of the chronology as a PDF of their "
            "own and import that."
        ) from reason
    except Exception as reason:
        raise ImporterError(
            f"{source.file} is damaged or is not a PDF ({type(reason).__name__}). Open it, print it to a new PDF "
            f"and import that, or {_ASK}."
        ) from reason


def _read(source: Source) -> Imported:
    from importers.pdf_columns import aligned_table
    from importers.pdf_lines import Hyphens, running_lines
    from importers.pdf_outside import above_table, rejected_outside, titles_of
    from importers.pdf_tables import whole_tables

    pages = _pages(source)
    if not any(pages.lines):
        raise ImporterError(
            f"{source.file} holds pictures of pages and no text that can be read; it was probably scanned. "
            f"Please {_ASK}, or have its text recognised (OCR, in Acrobat: Scan & OCR, Recognise Text) and import "
            "the result."
        )
    running = running_lines(pages.lines)
    outside = [line for page in pages.outside for line in page if not _is_running(line, running, pages)]
    tables = whole_tables(pages.tables, source.book)
    first = next((table for table in tables if table.has_rows), None)
    if first:
        titles = above_table([line for page in pages.outside for line in page], first)
        hyphens = Hyphens(cell for table in tables for row in table.rows for cell in row.cells)
        read = [
            read_sheet(sheet, source.book, source.progress)
            for sheet in _table_sheets(source, tables, first, titles, hyphens)
        ]
        others = rejected_outside(source.file, outside, titles)
        read[0] = _with_rejected(read[0], [*others, *_pictures(source, pages)])
        return assembled(source.file, read)
    head = {(line.page, line.number) for line in titles_of(pages.lines[0])}
    lines = [
        line
        for page in pages.lines
        for line in page
        if (line.page, line.number) not in running or (line.page, line.number) in head
    ]
    hyphens = Hyphens(line.text for line in lines)
    aligned = aligned_table(lines, source.book)
    if aligned:
        rows = _titles(aligned.titles)
        rows.append(Row(len(rows) + 1, aligned.headings, place=lines[len(aligned.titles)].place))
        for row in aligned.rows:
            cells = tuple(hyphens.mended(text) for text in row.texts())
            rows.append(Row(len(rows) + 1, cells, place=row.line.place))
    else:
        rows = dated_paragraphs([(line.text, line.place) for line in lines], source.book, source.file)
    if not rows:
        raise ImporterError(
            f"No table with headings and no line that begins with a date was found in {source.file}. Copy the "
            f"chronology into Excel with a row of headings and import that, or {_ASK}."
        )
    sheet = sheet_of_lines(source, rows, len(rows))
    only = read_sheet(sheet, source.book, source.progress)
    return assembled(source.file, [_with_rejected(only, _pictures(source, pages))])


def _pages(source: Source) -> _Pages:
    from importers.pdf_lines import lines_of, stands_in, words_on
    from importers.pdf_pages import pages_of
    from importers.pdf_tables import tables_on

    pages = _Pages()
    for page in pages_of(source.data, source.file):
        tables = tables_on(page)
        pages.tables.append(tables)
        words = words_on(page)
        outside = [word for word in words if not any(stands_in(word, table.box) for table in tables)]
        pages.lines.append(lines_of(page, words))
        pages.outside.append(lines_of(page, outside))
        if page.images and not page.chars:
            pages.pictures.append(page.page_number)
        if source.progress:
            source.progress(f"reading {source.file}", page.page_number, page.page_number)
    return pages


def _is_running(line: Line, running: set[tuple[int, int]], pages: _Pages) -> bool:
    """Whether a line outside the tables is a header or footer; there its number is another than among all."""
    same = (other for other in pages.lines[line.page - 1] if other.words[0] == line.words[0])
    return any((line.page, other.number) in running for other in same)


def _table_sheets(
    source: Source,
    tables: Sequence[WholeTable],
    first: WholeTable,
    titles: Sequence[Line],
    hyphens: Hyphens,
) -> Iterator[Sheet]:
    several = len(tables) > 1
    stated = stated_agency([line.text for line in titles], source.file)
    for number, table in enumerate(tables, start=1):
        above = _titles(titles) if table is first else []
        rows = above + [
            Row(
                len(above) + at,
                tuple(hyphens.mended(cell) for cell in row.cells),
                row.lent,
                f"page {row.page}, row {row.row}",
            )
            for at, row in enumerate(table.rows, start=1)
        ]
        yield Sheet(
            file=source.file,
            chronology_id=f"{source.file}/{number}" if several else source.file,
            rows=rows,
            name=str(number) if several else "",
            title=f"table {number}" if several else "",
            sha256=source.sha256,
            agency=source.agency,
            total=len(rows),
            part="table",
            lines_wrap=True,
            stated_agency="" if table.heading and "agency" in table.heading.columns.fields else stated,
        )


def _titles(lines: Sequence[Line]) -> list[Row]:
    """The lines above a table as rows, so that "Agency: Midwifery" among them is seen."""
    return [Row(at, (line.text,), place=line.place) for at, line in enumerate(lines[:_TITLE_LINES], start=1)]


def _pictures(source: Source, pages: _Pages) -> Iterator[RejectedRow]:
    for number in pages.pictures:
        reason = (
            f"Page {number} of {source.file} is a picture with no text that can be read. If it holds part of the "
            f"chronology, {_ASK}."
        )
        yield RejectedRow(file=source.file, place=f"page {number}", reason=reason, original="{}")


def _with_rejected(read: SheetRead, rejected: Iterator[RejectedRow] | Sequence[RejectedRow]) -> SheetRead:
    """``read`` with further rows that could not be read, counted."""
    more = list(rejected)
    read.rejected += more
    read.chronology = read.chronology.model_copy(
        update={
            "rows_read": read.chronology.rows_read + len(more),
            "rows_rejected": read.chronology.rows_rejected + len(more),
        }
    )
    return read
