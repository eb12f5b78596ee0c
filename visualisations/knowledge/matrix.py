"""The matrix itself: matters by person, and for each agency when it recorded a matter or could have known of it.

A matter is a topic about a person, as in the questions of ``cypher/questions/silos``. What several people share in
everything (the same first records, the same days) is one row about all of them, as in silos-who-knew-what-when.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from visualisations.drawing.agency_look import AgencyLook
from visualisations.knowledge.query import Asked, Came, Matter, Told
from visualisations.knowledge.telling import RecordsInHand, Telling
from visualisations.records.material import Material
from visualisations.records.shown import PersonShown


@dataclass(frozen=True)
class Recorded:
    """What an agency recorded of a matter: the days its first record may be of, in words, and all its records.

    ``place`` is its place among the agencies that recorded it, from 0; ``after`` are the fewest and most days after
    the first record; ``perhaps_first`` where the dates allow it to be first and do not make it so.
    """

    first: dt.date
    sure: dt.date
    on_text: str
    told: tuple[Told, ...]
    place: int = 0
    after: tuple[int, int] = (0, 0)
    perhaps_first: bool = False


@dataclass(frozen=True)
class Cell:
    """One agency and one matter. ``best`` and ``said`` are there only where they come before its own record."""

    agency_id: str
    recorded: Recorded | None
    best: Came | None
    said: Came | None
    telling: Telling


@dataclass(frozen=True)
class Row:
    """One matter: its topic, whom it concerns (the first is whose group it stands in) and a cell an agency."""

    key: str
    topic: str
    people: tuple[str, ...]
    cells: tuple[Cell, ...]
    linked: dt.date | None = None

    @property
    def recorders(self) -> tuple[tuple[Cell, Recorded], ...]:
        """The agencies that recorded it, the first to do so first."""
        found = [(cell, cell.recorded) for cell in self.cells if cell.recorded]
        return tuple(sorted(found, key=lambda pair: pair[1].place))

    @property
    def first(self) -> dt.date:
        """The first day any agency may have recorded it."""
        return min(recorded.first for _, recorded in self.recorders)


@dataclass(frozen=True)
class Group:
    """The matters of a person, in time order."""

    person: PersonShown
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Matrix:
    """``columns`` are agencies of which anything can be said; ``left_out`` those of which nothing can."""

    columns: tuple[AgencyLook, ...]
    left_out: tuple[AgencyLook, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def agencies(self) -> int:
        """How many agencies there are, with those of which nothing can be said."""
        return len(self.columns) + len(self.left_out)


def matrix_of(material: Material, asked: Asked) -> Matrix:
    """The matrix of a review. Agencies stand in their usual order, people with the index children first."""
    looks = [look for look in material.looks if material.agencies[look.agency_id].stands_for_agency]
    hand = RecordsInHand(material, asked)
    reached = {agency_id for agency_id, _ in asked.best} | {
        t.agency_id for ts in asked.told.values() for t in ts
    }
    columns = tuple(look for look in looks if look.agency_id in reached or hand.any_of(look.agency_id))
    names = {look.agency_id: look.name for look in looks}
    people = _in_order(material)
    rows: dict[tuple[object, ...], Row] = {}
    for person in people:
        for matter in (key for key in asked.told if key[0] == person.person_id):
            row = _row(matter, asked, hand, columns, names)
            shared = (
                row.topic,
                *((c.agency_id, _of(c.recorded), c.best, c.said, c.telling) for c in row.cells),
            )
            known = rows.get(shared)
            rows[shared] = _also_about(known, person) if known else row
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows.values():
        grouped[row.people[0]].append(row)
    return Matrix(
        columns,
        tuple(look for look in looks if look not in columns),
        tuple(
            Group(person, tuple(sorted(found, key=lambda row: (row.first, row.topic))))
            for person in people
            if (found := grouped.get(person.person_id))
        ),
    )


def _of(recorded: Recorded | None) -> object:
    """What must be the same for two people's matters to be one row."""
    return recorded and (recorded.first, recorded.sure, recorded.told[0].information_id)


def _also_about(row: Row, person: PersonShown) -> Row:
    return Row(row.key, row.topic, (*row.people, person.person_id), row.cells, row.linked)


def _in_order(material: Material) -> list[PersonShown]:
    """Index children, other children of their households, adults of them, then everybody else; by name."""
    records = material.records
    index = {person.person_id for person in records.people if person.index_child}
    homes = {stay.household_id for stay in records.stays if stay.person_id in index}
    living = {stay.person_id for stay in records.stays if stay.household_id in homes}

    def place(person: PersonShown) -> tuple[int, str, str]:
        at_home = person.person_id in living
        child = person.kind == "child"
        nearness = 0 if person.index_child else (1 if child else 2) if at_home else 3
        return nearness, person.name, person.person_id

    return sorted(records.people, key=place)


def _row(
    matter: Matter, asked: Asked, hand: RecordsInHand, columns: Sequence[AgencyLook], names: dict[str, str]
) -> Row:
    by_agency: dict[str, list[Told]] = defaultdict(list)
    for told in sorted(asked.told[matter], key=lambda t: (t.earliest, t.latest, t.information_id)):
        by_agency[told.agency_id].append(told)
    spans = {
        key: (min(t.earliest for t in found), min(t.latest for t in found))
        for key, found in by_agency.items()
    }
    order = sorted(spans, key=lambda key: (spans[key][1], spans[key][0], names.get(key, ""), key))
    holder = order[0]
    first, sure = spans[holder]
    tied = any(spans[key][0] <= sure for key in order[1:])
    person_id, topic = matter
    linked = asked.linked.get(person_id)
    counted = max(first, linked) if linked else first
    cells = []
    for look in columns:
        key = look.agency_id
        recorded = None
        if key in spans:
            start, end = spans[key]
            recorded = Recorded(
                start, end, by_agency[key][0].on_text, tuple(by_agency[key]), order.index(key),
                (max(0, (start - sure).days), max(0, (end - first).days)) if key != holder else (0, 0),
                tied and start <= sure,
            )  # fmt: skip
        best, said = asked.best.get((key, matter)), asked.said.get((key, matter))
        cells.append(
            Cell(
                key,
                recorded,
                best if best and (recorded is None or best.day < recorded.first) else None,
                said if said and (recorded is None or said.day < recorded.first) else None,
                hand.tell(key, holder, counted),
            )
        )
    return Row(f"{person_id}/{topic}", topic, (person_id,), tuple(cells), linked)
