"""The families in a real Neo4j: loaded, said what to paste, checked there; and what Community does not have is said."""

from __future__ import annotations

from pathlib import Path

import neo4j
import pytest
from command_line import Command, plainly_refused
from neo4j_server import Neo4jServer

from scrgraph.store.base import Params, StoreError, Table
from scrgraph.store.neo4j import Neo4jStore
from scrgraph.store.neo4j_values import AdministrationRefused
from scrgraph.training.browser_lines import param_lines
from scrgraph.training.course import load_course
from scrgraph.training.exercise import Exercise
from scrgraph.training.family import load_families
from scrgraph.training.in_neo4j import ROLE, admit_learner, has_roles, making_learner, reading_rights

COURSE = load_course()
FAMILIES = load_families()
REVIEWS = "MATCH (r:Review) RETURN r.review_id AS review_id ORDER BY review_id"
LOADED = pytest.mark.parametrize(
    "words", [("train", "load", "--neo4j"), ("train", "--neo4j")], ids=["load", "group"]
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def address(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """The server's address, with user and password in the environment."""
    monkeypatch.setenv("SCRGRAPH_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("SCRGRAPH_NEO4J_PASSWORD", neo4j_server.password)
    return neo4j_server.uri


@pytest.mark.neo4j
@LOADED
def test_all_families_are_loaded_and_told_apart(
    words: tuple[str, ...],
    address: str,
    neo4j_store: Neo4jStore,
    neo4j_server: Neo4jServer,
    scrgraph: Command,
) -> None:
    said = scrgraph(*words, address)
    assert said.status == 0, said.words
    assert neo4j_server.password not in said.words
    for family in FAMILIES:
        assert family.title in said.words
        assert family.content_warning in said.words
    if not has_roles(neo4j_store):
        assert neo4j_store.run(REVIEWS).rows == (("first-relay",), ("long-winter",), ("two-towns",))
        assert ":param review_id => 'first-relay'" in said.words
        assert ":use" not in said.words
        assert "No user who can only read was made, as this server has no roles" in said.words
    held = neo4j_server.count()
    assert scrgraph(*words, address).status == 0
    assert neo4j_server.count() == held


@pytest.mark.neo4j
def test_an_answer_is_checked_where_its_family_was_loaded(
    address: str, neo4j_store: Neo4jStore, scrgraph: Command, here: Path
) -> None:
    exercise = COURSE.get(17)
    (here / "mine.cypher").write_text(exercise.solutions[0], encoding="utf-8")
    said = scrgraph("train", "check", "17", "mine.cypher", "--neo4j", address)
    assert plainly_refused(said)
    assert "is not in this Neo4j. Load it with: scrgraph train load first-relay" in said.words
    assert scrgraph("train", "load", "first-relay", "--neo4j", address, "--learner", "").status == 0
    said = scrgraph("train", "check", "17", "mine.cypher", "--neo4j", address)
    assert said.status == 0, said.words
    assert exercise.point in said.words
    (here / "mine.cypher").write_text(exercise.wrong[0].query, encoding="utf-8")
    said = scrgraph("train", "check", "17", "mine.cypher", "--neo4j", address)
    assert said.status == 1
    assert exercise.wrong[0].says in said.words


@pytest.mark.neo4j
def test_a_query_that_writes_is_refused_there_too(
    address: str, neo4j_server: Neo4jServer, neo4j_store: Neo4jStore, scrgraph: Command, here: Path
) -> None:
    assert scrgraph("train", "load", "first-relay", "--neo4j", address).status == 0
    held = neo4j_server.count()
    (here / "mine.cypher").write_text("MATCH (n) DETACH DELETE n", encoding="utf-8")
    said = scrgraph("train", "check", "2", "mine.cypher", "--neo4j", address)
    assert said.status == 1
    assert "only reads the graph" in said.words
    assert neo4j_server.count() == held


@pytest.mark.neo4j
def test_what_learners_changed_is_put_right_by_loading_again(
    address: str, neo4j_server: Neo4jServer, neo4j_store: Neo4jStore, scrgraph: Command
) -> None:
    """On Community, where nobody can be kept from writing."""
    whole = (
        "MATCH (n)-[r]->(m) WHERE n.review_id = $review_id "
        "RETURN labels(n) AS labels, n.what AS what, type(r) AS type, r.edge_id AS edge_id ORDER BY edge_id"
    )
    load, given = (
        ("train", "load", "first-relay", "--neo4j", address, "--learner", ""),
        {"review_id": "first-relay"},
    )
    assert scrgraph(*load).status == 0
    before = neo4j_store.run(whole, given)
    with neo4j.GraphDatabase.driver(address, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        for change in (
            "MATCH (b:Baton) WITH b ORDER BY b.baton_id LIMIT 2 DETACH DELETE b",
            "MATCH (b:Baton) SET b.what = 'nothing'",
            "MATCH (a:Agency), (b:Baton) CREATE (a)-[:PASSED {edge_id: 'mine'}]->(b)",
        ):
            driver.execute_query(change)
    assert neo4j_store.run(whole, given) != before
    assert scrgraph(*load).status == 0
    assert neo4j_store.run(whole, given) == before


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE DATABASE `scrgraph-first-relay` IF NOT EXISTS WAIT",
        f"CREATE ROLE {ROLE} IF NOT EXISTS",
        *reading_rights("scrgraph-first-relay"),
        f"GRANT ROLE {ROLE} TO $name",
    ],
)
def test_community_understands_each_command_and_has_none_of_them(
    statement: str, neo4j_store: Neo4jStore
) -> None:
    """A command that were misspelt would be refused as one that cannot be read."""
    if has_roles(neo4j_store):
        pytest.skip("this server is not Community")
    with pytest.raises(AdministrationRefused, match="does not allow this"):
        neo4j_store.administer(statement, {"name": "learner"})


@pytest.mark.neo4j
def test_community_understands_the_command_that_makes_a_learner(neo4j_store: Neo4jStore) -> None:
    if has_roles(neo4j_store):
        pytest.skip("this server is not Community")
    with pytest.raises(StoreError, match="'HOME DATABASE' is not available"):
        neo4j_store.administer(making_learner("neo4j"), {"name": "learner", "password": "long enough 1"})
    assert neo4j_store.administer("SHOW USERS YIELD user WHERE user = 'learner' RETURN user").rows == ()


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "exercise", [pytest.param(one, id=one.exercise_id) for one in COURSE if one.parameters]
)
def test_the_values_to_paste_are_cypher_and_come_to_the_same(
    exercise: Exercise, neo4j_store: Neo4jStore
) -> None:
    lines = [line.removeprefix(":param ").split(" => ") for line in param_lines(exercise.parameters)]
    ((*found,),) = neo4j_store.run(f"RETURN {', '.join(f'{value} AS {name}' for name, value in lines)}").rows
    assert dict(zip(exercise.parameters, found, strict=True)) == dict(exercise.parameters)


def test_a_value_with_a_quotation_mark_stays_one_value() -> None:
    assert list(
        param_lines({"name": "O'Neill \\ Sons", "days": 3, "any": None, "open": True, "of": ["a"]})
    ) == [
        ":param name => 'O\\'Neill \\\\ Sons'",
        ":param days => 3",
        ":param any => null",
        ":param open => true",
        ":param of => ['a']",
    ]


class Enterprise(Neo4jStore):
    """A server with roles that keeps the commands it is given and runs none of them."""

    def __init__(self, *users: str) -> None:
        self.users, self.given = users, list[str]()

    def administer(self, statement: str, params: Params | None = None) -> Table:
        name = str((params or {}).get("name", ""))
        if statement.startswith("SHOW USERS"):
            return Table(("user",), ((name,),) if name in self.users else ())
        self.given.append(statement)
        return Table((), ())


def test_a_learner_reads_the_families_and_nothing_else() -> None:
    server = Enterprise()
    assert admit_learner(server, "learner", "a password", ["scrgraph-first-relay", "scrgraph-two-towns"])
    assert server.given[0] == making_learner("scrgraph-first-relay")
    assert server.given[1:-1] == [
        *reading_rights("scrgraph-first-relay"),
        *reading_rights("scrgraph-two-towns"),
    ]
    assert server.given[-1] == "GRANT ROLE scrgraph_learner TO $name"
    assert not any("a password" in statement or "reader" in statement for statement in server.given)


def test_a_user_who_is_there_already_keeps_the_password() -> None:
    server = Enterprise("learner")
    assert not admit_learner(server, "learner", "a password", ["scrgraph-first-relay"])
    assert not any(statement.startswith("CREATE USER") for statement in server.given)


def test_neo4j_before_the_command_is_answered_with_where_it_stands(scrgraph: Command) -> None:
    said = scrgraph("train", "--neo4j", "bolt://127.0.0.1:1", "list")
    assert plainly_refused(said)
    assert "Write --neo4j after the command" in said.words


def test_a_family_that_is_not_there_is_told_before_any_password(scrgraph: Command) -> None:
    said = scrgraph("train", "load", "third-relay")
    assert plainly_refused(said)
    assert "There are: first-relay, two-towns, long-winter." in said.words
