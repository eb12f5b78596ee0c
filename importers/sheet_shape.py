"""What python-calamine does not tell of a sheet in an .xls or .xlsb file: its size, and months shown without a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from importers.sheet_limits import MOST_CELLS


@dataclass(frozen=True)
class SheetShape:
    """One sheet before its cells are read.

    ``cells`` is the number of cells in the rectangle from the first row round those that hold something.
    ``merges`` are (first row, last row, column), from 0. ``formats`` has the number format of each
    cell, by row and column from 0, that shows a month or year and no day.
    """

    cells: int = 0
    merges: Sequence[tuple[int, int, int]] = ()
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass
class Extent:
    """The rectangle round the cells seen so far, rows and columns from 0."""

    left: int = 1 << 32
    bottom: int = -1
    right: int = -1

    def take(self, row: int, first: int, last: int) -> None:
        """One more row of cells from column ``first`` to ``last``."""
        self.bottom = max(self.bottom, row)
        self.left, self.right = min(self.left, first), max(self.right, last)

    @property
    def cells(self) -> int:
        """How many cells the rectangle has, rows above it included, which calamine gives too."""
        return (self.bottom + 1) * (self.right - self.left + 1) if self.bottom >= 0 else 0


class TooLarge(Exception):
    """The sheets of a file together stretch over more cells than can be held."""


def refuse_large(shapes: Sequence[SheetShape]) -> None:
    """Raises ``TooLarge``: calamine would end the whole program when the memory does not suffice."""
    if sum(shape.cells for shape in shapes) > MOST_CELLS:
        raise TooLarge
