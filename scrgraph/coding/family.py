"""What the entries tell of the family itself: births, deaths, who is a child, kinship and stays."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames, read_role
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.vocabulary import EventKind, PersonKind, Tri

HOME = Household(household_id="home", display_name="Household of the child")


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
    """Ties that a bare role tells: "Mother" is the index child's mother, "Finn's father" the father of Finn."""
    found = []
    for person in people:
        if not person.unnamed or person.group or not person.entry_ids:
            continue
        tie = _tie(person.role)
        for child in _children_of_role(person, people) if tie else ():
            if person.person_id != child.person_id:
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
    known = {person.person_id: person for person in people}
    with_children = _first_with_a_child(coded, known)
    begun: dict[str, CodedEntry] = {}
    ended: dict[str, CodedEntry] = {}
    for item in coded:
        comes, goes = (
            item.kind is EventKind.NEW_ADULT,
            item.kind is EventKind.LEFT_HOUSEHOLD or _says_left(item),
        )
        if not comes and not goes:
            continue
        for person_id in _meant(item, known, with_children if comes else {}):
            if comes:
                begun.setdefault(person_id, item)
            else:
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


def _meant(item: CodedEntry, people: Mapping[str, Person], with_children: Mapping[str, dt.date]) -> list[str]:
    """Which of the people of a row came or went. A tenant or mother is often named beside the one meant.

    Where several adults are named, the mother is not meant, nor is anybody recorded with a child of the family on an
    earlier day (``with_children``), as long as somebody is left.
    """
    meant = [key for key in item.people if people[key].kind is not PersonKind.CHILD]
    day = item.entry.date.earliest
    household_of = word_list("roles.toml")["household_of"]["words"]
    mothers = {key for key in meant if people[key].role in household_of}
    before = {key for key in meant if day is not None and with_children.get(key, dt.date.max) < day}
    for ruled_out in (mothers, before):
        left = [key for key in meant if key not in ruled_out]
        meant = left if len(meant) > 1 and left else meant
    return meant


def _first_with_a_child(coded: Sequence[CodedEntry], people: Mapping[str, Person]) -> dict[str, dt.date]:
    """The first day on which somebody is certainly recorded in one row with a child of the family."""
    first: dict[str, dt.date] = {}
    for item in coded:
        latest = item.entry.date.latest
        if latest is None or not any(people[key].kind is PersonKind.CHILD for key in item.people):
            continue
        for key in item.people:
            first[key] = min(latest, first.get(key, latest))
    return first


def _with_facts(person: Person, rows: Sequence[CodedEntry]) -> Person:
    facts: dict[str, object] = {"entry_ids": tuple(item.entry.entry_id for item in rows)}
    alone = [item for item in rows if len(item.people) == 1]
    births = [] if _named_long_before(rows) else [item for item in alone if item.kind is EventKind.BIRTH]
    if not person.born.known and person.kind is not PersonKind.ADULT:
        facts["born"] = _first_date(births, EventKind.BIRTH)
    if not person.died.known:
        facts["died"] = _first_date(alone, EventKind.DEATH)
    if person.kind is PersonKind.UNKNOWN and _mostly_tell_of_a_child(alone, births):
        facts["kind"] = PersonKind.CHILD
    return person.model_copy(update=facts)


def _mostly_tell_of_a_child(alone: Sequence[CodedEntry], births: Sequence[CodedEntry]) -> bool:
    """Whether at least half of the rows about nobody else say if the child was seen, or are of a birth.

    What is passed on or received is not counted: its rows seldom say, whoever they are about.
    """
    counted = EventKind.BIRTH if births else None
    telling = sum(item.kind is counted or item.entry.child_seen is not Tri.UNKNOWN for item in alone)
    met = sum(not item.passes_on and not item.receives for item in alone)
    return telling > 0 and 2 * telling >= met


def _named_long_before(rows: Sequence[CodedEntry]) -> bool:
    """Whether a row names the person so long before the first birth row that they are not the one then born."""
    born = _first_date(rows, EventKind.BIRTH)
    named = min((item.entry.date.earliest for item in rows if item.entry.date.earliest), default=None)
    limit = word_list("rules.toml")["birth"]["days_named_before"]
    return born.latest is not None and named is not None and (born.latest - named).days > limit


def _first_date(rows: Sequence[CodedEntry], kind: EventKind) -> PartialDate:
    """The earliest date given to an event of this kind; agencies told of it later write later rows."""
    dates = [item.entry.date for item in rows if item.kind is kind and item.entry.date.known]
    return min(dates, key=lambda date: (date.latest, date.earliest), default=PartialDate())


def _children_of_role(person: Person, people: Sequence[Person]) -> list[Person]:
    """Whose mother, father or sister a role says somebody is: the index children's where it names nobody or "the
    child", else the one child who is called so."""
    of = read_role(person.display_name).of
    index = [child for child in people if child.index_child]
    if not of or read_role(of).kind is PersonKind.CHILD:
        return index
    called = [
        child
        for child in people
        if child.kind is PersonKind.CHILD
        and not child.group
        and any(has_phrase(normal(name), of) for name in (child.display_name, *child.spellings))
    ]
    return [child for child in called if child.index_child] or (called if len(called) == 1 else [])


def _index_child(people: Sequence[Person], rows: Mapping[str, Sequence[CodedEntry]]) -> str:
    children = [p for p in people if p.kind is PersonKind.CHILD and not p.group]
    children = [p for p in children if "sibling" not in _tie(p.role)] or children
    dead = [p for p in children if p.died.known]
    counts: Counter[str] = Counter({p.person_id: len(rows[p.person_id]) for p in (dead or children)})
    return min(counts, key=lambda key: (-counts[key], key)) if counts else ""


def _tie(role: str) -> str:
    """What the words of a role make somebody to a child; empty where they tell no tie."""
    ties = word_list("roles.toml")["ties"]
    return next((tie for tie, words in ties.items() if role in words), "")


def _says_left(item: CodedEntry) -> bool:
    words = normal(item.entry.words)
    leaves = word_list("roles.toml")["leaves"]["words"]
    return item.kind is EventKind.HOUSEHOLD_CHANGE and any(has_phrase(words, word) for word in leaves)
