"""What the picture asks of the graph: who recorded what, where it could have come, and days to look back to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from scrgraph.store.base import Value
from visualisations.records.material import Material

_KNEW = """
MATCH (h:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person) WHERE h.review_id = $review_id
RETURN h.agency_id AS agency_id, p.person_id AS person_id, i.topic AS topic, i.information_id AS information_id,
       i.words AS words, i.on_earliest AS earliest, i.on_latest AS latest, i.on_text AS on_text,
       p.linked_since AS linked_since
ORDER BY information_id, person_id, agency_id"""
_COULD = """
MATCH (w:Agency)-[r:COULD_KNOW]->(i:Information)-[:ABOUT]->(p:Person) WHERE w.review_id = $review_id
RETURN w.agency_id AS agency_id, p.person_id AS person_id, i.topic AS topic, r.at_best AS at_best,
       r.at_best_by AS at_best_by, r.as_recorded AS as_recorded, r.as_recorded_by AS as_recorded_by,
       r.via_entry_ids AS via, i.information_id AS information_id
ORDER BY information_id, person_id, agency_id"""
_ALL = """
MATCH (i:Information) WHERE i.review_id = $review_id
RETURN i.information_id AS information_id, i.topic AS topic, i.on_earliest AS earliest ORDER BY information_id"""
_ROWS = """
MATCH (i:Information)-[:RECORDED_IN]->(e:Entry) WHERE i.review_id = $review_id
RETURN i.information_id AS information_id, e.entry_id AS entry_id ORDER BY information_id, entry_id"""
_OWN_RECORDS = """
MATCH (c:Chronology)-[s:SPEAKS_FOR]->(a:Agency) WHERE a.review_id = $review_id AND s.detail = 'own'
RETURN a.agency_id AS agency_id, s.unbroken_from AS since, s.unbroken_to AS until
ORDER BY agency_id, since, until"""
_MILESTONES = """
MATCH (a:Agency)-[:CARRIED_OUT]->(m:Milestone)
WHERE m.review_id = $review_id AND m.kind IN ['decision', 'case_closure']
RETURN m.milestone_id AS thing_id, m.kind AS kind, a.agency_id AS agency_id, m.on_earliest AS earliest,
       m.on_text AS on_text
ORDER BY thing_id, agency_id"""
_ASSESSMENTS = """
MATCH (a:Agency)-[:CARRIED_OUT]->(m:Assessment) WHERE m.review_id = $review_id
RETURN m.assessment_id AS thing_id, m.kind AS kind, a.agency_id AS agency_id, m.on_earliest AS earliest,
       m.on_text AS on_text
ORDER BY thing_id, agency_id"""
_MEETINGS = """
MATCH (m:Meeting) WHERE m.review_id = $review_id
OPTIONAL MATCH (a:Agency)-[:ATTENDED|HELD]->(m)
RETURN DISTINCT m.meeting_id AS thing_id, m.kind AS kind, a.agency_id AS agency_id, m.on_earliest AS earliest,
       m.on_text AS on_text
