"""How a command comes to a Neo4j server: the password from the environment or a prompt, never from what was typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from scrgraph.store.neo4j import Neo4jStore

#: Where a server on this machine answers, as ``docker compose up`` starts it.
HERE = "bolt://127.0.0.1:7687"


def logged_in(uri: str, database: str = "") -> Neo4jStore:
    """A connection for the user of ``SCRGRAPH_NEO4J_USER`` (else ``neo4j``), its password from
    ``SCRGRAPH_NEO4J_PASSWORD`` or a prompt. Raises ``StoreError`` in words for whoever typed the command."""
    from scrgraph.store.neo4j import Neo4jStore  # the driver is slow to load; few commands need it

    user = os.environ.get("SCRGRAPH_NEO4J_USER") or "neo4j"
    password = os.environ.get("SCRGRAPH_NEO4J_PASSWORD") or typer.prompt(
        f"Password of {user}", hide_input=True, err=True
    )
    return Neo4jStore.connect(uri, user, password, database or None)
