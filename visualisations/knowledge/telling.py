"""Until when the records in hand can tell that nothing reached an agency, by the rule of silos-could-not-have-reached.

They can where the own records of the agency and of the one that recorded the matter first run unbroken from the day
of that record to the agency's last contact with the family, and the latter passed on nothing without saying to whom.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from scrgraph.model.partial_date import in_words
from visualisations.knowledge.query import Asked
from visualisations.records.material import Material

_DAY = dt.timedelta(days=1)
_NOT_RECEIVED = "recorded not"


@dataclass(frozen=True)
class Telling:
    """``until``: the last day for which it can be told (``None``: for no day); ``why`` it cannot be told after it."""

    until: dt.date | None
    why: str = ""


class RecordsInHand:
    """The own records of the agencies of a review, their last contacts and what they passed on to nobody named."""

    def __init__(self, material: Material, asked: Asked) -> None:
        self._names = {key: agency.name for key, agency in material.agencies.items()}
        self._own = asked.own_records
        as_of = material.as_of or dt.date.max
        self._last: dict[str, dt.date] = {}
        for contact in material.records.contacts:
            first, last = contact.on.earliest, contact.on.latest
            if not contact.missed and first and last and first <= as_of:
                known = self._last.get(contact.agency_id, last)
                self._last[contact.agency_id] = min(as_of, max(known, last))
        self._to_nobody: dict[str, list[tuple[dt.date, dt.date]]] = defaultdict(list)
        for baton in material.records.batons:
            if baton.passed and not baton.to_agency_id and baton.receipt != _NOT_RECEIVED:
                days = (baton.on.earliest or dt.date.min, baton.on.latest or dt.date.max)
                self._to_nobody[baton.from_agency_id].append(days)

    def any_of(self, agency_id: str) -> bool:
        """Whether any own records of the agency are in hand."""
        return agency_id in self._own

    def tell(self, agency_id: str, holder_id: str, since: dt.date) -> Telling:
        """Until when it can be told that what ``holder_id`` recorded on ``since`` did not reach ``agency_id``."""
        end = max(since, self._last.get(agency_id, since))
        limits = [
            (self._covered(agency_id, since, end), f"the own records of {self._names[agency_id]}"),
            (self._covered(holder_id, since, end), f"the own records of {self._names[holder_id]} (first to record it)"),
        ]  # fmt: skip
        until, whose = min(limits, key=lambda limit: limit[0])
        if until < since:
            why = f"{whose} in hand do not cover {in_words(since)}, from which it counts"
        else:
            why = f"{whose} are not in hand after {in_words(until)}" if until < dt.date.max else ""
        passed = [max(first, since) for first, last in self._to_nobody.get(holder_id, ()) if last >= since]
        if passed and min(passed) <= until:
            until = min(passed) - _DAY
            why = f"{self._names[holder_id]} (first to record it) passed something on, and it is not said to whom"
        return Telling(None if until < since else until, why)

    def _covered(self, agency_id: str, since: dt.date, end: dt.date) -> dt.date:
        """The last day of the own records that run unbroken from ``since``; the last of all if they reach ``end``."""
        until = max(
            (last for first, last in self._own.get(agency_id, ()) if first <= since), default=dt.date.min
        )
        return dt.date.max if until >= end else until
