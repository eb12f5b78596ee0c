"""Which entries of receipt come into question for something sent: the addressee's own, near it in time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.two_sides import Sent, Slot, slots_of
from scrgraph.coding.words import word_list
from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.diary import Diary

_NARROW = dt.timedelta(days=31)


class Candidates:
    """The receipts of a review by whose they are and when.

    What names no addressee can have reached any agency whose entry names its sender.
    """

    def __init__(self, receipts: Iterable[CodedEntry]) -> None:
        by_receiver: dict[str, list[Slot]] = defaultdict(list)
        by_sender: dict[str, list[Slot]] = defaultdict(list)
        for receipt in receipts:
            for slot in slots_of(receipt):
                by_receiver[receipt.agency_id].append(slot)
                if slot.names_sender:
                    by_sender[slot.from_agency].append(slot)
        self._to = {agency_id: _Shelves(slots) for agency_id, slots in by_receiver.items()}
        self._from = {agency_id: _Shelves(slots) for agency_id, slots in by_sender.items()}

    def of(self, one: Sent) -> Iterator[Slot]:
        """The slots that can fall in the window of something sent, by some day of a partial date."""
        diary = self._to.get(one.to_agency) if one.to_agency else self._from.get(one.item.agency_id)
        for slot in diary.near(one.item) if diary else ():
            own = slot.receipt.agency_id == one.item.agency_id
            if not own and slot.receipt.entry.entry_id != one.item.entry.entry_id:
                yield slot

    @staticmethod
    def usual(one: Sent, slots: Sequence[Slot]) -> float:
        """How many of the entries fall in a window of the usual length, at least 1: a partial date has a longer one.

        An entry dated by month or year counts for the share of its days that are in the window.
        """
        window = window_of(one.item)
        if window is None:
            return 1.0
        rules = word_list("rules.toml")["receipt"]
        dates = {slot.receipt.entry.entry_id: slot.receipt.entry.date for slot in slots}
        inside = sum(_share(date, *window) for date in dates.values())
        length = (window[1] - window[0]).days + 1
        usual = int(rules["days_before"]) + int(rules["days_after"]) + 1
        return max(1.0, inside * usual / length)

    def has_receiver(self, agency_id: str) -> bool:
        """Whether any entry of the agency records something received."""
        return agency_id in self._to


def window_of(item: CodedEntry) -> tuple[dt.date, dt.date] | None:
    """First and last day on which a receipt is looked for; ``None`` where the row has no date."""
    sent, rules = item.entry.date, word_list("rules.toml")["receipt"]
    if sent.earliest is None or sent.latest is None:
        return None
    before, after = dt.timedelta(days=rules["days_before"]), dt.timedelta(days=rules["days_after"])
    return sent.earliest - before, sent.latest + after


def _share(date: PartialDate, first: dt.date, last: dt.date) -> float:
    """The share of the days a date can be that lie from ``first`` to ``last``."""
    if date.earliest is None or date.latest is None:
        return 0.0
    inside = (min(date.latest, last) - max(date.earliest, first)).days + 1
    return max(0, inside) / ((date.latest - date.earliest).days + 1)


class _Shelves:
    """Dated slots by day, those with a date of more than a month apart from the others."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        dated = [(s.receipt.entry.date.earliest, s.receipt.entry.date.latest, s) for s in slots]
        rows = [(first, last, slot) for first, last, slot in dated if first is not None and last is not None]
        rows.sort(key=lambda row: (row[0], row[2].key))
        self._shelves = [
            Diary([row for row in rows if row[1] - row[0] <= _NARROW]),
            Diary([row for row in rows if row[1] - row[0] > _NARROW]),
        ]

    def near(self, item: CodedEntry) -> Iterator[Slot]:
        if window := window_of(item):
            for shelf in self._shelves:
                yield from shelf.between(*window)
