"""The cells of a strip: weeks from Monday to Sunday where there is room, else months or quarters; or a row a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from visualisations.drawing.time_axis import TimeAxis

#: The least width of a cell in pixels.
_LEAST = 4.4
_WEEK = dt.timedelta(7)
_WEEKS_OF_A_YEAR = 53


@dataclass(frozen=True)
class Row:
    """One line of cells. ``words`` is its year where there is a row a year; ``unit`` is what a cell stands for."""

    axis: TimeAxis
    cells: tuple[tuple[dt.date, dt.date], ...]
    unit: str = "week"
    words: str = ""

    def box(self, first: dt.date, last: dt.date) -> tuple[float, float] | None:
        """Where the days ``first`` to ``last`` begin and end on this row; ``None`` where none is on it."""
        start, end = self.cells[0][0], self.cells[-1][1]
        if last < start or first > end:
            return None
        return self.axis.x(max(first, start)), self.axis.x(min(last, end)) + self.axis.day_width

    def cell_of(self, first: dt.date, last: dt.date) -> int | None:
        """The cell in which these days certainly lie; ``None`` where they touch several, or lie elsewhere."""
        low, high = 0, len(self.cells) - 1
        while low <= high:
            middle = (low + high) // 2
            begins, ends = self.cells[middle]
            if first > ends:
                low = middle + 1
            elif first < begins:
                high = middle - 1
            else:
                return middle if last <= ends else None
        return None


def whole(first: dt.date, last: dt.date, left: float, width: float) -> tuple[Row, ...]:
    """The days on one row: in weeks, or in the least of months and quarters that has room."""
    weeks = tuple(_weeks(first, last))
    if width / len(weeks) >= _LEAST:
        return (_row(weeks, left, width, "week"),)
    for months, unit in ((1, "month"), (3, "quarter")):
        cells = tuple(_months(first, last, months))
        if width / len(cells) >= _LEAST or unit == "quarter":
            break
    return (_row(cells, left, width, unit),)


def by_year(first: dt.date, last: dt.date, left: float, width: float) -> tuple[Row, ...]:
    """A row a year; a week counts to the year in which its Thursday is, and stands at the same place in each row."""
    rows = []
    for year in range(first.isocalendar().year, last.isocalendar().year + 1):
        begins = dt.date.fromisocalendar(year, 1, 1)
        axis = TimeAxis(begins, begins + _WEEK * _WEEKS_OF_A_YEAR - dt.timedelta(1), left, width)
        until = dt.date(year, 12, 28)
        cells = tuple(_weeks(max(first, begins), min(last, until)))
        rows.append(Row(axis, cells, "week", str(year)))
    return tuple(rows)


def _row(cells: tuple[tuple[dt.date, dt.date], ...], left: float, width: float, unit: str) -> Row:
    return Row(TimeAxis(cells[0][0], cells[-1][1], left, width), cells, unit)


def _weeks(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    monday = first - dt.timedelta(first.weekday())
    while monday <= last:
        yield monday, monday + dt.timedelta(6)
        monday += _WEEK


def _months(first: dt.date, last: dt.date, step: int) -> Iterator[tuple[dt.date, dt.date]]:
    count = first.year * 12 + (first.month - 1) // step * step
    while (day := dt.date(count // 12, count % 12 + 1, 1)) <= last:
        count += step
        yield day, dt.date(count // 12, count % 12 + 1, 1) - dt.timedelta(1)
