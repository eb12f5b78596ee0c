"""Contacts, meetings, assessments and milestones from coded entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import slug
from scrgraph.model.agencies import Professional
from scrgraph.model.events import Assessment, Contact, CourtOrder, Meeting, Milestone, Plan, Presence
from scrgraph.model.vocabulary import (
    ASSESSMENT_KINDS,
    CONTACT_KINDS,
    MEETING_KINDS,
    EventKind,
    PersonKind,
    Tri,
)

_MISSED = frozenset({EventKind.MISSED_ATTENDANCE, EventKind.NO_ACCESS})
_NO_PROFESSIONAL = frozenset({"none", "not-stated", "unknown", "n-a", "unnamed"})


def professional_of(item: CodedEntry) -> Professional | None:
    """The professional an entry names, by name or, failing that, by role at the agency."""
    entry = item.entry
    name = entry.professional_text or entry.role_text
    if not name or slug(name) in _NO_PROFESSIONAL or not item.agency_id:
        return None
    return Professional(
        professional_id=f"{item.agency_id}/{slug(name)}",
        agency_id=item.agency_id,
        display_name=name,
        role=entry.role_text,
        named=bool(entry.professional_text),
    )


def contacts_of(coded: Iterable[CodedEntry], agencies: AgencyNames, people: PeopleNames) -> Iterator[Contact]:
    """Contacts of agencies with people.

    An entry that only passes something on is no contact, unless it says that a child was seen or not seen.
    """
    for item in coded:
        seen = item.entry.child_seen
        touches = item.kind in CONTACT_KINDS | _MISSED | {EventKind.OTHER, EventKind.PRE_BIRTH_ASSESSMENT}
        if (
            not agencies.is_agency(item.agency_id)
            or item.receives
            or not (touches or seen is not Tri.UNKNOWN)
        ):
            continue
        professional = professional_of(item)
        yield Contact(
            contact_id=item.entry.entry_id,
            kind=item.kind,
            kind_told=item.kind_told,
            on=item.entry.date,
            agency_id=item.agency_id,
            professional_id=professional.professional_id if professional else "",
            missed=item.kind in _MISSED,
            presences=tuple(_presence(item, person_id, people) for person_id in item.people),
            entry_ids=(item.entry.entry_id,),
        )


def meetings_of(coded: Sequence[CodedEntry], agencies: AgencyNames) -> Iterator[Meeting]:
    """Meetings; rows of several agencies about one kind of meeting on one day are the same meeting."""
    same: dict[tuple[object, ...], list[CodedEntry]] = defaultdict(list)
    for item in coded:
        if item.kind in MEETING_KINDS:
            day = item.entry.date.earliest if item.entry.date.exact else item.entry.entry_id
            same[(str(day), item.kind)].append(item)
    for rows in same.values():
        first = rows[0]
        holders = [row.agency_id for row in rows if agencies.is_agency(row.agency_id)]
        named = [agency for row in rows for agency in (*row.to_agencies, *row.from_agencies)]
        yield Meeting(
            meeting_id=first.entry.entry_id,
            kind=first.kind,
            on=first.entry.date,
            held_by=holders[0] if holders else "",
            attended=tuple(dict.fromkeys(a for a in (*holders, *named) if agencies.is_agency(a))),
            about=tuple(dict.fromkeys(person for row in rows for person in row.people)),
            entry_ids=tuple(row.entry.entry_id for row in rows),
        )


def assessments_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Assessment]:
    """Assessments with the people they covered."""
    for item in coded:
        if item.kind in ASSESSMENT_KINDS and agencies.is_agency(item.agency_id) and not item.receives:
            yield Assessment(
                assessment_id=item.entry.entry_id,
                kind=item.kind,
                on=item.entry.date,
                agency_id=item.agency_id,
                covered=item.people,
                entry_ids=(item.entry.entry_id,),
            )


def plans_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Plan]:
    """Plans with the people they are for; what the plan is stands in the event column."""
    for item in _of_kind(coded, agencies, EventKind.PLAN):
        yield Plan(plan_id=item.entry.entry_id, **_measure(item))


def orders_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[CourtOrder]:
    """Orders with the people they are about, by the agency whose record tells of them."""
    for item in _of_kind(coded, agencies, EventKind.ORDER):
        yield CourtOrder(order_id=item.entry.entry_id, **_measure(item))


def milestones_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Milestone]:
    """Closures and decisions of an agency."""
    for item in _of_kind(coded, agencies, EventKind.CASE_CLOSURE, EventKind.DECISION):
        yield Milestone(
            milestone_id=item.entry.entry_id,
            kind=item.kind,
            on=item.entry.date,
            agency_id=item.agency_id,
            about=item.people,
            entry_ids=(item.entry.entry_id,),
        )


def _of_kind(coded: Iterable[CodedEntry], agencies: AgencyNames, *kinds: EventKind) -> Iterator[CodedEntry]:
    return (item for item in coded if item.kind in kinds and agencies.is_agency(item.agency_id))


def _measure(item: CodedEntry) -> dict[str, Any]:
    return {
        "what": item.entry.event_text,
        "on": item.entry.date,
        "agency_id": item.agency_id,
        "covered": item.people,
        "entry_ids": (item.entry.entry_id,),
    }


def _presence(item: CodedEntry, person_id: str, people: PeopleNames) -> Presence:
    if people[person_id].kind is PersonKind.ADULT:
        return Presence(person_id=person_id)
    return Presence(person_id=person_id, seen=item.entry.child_seen, seen_alone=item.entry.seen_alone)
