"""Which row each person stands in: partners and siblings in one row, parents one row above their children.

Ties are taken in the order of how surely they tell a generation; one that contradicts those before it (a couple who
are uncle and niece) does not move anybody, and its line crosses between rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from visualisations.genogram.family import Family
from visualisations.genogram.kinship_words import Line

_STEPS = (
    (Line.BIRTH, 1),
    (Line.ADOPTION, 1),
    (Line.FOSTER, 1),
    (Line.STEP, 1),
    (Line.GRANDPARENT, 2),
    (Line.CARER, 1),
)
_SIBLINGS = (Line.SIBLING, Line.HALF_SIBLING, Line.STEP_SIBLING)


@dataclass
class _Levels:
    """People whose generations are known relative to one another."""

    above: dict[str, str] = field(default_factory=dict)
    step: dict[str, int] = field(default_factory=dict)

    def find(self, person: str) -> tuple[str, int]:
        """The one everybody known is counted from, and how many rows below them the person stands."""
        down = 0
        while self.above.get(person, person) != person:
            down += self.step[person]
            person = self.above[person]
        return person, down

    def tie(self, upper: str, lower: str, rows: int) -> None:
        """Put ``lower`` that many rows below ``upper``, unless both are placed otherwise already."""
        (one, at), (other, to) = self.find(upper), self.find(lower)
        if one != other:
            self.above[other] = one
            self.step[other] = at + rows - to


def rows_of_people(family: Family) -> dict[str, int]:
    """The row of everybody who is not aside, from 0 at the top."""
    levels = _Levels()
    for line, down in _STEPS[:2]:
        _descents(family, levels, line, down)
    for couple in family.couples:
        levels.tie(*couple.pair, 0)
    for descent in family.descents:
        if descent.line in _SIBLINGS:
            for other in descent.children[1:]:
                levels.tie(descent.children[0], other, 0)
    for line, down in _STEPS[2:]:
        _descents(family, levels, line, down)
    rows = _with_parents_above(family, _aligned(family, levels))
    top = min(rows.values(), default=0)
    return {person: row - top for person, row in rows.items()}


def _descents(family: Family, levels: _Levels, line: Line, rows: int) -> None:
    for descent in family.descents:
        if descent.line is line:
            for child in descent.children:
                for parent in descent.parents:
                    levels.tie(parent, child, rows)


def _aligned(family: Family, levels: _Levels) -> dict[str, int]:
    """Rows over all the separate parts of the family: children level with the index child, other adults one above."""
    parts: dict[str, dict[str, int]] = {}
    for person in family.people:
        if person not in family.aside:
            root, down = levels.find(person)
            parts.setdefault(root, {})[person] = down
    placed: dict[str, int] = {}
    for part in parts.values():
        shift = min(_expected(family, person, down) for person, down in part.items())[2]
        for person, down in part.items():
            placed[person] = down + shift
    return placed


def _with_parents_above(family: Family, placed: Mapping[str, int]) -> dict[str, int]:
    """The rows with nobody level with or above a parent; as they were where people are parents in a circle."""
    rows = dict(placed)
    for _ in range(len(rows) + 1):
        before = dict(rows)
        for descent in family.descents:
            if descent.line in (Line.BIRTH, Line.ADOPTION):
                least = max(rows[parent] for parent in descent.parents) + 1
                for child in descent.children:
                    rows[child] = max(rows[child], least)
        if rows == before:
            return rows
    return dict(placed)


def _expected(family: Family, person: str, down: int) -> tuple[int, str, int]:
    """How surely a person says which row their part belongs in, and how far it has to move."""
    shown = family.people[person]
    role = shown.role.lower()
    child = shown.kind == "child" or shown.unborn
    row = 2 if child else 0 if "grand" in role or role in {"mgm", "mgf", "pgm", "pgf"} else 1
    return (0 if shown.index_child else 1 if child else 2, person, row - down)


def spread(rows: Mapping[str, int]) -> list[list[str]]:
    """The people of each row, in the order they came in."""
    found: list[list[str]] = [[] for _ in range(max(rows.values(), default=-1) + 1)]
    for person, row in rows.items():
        found[row].append(person)
    return found
