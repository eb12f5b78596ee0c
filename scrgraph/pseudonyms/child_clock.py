"""Days on a child's own clock, on which the child is born on 1 January 3000, and how they are told as ages.

No source can hold a day of those years (``scrgraph.temporal.date_words.LAST_YEAR``), so a day of the clock is known by
its year alone, and dates that the program has put in words can be told as ages wherever they leave it.
"""

from __future__ import annotations

import datetime as dt
import re

from scrgraph.model.partial_date import MONTHS

#: The day of birth on the clock.
BIRTH = dt.date(3000, 1, 1)
#: Every year from this one on is one of the clock.
FIRST_YEAR = 2500
_WEEK = 7
#: From this many days on, months are told and not weeks alone; before birth, as people say it, a year of weeks.
_MONTHS_FROM, _MONTHS_BEFORE = 12 * _WEEK, 52 * _WEEK
#: From this age in years, what is left over a month is told in days and not in weeks.
_DAYS_FROM = 2

_YEAR = r"(?:2[5-9]\d\d|3[0-4]\d\d)"
_IN_WORDS = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}}) )?\b(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(name[:3] for name in MONTHS)})\b)"
    rf" (?P<year>{_YEAR})\b"
)
_MONTHS_OF_ONE_YEAR = re.compile(rf"\b({'|'.join(MONTHS)}) to (?=(?:{'|'.join(MONTHS)}) ({_YEAR})\b)")
_ISO = re.compile(rf"(?<![\w-])({_YEAR})-(\d\d)-(\d\d)(?![\w-])")
_ANY = re.compile(_YEAR)
_ON = re.compile(r"\b(on|in|during|dated)(?: the)?\s+$", re.IGNORECASE)
_AFTER = re.compile(
    r"\b(?:from|to|until|till|before|after|since|by|between|than|of|at|past|about)\s+$", re.IGNORECASE
)
_AND = re.compile(r"\bbetween (?:the day of birth|age [\w ]{1,40}|[\w ]{1,40} before birth) and\s+$")
_AS_EVENT = re.compile(r"\b(?:born|due|died)\s+$", re.IGNORECASE)


def on_clock(day: dt.date) -> bool:
    """Whether a day is one of a child's clock."""
    return day.year >= FIRST_YEAR


def span_told(days: int, *, roughly: bool = False, before: bool = False) -> str:
    """A number of days as people tell an age: ``5 weeks 2 days``, ``3 months 2 weeks``, ``5 years 2 months 17 days``.

    Years and months are those of the clock. ``roughly`` leaves out what is smaller than the largest two units, and days
    altogether; ``before`` tells up to a year in weeks, as a time before birth is told.
    """
    if days < (_MONTHS_BEFORE if before else _MONTHS_FROM):
        weeks, rest = divmod(days, _WEEK)
        parts = [(weeks, "week"), (0 if roughly and weeks else rest, "day")]
    else:
        months, rest = _months(days)
        years, months = divmod(months, 12)
        parts = [(years, "year"), (months, "month")]
        if not roughly:
            weeks, single = divmod(rest, _WEEK)
            parts += [(rest, "day")] if years >= _DAYS_FROM else [(weeks, "week"), (single, "day")]
        elif not years:
            parts.append((rest // _WEEK, "week"))
    told = [f"{number} {unit}{'s' * (number != 1)}" for number, unit in parts if number]
    return " ".join(told) or "0 days"


def age_told(day: dt.date, lead: str = "", *, roughly: bool = False) -> tuple[int, str]:
    """A day of the clock as an age, to stand after the words ``lead``; and how many letters of those it takes in.

    ``from`` is followed by ``age 5 weeks``, ``on`` becomes ``when aged 5 weeks``; alone it is ``aged 5 weeks``, and
    before birth ``14 weeks before birth``.
    """
    days = (day - BIRTH).days
    on = _ON.search(lead)
    swallowed = len(lead) - on.start() if on else 0
    capital = bool(on and on[1][0].isupper())
    if days == 0:
        words = "on the day of birth" if on or _AS_EVENT.search(lead) else "the day of birth"
    elif days < 0:
        words = f"{span_told(-days, roughly=roughly, before=True)} before birth"
    else:
        age = span_told(days, roughly=roughly)
        if on:
            words = f"when aged {age}"
        elif _AS_EVENT.search(lead):
            words = f"at age {age}"
        else:
            words = f"age {age}" if _AFTER.search(lead) or _AND.search(lead) else f"aged {age}"
    return swallowed, words[:1].upper() + words[1:] if capital else words


def in_ages(text: str) -> str:
    """``text`` with every date of the clock that stands in it in words told as an age; other dates stay."""
    if not _ANY.search(text):
        return text
    text = _MONTHS_OF_ONE_YEAR.sub(r"\1 \2 to ", text)
    pieces: list[str] = []
    place = 0
    before = ""
    for match in _IN_WORDS.finditer(text):
        between = text[place : match.start()]
        day = _day(match)
        if day is None:
            continue
        before = (before + between)[-80:]
        swallowed, words = age_told(day, before, roughly=match["day"] is None)
        swallowed = min(swallowed, len(between))
        pieces += [between[: len(between) - swallowed], words]
        before = (before[: len(before) - swallowed] + words)[-80:]
        place = match.end()
    return "".join([*pieces, text[place:]])


def iso_in_ages(text: str) -> str:
    """``text`` with days of the clock that stand in it as ``3000-02-05`` told as ages."""
    if not _ANY.search(text):
        return text
    return _ISO.sub(lambda found: age_told(dt.date(int(found[1]), int(found[2]), int(found[3])))[1], text)


def _day(match: re.Match[str]) -> dt.date | None:
    month = next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(match["month"][:3]))
    try:
        return dt.date(int(match["year"]), month, int(match["day"] or 1))
    except ValueError:
        return None


def _months(days: int) -> tuple[int, int]:
    """Whole months of the clock in a number of days from birth on, and the days left over."""
    day = BIRTH + dt.timedelta(days=days)
    months = (day.year - BIRTH.year) * 12 + day.month - BIRTH.month
    return months, day.day - BIRTH.day
