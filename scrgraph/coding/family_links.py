"""Since when somebody belongs to the family: an agency may have known an adult long before he came to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from scrgraph.coding.coded import CodedEntry
from scrgraph.model.people import Kinship, Person, Stay
from scrgraph.model.vocabulary import PersonKind

_COMES_LATER = frozenset({"partner", "ex-partner", "lodger", "friend"})


def with_links(
    people: Sequence[Person],
    kinships: Iterable[Kinship],
    stays: Iterable[Stay],
    coded: Iterable[CodedEntry],
) -> list[Person]:
    """The people, adults who came later with ``linked_since``.

    Children, and whoever is tied to somebody by blood or as a parent, are of the family from the start. For other
    adults it is the earliest possible day of their first stay, their first dated tie, or the first entry that names
    them beside one of the family; for somebody of whom none of these is known it is left out.
    """
    ties, stays, coded = list(kinships), list(stays), list(coded)
    core = {person.person_id for person in people if person.kind is PersonKind.CHILD}
    core |= {
        end for tie in ties if tie.kinship not in _COMES_LATER for end in (tie.person_id, tie.to_person_id)
    }
    first: dict[str, dt.date] = {}

    def seen(person_id: str, day: dt.date | None) -> None:
        if day is not None and day < first.get(person_id, dt.date.max):
            first[person_id] = day

    for stay in stays:
        seen(stay.person_id, stay.since.earliest)
    for tie in ties:
        for end in (tie.person_id, tie.to_person_id):
            seen(end, tie.since.earliest)
    for item in coded:
        if core.intersection(item.people):
            for person_id in item.people:
                seen(person_id, item.entry.date.earliest)
    return [
        person
        if person.person_id in core or person.kind is not PersonKind.ADULT
        else person.model_copy(update={"linked_since": first.get(person.person_id)})
        for person in people
    ]
