"""The rows of the merged chronology in the order of their dates, with what was read from each and rests on it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from scrgraph.model.vocabulary import PersonKind, Tri
from scrgraph.store.base import Value
from visualisations.records.material import Material

_CODED = """
MATCH (e:Entry) WHERE e.review_id = $review_id
RETURN e.entry_id AS entry_id, e.row AS row_number, e.agency_text AS agency_text, e.people_text AS people_text,
       e.event_text AS event_text, e.coded_as AS coded_as, e.coded_by AS coded_by, e.coded_from AS coded_from,
       e.confidence AS confidence, e.date_doubt AS date_doubt
ORDER BY entry_id"""
_WROTE = """
MATCH (a:Agency)-[:WROTE]->(e:Entry) WHERE e.review_id = $review_id
RETURN e.entry_id AS thing, a.agency_id AS other ORDER BY thing, other"""
_PEOPLE = """
MATCH (p:Person)-[:RECORDED_IN]->(e:Entry) WHERE e.review_id = $review_id
RETURN e.entry_id AS thing, p.person_id AS other ORDER BY thing, other"""
_ABOUT = """
MATCH (n:{label})-[:ABOUT]->(p:Person) WHERE n.review_id = $review_id
MATCH (n)-[:RECORDED_IN]->(e:Entry)
RETURN DISTINCT e.entry_id AS thing, p.person_id AS other ORDER BY thing, other"""
_COPIES = """
MATCH (e:Entry)-[:COPY_OF]->(o:Entry) WHERE e.review_id = $review_id
RETURN e.entry_id AS thing, o.entry_id AS other ORDER BY thing, other"""
_CHILD_SEEN = """
MATCH (c:Contact)-[:RECORDED_IN]->(e:Entry) WHERE c.review_id = $review_id AND c.child_seen IN ['yes', 'no']
RETURN e.entry_id AS entry_id, c.child_seen AS child_seen ORDER BY entry_id, child_seen"""
#: What tells whom it is about and has rows of its own.
_TELLING = ("Baton", "Meeting", "Milestone", "Information", "WorkerChange", "Engagement")
_LAST = dt.date.max


@dataclass(frozen=True)
class Seen:
    """Whether children were seen: ``sign`` is ``alone``, ``seen`` or ``not``; no names where the row names none."""

    sign: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ChronologyRow:
    """One row of the merged chronology.

    ``earliest`` and ``latest`` are the days it may have happened, ``date`` the words for people. ``coded_by`` is
    ``column``, ``words`` or ``author``; ``confidence`` is from 0 to 1. ``findings`` are places in the review's
    findings. ``same_as`` is the row of another file that it repeats.
    """

    entry_id: str
    date: str
    earliest: dt.date | None
    latest: dt.date | None
    date_doubt: str
    agency_id: str
    agency_text: str
    people_text: str
    people: tuple[str, ...]
    event_text: str
    coded_as: str
    coded_by: str
    coded_from: str
    confidence: float | None
    words: str
    file: str
    place: str
    seen: tuple[Seen, ...]
    findings: tuple[int, ...]
    same_as: str


def chronology_rows(material: Material) -> tuple[ChronologyRow, ...]:
    """Every row, by the first day it may have happened, then the last, the agency and its place; undated ones last."""
    coded = {_text(row, "entry_id"): row for row in material.ask(_CODED)}
    wrote, copies = _linked(material, _WROTE), _linked(material, _COPIES)
    people, seen = _people(material), _seen(material)
    findings = _findings(material)
    place_of = {look.agency_id: place for place, look in enumerate(material.looks)}
    ordered = []
    for entry in material.records.entries:
        row = coded[entry.entry_id]
        agency_id = next(iter(wrote.get(entry.entry_id, ())), "")
        original = next(iter(copies.get(entry.entry_id, ())), "")
        same = material.entries.get(original)
        sure = row["confidence"]
        made = ChronologyRow(
            entry_id=entry.entry_id,
            date=entry.date or "no date given",
            earliest=entry.earliest,
            latest=entry.latest,
            date_doubt=_text(row, "date_doubt"),
            agency_id=agency_id,
            agency_text=_text(row, "agency_text"),
            people_text=_text(row, "people_text"),
            people=tuple(people.get(entry.entry_id, ())),
            event_text=_text(row, "event_text"),
            coded_as=_text(row, "coded_as"),
            coded_by=_text(row, "coded_by"),
            coded_from=_text(row, "coded_from"),
            confidence=float(sure) if isinstance(sure, int | float) else None,
            words=entry.words,
            file=entry.file,
            place=entry.place,
            seen=seen.get(entry.entry_id, ()),
            findings=tuple(findings.get(entry.entry_id, ())),
            same_as=f"{same.file}, {same.place}" if same else "",
        )
        number = row["row_number"]
        key = (
            entry.earliest or _LAST,
            entry.latest or _LAST,
            place_of.get(agency_id, len(place_of)),
            entry.file,
            number if isinstance(number, int) else 0,
            entry.entry_id,
        )
        ordered.append((key, made))
    ordered.sort(key=lambda pair: pair[0])
    return tuple(made for _, made in ordered)


def _text(row: Mapping[str, Value], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def _linked(material: Material, query: str) -> dict[str, list[str]]:
    """What is linked to each thing, in the order of the query."""
    found = defaultdict[str, list[str]](list)
    for row in material.ask(query):
        found[_text(row, "thing")].append(_text(row, "other"))
    return found


def _people(material: Material) -> dict[str, list[str]]:
    """Who is named in each row or told of by it, in the order of the review's people."""
    about = defaultdict[str, set[str]](set)
    for query in (_PEOPLE, *(_ABOUT.replace("{label}", label) for label in _TELLING)):
        for entry_id, persons in _linked(material, query).items():
            about[entry_id].update(persons)
    for contact in material.records.contacts:
        for entry_id in contact.entry_ids:
            about[entry_id].update(with_.person_id for with_ in contact.people)
    place = {person.person_id: at for at, person in enumerate(material.records.people)}
    return {entry_id: sorted(ids & place.keys(), key=lambda i: place[i]) for entry_id, ids in about.items()}