ORDER BY thing_id, agency_id"""

Matter = tuple[str, str]


@dataclass(frozen=True)
class Told:
    """A piece of information as an agency recorded it: its words, when, and the rows."""

    agency_id: str
    information_id: str
    words: str
    earliest: dt.date
    latest: dt.date
    on_text: str
    entry_ids: tuple[str, ...]


@dataclass(frozen=True)
class Came:
    """The first day on which something could have come to an agency, and the communications that would bring it."""

    day: dt.date
    by: str
    entry_ids: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """Answers of the graph, by person and topic; ``linked`` is from when anything may link an adult to the family.

    ``nobody`` (about nobody in particular, or no agency's record), ``undated`` and ``later`` count the pieces of
    information that make no row.
    """

    told: Mapping[Matter, tuple[Told, ...]]
    best: Mapping[tuple[str, Matter], Came]
    said: Mapping[tuple[str, Matter], Came]
    linked: Mapping[str, dt.date]
    own_records: Mapping[str, tuple[tuple[dt.date, dt.date], ...]]
    nobody: int
    undated: int
    later: int


@dataclass(frozen=True)
class Decision:
    """A decision, closure, assessment or meeting: a day on which one may ask what could have been known."""

    day: dt.date
    kind: str
    agency_ids: tuple[str, ...]
    on_text: str


def asked(material: Material) -> Asked:
    """Everything the matrix rests on. What is dated after the day the review looks back from is left out."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(_ROWS):
        rows[_text(row, "information_id")].append(_text(row, "entry_id"))
    as_of = material.as_of or dt.date.max
    told: dict[Matter, list[Told]] = defaultdict(list)
    linked: dict[str, dt.date] = {}
    placed: set[str] = set()
    for row in material.ask(_KNEW):
        earliest, latest = _day(row, "earliest"), _day(row, "latest")
        placed.add(_text(row, "information_id"))
        if since := _day(row, "linked_since"):
            linked[_text(row, "person_id")] = since
        if earliest is None or latest is None or earliest > as_of:
            continue
        piece = _text(row, "information_id")
        told[_matter(row)].append(
            Told(_text(row, "agency_id"), piece, _text(row, "words"), earliest, latest, _text(row, "on_text"),
                 tuple(rows[piece]))
        )  # fmt: skip
    every = material.ask(_ALL)
    days = [_day(row, "earliest") for row in every if row["information_id"] in placed]
    own: dict[str, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for row in material.ask(_OWN_RECORDS):
        start, end = _day(row, "since"), _day(row, "until")
        if start and end:
            own[_text(row, "agency_id")].append((start, end))
    best, said = _came(material, linked, as_of)
    return Asked(
        told={key: tuple(found) for key, found in told.items()},
        best=best,
        said=said,
        linked=linked,
        own_records={key: tuple(dict.fromkeys(found)) for key, found in own.items()},
        nobody=len(every) - len(days),
        undated=sum(day is None for day in days),
        later=sum(day is not None and day > as_of for day in days),
    )


def _came(
    material: Material, linked: Mapping[str, dt.date], as_of: dt.date
) -> tuple[dict[tuple[str, Matter], Came], dict[tuple[str, Matter], Came]]:
    """The first day at best and as recorded for each agency and matter; no day at best before the link (as asked)."""
    best: dict[tuple[str, Matter], tuple[tuple[dt.date, int, str], Came]] = {}
    said: dict[tuple[str, Matter], Came] = {}
    for row in material.ask(_COULD):
        key = (_text(row, "agency_id"), _matter(row))
        at_best, recorded = _day(row, "at_best"), _day(row, "as_recorded")
        since = linked.get(_text(row, "person_id"))
        if at_best is None or at_best > as_of or (since and since > as_of):
            continue
        via = tuple(map(str, row["via"])) if isinstance(row["via"], list | tuple) else ()
        day = max(at_best, since) if since else at_best
        by = _text(row, "at_best_by")
        order = (day, len(via), by)
        if key not in best or order < best[key][0]:
            best[key] = (order, Came(day, by, via))
        if recorded and recorded <= as_of and (key not in said or recorded < said[key].day):
            said[key] = Came(recorded, _text(row, "as_recorded_by"), via)
    return {key: came for key, (_, came) in best.items()}, said


def decisions(material: Material) -> tuple[tuple[Decision, ...], int]:
    """Decisions, closures, assessments and meetings in the order of their first possible day; how many have no date."""
    found: dict[tuple[int, str], list[Mapping[str, Value]]] = defaultdict(list)
    for place, query in enumerate((_MILESTONES, _ASSESSMENTS, _MEETINGS)):
        for row in material.ask(query):
            found[place, _text(row, "thing_id")].append(row)
    dated = [
        Decision(
            day,
            _text(rows[0], "kind").replace("pre_birth", "pre-birth").replace("_", " "),
            agencies,
            _text(rows[0], "on_text"),
        )
        for rows in found.values()
        if (day := _day(rows[0], "earliest"))
        for agencies in (tuple(dict.fromkeys(_text(row, "agency_id") for row in rows if row["agency_id"])),)
    ]
    return tuple(
        sorted(set(dated), key=lambda d: (d.day, d.kind, d.agency_ids, d.on_text))
    ), len(found) - len(dated)  # fmt: skip


def _matter(row: Mapping[str, Value]) -> Matter:
    return _text(row, "person_id"), _text(row, "topic")


def _text(row: Mapping[str, Value], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def _day(row: Mapping[str, Value], name: str) -> dt.date | None:
    value = row.get(name)
    return value if isinstance(value, dt.date) else None
