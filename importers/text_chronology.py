"""Plain and pasted text (.txt): dated entries, tables set out with spaces, tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.csv_chronology import read_records, recognised, records_of, separator_of
from importers.errors import ImporterError
from importers.heading_row import ROWS_LOOKED_AT, Row, find_heading_row
from importers.headings import HeadingBook
from importers.line_date import date_at_start
from importers.source import Source, read_sheets
from importers.text_encoding import decoded
from importers.text_entries import dated_paragraphs
from importers.whose_sheet import sheet_of_lines
from scrgraph.model.entry import Imported

_LINES = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RULE = " \t|:=+_-"

#: A single title such as "Notes" above dated lines makes no table.
_FEWEST_HEADINGS = 2
_SAMPLE, _LONGEST_HEADING_LINE = 100_000, 2_000
_PIECE = re.compile(r"\S+(?: \S+)*")


def read_text_file(source: Source) -> Imported:
    """Every entry of the file, imported or rejected; places are lines.

    A table with separators (commas, semicolons, tabs, bars) is read as CSV is; columns lined up with spaces are cut
    where their headings stand; anything else is cut where a line begins with a date. Raises ``ImporterError`` when
    there is no date at the start of any line and no heading.
    """
    text = decoded(source.data, source.file)
    lines = _LINES.split(text)
    records = _table(lines, text, source)
    if records is not None:
        return read_records(source, records)
    rows = _aligned(lines, source.book)
    if rows is None:
        places = ((line, f"line {number}") for number, line in enumerate(lines, start=1))
        rows = dated_paragraphs(places, source.book, source.file)
    if not rows:
        first = next((line.strip() for line in lines if line.strip()), "")
        shown = first if len(first) <= 100 else f"{first[:97]}..."
        raise ImporterError(
            f"No line of {source.file} begins with a date, and no headings were recognised. Begin each entry with its "
            f"date on a line of its own or before what happened, and import again. The first line seen was: {shown}."
        )
    sheet = sheet_of_lines(source, rows, len(lines))
    return read_sheets(source, [sheet])


def _table(lines: Sequence[str], text: str, source: Source) -> list[list[str]] | None:
    """The records of a table with separators, one a line, or ``None`` when the file is none.

    Half of the lines below the headings must have two cells or more: a sentence with commas is no table.
    """
    barred = [line for line in lines if line.count("|") >= 2]
    if 2 * len(barred) > sum(bool(line.strip()) for line in lines):
        records = [_barred(line) for line in lines]
    else:
        separator = separator_of(text, source.book)
        if separator not in text or not _has_headings(text, separator, source.book):
            return None
        records = records_of(text, separator, source.file)
    rows = [
        Row(number, tuple(cells))
        for number, cells in enumerate(records, start=1)
        if any(map(str.strip, cells))
    ]
    if recognised(rows, source.book) < _FEWEST_HEADINGS:
        return None
    wide = sum(sum(map(bool, row.texts())) > 1 for row in rows)
    return _with_cells_joined(records) if 2 * wide >= len(rows) else None


def _has_headings(text: str, separator: str, book: HeadingBook) -> bool:
    """Whether one of the first lines, cut at the separator, holds headings; long lines are none."""
    lines = [
        line for line in _LINES.split(text[:_SAMPLE]) if line.strip() and len(line) <= _LONGEST_HEADING_LINE
    ]
    rows = [
        Row(number, tuple(line.split(separator)))
        for number, line in enumerate(lines[: 2 * ROWS_LOOKED_AT], 1)
    ]
    return recognised(rows, book) >= _FEWEST_HEADINGS


def _barred(line: str) -> list[str]:
    """The cells of a line between bars; the line of dashes below the headings is none."""
    if "-" in line and not line.strip(_RULE):
        return []
    text = line.strip()
    if "|" not in text:
        return [text] if text else []
    cells = text.removeprefix("|").removesuffix("|").split("|")
    return [cell.strip().replace("<br>", "\n") for cell in cells]


def _with_cells_joined(records: list[list[str]]) -> list[list[str]]:
    """The records, with a line of one cell and no date put to the last cell above: a cell that was pasted in lines."""
    above: list[str] | None = None
    joined: list[list[str]] = []
    for cells in records:
        filled = [cell for cell in cells if cell.strip()]
        goes_on = len(filled) == 1 and cells[0].strip() and not date_at_start(cells[0])
        if goes_on and above is not None:
            last = max(at for at, cell in enumerate(above) if cell.strip())
            above[last] = f"{above[last]}\n{cells[0].strip()}"
            joined.append([])
            continue
        joined.append(list(cells))
        if len(filled) > 1 and date_at_start(cells[0]):
            above = joined[-1]
    return joined


def _aligned(lines: Sequence[str], book: HeadingBook) -> list[Row] | None:
    """The rows of columns lined up with spaces or tabs below a line of headings, or ``None`` when there is none."""
    spread = [line.expandtabs() for line in lines]
    filled = [number for number, line in enumerate(spread) if line.strip()]
    for at in filled[:ROWS_LOOKED_AT]:
        pieces = _pieces(spread[at])
        heading = Row(at + 1, tuple(text for _, text in pieces), place=f"line {at + 1}")
        if len(pieces) > 1 and find_heading_row([heading], book):
            starts = [start for start, _ in pieces]
            rows = list(_rows(spread[at + 1 :], at + 2, starts))
            if 2 * sum(len([cell for cell in row.cells if cell]) > 1 for row in rows) < len(rows) or not rows:
                return None
            titles = [Row(n + 1, (spread[n].strip(),), place=f"line {n + 1}") for n in filled if n < at]
            return [*titles, heading, *rows]
    return None


def _pieces(line: str) -> list[tuple[int, str]]:
    """The pieces of a line between gaps of two spaces or more, each with where it begins."""
    return [(match.start(), match[0]) for match in _PIECE.finditer(line)]


def _rows(lines: Sequence[str], first: int, starts: Sequence[int]) -> Iterator[Row]:
    """One row a line that fills the first column with a date or fills all columns; other lines go on the row above."""
    cells: list[list[str]] = []
    begun = 0
    for number, line in enumerate(lines, start=first):
        pieces = _pieces(line)
        if not pieces:
            continue
        whole = len(pieces) == len(starts)
        placed = [(at if whole else _column(start, starts), text) for at, (start, text) in enumerate(pieces)]
        begins = whole or (placed[0][0] == 0 and date_at_start(placed[0][1]) is not None)
        if begins or not cells:
            if cells:
                yield _row(cells, begun)
            cells, begun = [[] for _ in starts], number
        for column, text in placed:
            cells[column].append(text)
    if cells:
        yield _row(cells, begun)


def _row(cells: Sequence[Sequence[str]], number: int) -> Row:
    return Row(number, tuple("\n".join(texts) for texts in cells), place=f"line {number}")


def _column(start: int, starts: Sequence[int]) -> int:
    """The last column that begins at or before ``start``, allowing for two places of carelessness."""
    return max((at for at, begins in enumerate(starts) if begins <= start + 2), default=0)