def _seen(material: Material) -> dict[str, tuple[Seen, ...]]:
    """Which children each row's contacts saw alone, saw, or say were not seen."""
    signs = defaultdict[str, dict[str, list[str]]](lambda: {"alone": [], "seen": [], "not": []})
    for contact in material.records.contacts:
        for with_ in contact.people:
            person = material.people.get(with_.person_id)
            if person is None or person.kind == PersonKind.ADULT.value:
                continue
            yes, no = Tri.YES.value, Tri.NO.value
            sign = (
                "alone" if with_.seen_alone == yes else "seen" if with_.seen == yes else
                "not" if with_.seen == no else ""
            )  # fmt: skip
            for entry_id in contact.entry_ids if sign else ():
                if person.name not in signs[entry_id][sign]:
                    signs[entry_id][sign].append(person.name)
    for row in material.ask(_CHILD_SEEN):
        told = signs[_text(row, "entry_id")]
        if not any(told.values()):
            told["seen" if row["child_seen"] == Tri.YES.value else "not"].append("")
    return {
        entry_id: tuple(
            Seen(sign, tuple(name for name in names if name)) for sign, names in told.items() if names
        )
        for entry_id, told in signs.items()
    }


def _findings(material: Material) -> dict[str, list[int]]:
    """The places of the findings that rest on each row."""
    resting = defaultdict[str, list[int]](list)
    for place, finding in enumerate(material.findings):
        for evidence in finding.evidence:
            if evidence.entry_id in material.entries and place not in resting[evidence.entry_id]:
                resting[evidence.entry_id].append(place)
    return resting
