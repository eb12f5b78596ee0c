"""Whose chronology a sheet is, by the title lines above its headings, the name of the file and its own name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from importers.heading_row import ROWS_LOOKED_AT, Row, find_heading_row
from importers.headings import HeadingBook
from importers.rows import Sheet
from importers.source import Source
from importers.title_agency import stated_agency

#: Headings are looked for within so many rows, blank ones included.
_MOST_BLANK = 10_000


def with_agency(
    rows: Iterable[Row], book: HeadingBook, file: str, name: str = ""
) -> tuple[Iterator[Row], str]:
    """The rows as they are, and the agency that they are said to come from; empty when that is not sure.

    A title above the headings goes before the name of the ``file``, and that before the ``name`` of the sheet. Nothing
    is stated where a column gives the agency, and by a title alone where one may ("Source").
    """
    rows = iter(rows)
    held: list[Row] = []
    top: list[Row] = []
    for row in islice(rows, _MOST_BLANK):
        held.append(row)
        top += [] if row.blank else [row]
        if len(top) > ROWS_LOOKED_AT:
            break
    return chain(held, rows), _agency_of(top, book, file, name)


def sheet_of_lines(source: Source, rows: Sequence[Row], total: int) -> Sheet:
    """The one sheet of a file whose rows were made of lines of text, of which there were ``total``."""
    held, stated = with_agency(rows, source.book, source.file)
    return Sheet(
        source.file,
        source.file,
        held,
        sha256=source.sha256,
        agency=source.agency,
        total=total,
        stated_agency=stated,
        lines_wrap=True,
    )


def _agency_of(top: Sequence[Row], book: HeadingBook, file: str, name: str) -> str:
    heading = find_heading_row(top, book)
    if heading and "agency" in heading.columns.fields:
        return ""
    above = top[: heading.heading_at] if heading else []
    titles = [text for row in above for text in row.texts() if text]
    if heading and heading.columns.fallback_agency is not None:
        return stated_agency(titles, "")
    return stated_agency(titles, file) or (stated_agency([name], "") if name else "")
