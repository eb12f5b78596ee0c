"""The tables of a Word document laid out in columns, with merged cells undone, as rows of a chronology."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from importers.cells import Cell
from importers.heading_row import Row
from importers.word_blocks import WordRow, WordTable, cell_text

#: Where the cells of a row start and how many columns of the grid they cover.
Layout = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class LaidOut:
    """A table as rows with their cells under one another, blank ones left out.

    ``width`` is the number of its columns, ``last`` that of its last row; ``bands`` are the numbers of rows that are
    one cell from side to side.
    """

    number: int
    width: int
    rows: tuple[Row, ...]
    bands: frozenset[int]
    last: int


@dataclass(frozen=True)
class _Cell:
    start: int
    span: int
    text: str
    begins_merge: bool
    continues_merge: bool


def lay_out(table: WordTable, number: int) -> LaidOut:
    """The rows of the table with that ``number`` in the document, each cell in the column under whose cells it stands.

    The columns are those of the layout most rows have. A row with as many cells goes cell by cell, so that edges
    dragged a little aside do no harm; in any other a cell belongs to the first column it covers at least half of.
    Cells merged downwards lend what they hold to the rows below, in ``Row.filled``.
    """
    rows = [(row, _cells(row)) for row in table.rows]
    columns = _columns(cells for _, cells in rows)
    edges = _edges(table.widths, [cells for _, cells in rows])
    targets: dict[Layout, tuple[int, ...]] = {}
    laid, bands = [], set()
    lending: dict[int, str] = {}
    for row, cells in rows:
        layout = _layout(cells)
        if layout not in targets:
            targets[layout] = _targets(layout, columns, edges, row.before)
        where = targets[layout]
        texts: dict[int, str] = {}
        lent: dict[int, Cell] = {}
        for cell, column in zip(cells, where, strict=True):
            texts[column] = "\n".join(filter(None, (texts.get(column), cell.text)))
            if cell.begins_merge:
                lending[column] = cell.text
            elif not cell.continues_merge:
                lending.pop(column, None)
            elif lending.get(column):
                lent[column] = lending[column]
        laid_row = Row(row.number, _in_order(texts), lent)
        if not laid_row.blank:
            laid.append(laid_row)
            if len(cells) == 1 < len(columns) and cells[0].span >= len(columns):
                bands.add(row.number)
    return LaidOut(number, len(columns), tuple(laid), frozenset(bands), len(rows))


def _in_order(texts: dict[int, str]) -> tuple[Cell, ...]:
    last = max((column for column, text in texts.items() if text), default=-1)
    return tuple(texts.get(column, "") for column in range(last + 1))


def _cells(row: WordRow) -> list[_Cell]:
    """The cells of a row with those that are merged into the one before put together with it."""
    cells: list[_Cell] = []
    for cell in row.cells:
        text = "" if row.deleted else cell_text(cell)
        if cell.continues_across and cells:
            before = cells.pop()
            text = "\n".join(filter(None, (before.text, text)))
            span = cell.start + cell.span - before.start
            cells.append(_Cell(before.start, span, text, before.begins_merge, before.continues_merge))
        else:
            cells.append(_Cell(cell.start, cell.span, text, cell.begins_merge, cell.continues_merge))
    return cells


def _layout(cells: Sequence[_Cell]) -> Layout:
    return tuple((cell.start, cell.span) for cell in cells)


def _columns(rows: Iterable[Sequence[_Cell]]) -> Layout:
    """The layout most rows have, of those with more than one cell; the first of equals."""
    counted = Counter(_layout(cells) for cells in rows if cells)
    wide = [layout for layout in counted if len(layout) > 1] or list(counted)
    return max(wide, key=lambda layout: counted[layout], default=())


def _edges(widths: Sequence[int], rows: Sequence[Sequence[_Cell]]) -> list[int]:
    """How far from the left each line of the grid stands; all columns alike where the widths are not given."""
    units = max((cells[-1].start + cells[-1].span for cells in rows if cells), default=0)
    known = list(widths) if len(widths) >= units and all(widths) else [1] * units
    return [0, *accumulate(known)]


def _targets(layout: Layout, columns: Layout, edges: Sequence[int], before: int) -> tuple[int, ...]:
    """The column of each cell."""
    if (len(layout) == len(columns) and not before) or not columns:
        return tuple(range(len(layout)))
    spans = [(edges[start], edges[start + span]) for start, span in columns]
    return tuple(_place((edges[start], edges[start + span]), spans) for start, span in layout)


def _place(cell: tuple[int, int], columns: Sequence[tuple[int, int]]) -> int:
    """The first column of which the cell covers half or that covers half of the cell; else the last begun by then."""
    first = max(bisect_right(columns, (cell[0], float("inf"))) - 1, 0)
    for number in range(first, len(columns)):
        left, right = columns[number]
        shared = min(right, cell[1]) - max(left, cell[0])
        if left >= cell[1]:
            break
        if shared > 0 and (2 * shared >= right - left or 2 * shared >= cell[1] - cell[0]):
            return number
    return first


def texts_of(tables: Iterable[LaidOut]) -> Iterator[str]:
    """The rows of tables as lines of text: ``Agency: Midwifery`` for a row of two cells."""
    for table in tables:
        for row in table.rows:
            cells = [text for text in row.texts() if text]
            yield f"{cells[0].rstrip(' :')}: {cells[1]}" if len(cells) == 2 else " - ".join(cells)
