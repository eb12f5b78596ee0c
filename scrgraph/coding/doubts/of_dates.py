"""Doubts about dates: one a row, with everything that speaks against its date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from scrgraph.coding.date_doubts import DateDoubt, date_doubts
from scrgraph.coding.decided import subject_of
from scrgraph.coding.decided_row import DecidedRow
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.people import Person
from scrgraph.model.review import Review


def doubts_of_dates(
    entries: Sequence[Entry],
    people: Sequence[Person],
    review: Review,
    chronologies: Sequence[Chronology],
    decided: Mapping[str, DecidedRow],
) -> Iterator[Doubt]:
    """The dates that something speaks against and that nobody has decided, in the order of the rows."""
    made_on = {one.file: one.made_on for one in chronologies if one.made_on}
    by_id = {entry.entry_id: entry for entry in entries}
    found: dict[str, list[DateDoubt]] = {}
    for doubt in date_doubts(entries, people, review, made_on):
        if decided.get(doubt.entry_id, DecidedRow()).date is None:
            found.setdefault(doubt.entry_id, []).append(doubt)
    for entry_id, same in found.items():
        yield _doubt(by_id[entry_id], same)


def _doubt(entry: Entry, found: Sequence[DateDoubt]) -> Doubt:
    days = dict.fromkeys(_written(one.suggested) for one in found if one.suggested)
    return Doubt.of(
        "date",
        subject_of(entry),
        "When was this?",
        now=str(entry.date),
        because=" ".join(f"{one.sentence} {one.suggestion}".strip() for one in found),
        answers=(*days,),
        open_answer=True,
        entry_ids=tuple(dict.fromkeys([entry.entry_id, *(key for one in found for key in one.also)])),
    )


def _written(day: dt.date) -> str:
    return day.isoformat()
