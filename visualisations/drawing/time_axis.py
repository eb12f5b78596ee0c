"""Days across a picture: where a day stands, and the marks of the years, months and weeks above it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Marks in months apart, from near to far.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_DAYS_OF_A_MONTH = 30.44


@dataclass(frozen=True)
class Tick:
    """A mark of the axis; ``strong`` where a year begins."""

    x: float
    words: str
    strong: bool


@dataclass(frozen=True)
class TimeAxis:
    """The days ``first`` to ``last``, both whole, over ``width`` pixels from ``left``."""

    first: dt.date
    last: dt.date
    left: float
    width: float

    @property
    def days(self) -> int:
        """How many days it spans, at least one."""
        return max(1, (self.last - self.first).days + 1)

    @property
    def day_width(self) -> float:
        """Pixels a day."""
        return self.width / self.days

    def x(self, day: dt.date) -> float:
        """Where ``day`` begins."""
        return self.left + (day - self.first).days * self.day_width

    def middle(self, day: dt.date) -> float:
        """The middle of ``day``."""
        return self.x(day) + self.day_width / 2

    def ticks(self, apart: float = 46) -> tuple[Tick, ...]:
        """Marks at least ``apart`` pixels from one another: weeks where there is room, else months or years.

        Where no year begins, the first mark says which it is.
        """
        month = self.day_width * _DAYS_OF_A_MONTH
        if self.day_width * 7 >= apart:
            ticks = tuple(self._weeks())
        else:
            step = next((s for s in _STEPS if s * month >= apart), _STEPS[-1])
            ticks = tuple(self._months(step))
        if ticks and not any(tick.strong for tick in ticks):
            ticks = (replace(ticks[0], words=f"{ticks[0].words} {self.first.year}"), *ticks[1:])
        return ticks

    def _months(self, step: int) -> Iterator[Tick]:
        count = self.first.year * 12 + self.first.month - 1
        for months in range(count - count % step, self.last.year * 12 + self.last.month, step):
            year, month = divmod(months, 12)
            if not 1 <= year <= 9999:
                continue
            day = dt.date(year, month + 1, 1)
            if self.first <= day <= self.last:
                yield Tick(self.x(day), str(year) if month == 0 else _MONTHS[month], month == 0)

    def _weeks(self) -> Iterator[Tick]:
        day = self.first + dt.timedelta(-self.first.weekday() % 7)
        while day <= self.last:
            new_year = day.month == 1 and day.day <= 7
            words = f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if new_year else "")
            yield Tick(self.x(day), words, new_year)
            day += dt.timedelta(7)
