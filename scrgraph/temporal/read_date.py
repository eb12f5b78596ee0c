"""A written date, read as an interval of days; what is not understood is refused, never guessed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from scrgraph.model.partial_date import PartialDate, span_in_words
from scrgraph.temporal.date_span import read_span
from scrgraph.temporal.date_words import (
    FIRST_YEAR,
    LAST_YEAR,
    NOT_GIVEN,
    WEEKDAY,
    NoYearGiven,
    UnreadableDate,
    digits_mended,
    plain,
    without_approximation,
    without_time,
)
from scrgraph.temporal.reading import Reading, joined, last_day
from scrgraph.temporal.single_date import read_single

__all__ = ["NoYearGiven", "UnreadableDate", "read_date"]

LONGEST = 80
_PRECISIONS = {
    "day": "day", "exact": "day", "exact date": "day", "exact day": "day", "month": "month", "year": "year",
    "approx": "approx", "approximate": "approx", "approximately": "approx", "estimate": "approx",
    "estimated": "approx", "about": "approx", "circa": "approx", "c": "approx", "uncertain": "approx",
}  # fmt: skip
_UNITS = ("day", "month", "year")
_OPEN = re.compile(
    r"(?:(?:not |on or |just |shortly )?(?:before|after)|prior to|until|till|up to|by|post|pre|[<>]=?)[- ]*(.+)"
)
_BEGUN = re.compile(
    r"(?:since|from|begun|began|starting|started) (?P<from>\S.*)"
    r"|(?P<onwards>\S.*?)(?: onwards?| ongoing| to date|,? (?:to|until|-) ?(?:present|now|date)|\s?-)"
)
_RELATIVE = re.compile(
    r"\b(?:later|earlier|ago|following|next|previous|preceding|same|before|after|prior|subsequent(?:ly)?|yesterday"
    r"|today|tomorrow|last|this|that|ditto|above|below|do|the (?:month|year|week))\b|^[\"']+$"
)
_ONLY_TIME = re.compile(
    rf"(?:{WEEKDAY})?,? ?(?:[ap]\.?m|morning|afternoon|evening|night|\d{{1,2}}[:.]\d\d|\d{{1,2}} ?[ap]\.?m"
    r"|\d{4} ?(?:hrs|hours|h))?"
)


def read_date(
    written: str | dt.date | dt.datetime, precision: str = "", *, default_year: int | None = None
) -> PartialDate:
    """The days ``written`` can mean, day before month as in the UK; undated when it is empty or "not known".

    ``precision`` is the cell of a precision column (day, month, year, approx or empty) and can only widen the
    date: ``approx`` by 7 days, one month or three months either side of a day, month or year.
    ``default_year`` serves dates that give no year. A time of day is accepted and left out.
    Raises ``UnreadableDate``.
    """
    if isinstance(written, dt.date):
        return _from_day(written, precision)
    read = _from_text_or_refused(written, precision, default_year)
    if isinstance(read, UnreadableDate):
        raise type(read)(*read.args)
    return read


@lru_cache(maxsize=65_536)
def _from_day(written: dt.date, precision: str) -> PartialDate:
    day, text = written, written.isoformat()
    if isinstance(written, dt.datetime):
        day = written.date()
        text = written.isoformat(" ") if written.time() != dt.time() else day.isoformat()
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UnreadableDate(f"the year {day.year} cannot be right")
    reading = _widened(Reading(day, day, "day", "a single day"), precision, approximate=False)
    return _as_partial(reading, text)


@lru_cache(maxsize=65_536)
def _from_text_or_refused(
    written: str, precision: str, default_year: int | None
) -> PartialDate | UnreadableDate:
    """The date or the reason it is refused: both are asked for again and again in a long file."""
    try:
        return _from_text(written, precision, default_year)
    except UnreadableDate as reason:
        return type(reason)(*reason.args)


def _from_text(written: str, precision: str, default_year: int | None) -> PartialDate:
    if len(written) > LONGEST:
        raise UnreadableDate("it is too long to be a date; give the date a column of its own")
    text = plain(written)
    if text in NOT_GIVEN:
        return PartialDate(written=written, how="no date was given")
    text, approximate = without_approximation(text)
    text = without_time(text)
    mended = digits_mended(text)
    if re.fullmatch(r"\d{1,2}|(?!\d{8}$)\d{5,}(?:\.\d+)?", mended):
        raise UnreadableDate(_why_not_a_number(mended))
    reading = _read(mended, default_year)
    if reading and mended != text:
        note = "a letter in it was read as a digit"
        reading = replace(reading, how=f"{reading.how}; {note}", doubt=joined(reading.doubt, note))
    if reading is None:
        raise UnreadableDate(_why_not(text, default_year))
    return _as_partial(_widened(reading, precision, approximate), written)


def _read(text: str, default_year: int | None) -> Reading | None:
    """One date, two with something between them, or the beginning of something that went on."""
    reading = read_single(text, default_year) or read_span(text, default_year)
    begun = None if reading else _BEGUN.fullmatch(text)
    if begun is None:
        return reading
    began = read_single(begun["from"] or begun["onwards"], default_year)
    if began is None:
        return None
    how = f"{began.how}; when it began, as no end is given"
    return replace(began, how=how, doubt=joined(began.doubt, "it went on from then, and no end is given"))


def _as_partial(reading: Reading, written: str) -> PartialDate:
    return PartialDate(
        earliest=reading.earliest,
        latest=reading.latest,
        written=written,
        how=reading.how,
        about=reading.about,
        doubt=reading.doubt,
    )


def _widened(reading: Reading, precision: str, approximate: bool) -> Reading:
    """``reading`` made as wide as the precision column and the words of the date say."""
    word = plain(precision)
    if word not in NOT_GIVEN and word not in _PRECISIONS:
        raise UnreadableDate(f"its precision '{precision.strip()}' is not one of day, month, year or approx")
    wanted = "" if word in NOT_GIVEN else _PRECISIONS[word]
    if wanted in _UNITS:
        wider, narrower = _UNITS.index(wanted), _UNITS.index(reading.unit)
        if wider > narrower:
            reading = _to_whole(reading, wanted)
        elif wider < narrower:
            how = f"{reading.how}; the precision given is '{wanted}', but the date says no more than this"
            reading = replace(reading, how=how)
    return _approximate(reading) if approximate or wanted == "approx" else reading


def _to_whole(reading: Reading, unit: str) -> Reading:
    how = f"{reading.how}; widened to the whole {unit}, as its precision says"
    first, last = reading.earliest, reading.latest
    if unit == "year":
        return Reading(dt.date(first.year, 1, 1), dt.date(last.year, 12, 31), unit, how)
    return Reading(first.replace(day=1), last_day(last.year, last.month), unit, how)


def _approximate(reading: Reading) -> Reading:
    reading = replace(reading, about=span_in_words(reading.earliest, reading.latest))
    if reading.unit == "day":
        week = dt.timedelta(days=7)
        how = f"{reading.how}; approximate, so 7 days either side"
        return replace(reading, earliest=reading.earliest - week, latest=reading.latest + week, how=how)
    months, words = (1, "one month") if reading.unit == "month" else (3, "three months")
    first = _shifted(reading.earliest, -months)
    last = _shifted(reading.latest, months)
    how = f"{reading.how}; approximate, so {words} either side"
    return replace(reading, earliest=first, latest=last_day(last.year, last.month), how=how)


def _shifted(day: dt.date, months: int) -> dt.date:
    """The first day of the month that lies ``months`` away."""
    count = day.year * 12 + day.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, 1)


def _why_not_a_number(text: str) -> str:
    if len(text) < 3:
        return "a number alone is not a date; write day, month and year"
    return f"the year {text} cannot be right; if it is Excel's number for a day, format the cell as a date"


def _why_not(text: str, default_year: int | None) -> str:
    """Why a text of no known form was refused."""
    match = _OPEN.fullmatch(text)
    if match and _is_date(match[1].strip(), default_year):
        return "it has only one end; write both, such as 'between 3 May 2008 and 9 May 2008'"
    if _RELATIVE.search(text):
        return "it refers to another row or event; write the date itself"
    if _ONLY_TIME.fullmatch(text):
        return "it gives a weekday or a time but no date"
    return "it is not written in a way that is understood; write it like 14 March 2008, March 2008 or 2008"


def _is_date(text: str, default_year: int | None) -> bool:
    try:
        return (read_single(text, default_year) or read_span(text, default_year)) is not None
    except UnreadableDate:
        return True
