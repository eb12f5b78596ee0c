"""A person's life as far as it is on record: expected, alive, dead, each with its days; and their age on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from visualisations.records.shown import PersonShown, When

#: A pregnancy is dated from 40 weeks before the day the birth is due.
_PREGNANCY = dt.timedelta(weeks=40)
_DAY = dt.timedelta(1)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Ages whose bounds are further apart than this, in years, are left out.
_WIDEST = 2


@dataclass(frozen=True)
class Span:
    """Days, both included, in which something holds; ``None`` is without a bound. ``state`` says what holds."""

    first: dt.date | None = None
    last: dt.date | None = None
    state: str = ""

    def holds(self, day: dt.date) -> bool:
        """Whether ``day`` is one of its days."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def within(self, other: Span) -> Span | None:
        """The days that belong to both, or nothing."""
        first = max((d for d in (self.first, other.first) if d), default=None)
        last = min((d for d in (self.last, other.last) if d), default=None)
        return None if first and last and first > last else Span(first, last, self.state or other.state)


def life_of(person: PersonShown) -> tuple[Span, ...]:
    """``pregnancy``, ``alive`` and ``dead`` in turn, from the first day each may hold; days without any are absent."""
    born, died = person.born.earliest, person.died.earliest
    due = _before(person.due.earliest, _PREGNANCY)
    spans = []
    if born is None and person.unborn:
        spans.append(Span(due, _before(died, _DAY), "pregnancy"))
    else:
        if born and due and due < born:
            spans.append(Span(due, born - _DAY, "pregnancy"))
        spans.append(Span(born, _before(died, _DAY), "alive"))
    if died:
        spans.append(Span(died, None, "dead"))
    return tuple(s for s in spans if s.first is None or s.last is None or s.first <= s.last)


def presence(person: PersonShown) -> Span:
    """The days on which the person is drawn at all."""
    return Span(life_of(person)[0].first, None)


def lifetime(person: PersonShown) -> Span:
    """The days on which somebody can live in a household: born or undated, and not yet certainly dead."""
    return Span(None if person.unborn else person.born.earliest, person.died.latest)


def _before(day: dt.date | None, by: dt.timedelta) -> dt.date | None:
    return None if day is None or day - dt.date.min < by else day - by


def age(born: When, day: dt.date) -> str:
    """``4``, ``4?`` where a partial date leaves a year or two open, ``7m`` or ``2w`` under two years, or nothing."""
    if born.earliest is None or born.latest is None or day < born.earliest:
        return ""
    high, low = _months(born.earliest, day), _months(min(born.latest, day), day)
    if high // 12 - low // 12 > _WIDEST:
        return ""
    doubt = "" if born.earliest == born.latest or (low >= 24 and high // 12 == low // 12) else "?"
    if low >= 24:
        return f"{low // 12}{doubt}"
    if high >= 24:
        return f"{low // 12}?"
    return f"{low}m{doubt}" if high or doubt else f"{(day - born.earliest).days // 7}w"


def _months(born: dt.date, day: dt.date) -> int:
    return max(0, (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day))


def ages(person: PersonShown, within: Span) -> tuple[Span, ...]:
    """The ages of a person over the days of ``within``, each with its days; at a death the age stays."""
    if person.born.earliest is None or within.first is None or within.last is None:
        return ()
    died = person.died.earliest
    spans: list[Span] = []
    days = [
        d for d in _birthdays(person.born, within.last) if d > within.first and (died is None or d <= died)
    ]
    for first in sorted({max(within.first, person.born.earliest), *days}):
        words = age(person.born, min(first, died) if died else first)
        if spans and spans[-1].state == words:
            continue
        if spans:
            spans[-1] = Span(spans[-1].first, first - _DAY, spans[-1].state)
        spans.append(Span(first, None, words))
    if spans and within.first <= person.born.earliest:
        return tuple(s for s in spans if s.state)
    return tuple(Span(None if i == 0 else s.first, s.last, s.state) for i, s in enumerate(spans) if s.state)


def _birthdays(born: When, last: dt.date) -> Iterator[dt.date]:
    """The days on which the age in weeks, months or years may change, for either bound of a birth."""
    for day in {d for d in (born.earliest, born.latest) if d}:
        yield from (day + dt.timedelta(weeks=n) for n in range(6) if (dt.date.max - day).days > 50)
        for months in (*range(1, 24), *range(24, 1440, 12)):
            year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
            if year > last.year:
                break
            yield _day_in(year, month + 1, day.day)


def _day_in(year: int, month: int, day: int) -> dt.date:
    """That day of the month, or the first of the next where the month is shorter."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month + 1, 1)


def short(day: dt.date) -> str:
    """A day as labels write it: ``14 Mar 2008``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def years(when: When) -> str:
    """``2010``, or ``2009–10`` where the year is not certain; nothing without a date."""
    if when.earliest is None or when.latest is None:
        return ""
    if when.earliest.year == when.latest.year:
        return str(when.earliest.year)
    same = when.earliest.year // 100 == when.latest.year // 100
    return (
        f"{when.earliest.year}–{when.latest.year % 100:02}"
        if same
        else f"{when.earliest.year}–{when.latest.year}"
    )


def born_words(person: PersonShown, *, dead: bool = False) -> str:
    """The line with the year of birth."""
    born = years(person.born)
    if person.group:
        return ""
    if dead:
        return f"b. {born}" if born else ""
    return f"b. {born}" if born else ""


def died_words(person: PersonShown) -> str:
    """The line of a death: its day, month or year."""
    died = person.died
    if died.earliest and died.earliest == died.latest:
        return f"died {short(died.earliest)}"
    if (
        died.earliest
        and died.latest
        and (died.earliest.year, died.earliest.month) == (died.latest.year, died.latest.month)
    ):
        return f"died {_MONTHS[died.earliest.month - 1]} {died.earliest.year}"
    return f"died {years(died)}"


def due_words(person: PersonShown) -> str:
    """The line of a pregnancy."""
    due = person.due
    if due.earliest and due.earliest == due.latest:
        return f"due {short(due.earliest)}"
    return f"due {years(due)}" if due.earliest else "due date not on record"
