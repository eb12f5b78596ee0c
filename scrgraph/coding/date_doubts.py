"""Dates that something speaks against, pointed out for a person to settle; no date is changed or dropped."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from importers.row_dates import LENT, LENT_BY
from scrgraph.coding.date_order import Apart, apart_in
from scrgraph.coding.words import word_list
from scrgraph.model.base import Thing
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate, in_words
from scrgraph.model.people import Person
from scrgraph.model.review import Review
from scrgraph.model.vocabulary import PersonKind, Tri
from scrgraph.temporal.date_words import WEEKDAYS
from scrgraph.temporal.single_date import SAID_WEEKDAY

What = Literal[
    "after the file", "after today", "before birth", "year", "day and month", "out of order", "weekday",
    "inherited", "uncertain",
]  # fmt: skip

_WORDS = word_list("date_doubts.toml")
_WEEKDAY = re.compile(rf"{SAID_WEEKDAY} (\w+)")
#: More inherited dates than this in one file are pointed out together.
_SINGLY = 3


class DateDoubt(Thing):
    """Something that speaks against the date of an entry, in plain words, with what to do about it.

    ``suggested`` is the day that would agree, where one alone would. ``also`` are further entries of the same file
    of which the same is said.
    """

    entry_id: str
    what: What
    sentence: str
    suggestion: str
    suggested: dt.date | None = None
    also: tuple[str, ...] = ()


def date_doubts(
    entries: Sequence[Entry],
    people: Sequence[Person],
    review: Review,
    made_on: Mapping[str, dt.date],
    *,
    today: dt.date | None = None,
) -> tuple[DateDoubt, ...]:
    """What speaks against the dates of ``entries``, in the order of the entries.

    ``made_on`` gives the day on which a file was last changed, by its name, where the file tells. For any other a date
    after ``today`` is pointed out, if that is given. Dates are out of order only in a file that otherwise runs in
    order, upwards or downwards. A child's row before its birth is no doubt while it could have been expected.
    """
    found: dict[str, list[DateDoubt]] = defaultdict(list)
    sheets: dict[str, list[Entry]] = defaultdict(list)
    of_entry: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for entry_id in person.entry_ids:
            of_entry[entry_id].append(person)
    for entry in entries:
        sheets[entry.chronology_id].append(entry)
        day = made_on.get(entry.file)
        for doubt in (
            _after(entry, day, today, review),
            _before_birth(entry, of_entry[entry.entry_id]),
            _weekday(entry),
        ):
            if doubt:
                found[entry.entry_id].append(doubt)
    for sheet in sheets.values():
        for doubt in (*_apart(sheet), *_together(sheet)):
            found[doubt.entry_id].append(doubt)
    return tuple(doubt for entry in entries for doubt in found[entry.entry_id])


def _doubt(entry: Entry, what: What, suggested: dt.date | None = None, **words: str) -> DateDoubt:
    sentence = _WORDS["words"][what].format(on=f"The date {entry.date}", **words)
    key: str = what
    if suggested:
        key = "weekday agrees" if what == "weekday" else "perhaps"
    suggestion = _WORDS["suggestions"][key].format(suggested=in_words(suggested) if suggested else "")
    return DateDoubt(
        entry_id=entry.entry_id, what=what, sentence=sentence, suggestion=suggestion, suggested=suggested
    )


def _after(entry: Entry, made: dt.date | None, today: dt.date | None, review: Review) -> DateDoubt | None:
    """A date after the file was made; a year that leaves it at all other times is suggested from the review."""
    first = entry.date.earliest
    limit = made or today
    if first is None or limit is None or first <= limit:
        return None
    near = review.incident_date or review.as_of or limit
    suggested = _in_year(first, near.year) if entry.date.exact and first.year - near.year >= 2 else None
    if suggested and suggested > limit:
        suggested = None
    if made:
        return _doubt(entry, "after the file", suggested, file=entry.file, made=in_words(made))
    return _doubt(entry, "after today", suggested)


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _before_birth(entry: Entry, people: Sequence[Person]) -> DateDoubt | None:
    last = entry.date.latest
    if last is None:
        return None
    children = [person for person in people if person.index_child or person.kind is PersonKind.CHILD]
    for person in people:
        born = person.born.earliest
        if born is None or last >= born or person.group:
            continue
        is_child = person in children
        seen = entry.child_seen is Tri.YES and children == [person]
        long_before = last < born - dt.timedelta(days=_WORDS["birth"]["days_before"])
        if not is_child or seen or (long_before and len(people) == 1):
            return _doubt(entry, "before birth", person=person.display_name, born=str(person.born))
    return None


def _weekday(entry: Entry) -> DateDoubt | None:
    said = _WEEKDAY.search(entry.date.doubt)
    day = entry.date.earliest
    if said is None or day is None or not entry.date.exact:
        return None
    doubt = next(part for part in entry.date.doubt.split("; ") if SAID_WEEKDAY in part)
    agreeing = [
        other
        for other in (_swapped(day), _in_year(day, day.year + 1), _in_year(day, day.year - 1))
        if other and WEEKDAYS[other.weekday()] == said[1]
    ]
    suggested = agreeing[0] if len(agreeing) == 1 else None
    return _doubt(entry, "weekday", suggested, doubt=f"{doubt[0].upper()}{doubt[1:]}.")


def _swapped(day: dt.date) -> dt.date | None:
    if day.day > 12 or day.day == day.month:
        return None
    return dt.date(day.year, day.day, day.month)


def _together(sheet: Sequence[Entry]) -> Iterator[DateDoubt]:
    """What is said of several rows of a sheet in the same words: where many lean on the row above, once for all."""
    alike: dict[str, list[Entry]] = defaultdict(list)
    for entry in sheet:
        for part in filter(None, entry.date.doubt.split("; ")):
            if SAID_WEEKDAY not in part and not part.startswith(LENT_BY):
                alike[part].append(entry)
    for part, rows in alike.items():
        what: What = "inherited" if part == LENT else "uncertain"
        if len(rows) <= _SINGLY:
            yield from (_doubt(entry, what, doubt=_read_from(entry, part)) for entry in rows)
            continue
        sentence = _WORDS["words"][f"{what}, many"].format(count=len(rows), file=rows[0].file, doubt=part)
        also = tuple(entry.entry_id for entry in rows[1:])
        yield _doubt(rows[0], what, doubt="").model_copy(update={"sentence": sentence, "also": also})


def _read_from(entry: Entry, doubt: str) -> str:
    return f"{entry.date} was read from '{entry.date.written}': {doubt}."


def _apart(sheet: Sequence[Entry]) -> Iterator[DateDoubt]:
    """The dates of one sheet that stand apart from those round them."""
    dated = [entry for entry in sheet if _own_day(entry.date)]
    days = [entry.date.earliest for entry in dated if entry.date.earliest]
    for apart in apart_in(days):
        entry = dated[apart.at]
        yield _doubt(entry, *_why(days[apart.at], apart), near=_near(apart))


def _own_day(date: PartialDate) -> bool:
    return date.exact and LENT not in date.doubt and "the row above" not in date.how


def _why(day: dt.date, apart: Apart) -> tuple[What, dt.date | None]:
    """What sort of slip would put the date in order."""
    swapped = _swapped(day)
    if apart.in_order and swapped and apart.holds(swapped):
        return "day and month", swapped
    years = sorted({other.year for other in (apart.before, apart.after) if other})
    if day.month == 1 or day.month == 12:
        years = sorted({*years, *(year + 1 for year in years), *(year - 1 for year in years)})
    moved = [
        other for year in years if (other := _in_year(day, year)) and other != day and apart.holds(other)
    ]
    ends = [other for other in (apart.before, apart.after) if other]
    if len(ends) == 1:
        moved = sorted(moved, key=lambda other: abs(other - ends[0]))[:1]
    if len(moved) == 1:
        return "year", moved[0]
    return ("out of order" if apart.in_order else "year"), None


def _near(apart: Apart) -> str:
    told = []
    if apart.before:
        told.append(f"the row before is of {in_words(apart.before)}")
    if apart.after:
        told.append(f"the row after of {in_words(apart.after)}")
    return ", ".join(told)
