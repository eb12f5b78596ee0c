"""The lanes: one for each agency with something to show, and the days for which its records are not in hand."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from visualisations.drawing.agency_look import AgencyLook
from visualisations.drawing.svg import QUIET
from visualisations.records.material import Material
from visualisations.records.query import RECORDS_IN_HAND
from visualisations.records.shown import BatonShown

FAMILY, NOBODY = "family", "nobody"
_DAY = dt.timedelta(1)

Span = tuple[dt.date, dt.date]


@dataclass(frozen=True)
class Lane:
    """One lane. ``covered`` are the days its own chronologies speak for; ``None`` where that is not to be said.

    ``quoted``: it has no chronology of its own, but one put together from several agencies' records quotes some
    of its rows, so that no silence of it tells anything.
    """

    key: str
    name: str
    letters: str = ""
    colour: str = QUIET
    covered: tuple[Span, ...] | None = None
    quoted: bool = False

    def gaps(self, first: dt.date, last: dt.date) -> tuple[Span, ...]:
        """The days from ``first`` to ``last`` for which no records are in hand."""
        if self.covered is None:
            return ()
        gaps, day = [], first
        for start, end in self.covered:
            if start > day:
                gaps.append((day, min(start - _DAY, last)))
            day = max(day, end + _DAY) if end < dt.date.max else dt.date.max
            if day > last:
                break
        if day <= last:
            gaps.append((day, last))
        return tuple(gap for gap in gaps if gap[0] <= gap[1])


def ends_of(baton: BatonShown, agencies: frozenset[str]) -> tuple[str, str]:
    """The lanes a baton goes from and to; empty where the records name no agency. ``agencies`` have a lane each."""
    sender = baton.from_agency_id if baton.from_agency_id in agencies else ""
    if not sender and (baton.from_agency_id or baton.from_person_id):
        sender = FAMILY
    receiver = baton.to_agency_id if baton.to_agency_id in agencies else FAMILY if baton.to_agency_id else ""
    return (NOBODY, NOBODY) if not sender and not receiver else (sender, receiver)


def standing_agencies(material: Material) -> frozenset[str]:
    """The agencies that are agencies, and no other source of an account."""
    return frozenset(a.agency_id for a in material.records.agencies if a.stands_for_agency)


def lanes_of(material: Material) -> tuple[Lane, ...]:
    """The lanes in the order of the agencies; family and others, and batons of nobody named, come last.

    Only what has a date makes a lane.
    """
    agencies = standing_agencies(material)
    used = {
        key for baton in material.records.batons if baton.on.earliest for key in ends_of(baton, agencies)
    } | {c.agency_id for c in material.records.contacts if c.on.earliest}
    spans: dict[str, list[Span]] = defaultdict(list)
    quoted: set[str] = set()
    for row in material.ask(RECORDS_IN_HAND):
        start, end, key = row["covers_from"], row["covers_to"], str(row["agency_id"])
        if row["detail"] != "own":
            quoted.add(key)
        elif isinstance(start, dt.date) and isinstance(end, dt.date):
            spans[key].append((start, end))
    found = [
        _lane(look, spans[look.agency_id], look.agency_id in quoted)
        for look in material.looks
        if look.agency_id in agencies & used
    ]
    if FAMILY in used:
        found.append(Lane(FAMILY, "Family and others", "FAM"))
    if NOBODY in used:
        found.append(Lane(NOBODY, "No agency named", "?"))
    return tuple(found)


def _lane(look: AgencyLook, spans: list[Span], quoted: bool) -> Lane:
    only_quoted = quoted and not spans
    covered = None if only_quoted else tuple(sorted(spans))
    return Lane(look.agency_id, look.name, look.letters, look.colour, covered, only_quoted)
