"""The sheets of a workbook that hold anything, each under a name of its own where there is more than one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from importers.heading_row import Row
from importers.rows import Sheet
from importers.safeguarding_dataset import as_chronology
from importers.source import Source
from importers.whose_sheet import with_agency


@dataclass(frozen=True)
class NamedRows:
    """One sheet of a workbook that holds something: its name, its rows, and about how many there are."""

    name: str
    rows: Iterable[Row]
    total: int


def sheets_of(source: Source, used: Sequence[NamedRows], of: int) -> Iterator[Sheet]:
    """The sheets ready to be read; ``of`` is the number of sheets in the workbook, empty ones included.

    A sheet may be a table of the Safeguarding Dataset. The agency is stated by a line above the headings, the name of
    the file or that of the sheet, unless there is a column for it.
    """
    taken: set[str] = set()
    for sheet in used:
        rows, agency = with_agency(
            as_chronology(sheet.rows, source.book), source.book, source.file, sheet.name
        )
        yield Sheet(
            file=source.file,
            chronology_id=_own(f"{source.file}/{sheet.name}", taken) if len(used) > 1 else source.file,
            rows=rows,
            name=sheet.name if of > 1 else "",
            title=sheet.name,
            sha256=source.sha256,
            agency=source.agency,
            total=sheet.total,
            stated_agency=agency,
        )


def _own(name: str, taken: set[str]) -> str:
    """The name, with a number where another sheet of a damaged workbook has it."""
    own, number = name, 1
    while own in taken:
        number += 1
        own = f"{name} ({number})"
    taken.add(own)
    return own
