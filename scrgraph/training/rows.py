"""Compares two results as bags of rows, whatever the order and the names of their columns."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import permutations

from scrgraph.model.partial_date import MONTHS
from scrgraph.store.base import Table, Value

Row = tuple[Hashable, ...]
#: Up to this many columns every order is tried to find the one in which most rows are right.
_MOST_COLUMNS_TRIED = 5
_DAY_IN_WORDS = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")


def comparable(value: Value) -> Hashable:
    """A cell as it is compared: text without blanks around it, 2.0 as 2, a list as a bag.

    A day is its ISO text, also where it is in words as the graph's ``…_text`` has it: ``24 March 2014``.
    """
    if value is None or isinstance(value, bool):
        return ("value", "(empty)" if value is None else str(value).lower())
    if isinstance(value, (int, float)):
        return int(value) if value == value // 1 else round(value, 9)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        return _day_of(value.strip()) or value.strip()
    return ("list", tuple(sorted((comparable(part) for part in value), key=repr)))


def _day_of(text: str) -> str | None:
    """The ISO text of a single day in words; ``None`` for any other text, such as a month."""
    found = _DAY_IN_WORDS.fullmatch(text)
    if not found:
        return None
    day, month, year = found.groups()
    try:
        return dt.date(int(year), MONTHS.index(month) + 1, int(day)).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True)
class Rows:
    """A result ready to be compared: its rows, each as wide as the table has columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, table: Table) -> Rows:
        """The rows of a result."""
        rows = tuple(tuple(comparable(value) for value in row) for row in table.rows)
        return cls(table.columns, rows)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    @property
    def has_lists(self) -> bool:
        """Whether any cell holds a list."""
        return any(isinstance(cell, tuple) and cell[0] == "list" for row in self.rows for cell in row)

    def picked(self, order: Sequence[int]) -> list[Row]:
        """Every row with the columns at these places, in this order."""
        return [tuple(row[place] for place in order) for row in self.rows]


def columns_that_match(wanted: Rows, given: Rows, *, ordered: bool) -> tuple[int, ...] | None:
    """For each column of ``wanted`` the place of another column of ``given``, so that the rows are the same.

    As a bag, or row by row where ``ordered``. ``given`` may have columns over. ``None`` where there is no way.
    """
    if len(wanted.rows) != len(given.rows) or wanted.width > given.width:
        return None
    alike = [
        [
            there
            for there in range(given.width)
            if _same(wanted.picked([here]), given.picked([there]), ordered)
        ]
        for here in range(wanted.width)
    ]
    return _extended((), alike, wanted, given, ordered) if all(alike) else None


def _extended(
    chosen: tuple[int, ...], alike: list[list[int]], wanted: Rows, given: Rows, ordered: bool
) -> tuple[int, ...] | None:
    """``chosen`` with places for the columns that follow, each out of those that are ``alike`` by themselves."""
    if len(chosen) == wanted.width:
        return chosen
    target = wanted.picked(range(len(chosen) + 1))
    for place in alike[len(chosen)]:
        if place not in chosen and _same(target, given.picked((*chosen, place)), ordered):
            whole = _extended((*chosen, place), alike, wanted, given, ordered)
            if whole is not None:
                return whole
    return None


def _same(wanted: list[Row], given: list[Row], ordered: bool) -> bool:
    return wanted == given or (not ordered and Counter(wanted) == Counter(given))


def nearest_columns(wanted: Rows, given: Rows) -> tuple[int, ...]:
    """The order of the columns of ``given``, as many as ``wanted`` has, in which most rows are right."""
    if wanted.width > _MOST_COLUMNS_TRIED:
        return tuple(range(wanted.width))
    bag = Counter(wanted.rows)
    return max(
        permutations(range(wanted.width)), key=lambda order: (Counter(given.picked(order)) & bag).total()
    )
