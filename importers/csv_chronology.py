"""Chronologies in CSV and TSV files: whatever the encoding and separator that the agency's software chose."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from importers.errors import ImporterError
from importers.heading_row import ROWS_LOOKED_AT, Row, find_heading_row
from importers.headings import HeadingBook
from importers.rows import Sheet, SheetRead, read_sheet
from importers.safeguarding_dataset import as_chronology, list_without_events, table_of
from importers.sheet_limits import MOST_ROWS, RowCount, too_many_rows
from importers.source import Source, assembled, read_sheets
from importers.text_encoding import decoded
from importers.timeline_js import as_timeline, is_timeline
from importers.whose_sheet import with_agency
from scrgraph.model.entry import Imported, RejectedRow

SEPARATORS = (",", ";", "\t", "|")
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
    records = records_of(text, separator, source.file)
    return read_records(source, records)


def read_records(source: Source, records: Sequence[Sequence[str]]) -> Imported:
    """The rows of a table as entries: a chronology, a timeline of TimelineJS or a table of the Safeguarding Dataset.

    Raises ``ImporterError`` as ``read_csv`` does, and for a table of that dataset that holds no events.
    """
    sheet = Sheet(source.file, source.file, (), "", "", source.sha256, source.agency, len(records))
    timeline = (
        as_timeline(_rows(source, records), source.book) if any(map(is_timeline, records[:1])) else None
    )
    if timeline:
        read = read_sheet(replace(sheet, rows=timeline.rows), source.book, source.progress)
        return assembled(source.file, [with_set_aside(read, timeline.set_aside)])
    held = next((list_without_events(record) for record in records if any(record)), "")
    if held:
        raise ImporterError(
            f"{source.file} is the table {held} of the Standard Safeguarding Dataset, which lists people, workers or "
            "codes and holds no dated events. Import its tables of events, such as ssd_contacts or ssd_cin_visits."
        )
    rows, agency = with_agency(as_chronology(_rows(source, records), source.book), source.book, source.file)
    return read_sheets(source, [replace(sheet, rows=rows, stated_agency=agency)])


def _rows(source: Source, records: Sequence[Sequence[str]]) -> Iterator[Row]:
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(records, start=1))
    return RowCount(source.file).within_limits(rows)


def with_set_aside(read: SheetRead, set_aside: Sequence[tuple[Row, str]]) -> SheetRead:
    """What a sheet gave, with rows that are no events counted among the rejected, each with its reason."""
    rejected = list(read.rejected)
    for row, reason in set_aside:
        place = row.place or f"row {row.number}"
        where = f"{place.capitalize()} of {read.chronology.file}"
        why = f"{where} {reason}. It was kept in rejected.csv; nothing needs to be done."
        original = json.dumps(dict(row.original or {}), ensure_ascii=False)
        rejected.append(RejectedRow(file=read.chronology.file, place=place, reason=why, original=original))
    counts = {"rows_read": len(read.entries) + len(rejected), "rows_rejected": len(rejected)}
    return replace(read, rejected=rejected, chronology=read.chronology.model_copy(update=counts))


def separator_of(text: str, book: HeadingBook) -> str:
    """The separator with which the most headings are recognised; a comma when none is."""
    best, most = ",", 0
    for separator in SEPARATORS:
        records = islice(_lenient(text[:_SAMPLE], separator), 4 * ROWS_LOOKED_AT)
        rows = [Row(number, tuple(cells)) for number, (cells, _) in enumerate(records, start=1)]
        count = recognised([row for row in rows if not row.blank], book)
        if count > most:
            best, most = separator, count
    return best


def recognised(rows: Sequence[Row], book: HeadingBook) -> int:
    """How many headings of the rows mean something, as a chronology, a timeline or a table of the dataset."""
    texts = [row.texts() for row in rows[:ROWS_LOOKED_AT]]
    known = [len(line) for line in texts if table_of(line) or is_timeline(line) or list_without_events(line)]
    heading = find_heading_row(rows, book)
    return max([len(heading.columns.meanings) if heading else 0, *known])


def records_of(text: str, separator: str, file: str) -> list[list[str]]:
    """The rows as cells. A stray quotation mark is kept as long as it cannot have joined two rows."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return list(_within_limits(reader, file))
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


def _within_limits(records: Iterable[list[str]], file: str) -> Iterator[list[str]]:
    """The rows. Raises ``ImporterError`` as soon as there are more than a chronology can have."""
    held = 0
    for record in records:
        held += any(record)
        if held > MOST_ROWS:
            raise too_many_rows(file)
        yield record


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
