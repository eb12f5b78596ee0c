"""What goes on beneath a child's weeks: where the child lived, and when a worker of the family changed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from visualisations.records.material import Material
from visualisations.records.shown import StayShown

_HOME_ROWS = """
MATCH (h:Household)-[:RECORDED_IN]->(e:Entry) WHERE h.review_id = $review_id
RETURN h.household_id AS household_id, e.entry_id AS entry_id
ORDER BY household_id, entry_id"""
_CHANGES = """
MATCH (a:Agency)-[:CHANGED_WORKER]->(n:WorkerChange)-[:ABOUT]->(p:Person) WHERE n.review_id = $review_id
RETURN n.worker_change_id AS change_id, a.agency_id AS agency_id, p.person_id AS person_id,
       n.on_earliest AS earliest, n.on_latest AS latest, n.on_text AS words,
       n.from_worker AS from_worker, n.to_worker AS to_worker, n.handover AS handover
ORDER BY person_id, change_id, agency_id"""
_CHANGE_ROWS = """
MATCH (n:WorkerChange)-[:RECORDED_IN]->(e:Entry) WHERE n.review_id = $review_id
RETURN n.worker_change_id AS change_id, e.entry_id AS entry_id
ORDER BY change_id, entry_id"""


@dataclass(frozen=True)
class Stay:
    """A child's stay in a household: ``letter`` stands for it, and its ends are days where they are known."""

    stay: StayShown
    letter: str
    entry_ids: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A change of worker, between the last row of one and the first of the next."""

    change_id: str
    agency_id: str
    first: dt.date
    last: dt.date
    words: str
    from_worker: str
    to_worker: str
    handover: str
    entry_ids: tuple[str, ...]


def stays_of(material: Material) -> Mapping[str, tuple[Stay, ...]]:
    """By child: the dated stays, in order; the same household has the same letter at every child."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(_HOME_ROWS):
        rows[str(row["household_id"])].append(str(row["entry_id"]))
    children = {person.person_id for person in material.records.people if person.kind == "child"}
    stays = [
        stay
        for stay in material.records.stays
        if stay.person_id in children and (stay.since_on.earliest or stay.until_on.latest)
    ]
    letters: dict[str, str] = {}
    for stay in sorted(
        stays, key=lambda s: (s.since_on.earliest or dt.date.min, s.household, s.household_id)
    ):
        letters.setdefault(stay.household_id, letter(len(letters)))
    found: dict[str, list[Stay]] = defaultdict(list)
    for stay in sorted(stays, key=lambda s: (s.since_on.earliest or dt.date.min, s.household_id)):
        ids = tuple(rows[stay.household_id])
        found[stay.person_id].append(Stay(stay, letters[stay.household_id], ids))
    return {person_id: tuple(one) for person_id, one in found.items()}


def letter(place: int) -> str:
    """``A`` to ``Z``, then ``A2``, ``B2`` and so on."""
    turn, number = divmod(place, 26)
    return chr(ord("A") + number) + (str(turn + 1) if turn else "")


def changes_of(material: Material) -> Mapping[str, tuple[Change, ...]]:
    """By person: the dated changes of worker."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(_CHANGE_ROWS):
        rows[str(row["change_id"])].append(str(row["entry_id"]))
    found: dict[str, list[Change]] = defaultdict(list)
    for row in material.ask(_CHANGES):
        first, last, key = row["earliest"], row["latest"], str(row["change_id"])
        if not isinstance(first, dt.date) or not isinstance(last, dt.date):
            continue
        found[str(row["person_id"])].append(
            Change(
                key, str(row["agency_id"]), first, last, str(row["words"] or ""), str(row["from_worker"] or ""),
                str(row["to_worker"] or ""), str(row["handover"] or ""), tuple(rows[key]),
            )
        )  # fmt: skip
    return {person: tuple(sorted(one, key=lambda c: (c.first, c.change_id))) for person, one in found.items()}
