"""What each person is called: Child A, Mother, Father of Child A, Maternal grandmother, Adult 3."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scrgraph.coding.people_names import read_role
from scrgraph.coding.words import normal
from scrgraph.model.people import Kinship, Person
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.pseudonyms.titles import Titles, letters

_BY_SEX = {
    "parent": ("Mother", "Father", "Parent"),
    "grandparent": ("grandmother", "grandfather", "grandparent"),
    "sibling": ("aunt", "uncle", "aunt or uncle"),
    "unknown": ("Unknown woman", "Unknown man", "Unknown person"),
}
_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
_PARENTS = {
    "mother": "Mother",
    "mum": "Mother",
    "mo": "Mother",
    "father": "Father",
    "dad": "Father",
    "fa": "Father",
}
_SIDES = ("maternal", "paternal")


def people_pseudonyms(
    people: Sequence[Person], kinships: Sequence[Kinship], settled: Mapping[str, str], taken: Iterable[str]
) -> dict[str, str]:
    """A pseudonym for every person, by id; those that the key has already stay as they are.

    Children come by letter, index children first and then by birth. Adults are called by what they are to the index
    child, as the ties tell or else the role; ``taken`` are pseudonyms that nobody else may have.
    """
    titles, called = Titles(taken), dict(settled)
    family = _Family(people, kinships)
    children = [
        person
        for person in people
        if (person.kind is PersonKind.CHILD and not person.group) or person.index_child
    ]
    for child in sorted(children, key=_by_birth):
        if child.person_id not in called:
            called[child.person_id] = titles.first_free(f"Child {letter}" for letter in letters())
    adults = [person for person in people if person.person_id not in called]
    for person in sorted(adults, key=family.order):
        title, numbered = family.title(person, called)
        called[person.person_id] = titles.numbered(title) if numbered else titles.plain(title)
    return called


def _by_birth(person: Person) -> tuple[bool, dt.date, str]:
    born = person.born.earliest or person.due.earliest or dt.date.max
    return (not person.index_child, born, person.person_id)


class _Family:
    """The ties of a family, seen from the index children."""

    def __init__(self, people: Sequence[Person], kinships: Sequence[Kinship]) -> None:
        self._people = {person.person_id: person for person in people}
        self._index = [person.person_id for person in sorted(people, key=_by_birth) if person.index_child]
        self._to: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._since: dict[str, dt.date] = {}
        for tie in sorted(kinships, key=lambda tie: tie.kinship_id):
            self._to[tie.person_id, tie.kinship].append(tie.to_person_id)
            if tie.kinship in ("partner", "ex-partner", "sibling", "half-sibling"):
                self._to[tie.to_person_id, tie.kinship].append(tie.person_id)
            if tie.kinship in ("partner", "ex-partner"):
                for person_id in (tie.person_id, tie.to_person_id):
                    first = tie.since.earliest or dt.date.max
                    self._since[person_id] = min(first, self._since.get(person_id, dt.date.max))
        self._parents = {
            person_id: tuple(
                one
                for one in self._children_by_birth(person_id)
                if self._people[one].kind is not PersonKind.ADULT
            )
            for person_id in self._people
        }

    def _children_by_birth(self, person_id: str) -> list[str]:
        found = [one for one in self._to[person_id, "parent"] if one in self._people]
        return sorted(dict.fromkeys(found), key=lambda one: _by_birth(self._people[one]))

    def order(self, person: Person) -> tuple[int, dt.date, str]:
        """Parents first, then partners by when they came, then the others."""
        rank = 0 if self._is_parent(person) else 1 if person.person_id in self._since else 2
        return (rank, self._since.get(person.person_id, dt.date.max), person.person_id)

    def title(self, person: Person, called: Mapping[str, str]) -> tuple[str, bool]:
        """What to call an adult, and whether a number always goes with it."""
        at = _SEXES.index(person.sex)
        role = normal(person.role)
        if children := self._parents[person.person_id]:
            if len(self._same_parents(at)) == 1:
                return _BY_SEX["parent"][at], False
            return (
                f"{_BY_SEX['parent'][at]} of {called.get(children[0], 'a child')}",
                False,
            )
        if role in _PARENTS:
            return _PARENTS[role], False
        if side := self._of_parent(person, "parent"):
            return f"{side} {_BY_SEX['grandparent'][at]}", False
        if self._is_partner(person) or "partner" in role.split():
            return "Partner", True
        if person.group or (person.unnamed and not _is_unknown(person)):
            return (read_role(person.display_name).role or "person").capitalize(), False
        if side := self._of_parent(person, "sibling"):
            return f"{side} {_BY_SEX['sibling'][at]}", False
        if role.startswith(_SIDES) and read_role(role).unnamed:
            return role.capitalize(), False
        if self._to[person.person_id, "grandparent"]:
            return _BY_SEX["grandparent"][at].capitalize(), False
        if self._to[person.person_id, "step-parent"]:
            return "Step-parent", True
        if self._to[person.person_id, "carer"]:
            return "Carer", True
        if person.unnamed:
            return _BY_SEX["unknown"][at], True
        return ("Adult" if person.kind is PersonKind.ADULT else "Person"), True

    def _same_parents(self, at: int) -> list[str]:
        return [
            person_id
            for person_id, children in self._parents.items()
            if children and self._people[person_id].sex is _SEXES[at]
        ]

    def _is_parent(self, person: Person) -> bool:
        return bool(self._parents[person.person_id]) or normal(person.role) in _PARENTS

    def _is_partner(self, person: Person) -> bool:
        others = [one for tie in ("partner", "ex-partner") for one in self._to[person.person_id, tie]]
        return any(one in self._people and self._is_parent(self._people[one]) for one in others)

    def _of_parent(self, person: Person, tie: str) -> str:
        """``Maternal`` or ``Paternal`` where the person is a parent's parent, brother or sister."""
        ties = ("sibling", "half-sibling") if tie == "sibling" else (tie,)
        for other in (one for name in ties for one in self._to[person.person_id, name]):
            parent = self._people.get(other)
            if parent and self._is_parent(parent) and parent.sex is not Sex.UNKNOWN:
                return "Maternal" if parent.sex is Sex.FEMALE else "Paternal"
        return ""


def _is_unknown(person: Person) -> bool:
    return any(word in normal(person.display_name).split() for word in ("unknown", "unidentified", "unnamed"))
