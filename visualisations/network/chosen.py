"""What a drawing of the network shows: the contacts and batons of the person and days wanted, and their counts."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from scrgraph.model.partial_date import in_words
from visualisations.drawing.wanted import Wanted
from visualisations.network.lines import was_with
from visualisations.network.living import Living, living
from visualisations.network.people_met import Met, is_adult, met
from visualisations.network.scene import Scene
from visualisations.records.shown import BatonShown, ContactShown, When


@dataclass(frozen=True)
class Chosen:
    """The contacts, batons and people of a drawing; ``days`` is its period in words, empty for all dates.

    ``undated`` of the contacts and batons have no date: they are in the drawing of all dates only.
    """

    contacts: tuple[ContactShown, ...]
    batons: tuple[BatonShown, ...]
    living: dict[str, Living]
    met: dict[str, Met]
    days: str
    undated: int
    person_id: str
    unsure: frozenset[str]

    @property
    def missed(self) -> int:
        """How many of the contacts were missed, had no access, or say that the person, or nobody, was seen."""
        return sum(not self._was_with(contact) for contact in self.contacts)

    def _was_with(self, contact: ContactShown) -> bool:
        parts = [part for part in contact.people if self.person_id in {"", part.person_id}]
        return any(was_with(contact.missed, part.seen) for part in parts) if parts else not contact.missed


def chosen(scene: Scene, wanted: Wanted) -> Chosen:
    """What ``wanted`` asks for. A day alone means everything up to that day, and who lived where on it."""
    first, last = wanted.first, wanted.last
    if wanted.on and not (first or last):
        last = wanted.on
    within = [c for c in scene.picture.contacts if _in(c.on, first, last)]
    batons = [b for b in scene.picture.batons if _in(b.on, first, last)]
    person = wanted.person_id
    mine = [c for c in within if not person or any(part.person_id == person for part in c.people)]
    about = [b for b in batons if not person or person in (*b.about, b.from_person_id)]
    dates = [c.on for c in scene.picture.contacts] + [b.on for b in scene.picture.batons]
    return Chosen(
        contacts=tuple(mine),
        batons=tuple(about),
        living=living(scene.picture, wanted.on or first, wanted.on or last),
        met=met(scene.picture, within),
        days=_days(first, last),
        undated=sum(when.earliest is None for when in dates),
        person_id=person,
        unsure=scene.unsure,
    )


def in_sentences(scene: Scene, now: Chosen) -> str:
    """What the drawing shows, for those who cannot see it."""
    names = {person.person_id: person.name for person in scene.picture.people}
    agencies = {agency.agency_id: agency.name for agency in scene.picture.agencies}
    said = [
        f"{_several(len(names), 'person', 'people')} of the family in the middle"
        + (f" ({_list(list(names.values()))})" if names else "")
        + f", {_several(len(scene.cards), 'agency', 'agencies')} round them."
    ]
    about = f" with {names.get(now.person_id, 'a person not in this review')}" if now.person_id else ""
    taken = len(now.contacts) - now.missed
    if not (now.contacts or now.batons):
        said.append(f"No contact and no baton{about} is recorded{now.days and ' ' + now.days}.")
    else:
        missed = f" and {now.missed} missed, with no access or not seen" if now.missed else ""
        said.append(
            f"{_several(taken, 'contact', 'contacts')}{about}{missed}, and "
            f"{_several(len(now.batons), 'baton', 'batons')}{now.days and ', ' + now.days}."
        )
    by = Counter(agencies.get(contact.agency_id, "") for contact in now.contacts)
    if by:
        said.append(
            f"Contacts by agency: {_list([f'{name} {by[name]}' for name in agencies.values() if by[name]])}."
        )
    status = Counter(baton.status for baton in now.batons)
    if status:
        said.append(
            f"Batons by what the records say: {_list([f'{s.value} {n}' for s, n in sorted(status.items())])}."
        )
    not_met = [p.name for p in scene.picture.people if is_adult(p) and now.met[p.person_id] is not Met.CHILDS]
    unseen = [name for name in not_met if name not in scene.unsure]
    if unseen:
        said.append(f"Adults whom no agency working with the child recorded meeting: {_list(unseen)}.")
    if unsure := [name for name in not_met if name in scene.unsure]:
        said.append(f"Adults of whom the records in hand cannot tell whether one met them: {_list(unsure)}.")
    ends = sum(not b.to_agency_id or not (b.from_agency_id or b.from_person_id) for b in now.batons)
    if ends:
        said.append(
            f"{_several(ends, 'baton has', 'batons have')} no arrow: the record does not name both ends."
        )
    if now.undated:
        said.append(_undated(now))
    return " ".join(said)


def _undated(now: Chosen) -> str:
    many = _several(
        now.undated, "contact or baton of the review has", "contacts and batons of the review have"
    )
    return f"{many} no date{' and cannot be placed in these days' if now.days else ''}."


def _in(when: When, first: dt.date | None, last: dt.date | None) -> bool:
    if when.earliest is None:
        return first is None and last is None
    return (last is None or when.earliest <= last) and (
        first is None or (when.latest or when.earliest) >= first
    )


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first and last:
        return f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"
    if last:
        return f"up to {in_words(last)}"
    return f"from {in_words(first)} on" if first else ""


def _several(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _list(parts: list[str]) -> str:
    return ", ".join(parts)
