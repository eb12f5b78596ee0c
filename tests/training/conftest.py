"""What the tests of the training room share: the room as the command has it, and every family in Neo4j."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from neo4j_server import Neo4jServer

from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.store.graph_rows import graph_rows
from scrgraph.store.neo4j import Neo4jStore
from scrgraph.train_command import training_room
from scrgraph.training.family import load_families
from scrgraph.training.room import TrainingRoom


@pytest.fixture(scope="session")
def room() -> Iterator[TrainingRoom]:
    """The training room as the command has it."""
    with training_room() as room:
        yield room


@pytest.fixture(scope="module")
def families_in_neo4j(neo4j_server: Neo4jServer) -> Iterator[Neo4jStore]:
    """All families side by side in Neo4j, under ids of their own."""
    neo4j_server.empty()
    with neo4j_server.connect() as store:
        for family in load_families():
            store.load(graph_rows(read_review(SourceSet.of([family.folder]))))
        yield store
