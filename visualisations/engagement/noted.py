"""What each agency noted of each person's co-operation, and the contacts that were not made, as marks in lanes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from visualisations.drawing.agency_look import AgencyLook
from visualisations.engagement.levels import meaning
from visualisations.engagement.patterns import NOT_MADE, PATTERNS, Pattern
from visualisations.frame.marks import Mark
from visualisations.records.material import Material
from visualisations.records.shown import PersonShown

_NOTED = """
MATCH (a:Agency)-[:NOTED]->(g:Engagement) WHERE g.review_id = $review_id
RETURN g.engagement_id AS engagement_id, a.agency_id AS agency_id, g.pattern AS pattern, g.level AS level,
       g.words AS words, g.on_earliest AS earliest, g.on_latest AS latest, g.on_text AS on_text
ORDER BY earliest, engagement_id, agency_id"""
_ABOUT = """
MATCH (g:Engagement)-[:ABOUT]->(p:Person) WHERE g.review_id = $review_id
RETURN g.engagement_id AS thing_id, p.person_id AS other_id
ORDER BY thing_id, other_id"""
_ROWS = """
MATCH (g:Engagement)-[:RECORDED_IN]->(e:Entry) WHERE g.review_id = $review_id
RETURN g.engagement_id AS thing_id, e.entry_id AS other_id
ORDER BY thing_id, other_id"""


@dataclass(frozen=True)
class Noted:
    """One pattern that a row describes, or one contact not made; both days ``None`` where it has no date."""

    mark: Mark
    pattern: Pattern
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True)
class Lane:
    """What one agency noted of one person, in order of time."""

    agency: AgencyLook
    noted: tuple[Noted, ...]


@dataclass(frozen=True)
class PersonNoted:
    """A person with a lane for each agency that noted anything; ``undated`` have no place in one."""

    person: PersonShown
    lanes: tuple[Lane, ...]
    undated: tuple[Noted, ...] = ()

    @property
    def all_noted(self) -> tuple[Noted, ...]:
        """Everything with a date, lane by lane."""
        return tuple(noted for lane in self.lanes for noted in lane.noted)


def people_of(material: Material) -> tuple[PersonNoted, ...]:
    """The people of whose co-operation anything is noted: adults by name, then children.

    A row about adults and children counts for the adults, as in the questions; a child has a lane where a row is
    about no adult.
    """
    found: dict[tuple[str, str], list[Noted]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    about, rows = _linked(material, _ABOUT), _linked(material, _ROWS)
    for row in material.ask(_NOTED):
        key, agency_id = str(row["engagement_id"]), str(row["agency_id"])
        pattern = PATTERNS.get(str(row["pattern"]))
        if pattern is None or agency_id not in material.agencies:
            continue
        for person in _owners(material, about[key]):
            if pattern.name == NOT_MADE:
                told |= {(entry_id, person.person_id) for entry_id in rows[key]}
            first, last = row["earliest"], row["latest"]
            mark = _mark(
                material, person, agency_id, pattern, str(row["on_text"] or "no date given"), rows[key],
                (("Words", f"“{row['words']}”"), ("Level then", _level(row["level"]))),
                (first, last), f"{key}>{person.person_id}",
            )  # fmt: skip
            found[person.person_id, agency_id].append(Noted(mark, pattern, mark.first, mark.last))
    for noted, person_id, agency_id in _missed(material, told):
        found[person_id, agency_id].append(noted)
    return _in_order(material, found)


def _missed(material: Material, told: set[tuple[str, str]]) -> Iterable[tuple[Noted, str, str]]:
    """The contacts that did not take place, but for those a note of the same row already tells of."""
    for contact in material.records.contacts:
        if not contact.missed or contact.agency_id not in material.agencies:
            continue
        for person in _owners(material, [part.person_id for part in contact.people]):
            if any((entry_id, person.person_id) in told for entry_id in contact.entry_ids):
                continue
            mark = _mark(
                material, person, contact.agency_id, PATTERNS[NOT_MADE], contact.on.words, contact.entry_ids,
                (("What", f"{contact.kind.replace('_', ' ')}, did not take place"),),
                (contact.on.earliest, contact.on.latest), f"{contact.contact_id}>{person.person_id}",
            )  # fmt: skip
            yield Noted(mark, PATTERNS[NOT_MADE], mark.first, mark.last), person.person_id, contact.agency_id


def _owners(material: Material, person_ids: Sequence[str]) -> list[PersonShown]:
    people = [material.people[person_id] for person_id in person_ids if person_id in material.people]
    return [person for person in people if person.kind != "child"] or people


def _mark(
    material: Material,
    person: PersonShown,
    agency_id: str,
    pattern: Pattern,
    words: str,
    entry_ids: Sequence[str],
    facts: tuple[tuple[str, str], ...],
    days: tuple[object, object],
    mark_id: str,
) -> Mark:
    first, last = days
    return Mark(
        mark_id="_".join(mark_id.split()),
        kind=pattern.key,
        title=f"{person.name}: {pattern.told}, {words} ({material.agencies[agency_id].name})",
        facts=facts,
        entry_ids=tuple(entry_ids),
        people=(person.person_id,),
        agencies=(agency_id,),
        first=first if isinstance(first, dt.date) else None,
        last=last if isinstance(last, dt.date) else None,
        show=pattern.key,
    )


def _in_order(
    material: Material, found: Mapping[tuple[str, str], Sequence[Noted]]
) -> tuple[PersonNoted, ...]:
    people = []
    for person in sorted(material.records.people, key=_order):
        lanes, undated = [], []
        for look in material.looks:
            noted = found.get((person.person_id, look.agency_id), ())
            undated += [one for one in noted if one.first is None]
            dated = sorted(
                (one for one in noted if one.first),
                key=lambda one: (one.first or dt.date.min, one.mark.mark_id),
            )
            if dated:
                lanes.append(Lane(look, tuple(dated)))
        if lanes or undated:
            people.append(PersonNoted(person, tuple(lanes), tuple(undated)))
    return tuple(people)


def _order(person: PersonShown) -> tuple[bool, bool, str, str]:
    child = person.kind == "child"
    return child, child and not person.index_child, person.name, person.person_id


def _linked(material: Material, query: str) -> Mapping[str, list[str]]:
    linked: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(query):
        linked[str(row["thing_id"])].append(str(row["other_id"]))
    return linked


def _level(level: object) -> str:
    return f"{level} ({meaning(level)})" if isinstance(level, int) and level else "not told"
