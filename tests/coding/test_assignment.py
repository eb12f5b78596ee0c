"""Pairs are chosen for their total, not one by one."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from scrgraph.coding.assignment import best_pairs


def test_the_best_total_wins_over_the_best_pair() -> None:
    weights = {("a", 1): 9, ("a", 2): 8, ("b", 1): 7}
    assert best_pairs(weights) == [("a", 2), ("b", 1)]


def test_two_fair_pairs_do_not_outweigh_one_better_than_both_together() -> None:
    assert best_pairs({("a", 1): 9, ("a", 2): 3, ("b", 1): 4}) == [("a", 1)]


def test_what_speaks_against_a_pair_leaves_both_alone() -> None:
    assert best_pairs({("a", 1): -1, ("b", 2): 0}) == []
    assert best_pairs({}) == []


@pytest.mark.parametrize("seed", range(60))
def test_the_total_is_that_of_a_general_matching(seed: int) -> None:
    """Against networkx's maximum-weight matching, which knows nothing of two sides."""
    chance = random.Random(seed)  # noqa: S311
    size, share = chance.randint(1, 25), chance.choice((0.05, 0.2, 0.6))
    weights = {
        (left, right): chance.randint(-3, 40)
        for left in range(size)
        for right in range(chance.randint(1, 25))
        if chance.random() < share
    }
    pairs = best_pairs(weights)
    assert len({left for left, _ in pairs}) == len(pairs) == len({right for _, right in pairs})
    graph: nx.Graph[str] = nx.Graph()
    for (left, right), weight in weights.items():
        if weight > 0:
            graph.add_edge(f"left {left}", f"right {right}", weight=weight)
    wanted = sum(graph.edges[ends]["weight"] for ends in nx.max_weight_matching(graph))
    assert sum(weights[pair] for pair in pairs) == wanted


def test_a_long_chain_of_pairs_that_all_hang_together_is_quick() -> None:
    """3,000 on each side, each with ten to choose from: general matching needs minutes."""
    chance = random.Random(1)  # noqa: S311
    weights = {
        (left, right): chance.randint(1, 9_000)
        for left in range(3_000)
        for right in range(max(0, left - 5), min(3_000, left + 5))
    }
    assert len(best_pairs(weights)) > 2_900
