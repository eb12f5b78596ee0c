"""The longest times with no record of a child being seen, as the graph and its findings have them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from scrgraph.model.finding import Finding
from scrgraph.model.vocabulary import Strength
from visualisations.records.material import Material

_PERIODS = """
MATCH (p:Person)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod) WHERE n.review_id = $review_id
RETURN p.person_id AS person_id, n.not_seen_period_id AS period_id, n.from_day AS from_day, n.to_day AS to_day,
       n.days AS days, n.not_seen AS not_seen, n.unclear AS unclear
ORDER BY person_id, from_day, period_id"""
_ROWS = """
MATCH (n:NotSeenPeriod)-[:RECORDED_IN]->(e:Entry) WHERE n.review_id = $review_id AND n.days >= 28
RETURN n.not_seen_period_id AS period_id, e.entry_id AS entry_id
ORDER BY period_id, e.on_earliest, entry_id"""
_AGENCIES = """
MATCH (a:Agency)-[:IN_TOUCH_DURING]->(n:NotSeenPeriod) WHERE n.review_id = $review_id AND n.days >= 28
RETURN n.not_seen_period_id AS period_id, a.agency_id AS agency_id
ORDER BY period_id, agency_id"""

#: Days from which a gap is one of the longest (as the question about them asks), and the least a child's only one has.
LONG, LEAST = 70, 28


@dataclass(frozen=True)
class Gap:
    """Days ``first`` to ``last`` between sightings. ``told`` is the finding about it, where there is one.

    ``never``: the whole time in which the records name a child of whom no sighting is recorded.
    """

    person_id: str
    first: dt.date
    last: dt.date
    not_seen: int = 0
    unclear: int = 0
    agency_ids: tuple[str, ...] = ()
    entry_ids: tuple[str, ...] = ()
    told: Finding | None = None
    never: bool = False

    @property
    def weeks(self) -> int:
        """Whole weeks."""
        return (self.last - self.first).days // 7

    @property
    def cannot_tell(self) -> bool:
        """Whether the records in hand cannot tell, or nobody asked them."""
        return self.told is None or self.told.strength is Strength.CANNOT_TELL


def gaps_of(material: Material) -> Mapping[str, tuple[Gap, ...]]:
    """By child, in order of time: every gap of ten weeks, else the longest, and a child never seen."""
    rows, agencies = _by_period(material, _ROWS, "entry_id"), _by_period(material, _AGENCIES, "agency_id")
    findings = material.findings_of("child-longest-not-seen", "child-never-seen")
    told = {(f.question, name, f.from_, f.to): f for f in findings for name in (f.people[:1])}
    found: dict[str, list[Gap]] = defaultdict(list)
    for row in material.ask(_PERIODS):
        first, last, person_id = row["from_day"], row["to_day"], str(row["person_id"])
        if not isinstance(first, dt.date) or not isinstance(last, dt.date) or (last - first).days < LEAST:
            continue
        period, name = str(row["period_id"]), material.people[person_id].name
        found[person_id].append(
            Gap(
                person_id,
                first,
                last,
                _number(row["not_seen"]),
                _number(row["unclear"]),
                tuple(agencies[period]),
                tuple(rows[period]),
                told.get(("child-longest-not-seen", name, first, last)),
            )
        )
    chosen = {person_id: _longest(gaps) for person_id, gaps in found.items()}
    by_name = {person.name: person.person_id for person in material.records.people if person.kind == "child"}
    for finding in findings:
        person_id = by_name.get(finding.people[0], "") if finding.people else ""
        if finding.question == "child-never-seen" and person_id and finding.from_ and finding.to:
            ids = tuple(row.entry_id for row in finding.evidence)
            chosen[person_id] = (
                Gap(person_id, finding.from_, finding.to, entry_ids=ids, told=finding, never=True),
            )
    return chosen


def _longest(gaps: list[Gap]) -> tuple[Gap, ...]:
    long = tuple(gap for gap in gaps if (gap.last - gap.first).days >= LONG)
    return long or (max(gaps, key=lambda gap: (gap.last - gap.first, gap.first)),)


def _by_period(material: Material, query: str, name: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(query):
        found[str(row["period_id"])].append(str(row[name]))
    return found


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
