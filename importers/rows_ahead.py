"""Rows in turn, with a look at those still to come."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from importers.heading_row import Row


class RowsAhead:
    """Rows in turn, with a look at those still to come. ``taken`` counts those that were handed out."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = iter(rows)
        self._seen: deque[Row] = deque()
        self.taken = 0

    def __iter__(self) -> Iterator[Row]:
        while True:
            row = self._seen.popleft() if self._seen else next(self._rows, None)
            if row is None:
                return
            self.taken += 1
            yield row

    def row_at(self, place: int) -> Row | None:
        """The row that comes as number ``place``, counted from 0, without taking it; ``None`` after the last."""
        wanted = place - self.taken + 1
        self._seen.extend(islice(self._rows, max(0, wanted - len(self._seen))))
        return self._seen[wanted - 1] if 0 < wanted <= len(self._seen) else None
