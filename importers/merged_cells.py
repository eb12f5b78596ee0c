"""Merged cells and formulas of a worksheet, found in its XML as it streams by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from openpyxl.utils.cell import column_index_from_string

from importers.cells import Cell, is_blank

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ROW = re.compile(rb'row\s[^>]*?\br="(\d{1,7})"')
_VALUES = (b"<v>", b"<v ", b":v>", b":v ", b"<is>", b":is>", b"<f>", b"<f ", b":f>", b":f ")
_CHUNK, _OVERLAP = 1 << 20, 512


@dataclass(frozen=True)
class SheetMarks:
    """Whether a sheet has formulas, and its merges over rows: column from 0 and last row, by first row.

    ``last`` is the last row that holds a value, where that is known.
    """

    formulas: bool
    merges: Mapping[int, Sequence[tuple[int, int]]]
    last: int | None = None


def marks_of(xml: IO[bytes]) -> SheetMarks:
    """Look through the XML of one sheet; only merges that go down at least two rows are kept."""
    formulas, found = False, set[tuple[int, int, int]]()
    tail, values = b"", _LastRow()
    while chunk := xml.read(_CHUNK):
        window = tail + chunk
        values.look(window)
        formulas = formulas or _FORMULA.search(window) is not None
        for column, first, last in _MERGE.findall(window):
            if int(last) > int(first):
                found.add((int(first), column_index_from_string(column.decode("ascii")) - 1, int(last)))
        tail = window[-_OVERLAP:]
    merges: dict[int, list[tuple[int, int]]] = {}
    for first, column, last in sorted(found):
        merges.setdefault(first, []).append((column, last))
    return SheetMarks(formulas, merges, values.number)


class _LastRow:
    """The last row with a value: the rows below it are formatted and hold nothing, up to a million of them."""

    def __init__(self) -> None:
        self.number: int | None = 0
        self._row: int | None = 0

    def look(self, window: bytes) -> None:
        """One more window of the XML. A row that does not tell its number leaves the last one unknown."""
        at = max(window.rfind(value) for value in _VALUES)
        if at >= 0 and self.number is not None:
            inside = self._begun(window, at)
            self.number = self._row if inside == 0 else inside
        self._row = self._begun(window, len(window)) or self._row

    def _begun(self, window: bytes, end: int) -> int | None:
        """The number of the last row that begins before ``end``, 0 where none does, ``None`` where it has none."""
        at = max(
            window.rfind(b"<row ", 0, end), window.rfind(b":row ", 0, end), window.rfind(b"<row>", 0, end)
        )
        if at < 0:
            return 0
        told = _ROW.match(window, at + 1)
        return int(told[1]) if told else None


def with_lent_cells(
    rows: Iterator[tuple[int, tuple[Cell, ...]]], marks: SheetMarks
) -> Iterator[tuple[int, tuple[Cell, ...], dict[int, Cell]]]:
    """Each row with what merged cells that began above it hold, by column."""
    open_merges: dict[int, tuple[Cell, int]] = {}
    for number, cells in rows:
        lent = {column: cell for column, (cell, last) in open_merges.items() if number <= last}
        yield number, cells, lent
        open_merges = {column: merge for column, merge in open_merges.items() if number < merge[1]}
        for column, last in marks.merges.get(number, ()):
            if column < len(cells) and not is_blank(cells[column]):
                open_merges[column] = cells[column], last
