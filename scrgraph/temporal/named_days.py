"""Days that go by a name: Christmas 2007, New Year 2008, Easter 2008. The names are in named_days.toml."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from scrgraph.model.partial_date import in_words
from scrgraph.temporal.date_words import UnreadableDate
from scrgraph.temporal.reading import Reading, year_of


class _NamedDays(BaseModel):
    """The tables of named_days.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    days: dict[str, tuple[int, int, int, int, int]]
    easter: dict[str, tuple[int, int]]
    local: dict[str, tuple[str, ...]]


def read_named_day(text: str, default_year: int | None) -> Reading | None:
    """The day or days that ``text`` (made plain) names, or ``None`` when it names none known here.

    Raises ``UnreadableDate`` for school terms, holidays and bank holidays, which differ from place to place.
    """
    named = _name().fullmatch(text)
    if named is None:
        if _local().search(text):
            raise UnreadableDate(
                "terms and holidays differ from place to place; write the dates or the month"
            )
        return None
    name = named[1]
    year, note = year_of(named[2], default_year)
    known = _named_days()
    if name in known.easter:
        sunday = easter_sunday(year)
        first, last = (sunday + dt.timedelta(days=days) for days in known.easter[name])
    else:
        month, day, last_month, day_of_last, years = known.days[name]
        first, last = dt.date(year, month, day), dt.date(year + years, last_month, day_of_last)
    if first == last:
        return Reading(first, last, "day", f"{name} taken as {in_words(first)}{note}")
    return Reading(first, last, "day", f"{name} taken as {in_words(first)} to {in_words(last)}{note}")


@cache
def _named_days() -> _NamedDays:
    text = (files("scrgraph.temporal") / "named_days.toml").read_text(encoding="utf-8")
    return _NamedDays.model_validate(tomllib.loads(text))


@cache
def _name() -> re.Pattern[str]:
    known = _named_days()
    names = sorted({*known.days, *known.easter}, key=lambda name: (-len(name), name))
    return re.compile(rf"({'|'.join(map(re.escape, names))})(?:(?: of|,)? ?'?(\d{{2,4}}))?")


@cache
def _local() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _named_days().local["words"]))
    return re.compile(rf"\b(?:{words})\b")


@cache
def easter_sunday(year: int) -> dt.date:
    """Easter Sunday, two days after the Good Friday of the holidays library."""
    from holidays import country_holidays  # here, as reading its calendars would slow every start

    days = country_holidays("GB", subdiv="ENG", years=year)
    return next(day for day, name in sorted(days.items()) if "Good Friday" in name) + dt.timedelta(days=2)
