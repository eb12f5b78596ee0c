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
_CHUNK, _OVERLAP = 1 << 20, 512


@dataclass(frozen=True)
class SheetMarks:
    """Whether a sheet has formulas, and its merges over rows: column from 0 and last row, by first row."""

    formulas: bool
    merges: Mapping[int, Sequence[tuple[int, int]]]


def marks_of(xml: IO[bytes]) -> SheetMarks:
    """Look through the XML of one sheet; only merges that go down at least two rows are kept."""
    formulas, found = False, set[tuple[int, int, int]]()
    tail = b""
    while chunk := xml.read(_CHUNK):
        window = tail + chunk
        formulas = formulas or _FORMULA.search(window) is not None
        for column, first, last in _MERGE.findall(window):
            if int(last) > int(first):
                found.add((int(first), column_index_from_string(column.decode("ascii")) - 1, int(last)))
        tail = window[-_OVERLAP:]
    merges: dict[int, list[tuple[int, int]]] = {}
    for first, column, last in sorted(found):
        merges.setdefault(first, []).append((column, last))
    return SheetMarks(formulas, merges)


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
