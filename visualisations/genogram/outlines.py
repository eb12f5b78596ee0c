"""Household boundaries: rectilinear, round those who live there on a day and nobody else.

Members who stand side by side share a boundary; between two rows it is joined where they stand under one another.
Where somebody else stands between, the household has several parts, each with its letter and name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from visualisations.drawing.svg import number
from visualisations.genogram.sheet import Place, Sheet

Box = tuple[float, float, float, float]
Loop = tuple[tuple[float, float], ...]
_INSIDE, _NARROWEST, _CLEAR, _ROUND, _STEM, _FURTHEST = 3.0, 22.0, 8.0, 9.0, 40.0, 260.0


@dataclass(frozen=True)
class Part:
    """One boundary of a household: the boxes it is made of (left, top, right, bottom), and who stands within."""

    household_id: str
    boxes: tuple[Box, ...]
    members: tuple[str, ...]
    heading: tuple[float, float, float]

    @property
    def loops(self) -> tuple[Loop, ...]:
        """The corners of its boundary, round and round."""
        return outline(self.boxes)


def parts_on(
    sheet: Sheet, homes: Mapping[str, frozenset[str]], shown: frozenset[str], needs: Mapping[str, float]
) -> list[Part]:
    """The boundaries of all households on a day. ``homes`` are the members of each, ``shown`` everybody drawn then,
    ``needs`` the pixels that a household's letter and name take."""
    found: list[Part] = []
    joins: list[Box] = []
    for household, members in homes.items():
        runs = [
            (row, run)
            for row, order in enumerate(sheet.order)
            for run in _stretches(order, members & shown, shown)
        ]
        boxes = [_box(sheet, run) for _, run in runs]
        part_of = list(range(len(runs)))
        own_joins: list[tuple[int, Box]] = []
        for i, (row, _) in enumerate(runs):
            for j, (below, _) in enumerate(runs):
                if (
                    below == row + 1
                    and part_of[i] != part_of[j]
                    and (join := _join(boxes[i], boxes[j], joins))
                ):
                    joins += join
                    own_joins += [(i, box) for box in join]
                    part_of = [part_of[i] if part == part_of[j] else part for part in part_of]
        for part in dict.fromkeys(part_of):
            own = [i for i, number_ in enumerate(part_of) if number_ == part]
            found.append(
                Part(
                    household,
                    (*(boxes[i] for i in own), *(box for i, box in own_joins if i in own)),
                    tuple(key for i in own for key in runs[i][1]),
                    _heading(sheet, [runs[i][1] for i in own], needs.get(household, 0.0)),
                )
            )
    return found


def _stretches(
    order: Sequence[str], members: frozenset[str], shown: frozenset[str]
) -> Iterable[tuple[str, ...]]:
    run: list[str] = []
    for key in order:
        if key not in shown:
            continue
        if key in members:
            run.append(key)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _box(sheet: Sheet, run: tuple[str, ...]) -> Box:
    first, last = sheet.places[run[0]], sheet.places[run[-1]]
    return first.left + _INSIDE, first.top, last.right - _INSIDE, first.bottom


