"""Tables without lines in a PDF: columns that stand below each other, under headings that are recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from importers.heading_row import Row, find_heading_row
from importers.headings import HeadingBook
from importers.pdf_lines import Line, Word
from scrgraph.temporal.read_date import UnreadableDate, read_date

#: How many lines are looked at for headings.
_LINES_LOOKED_AT = 120
#: Columns are looked at so far to the left of the next, in points; a page is at most 14,400 wide.
_WIDEST_COLUMN = 2000


@dataclass
class AlignedRow:
    """One row put together from its lines, and the line where it begins."""

    line: Line
    cells: list[list[str]] = field(default_factory=list)

    def texts(self) -> tuple[str, ...]:
        """The cells, lines kept."""
        return tuple("\n".join(parts) for parts in self.cells)


@dataclass(frozen=True)
class AlignedTable:
    """Headings and rows of columns without lines; ``titles`` are the lines above the headings."""

    headings: tuple[str, ...]
    rows: list[AlignedRow]
    titles: list[Line]


def aligned_table(lines: Sequence[Line], book: HeadingBook) -> AlignedTable | None:
    """The table that the lines make, or ``None`` where none is sure: no headings, or no date in half of the rows.

    A row begins at a line with a date in the date column; every line to the next belongs to it, over pages too.
    """
    for at, line in enumerate(lines[:_LINES_LOOKED_AT]):
        groups = _groups(line)
        headings = tuple(" ".join(word.text for word in group) for group in groups)
        heading = find_heading_row([Row(1, headings)], book) if len(groups) > 1 else None
        if heading:
            below = [other for other in lines[at + 1 :] if other.text != line.text]
            date = heading.columns.first("date") or 0
            rows = _rows(below, _boundaries(groups, below), date)
            dated = sum(_is_date(row.texts()[date]) for row in rows)
            return AlignedTable(headings, rows, list(lines[:at])) if rows and 2 * dated >= len(rows) else None
    return None


def _groups(line: Line) -> list[list[Word]]:
    """The words of a line, apart where the gap between them is wider than a space."""
    groups: list[list[Word]] = []
    for word in line.words:
        if groups and word.x0 - groups[-1][-1].x1 < max(5.0, 0.7 * (word.bottom - word.top)):
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _boundaries(groups: Sequence[Sequence[Word]], lines: Sequence[Line]) -> list[float]:
    """Where each column after the first begins: where the fewest words are cut, and furthest to the right."""
    words = [word for line in lines[:200] for word in line.words]
    found = []
    for group, following in pairwise(groups):
        first, last = int(group[0].x0) + 1, int(following[0].x0)
        places = (
            range(max(first, last - _WIDEST_COLUMN), last + 1) if last >= first else range(last, last + 1)
        )
        cut = {x: sum(word.x0 < x - 0.5 < word.x1 for word in words) for x in places}
        found.append(min(places, key=lambda x: (cut[x], -x)) - 0.5)
    return found


def _rows(lines: Sequence[Line], boundaries: Sequence[float], date: int) -> list[AlignedRow]:
    rows: list[AlignedRow] = []
    date_above = False
    for line in lines:
        cells: list[list[str]] = [[] for _ in range(len(boundaries) + 1)]
        for word in line.words:
            cells[sum(word.x0 >= boundary for boundary in boundaries)].append(word.text)
        texts = [" ".join(parts) for parts in cells]
        if not rows or (texts[date] and (not date_above or _is_date(texts[date]))):
            rows.append(AlignedRow(line, [[] for _ in cells]))
        for column, text in enumerate(texts):
            if text:
                rows[-1].cells[column].append(text)
        date_above = bool(texts[date])
    return rows


def _is_date(text: str) -> bool:
    try:
        return bool(text.strip()) and read_date(" ".join(text.split())).known
    except UnreadableDate:
        return False
