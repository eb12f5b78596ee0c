"""A review's rows in the groups and batches that one statement each can load; the same for both stores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from scrgraph.store.base import EdgeRow, GraphRows, NodeRow

_Row = TypeVar("_Row")

#: A node's label and the labels beside it; an edge's name and the labels it joins.
NodeKind = tuple[str, tuple[str, ...]]
EdgeKind = tuple[str, str, str]


def nodes_by_kind(rows: GraphRows) -> Iterator[tuple[NodeKind, list[NodeRow]]]:
    """The nodes, one kind of node at a time, each kind in the order of ``rows``."""
    for kind, group in groupby(sorted(rows.nodes, key=_node_kind), key=_node_kind):
        yield kind, list(group)


def edges_by_kind(rows: GraphRows) -> Iterator[tuple[EdgeKind, list[EdgeRow]]]:
    """The edges, one kind of edge at a time, each kind in the order of ``rows``."""
    for kind, group in groupby(sorted(rows.edges, key=_edge_kind), key=_edge_kind):
        yield kind, list(group)


def in_batches(rows: Sequence[_Row], size: int) -> Iterator[Sequence[_Row]]:
    """``rows`` in runs of at most ``size``."""
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _node_kind(node: NodeRow) -> NodeKind:
    return node.label, node.also


def _edge_kind(edge: EdgeRow) -> EdgeKind:
    return edge.name, edge.start_label, edge.end_label
