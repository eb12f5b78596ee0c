"""Values and errors of the Neo4j driver in the words of this project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import neo4j
import neo4j.time
from neo4j import exceptions as problems

from scrgraph.store.base import TOO_SLOW, StoreError, Table, Value

#: What a server answers to an administration command that its edition does not have or the user may not give.
_NOT_ALLOWED = ("UnsupportedAdministrationCommand", "Security.Forbidden", "DatabaseLimitReached")


class AdministrationRefused(StoreError):
    """The edition of the server has no such command, or the user may not give it."""


def table_of(columns: Iterable[str], records: Iterable[neo4j.Record]) -> Table:
    """The records as a table, in the order of the query's RETURN."""
    return Table(tuple(columns), tuple(tuple(plain(cell) for cell in record.values()) for record in records))


def plain(value: object) -> Value:
    """A plain Python value. Days, and the day of a date with a time, become ``datetime.date``.

    A node, edge or path returned whole becomes text that a person can read, and so does a map.
    """
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, neo4j.time.DateTime):
        return value.date().to_native()
    if isinstance(value, neo4j.time.Date):
        return value.to_native()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, neo4j.graph.Node):
        return f"(:{':'.join(sorted(value.labels))} {_braces(value)})"
    if isinstance(value, neo4j.graph.Relationship):
        return f"[:{value.type} {_braces(value)}]"
    if isinstance(value, neo4j.graph.Path):
        steps = (
            f"-{plain(edge)}-{plain(node)}"
            for edge, node in zip(value.relationships, value.nodes[1:], strict=True)
        )
        return f"{plain(value.nodes[0])}{''.join(steps)}"
    if isinstance(value, (neo4j.time.Time, neo4j.time.Duration)):
        return value.iso_format()
    if isinstance(value, Mapping):
        return str({name: plain(part) for name, part in value.items()})
    if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
        return [plain(part) for part in value]
    return str(value)


def _braces(entity: neo4j.graph.Entity) -> str:
    return "{" + ", ".join(f"{name}: {plain(entity[name])}" for name in sorted(entity)) + "}"


def explained(problem: Exception, address: str) -> StoreError:
    """What went wrong with the server at ``address`` and what to do next; never a user name or password."""
    code = getattr(problem, "code", None) or ""
    if isinstance(problem, (problems.AuthError, problems.TokenExpired)) or "CredentialsExpired" in code:
        return StoreError(
            f"Neo4j at {address} did not accept the user name and password. Check both and connect again; "
            "a new server also asks for its first password to be changed in Neo4j Browser."
        )
    if "TransactionTimedOut" in code or "LockClientStopped" in code:
        return StoreError(TOO_SLOW)
    if any(refused in code for refused in _NOT_ALLOWED):
        return AdministrationRefused(
            f"Neo4j at {address} does not allow this, by its edition or by the user's rights: "
            f"{_first_line(problem)}"
        )
    if "DatabaseNotFound" in code:
        return StoreError(
            f"Neo4j at {address} has no database of that name. Check the name and connect again."
        )
    if isinstance(problem, problems.CypherSyntaxError):
        return StoreError(f"The query could not be read: {_first_line(problem)}")
    if isinstance(problem, problems.Neo4jError):
        return StoreError(f"The query could not be run: {_first_line(problem)}")
    if isinstance(problem, (problems.ServiceUnavailable, problems.SessionExpired, OSError)):
        return StoreError(
            f"Neo4j did not answer at {address}. Check that it is running (docker compose up -d) and that "
            "the address is right, then try again. A load that was interrupted can be started again."
        )
    return StoreError(
        f"Neo4j at {address} could not be used: {type(problem).__name__}. Check the address and try again."
    )


def _first_line(problem: Exception) -> str:
    message = getattr(problem, "message", None)
    return (message or type(problem).__name__).strip().splitlines()[0]
