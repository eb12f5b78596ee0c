"""One sentence of numbers for the card of each picture."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

from scrgraph.model.partial_date import in_words
from scrgraph.model.sentence_parts import several
from visualisations.records.material import Material
from visualisations.records.shown import BatonStatus

_KNOWN = """
MATCH (a:Agency)-[:KNEW]->(i:Information)-[:ABOUT]->(p:Person) WHERE i.review_id = $review_id
RETURN a.agency_id AS agency_id, i.topic AS topic, p.person_id AS person_id, i.information_id AS information_id
ORDER BY person_id, topic, agency_id, information_id"""
_NOT_SEEN = """
MATCH (p:Person)-[:NOT_SEEN_DURING]->(n:NotSeenPeriod) WHERE n.review_id = $review_id
RETURN p.person_id AS person_id, n.days AS days, n.from_day AS from_day, n.to_day AS to_day
ORDER BY person_id, from_day, to_day, days"""
_ENGAGEMENT = """
MATCH (g:Engagement) WHERE g.review_id = $review_id
RETURN g.engagement_id AS engagement_id, g.pattern AS pattern
ORDER BY engagement_id"""


def sentences(material: Material) -> dict[str, str]:
    """For each picture but the overview, what it holds, in numbers."""
    return {
        "chronology": _chronology(material),
        "relay": _relay(material),
        "network": _network(material),
        "genogram": _genogram(material),
        "knowledge": _knowledge(material),
        "seen": _seen(material),
        "engagement": _engagement(material),
    }


def _chronology(material: Material) -> str:
    entries = material.records.entries
    if not entries:
        return "No rows."
    undated = sum(entry.earliest is None for entry in entries)
    words = several(len(entries), "row")
    if material.first_day and material.first_day == material.last_day:
        words += f" of {in_words(material.first_day)}"
    elif material.first_day and material.last_day:
        words += f" from {in_words(material.first_day)} to {in_words(material.last_day)}"
    return words + (f"; {undated:,} without a date." if undated else ".")


def _relay(material: Material) -> str:
    batons = material.records.batons
    if not batons:
        return "No baton is recorded."
    counts = Counter(baton.status for baton in batons)
    parts = [
        f"for {counts[status]:,} {words}"
        for status, words in (
            (BatonStatus.NO_RECORD, "no record of receipt was found"),
            (BatonStatus.CANNOT_TELL, "it cannot be told"),
        )
        if counts[status]
    ]
    return several(len(batons), "baton") + ("; " + ", ".join(parts) if parts else "") + "."


def _network(material: Material) -> str:
    contacts = material.records.contacts
    agencies = {contact.agency_id for contact in contacts}
    with_people = {part.person_id for contact in contacts for part in contact.people}
    missed = sum(contact.missed for contact in contacts)
    if not contacts:
        return "No contact is recorded."
    by = several(len(agencies), "agency", "agencies")
    words = (
        f"{several(len(contacts), 'contact')} by {by} with {several(len(with_people), 'person', 'people')}"
    )
    return words + (f"; {missed:,} did not take place." if missed else ".")


def _genogram(material: Material) -> str:
    people, stays = material.records.people, material.records.stays
    if not people:
        return "No person is named in the records."
    unnamed = sum(person.unnamed for person in people)
    homes = len({stay.household_id for stay in stays})
    words = several(len(people), "person", "people") + (f", {unnamed:,} not named" if unnamed else "")
    return f"{words}, in {several(homes, 'household')}." if homes else f"{words}; no household is recorded."


def _knowledge(material: Material) -> str:
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in material.ask(_KNOWN):
        holders[str(row["person_id"]), str(row["topic"])].add(str(row["agency_id"]))
    if not holders:
        return "No row was found that tells of a concern about a person."
    alone = sum(len(agencies) == 1 for agencies in holders.values())
    words = f"{several(len(holders), 'concern')} about the family recorded"
    return words + (f"; {alone:,} by one agency only." if alone else ".")


def _seen(material: Material) -> str:
    child = next((p for p in material.records.people if p.index_child), None) or next(
        (p for p in material.records.people if p.kind == "child"), None
    )
    if child is None:
        return "No child is named in the records."
    parts = [w for c in material.records.contacts for w in c.people if w.person_id == child.person_id]
    seen, alone = sum(w.seen == "yes" for w in parts), sum(w.seen_alone == "yes" for w in parts)
    words = f"{child.name}: recorded as seen in {several(seen, 'contact')}, alone in {alone:,}"
    spans = [
        (row["days"], row["from_day"])
        for row in material.ask(_NOT_SEEN)
        if row["person_id"] == child.person_id
        and isinstance(row["days"], int)
        and isinstance(row["from_day"], dt.date)
    ]
    if spans:
        days = max(int(days) for days, _ in spans if isinstance(days, int))
        words += f"; at most {several(days, 'day')} between two such records"
    return words + "."


def _engagement(material: Material) -> str:
    rows = material.ask(_ENGAGEMENT)
    counts = Counter(str(row["pattern"]) for row in rows)
    if not rows:
        return "No row describes co-operation."
    told = ", ".join(
        f"{pattern} {count:,}" for pattern, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )
    return f"{several(len(rows), 'row')} tell of co-operation: {told}."
