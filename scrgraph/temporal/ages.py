"""A date given as a child's age or as weeks of pregnancy: ``aged 5 weeks``, ``day 3``, ``28/40``, ``term+10``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.date_words import plain
from scrgraph.temporal.relative_date import months_after

#: A pregnancy is counted as 40 weeks to the due date (seed document 003 counts in the same way).
DAYS_TO_DUE = 280
_LONGEST_PREGNANCY = 43

From = Literal["birth", "due date", ""]


@dataclass(frozen=True)
class Age:
    """How far from a birth or due date something was, from ``first`` to ``last`` as (months, days).

    ``counted_from`` is empty where the text only gives a due date, which does not say when the row happened.
    """

    counted_from: From
    first: tuple[int, int] = (0, 0)
    last: tuple[int, int] = (0, 0)

    def days_from(self, anchor: PartialDate) -> tuple[dt.date, dt.date] | None:
        """First and last day, counted from a date of birth or due date; ``None`` where that cannot be."""
        if anchor.earliest is None or anchor.latest is None or not self.counted_from:
            return None
        try:
            return _moved(anchor.earliest, self.first), _moved(anchor.latest, self.last)
        except (OverflowError, ValueError):
            return None


_UNIT = r"(?:(?P<unit>days?|d|weeks?|wks?|w|months?|mths?|m|years?|yrs?|y)|/(?P<of>7|52|12))"
_OLD = r"(?:old|of age|after birth|post birth|post[- ]?natal(?:ly)?|p/?n)"
_AGED = r"(?:aged?|at age|at the age of)"
_MORE = r"(?:,? ?(?:and )?(?P<more>\d{1,2}) ?(?:months?|mths?|m))?"
_FULL_AGE = re.compile(rf"(?P<said>{_AGED})?:? ?(?P<count>\d{{1,3}})[ -]?{_UNIT}{_MORE}(?P<old>[ -]{_OLD})?")
_BARE_AGE = re.compile(rf"{_AGED}:? (?P<count>\d{{1,2}})")
_DAY = re.compile(
    r"(?:(?:post[- ]?natal|p/?n)[ :]*)?day (?P<count>\d{1,2})(?: (?:post[- ]?natal|p/?n|of life))?"
)
_BIRTH = re.compile(r"(?:at|on|from|day of|date of)? ?(?:birth|delivery)|new[- ]?born")
_WEEKS = r"(?P<weeks>\d{1,2})(?: ?(?:\+|weeks? (?:and |\+ ?)?) ?(?P<days>[0-6])(?: days?)?)?"
_PREGNANT = r"(?:gestation|pregnant|gest|antenatal(?:ly)?|of pregnancy|a/?n)"
_GESTATION = (
    re.compile(rf"(?:at |@ ?|approx |gestation:? )?{_WEEKS} ?/ ?40(?:,? ?{_PREGNANT})?"),
    re.compile(rf"(?:at |@ ?)?{_WEEKS}[ -]?(?:weeks?'?|wks?|w|/52)?[ -]{_PREGNANT}"),
    re.compile(rf"(?:gestation|pregnant):? {_WEEKS}(?: ?(?:weeks?|wks?))?"),
    re.compile(r"(?:at |@ ?)?(?P<weeks>\d{1,2}) ?\+ ?(?P<days>[0-6])(?: ?(?:weeks?|wks?|/40))?"),
)
_TERM = re.compile(
    r"(?:at )?(?:full )?(?:term|t|40(?:/40)?) ?(?:(?P<sign>[+-]) ?(?P<days>\d{1,2})(?: ?(?:days?|/7))?)?"
)
_DUE_DATE = re.compile(r"(?:edd|due(?: date)?|expected date of (?:delivery|confinement)|edc)\b.*")
_TRIMESTER = re.compile(r"(?:in )?(?:the )?(first|1|second|2|third|3) trimester")
_TRIMESTERS = {"f": (0, 90), "1": (0, 90), "s": (91, 195), "2": (91, 195), "t": (196, 294), "3": (196, 294)}


def read_age(written: str) -> Age | None:
    """What ``written`` says of an age or of the weeks of a pregnancy, or ``None`` when it is neither.

    ``3/12`` alone is a day and a month; it is three months only with "aged" or "old".
    """
    text = plain(written)
    return _from_birth(text) or _before_due(text)


def _from_birth(text: str) -> Age | None:
    if _BIRTH.fullmatch(text):
        return Age("birth")
    day = _DAY.fullmatch(text)
    if day:  # some count the day of birth as day 0, others as day 1
        count = int(day["count"])
        return Age("birth", (0, max(count - 1, 0)), (0, count))
    bare = _BARE_AGE.fullmatch(text)
    if bare:
        return _completed(int(bare["count"]) * 12, 12)
    full = _FULL_AGE.fullmatch(text)
    if full is None or not (full["said"] or full["old"] or full["of"] == "52"):
        return None
    count = int(full["count"])
    unit = (full["unit"] or {"7": "d", "52": "w", "12": "m"}[full["of"]])[0]
    if unit == "d":
        return Age("birth", (0, count), (0, count))
    if unit == "w":
        return Age("birth", (0, 7 * count), (0, 7 * count + 6))
    if unit == "m":
        return _completed(count, 1)
    return _completed(12 * count + int(full["more"]), 1) if full["more"] else _completed(12 * count, 12)


def _completed(months: int, until: int) -> Age:
    """An age in completed months or years: until the day before the next one."""
    return Age("birth", (months, 0), (months + until, -1))


def _before_due(text: str) -> Age | None:
    for form in _GESTATION:
        match = form.fullmatch(text)
        if match and int(match["weeks"]) <= _LONGEST_PREGNANCY:
            first = 7 * int(match["weeks"]) + int(match["days"] or 0) - DAYS_TO_DUE
            return Age("due date", (0, first), (0, first if match["days"] else first + 6))
    trimester = _TRIMESTER.fullmatch(text)
    if trimester:
        first, last = (days - DAYS_TO_DUE for days in _TRIMESTERS[trimester[1][0]])
        return Age("due date", (0, first), (0, last))
    term = _TERM.fullmatch(text)
    if term and term["days"]:
        days = int(term["days"]) * (1 if term["sign"] == "+" else -1)
        return Age("due date", (0, days), (0, days))
    if term and "term" in text:  # 37 to 42 weeks
        return Age("due date", (0, 7 * 37 - DAYS_TO_DUE), (0, 7 * 42 - DAYS_TO_DUE))
    return Age("") if _DUE_DATE.fullmatch(text) else None


def _moved(day: dt.date, by: tuple[int, int]) -> dt.date:
    return months_after(day, by[0]) + dt.timedelta(days=by[1])
