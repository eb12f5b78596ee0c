"""Which clock ran on a day in a nation, and the day by which it had to be met."""

from __future__ import annotations

import calendar
import csv
import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from scrgraph.model.clock import Clock
from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.working_days import working_days_after

#: What a clock times: the kind of thing and the two stages, as in ``clocks.csv``.
Timed = tuple[str, str, str]

#: Weeks from the first day of a pregnancy, as midwives count it, to the due date.
WEEKS_TO_DUE_DATE = 40


@cache
def national_clocks() -> tuple[Clock, ...]:
    """The clocks of ``clocks.csv``: from statutory guidance, with some local figures marked as such.

    Guidance counts by the edition in force on the day that the first stage happened.
    """
    text = (files("scrgraph.temporal") / "clocks.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(
        Clock.model_validate_strings({key: cell for key, cell in row.items() if cell}) for row in rows
    )


class Clocks:
    """The clocks of one nation; ``own`` are the author's, which replace the others on the days they apply."""

    def __init__(self, nation: str, own: Sequence[Clock] = ()) -> None:
        self._nation = nation
        self._own = [clock for clock in own if self._is_here(clock)]
        self._others = [clock for clock in national_clocks() if self._is_here(clock)]

    def running(self, timed: Timed, day: dt.date) -> Clock | None:
        """The clock for ``timed`` that began to run on ``day``, or ``None`` where there was none."""
        return next(
            (clock for clock in (*self._own, *self._others) if clock.timed == timed and clock.runs_on(day)),
            None,
        )

    def over(self, timed: Timed, starts: PartialDate) -> Clock | None:
        """The clock that ran whichever day of ``starts`` is the true one; ``None`` where guidance changed between."""
        if starts.earliest is None or starts.latest is None:
            return None
        clock = self.running(timed, starts.earliest)
        return clock if clock == self.running(timed, starts.latest) else None

    def due(self, clock: Clock, starts: PartialDate, due_date: PartialDate | None = None) -> PartialDate:
        """The last day for meeting ``clock``, as an interval where ``starts`` is one.

        A clock of gestation is reckoned from ``due_date``, that of the expected birth; no date without it.
        """
        base = (due_date or PartialDate()) if clock.gestation else starts
        if base.earliest is None or base.latest is None:
            return PartialDate()
        return PartialDate(earliest=self._due(clock, base.earliest), latest=self._due(clock, base.latest))

    def _due(self, clock: Clock, day: dt.date) -> dt.date:
        count = clock.count
        if clock.gestation == "week":
            return day - dt.timedelta(weeks=WEEKS_TO_DUE_DATE - count)
        if clock.gestation == "months before":
            return months_after(day, -count)
        if clock.gestation == "weeks before":
            return day - dt.timedelta(weeks=count)
        if clock.unit == "working days":
            return working_days_after(day, count, clock.nation or self._nation)
        if clock.unit == "months":
            return months_after(day, count)
        return day + dt.timedelta(days=count * (7 if clock.unit == "weeks" else 1))

    def _is_here(self, clock: Clock) -> bool:
        return not clock.nation or clock.nation.casefold() == self._nation.strip().casefold()


def months_after(day: dt.date, count: int) -> dt.date:
    """The same day of the month ``count`` months later, or its last day where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
