"""Contacts from coded entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames
from scrgraph.model.events import Contact, Presence
from scrgraph.model.vocabulary import (
    CONTACT_KINDS,
    EventKind,
    PersonKind,
    Tri,
)

_MISSED = frozenset({EventKind.MISSED_ATTENDANCE, EventKind.NO_ACCESS, EventKind.CANCELLED})


def contacts_of(coded: Iterable[CodedEntry], agencies: AgencyNames, people: PeopleNames) -> Iterator[Contact]:
    """Contacts of agencies with people.

    An entry that only passes something on is no contact, unless it says that a child was seen or not seen. ``coded``
    may have several events of one entry: the first that is a contact counts.
    """
    yielded: set[str] = set()
    for item in coded:
        seen = item.entry.child_seen
        touches = item.kind in CONTACT_KINDS | _MISSED | {EventKind.OTHER, EventKind.PRE_BIRTH_ASSESSMENT}
        if (
            not agencies.is_agency(item.agency_id)
            or item.receives
            or not (touches or seen is not Tri.UNKNOWN)
        ):
            continue
        if item.entry.entry_id in yielded:
            continue
        yielded.add(item.entry.entry_id)
        professional = item.professional
        yield Contact(
            contact_id=item.entry.entry_id,
            kind=item.kind,
            kind_told=item.kind_told,
            on=item.entry.date,
            agency_id=item.agency_id,
            professional_id=professional.professional_id if professional else "",
            missed=item.kind in _MISSED,
            child_seen=item.entry.child_seen,
            presences=tuple(_presence(item, person_id, people) for person_id in item.people),
            entry_ids=(item.entry.entry_id,),
        )


def _presence(item: CodedEntry, person_id: str, people: PeopleNames) -> Presence:
    if people[person_id].kind is PersonKind.ADULT:
        return Presence(person_id=person_id)
    return Presence(person_id=person_id, seen=item.entry.child_seen, seen_alone=item.entry.seen_alone)
