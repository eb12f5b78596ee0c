"""Collects nodes and edges of one review, and holds them to the labels and properties of ``schema.py``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scrgraph.model.partial_date import PartialDate
from scrgraph.model.schema import EDGE_BY_NAME, NODE_BY_LABEL
from scrgraph.store.base import EdgeRow, GraphRows, NodeRow, Value

_NODE_PROPERTIES = {label: kind.all_properties for label, kind in NODE_BY_LABEL.items()}
_EDGE_PROPERTIES = {name: kind.all_properties for name, kind in EDGE_BY_NAME.items()}


def date_properties(**dates: PartialDate) -> dict[str, Any]:
    """The three properties of each partial date, by its name; nothing for a date nobody gave."""
    found: dict[str, Any] = {}
    for name, date in dates.items():
        if date.known:
            found[f"{name}_earliest"], found[f"{name}_latest"] = date.earliest, date.latest
            found[f"{name}_text"] = str(date)
    return found


class RowBuilder:
    """Rows of one review. Keys are given without the review's id, which is put before every one of them."""

    def __init__(self, review_id: str) -> None:
        self.review_id = review_id
        self._nodes: dict[tuple[str, str], NodeRow] = {}
        self._edges: dict[tuple[str, str], EdgeRow] = {}

    def key(self, key: str) -> str:
        """The key as it stands in the graph, where several reviews may live side by side."""
        return key if key == self.review_id else f"{self.review_id}:{key}"

    def node(self, label: str, key: str, also: Iterable[str] = (), **properties: Value) -> None:
        """Add a node; a property that ``schema.py`` does not list is an error."""
        kind, full = NODE_BY_LABEL[label], self.key(key)
        values: dict[str, Value] = {kind.key: full, "review_id": self.review_id}
        values |= {name: value for name, value in properties.items() if value is not None}
        if unknown := values.keys() - _NODE_PROPERTIES[label]:
            raise ValueError(f"schema.py lists no property {sorted(unknown)} on {label}")
        self._nodes[(label, full)] = NodeRow(label, full, values, tuple(also))

    def edge(
        self, name: str, start: tuple[str, str], end: tuple[str, str], tag: str = "", **properties: Value
    ) -> None:
        """Add an edge between (label, key) pairs; ``tag`` tells several edges of one pair apart."""
        kind = EDGE_BY_NAME[name]
        if (start[0], end[0]) not in kind.ends:
            raise ValueError(f"schema.py lists no {name} from {start[0]} to {end[0]}")
        values = {key: value for key, value in properties.items() if value is not None}
        if values and (unknown := values.keys() - _EDGE_PROPERTIES[name]):
            raise ValueError(f"schema.py lists no property {sorted(unknown)} on {name}")
        labels = f"{start[0]}>{end[0]}" if len(kind.ends) > 1 else ""
        start_key, end_key = self.key(start[1]), self.key(end[1])
        edge_id = "|".join(filter(None, (labels, start_key, name, end_key, tag)))
        self._edges[(name, edge_id)] = EdgeRow(name, edge_id, start[0], start_key, end[0], end_key, values)

    def evidence(self, label: str, key: str, entry_ids: Iterable[str]) -> None:
        """Lead a thing back to the source rows behind it."""
        for entry_id in entry_ids:
            self.edge("RECORDED_IN", (label, key), ("Entry", entry_id))

    def about(self, here: tuple[str, str], person_ids: Iterable[str]) -> None:
        """Say whom a thing concerns."""
        for person_id in person_ids:
            self.edge("ABOUT", here, ("Person", person_id))

    def rows(self) -> GraphRows:
        """Everything collected, in an order that depends on nothing but the content."""
        return GraphRows(
            self.review_id,
            tuple(self._nodes[key] for key in sorted(self._nodes)),
            tuple(self._edges[key] for key in sorted(self._edges)),
        )
