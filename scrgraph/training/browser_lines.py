"""The lines a learner pastes into Neo4j Browser before a query: which database, and each ``$`` value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from scrgraph.store.base import Value
from scrgraph.training.family import Family


def database_of(family: Family) -> str:
    """What the family's own database is called, on a server that has several."""
    return f"scrgraph-{family.slug}"


def use_line(database: str) -> str:
    """``:use scrgraph-first-relay``: ask this database from now on."""
    return f":use {database}"


def param_line(name: str, value: Value) -> str:
    """``:param day => date('2014-05-12')``: what ``$day`` stands for from now on."""
    return f":param {name} => {_in_cypher(value)}"


def param_lines(values: Mapping[str, Value]) -> Iterator[str]:
    """One line for each value, in their order."""
    return (param_line(name, value) for name, value in values.items())


def _in_cypher(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, dt.date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, str):
        inside = value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{inside}'"
    return f"[{', '.join(map(_in_cypher, value))}]"
