"""The people of the review as the overview lists them: by their place in the family, never by a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scrgraph.model.partial_date import in_words
from visualisations.drawing.agency_look import AgencyLook
from visualisations.overview.found import Found
from visualisations.overview.recording import rows_of_agencies
from visualisations.records.material import Material
from visualisations.records.shown import PersonShown


@dataclass(frozen=True)
class PersonCard:
    """One person: who they are, how many findings name them, and where the records speak of them."""

    person: PersonShown
    who: str
    findings: int
    first: str
    last: str
    rows: int
    agencies: tuple[AgencyLook, ...]


@dataclass(frozen=True)
class FamilyPart:
    """People of one place in the family, under its heading."""

    heading: str
    cards: tuple[PersonCard, ...]


def family_parts(material: Material, found: Sequence[Found]) -> tuple[FamilyPart, ...]:
    """The children the review is about, other children, adults, and people of whom the records say neither."""
    wrote = {row: agency_id for agency_id, rows in rows_of_agencies(material).items() for row in rows}
    named = Counter(person_id for one in found for person_id in dict.fromkeys(one.people))
    parts: dict[str, list[PersonCard]] = {
        heading: [] for heading in ("The child of the review", "Other children", "Adults", "Others in the records")
    }  # fmt: skip
    for person in material.records.people:
        card = _card(material, person, named[person.person_id], wrote)
        if person.index_child:
            heading = "The child of the review"
        elif person.kind == "child":
            heading = "Other children"
        else:
            heading = "Adults" if person.kind == "adult" else "Others in the records"
        parts[heading].append(card)
    headings = (
        {"The child of the review": "The children of the review"}
        if len(parts["The child of the review"]) > 1
        else {}
    )
    return tuple(
        FamilyPart(headings.get(heading, heading), tuple(sorted(cards, key=_order)))
        for heading, cards in parts.items()
        if cards
    )  # fmt: skip


def _order(card: PersonCard) -> tuple[bool, bool, str, str]:
    """Named people first, by name; then people not named, then groups."""
    return (card.person.group, card.person.unnamed, card.person.name, card.person.person_id)


def _card(material: Material, person: PersonShown, findings: int, wrote: dict[str, str]) -> PersonCard:
    rows = [material.entries[entry_id] for entry_id in person.entry_ids if entry_id in material.entries]
    dated = [(row.earliest, row.latest, row.date) for row in rows if row.earliest and row.latest]
    speaking = {wrote[row.entry_id] for row in rows if row.entry_id in wrote}
    return PersonCard(
        person=person,
        who=_who(person),
        findings=findings,
        first=min(dated)[2] if dated else "",
        last=max(dated, key=lambda d: (d[1], d[0], d[2]))[2] if dated else "",
        rows=len(rows),
        agencies=tuple(look for look in material.looks if look.agency_id in speaking),
    )


def _who(person: PersonShown) -> str:
    """Role and dates of birth and death, as far as they are known."""
    parts = [person.role] if person.role and person.role.lower() != person.name.lower() else []
    if person.unnamed and "not identified" not in person.role:
        parts.append("not named")
    if person.born.earliest:
        parts.append(f"born {person.born.words}")
    elif person.unborn:
        parts.append(f"due {person.due.words}")
    if person.died.earliest:
        day = person.died
        exact = day.earliest and day.earliest == day.latest
        parts.append(f"died {in_words(day.earliest) if exact and day.earliest else day.words}")
    return ", ".join(parts)
