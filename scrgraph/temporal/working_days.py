"""Counting working days: Mondays to Fridays that are not bank holidays of the nation."""

from __future__ import annotations

import datetime as dt
from functools import cache

#: Nations and what the holidays library calls them.
_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern ireland": "NIR"}
_SATURDAY = 5


def is_working_day(day: dt.date, nation: str) -> bool:
    """Whether ``day`` is a Monday to Friday and no bank holiday of ``nation``."""
    return day.weekday() < _SATURDAY and day not in _bank_holidays(nation.strip().casefold(), day.year)


def working_days_after(day: dt.date, count: int, nation: str) -> dt.date:
    """The last day of a limit of ``count`` working days that begins with something on ``day``.

    ``day`` itself is not counted: one working day after a Friday, a Saturday or a Sunday is the Monday. An
    unknown nation has the bank holidays that all of the United Kingdom shares. Raises ``ValueError`` for a
    count below one.
    """
    if count < 1:
        raise ValueError(f"a limit is one working day or more, not {count}")
    while count:
        day += dt.timedelta(days=1)
        count -= is_working_day(day, nation)
    return day


@cache
def _bank_holidays(nation: str, year: int) -> frozenset[dt.date]:
    from holidays import country_holidays  # here, as reading its calendars would slow every start

    return frozenset(country_holidays("GB", subdiv=_SUBDIVISIONS.get(nation), years=year))
