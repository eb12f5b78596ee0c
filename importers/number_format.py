"""What a number format of Excel shows of a day: the day itself, or no more than its month or year."""

from __future__ import annotations

import datetime as dt
import re

from importers.cells import Cell
from scrgraph.model.partial_date import MONTHS

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


def hides_the_day(number_format: str) -> bool:
    """Whether a format shows a year, and perhaps a month, but no day ("mmm-yy")."""
    shown = _parts(number_format)
    return "y" in shown and "d" not in shown


def shown_day(value: dt.datetime | dt.date, number_format: str) -> Cell:
    """A day, or its month or year in words where the cell shows no more than that ("Jun-17")."""
    if value.day != 1 or not hides_the_day(number_format):
        return value
    if "m" in _parts(number_format):
        return f"{MONTHS[value.month - 1]} {value.year}"
    return str(value.year) if value.month == 1 else value


def _parts(number_format: str) -> str:
    return _LITERAL.sub("", number_format).lower()
