"""Whom a bare role means on a day: "mother's partner" can be another man in 2007 than in 2005."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import normal, word_list
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship, Person
from scrgraph.model.vocabulary import PersonKind, Sex


@dataclass(frozen=True)
class RoleHolder:
    """The one person a bare role means in a row, and why in words; or nobody, with the doubt in words."""

    person_id: str = ""
    reason: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class RoleDoubt:
    """A row of which it cannot be told whom a bare role means, with the question for the author."""

    entry_id: str
    person_id: str
    doubt: str


class RolesAt:
    """Who is what to whom on a day, by the ties of people.csv."""

    def __init__(self, people: Iterable[Person], kinships: Iterable[Kinship]) -> None:
        self._people = {person.person_id: person for person in people}
        self._ties = [
            end
            for tie in kinships
            for end in _ends(tie)
            if tie.person_id in self._people and tie.to_person_id in self._people
        ]

    def holder(self, role: str, on: PartialDate, children: Sequence[str] = ()) -> RoleHolder:
        """The one person who is what ``role`` says on every possible day of ``on``; nobody for a role not known.

        ``children`` are those the row names. The role is towards them and the index children; where these have
        several, as two fathers, nobody is meant and the doubt is told. So it is where a tie may have ended or begun
        within the days of ``on``.
        """
        rule = _rules().get(normal(role))
        if rule is None:
            return self._of_age(role, on)
        index = [person.person_id for person in self._people.values() if person.index_child]
        towards = list(dict.fromkeys((*children, *index)))
        if rule["of"] != "child":
            parent = {"words": [], "ties": ["parent"], "sex": {"mother": "female"}.get(rule["of"], "male")}
            certain, possible = self._holding(parent, towards, PartialDate())
            if len(possible) != 1:
                return RoleHolder(doubt=self._doubt(rule["of"], PartialDate(), possible))
            towards = list(possible)
        certain, possible = self._holding(rule, towards, on)
        if len(possible) == 1 and certain == possible:
            (found,) = certain
            return RoleHolder(found, self._reason(role, found, rule, towards, on))
        return RoleHolder(doubt=self._doubt(role, on, possible))

    def _of_age(self, role: str, on: PartialDate) -> RoleHolder:
        """The one child whom "baby" or "unborn baby" can mean then; nobody where a child's birth is not known."""
        rule = _ages().get(normal(role))
        if rule is None or on.earliest is None or on.latest is None:
            return RoleHolder()
        certain, possible = set[str](), set[str]()
        for person in self._people.values():
            born = person.born if person.born.known else person.due
            if person.kind is not PersonKind.CHILD or person.group or person.unnamed:
                continue
            if born.earliest is None or born.latest is None:
                possible.add(person.person_id)
                continue
            least, most = (on.earliest - born.latest).days, (on.latest - born.earliest).days
            if rule["from_days"] <= least and most <= rule["to_days"]:
                certain.add(person.person_id)
            if least <= rule["to_days"] and rule["from_days"] <= most:
                possible.add(person.person_id)
        if len(possible) == 1 and certain == possible:
            (found,) = certain
            reason = f"“{role}” is {self._name(found)}: by the births people.csv gives, nobody else was one on {on}"
            return RoleHolder(found, reason)
        return RoleHolder(doubt=self._doubt(role, on, possible))

    def _holding(
        self, rule: Mapping[str, Any], towards: Sequence[str], on: PartialDate
    ) -> tuple[set[str], set[str]]:
        """Who holds a tie to any of ``towards`` on every day of ``on``, and who on any."""
        certain, possible = set[str](), set[str]()
        for person_id, other, kinship, since, until in self._ties:
            if other not in towards or kinship not in rule["ties"] or person_id in towards:
                continue
            if rule["sex"] != "unknown" and self._people[person_id].sex not in (
                Sex(rule["sex"]),
                Sex.UNKNOWN,
            ):
                continue
            if on.certainly_before(since) or until.certainly_before(on):
                continue
            possible.add(person_id)
            begun = not since.known or (on.earliest and since.latest and since.latest <= on.earliest)
            lasts = not until.known or (on.latest and until.earliest and on.latest <= until.earliest)
            sexed = rule["sex"] == "unknown" or self._people[person_id].sex is Sex(rule["sex"])
            if begun and lasts and sexed:
                certain.add(person_id)
        return certain, possible

    def _reason(
        self, role: str, found: str, rule: Mapping[str, Any], towards: Sequence[str], on: PartialDate
    ) -> str:
        other, kinship, since, until = next(
            (other, kinship, since, until)
            for person_id, other, kinship, since, until in self._ties
            if person_id == found and other in towards and kinship in rule["ties"]
        )
        days = f" from {since}" if since.known else ""
        days += f" until {until}" if until.known else ""
        when = f" and nobody else was on {on}" if on.known else ""
        return f"“{role}” is {self._name(found)}: people.csv has them as {kinship} of {self._name(other)}{days}{when}"

    def _doubt(self, role: str, on: PartialDate, possible: Iterable[str]) -> str:
        who = sorted(self._name(person_id) for person_id in possible)
        if not who:
            return ""
        when = f" on {on}" if on.known else ""
        if len(who) == 1:
            return f"“{role}”{when} may be {who[0]}, or somebody else: people.csv does not say so for all those days."
        return f"“{role}”{when} may be {' or '.join(who)}. Which of them is it?"

    def _name(self, person_id: str) -> str:
        return self._people[person_id].display_name


