"""The date of each row beside its neighbours: years left out, ditto, blank dates, dates among other words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.cells import Cell, clean, is_blank
from importers.heading_row import Row
from importers.rows_ahead import RowsAhead
from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.ages import read_age
from scrgraph.temporal.date_in_text import leading_date
from scrgraph.temporal.date_words import WEEKDAY, without_time
from scrgraph.temporal.read_date import NoYearGiven, UnreadableDate, read_date
from scrgraph.temporal.reading import joined
from scrgraph.temporal.relative_date import months_after, read_relative

#: The doubt of a row that was given the date of the row above it, and what it goes on with.
LENT = "the row gives no date of its own"
LENT_BY = "it was given that of the row above"
_ROWS_AHEAD, _DATES_AHEAD = 50, 3
#: A number is Excel's for a day only where the dates above and below lie within this many days.
_NEAR = 366
_EXCEL_BEGINS = dt.date(1899, 12, 30)
_ANY_YEAR = 2000
_LONGEST_LINE = 40
_DAY_ALONE = re.compile(rf"(?:({WEEKDAY}),? )?(?:the )?(\d{{1,2}})(st|nd|rd|th)?", re.IGNORECASE)
_LABEL = re.compile(r"(?:year|month)\s*:?\s+", re.IGNORECASE)
_OTHER_DATE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")


@dataclass(frozen=True)
class Dated:
    """The date of a row, and the words that its date cell held besides."""

    date: PartialDate
    rest: str = ""


class RowDates:
    """Reads the date of every row of one sheet, in the order of the file."""

    def __init__(
        self, rows: RowsAhead, column: int | None, *, run_on: bool = False, text_column: int | None = None
    ) -> None:
        """``column`` is the date column; ``run_on`` says that a blank date means the date of the row above.

        Where there is no date column, the dates are those that the texts in ``text_column`` begin with.
        """
        self._rows = rows
        self._column = column
        self._text_column = text_column
        self._run_on = run_on
        self._above: PartialDate | None = None
        self._line: PartialDate | None = None
        self._up = self._down = 0
        self._found: deque[tuple[int, PartialDate]] = deque()
        self._looked_to = 0

    def read(self, cell: Cell, precision: str = "", text: str = "", *, says: bool = True) -> Dated:
        """The date that ``cell`` gives, leaning on the rows round it where it must.

        ``text`` says what happened; a date at its very beginning serves a row without a date cell; ``says`` whether
        the row holds anything but a date. Raises
        ``UnreadableDate`` as ``read_date`` does, and then the row below has no dated row above it.
        """
        try:
            date = read_date(cell, precision)
            dated = Dated(date) if date.known else self._without(cell, text, says, date)
        except UnreadableDate as reason:
            try:
                dated = self._leaning(clean(cell), precision, reason)
            except UnreadableDate:
                self._above = PartialDate()
                raise
        self._follow(dated.date)
        return dated

    def is_line(self, texts: Sequence[str]) -> bool:
        """Whether the row holds nothing but a month or year, which is then that of the rows below it."""
        held = {text for text in texts if text}
        if len(held) != 1 or len(line := held.pop()) > _LONGEST_LINE:
            return False
        last = self._line or self._above
        years = _round(last.latest.year) if last and last.latest else (None,)
        found = []
        for year in years:
            date = month_or_year(line, year)
            if date is None:
                return False
            found.append(date)
        orderly = [date for date in found if self._in_order(date, self._above, self._below())]
        self._line = self._above = next(iter(orderly), found[len(found) // 2])
        return True

    def _follow(self, date: PartialDate) -> None:
        above, line = self._above, self._line
        if line and (date.certainly_before(line) or line.certainly_before(date)):
            self._line = None
        if above and above.earliest and date.earliest and above.earliest != date.earliest:
            if above.earliest < date.earliest:
                self._up += 1
            else:
                self._down += 1
        self._above = date

    def _without(self, cell: Cell, text: str, says: bool, undated: PartialDate) -> Dated:
        """The date of a row whose date cell is blank or says that none is known."""
        if not is_blank(cell):
            return Dated(undated)
        begins = leading_date(text)
        if begins:
            how = f"{begins.date.how}; found at the beginning of the text"
            return Dated(begins.date.model_copy(update={"how": how}))
        if self._column is None and (begins := leading_date(text, default_year=_ANY_YEAR)):
            return Dated(self._with_year(begins.written, ""))
        above = self._above
        if self._run_on and above is not None and says:
            if not above.known:
                return Dated(undated)
            how = f"the date of the row above, {above}, as the row gives none"
            update = {"written": "", "how": how, "doubt": f"{LENT}; {LENT_BY}"}
            return Dated(above.model_copy(update=update))
        return Dated(undated)

    def _leaning(self, cell: str, precision: str, reason: UnreadableDate) -> Dated:
        """A date that cannot be read by itself. Raises ``UnreadableDate``."""
        if isinstance(reason, NoYearGiven):
            return Dated(self._with_year(cell, precision))
        if self._above is not None and (relative := read_relative(cell, self._above)):
            return Dated(relative)
        if age := read_age(cell):
            how = (
                f"it counts from the {age.counted_from} of a child, which the row does not give"
                if age.counted_from
                else "it gives the date on which a birth was expected, not when this happened"
            )
            return Dated(PartialDate(written=cell, how=how))
        found = self._day_alone(cell) or self._excel_day(cell)
        if found:
            return Dated(found)
        begins = leading_date(cell)
        if begins:
            other = "the cell gives another date as well" if _OTHER_DATE.search(begins.rest) else ""
            update = {"written": cell, "doubt": joined(begins.date.doubt, other)}
            return Dated(begins.date.model_copy(update=update), begins.rest)
        begins = leading_date(cell, default_year=_ANY_YEAR)
        if begins:
            date = self._with_year(begins.written, precision)
            return Dated(date.model_copy(update={"written": cell}), begins.rest)
        raise reason

    def _with_year(self, cell: str, precision: str) -> PartialDate:
        """``cell`` in the one year that keeps it in order with the dates above and below."""
        if self._line and self._line.earliest:
            year = self._line.earliest.year
            date = read_date(cell, precision, default_year=year)
            return _noted(date, cell, f"the year {year} is that of the line above these rows")
        above, below = self._above if self._above and self._above.known else None, self._below()
        near = [date for date in (above, *below[:1]) if date]
        if not near:
            raise NoYearGiven("no year is given, and no row beside it gives one")
        years = sorted({year for date in near for day in _days(date) for year in _round(day.year)})
        fitting = []
        for year in range(years[0], years[-1] + 1):
            try:
                date = read_date(cell, precision, default_year=year)
            except UnreadableDate:
                continue
            if self._in_order(date, above, below):
                fitting.append((year, date))
        sound = [pair for pair in fitting if not pair[1].doubt] or fitting
        if sound and len(near) == 1:
            sound.sort(key=lambda pair: (abs(pair[0] - _days(near[0])[0].year), pair[0]))
            year, date = sound[0]
            doubt = "no year is given, and a row on one side only tells which it may be"
            return _noted(date, cell, f"the year {year} is taken from the row beside it, {near[0]}", doubt)
        if len(sound) != 1:
            which = " and ".join(str(year) for year, _ in sound)
            allowed = f"allow {which}" if which else "allow none"
            raise NoYearGiven(f"no year is given, and the dates of the rows above and below {allowed}")
        year, date = sound[0]
        return _noted(date, cell, f"the year {year} is the one that keeps the rows in order")

    def _day_alone(self, cell: str) -> PartialDate | None:
        """``12th``: a day of the month of the line above these rows, else of the month that keeps the order."""
        match = _DAY_ALONE.fullmatch(without_time(cell.casefold().strip(" .,")))
        if match is None:
            return None
        line = self._line
        in_line = line and line.earliest and line.latest and line.earliest.month == line.latest.month
        above = self._above
        if line and in_line:
            months = [line.earliest]
        elif (
            match[3]
            and above
            and above.earliest
            and above.latest
            and (above.latest - above.earliest).days < 31
        ):
            step = -1 if self._backwards(self._below()) else 1
            months = [above.earliest.replace(day=1), months_after(above.earliest.replace(day=1), step)]
        else:
            return None
        for month in filter(None, months):
            day = int(match[2])
            if not 1 <= day <= calendar.monthrange(month.year, month.month)[1]:
                continue
            date = read_date(f"{match[1] or ''} {day}/{month.month}/{month.year}".strip())
            if in_line:
                return _noted(date, cell, "the month is that of the line above these rows")
            if self._in_order(date, above, self._below()):
                return _noted(date, cell, "the month is taken from the row above", "only the day is given")
        return None

    def _excel_day(self, cell: str) -> PartialDate | None:
        """Excel's number for a day, where the dates above and below lie near."""
        if not re.fullmatch(r"[1-7]\d{4}", cell):
            return None
        day = _EXCEL_BEGINS + dt.timedelta(days=int(cell))
        beside = [date for date in (self._above, *self._below()[:1]) if date and date.known]
        if len(beside) < 2 or any(
            abs((day - other).days) > _NEAR for date in beside for other in _days(date)
        ):
            return None
        doubt = f"{cell} is taken for Excel's number of a day"
        return _noted(PartialDate.day(day, cell), cell, doubt, doubt)

    def _below(self) -> list[PartialDate]:
        """The next few dates that can be read by themselves. No row is looked at twice."""
        taken, found = self._rows.taken, self._found
        while found and found[0][0] < taken:
            found.popleft()
        self._looked_to = max(self._looked_to, taken)
        while len(found) < _DATES_AHEAD and self._looked_to < taken + _ROWS_AHEAD:
            row = self._rows.row_at(self._looked_to)
            if row is None:
                break
            date = self._date_in(row)
            if date:
                found.append((self._looked_to, date))
            self._looked_to += 1
        return [date for _, date in found]

    def _date_in(self, row: Row) -> PartialDate | None:
        """The date that a row gives by itself; a line with nothing but a month or year is none."""
        column = self._text_column if self._column is None else self._column
        if column is None or column >= len(row.cells) or is_blank(cell := row.cells[column]):
            return None
        try:
            date = read_date(cell)
        except UnreadableDate:
            begins = leading_date(clean(cell))
            return begins.date if begins else None
        alone = sum(not is_blank(other) for other in row.cells) == 1
        return None if not date.known or (alone and _is_month_or_year(date)) else date

    def _backwards(self, below: Sequence[PartialDate]) -> bool:
        """Whether the latest row comes first in this file, as far as can be told here."""
        days = [date.earliest for date in (self._above, *below) if date and date.earliest]
        up = self._up + sum(first < second for first, second in pairwise(days))
        down = self._down + sum(first > second for first, second in pairwise(days))
        return down > up

    def _in_order(self, date: PartialDate, above: PartialDate | None, below: Sequence[PartialDate]) -> bool:
        first, second = above, (below[0] if below else None)
        if self._backwards(below):
            first, second = second, first
        return not (first and date.certainly_before(first)) and not (second and second.certainly_before(date))


def month_or_year(line: str, default_year: int | None = None) -> PartialDate | None:
    """The month or year that is all a line says, for the dates below it: "2007", "Year: 2007", "March 2007"."""
    if len(line) > _LONGEST_LINE:
        return None
    try:
        date = read_date(_LABEL.sub("", line), default_year=default_year)
    except UnreadableDate:
        return None
    return date if _is_month_or_year(date) else None


def _days(date: PartialDate) -> list[dt.date]:
    return [day for day in (date.earliest, date.latest) if day]


def _round(year: int) -> tuple[int, int, int]:
    return year - 1, year, year + 1


def _noted(date: PartialDate, written: str, note: str, doubt: str = "") -> PartialDate:
    how = f"{date.how.split(', the year')[0]}; {note}"
    return date.model_copy(update={"written": written, "how": how, "doubt": joined(date.doubt, doubt)})


def _is_month_or_year(date: PartialDate) -> bool:
    first, last = date.earliest, date.latest
    if first is None or last is None or date.about or first.day != 1 or first == last:
        return False
    whole_month = (first.year, first.month) == (last.year, last.month)
    whole_year = first.year == last.year and (first.month, last.month) == (1, 12)
    return (whole_month or whole_year) and (last + dt.timedelta(days=1)).day == 1
