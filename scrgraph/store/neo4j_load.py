"""The Cypher that puts a review in Neo4j and takes out what an earlier load of it left behind.

Beside the properties of ``model/schema.py`` every node and edge carries ``load_id``: a hash of the whole
review as loaded. Things of the review with another ``load_id`` are of an earlier load and are removed at the
end. The ``Review`` node is made first, so where there is none nothing of the review is there and everything can
be created without looking; it gets its ``load_id`` last, so it also says that the load was finished.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from scrgraph.model.schema import EDGE_BY_NAME, NODE_BY_LABEL, NODES
from scrgraph.store.base import EdgeRow, GraphRows, NodeRow, StoreError
from scrgraph.store.batches import edges_by_kind, in_batches, nodes_by_kind

#: Rows a transaction; large enough to be quick, small enough for a server with little memory.
BATCH = 2_000

#: Marks a load as begun; ``n`` is 1 where an earlier one, finished or not, left a ``Review`` node.
BEGIN = (
    "OPTIONAL MATCH (old:Review {review_id: $review_id}) WITH count(old) AS n "
    "MERGE (r:Review {review_id: $review_id}) REMOVE r.load_id RETURN n"
)
MARK_FINISHED = "MATCH (n:Review {review_id: $review_id}) SET n.load_id = $load_id"
FINISHED = "MATCH (n:Review {review_id: $review_id}) WHERE n.load_id = $load_id RETURN count(n) AS n"

Batch = tuple[str, list[dict[str, Any]]]


def load_id(rows: GraphRows) -> str:
    """A hash of the review's content: the same rows give the same text on every run and machine."""
    content = (
        rows.review_id,
        [(n.label, n.key, n.also, sorted(n.properties.items())) for n in rows.nodes],
        [
            (
                e.name,
                e.edge_id,
                e.start_label,
                e.start_key,
                e.end_label,
                e.end_key,
                sorted(e.properties.items()),
            )
            for e in rows.edges
        ],
    )
    return hashlib.sha256(json.dumps(content, default=str).encode("utf-8")).hexdigest()[:32]


def node_batches(rows: GraphRows, stamp: str, fresh: bool = False) -> Iterator[Batch]:
    """Statements and their rows for the nodes, one kind of node at a time; ``fresh`` where none is there yet.

    Raises ``StoreError`` for a label that ``model/schema.py`` does not have.
    """
    for (label, also), nodes in nodes_by_kind(rows):
        statement = _node_statement(label, also, fresh)
        for batch in in_batches(nodes, BATCH):
            yield statement, [_node(node, rows.review_id, stamp) for node in batch]


def edge_batches(rows: GraphRows, stamp: str, fresh: bool = False) -> Iterator[Batch]:
    """Statements and their rows for the edges, one kind of edge at a time; ``fresh`` where none is there yet."""
    for kind, edges in edges_by_kind(rows):
        statement = _edge_statement(*kind, fresh)
        for batch in in_batches(edges, BATCH):
            yield statement, [_edge(edge, stamp) for edge in batch]


def removals() -> tuple[str, ...]:
    """Statements that each remove up to ``BATCH`` things of an earlier load and return how many."""
    stale = "coalesce({0}.load_id, '') <> $load_id WITH {0} LIMIT {1}"
    statements = [
        f"MATCH (n:{node.label} {{review_id: $review_id}})-[r]->() WHERE {stale.format('r', BATCH)} "
        "DELETE r RETURN count(r) AS n"
        for node in NODES
    ]
    statements += [
        f"MATCH (n:{node.label} {{review_id: $review_id}}) WHERE {stale.format('n', BATCH)} "
        "DETACH DELETE n RETURN count(n) AS n"
        for node in NODES
        if node.key != "review_id"
    ]
    return tuple(statements)


def _node_statement(label: str, also: Sequence[str], fresh: bool) -> str:
    node = NODE_BY_LABEL.get(label)
    if node is None or not set(also) <= set(node.also):
        raise StoreError(
            f"The graph has no things called {label} {' '.join(also)}; see model/schema.py.".strip()
        )
    if fresh and label != "Review":
        return f"UNWIND $rows AS row CREATE (n:{':'.join((label, *also))}) SET n = row.properties"
    more = "".join(f" SET n:{extra}" for extra in also)
    less = "".join(f" REMOVE n:{extra}" for extra in node.also if extra not in also)
    return f"UNWIND $rows AS row MERGE (n:{label} {{{node.key}: row.key}}) SET n = row.properties{more}{less}"


def _edge_statement(name: str, start: str, end: str, fresh: bool) -> str:
    if name not in EDGE_BY_NAME or (start, end) not in EDGE_BY_NAME[name].ends:
        raise StoreError(f"The graph has no edge {name} from {start} to {end}; see model/schema.py.")
    make = f"CREATE (a)-[r:{name}]->(b)" if fresh else f"MERGE (a)-[r:{name} {{edge_id: row.edge_id}}]->(b)"
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{{NODE_BY_LABEL[start].key}: row.start}}) "
        f"MATCH (b:{end} {{{NODE_BY_LABEL[end].key}: row.end}}) "
        f"{make} SET r = row.properties RETURN count(r) AS n"
    )


def _node(node: NodeRow, review_id: str, stamp: str) -> dict[str, Any]:
    properties = {"review_id": review_id, **node.properties, NODE_BY_LABEL[node.label].key: node.key}
    if node.label != "Review":
        properties["load_id"] = stamp
    return {"key": node.key, "properties": properties}


def _edge(edge: EdgeRow, stamp: str) -> dict[str, Any]:
    properties = {**edge.properties, "edge_id": edge.edge_id, "load_id": stamp}
    return {"start": edge.start_key, "end": edge.end_key, "edge_id": edge.edge_id, "properties": properties}
