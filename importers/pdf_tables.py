"""Tables drawn with lines in a PDF, put together again where they go on over pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from pdfplumber.table import Table, TableFinder, TableSettings
from pdfplumber.utils.text import extract_text

from importers.heading_row import HeadingRow, Row, find_heading_row
from importers.headings import Field, HeadingBook
from importers.pdf_pages import ReadPage

#: Columns that begin within so many points of each other are the same column.
_SAME_PLACE = 6.0
_NARROW = 8.0
#: A table goes on only from a page that it fills down to this part of its height.
_FILLED = 0.6
_KEYS: tuple[Field, ...] = (
    "date", "date_precision", "time", "agency", "role", "professional", "people", "event", "reference",
)  # fmt: skip


@dataclass
class PageRow:
    """One row of a table: its cells, what merged cells above lend it, its page, and its row there from 1."""

    cells: list[str]
    lent: dict[int, str]
    page: int
    row: int

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class PageTable:
    """A table on one page. ``edges`` are where its columns begin, ``box`` its left, upper, right and lower end."""

    box: tuple[float, float, float, float]
    edges: tuple[float, ...]
    rows: list[PageRow]
    page_height: float


@dataclass
class WholeTable:
    """A table over all the pages it takes; ``begins_at`` is how far down its first page, in points."""

    edges: tuple[float, ...]
    rows: list[PageRow]
    heading: HeadingRow | None
    top: list[list[str]] = field(default_factory=list)
    filled_to: float = 0.0
    begins_at: float = 0.0

    @property
    def has_rows(self) -> bool:
        """Whether headings were recognised and there are rows below them."""
        return self.heading is not None and len(self.rows) > self.heading.data_from


def tables_on(page: ReadPage) -> list[PageTable]:
    """The tables of two columns or more that are drawn on the page, from the top.

    A row that the end of the page leaves open, with lines at its sides only, is closed there.
    """
    upright = [edge for edge in page.edges if edge["orientation"] == "v" and edge["height"] > _NARROW]
    if not upright:
        return []
    ends = [min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)]
    finder = TableFinder(cast(Any, page), TableSettings(explicit_horizontal_lines=ends))
    found = [_page_table(page, table) for table in finder.tables]
    return sorted((table for table in found if table), key=lambda table: (table.box[1], table.box[0]))


def _page_table(page: ReadPage, table: Table) -> PageTable | None:
    lefts = sorted({cell[0] for cell in table.cells})
    if len(lefts) < 2:
        return None
    rows: list[tuple[list[str], dict[int, str]]] = []
    open_cells: dict[int, tuple[float, str]] = {}
    read = _CellText(page)
    for drawn in table.rows:
        texts = [read.inside(cell) if cell else None for cell in drawn.cells]
        top = drawn.bbox[1]
        lent = {c: text for c, (end, text) in open_cells.items() if drawn.cells[c] is None and end > top + 1}
        rows.append(([text or "" for text in texts], lent))
        for column, cell in enumerate(drawn.cells):
            if cell is not None:
                open_cells[column] = cell[3], texts[column] or ""
    ends = [*lefts[1:], table.bbox[2]]
    kept = [
        column
        for column, (left, right) in enumerate(zip(lefts, ends, strict=True))
        if right - left >= _NARROW or any(cells[column] for cells, _ in rows)
    ]
    return PageTable(
        table.bbox,
        tuple(lefts[column] for column in kept),
        [
            PageRow(
                [cells[column] for column in kept],
                {kept.index(column): text for column, text in lent.items() if column in kept and text},
                page.page_number,
                number,
            )
            for number, (cells, lent) in enumerate(rows, start=1)
        ],
        page.height,
    )


class _CellText:
    """The text inside a box of the page. ``Table.extract`` gives the same and goes over every letter for every row."""

    def __init__(self, page: ReadPage) -> None:
        self._letters = sorted(page.chars, key=_middle)
        self._middles = [_middle(letter) for letter in self._letters]

    def inside(self, box: tuple[float, float, float, float]) -> str:
        left, top, right, bottom = box
        near = self._letters[bisect_left(self._middles, top) : bisect_left(self._middles, bottom)]
        letters = [letter for letter in near if left <= (letter["x0"] + letter["x1"]) / 2 < right]
        return str(extract_text(letters)) if letters else ""


def _middle(letter: Mapping[str, Any]) -> float:
    return float(letter["top"] + letter["bottom"]) / 2


def whole_tables(pages: Iterable[Sequence[PageTable]], book: HeadingBook) -> list[WholeTable]:
    """The tables of the file. A table with the columns of the one before, and no headings of its own, continues it.

    Headings repeated at the top of a page are no row. A row cut by the end of a page is one row, at the place
    where it begins: its rest has neither a date nor anything that says who, where, or what kind of event.
    """
    whole: list[WholeTable] = []
    for tables in pages:
        for at, table in enumerate(tables):
            heading = _heading(table.rows, book)
            below = _rest_of(whole[-1], table, heading, first=at == 0) if whole else None
            if below is None:
                top = [row.cells for row in table.rows[: heading.data_from]] if heading else []
                whole.append(WholeTable(table.edges, list(table.rows), heading, top, begins_at=table.box[1]))
            else:
                _continue(whole[-1], below)
            whole[-1].filled_to = table.box[3] / table.page_height
    return whole


def _heading(rows: Sequence[PageRow], book: HeadingBook) -> HeadingRow | None:
    return find_heading_row([Row(at, tuple(row.cells)) for at, row in enumerate(rows) if not row.blank], book)


def _rest_of(
    before: WholeTable, table: PageTable, heading: HeadingRow | None, *, first: bool
) -> list[PageRow] | None:
    """The rows with which ``table`` continues the one before, or ``None`` when it is another table."""
    if len(table.edges) != len(before.edges):
        return None
    aligned = all(abs(a - b) <= _SAME_PLACE for a, b in zip(table.edges, before.edges, strict=True))
    if not aligned and not (first and before.heading):
        return None
    if heading is None:
        return table.rows
    repeated = [row.cells for row in table.rows[: heading.data_from]]
    if before.heading is None or repeated != before.top:
        return None
    return table.rows[heading.data_from :]


def _continue(whole: WholeTable, rows: Sequence[PageRow]) -> None:
    if rows and whole.rows and rows[0].page != whole.rows[-1].page and _is_rest_of_row(whole, rows[0]):
        last = whole.rows[-1]
        last.cells = [
            f"{upper}\n{lower}".strip("\n") for upper, lower in zip(last.cells, rows[0].cells, strict=True)
        ]
        rows = rows[1:]
    whole.rows += rows


def _is_rest_of_row(whole: WholeTable, row: PageRow) -> bool:
    if whole.heading is None or whole.filled_to < _FILLED or not whole.has_rows:
        return False
    fields = whole.heading.columns.fields
    keys = {column for name in _KEYS for column in fields.get(name, ())}
    rest = [column for column in range(len(row.cells)) if column not in keys]
    if row.blank or any(row.cells[column].strip() for column in keys if column < len(row.cells)):
        return False
    if any(row.cells[c].strip() and not whole.rows[-1].cells[c].strip() for c in rest):
        return False
    begins = next(row.cells[column].lstrip() for column in rest if row.cells[column].strip())
    return begins[0].islower() or not any(_keyless(other, keys) for other in _below_heading(whole))


def _below_heading(whole: WholeTable) -> Iterator[PageRow]:
    yield from whole.rows[whole.heading.data_from if whole.heading else 0 :]


def _keyless(row: PageRow, keys: set[int]) -> bool:
    return not row.blank and not any(
        row.cells[c].strip() or row.lent.get(c) for c in keys if c < len(row.cells)
    )
