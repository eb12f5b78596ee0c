"""The rows of a genogram, the legs of lines between them, and passing places where a long line goes through a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from visualisations.genogram.family import Descent, Family, Pair, born_key
from visualisations.genogram.generations import rows_of_people, spread
from visualisations.genogram.kinship_words import Line
from visualisations.records.shown import Records

#: Stands in a row where a line only passes through; never the id of a person, which holds no line feed.
_PASSING = "\n"
#: So many people stand in a row before those with no tie begin another.
_FULL = 7


def is_person(node: str) -> bool:
    """Whether a node of a row is a person, not a place where a line passes."""
    return not node.startswith(_PASSING)


@dataclass(frozen=True)
class Leg:
    """Part of a line between row ``row`` and the next: from those above (none for a bracket) to those below.

    ``of`` is the place of the descent or across-couple it belongs to; ``ends`` tells for each node below which
    people the leg leads to.
    """

    row: int
    line: Line
    above: tuple[str, ...]
    below: tuple[str, ...]
    of: int
    ends: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Beside:
    """A line between two people of one row that runs under it."""

    row: int
    line: Line
    pair: Pair
    of: int


@dataclass(frozen=True)
class Plan:
    """What stands in which row, and the lines between; ``couples`` and ``descents`` are the family's, by place."""

    family: Family
    rows: tuple[tuple[str, ...], ...]
    row_of: Mapping[str, int]
    legs: tuple[Leg, ...]
    beside: tuple[Beside, ...]
    lodged: Mapping[str, str]


@dataclass
class _Lines:
    """Legs and lines as they are found, with the passing places they add to the rows."""

    rows: list[list[str]]
    row_of: dict[str, int]
    legs: list[Leg] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    passing: int = 0

    def lead(self, line: Line, above: tuple[str, ...], ends: Mapping[str, int], of: int) -> None:
        """Legs from those above, all in one row, to the people of ``ends`` in the rows given for them below."""
        row = max(self.row_of[key] for key in above)
        targets: list[tuple[str, tuple[str, ...]]] = [(key, (key,)) for key in ends if ends[key] == row + 1]
        for far in [key for key in ends if ends[key] > row + 1]:
            node = f"{_PASSING}{self.passing}"
            self.passing += 1
            self.row_of[node] = row + 1
            self.rows[row + 1].append(node)
            targets.append((node, (far,)))
            self.lead(line, (node,), {far: ends[far]}, of)
        if targets:
            below, led_to = tuple(n for n, _ in targets), tuple(e for _, e in targets)
            self.legs.append(Leg(row, line, above, below, of, led_to))

    def link(self, line: Line, one: str, other: str, of: int) -> None:
        """A line between two people: under their row, or, from row to row, down from the upper one."""
        upper, lower = sorted((one, other), key=lambda key: (self.row_of[key], key))
        if self.row_of[upper] == self.row_of[lower]:
            self.beside.append(Beside(self.row_of[upper], line, (one, other), of))
        else:
            self.lead(line, (upper,), {lower: self.row_of[lower]}, of)

    def descend(self, descent: Descent, of: int) -> None:
        """The legs of one descent; those to a child who stands no lower than a parent are plain links."""
        row = max(self.row_of[key] for key in descent.parents)
        above = tuple(key for key in descent.parents if self.row_of[key] == row)
        below = {child: self.row_of[child] for child in descent.children if self.row_of[child] > row}
        if below:
            self.lead(descent.line, above, below, of)
        for child in descent.children:
            for parent in descent.parents if child not in below else ():
                self.link(descent.line, parent, child, of)

    def bracket(self, descent: Descent, of: int) -> None:
        """Siblings joined from above in each row they stand in, and from row to row by a link."""
        by_row: dict[int, list[str]] = defaultdict(list)
        for child in descent.children:
            by_row[self.row_of[child]].append(child)
        for row, children in by_row.items():
            if len(children) > 1:
                ends = tuple((child,) for child in children)
                self.legs.append(Leg(row - 1, descent.line, (), tuple(children), of, ends))
        for one, other in pairwise(by_row.values()):
            self.link(descent.line, one[0], other[0], of)


def plan_of(family: Family, records: Records) -> Plan:
    """Rows, legs and passing places; the people aside stand in the row of those they lived with."""
    row_of = rows_of_people(family)
    rows = spread({key: row_of[key] for key in sorted(row_of, key=lambda key: born_key(family.people[key]))})
    lines = _Lines(rows, row_of)
    for place, descent in enumerate(family.descents):
        if descent.parents:
            lines.descend(descent, place)
        else:
            lines.bracket(descent, place)
    for place, couple in enumerate(family.couples):
        lines.link(Line.COUPLE, *couple.pair, place)
    lodged = _lodged(family, records, row_of)
    for key, near in lodged.items():
        row_of[key] = row_of[near] if near else _row_aside(family, key, rows, row_of)
        rows += [[] for _ in range(row_of[key] + 1 - len(rows))]
        rows[row_of[key]].append(key)
    rows += [] if rows else [[]]
    return Plan(family, tuple(map(tuple, rows)), row_of, tuple(lines.legs), tuple(lines.beside), lodged)


def _row_aside(family: Family, key: str, rows: list[list[str]], row_of: Mapping[str, int]) -> int:
    """The row of somebody with no tie: children level with the index child, adults in the emptiest row above."""
    index = [row_of[k] for k, person in family.people.items() if person.index_child and k in row_of]
    level = index[0] if index else len(rows) - 1 if rows else 1
    person = family.people[key]
    row = level
    if person.kind != "child" and not person.unborn:
        row = min(range(min(level, len(rows))), key=lambda r: (len(rows[r]), -r), default=max(0, level - 1))
    while row < len(rows) and len(rows[row]) >= _FULL:
        row += 1
    return row


def _lodged(family: Family, records: Records, row_of: Mapping[str, int]) -> dict[str, str]:
    """For everybody aside the relative they shared a household with most often, or an empty text."""
    homes: dict[str, set[str]] = defaultdict(set)
    for stay in records.stays:
        homes[stay.household_id].add(stay.person_id)
    found = {}
    for key in family.aside:
        shared: dict[str, int] = defaultdict(int)
        for home in sorted(homes):
            if key in homes[home]:
                for other in homes[home]:
                    if other in row_of:
                        shared[other] += 1
        adults = {other: family.people[other].kind != "child" for other in shared}
        found[key] = min(shared, key=lambda o: (-shared[o], not adults[o], o), default="")
    return found
