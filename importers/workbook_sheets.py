"""The sheets of a workbook that hold anything, each under a name of its own where there is more than one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from importers.heading_row import ROWS_LOOKED_AT, Row, find_heading_row
from importers.rows import Sheet
from importers.source import Source
from importers.title_agency import stated_agency


@dataclass(frozen=True)
class NamedRows:
    """One sheet of a workbook that holds something: its name, its rows, and about how many there are."""

    name: str
    rows: Iterable[Row]
    total: int


def sheets_of(source: Source, used: Sequence[NamedRows], of: int) -> Iterator[Sheet]:
    """The sheets ready to be read; ``of`` is the number of sheets in the workbook, empty ones included.

    The agency is stated by the name of the sheet, a line above its headings or the name of the file, unless there is
    a column for it.
    """
    for sheet in used:
        rows, agency = _with_agency(source, sheet)
        yield Sheet(
            file=source.file,
            chronology_id=f"{source.file}/{sheet.name}" if len(used) > 1 else source.file,
            rows=rows,
            name=sheet.name if of > 1 else "",
            title=sheet.name,
            sha256=source.sha256,
            agency=source.agency,
            total=sheet.total,
            stated_agency=agency,
        )


def _with_agency(source: Source, sheet: NamedRows) -> tuple[Iterable[Row], str]:
    rows = iter(sheet.rows)
    top = list(islice((row for row in rows if not row.blank), ROWS_LOOKED_AT + 1))
    heading = find_heading_row(top, source.book)
    if heading and "agency" in heading.columns.fields:
        return chain(top, rows), ""
    above = top[: heading.heading_at] if heading else []
    titles = [sheet.name, *(text for row in above for text in row.texts() if text)]
    return chain(top, rows), stated_agency(titles, source.file)
