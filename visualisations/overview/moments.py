"""Key moments of the family: births, deaths, moves, who came to live there and who left, and the incident."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scrgraph.model.partial_date import in_words
from visualisations.frame.marks import Mark
from visualisations.records.material import Material
from visualisations.records.shown import StayShown, When

_ROWS = """
MATCH (e:Entry) WHERE e.review_id = $review_id
  AND e.coded_as IN ['pregnancy', 'birth', 'death', 'move', 'household_change', 'new_adult_in_household',
                     'left_household']
RETURN e.entry_id AS entry_id, e.coded_as AS coded_as
ORDER BY entry_id"""
#: What each kind of row is called when it stands for itself, and the kinds of moment it can be evidence of.
_ROW_KINDS = {
    "pregnancy": ("Pregnancy recorded", {"pregnancy"}),
    "birth": ("Birth", {"birth"}),
    "death": ("Death", {"death"}),
    "move": ("Move", {"move", "joins"}),
    "household_change": ("Household changes", {"move", "joins", "leaves"}),
    "new_adult_in_household": ("New adult recorded", {"joins"}),
    "left_household": ("Adult leaves", {"leaves", "move"}),
}
#: Days between a stay or a birth and the row that tells of it.
_NEAR = dt.timedelta(31)
#: Days within which a person who leaves one household and begins in another has moved.
_MOVED_WITHIN = dt.timedelta(45)


@dataclass(frozen=True)
class Moment:
    """A moment: ``label`` is short, for a flag; ``on`` is as exact as the records are."""

    kind: str
    label: str
    on: When
    people: tuple[str, ...] = ()
    entry_ids: tuple[str, ...] = ()
    household: str = ""
    known_from: str = ""

    @property
    def mark_id(self) -> str:
        """An id of its own within the page."""
        first = self.on.earliest.isoformat() if self.on.earliest else ""
        return "|".join(("moment", self.kind, first, self.label, *self.people, *self.entry_ids[:1]))

    def mark(self) -> Mark:
        """What the page tells of it; a moment of the family is shown whoever is chosen."""
        given = (("Date", self.on.words), ("Household", self.household), ("As given in", self.known_from))
        facts = [(term, words) for term, words in given if words]
        return Mark(
            mark_id=self.mark_id, kind="moment", title=self.label, facts=tuple(facts), entry_ids=self.entry_ids,
            first=self.on.earliest, last=self.on.latest,
        )  # fmt: skip


def key_moments(material: Material, first: dt.date, last: dt.date) -> tuple[Moment, ...]:
    """The moments with a date from ``first`` to ``last``, in the order of their dates."""
    known = [*_births_and_deaths(material), *_stays(material)]
    told: dict[str, list[tuple[str, When]]] = defaultdict(list)
    for row in material.ask(_ROWS):
        entry = material.entries[str(row["entry_id"])]
        if entry.earliest and entry.latest:
            on = When(earliest=entry.earliest, latest=entry.latest, words=entry.date)
            told[str(row["coded_as"])].append((entry.entry_id, on))
    rest: list[Moment] = []
    for kind in _ROW_KINDS:
        for entry_id, on in told[kind]:
            place = _told_by(known, kind, on)
            if place is not None:
                known[place] = replace(known[place], entry_ids=(*known[place].entry_ids, entry_id))
            else:
                rest.append(_of_row(material, kind, entry_id, on))
    moments = [*known, *_joined(rest), *_incident(material)]
    inside = [
        m for m in moments if m.on.earliest and m.on.latest and m.on.latest >= first and m.on.earliest <= last
    ]
    return tuple(sorted(inside, key=lambda m: (m.on.earliest, m.on.latest, m.kind, m.label, m.people)))


def _births_and_deaths(material: Material) -> list[Moment]:
    moments = []
    for person in material.records.people:
        if person.born.earliest and person.kind != "adult":
            moments.append(
                Moment(
                    "birth",
                    f"{person.name} born",
                    person.born,
                    (person.person_id,),
                    known_from="the people of the review",
                )
            )
        if person.died.earliest:
            moments.append(
                Moment(
                    "death",
                    f"{person.name} dies",
                    person.died,
                    (person.person_id,),
                    known_from="the people of the review",
                )
            )
    return moments  # fmt: skip


def _stays(material: Material) -> list[Moment]:
    """Who came to live where, and who left; people who move together are one moment."""
    by_person: dict[str, list[StayShown]] = defaultdict(list)
    for stay in material.records.stays:
        by_person[stay.person_id].append(stay)
    came: dict[tuple[str, str, str], list[StayShown]] = defaultdict(list)
    moments: list[Moment] = []
    for person_id, stays in by_person.items():
        person = material.people[person_id]
        for stay in stays:
            if stay.since_on.earliest and not _same_time(stay.since_on, person.born):
                kind = "move" if any(_follows(stay, other) for other in stays) else "joins"
                came[kind, stay.household_id, stay.since].append(stay)
            left = stay.until_on.earliest and not _same_time(stay.until_on, person.died)
            if left and not any(_follows(other, stay) for other in stays):
                label = f"{person.name} moves out"
                moments.append(
                    Moment(
                        "leaves",
                        label,
                        stay.until_on,
                        (person_id,),
                        household=stay.household,
                        known_from="the people of the review",
                    )
                )
    for (kind, _, _), together in came.items():
        names = [material.people[stay.person_id].name for stay in together]
        who = " and ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} others"
        home = together[0].household
        if kind == "move":
            label = f"Move to {home}" if len(names) > 1 else f"{who} to {home}"
        else:
            label = f"{who} {'moves' if len(names) == 1 else 'move'} in"
        people = tuple(stay.person_id for stay in together)
        moments.append(
            Moment(
                kind,
                label,
                together[0].since_on,
                people,
                household=home,
                known_from="the people of the review",
            )
        )
    return moments  # fmt: skip


def _follows(stay: StayShown, other: StayShown) -> bool:
    """Whether ``stay`` begins about when ``other`` ends."""
    if stay is other or not stay.since_on.earliest or not other.until_on.earliest:
        return False
    return _near(stay.since_on, other.until_on, _MOVED_WITHIN)


def _same_time(one: When, other: When) -> bool:
    return _near(one, other, dt.timedelta(0))


def _near(one: When, other: When, within: dt.timedelta) -> bool:
    """Whether two dates are within so many days of one another, on some reading of both."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest - other.latest <= within and other.earliest - one.latest <= within