def with_roles_at(
    coded: Sequence[CodedEntry],
    names: PeopleNames,
    kinships: Sequence[Kinship],
    settled: Collection[str] = (),
) -> tuple[tuple[CodedEntry, ...], tuple[RoleDoubt, ...]]:
    """The rows with bare roles that the ties of people.csv tell replaced by the person meant, and the doubts.

    Only unnamed people of whom people.csv gives no tie, birth or death are read again, and none of ``settled``, the
    ids of whom it gives stays. One whose every row means the
    same person becomes another spelling of theirs; one whom no row means any more is taken out of ``names``.
    """
    roles = RolesAt(names.people, kinships)
    tied = {end for tie in kinships for end in (tie.person_id, tie.to_person_id)} | set(settled)
    bare = {
        person.person_id: person
        for person in names.people
        if person.unnamed
        and not person.group
        and normal(person.display_name) in _rules().keys() | _ages().keys()
        if person.person_id not in tied and not person.born.known and not person.died.known
    }
    meant: dict[str, set[str]] = {person_id: set() for person_id in bare}
    kept: list[CodedEntry] = []
    doubts: list[RoleDoubt] = []
    for item in coded:
        people = []
        children = [key for key in item.people if names[key].kind is PersonKind.CHILD and key not in bare]
        for person_id in item.people:
            found = person_id
            if person_id in bare:
                holder = roles.holder(bare[person_id].display_name, item.entry.date, children)
                found = holder.person_id or person_id
                meant[person_id].add(found)
                if holder.doubt:
                    doubts.append(RoleDoubt(item.entry.entry_id, person_id, holder.doubt))
            people.append(found)
        kept.append(replaced(item, people))
    for person_id, found_ids in sorted(meant.items()):
        if found_ids and person_id not in found_ids:
            names.forget(person_id, instead=found_ids.pop() if len(found_ids) == 1 else "")
    return tuple(kept), tuple(doubts)


def replaced(item: CodedEntry, people: Iterable[str]) -> CodedEntry:
    """The row with these people, each once; the row itself where they are the same."""
    ids = tuple(dict.fromkeys(people))
    if ids == item.people:
        return item
    return replace(item, people=ids)


_End = tuple[str, str, str, PartialDate, PartialDate]
_MUTUAL = frozenset({"partner", "ex-partner", "sibling", "half-sibling", "friend"})


def _ends(tie: Kinship) -> list[_End]:
    """Who is what to whom, from both sides where the tie is the same from both; a partner is an ex-partner after."""
    sides = [(tie.person_id, tie.to_person_id)]
    if tie.kinship in _MUTUAL:
        sides.append((tie.to_person_id, tie.person_id))
    ends = [(one, other, tie.kinship, tie.since, tie.until) for one, other in sides]
    if tie.kinship == "partner" and tie.until.known:
        ends += [(one, other, "ex-partner", tie.until, PartialDate()) for one, other in sides]
    return ends


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    return {word: rule for rule in word_list("roles_at.toml")["role"] for word in rule["words"]}


@cache
def _ages() -> Mapping[str, Mapping[str, Any]]:
    return {word: rule for rule in word_list("roles_at.toml")["age"] for word in rule["words"]}
