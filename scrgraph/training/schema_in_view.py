"""What of the schema a family's graph holds, for a learner to look at while writing a query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scrgraph.model.schema import EDGE_BY_NAME, NODES
from scrgraph.store.base import Store

#: A property whose cells are at most so many words, each at most so long, is shown with them.
_MOST_VALUES, _LONGEST_VALUE = 12, 30
#: Days, texts of days and names: these are read in the rows and not listed.
_NOT_LISTED = ("_earliest", "_latest", "_text", "_id", "_name", "title")

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class NodeInView:
    """A label with labels its nodes may have besides, how many there are, and its properties.

    ``values`` holds, for properties with a few words only, every word that stands there: the kinds of a baton.
    """

    label: str
    also: tuple[str, ...]
    meaning: str
    count: int
    properties: tuple[str, ...]
    values: Values = field(default_factory=dict)


@dataclass(frozen=True)
class EdgeInView:
    """A relationship between two labels, how many there are, its properties and their words as for a label."""

    name: str
    start: str
    end: str
    meaning: str
    count: int
    properties: tuple[str, ...]
    values: Values = field(default_factory=dict)

    @property
    def arrow(self) -> str:
        """As it is written in a query: ``(:Agency)-[:PASSED]->(:Baton)``."""
        return f"(:{self.start})-[:{self.name}]->(:{self.end})"


@dataclass(frozen=True)
class SchemaInView:
    """The labels and relationships of which the graph holds any, in the order of the schema."""

    nodes: tuple[NodeInView, ...]
    edges: tuple[EdgeInView, ...]


def schema_in_view(store: Store, review_id: str) -> SchemaInView:
    """What of the schema the graph of one review holds."""
    given = {"review_id": review_id}
    nodes = []
    for node in NODES:
        pattern = f"MATCH (n:{node.label}) WHERE n.review_id = $review_id"
        if found := _number(store, pattern, given):
            values = _values(store, pattern, node.properties, given, found)
            properties = (node.key, *node.properties)
            nodes.append(NodeInView(node.label, node.also, node.meaning, found, properties, values))
    edges = []
    for edge in EDGE_BY_NAME.values():
        for start, end in edge.ends:
            pattern = f"MATCH (a:{start})-[n:{edge.name}]->(b:{end}) WHERE a.review_id = $review_id"
            if found := _number(store, pattern, given):
                values = _values(store, pattern, edge.properties, given, found)
                edges.append(EdgeInView(edge.name, start, end, edge.meaning, found, edge.properties, values))
    return SchemaInView(tuple(nodes), tuple(edges))


def _number(store: Store, pattern: str, given: dict[str, str]) -> int:
    ((found,),) = store.run(f"{pattern} RETURN count(n) AS found", given).rows
    return found if isinstance(found, int) else 0


def _values(
    store: Store, pattern: str, properties: Iterable[str], given: dict[str, str], nodes: int
) -> dict[str, tuple[str, ...]]:
    """The words of each property that has few of them and repeats some; others are left out."""
    listed = {}
    for name in properties:
        if name.endswith(_NOT_LISTED):
            continue
        query = (
            f"{pattern} AND n.{name} IS NOT NULL RETURN DISTINCT n.{name} AS value ORDER BY value "
            f"LIMIT {_MOST_VALUES + 1}"
        )
        found = [value for (value,) in store.run(query, given).rows]
        words = tuple(value for value in found if isinstance(value, str) and 0 < len(value) <= _LONGEST_VALUE)
        if words and len(words) == len(found) <= _MOST_VALUES and len(found) < nodes:
            listed[name] = words
    return listed
