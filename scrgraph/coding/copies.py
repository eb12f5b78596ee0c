"""Rows that stand in two files: one row of the review, whichever version of a chronology it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scrgraph.coding.words import normal
from scrgraph.model.derived import Copy
from scrgraph.model.entry import Entry

#: A row of fewer words may be written twice by chance.
_LEAST_WORDS = 3


def copies_of(entries: Iterable[Entry], agency_of: Callable[[str], str]) -> tuple[Copy, ...]:
    """The rows that say word for word what an earlier row of another file or sheet says, with that row.

    They are by one agency (``agency_of`` gives its id for a cell), of the same days, about the same people and of the
    same event. Rows of one sheet are never copies of each other: what an agency wrote twice it may have meant twice.
    """
    first: dict[tuple[object, ...], Entry] = {}
    found: list[Copy] = []
    for entry in entries:
        words = normal(entry.words)
        if len(words.split()) < _LEAST_WORDS or not entry.date.known:
            continue
        told = (
            agency_of(entry.agency_text), entry.date.earliest, entry.date.latest, normal(entry.event_text),
            normal(entry.people_text), words,
        )  # fmt: skip
        kept = first.setdefault(told, entry)
        if kept.chronology_id != entry.chronology_id:
            found.append(Copy(entry_id=entry.entry_id, of_entry_id=kept.entry_id))
    return tuple(found)
