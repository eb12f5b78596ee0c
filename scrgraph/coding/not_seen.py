"""Days between which no entry records that a child was seen (DOMAIN questions 29 and 31)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.derived import NotSeenPeriod
from scrgraph.model.entry import Entry
from scrgraph.model.events import Contact
from scrgraph.model.people import Person, Stay
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import PersonKind, Tri
from scrgraph.temporal.diary import Diary
from scrgraph.temporal.seen_gaps import Days, gaps_between


@dataclass(frozen=True)
class _Met:
    """A dated contact or row, with what it says of one child; ``seen`` is ``None`` where it says nothing of it.

    ``named`` is false where the child is not in it: one that names no child can still say that none was seen.
    """

    first: dt.date
    last: dt.date
    agency_id: str
    entry_ids: tuple[str, ...]
    seen: Tri | None
    named: bool


def not_seen_periods_of(graph: ReviewGraph) -> tuple[NotSeenPeriod, ...]:
    """For each child with a dated contact, the periods between days on which the child may have been seen.

    An index child's first period begins with the birth or, where that is not known, the first contact; the last ends
    with the death, else with the day the review looks back from or the last contact, whichever is later. A
    living child's last period is kept even where it has no days: it goes on for whoever looks back from a later
    day. The entries are the contacts with the child and with the people around it in those days (with an adult,
    from the day since when anything links that adult to the family), and rows in which an agency says that another
    is seeing the child. A contact with these people that names no child and records a child as not seen counts as
    one at which an index child was not seen.
    """
    around = _around(graph)
    unnamed = _not_seen_unnamed(graph)
    sectors = {agency.agency_id: agency.sector for agency in graph.agencies}
    said = _diary(_said(graph.entries, sectors))
    periods: list[NotSeenPeriod] = []
    for child in graph.people:
        if child.kind is PersonKind.CHILD and not child.group:
            unseen = unnamed if child.index_child else frozenset()
            met = list(_met(graph.contacts, child.person_id, around[child.person_id], unseen))
            periods.extend(_periods(child, met, said, graph.review.as_of))
    return tuple(periods)


def _periods(
    child: Person, met: Sequence[_Met], said: Diary[_Met], as_of: dt.date | None
) -> list[NotSeenPeriod]:
    own = [contact for contact in met if contact.named]
    if not own:
        return []
    sightings = [(contact.first, contact.last) for contact in own if _sighting(contact, child)]
    until = child.died.latest or max(filter(None, (as_of, max(contact.last for contact in own))))
    diary = _diary(met)
    found = []
    for from_day, to_day in gaps_between(_begins(child, own, sightings), sightings, until):
        if from_day == to_day and child.died.known:
            continue
        within = list(diary.between(from_day, to_day))
        rows = (*within, *said.between(from_day, to_day))
        found.append(
            NotSeenPeriod(
                not_seen_period_id=f"{child.person_id}@{from_day}",
                person_id=child.person_id,
                from_day=from_day,
                to_day=to_day,
                not_seen=sum(contact.seen is Tri.NO for contact in within),
                unclear=sum(contact.seen is Tri.UNKNOWN for contact in within),
                agency_ids=tuple(dict.fromkeys(c.agency_id for c in within if not _sighting(c, child))),
                entry_ids=tuple(dict.fromkeys(entry_id for row in rows for entry_id in row.entry_ids)),
            )
        )
    return found


def _diary(met: Iterable[_Met]) -> Diary[_Met]:
    """The rows by day; those of one day in the order of their entries."""
    return Diary((row.first, row.last, row) for row in sorted(met, key=lambda row: row.entry_ids))


def _met(
    contacts: Iterable[Contact], child: str, around: Mapping[str, Sequence[Days]], unnamed: Set[str]
) -> Iterable[_Met]:
    for contact in contacts:
        first, last = contact.on.earliest, contact.on.latest
        if first is None or last is None:
            continue
        seen = {presence.person_id: presence.seen for presence in contact.presences}
        near = any(since <= last and first <= until for key in seen for since, until in around.get(key, ()))
        if child in seen or near:
            told = seen.get(child, Tri.NO if contact.contact_id in unnamed else None)
            yield _Met(first, last, contact.agency_id, contact.entry_ids, told, child in seen)


def _not_seen_unnamed(graph: ReviewGraph) -> Set[str]:
    """The contacts whose row says that the child was not seen, and names none."""
    children = {p.person_id for p in graph.people if p.kind is PersonKind.CHILD and not p.group}
    unseen = {entry.entry_id for entry in graph.entries if entry.child_seen is Tri.NO}
    return frozenset(
        contact.contact_id
        for contact in graph.contacts
        if not unseen.isdisjoint(contact.entry_ids)
        and children.isdisjoint(presence.person_id for presence in contact.presences)
    )


def _sighting(contact: _Met, child: Person) -> bool:
    """Whether the child was seen: only between birth and death, as these are known."""
    return (
        contact.seen is Tri.YES
        and (child.died.latest is None or contact.first <= child.died.latest)
        and (child.born.earliest is None or contact.last >= child.born.earliest)
    )


def _begins(child: Person, own: Sequence[_Met], sightings: Sequence[Days]) -> dt.date:
    """The birth, or the first contact: for a brother or sister whichever came later."""
    born, met = child.born.latest or child.due.latest, min(contact.first for contact in own)
    first = met if born is None or (met > born and not child.index_child) else born
    return min([first, *(day for day, _ in sightings)])


def _around(graph: ReviewGraph) -> Mapping[str, Mapping[str, Sequence[Days]]]:
    """By each child, the people tied to it by kinship or who lived in its household, and when."""
    linked = {person.person_id: person.linked_since or dt.date.min for person in graph.people}
    around: dict[str, dict[str, list[Days]]] = defaultdict(lambda: defaultdict(list))
    for tie in graph.kinships:
        one, other = tie.person_id, tie.to_person_id
        around[one][other].append((linked.get(other, dt.date.min), dt.date.max))
        around[other][one].append((linked.get(one, dt.date.min), dt.date.max))
    homes: dict[str, list[Stay]] = defaultdict(list)
    for stay in graph.stays:
        homes[stay.household_id].append(stay)
    for person in graph.people:
        shared = {stay.household_id for stay in graph.stays if stay.person_id == person.person_id}
        for stay in (stay for home in sorted(shared) for stay in homes[home]):
            since = max(stay.since.earliest or dt.date.min, linked.get(stay.person_id, dt.date.min))
            around[person.person_id][stay.person_id].append((since, stay.until.latest or dt.date.max))
    return around


def _said(entries: Iterable[Entry], sectors: Mapping[str, str]) -> Iterable[_Met]:
    for entry in entries:
        first, last = entry.date.earliest, entry.date.latest
        if first and last and entry.agency_id and _says_another_sees(entry, sectors):
            yield _Met(first, last, entry.agency_id, (entry.entry_id,), None, False)


def _says_another_sees(entry: Entry, sectors: Mapping[str, str]) -> bool:
    """Whether the row's words say that a worker of another sector is seeing, visiting or watching the child."""
    words, lists = normal(entry.words), word_list("meetings.toml")
    does = [phrase for phrase in lists["another_sees"]["does"] if has_phrase(words, phrase)]
    return bool(does) and any(
        has_phrase(words, f"{who} {phrase}")
        for sector, roles in lists["roles"].items()
        if sector != sectors.get(entry.agency_id)
        for who in roles
        for phrase in does
    )
