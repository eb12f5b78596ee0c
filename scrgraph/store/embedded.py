"""The embedded store: kglite, in this process and in memory. No server, no network, no file left behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import TracebackType
from typing import Any, Self

import kglite

from scrgraph.model.base import Progress
from scrgraph.model.schema import NODE_BY_LABEL, constraint_statements, index_statements
from scrgraph.store.base import (
    TOO_SLOW,
    EdgeRow,
    GraphRows,
    NodeRow,
    Params,
    StoreError,
    Table,
    Value,
)
from scrgraph.store.batches import edges_by_kind, in_batches, nodes_by_kind
from scrgraph.store.refusal import refuse_unless_read

_BATCH = 5_000
_AS_IT_IS = (str, bool, int, float)
_Batch = tuple[str, list[dict[str, Any]]]

kglite.set_query_warning_policy("silent")


class EmbeddedStore:
    """A graph held in memory by kglite. ``run`` and ``ask`` see a frozen copy that nothing can write to."""

    def __init__(self) -> None:
        self._graph = kglite.KnowledgeGraph()
        for statement in (*constraint_statements(), *index_statements()):
            self._graph.cypher(statement)
        self._frozen = self._graph.freeze()

    def load(self, rows: GraphRows, progress: Progress | None = None) -> None:
        """Put a review in the graph in place of what was there of it before."""
        self._forget(rows.review_id)
        done, total = 0, len(rows.nodes) + len(rows.edges)
        for statement, batch in chain(_node_batches(rows), _edge_batches(rows)):
            self._write(statement, batch)
            done += len(batch)
            if progress:
                progress("Building the graph", done, total)
        self._frozen = self._graph.freeze()

    def run(self, query: str, params: Params | None = None) -> Table:
        """Run one of the product's own queries on the frozen graph."""
        return self._table(query, params)

    def ask(self, query: str, params: Params | None = None, *, row_limit: int, seconds: float) -> Table:
        """Run a query a person typed; see ``Store.ask``."""
        refuse_unless_read(query)
        return self._table(query, params, row_limit=row_limit, timeout_ms=max(1, int(seconds * 1000)))

    def close(self) -> None:
        """Let go of the graph's memory."""
        self._graph = kglite.KnowledgeGraph()
        self._frozen = self._graph.freeze()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _table(
        self, query: str, params: Params | None, row_limit: int | None = None, timeout_ms: int | None = None
    ) -> Table:
        try:
            result = self._frozen.cypher(
                query, params=dict(params or {}), row_limit=row_limit, timeout_ms=timeout_ms
            )
        except kglite.CypherTimeoutError as error:
            raise StoreError(TOO_SLOW) from error
        except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
            raise StoreError(f"The query could not be run: {error}") from error
        columns = tuple(str(column) for column in result.columns)
        return Table(columns, tuple([tuple([_value(row[column]) for column in columns]) for row in result]))

    def _write(self, statement: str, rows: list[dict[str, Any]]) -> None:
        try:
            self._graph.cypher(statement, params={"rows": rows})
        except (kglite.KgError, ValueError, TypeError) as error:
            raise StoreError(f"The graph could not be built: {error}") from error

    def _forget(self, review_id: str) -> None:
        for label in NODE_BY_LABEL:
            self._graph.cypher(
                f"MATCH (n:{label}) WHERE n.review_id = $review_id DETACH DELETE n",
                params={"review_id": review_id},
            )


def _node_batches(rows: GraphRows) -> Iterator[_Batch]:
    for (label, also), nodes in nodes_by_kind(rows):
        for batch in in_batches(nodes, _BATCH):
            yield _node_statement(label, also), [{"key": node.key, "p": _plain(node)} for node in batch]


def _edge_batches(rows: GraphRows) -> Iterator[_Batch]:
    for kind, edges in edges_by_kind(rows):
        for batch in in_batches(edges, _BATCH):
            yield _edge_statement(*kind), [_edge_values(edge) for edge in batch]


def _node_statement(label: str, also: tuple[str, ...]) -> str:
    extra = "".join(f" SET n:{name}" for name in also)
    return (
        f"UNWIND $rows AS row MERGE (n:{label} {{{NODE_BY_LABEL[label].key}: row.key}}){extra} SET n += row.p"
    )


def _edge_statement(name: str, start: str, end: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{{NODE_BY_LABEL[start].key}: row.from_key}}) "
        f"MATCH (b:{end} {{{NODE_BY_LABEL[end].key}: row.to_key}}) "
        f"CREATE (a)-[r:{name} {{edge_id: row.edge_id}}]->(b) SET r += row.p"
    )


def _plain(node: NodeRow) -> dict[str, Any]:
    return {name: value for name, value in node.properties.items() if value is not None}


def _edge_values(edge: EdgeRow) -> dict[str, Any]:
    values = {name: value for name, value in edge.properties.items() if value is not None}
    return {"from_key": edge.start_key, "to_key": edge.end_key, "edge_id": edge.edge_id, "p": values}


def _value(value: object) -> Value:
    if value is None or isinstance(value, _AS_IT_IS):
        return value
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, Mapping):
        return str(dict(value))
    if isinstance(value, Sequence):
        return [_value(part) for part in value]
    return str(value)
