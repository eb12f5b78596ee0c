"""How large a spreadsheet may be: what is larger is no chronology, and would fill the memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

from importers.errors import ImporterError
from importers.heading_row import Row

#: A file that grows larger than this when unpacked is refused.
LARGEST_UNPACKED = 500 * 1024 * 1024
#: The last row and the number of columns that a sheet of Excel can have.
LAST_ROW, MOST_COLUMNS = 1_048_576, 16_384
#: More rows than this with anything in them are no chronology.
MOST_ROWS = 250_000
#: More cells than this, empty ones included, cannot be held.
MOST_CELLS = 5_000_000


def refuse_large_archive(data: bytes, file: str) -> frozenset[str]:
    """The names of the parts of a zipped document.

    Raises ``ImporterError`` when it unpacks to more than ``LARGEST_UNPACKED`` bytes, and what ``zipfile``
    raises when it is no zip archive.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = frozenset(archive.namelist())
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise too_large_unpacked(file, unpacked)
    return names


def too_large_unpacked(file: str, size: int) -> ImporterError:
    """The refusal of a file that unpacks to ``size`` bytes."""
    return ImporterError(
        f"{file} unpacks to {size // 1024**2} MB, more than the {LARGEST_UNPACKED // 1024**2} MB that is "
        "safe to open. Save the chronology sheet alone as CSV and import that."
    )


def too_many_rows(file: str) -> ImporterError:
    """The refusal of a file with more rows, or a sheet that goes on further, than a chronology can have."""
    return ImporterError(
        f"{file} has more than {MOST_ROWS:,} rows with something in them, or a sheet that stretches over more "
        f"than {MOST_CELLS:,} cells. No chronology is as long: delete the rows and columns that are not part "
        "of it, or copy the chronology into a new workbook, and import that."
    )


def too_many_entries(file: str) -> ImporterError:
    """The refusal of a text with more dated lines than a chronology can have rows."""
    return ImporterError(
        f"{file} has more than {MOST_ROWS:,} lines that begin with a date. No chronology is as long: cut it into "
        "parts, leave out what is not of the chronology, and import each part."
    )


class RowCount:
    """Counts the rows of all sheets of one file as they are read."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._held = 0
        self._cells = 0

    def within_limits(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows. Raises ``ImporterError`` once there are more than a chronology can have."""
        for row in rows:
            self._held += not row.blank
            self._cells += len(row.cells)
            if self._held > MOST_ROWS or self._cells > MOST_CELLS or row.number > LAST_ROW:
                raise too_many_rows(self._file)
            yield row
