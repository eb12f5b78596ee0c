"""What the entries tell of the family itself: births, deaths, who is a child, kinship and stays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames, read_role
from scrgraph.coding.words import has_phrase, normal
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.vocabulary import EventKind, PersonKind, Tri

HOME = Household(household_id="home", display_name="Household of the child")
_LEAVES = ("leaves", "left", "moved out", "moves out", "no longer living", "evicted", "separated")
_PARENTS = frozenset({"mother", "father", "mum", "dad"})


def family_facts(
    coded: Sequence[CodedEntry], names: PeopleNames, index: Set[str] = frozenset()
) -> list[Person]:
    """Every person with what the entries add; nothing that the author has given in people.csv is changed.

    ``index`` holds the ids of the index children. Where neither it nor people.csv names any, the index child is
    the child whose death is recorded, else the one most entries are about.
    """
    rows: dict[str, list[CodedEntry]] = defaultdict(list)
    for item in coded:
        for person_id in item.people:
            rows[person_id].append(item)
    people = [_with_facts(person, rows[person.person_id]) for person in names.people]
    if not index and any(person.index_child for person in people):
        return people
    index = index or {_index_child(people, rows)}
    return [
        person.model_copy(update={"index_child": True, "kind": PersonKind.CHILD})
        if person.person_id in index
        else person
        for person in people
    ]


def kinships_of(people: Sequence[Person]) -> list[Kinship]:
    """Ties to the index child that a bare role tells: "Mother" is the index child's mother."""
    children = [person for person in people if person.index_child]
    found = []
    for person in people:
        if not person.unnamed or person.group or not person.entry_ids:
            continue
        for child in children:
            tie = _tie(person.role) if _is_of(person, child) else ""
            if tie and person.person_id != child.person_id:
                found.append(
                    Kinship(
                        kinship_id=f"{person.person_id}>{child.person_id}",
                        person_id=person.person_id,
                        to_person_id=child.person_id,
                        kinship=tie,
                        entry_ids=person.entry_ids[:1],
                    )
                )
    return found


def stays_of(coded: Sequence[CodedEntry], people: Sequence[Person]) -> list[Stay]:
    """Stays in the household: the index child's own, and those that entries of adults coming or going tell of."""
    children = {person.person_id for person in people if person.kind is PersonKind.CHILD}
    begun: dict[str, CodedEntry] = {}
    ended: dict[str, CodedEntry] = {}
    for item in coded:
        for person_id in item.people:
            if person_id in children:
                continue
            if item.kind is EventKind.NEW_ADULT:
                begun.setdefault(person_id, item)
            elif item.kind is EventKind.LEFT_HOUSEHOLD or _says_left(item):
                ended[person_id] = item
    stays = [
        Stay(
            stay_id=f"{person.person_id}@{HOME.household_id}",
            person_id=person.person_id,
            household_id=HOME.household_id,
            since=person.born,
            until=person.died,
        )
        for person in people
        if person.index_child
    ]
    for person_id in sorted(begun.keys() | ended.keys()):
        sources = [item for item in (begun.get(person_id), ended.get(person_id)) if item]
        stays.append(
            Stay(
                stay_id=f"{person_id}@{HOME.household_id}",
                person_id=person_id,
                household_id=HOME.household_id,
                since=begun[person_id].entry.date if person_id in begun else PartialDate(),
                until=ended[person_id].entry.date if person_id in ended else PartialDate(),
                entry_ids=tuple(item.entry.entry_id for item in sources),
            )
        )
    return stays


def _with_facts(person: Person, rows: Sequence[CodedEntry]) -> Person:
    facts: dict[str, object] = {"entry_ids": tuple(item.entry.entry_id for item in rows)}
    alone = [item for item in rows if len(item.people) == 1]
    if not person.born.known and person.kind is not PersonKind.ADULT:
        facts["born"] = _first_date(alone, EventKind.BIRTH)
    if not person.died.known:
        facts["died"] = _first_date(alone, EventKind.DEATH)
    for item in alone:
        tells_child = item.kind is EventKind.BIRTH or item.entry.child_seen is not Tri.UNKNOWN
        if person.kind is PersonKind.UNKNOWN and tells_child:
            facts["kind"] = PersonKind.CHILD
    return person.model_copy(update=facts)


def _first_date(rows: Sequence[CodedEntry], kind: EventKind) -> PartialDate:
    """The earliest date given to an event of this kind; agencies told of it later write later rows."""
    dates = [item.entry.date for item in rows if item.kind is kind and item.entry.date.known]
    return min(dates, key=lambda date: (date.latest, date.earliest), default=PartialDate())


def _is_of(person: Person, child: Person) -> bool:
    """Whether a role such as "mother" is this child's: said of nobody, of a child, or of this one by name."""
    of = read_role(person.display_name).of
    names = (normal(name) for name in (child.display_name, *child.spellings))
    return not of or read_role(of).kind is PersonKind.CHILD or any(has_phrase(name, of) for name in names)


def _index_child(people: Sequence[Person], rows: Mapping[str, Sequence[CodedEntry]]) -> str:
    children = [p for p in people if p.kind is PersonKind.CHILD and not p.group]
    children = [p for p in children if "sibling" not in _tie(p.role)] or children
    dead = [p for p in children if p.died.known]
    counts: Counter[str] = Counter({p.person_id: len(rows[p.person_id]) for p in (dead or children)})
    return min(counts, key=lambda key: (-counts[key], key)) if counts else ""


def _tie(role: str) -> str:
    if role in _PARENTS:
        return "parent"
    if "sibling" in role or "brother" in role or "sister" in role:
        return "half-sibling" if role.startswith("half") else "sibling"
    if "grand" in role or role in {"mgm", "mgf", "pgm", "pgf"}:
        return "grandparent"
    return ""


def _says_left(item: CodedEntry) -> bool:
    words = normal(item.entry.words)
    return item.kind is EventKind.HOUSEHOLD_CHANGE and any(has_phrase(words, word) for word in _LEAVES)
