"""How far to the right everybody stands: parents over the middle of their children, as close as their names allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from visualisations.genogram.order import LINE_WEIGHT
from visualisations.genogram.rows import Leg, Plan

#: A place to stand, and how much it counts.
Wish = tuple[float, float]
GAP = 14.0
_GRID = 4.0
_ROUNDS = 30
_LITTLE = 24.0


def columns(
    plan: Plan, rows: Sequence[Sequence[str]], left: Mapping[str, float], right: Mapping[str, float]
) -> dict[str, float]:
    """The x of every node's symbol. ``left`` and ``right`` are how far its symbol and label reach to either side."""
    offsets = [_offsets(row, left, right) for row in rows]
    at = {
        node: offset
        for row, found in zip(rows, offsets, strict=True)
        for node, offset in zip(row, found, strict=True)
    }
    legs: dict[int, list[Leg]] = defaultdict(list)
    for leg in plan.legs:
        if leg.above:
            legs[leg.row].append(leg)
    for turn in range(_ROUNDS):
        downwards = turn % 2 == 0
        for number in range(len(rows)) if downwards else reversed(range(len(rows))):
            wish = _from_above(legs[number - 1], at) if downwards else _from_below(legs[number], at)
            _place(rows[number], offsets[number], wish, at)
    for number, row in enumerate(rows):
        _place(row, offsets[number], _from_above(legs[number - 1], at), at)
        last = None
        for node in row:
            at[node] = round(at[node] / _GRID) * _GRID
            if last is not None:
                least = at[last] + right[last] + GAP + left[node]
                at[node] = max(at[node], -(-least // _GRID) * _GRID)
            last = node
    _straightened(plan, rows, left, right, at)
    edge = min((at[node] - left[node] for node in at), default=0.0)
    return {node: x - edge for node, x in at.items()}


def _straightened(
    plan: Plan,
    rows: Sequence[Sequence[str]],
    left: Mapping[str, float],
    right: Mapping[str, float],
    at: dict[str, float],
) -> None:
    """Put a parent with one child right above it where only a little is missing and there is room."""
    for leg in reversed(plan.legs):
        if len(leg.above) == len(leg.below) == 1 and 0 < abs(at[leg.above[0]] - at[leg.below[0]]) <= _LITTLE:
            node, goal = leg.above[0], at[leg.below[0]]
            row = rows[leg.row]
            place = row.index(node)
            before = place == 0 or at[row[place - 1]] + right[row[place - 1]] + GAP + left[node] <= goal
            after = (
                place == len(row) - 1 or goal + right[node] + GAP + left[row[place + 1]] <= at[row[place + 1]]
            )
            if before and after:
                at[node] = goal


def _offsets(row: Sequence[str], left: Mapping[str, float], right: Mapping[str, float]) -> list[float]:
    found: list[float] = []
    for place, node in enumerate(row):
        before = row[place - 1]
        found.append(found[-1] + right[before] + GAP + left[node] if place else 0.0)
    return found


def _from_above(legs: Sequence[Leg], at: Mapping[str, float]) -> dict[str, list[Wish]]:
    """Where the nodes of a row would stand with each sibship under the middle of its parents."""
    wish: dict[str, list[Wish]] = defaultdict(list)
    for leg in legs:
        shift = _middle(leg.above, at) - _middle(leg.below, at)
        for node in leg.below:
            wish[node].append((at[node] + shift, LINE_WEIGHT.get(leg.line, 0.05)))
    return wish


def _from_below(legs: Sequence[Leg], at: Mapping[str, float]) -> dict[str, list[Wish]]:
    """Where the nodes of a row would stand with parents over the middle of their children."""
    wish: dict[str, list[Wish]] = defaultdict(list)
    for leg in legs:
        shift = _middle(leg.below, at) - _middle(leg.above, at)
        for node in leg.above:
            wish[node].append((at[node] + shift, LINE_WEIGHT.get(leg.line, 0.05)))
    return wish


def _middle(nodes: Sequence[str], at: Mapping[str, float]) -> float:
    places = [at[node] for node in nodes]
    return (min(places) + max(places)) / 2


def _place(
    row: Sequence[str], offsets: Sequence[float], wish: Mapping[str, Sequence[Wish]], at: dict[str, float]
) -> None:
    """Put a row as near to its wishes as the distances between its people allow (isotonic regression)."""
    blocks: list[list[float]] = []
    for node, offset in zip(row, offsets, strict=True):
        wished = wish.get(node, ())
        weight = sum(w for _, w in wished) if wished else 0.02
        target = sum(x * w for x, w in wished) / weight if wished else at[node]
        blocks.append([target - offset, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            value, weight, count = blocks.pop()
            before = blocks[-1]
            total = before[1] + weight
            before[0], before[1], before[2] = (
                (before[0] * before[1] + value * weight) / total,
                total,
                before[2] + count,
            )
    place = 0
    for value, _, count in blocks:
        for _ in range(int(count)):
            at[row[place]] = value + offsets[place]
            place += 1
