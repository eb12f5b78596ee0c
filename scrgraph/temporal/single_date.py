"""One date as people write it: a day, a month, a year, or a named part of one. Day first, as in the UK."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from scrgraph.model.partial_date import MONTHS, in_words
from scrgraph.temporal.date_words import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTH,
    PART,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    UnreadableDate,
    month_number,
    weekday_number,
)
from scrgraph.temporal.named_days import read_named_day
from scrgraph.temporal.reading import Reading, checked_year, joined, last_day, year_of

#: How the doubt begins where the weekday written does not agree with the day.
SAID_WEEKDAY = "the record says"

Form = Callable[[re.Match[str], int | None], Reading | None]


def _day(year: int, month: int, day: int, how: str) -> Reading:
    if not 1 <= month <= 12:
        raise UnreadableDate(
            f"there is no month {month}; dates are read day first, then month, then year, as in the UK"
            if "day/month" in how
            else f"there is no month {month}"
        )
    if not 1 <= day <= last_day(year, month).day:
        raise UnreadableDate(f"there is no {day} {MONTHS[month - 1]} {year}")
    on = dt.date(year, month, day)
    return Reading(on, on, "day", how)


def _month(year: int, month: int, note: str = "") -> Reading:
    if not 1 <= month <= 12:
        raise UnreadableDate(f"there is no month {month}")
    return Reading(dt.date(year, month, 1), last_day(year, month), "month", f"a whole month{note}")


def _whole_year(match: re.Match[str], default_year: int | None) -> Reading:
    year, _ = checked_year(match[1])
    return Reading(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", "a whole year")


def _iso_day(match: re.Match[str], default_year: int | None) -> Reading:
    year, _ = checked_year(match[1])
    return _day(year, int(match[3]), int(match[4]), "a single day")


def _numeric_day(match: re.Match[str], default_year: int | None) -> Reading:
    year, note = checked_year(match[4])
    return _day(year, int(match[3]), int(match[1]), f"a single day, in day/month order{note}")


def _numeric_day_doubted(match: re.Match[str], default_year: int | None) -> Reading:
    year, note = checked_year(match["year"])
    reading = _day(year, int(match["month"]), int(match["day"]), f"a single day, in day/month order{note}")
    return replace(reading, doubt=f"it is written {match[0]}, which is no usual way to write a date")


def _eight_digits(match: re.Match[str], default_year: int | None) -> Reading:
    """Year, month and day run together, or day, month and year; no eight digits can be both."""
    text = match[0]
    if text[4:6] <= "12" and str(FIRST_YEAR) <= text[:4] <= str(LAST_YEAR):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]), "a single day")
    year, _ = checked_year(text[4:])
    return _day(year, int(text[2:4]), int(text[:2]), "a single day, in day/month order")


def _day_and_month(match: re.Match[str], default_year: int | None) -> Reading:
    if default_year is None and int(match[2]) > 12:
        raise UnreadableDate("it may be a day and a month or a month and a year; write the month as a word")
    year, note = year_of(None, default_year)
    return _day(year, int(match[2]), int(match[1]), f"a single day, in day/month order{note}")


def _day_in_words(match: re.Match[str], default_year: int | None) -> Reading:
    year, note = year_of(match[3], default_year)
    return _day(year, month_number(match[2]), int(match[1]), f"a single day{note}")


def _month_then_day(match: re.Match[str], default_year: int | None) -> Reading:
    year, note = year_of(match[3], default_year)
    return _day(year, month_number(match[1]), int(match[2]), f"a single day{note}")


def _year_then_words(match: re.Match[str], default_year: int | None) -> Reading:
    year, _ = checked_year(match[1])
    if match[3]:
        return _day(year, month_number(match[2]), int(match[3]), "a single day")
    return _month(year, month_number(match[2]))


def _numeric_month(match: re.Match[str], default_year: int | None) -> Reading:
    year, _ = checked_year(match["year"])
    if match["school"]:
        raise UnreadableDate(
            f"it may be a month of {year} or a school or financial year; write the month in letters, "
            "or both years in full"
        )
    return _month(year, int(match["month"]))


def _month_in_words(match: re.Match[str], default_year: int | None) -> Reading:
    join, written = match[2], match[3]
    doubt = ""
    if len(written) == 2 and not join.strip() and 1 <= int(written) <= 31:
        if not written.startswith("0"):
            raise UnreadableDate(f"the {written} may be a day or a year; write the year in full")
        doubt = f"the {written} is taken for the year, but may be meant as a day"
    year, note = checked_year(written)
    return replace(_month(year, month_number(match[1]), note), doubt=doubt)


def _month_alone(match: re.Match[str], default_year: int | None) -> Reading:
    year, note = year_of(None, default_year)
    return _month(year, month_number(match[1]), note)


def _part(match: re.Match[str], default_year: int | None) -> Reading | None:
    word = match[1].removeprefix("the ")
    third = 2 if word.startswith(("end", "late")) else 1 if word.startswith("mid") else 0
    whole = read_single(match[2], default_year)
    if whole is None or not _is_whole(whole):
        return None
    year, month = whole.earliest.year, whole.earliest.month
    note = whole.how.removeprefix(f"a whole {whole.unit}")
    if whole.unit == "month":
        first, last = ((1, 10), (11, 20), (21, whole.latest.day))[third]
        how = f"'{word}' taken as days {first} to {last} of the month{note}"
        return Reading(dt.date(year, month, first), dt.date(year, month, last), "day", how)
    start = 1 + 4 * third
    how = f"'{word}' taken as {MONTHS[start - 1]} to {MONTHS[start + 2]}{note}"
    return Reading(dt.date(year, start, 1), last_day(year, start + 3), "month", how)


def _is_whole(reading: Reading) -> bool:
    """Whether the reading is exactly one calendar month or one calendar year."""
    year, month = reading.earliest.year, reading.earliest.month
    whole_month = (dt.date(year, month, 1), last_day(year, month))
    return (reading.earliest, reading.latest) in (whole_month, (dt.date(year, 1, 1), dt.date(year, 12, 31)))


def _season(match: re.Match[str], default_year: int | None) -> Reading:
    season = match[1]
    year, note = year_of(match[2], default_year)
    month = SEASONS[season]
    ends = year + 1 if season == "winter" else year
    if match[3] and (season != "winter" or int(match[3]) not in (ends, ends % 100, ends % 10)):
        raise UnreadableDate(f"{season} does not run from {match[2]} to {match[3]}")
    latest = last_day(ends, (month + 1) % 12 + 1)
    how = f"{season} taken as {MONTHS[month - 1]} {year} to {MONTHS[latest.month - 1]} {ends}{note}"
    return Reading(dt.date(year, month, 1), latest, "month", how)


def _week(match: re.Match[str], default_year: int | None) -> Reading:
    day = read_single(match[4], default_year)
    if day is None or day.earliest != day.latest:
        raise UnreadableDate("a week needs the day on which it begins or ends")
    six = dt.timedelta(days=6)
    if match["round"]:
        how = "a week that has the day given in it"
        return replace(day, earliest=day.earliest - six, latest=day.latest + six, how=how)
    if match[1]:
        return replace(day, latest=day.earliest + six, how="the seven days that begin on the day given")
    return replace(day, earliest=day.latest - six, how="the seven days that end on the day given")


def _with_weekday(match: re.Match[str], default_year: int | None) -> Reading | None:
    word, rest = (match[1], match[2]) if match[1] else (match[4], match[3])
    day = read_single(rest, default_year)
    if day is None or day.earliest != day.latest:
        return None
    said, was = WEEKDAYS[weekday_number(word)], WEEKDAYS[day.earliest.weekday()]
    if said == was:
        return day
    doubt = f"{SAID_WEEKDAY} {said}, but {in_words(day.earliest)} was a {was}"
    return replace(day, how=f"{day.how}; {doubt}", doubt=joined(day.doubt, doubt))


_FORMS: tuple[tuple[re.Pattern[str], Form], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(\d{4,5})([-/.])(\d{1,2})\2(\d{1,2})", _iso_day),
        (r"(?P<year>\d{4})(?:-|(?P<school>/))(?P<month>\d{2})", _numeric_month),
        (r"(?P<month>\d{1,2})[-/.](?P<year>\d{4,5})(?P<school>(?!))?", _numeric_month),
        (r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?'?(\d+)", _numeric_day),
        (r"(\d{1,2})( )(\d{1,2}) (\d{2}|\d{4})", _numeric_day),
        (r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[-/.](?P<year>\d{2}|\d{4})", _numeric_day_doubted),
        (r"(?P<day>\d{2})(?P<month>\d{2}) (?P<year>\d{2}|\d{4})", _numeric_day_doubted),
        (r"\d{8}", _eight_digits),
        (r"(\d{1,2})[-/.](\d{1,2})", _day_and_month),
        (r"(\d{3,})", _whole_year),
        (rf"(?:the )?(\d{{1,2}})(?: of | |[-/.]|)({MONTH})(?:(?:,? |[-/.]|)'?(\d+))?", _day_in_words),
        (rf"({MONTH}) (\d{{1,2}}),? (\d{{4,}})", _month_then_day),
        (rf"({MONTH}) (\d)()", _month_then_day),
        (rf"(\d{{4}})[-/ .]({MONTH})(?:[-/ .](\d{{1,2}}))?", _year_then_words),
        (rf"({MONTH})(,? of |,? ?'|,? |[-/.]|)(\d{{2,}})", _month_in_words),
        (rf"({MONTH})", _month_alone),
        (rf"({PART})[- ](?:in )?(\S.*)", _part),
        (r"(spring|summer|autumn|winter)(?:(?: of|,)?(?: |-)'?(\d{2,})(?:[/-](\d{1,4}))?)?", _season),
        (
            r"(?:(w/?[cb]|week (?:commencing|beginning|starting))|(w/e|week ending)|(?P<round>week of))\b"
            r"[ :.]*(\S.*)",
            _week,
        ),
        (
            rf"(?:({WEEKDAY})(?:[,:]?(?: -)? |,|(?=\d))(\w.*)|(\S.*?)(?: -|,)? \(?({WEEKDAY})\)?)",
            _with_weekday,
        ),
    )
)


def read_single(text: str, default_year: int | None) -> Reading | None:
    """The one date that ``text`` (made plain) gives, or ``None`` when it has no form known here.

    Raises ``UnreadableDate`` when the form is known and the date cannot be: no such day, month or year.
    """
    for pattern, form in _FORMS:
        match = pattern.fullmatch(text)
        reading = form(match, default_year) if match else None
        if reading:
            return reading
    return read_named_day(text, default_year) if text[-1:] not in "-/" else None
