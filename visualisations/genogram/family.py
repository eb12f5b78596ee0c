"""The family as a genogram draws it: couples, descents and sibling brackets, read from the recorded ties.

Nobody is invented: a child with one parent on record hangs under that parent, and siblings without a parent on
record are joined by a bracket. A tie that others already tell (a grandparent through the parent) is not drawn twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from visualisations.genogram.kinship_words import Line, divorced, line_of, married, says_ended
from visualisations.records.shown import PersonShown, Records, TieShown

Pair = tuple[str, str]


class Bond(StrEnum):
    """What a couple is to one another, as far as the records say."""

    MARRIED = "married or civil partners"
    PARTNERS = "partners or living together"
    PARENTS = "parents of a child; no partnership on record"


@dataclass(frozen=True)
class Couple:
    """Two people with a partnership on record, or a child; ``ties`` are places in ``Records.ties``."""

    pair: Pair
    bond: Bond
    ended: bool = False
    divorced: bool = False
    ties: tuple[int, ...] = ()


@dataclass(frozen=True)
class Descent:
    """Children under one or two people, or, with no ``parents``, siblings under a bracket."""

    line: Line
    parents: tuple[str, ...]
    children: tuple[str, ...]
    ties: tuple[int, ...] = ()


@dataclass(frozen=True)
class Family:
    """Everything there is to draw. ``said`` are ties told in words beside a person; ``aside`` have no line."""

    people: Mapping[str, PersonShown]
    couples: tuple[Couple, ...]
    descents: tuple[Descent, ...]
    twins: tuple[tuple[str, ...], ...]
    identical: frozenset[tuple[str, ...]]
    said: Mapping[str, tuple[str, ...]]
    told_by_others: tuple[int, ...]
    said_ties: tuple[int, ...]
    aside: tuple[str, ...]


def family_of(records: Records) -> Family:
    """Read the family of a review; ties to people who are not on record, or to oneself, are left out."""
    people = {person.person_id: person for person in records.people}
    ties = [
        (place, tie, line_of(tie, people))
        for place, tie in enumerate(records.ties)
        if tie.person_id in people and tie.to_person_id in people and tie.person_id != tie.to_person_id
    ]
    by_line: dict[Line, list[tuple[int, TieShown]]] = defaultdict(list)
    for place, tie, line in ties:
        by_line[line].append((place, tie))
    partners: dict[Pair, list[tuple[int, TieShown]]] = defaultdict(list)
    for place, tie in by_line[Line.COUPLE]:
        partners[_pair(tie)].append((place, tie))
    descents = [
        *_births(by_line[Line.BIRTH], Line.BIRTH, people, partners),
        *_births(by_line[Line.ADOPTION], Line.ADOPTION, people, partners),
        *(_cared_for(by_line[Line.FOSTER], Line.FOSTER, partners)),
        *(_cared_for(by_line[Line.CARER], Line.CARER, partners)),
        *(_cared_for(by_line[Line.STEP], Line.STEP, {})),
    ]
    parents: dict[str, set[str]] = defaultdict(set)
    for descent in descents:
        if descent.line in (Line.BIRTH, Line.ADOPTION):
            for child in descent.children:
                parents[child] |= set(descent.parents)
    told: list[int] = []
    far = []
    for place, tie in by_line[Line.GRANDPARENT]:
        through = any(tie.person_id in parents[parent] for parent in parents[tie.to_person_id])
        told.append(place) if through else far.append((place, tie))
    descents += _cared_for(far, Line.GRANDPARENT, {})
    for line in (Line.SIBLING, Line.HALF_SIBLING, Line.STEP_SIBLING):
        brackets, implied = _brackets(by_line[line], line, parents, people)
        descents += brackets
        told += implied
    couples = _couples(partners, descents, people)
    twins, identical = _twins(descents, by_line[Line.SIBLING], people)
    said = _said(by_line[Line.WORDS], people)
    drawn = {key for couple in couples for key in couple.pair}
    drawn |= {key for descent in descents for key in (*descent.parents, *descent.children)}
    return Family(
        people=people,
        couples=tuple(couples),
        descents=tuple(descents),
        twins=twins,
        identical=identical,
        said=said,
        told_by_others=tuple(sorted(told)),
        said_ties=tuple(place for place, _ in by_line[Line.WORDS]),
        aside=tuple(key for key in people if key not in drawn),
    )


def born_key(person: PersonShown) -> tuple[str, str, str]:
    """Birth order: by first and last possible day of birth, or the day the birth was due; the unknown last."""
    when = person.born if person.born.earliest else person.due
    return (
        when.earliest.isoformat() if when.earliest else "9999",
        when.latest.isoformat() if when.latest else "9999",
        person.person_id,
    )


def _pair(tie: TieShown) -> Pair:
    first, second = sorted((tie.person_id, tie.to_person_id))
    return first, second


def _births(
    ties: Iterable[tuple[int, TieShown]],
    line: Line,
    people: Mapping[str, PersonShown],
    partners: Mapping[Pair, object],
) -> list[Descent]:
    """Children by who their parents are; of three and more on record, two that were a couple go together."""
    parents: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, tie in ties:
        parents[tie.to_person_id][tie.person_id].append(place)
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for child, of in parents.items():
        for together in _at_most_two(sorted(of), people, partners):
            found[together].append(child)
            places[together] += [place for parent in together for place in of[parent]]
    return [
        Descent(line, together, tuple(sorted(found[together], key=lambda key: born_key(people[key]))),
                tuple(sorted(places[together])))
        for together in sorted(found)
    ]  # fmt: skip


def _at_most_two(
    parents: list[str], people: Mapping[str, PersonShown], partners: Mapping[Pair, object]
) -> list[tuple[str, ...]]:
    if len(parents) <= 2:
        return [tuple(parents)]
    pairs = [(a, b) for i, a in enumerate(parents) for b in parents[i + 1 :]]
    chosen = min(
        pairs, key=lambda pair: (pair not in partners, people[pair[0]].sex == people[pair[1]].sex, pair)
    )
    return [chosen, *((parent,) for parent in parents if parent not in chosen)]


def _cared_for(
    ties: Iterable[tuple[int, TieShown]], line: Line, partners: Mapping[Pair, object]
) -> list[Descent]:
    """Children by their carers; two carers of a child who were a couple go together."""
    carers: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, tie in ties:
        carers[tie.to_person_id][tie.person_id].append(place)
    found: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for child, of in carers.items():
        left = sorted(of)
        for first, second in [pair for pair in partners if pair[0] in of and pair[1] in of]:
            if first in left and second in left:
                found[first, second][child] += of[first] + of[second]
                left = [key for key in left if key not in (first, second)]
        for carer in left:
            found[(carer,)][child] += of[carer]
    return [
        Descent(line, of, tuple(children), tuple(sorted(p for places in children.values() for p in places)))
        for of, children in sorted(found.items())
    ]


def _brackets(
    ties: Iterable[tuple[int, TieShown]],
    line: Line,
    parents: Mapping[str, set[str]],
    people: Mapping[str, PersonShown],
) -> tuple[list[Descent], list[int]]:
    """Siblings whom no parent on record joins, and the ties that a shared parent tells already."""
    told, found = [], []
    joined: list[tuple[set[str], list[int]]] = []
    for place, tie in ties:
        one, other = parents.get(tie.person_id, set()), parents.get(tie.to_person_id, set())
        shared = one & other
        whole = one == other or len(one) < 2 or len(other) < 2
        if shared and (
            whole if line is Line.SIBLING else (line is Line.HALF_SIBLING and one != other) or len(shared) < 2
        ):
            told.append(place)
            continue
        ends = {tie.person_id, tie.to_person_id}
        near = [group for group in joined if group[0] & ends] if line is Line.SIBLING else []
        near += [group for group in joined if group[0] == ends and group not in near]
        joined = [group for group in joined if group not in near]
        everyone, places = set(ends), [place]
        for people_in, their_places in near:
            everyone |= people_in
            places += their_places
        joined.append((everyone, places))
    for everyone, places in joined:
        found.append(
            Descent(
                line,
                (),
                tuple(sorted(everyone, key=lambda key: born_key(people[key]))),
                tuple(sorted(places)),
            )
        )
    return found, told


def _couples(
    partners: Mapping[Pair, list[tuple[int, TieShown]]],
    descents: Iterable[Descent],
    people: Mapping[str, PersonShown],
) -> list[Couple]:
    count: dict[str, int] = defaultdict(int)
    for pair in partners:
        for key in pair:
            count[key] += 1
    found = {}
    for pair, ties in partners.items():
        told = [tie for _, tie in ties]
        alone = [people[key].role for key in pair if count[key] == 1]
        found[pair] = Couple(
            pair,
            Bond.MARRIED if married(told, alone) else Bond.PARTNERS,
            ended=any(says_ended(tie) for tie in told),
            divorced=divorced(told),
            ties=tuple(place for place, _ in ties),
        )
    for descent in descents:
        if len(descent.parents) == 2 and (pair := (descent.parents[0], descent.parents[1])) not in found:
            found[pair] = Couple(pair, Bond.PARENTS)
    return [found[pair] for pair in sorted(found)]


def _twins(
    descents: Iterable[Descent], ties: Iterable[tuple[int, TieShown]], people: Mapping[str, PersonShown]
) -> tuple[tuple[tuple[str, ...], ...], frozenset[tuple[str, ...]]]:
    """Children of the same parents born on the same day, and those of them who are said to be identical."""
    stated = {
        frozenset((tie.person_id, tie.to_person_id)) for _, tie in ties if "identical" in tie.kinship.lower()
        and "non" not in tie.kinship.lower()
    }  # fmt: skip
    found, same = [], set()
    for descent in descents:
        if descent.line is not Line.BIRTH:
            continue
        on: dict[object, list[str]] = defaultdict(list)
        for child in descent.children:
            born = people[child].born
            if born.earliest and born.earliest == born.latest and not people[child].group:
                on[born.earliest].append(child)
        for children in on.values():
            if len(children) > 1:
                together = tuple(children)
                found.append(together)
                in_role = all("identical twin" in people[key].role.lower() for key in together)
                in_role &= not any("non-identical" in people[key].role.lower() for key in together)
                if in_role or any(pair <= set(together) for pair in stated):
                    same.add(together)
    return tuple(found), frozenset(same)


def _said(
    ties: Iterable[tuple[int, TieShown]], people: Mapping[str, PersonShown]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for _, tie in ties:
        words = tie.kinship.strip() or "connected"
        link = "of" if tie.kinship.strip() else "to"
        found[tie.person_id].append(f"{words} {link} {people[tie.to_person_id].name}")
    return {key: tuple(dict.fromkeys(words)) for key, words in found.items()}
