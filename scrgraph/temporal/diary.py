"""Things that may have been on some day of a span, so that a period looks only at those that can fall in it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")


class Diary(Generic[_Thing]):
    """Things with the first and last day each may have been on; those of one first day stay in the order given."""

    def __init__(self, dated: Iterable[tuple[dt.date, dt.date, _Thing]]) -> None:
        self._rows = sorted(dated, key=lambda row: row[0])
        self._firsts = [first for first, _, _ in self._rows]
        self._widest = max((last - first for first, last, _ in self._rows), default=dt.timedelta())

    def between(self, from_day: dt.date, to_day: dt.date) -> Iterator[_Thing]:
        """What may have been on one of these days, both included, by first day."""
        start = bisect_left(self._firsts, from_day - self._widest)
        for place in range(start, bisect_right(self._firsts, to_day)):
            _, last, thing = self._rows[place]
            if last >= from_day:
                yield thing
