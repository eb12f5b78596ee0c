"""How much each agency recorded over time, and for which days its records are in hand."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from visualisations.drawing.agency_look import AgencyLook
from visualisations.records.material import Material
from visualisations.records.query import RECORDS_IN_HAND

_WROTE = """
MATCH (a:Agency)-[:WROTE]->(e:Entry) WHERE e.review_id = $review_id
RETURN a.agency_id AS agency_id, e.entry_id AS entry_id
ORDER BY agency_id, entry_id"""


@dataclass(frozen=True)
class InHand:
    """Days for which a chronology speaks for an agency: ``own`` is false for lines in a composite account."""

    first: dt.date
    last: dt.date
    own: bool


@dataclass(frozen=True)
class Recording:
    """What one agency recorded. ``rows`` by month (year, month); ``wider`` are the days of rows whose date is no
    closer than several months; ``undated`` counts rows with no date.
    """

    look: AgencyLook
    rows: tuple[tuple[tuple[int, int], int], ...]
    wider: tuple[tuple[dt.date, dt.date], ...]
    undated: int
    in_hand: tuple[InHand, ...]


def rows_of_agencies(material: Material) -> dict[str, tuple[str, ...]]:
    """The ids of the rows each agency wrote."""
    wrote: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(_WROTE):
        wrote[str(row["agency_id"])].append(str(row["entry_id"]))
    return {agency_id: tuple(rows) for agency_id, rows in wrote.items()}


def recordings(material: Material) -> tuple[Recording, ...]:
    """One for each agency that wrote a row or for which a chronology speaks, in the order of every picture."""
    in_hand: dict[str, list[InHand]] = defaultdict(list)
    for row in material.ask(RECORDS_IN_HAND):
        first, last = row["covers_from"], row["covers_to"]
        if isinstance(first, dt.date) and isinstance(last, dt.date):
            in_hand[str(row["agency_id"])].append(InHand(first, last, row["detail"] == "own"))
    wrote = rows_of_agencies(material)
    return tuple(
        _recording(material, look, wrote.get(look.agency_id, ()), tuple(in_hand.get(look.agency_id, ())))
        for look in material.looks
        if look.agency_id in wrote or look.agency_id in in_hand
    )


def _recording(
    material: Material, look: AgencyLook, rows: tuple[str, ...], in_hand: tuple[InHand, ...]
) -> Recording:
    months: Counter[tuple[int, int]] = Counter()
    wider, undated = [], 0
    for entry_id in rows:
        entry = material.entries[entry_id]
        if not entry.earliest or not entry.latest:
            undated += 1
        elif (entry.earliest.year, entry.earliest.month) == (entry.latest.year, entry.latest.month):
            months[entry.earliest.year, entry.earliest.month] += 1
        else:
            wider.append((entry.earliest, entry.latest))
    return Recording(look, tuple(sorted(months.items())), tuple(sorted(wider)), undated, in_hand)
