"""Dates that stand outside the date column: paragraphs that begin with one, rows that are one cell across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.cells import as_it_was, clean, is_blank
from importers.heading_row import Row
from importers.headings import Columns
from importers.line_date import date_at_start
from importers.row_dates import month_or_year

#: Kinds of dates that are whole only under a month or a year.
_NEEDS_PERIOD = frozenset({"yearless", "day alone"})


def is_period(text: str) -> bool:
    """Whether ``text`` is no more than a month or year, for the dates below: "2007", "March 2007"."""
    return month_or_year(clean(text).strip(" :-–—.")) is not None


def begins_with_date(text: str, under_period: bool) -> bool:
    """Whether ``text`` begins with a date that is whole, or is made so by a month or year above."""
    found = date_at_start(text)
    return found is not None and (found.kind not in _NEEDS_PERIOD or under_period)


def dated(lines: Sequence[tuple[str, str, bool]]) -> list[tuple[str, str]]:
    """The lines that are entries: those that begin with a date and say something, and what follows without a gap.

    Each line is its text, its place, and whether it is a heading. Months and years over entries are kept for them.
    """
    kept: list[tuple[str, str]] = []
    periods: list[tuple[str, str]] = []
    in_entry = under_period = False
    for text, place, heading in lines:
        if is_period(text):
            periods, in_entry, under_period = [(text, place)], False, True
            continue
        starts = None if heading else date_at_start(text)
        if starts and starts.rest and begins_with_date(text, under_period):
            kept += [*periods, (text, place)]
            in_entry, periods = True, []
        elif heading or not text.strip():
            in_entry = False
        elif in_entry:
            kept.append((text, place))
    return kept


def across_the_table(row: Row, columns: Columns) -> Row:
    """A row that is one cell from side to side, with its text where a date would stand.

    So it is an entry where it begins with a date and goes on, the month or year of the rows below where it is no more
    than that, and else rejected.
    """
    text = next(as_it_was(cell) for cell in row.cells if not is_blank(cell))
    before = ("",) * (columns.first("date") or 0)
    return replace(row, cells=(*before, text), original={"Row": text})
