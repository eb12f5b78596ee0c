"""How lists, dates and periods are written inside one cell of people.csv and agencies.csv, and read again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.read_date import read_date

UNDATED = PartialDate()
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_INTERVAL = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_PARTS = re.compile(r"(?:\\[\\;]|[^;])+")
HOW_TO_DATE = "Write 2016, 2016-02 or 2016-02-14"


def guard(value: str) -> str:
    """``value`` so that a spreadsheet takes it as text: an apostrophe before a leading ``= + - @``."""
    return f"'{value}" if _FORMULA.match(value) else value


def unguard(cell: str) -> str:
    """The value that ``guard`` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def join_list(values: Iterable[str]) -> str:
    """Values in one cell, ``a; b``; a semicolon inside a value is written ``\\;``."""
    return "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def split_list(cell: str) -> tuple[str, ...]:
    """The values of a cell written ``a; b``, without empty ones and without repeats, in order."""
    parts = (re.sub(r"\\([\\;])", r"\1", part).strip() for part in _PARTS.findall(cell))
    return tuple(dict.fromkeys(part for part in parts if part))


def parse_date(cell: str) -> PartialDate:
    """The date in a cell, no date for an empty one. Raises ``ValueError`` saying how to write it."""
    text = cell.strip()
    if not text:
        return UNDATED
    if interval := _INTERVAL.fullmatch(text):
        try:
            first, last = (dt.date.fromisoformat(day) for day in interval.groups())
            return PartialDate(earliest=first, latest=last, written=text, how="first and last possible day")
        except ValueError:
            raise ValueError(f"'{text}' is not a pair of days in order. {HOW_TO_DATE}.") from None
    try:
        return read_date(text)
    except ValueError as reason:
        raise ValueError(f"'{text}' is not a date that can be read: {reason}. {HOW_TO_DATE}.") from None


def write_date(date: PartialDate) -> str:
    """The date for a cell: the words it came with where they say the same on their own, else ISO."""
    if date.earliest is None or date.latest is None:
        return ""
    written = date.written.strip()
    if written and not re.search(r";|\.\.|:", written) and _says(written, date):
        return written
    return _iso(date.earliest, date.latest)


def _says(text: str, date: PartialDate) -> bool:
    """Whether ``text`` read by itself gives the same days."""
    try:
        read = parse_date(text)
    except ValueError:
        return False
    return (read.earliest, read.latest) == (date.earliest, date.latest)


def _iso(first: dt.date, last: dt.date) -> str:
    """Days as ``2016``, ``2016-02``, ``2016-02-14`` or ``2016-02-14/2016-02-20``."""
    if first == last:
        return first.isoformat()
    starts, ends = first.day == 1, (last + dt.timedelta(days=1)).day == 1
    if starts and ends and first.year == last.year:
        if first.month == last.month:
            return f"{first:%Y-%m}"
        if (first.month, last.month) == (1, 12):
            return f"{first:%Y}"
    return f"{first.isoformat()}/{last.isoformat()}"


def parse_period(cell: str) -> tuple[PartialDate, PartialDate]:
    """Both ends of ``2016-02..2017-06``; either may be left out, and one date alone is both ends.

    Raises ``ValueError`` for a date that cannot be read or a period that ends before it begins.
    """
    text = cell.strip()
    if ".." not in text:
        alone = parse_date(text)
        return alone, alone
    since_text, _, until_text = text.partition("..")
    since, until = parse_date(since_text), parse_date(until_text)
    if until.certainly_before(since):
        raise ValueError(f"the period '{text}' ends before it begins. Put the earlier date first.")
    return since, until


def write_period(since: PartialDate, until: PartialDate) -> str:
    """The period for a cell; empty when neither end is known."""
    first, last = write_date(since), write_date(until)
    if first and first == last and not since.exact:
        return first
    return f"{first}..{last}" if first or last else ""
