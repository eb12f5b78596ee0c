"""Dates that lean on the row above: ``ditto``, ``next day``, ``two weeks later``, ``later that month``."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.date_words import plain, without_time
from scrgraph.temporal.reading import last_day

Days = tuple[dt.date, dt.date]

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_SOME = {"a couple of": (2, 3), "a few": (2, 6), "some": (2, 10), "several": (3, 10)}
_COUNT = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)}|{'|'.join(_SOME)})"
_PART_OF_DAY = r"(?:day|date|morning|afternoon|evening|night)"

_CLOCK = re.compile(r",? (?:at |@ ?)?\d{1,2}[.:]\d{2}$")
_SAME = re.compile(
    rf"[\"'〃]+|-? ?do ?-?|ditto|idem|as above|see above|same(?: as above)?|same time"
    rf"|(?:on |the |later |later on |earlier )*(?:same|that) {_PART_OF_DAY}"
)
_NEXT = re.compile(
    r"(?:on )?(?:the )?(?:(?:next|following) (?:day|date|morning|afternoon|evening)|day after)|the morning after"
)
_DAY_BEFORE = re.compile(
    r"(?:on )?(?:the )?(?:(?:previous|preceding) (?:day|evening|night)|(?:day|night) before)"
)
_COUNTED = re.compile(
    rf"{_COUNT} (day|week|fortnight|month|year)s?'? (later|after|on|afterwards|before|earlier|prior|previously)"
)
_REST_OF = re.compile(r"(later|earlier) (?:on )?(?:in )?(?:that|the same|the) (week|month|year)")
_WHOLE = re.compile(
    r"(?:(?:in|during) )?(?:the )?(same|that|next|following|previous|preceding) (week|month|year)"
)


def read_relative(written: str, above: PartialDate) -> PartialDate | None:
    """The days ``written`` means beside the row above, dated ``above``; ``None`` when it leans on no other row.

    What is counted from a day is a day ("two days later"), three days either side for weeks, ten for months, and three
    months for years. It is undated where the row above is.
    """
    text = _CLOCK.sub("", without_time(plain(written)))
    for form, meaning in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        if above.earliest is None or above.latest is None:
            return PartialDate(written=written, how="it leans on the row above, which has no date")
        try:
            earliest, latest = meaning(match, (above.earliest, above.latest))
        except (OverflowError, ValueError):
            return None
        same = form is _SAME
        how = f"the date of the row above, {above}" if same else f"counted from the row above, {above}"
        about = above.about if same else ""
        return PartialDate(earliest=earliest, latest=latest, written=written, how=how, about=about)
    return None


def _same(match: re.Match[str], above: Days) -> Days:
    return above


def _shifted(above: Days, days: int, more: int = 0) -> Days:
    return above[0] + dt.timedelta(days=days), above[1] + dt.timedelta(days=days + more)


def _next(match: re.Match[str], above: Days) -> Days:
    return _shifted(above, 1)


def _day_before(match: re.Match[str], above: Days) -> Days:
    return _shifted(above, -1)


def _counted(match: re.Match[str], above: Days) -> Days:
    word, unit = match[1], match[2]
    low, high = _SOME.get(word) or (number := int(word) if word.isdigit() else _NUMBERS[word], number)
    back = match[3] in ("before", "earlier", "prior", "previously")
    if back:
        low, high = -high, -low
    if unit in ("day", "week", "fortnight"):
        days = {"day": 1, "week": 7, "fortnight": 14}[unit]
        spare = 0 if unit == "day" else 3
        first, last = (above[0] + dt.timedelta(days=low * days), above[1] + dt.timedelta(days=high * days))
    else:
        months = {"month": 1, "year": 12}[unit]
        spare = 10 if unit == "month" else 91
        first, last = months_after(above[0], low * months), months_after(above[1], high * months)
    return first - dt.timedelta(days=spare), last + dt.timedelta(days=spare)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day ``months`` months on, or the last day of a month that is too short for it."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _rest_of(match: re.Match[str], above: Days) -> Days:
    starts, ends = _span(above[0], match[2])[0], _span(above[1], match[2])[1]
    return (above[0], ends) if match[1] == "later" else (starts, above[1])


def _whole(match: re.Match[str], above: Days) -> Days:
    step = {"same": 0, "that": 0, "next": 1, "following": 1}.get(match[1], -1)
    unit = match[2]
    if unit == "week":
        first, last = (day + dt.timedelta(days=7 * step) for day in above)
    else:
        months = step * (1 if unit == "month" else 12)
        first, last = months_after(above[0], months), months_after(above[1], months)
    return _span(first, unit)[0], _span(last, unit)[1]


def _span(day: dt.date, unit: str) -> Days:
    """The week (from Monday), month or year that ``day`` lies in."""
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday())
        return monday, monday + dt.timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), last_day(day.year, day.month)
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Days], Days]], ...] = (
    (_SAME, _same),
    (_NEXT, _next),
    (_DAY_BEFORE, _day_before),
    (_COUNTED, _counted),
    (_REST_OF, _rest_of),
    (_WHOLE, _whole),
)