def _join(upper: Box, lower: Box, taken: Sequence[Box]) -> tuple[Box, ...]:
    """Boxes that join two of neighbouring rows, clear of those of others; none where they stand too far apart."""
    left, right = max(upper[0], lower[0]), min(upper[2], lower[2])
    for box in taken:
        if box[1] < lower[1] and upper[3] < box[3] and box[0] - _CLEAR < right and left < box[2] + _CLEAR:
            before, after = box[0] - _CLEAR - left, right - box[2] - _CLEAR
            left, right = (left, box[0] - _CLEAR) if before >= after else (box[2] + _CLEAR, right)
    if right - left >= _NARROWEST:
        return ((left, upper[3], right, lower[1]),)
    to_right = lower[0] + lower[2] > upper[0] + upper[2]
    near = (upper[2] - _STEM, upper[2]) if to_right else (upper[0], upper[0] + _STEM)
    far = (lower[0], lower[0] + _STEM) if to_right else (lower[2] - _STEM, lower[2])
    left, right = min(near[0], far[0]), max(near[1], far[1])
    across = (left, upper[3] + _CLEAR, right, lower[1] - _CLEAR)
    boxes = ((near[0], upper[3], near[1], across[3]), across, (far[0], across[1], far[1], lower[1]))
    if right - left > _FURTHEST or across[3] - across[1] < _CLEAR:
        return ()
    free = all(
        b[0] - _CLEAR >= o[2] or o[0] >= b[2] + _CLEAR or b[1] >= o[3] or o[1] >= b[3]
        for b in boxes
        for o in taken
    )
    return boxes if free else ()


def _heading(sheet: Sheet, runs: Sequence[tuple[str, ...]], need: float) -> tuple[float, float, float]:
    """Where the letter and name of a part begin, and how wide they may be: above its first member with room enough.

    Beside a line that comes from above, else from the left edge, up to the next member's symbol.
    """
    met = {node for leg in sheet.plan.legs for node in leg.below}
    found = []
    for run in runs:
        for place, key in enumerate(run):
            here: Place = sheet.places[key]
            left = here.x + 14 if key in met else here.left + _INSIDE + 7
            right = here.right - _INSIDE - 6
            if place + 1 < len(run):
                after = sheet.places[run[place + 1]]
                right = max(right, after.x - 24 if run[place + 1] in met else after.left)
            found.append((left, here.top + 15, right - left))
    return next((room for room in found if room[2] >= need), max(found, key=lambda room: room[2]))


def outline(boxes: Sequence[Box]) -> tuple[Loop, ...]:
    """The boundary of boxes that touch or overlap, as loops of corners with the inside to the right."""
    xs = sorted({x for box in boxes for x in (box[0], box[2])})
    ys = sorted({y for box in boxes for y in (box[1], box[3])})
    full = {
        (i, j)
        for i in range(len(xs) - 1)
        for j in range(len(ys) - 1)
        if any(b[0] <= xs[i] and xs[i + 1] <= b[2] and b[1] <= ys[j] and ys[j + 1] <= b[3] for b in boxes)
    }
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in sorted(full):
        for beyond, start, end in (
            ((i, j - 1), (i, j), (i + 1, j)), ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)), ((i - 1, j), (i, j + 1), (i, j)),
        ):  # fmt: skip
            if beyond not in full:
                edges.setdefault(start, []).append(end)
    loops = []
    while edges:
        start = min(edges)
        at, corners = start, []
        while at in edges:
            corners.append(at)
            following = edges[at].pop(0)
            if not edges[at]:
                del edges[at]
            at = following
        loops.append(_corners_only([(xs[i], ys[j]) for i, j in corners]))
    return tuple(loops)


def _corners_only(points: list[tuple[float, float]]) -> Loop:
    count = len(points)
    return tuple(
        point
        for place, point in enumerate(points)
        if not (points[place - 1][0] == point[0] == points[(place + 1) % count][0])
        and not (points[place - 1][1] == point[1] == points[(place + 1) % count][1])
    )


def path_of(loops: Iterable[Loop]) -> str:
    """The loops as an SVG path with rounded corners."""
    parts = []
    for loop in loops:
        for place, (x, y) in enumerate(loop):
            before, after = loop[place - 1], loop[(place + 1) % len(loop)]
            (ax, ay), (bx, by) = _towards((x, y), before), _towards((x, y), after)
            parts.append(
                f"{'L' if place else 'M'}{number(ax)} {number(ay)}Q{number(x)} {number(y)} {number(bx)} {number(by)}"
            )
        parts.append("Z")
    return "".join(parts)


def _towards(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    away = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    part = min(_ROUND, away / 2) / away if away else 0.0
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part
