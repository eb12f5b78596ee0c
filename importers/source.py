"""One source file as the importers get it, and what its sheets gave put together."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from importers.errors import ImporterError
from importers.headings import HeadingBook, looked_for
from importers.made_on import made_on
from importers.rows import Sheet, SheetRead, read_sheet
from scrgraph.model.base import Progress
from scrgraph.model.entry import Imported


@dataclass(frozen=True)
class Source:
    """The bytes of a file, the name it is known by, and what the author said of it."""

    file: str
    suffix: str
    data: bytes
    book: HeadingBook
    agency: str = ""
    progress: Progress | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def read_sheets(source: Source, sheets: Iterable[Sheet]) -> Imported:
    """Read every sheet and put what they gave together. Raises ``ImporterError`` if there is no row."""
    with _collector_at_rest():
        imported = assembled(
            source.file, [read_sheet(sheet, source.book, source.progress) for sheet in sheets]
        )
    day = made_on(source.data)
    if day is None:
        return imported
    dated = tuple(one.model_copy(update={"made_on": day}) for one in imported.chronologies)
    return imported.model_copy(update={"chronologies": dated})


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from going over every entry again and again: reading makes no cycles.

    At 100,000 rows it took 40 per cent of the time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def assembled(file: str, read: Sequence[SheetRead]) -> Imported:
    """One ``Imported`` from the sheets of a file; a sheet of headings without rows is left out.

    Raises ``ImporterError`` when the file is empty, has no headings anywhere, or has headings and no rows.
    """
    seen = [sheet for sheet in read if sheet.found or sheet.chronology.rows_read]
    if not seen:
        raise ImporterError(
            f"{file} is empty. Check that it is the right file and ask the agency for it again."
        )
    if not any(sheet.found for sheet in seen):
        line = seen[0].first_line
        shown = line if len(line) <= 100 else f"{line[:97]}..."
        raise ImporterError(
            f"No headings were recognised in {file}. A chronology needs {looked_for()} in one of its first "
            f"rows. The first line seen was: {shown}. Give the columns headings and import again."
        )
    held = [sheet for sheet in seen if sheet.chronology.rows_read]
    if not held:
        raise ImporterError(
            f"{file} has headings but no rows below them. Check that it is the right file and import again."
        )
    return Imported(
        chronologies=tuple(sheet.chronology for sheet in held),
        entries=tuple(entry for sheet in held for entry in sheet.entries),
        rejected=tuple(row for sheet in held for row in sheet.rejected),
    )
