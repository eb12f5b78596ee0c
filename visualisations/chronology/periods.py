"""The periods a chronology's rows are counted in, and the counts of each."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrgraph.model.partial_date import MONTHS
from visualisations.chronology.rows import ChronologyRow

#: Up to how many of them a strip has room for, and the months in each.
_LONGEST = ((200, 1), (600, 3), (2400, 12))
_NAMES = {
    1: ("month", "months"),
    3: ("quarter", "quarters"),
    12: ("year", "years"),
    120: ("decade", "decades"),
}


@dataclass(frozen=True)
class Period:
    """A month, a quarter, a year or ten years: its first and last day, and its name."""

    first: dt.date
    last: dt.date
    name: str


@dataclass(frozen=True)
class Counted:
    """The rows of one period. ``within``: rows of each agency that happened in it; ``wider``: rows of each agency
    whose date is wider than the period and may first have been in it; ``findings``: those that rest on either.
    """

    within: Counter[str]
    wider: Counter[str]
    findings: frozenset[int]

    @property
    def rows(self) -> int:
        """All rows that stand under this period."""
        return self.within.total() + self.wider.total()


def periods(first: dt.date, last: dt.date) -> tuple[tuple[Period, ...], str, str]:
    """The periods from ``first`` to ``last``, as fine as there is room for, and the word for one and for several."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    length = next((months for most, months in _LONGEST if end - start < most), 120)
    found = []
    for month in range(start - start % length, end + 1, length):
        day, after = _first_of(month), _first_of(month + length)
        found.append(
            Period(day, after - dt.timedelta(1) if after < dt.date.max else after, _name(day, length))
        )
    return tuple(found), *_NAMES[length]


def counted(rows: Iterable[ChronologyRow], spans: Sequence[Period]) -> tuple[Counted, ...]:
    """The dated rows counted in ``spans``, each under the one in which it may first have happened."""
    starts = [span.first for span in spans]
    made = [(Counter[str](), Counter[str](), set[int]()) for _ in spans]
    for row in rows:
        if row.earliest is None or row.latest is None:
            continue
        place = bisect.bisect_right(starts, row.earliest) - 1
        if not 0 <= place < len(spans):
            continue
        within, wider, findings = made[place]
        (within if row.latest <= spans[place].last else wider)[row.agency_id] += 1
        findings.update(row.findings)
    return tuple(Counted(within, wider, frozenset(findings)) for within, wider, findings in made)


def _first_of(month: int) -> dt.date:
    """The first day of a month counted from year 0; the last day there is where that is too late."""
    year, month = divmod(month, 12)
    return dt.date(max(1, year), month + 1, 1) if year <= dt.MAXYEAR else dt.date.max


def _name(day: dt.date, length: int) -> str:
    if length == 1:
        return f"{MONTHS[day.month - 1]} {day.year}"
    if length == 3:
        return f"{MONTHS[day.month - 1]} to {MONTHS[day.month + 1]} {day.year}"
    return str(day.year) if length == 12 else f"{day.year} to {day.year + 9}"
