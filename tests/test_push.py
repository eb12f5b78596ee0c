"""A review pushed to a real Neo4j can be asked there, and pushing it again changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import SIX_ROWS, Command
from neo4j_server import Neo4jServer

from scrgraph.store.neo4j import Neo4jStore

REFERRALS = (
    "MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency) "
    "RETURN a.display_name AS sender, b.display_name AS receiver, r.on_text AS on_text ORDER BY r.on_earliest"
)


@pytest.mark.neo4j
def test_push_loads_the_review_and_twice_is_the_same_as_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scrgraph: Command,
    neo4j_server: Neo4jServer,
    neo4j_store: Neo4jStore,
) -> None:
    path = tmp_path / "six rows.csv"
    path.write_text(SIX_ROWS, encoding="utf-8")
    monkeypatch.setenv("SCRGRAPH_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("SCRGRAPH_NEO4J_PASSWORD", neo4j_server.password)
    first = scrgraph("push", path, "--neo4j", neo4j_server.uri)
    assert first.status == 0, first.words
    assert ":param review_id => 'six-rows'" in first.words
    assert neo4j_server.password not in first.words
    held = neo4j_server.count()
    assert held > 0
    assert neo4j_store.run(REFERRALS).rows == (
        ("Health Visiting", "Children's Social Care", "4 May 2018"),
        ("Police", "Health Visiting", "12 June 2018"),
    )
    assert scrgraph("push", path, "--neo4j", neo4j_server.uri).status == 0
    assert neo4j_server.count() == held


@pytest.mark.neo4j
def test_a_wrong_password_is_one_plain_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scrgraph: Command, neo4j_server: Neo4jServer
) -> None:
    path = tmp_path / "six rows.csv"
    path.write_text(SIX_ROWS, encoding="utf-8")
    monkeypatch.setenv("SCRGRAPH_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("SCRGRAPH_NEO4J_PASSWORD", "not-the-password")
    said = scrgraph("push", path, "--neo4j", neo4j_server.uri)
    assert said.status == 2
    assert "Traceback" not in said.words
    assert "not-the-password" not in said.words
