"""The pairing of greatest total weight between two sides, each member of either side in one pair at most."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from heapq import heappop, heappush
from typing import TypeVar

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)

_Edges = Sequence[Sequence[tuple[int, int]]]


def best_pairs(weights: Mapping[tuple[Left, Right], int]) -> list[tuple[Left, Right]]:
    """The pairs of greatest total weight, in the order of ``weights``; a pair of no positive weight is left out.

    Optimal: each of the left side in turn is given its place by the shortest augmenting path over reduced costs
    (Jonker and Volgenant 1987), and may also stay alone at no cost. Only the pairs that are given are looked at, so
    the time grows with their number and not with the product of the two sides. The same input gives the same
    pairs; of pairings equally good, one found by the order of ``weights``.
    """
    given = {ends: weight for ends, weight in weights.items() if weight > 0}
    lefts = list(dict.fromkeys(left for left, _ in given))
    rights = list(dict.fromkeys(right for _, right in given))
    left_place = {left: place for place, left in enumerate(lefts)}
    right_place = {right: place for place, right in enumerate(rights)}
    edges: list[list[tuple[int, int]]] = [[] for _ in lefts]
    for (left, right), weight in given.items():
        edges[left_place[left]].append((right_place[right], -weight))
    for place, own in enumerate(edges):
        own.append((len(rights) + place, 0))
    partner = _assigned(edges, len(rights) + len(lefts))
    return [(left, right) for left, right in given if partner[left_place[left]] == right_place[right]]


def _assigned(edges: _Edges, size: int) -> list[int]:
    """For each of the left side its partner on the right, at the least total cost."""
    partner, holder = [-1] * len(edges), [-1] * size
    price = [0] * size
    for start in range(len(edges)):
        _place(start, edges, partner, holder, price)
    return partner


def _place(start: int, edges: _Edges, partner: list[int], holder: list[int], price: list[int]) -> None:
    """Give ``start`` a partner, moving others along the cheapest path that ends at a free one.

    ``price`` keeps the cost of every pair less its price, against that of the pair held, from being negative.
    """
    cost: dict[int, int] = {}
    came_from: dict[int, int] = {}
    settled: dict[int, int] = {}
    waiting: list[tuple[int, int]] = []
    left, spent = start, 0
    while True:
        held = partner[left]
        base = 0 if held < 0 else next(pair for right, pair in edges[left] if right == held) - price[held]
        for right, pair in edges[left]:
            reach = spent + pair - price[right] - base
            if right not in settled and (right not in cost or reach < cost[right]):
                cost[right], came_from[right] = reach, left
                heappush(waiting, (reach, right))
        while True:
            spent, right = heappop(waiting)
            if right not in settled and cost[right] == spent:
                break
        settled[right] = spent
        if holder[right] < 0:
            break
        left = holder[right]
    for other, at in settled.items():
        price[other] += at - spent
    while True:
        left = came_from[right]
        holder[right], partner[left], right = left, right, partner[left]
        if left == start:
            return
