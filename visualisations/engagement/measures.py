"""Plans and orders as spans, with the day each ended where a row tells of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from visualisations.frame.marks import Mark
from visualisations.records.material import Material

_QUERY = """
MATCH (a:Agency)-[:CARRIED_OUT]->(n:{label}) WHERE n.review_id = $review_id
RETURN n.{key} AS measure_id, a.agency_id AS agency_id, n.what AS what,
       n.on_earliest AS earliest, n.on_latest AS latest, n.on_text AS on_text,
       n.ended_earliest AS ended_earliest, n.ended_latest AS ended_latest, n.ended_text AS ended_text
ORDER BY measure_id, agency_id"""
_COVERED = """
MATCH (n:{label})-[:COVERED]->(p:Person) WHERE n.review_id = $review_id
RETURN n.{key} AS measure_id, p.person_id AS other_id
ORDER BY measure_id, other_id"""
_ROWS = """
MATCH (n:{label})-[:RECORDED_IN]->(e:Entry) WHERE n.review_id = $review_id
RETURN n.{key} AS measure_id, e.entry_id AS other_id
ORDER BY measure_id, other_id"""
_KINDS = (("Plan", "plan_id"), ("CourtOrder", "order_id"))


@dataclass(frozen=True)
class Measure:
    """A plan or order. A day is ``None`` where no row tells of it."""

    mark: Mark
    what: str
    began: tuple[dt.date, dt.date] | None
    ended: tuple[dt.date, dt.date] | None


def measures_of(material: Material) -> tuple[Measure, ...]:
    """The plans and orders of a review, in order of time; those with no day at all come last."""
    found = []
    for label, key in _KINDS:
        covered = _linked(material, _COVERED, label, key)
        rows = _linked(material, _ROWS, label, key)
        for row in material.ask(_QUERY.replace("{label}", label).replace("{key}", key)):
            measure_id, what = str(row["measure_id"]), str(row["what"] or label.lower())
            began, ended = _days(row, "earliest", "latest"), _days(row, "ended_earliest", "ended_latest")
            agency = material.agencies.get(str(row["agency_id"]))
            names = [material.people[p].name for p in covered[measure_id] if p in material.people]
            facts = [
                ("Began", str(row["on_text"] or "no row tells")),
                ("Ended", str(row["ended_text"] or "no row tells")),
            ]
            if names:
                facts.append(("About", ", ".join(names)))
            days = began or ended
            mark = Mark(
                mark_id="_".join(f"measure>{measure_id}".split()),
                kind="measure",
                title=f"{what[:1].upper()}{what[1:]}" + (f" ({agency.name})" if agency else ""),
                facts=tuple(facts),
                entry_ids=tuple(rows[measure_id]),
                people=tuple(covered[measure_id]),
                agencies=(agency.agency_id,) if agency else (),
                first=days[0] if days else None,
                last=ended[1] if ended else (days[1] if days else None),
                show="measure",
            )
            found.append(Measure(mark, what, began, ended))
    return tuple(sorted(found, key=lambda m: (m.mark.first or dt.date.max, m.mark.mark_id)))


def _days(row: Mapping[str, object], first: str, last: str) -> tuple[dt.date, dt.date] | None:
    begins, ends = row[first], row[last]
    return (begins, ends) if isinstance(begins, dt.date) and isinstance(ends, dt.date) else None


def _linked(material: Material, query: str, label: str, key: str) -> dict[str, list[str]]:
    linked: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(query.replace("{label}", label).replace("{key}", key)):
        linked[str(row["measure_id"])].append(str(row["other_id"]))
    return linked