def _told_by(known: Sequence[Moment], kind: str, on: When) -> int | None:
    """The place in ``known`` of the nearest moment that a row of this kind and date can tell of."""
    fits = _ROW_KINDS[kind][1]
    near = [n for n, moment in enumerate(known) if moment.kind in fits and _near(moment.on, on, _NEAR)]
    start = on.earliest or dt.date.min
    return min(near, key=lambda n: abs((known[n].on.earliest or start) - start), default=None)


def _of_row(material: Material, kind: str, entry_id: str, on: When) -> Moment:
    """A moment that only a row tells of."""
    return Moment(
        kind, _ROW_KINDS[kind][0], on, entry_ids=(entry_id,), known_from=material.entries[entry_id].file
    )


def _joined(moments: Iterable[Moment]) -> list[Moment]:
    """Rows of one kind that tell of about the same time as one moment, with the dates of the first."""
    done: list[Moment] = []
    for moment in sorted(moments, key=lambda m: (m.kind, m.on.earliest, m.on.latest, m.entry_ids)):
        if done and done[-1].kind == moment.kind and _near(done[-1].on, moment.on, _NEAR):
            done[-1] = replace(done[-1], entry_ids=(*done[-1].entry_ids, *moment.entry_ids))
        else:
            done.append(moment)
    return done


def _incident(material: Material) -> list[Moment]:
    day = material.review.incident_date
    if day is None:
        return []
    on = When(earliest=day, latest=day, words=in_words(day))
    return [Moment("incident", "Incident under review", on, known_from="the review's description")]
