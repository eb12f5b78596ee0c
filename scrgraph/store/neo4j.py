"""The Neo4j store: one server for a training room, a team or many reviews at once."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as problems

from scrgraph.model.base import Progress
from scrgraph.model.schema import constraint_statements, index_statements
from scrgraph.store import neo4j_load
from scrgraph.store.base import GraphRows, Params, QueryRefused, StoreError, Table
from scrgraph.store.neo4j_values import explained, table_of
from scrgraph.store.refusal import refuse_unless_read

#: What the driver has to say reaches a person as a ``StoreError``, not as lines of a log on the screen.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
#: Steps of a query plan that reach outside the graph, whatever the query looked like.
_OUTSIDE = ("LoadCSV", "ProcedureCall", "CallProcedure")


class Neo4jStore:
    """A graph held by a Neo4j server, version 5 or later; made by ``connect``. Raises only ``StoreError``."""

    def __init__(self, driver: neo4j.Driver, address: str, database: str | None = None) -> None:
        self._driver = driver
        self._address = address
        self._database = database
        self._has_schema = False

    @classmethod
    def connect(cls, uri: str, user: str, password: str, database: str | None = None) -> Self:
        """Connect and make sure that the server answers and the password is right.

        ``uri`` is such as ``bolt://127.0.0.1:7687``; a user name or password inside it is refused, so that
        neither is shown in a message.
        """
        try:
            parts = urlsplit(uri)
            address = f"{parts.hostname or ''}:{parts.port or 7687}"
        except ValueError:
            parts, address = urlsplit(""), ""
        if parts.scheme not in _SCHEMES or not parts.hostname or "@" in uri:
            raise StoreError(
                "The address of Neo4j could not be read. Give it as bolt://127.0.0.1:7687, with the user "
                "name and the password apart from it."
            )
        try:
            driver = neo4j.GraphDatabase.driver(
                uri,
                auth=(user, password),
                telemetry_disabled=True,
                notifications_min_severity="OFF",
                connection_acquisition_timeout=30.0,
                connection_timeout=10.0,
                max_transaction_retry_time=10.0,
            )
        except (problems.DriverError, ValueError) as problem:
            raise explained(problem, address) from None
        store = cls(driver, address, database)
        try:
            with store._explained(), store._session(neo4j.READ_ACCESS) as session:
                session.run("RETURN 1").consume()
        except StoreError:
            driver.close()
            raise
        return store

    def load(self, rows: GraphRows, progress: Progress | None = None) -> None:
        """Put a review in the graph and remove what an earlier load of it left. See ``store/neo4j_load.py``.

        Each batch is a transaction of its own: a load that was interrupted is put right by running it again.
        """
        stamp = neo4j_load.load_id(rows)
        review = {"review_id": rows.review_id, "load_id": stamp}
        done, total = 0, len(rows.nodes) + len(rows.edges)
        with self._explained(), self._session(neo4j.WRITE_ACCESS) as session:
            self._make_schema(session)
            fresh = session.execute_write(_count, neo4j_load.BEGIN, review) == 0
            for statement, batch in neo4j_load.node_batches(rows, stamp, fresh):
                session.execute_write(_write, statement, {"rows": batch})
                done += len(batch)
                if progress:
                    progress("Building the graph", done, total)
            for statement, batch in neo4j_load.edge_batches(rows, stamp, fresh):
                made = (
                    _count_once(session, statement, batch) if fresh else _counted(session, statement, batch)
                )
                if made != len(batch):
                    raise StoreError(
                        f"{len(batch) - made} edges of the review could not be placed, as the things they "
                        "join are not in it. Build the review again and load it again."
                    )
                done += len(batch)
                if progress:
                    progress("Building the graph", done, total)
            for statement in () if fresh else neo4j_load.removals():
                while session.execute_write(_count, statement, review):
                    pass
            session.execute_write(_write, neo4j_load.MARK_FINISHED, review)

    def holds(self, rows: GraphRows) -> bool:
        """Whether the last load of this review was of these very rows and was finished.

        For a load of many reviews that was interrupted: those already held can be passed over.
        """
        review = {"review_id": rows.review_id, "load_id": neo4j_load.load_id(rows)}
        with self._explained(), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(_count, neo4j_load.FINISHED, review) > 0

    def run(self, query: str, params: Params | None = None) -> Table:
        """Run one of the product's own queries in a read transaction."""
        with self._explained(), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(_read, query, params)

    def ask(self, query: str, params: Params | None = None, *, row_limit: int, seconds: float) -> Table:
        """Run a query a person typed; see ``Store.ask``.

        It is read by its structure first, then planned by the server without being run, and runs only when
        the plan reads the graph and nothing else.
        """
        refuse_unless_read(query)
        with self._explained(), self._session(neo4j.READ_ACCESS, row_limit) as session:
            with session.begin_transaction(timeout=seconds) as transaction:
                _refuse_unless_plan_reads(transaction.run(f"EXPLAIN\n{query}", dict(params or {})).consume())
            with session.begin_transaction(timeout=seconds) as transaction:
                result = transaction.run(query, dict(params or {}))
                return table_of(result.keys(), result.fetch(row_limit))

    def administer(self, statement: str, params: Params | None = None) -> Table:
        """Run an administration command, such as ``CREATE DATABASE``, on the server's ``system`` database.

        Raises ``AdministrationRefused`` where the edition has no such command or the user may not give it.
        """
        with self._explained(), self._driver.session(database="system") as session:
            result = session.run(statement, dict(params or {}))
            return table_of(result.keys(), result)

    def in_database(self, database: str) -> Self:
        """Another database of the same server. The connection is one: closing either closes both."""
        return type(self)(self._driver, self._address, database)

    def close(self) -> None:
        """Let go of the connection; may be called twice."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _make_schema(self, session: neo4j.Session) -> None:
        """The constraints and indexes, where they are not there yet; asked for once by each store."""
        if self._has_schema:
            return
        for statement in (*constraint_statements(), *index_statements()):
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes(300)").consume()
        self._has_schema = True

    def _session(self, access: str, rows_at_a_time: int = 1000) -> neo4j.Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, fetch_size=max(1, min(rows_at_a_time, 1000))
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (problems.Neo4jError, problems.DriverError, OSError) as problem:
            raise explained(problem, self._address) from None


def _refuse_unless_plan_reads(summary: neo4j.ResultSummary) -> None:
    if summary.query_type != "r":
        raise QueryRefused("This box only reads the graph; the query would change it. Take that part out.")
    for step in _steps(summary.plan or {}):
        if step.startswith(_OUTSIDE):
            raise QueryRefused(
                f"This box only reads the graph; the query would go outside it ({step}). Take that part out."
            )


def _steps(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _steps(child)


def _write(transaction: neo4j.ManagedTransaction, statement: str, params: Mapping[str, Any]) -> None:
    transaction.run(statement, dict(params)).consume()


def _count(transaction: neo4j.ManagedTransaction, statement: str, params: Mapping[str, Any]) -> int:
    record = transaction.run(statement, dict(params)).single(strict=True)
    return int(record["n"])


def _counted(session: neo4j.Session, statement: str, batch: list[dict[str, Any]]) -> int:
    return session.execute_write(_count, statement, {"rows": batch})


def _count_once(session: neo4j.Session, statement: str, batch: list[dict[str, Any]]) -> int:
    """As ``_counted`` but never tried again by the driver: edges that are created would then be there twice."""
    with session.begin_transaction() as transaction:
        record = transaction.run(statement, {"rows": batch}).single(strict=True)
        transaction.commit()
        return int(record["n"])


def _read(transaction: neo4j.ManagedTransaction, query: str, params: Params | None) -> Table:
    result = transaction.run(query, dict(params or {}))
    return table_of(result.keys(), result)
