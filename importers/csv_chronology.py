"""Chronologies in CSV and TSV files: whatever the encoding and separator that the agency's software chose."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from charset_normalizer import from_bytes

from importers.errors import ImporterError
from importers.heading_row import ROWS_LOOKED_AT, Row, find_heading_row
from importers.headings import HeadingBook
from importers.rows import Sheet
from importers.source import Source, read_sheets
from scrgraph.model.entry import Imported

SEPARATORS = (",", ";", "\t", "|")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[ ,;\t|]*(?:\r\n|\r|\n)', re.IGNORECASE)
_LONGEST_CELL = 16_000_000
_SAMPLE = 200_000


def read_csv(source: Source) -> Imported:
    """Every row of the file, imported or rejected; rows are numbered as Excel numbers them.

    Raises ``ImporterError`` for a file that is not text, is empty, has no headings, or has a quotation mark
    that runs one row into the next.
    """
    text = decoded(source.data, source.file)
    line = _SEPARATOR_LINE.match(text)
    text = text[line.end() :] if line else text
    separator = line[1] if line else separator_of(text, source.book)
    records = _records(text, separator, source.file)
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(records, start=1))
    sheet = Sheet(source.file, source.file, rows, "", "", source.sha256, source.agency, len(records))
    return read_sheets(source, [sheet])


def decoded(data: bytes, file: str) -> str:
    """The text of the bytes: by byte-order mark, else UTF-8, else Windows-1252, else as it looks.

    Raises ``ImporterError`` when they are not text.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\x00" in data:
        raise ImporterError(
            f"{file} is not a text file, although its name says so. Open it in Excel, save it as "
            "'CSV UTF-8 (Comma delimited)' and import that."
        )
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            return data.decode(name).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    best = None if encoding else from_bytes(data).best()
    if best is None:
        raise ImporterError(
            f"The letters of {file} cannot be read. Open it in Excel, save it as "
            "'CSV UTF-8 (Comma delimited)' and import that."
        )
    return str(best)


def separator_of(text: str, book: HeadingBook) -> str:
    """The separator with which the most headings are recognised; a comma when none is."""
    best, most = ",", 0
    for separator in SEPARATORS:
        records = islice(_lenient(text[:_SAMPLE], separator), 4 * ROWS_LOOKED_AT)
        rows = [Row(number, tuple(cells)) for number, (cells, _) in enumerate(records, start=1)]
        heading = find_heading_row([row for row in rows if not row.blank], book)
        count = len(heading.columns.meanings) if heading else 0
        if count > most:
            best, most = separator, count
    return best


def _records(text: str, separator: str, file: str) -> list[list[str]]:
    """The rows as cells. A stray quotation mark is kept as long as it cannot have joined two rows."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        records = []
        for number, (cells, lines) in enumerate(_lenient(text, separator), start=1):
            if lines > 1:
                raise ImporterError(
                    f"A quotation mark in row {number} of {file} is not closed, so that its rows cannot be "
                    "told apart. Correct it there, or open the file in Excel, save it as CSV and import that."
                ) from None
            records.append(cells)
        return records


def _lenient(text: str, separator: str) -> Iterator[tuple[list[str], int]]:
    """The rows with stray quotation marks let through, and on how many lines each one stands."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    before = 0
    try:
        for cells in reader:
            yield cells, reader.line_num - before
            before = reader.line_num
    except csv.Error:
        yield [], 2
