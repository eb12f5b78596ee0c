"""What an agency recorded after a contact that did not take place, and how many had taken place before it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from scrgraph.model.events import Baton, Contact, Milestone

#: A day on which an agency recorded something about a person, and the entry it stands in.
_Step = tuple[dt.date, str]


def with_follow_up(
    contacts: Sequence[Contact], batons: Iterable[Baton], milestones: Iterable[Milestone]
) -> list[Contact]:
    """The contacts, missed ones with what came before and after them; others as they are.

    ``followed_on`` is the earliest day on which the same agency may have recorded a further contact, something it
    passed on, or a step that is no closure on non-attendance, about one of the same people, in another entry.
    ``kept_before`` counts, for each person, the agency's contacts with them that took place and were over by then.
    """
    steps: dict[tuple[str, str], list[_Step]] = defaultdict(list)
    kept: dict[tuple[str, str], list[dt.date]] = defaultdict(list)
    for contact in contacts:
        people = [presence.person_id for presence in contact.presences]
        _note(steps, contact.agency_id, people, contact.on.earliest, contact.contact_id)
        if not contact.missed and contact.on.latest:
            for person_id in people:
                kept[(contact.agency_id, person_id)].append(contact.on.latest)
    for baton in batons:
        _note(steps, baton.from_agency_id, baton.about, baton.on.earliest, "")
    for milestone in milestones:
        if not milestone.on_non_attendance:
            _note(steps, milestone.agency_id, milestone.about, milestone.on.earliest, milestone.entry_ids[0])
    for near in steps.values():
        near.sort()
    for days in kept.values():
        days.sort()
    return [_followed(contact, steps, kept) if contact.missed else contact for contact in contacts]


def _note(
    steps: dict[tuple[str, str], list[_Step]],
    agency_id: str,
    people: Iterable[str],
    day: dt.date | None,
    entry_id: str,
) -> None:
    if day is not None and agency_id:
        for person_id in people:
            steps[(agency_id, person_id)].append((day, entry_id))


def _followed(
    contact: Contact,
    steps: dict[tuple[str, str], list[_Step]],
    kept: dict[tuple[str, str], list[dt.date]],
) -> Contact:
    first, last = contact.on.earliest, contact.on.latest
    if first is None or last is None:
        return contact
    days = []
    for presence in contact.presences:
        near = steps.get((contact.agency_id, presence.person_id), [])
        place = bisect_left(near, (first, ""))
        while place < len(near) and near[place][1] == contact.entry_ids[0]:
            place += 1
        if place < len(near):
            days.append(near[place][0])
    presences = tuple(
        presence.model_copy(
            update={"kept_before": bisect_left(kept.get((contact.agency_id, presence.person_id), []), last)}
        )
        for presence in contact.presences
    )
    return contact.model_copy(update={"followed_on": min(days, default=None), "presences": presences})
