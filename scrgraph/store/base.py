"""What a store must do. Questions, pictures and the command line know only this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType, TracebackType
from typing import NamedTuple, Protocol, Self

from scrgraph.model.base import Progress as Progress

#: A cell of a result: text, number, truth value, calendar day, nothing, or a list of these.
Value = str | int | float | bool | dt.date | None | Sequence["Value"]
Params = Mapping[str, Value]


#: What both stores say of a query that was stopped.
TOO_SLOW = (
    "The query took too long and was stopped. Narrow it, for example by naming one person or one agency, or add "
    "a LIMIT."
)


class StoreError(Exception):
    """A store could not do what was asked; the message says what to do next."""


class QueryRefused(StoreError):
    """A typed query would write, read a file or call a procedure, so it was not run."""


@dataclass(frozen=True)
class NodeRow:
    """One node to load: its label, extra labels, key value and other properties."""

    label: str
    key: str
    properties: Mapping[str, Value]
    also: tuple[str, ...] = ()


class EdgeRow(NamedTuple):
    """One edge to load; ``edge_id`` makes loading it twice change nothing."""

    name: str
    edge_id: str
    start_label: str
    start_key: str
    end_label: str
    end_key: str
    properties: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True)
class GraphRows:
    """A whole review as nodes and edges, in an order that does not change from run to run."""

    review_id: str
    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]


@dataclass(frozen=True)
class Table:
    """A result: column names and rows of plain Python values; days are ``datetime.date``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def dicts(self) -> list[dict[str, Value]]:
        """The rows as dictionaries from column name to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Store(Protocol):
    """A graph that can be loaded and asked. Used as a context manager; ``close`` may be called twice."""

    def load(self, rows: GraphRows, progress: Progress | None = None) -> None:
        """Put a review in the graph. Loading the same review again leaves the graph as it was."""

    def run(self, query: str, params: Params | None = None) -> Table:
        """Run one of the product's own read-only queries."""

    def ask(self, query: str, params: Params | None = None, *, row_limit: int, seconds: float) -> Table:
        """Run a query a person typed: read-only, limited in rows and time.

        Raises ``QueryRefused`` for anything but a read of the graph, ``StoreError`` for a query that cannot
        be understood or takes too long.
        """

    def close(self) -> None:
        """Let go of the graph or the connection."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
