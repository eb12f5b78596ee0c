"""The order of people in each row: partners side by side, brothers and sisters by age, few lines that cross.

Starts from a walk through the family and improves it by moving one person, or a person with their descendants, as
long as that costs less. Nothing is left to chance, so the same family always stands the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from visualisations.genogram.family import Pair, born_key
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.rows import Plan, is_person
from visualisations.records.shown import Records

Rows = list[list[str]]
_APART, _CROSS, _AGE, _BROKEN, _MALE, _HOME, _FAR = 6.0, 10.0, 3.0, 1.5, 0.4, 0.7, 0.15
_EVALUATIONS = 2500
#: How much a line counts where others would have to give way; those not named count little.
LINE_WEIGHT = {Line.BIRTH: 1.0, Line.ADOPTION: 0.6, Line.COUPLE: 0.4}


@dataclass(frozen=True)
class _Wishes:
    """What each row is to keep to, worked out once."""

    near: tuple[tuple[Pair, float], ...]
    legs: tuple[tuple[int, tuple[str, ...], tuple[str, ...], float], ...]
    by_age: tuple[Pair, ...]
    sibships: tuple[tuple[str, ...], ...]
    left: tuple[Pair, ...]


def ordered(plan: Plan, records: Records) -> Rows:
    """The rows in the order they are drawn, from left to right."""
    wishes = _wishes(plan, records)
    start = _walk(plan)
    family = [[node for node in row if node not in plan.lodged] for row in start]
    best, cost = family, _cost(family, wishes)
    left = _EVALUATIONS
    blocks = _blocks(plan)
    improved = True
    while improved and left > 0:
        improved = False
        for candidate in _moves(best, blocks, plan):
            left -= 1
            found = _cost(candidate, wishes)
            if found < cost - 1e-9:
                best, cost, improved = candidate, found, True
                break
            if left <= 0:
                break
    return _with_lodged(best, plan, records)


def _cost(rows: Rows, wishes: _Wishes) -> float:
    at = {node: place for row in rows for place, node in enumerate(row)}
    cost = 0.0
    for (one, other), weight in wishes.near:
        cost += weight * (abs(at[one] - at[other]) - 1)
    for one, other in wishes.by_age:
        cost += _AGE * (at[one] > at[other])
    for one, other in wishes.left:
        cost += _MALE * (at[one] > at[other])
    for sibship in wishes.sibships:
        places = [at[node] for node in sibship]
        cost += _BROKEN * (max(places) - min(places) + 1 - len(places)) / len(places)
    lines: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for row, above, below, weight in wishes.legs:
        top = sum(at[node] for node in above) / len(above)
        for node in below:
            lines[row].append((top, at[node], weight))
            cost += weight * _FAR * abs(top / max(1, len(rows[row])) - at[node] / max(1, len(rows[row + 1])))
    for pairs in lines.values():
        pairs.sort()
        for place, (top, bottom, weight) in enumerate(pairs):
            for other_top, other_bottom, other_weight in pairs[place + 1 :]:
                if other_bottom < bottom and other_top > top:
                    cost += _CROSS * weight * other_weight
    return cost


def _wishes(plan: Plan, records: Records) -> _Wishes:
    people = plan.family.people
    near: dict[Pair, float] = {}
    for line in plan.beside:
        first, second = sorted(line.pair)
        near[first, second] = _APART if line.line is Line.COUPLE else _APART / 3
    homes: dict[str, list[str]] = defaultdict(list)
    for stay in records.stays:
        if stay.person_id in plan.row_of and stay.person_id not in plan.lodged:
            homes[stay.household_id].append(stay.person_id)
    for home in sorted(homes):
        together = sorted(set(homes[home]))
        for i, one in enumerate(together):
            for other in together[i + 1 :]:
                if plan.row_of[one] == plan.row_of[other]:
                    near[one, other] = near.get((one, other), 0.0) + _HOME / len(together)
    by_age: list[Pair] = []
    sibships: list[tuple[str, ...]] = []
    for descent in plan.family.descents:
        siblings = descent.children
        same_row = len({plan.row_of[child] for child in siblings}) == 1
        if len(siblings) < 2 or not same_row or descent.line is Line.GRANDPARENT:
            continue
        sibships.append(siblings)
        if descent.line is Line.BIRTH or not descent.parents:
            by_age += [
                (one, other)
                for i, one in enumerate(siblings)
                for other in siblings[i + 1 :]
                if born_key(people[one])[:2] < born_key(people[other])[:2]
            ]
    left = []
    for couple in plan.family.couples:
        sexes = {people[key].sex: key for key in couple.pair}
        if {"male", "female"} == set(sexes) and plan.row_of[couple.pair[0]] == plan.row_of[couple.pair[1]]:
            left.append((sexes["male"], sexes["female"]))
    return _Wishes(
        near=tuple(sorted(near.items())),
        legs=tuple(
            (leg.row, leg.above, leg.below, LINE_WEIGHT.get(leg.line, 0.15)) for leg in plan.legs if leg.above
        ),
        by_age=tuple(by_age),
        sibships=tuple(sibships),
        left=tuple(left),
    )


def _walk(plan: Plan) -> Rows:
    """The rows as a walk from the index child through parents, partners and children comes to people."""
    steps: dict[str, list[str]] = defaultdict(list)
    for leg in plan.legs:
        for one in leg.above:
            steps[one] += leg.below
            for other in leg.below:
                steps[other].append(one)
        for one, other in zip(leg.below, leg.below[1:], strict=False):
            steps[one].append(other)
            steps[other].append(one)
    for line in plan.beside:
        steps[line.pair[0]].append(line.pair[1])
        steps[line.pair[1]].append(line.pair[0])
    people = plan.family.people
    nodes = [node for row in plan.rows for node in row]
    nodes.sort(key=lambda node: (not (is_person(node) and people[node].index_child), not steps[node]))
    rows: Rows = [[] for _ in plan.rows]
    seen = set()
    for start in nodes:
        waiting = [start]
        while waiting:
            node = waiting.pop(0)
            if node in seen:
                continue
            seen.add(node)
            rows[plan.row_of[node]].append(node)
            waiting += steps[node]
    return _sorted_down(rows, plan, 0)


def _sorted_down(rows: Rows, plan: Plan, from_row: int) -> Rows:
    """The rows with those below ``from_row`` put in the order of their parents, their partners beside them."""
    rows = [list(row) for row in rows]
    for row in range(from_row + 1, len(rows)):
        at = {node: float(place) for place, node in enumerate(rows[row - 1])}
        wish: dict[str, list[float]] = defaultdict(list)
        for leg in plan.legs:
            if leg.row == row - 1 and leg.above:
                top = sum(at[node] for node in leg.above) / len(leg.above)
                for place, node in enumerate(leg.below):
                    wish[node].append(top + place * 1e-3)
        key = {node: sum(found) / len(found) for node, found in wish.items()}
        for line in plan.beside:
            for one, other in (line.pair, line.pair[::-1]):
                if line.row == row and one in key and other not in wish:
                    side = -1e-4 if _is_male(plan, other) else 1e-4
                    key.setdefault(other, key[one] + side)
        last = 0.0
        for node in rows[row]:
            last = key.setdefault(node, last)
        rows[row].sort(key=lambda node: key[node])
    return rows


def _is_male(plan: Plan, node: str) -> bool:
    return is_person(node) and plan.family.people[node].sex == "male"


def _blocks(plan: Plan) -> list[tuple[str, ...]]:
    """For each node that has any, the node with those of its row that come along: partners without parents drawn."""
    has_parents = {node for leg in plan.legs for node in leg.below}
    blocks = []
    for row in plan.rows:
        for node in row:
            own = [o for line in plan.beside for o in line.pair if node in line.pair and o != node]
            along = [other for other in own if other not in has_parents]
            if along:
                blocks.append((node, *dict.fromkeys(along)))
    return blocks


def _moves(rows: Rows, blocks: Sequence[tuple[str, ...]], plan: Plan) -> Iterable[Rows]:
    """Rows a step away: a node moved, one with its partners, a row turned; the rows below as they are, or sorted."""
    for number, row in enumerate(rows):
        if len(row) < 2:
            continue
        groups: list[tuple[str, ...]] = [(node,) for node in row]
        groups += [block for block in blocks if block[0] in row and set(block) < set(row)]
        for group in groups:
            members = [node for node in row if node in group]
            rest = [node for node in row if node not in group]
            for place in range(len(rest) + 1):
                for inside in (members, members[::-1]) if len(members) > 1 else (members,):
                    turned = [*rest[:place], *inside, *rest[place:]]
                    if turned == row:
                        continue
                    moved = [list(r) for r in rows]
                    moved[number] = turned
                    yield moved
                    if number + 1 < len(rows):
                        yield _sorted_down(moved, plan, number)
        turned_rows = [list(r) for r in rows]
        turned_rows[number] = row[::-1]
        yield _sorted_down(turned_rows, plan, number)


def _with_lodged(rows: Rows, plan: Plan, records: Records) -> Rows:
    """The rows with the people aside: beside those they lived with where that can be, else at an end."""
    rows = [list(row) for row in rows]
    homes: dict[str, set[str]] = defaultdict(set)
    for stay in records.stays:
        homes[stay.household_id].add(stay.person_id)
    with_whom = {
        key: frozenset(other for people in homes.values() if key in people for other in people)
        for key in plan.lodged
    }
    for key, near in plan.lodged.items():
        row = rows[plan.row_of[key]]
        row.insert(_slot(row, key, near, with_whom, plan), key)
    return rows


def _slot(row: list[str], key: str, near: str, with_whom: Mapping[str, frozenset[str]], plan: Plan) -> int:
    """Where in a row somebody aside stands: between two they lived with, or beside one without parting a couple."""
    if not near:
        return len(row)
    couples = [set(line.pair) for line in plan.beside]

    def cost(place: int) -> tuple[int, int, int]:
        beside = [node for node in row[max(0, place - 1) : place + 1] if node in with_whom[key]]
        parted = 0 < place < len(row) and {row[place - 1], row[place]} in couples
        good = len(beside) == 2 or (bool(beside) and not parted)
        return (0 if len(beside) == 2 else 1 if good else 2, min(place, len(row) - place), -place)

    return min(range(len(row) + 1), key=cost)
