"""About when the schools of a nation are closed: the usual weeks, as data, never a list of real term dates."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from scrgraph.temporal.named_days import easter_sunday


@dataclass(frozen=True)
class SchoolBreak:
    """A school holiday, ``first`` to ``last`` as it usually is."""

    name: str
    first: dt.date
    last: dt.date


def said_of_breaks() -> str:
    """What a reader has to know of these weeks: an assumption, and whose."""
    return str(_usual()["said"])


def breaks_between(nation: str, first: dt.date, last: dt.date) -> tuple[SchoolBreak, ...]:
    """The usual holidays of a nation that touch the days ``first`` to ``last``, in order; none for one not known."""
    usual = _usual()["nations"].get(nation.strip().casefold())
    if usual is None:
        return ()
    found = [one for year in range(first.year - 1, last.year + 1) for one in _of_year(usual, year)]
    return tuple(sorted((b for b in found if b.first <= last and b.last >= first), key=lambda b: b.first))


def school_days(born: dt.date | None, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date] | None:
    """The part of ``first`` to ``last`` in which a child may go to school; ``None`` where that is not known."""
    if born is None:
        return None
    young, old = _usual()["ages"]
    begins, ends = max(first, _years_on(born, young)), min(last, _years_on(born, old))
    return (begins, ends) if begins <= ends else None


def _of_year(usual: dict[str, Any], year: int) -> Iterator[SchoolBreak]:
    for name in ("summer", "winter"):
        begins, ends = (_on(year, day) for day in usual[name])
        yield SchoolBreak(name, begins, ends if ends >= begins else _on(year + 1, usual[name][1]))
    if "easter" in usual:
        before, after = usual["easter"]
        sunday = easter_sunday(year)
        yield SchoolBreak("Easter", sunday - dt.timedelta(before), sunday + dt.timedelta(after))


def _on(year: int, month_day: str) -> dt.date:
    return dt.date.fromisoformat(f"{year:04}-{month_day}")


def _years_on(day: dt.date, years: int) -> dt.date:
    """The birthday; of one born on a leap day, the first of March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


@cache
def _usual() -> dict[str, Any]:
    text = (files("visualisations.seen") / "school_breaks.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
