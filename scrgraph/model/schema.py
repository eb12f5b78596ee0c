"""The only list of labels, edges and properties of the graph.

The constraints and indexes of both stores, the check of every question, and the graph's page in the docs come
from here. A partial date is two DATE properties, ``<name>_earliest`` and ``<name>_latest``, and ``<name>_text``
for people. Every node has ``review_id``, so that several reviews in one database stay apart.
"""

from __future__ import annotations

from scrgraph.model.schema_edges import EDGES as EDGES
from scrgraph.model.schema_nodes import NODES as NODES
from scrgraph.model.schema_types import EdgeType as EdgeType
from scrgraph.model.schema_types import NodeType as NodeType

NODE_BY_LABEL = {node.label: node for node in NODES}
EDGE_BY_NAME = {edge.name: edge for edge in EDGES}
LABELS = frozenset(NODE_BY_LABEL) | {extra for node in NODES for extra in node.also}


def constraint_statements() -> tuple[str, ...]:
    """One uniqueness constraint a label, in the words both engines accept."""
    return tuple(
        f"CREATE CONSTRAINT {node.key}_unique IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.{node.key} IS UNIQUE"
        for node in NODES
    )


def index_statements() -> tuple[str, ...]:
    """The range indexes the questions search by, and ``review_id`` on every label but ``Review``."""
    return tuple(
        f"CREATE INDEX {node.label.lower()}_{name} IF NOT EXISTS FOR (n:{node.label}) ON (n.{name})"
        for node in NODES
        for name in (*node.indexed, *(("review_id",) if node.key != "review_id" else ()))
    )
