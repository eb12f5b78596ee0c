"""The training families in Neo4j: each in a database of its own where the server has several, and who may read them.

Community has one database and no roles. A family then lies beside whatever else is there, kept apart by its
``review_id``, and there is no user who can only read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrgraph.model.base import Progress
from scrgraph.model.review import ReviewGraph
from scrgraph.review.folder import ReviewFolder
from scrgraph.store.graph_rows import graph_rows
from scrgraph.store.neo4j import Neo4jStore
from scrgraph.store.neo4j_values import AdministrationRefused
from scrgraph.training.browser_lines import database_of
from scrgraph.training.errors import TrainingError
from scrgraph.training.family import Family

#: The role of a learner, which may read the families and nothing else on the server.
ROLE = "scrgraph_learner"
_HELD = "MATCH (r:Review) WHERE r.review_id = $review_id RETURN count(r) AS found"


@dataclass(frozen=True)
class LoadedFamily:
    """A family in Neo4j. ``database`` is its own, or empty where it lies in the server's default one."""

    family: Family
    review_id: str
    database: str
    nodes: int
    edges: int


def review_id_of(family: Family) -> str:
    """The id of the family's review, as it stands in its review.toml."""
    return ReviewFolder.open(family.folder).settings().review.id


def load_family(
    server: Neo4jStore, family: Family, graph: ReviewGraph, progress: Progress | None = None
) -> LoadedFamily:
    """Put a family into a database of its own, made if need be, or where the server refuses into the default one.

    Loading it again changes nothing. Raises ``StoreError``.
    """
    name = database_of(family)
    try:
        server.administer(f"CREATE DATABASE `{name}` IF NOT EXISTS WAIT")
    except AdministrationRefused:
        name = ""
    rows = graph_rows(graph)
    (server.in_database(name) if name else server).load(rows, progress)
    return LoadedFamily(family, rows.review_id, name, len(rows.nodes), len(rows.edges))


def open_family(server: Neo4jStore, family: Family) -> Neo4jStore:
    """The store that holds the family. Raises ``TrainingError`` where it has not been loaded."""
    name = database_of(family)
    found = server.administer("SHOW DATABASES YIELD name WHERE name = $name RETURN name", {"name": name})
    store = server.in_database(name) if found.rows else server
    ((held,),) = store.run(_HELD, {"review_id": review_id_of(family)}).rows
    if not held:
        raise TrainingError(
            f"{family.title} is not in this Neo4j. Load it with: scrgraph train load {family.slug} --neo4j URI"
        )
    return store


def has_roles(server: Neo4jStore) -> bool:
    """Whether the server tells readers from writers; the role of a learner is there afterwards.

    False on Community, where every user may do everything, and where the user may not make roles.
    """
    try:
        server.administer(f"CREATE ROLE {ROLE} IF NOT EXISTS")
    except AdministrationRefused:
        return False
    return True


def admit_learner(server: Neo4jStore, name: str, password: str, databases: Sequence[str]) -> bool:
    """Let a user read these databases, and nothing else; true where the user was made for it.

    A user of this name who is there already keeps password, home and other roles, and may read the families
    besides. Built-in ``reader`` is not given, as it reads every database of the server, those of real reviews
    among them. Raises ``StoreError``.
    """
    known = server.administer("SHOW USERS YIELD user WHERE user = $name RETURN user", {"name": name}).rows
    if not known:
        server.administer(making_learner(databases[0]), {"name": name, "password": password})
    for statement in [rights for database in databases for rights in reading_rights(database)]:
        server.administer(statement)
    server.administer(f"GRANT ROLE {ROLE} TO $name", {"name": name})
    return not known


def making_learner(home: str) -> str:
    """The command that makes the user ``$name`` with ``$password``, who begins in the database ``home``."""
    return f"CREATE USER $name SET PASSWORD $password CHANGE NOT REQUIRED SET HOME DATABASE `{home}`"


def reading_rights(database: str) -> tuple[str, ...]:
    """The commands that let a learner see everything in one database."""
    return (
        f"GRANT ACCESS ON DATABASE `{database}` TO {ROLE}",
        f"GRANT MATCH {{*}} ON GRAPH `{database}` ELEMENTS * TO {ROLE}",
    )
