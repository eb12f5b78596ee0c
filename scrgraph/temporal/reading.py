"""What a text stands for once read as a date, and the year it gives."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from scrgraph.temporal.date_words import FIRST_YEAR, LAST_YEAR, NoYearGiven, UnreadableDate


@dataclass(frozen=True)
class Reading:
    """The days a text stands for, its ``unit`` (day, month or year) and how it was read, in words.

    ``about`` is set for an approximate date: what it was, in words, before it was widened. ``doubt`` says what
    speaks against the reading.
    """

    earliest: dt.date
    latest: dt.date
    unit: str
    how: str
    about: str = ""
    doubt: str = ""


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def checked_year(written: str) -> tuple[int, str]:
    """The year and a note; two digits are 1950 to 2049. Raises ``UnreadableDate`` outside 1900 to 2100."""
    year, note = int(written), ""
    if len(written) == 2:
        year += 2000 if year < 50 else 1900
        note = f", the two-digit year read as {year}"
    elif len(written) == 3 and written.startswith("00"):
        year += 2000
        note = f", the year written {written} read as {year}"
    elif len(written) != 4 or not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableDate(f"the year {written} cannot be right")
    return year, note


def year_of(written: str | None, default_year: int | None) -> tuple[int, str]:
    """The year written, else ``default_year``, and a note. Raises ``NoYearGiven`` where there is neither."""
    if written:
        return checked_year(written)
    if default_year is None:
        raise NoYearGiven("no year is given")
    return default_year, f", the year {default_year} taken from elsewhere"


def joined(*doubts: str) -> str:
    """Several doubts as one, each said once."""
    return "; ".join(dict.fromkeys(filter(None, doubts)))
