"""What the records say of each child, contact by contact and row by row, as marks of the picture."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from visualisations.frame.marks import Mark
from visualisations.records.material import Material
from visualisations.records.shown import ContactShown, PersonShown, When, WithShown
from visualisations.seen.background import Change, Stay, changes_of, stays_of
from visualisations.seen.gaps import Gap, gaps_of
from visualisations.seen.looks import LOOKS, Look

_WROTE = """
MATCH (a:Agency)-[:WROTE]->(e:Entry) WHERE e.review_id = $review_id
RETURN e.entry_id AS entry_id, a.agency_id AS agency_id
ORDER BY entry_id, agency_id"""
_SAID = {"yes": "yes", "no": "no", "unknown": "the record does not say"}


@dataclass(frozen=True)
class Told:
    """What one contact or row says of the child, with the days on which it may have been."""

    mark: Mark
    look: Look
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True)
class ChildSeen:
    """A child with everything the strip shows; ``begins`` and ``ends`` bound its weeks, where they are known."""

    person: PersonShown
    begins: dt.date | None
    ends: dt.date | None
    told: tuple[Told, ...]
    gaps: tuple[Gap, ...] = ()
    stays: tuple[Stay, ...] = ()
    changes: tuple[Change, ...] = ()
    undated: tuple[Told, ...] = field(default=())

    def count(self, look: Look) -> int:
        """How many dated contacts or rows have a look."""
        return sum(told.look is look for told in self.told)


def children_of(material: Material) -> tuple[ChildSeen, ...]:
    """The children of a review: index children first, then by birth and name."""
    gaps, stays, changes = gaps_of(material), stays_of(material), changes_of(material)
    wrote = {str(row["entry_id"]): str(row["agency_id"]) for row in material.ask(_WROTE)}
    contacts: dict[str, list[tuple[ContactShown, WithShown]]] = defaultdict(list)
    for contact in material.records.contacts:
        for part in contact.people:
            contacts[part.person_id].append((contact, part))
    found = []
    for child in sorted((p for p in material.records.people if p.kind == "child"), key=_order):
        told = [*_contacts(material, child, contacts[child.person_id])]
        with_contact = {entry_id for one in told for entry_id in one.mark.entry_ids}
        told += _rows(material, child, with_contact, wrote)
        dated = [one for one in told if one.first]
        found.append(
            ChildSeen(
                person=child,
                begins=child.born.earliest or child.due.earliest,
                ends=child.died.latest,
                told=tuple(sorted(dated, key=lambda one: (one.first or dt.date.min, one.mark.mark_id))),
                gaps=gaps.get(child.person_id, ()),
                stays=stays.get(child.person_id, ()),
                changes=changes.get(child.person_id, ()),
                undated=tuple(one for one in told if not one.first),
            )
        )
    return tuple(found)


def look_of(contact: ContactShown, part: WithShown, child: PersonShown) -> Look:
    """What a contact says of a child. Before the birth and after the death a child can only be written of."""
    first, last = contact.on.earliest, contact.on.latest
    born, died = child.born.earliest or child.due.earliest, child.died.latest
    if (born and last and last < born) or (died and first and first > died):
        return Look.DISCUSSED
    if part.seen == "yes":
        return Look.ALONE if part.seen_alone == "yes" else Look.SEEN
    return Look.NOT_SEEN if part.seen == "no" or contact.missed else Look.UNCLEAR


def _order(child: PersonShown) -> tuple[bool, bool, dt.date, str, str]:
    day = child.born.earliest or child.due.earliest or dt.date.max
    return not child.index_child, child.group, day, child.name, child.person_id


def _contacts(
    material: Material, child: PersonShown, contacts: list[tuple[ContactShown, WithShown]]
) -> Iterator[Told]:
    workers = {one.professional_id: one for one in material.records.professionals}
    for contact, part in contacts:
        look = look_of(contact, part, child)
        agency = material.agencies.get(contact.agency_id)
        worker = workers.get(contact.professional_id)
        kind = contact.kind.replace("_", " ")
        facts = [
            ("What", f"{kind} that did not take place" if contact.missed and "miss" not in kind else kind)
        ]
        if worker:
            facts.append(("By", f"{worker.name}, {worker.role}" if worker.role else worker.name))
        if look in {Look.ALONE, Look.SEEN}:
            facts += [("Spoken to", _SAID[part.spoken_to]), ("Seen alone", _SAID[part.seen_alone])]
        others = [p.person_id for p in contact.people if p.person_id != child.person_id]
        adults = tuple(p for p in others if material.people[p].kind != "child")
        if others:
            facts.append(("Also in it", ", ".join(material.people[p].name for p in others)))
        yield _told(
            material, child, look, contact.on, agency.name if agency else "", tuple(facts), contact.agency_id,
            contact.entry_ids, mark_id=f"{contact.contact_id}>{child.person_id}", people=adults,
        )  # fmt: skip


def _rows(
    material: Material, child: PersonShown, with_contact: set[str], wrote: Mapping[str, str]
) -> Iterator[Told]:
    for entry_id in child.entry_ids:
        entry = material.entries.get(entry_id)
        if entry is None or entry_id in with_contact:
            continue
        agency = material.agencies.get(wrote.get(entry_id, ""))
        on = When(earliest=entry.earliest, latest=entry.latest, words=entry.date or "no date given")
        yield _told(
            material, child, Look.DISCUSSED, on, agency.name if agency else "", (),
            agency.agency_id if agency else "", (entry_id,), mark_id=f"{entry_id}>{child.person_id}",
        )  # fmt: skip


def _told(
    material: Material,
    child: PersonShown,
    look: Look,
    on: When,
    agency: str,
    facts: tuple[tuple[str, str], ...],
    agency_id: str,
    entry_ids: tuple[str, ...],
    *,
    mark_id: str,
    people: tuple[str, ...] = (),
) -> Told:
    title = f"{child.name}: {LOOKS[look].key}, {on.words}" + (f" ({agency})" if agency else "")
    mark = Mark(
        mark_id=plain_id(mark_id),
        kind=look,
        title=title,
        facts=facts,
        entry_ids=entry_ids,
        people=(child.person_id, *people),
        agencies=(agency_id,) if agency_id else (),
        first=on.earliest,
        last=on.latest,
        show=look,
    )
    return Told(mark, look, on.earliest, on.latest)


def plain_id(graph_id: str) -> str:
    """An id that can stand among others with spaces between."""
    return "_".join(graph_id.split())
