"""A small review in a real Neo4j: loaded, loaded again, changed, and asked by a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from neo4j_server import Neo4jServer

from scrgraph.store.base import EdgeRow, GraphRows, NodeRow, QueryRefused, StoreError, Table, Value
from scrgraph.store.neo4j import Neo4jStore

pytestmark = pytest.mark.neo4j


def small_review(review_id: str = "ash") -> GraphRows:
    """A health visitor's referral of a child to children's social care, dated early March 2008."""

    def key(name: str) -> str:
        return f"{review_id}:{name}"

    early_march: dict[str, Value] = {
        "on_earliest": dt.date(2008, 3, 1),
        "on_latest": dt.date(2008, 3, 10),
        "on_text": "early March 2008",
    }
    nodes = (
        NodeRow("Review", review_id, {"review_id": review_id, "title": "A small review"}),
        NodeRow(
            "Person",
            key("child"),
            {
                "review_id": review_id,
                "display_name": "Child A",
                "born_earliest": dt.date(2006, 5, 4),
                "sex": None,
            },
            also=("Child",),
        ),
        NodeRow("Person", key("adult"), {"review_id": review_id, "display_name": "Adult B"}, also=("Adult",)),
        NodeRow("Agency", key("hv"), {"review_id": review_id, "display_name": "Health visiting"}),
        NodeRow("Agency", key("csc"), {"review_id": review_id, "display_name": "Children's social care"}),
        NodeRow(
            "Baton", key("b1"), {"review_id": review_id, "kind": "referral", "passed": True, **early_march}
        ),
    )
    edges = (
        EdgeRow("PASSED", key("e1"), "Agency", key("hv"), "Baton", key("b1")),
        EdgeRow("PASSED_TO", key("e2"), "Baton", key("b1"), "Agency", key("csc")),
        EdgeRow("ABOUT", key("e3"), "Baton", key("b1"), "Person", key("child")),
        EdgeRow(
            "PARENT_OF", key("e4"), "Person", key("adult"), "Person", key("child"), {"kinship": "mother"}
        ),
    )
    return GraphRows(review_id, nodes, edges)


def everything(store: Neo4jStore) -> tuple[Table, Table]:
    """Every property of every node and edge, with the labels, in a fixed order."""
    return (
        store.run(
            "MATCH (n) UNWIND keys(n) AS name "
            "RETURN coalesce(n.person_id, n.agency_id, n.baton_id, n.review_id) AS key, name, "
            "n[name] AS value, labels(n) AS labels ORDER BY key, name"
        ),
        store.run(
            "MATCH (a)-[r]->(b) UNWIND keys(r) AS name "
            "RETURN r.edge_id AS edge, name, r[name] AS value, type(r) AS type ORDER BY edge, name"
        ),
    )


def count(store: Neo4jStore, pattern: str) -> object:
    return store.run(f"MATCH {pattern} RETURN count(*) AS n").rows[0][0]


def test_a_review_is_loaded_with_its_labels_edges_and_days(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(small_review())
    table = neo4j_store.run(
        "MATCH (f:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(t:Agency) MATCH (b)-[:ABOUT]->(p:Person:Child) "
        "WHERE b.kind = $kind AND b.on_earliest >= $from "
        "RETURN f.display_name AS passed_by, t.display_name AS passed_to, p.display_name AS child, "
        "b.on_earliest AS earliest, b.on_latest AS latest, b.passed AS passed ORDER BY passed_by",
        {"kind": "referral", "from": dt.date(2008, 3, 1)},
    )
    assert table.columns == ("passed_by", "passed_to", "child", "earliest", "latest", "passed")
    assert table.rows == (
        (
            "Health visiting",
            "Children's social care",
            "Child A",
            dt.date(2008, 3, 1),
            dt.date(2008, 3, 10),
            True,
        ),
    )
    assert type(table.rows[0][3]) is dt.date


def test_loading_the_same_review_twice_changes_nothing(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(small_review())
    before = everything(neo4j_store)
    neo4j_store.load(small_review())
    assert everything(neo4j_store) == before
    assert (count(neo4j_store, "(n)"), count(neo4j_store, "()-[r]->()")) == (6, 4)


def test_what_a_changed_review_no_longer_has_is_gone(neo4j_store: Neo4jStore) -> None:
    first = small_review()
    neo4j_store.load(first)
    grown = replace(first.nodes[1], properties={"display_name": "Child A", "sex": "female"}, also=("Adult",))
    nodes = tuple(grown if node is first.nodes[1] else node for node in first.nodes if node.key != "ash:csc")
    neo4j_store.load(replace(first, nodes=nodes, edges=(first.edges[0], first.edges[3])))
    assert count(neo4j_store, "(n)") == 5
    assert count(neo4j_store, "()-[r]->()") == 2
    assert count(neo4j_store, "(n:Child)") == 0
    table = neo4j_store.run(
        "MATCH (p:Adult {person_id: 'ash:child'}) RETURN p.sex AS sex, p.born_earliest AS born"
    )
    assert table.rows == (("female", None),)


def test_an_edge_that_joins_other_things_now_is_moved(neo4j_store: Neo4jStore) -> None:
    first = small_review()
    neo4j_store.load(first)
    moved = first.edges[1]._replace(end_key="ash:hv")
    neo4j_store.load(replace(first, edges=(first.edges[0], moved, *first.edges[2:])))
    table = neo4j_store.run(
        "MATCH (:Baton)-[r:PASSED_TO]->(a:Agency) RETURN r.edge_id AS edge, a.agency_id AS agency"
    )
    assert table.rows == (("ash:e2", "ash:hv"),)


def test_two_reviews_stay_apart(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(small_review("ash"))
    neo4j_store.load(small_review("birch"))
    neo4j_store.load(GraphRows("ash", small_review("ash").nodes[:1], ()))
    table = neo4j_store.run("MATCH (n) RETURN n.review_id AS review, count(*) AS n ORDER BY review")
    assert table.rows == (("ash", 1), ("birch", 6))
    assert count(neo4j_store, "()-[r]->()") == 4


def test_a_load_that_was_interrupted_is_put_right_by_loading_again(
    neo4j_store_factory: Callable[[], Neo4jStore],
) -> None:
    store = neo4j_store_factory()
    rows = small_review()

    def stop(what: str, done: int, total: int) -> None:
        if done > 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.load(rows, stop)
    assert not store.holds(rows)
    again = neo4j_store_factory()
    again.load(rows)
    assert again.holds(rows)
    assert (count(again, "(n)"), count(again, "()-[r]->()")) == (6, 4)


def test_a_changed_review_is_not_held_until_it_is_loaded(neo4j_store: Neo4jStore) -> None:
    rows = small_review()
    neo4j_store.load(rows)
    assert neo4j_store.holds(rows)
    assert not neo4j_store.holds(replace(rows, edges=rows.edges[1:]))


def test_progress_is_told_from_the_first_row_to_the_last(neo4j_store: Neo4jStore) -> None:
    told: list[tuple[str, int, int]] = []
    neo4j_store.load(small_review(), lambda what, done, total: told.append((what, done, total)))
    assert told[-1] == ("Building the graph", 10, 10)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_an_edge_to_something_that_is_not_there_is_told(neo4j_store: Neo4jStore) -> None:
    rows = small_review()
    with pytest.raises(StoreError, match="1 edges of the review could not be placed"):
        neo4j_store.load(
            replace(
                rows, nodes=(*rows.nodes[:-1], replace(rows.nodes[-1], key="ash:b2")), edges=rows.edges[:1]
            )
        )


def test_a_label_that_the_graph_does_not_have_is_told(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="no things called Suspect"):
        neo4j_store.load(GraphRows("ash", (NodeRow("Suspect", "ash:x", {}),), ()))


def test_a_person_asks_and_gets_no_more_rows_than_the_limit(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(small_review())
    query = "// who is who\nMATCH (a:Agency) RETURN a.display_name AS agency ORDER BY agency;"
    assert len(neo4j_store.ask(query, row_limit=100, seconds=10).rows) == 2
    assert neo4j_store.ask(query, row_limit=1, seconds=10).rows == (("Children's social care",),)
    many = neo4j_store.ask("UNWIND range(1, 100000) AS x RETURN x", row_limit=3, seconds=10)
    assert many.rows == ((1,), (2,), (3,))


def test_a_person_asks_with_parameters(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(small_review())
    table = neo4j_store.ask(
        "MATCH (b:Baton) WHERE b.on_latest < $day RETURN b.baton_id AS baton",
        {"day": dt.date(2008, 4, 1)},
        row_limit=10,
        seconds=10,
    )
    assert table.dicts() == [{"baton": "ash:b1"}]


def test_things_returned_whole_are_text_that_a_person_can_read(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(small_review())
    row = neo4j_store.ask(
        "MATCH p = (a:Adult)-[r:PARENT_OF]->(c:Child) RETURN a, r, p, {name: c.display_name} AS map, "
        "[c.born_earliest] AS days, datetime('2008-03-14T10:00:00Z') AS moment, duration('P3D') AS length",
        row_limit=10,
        seconds=10,
    ).rows[0]
    adult, tie, path, mapped, days, moment, length = row
    assert isinstance(adult, str) and adult.startswith("(:Adult:Person {display_name: Adult B, load_id: ")
    assert isinstance(tie, str) and tie.startswith("[:PARENT_OF {edge_id: ash:e4, kinship: mother")
    assert isinstance(path, str) and path.startswith(adult) and "Child A" in path
    assert mapped == "{'name': 'Child A'}"
    assert days == [dt.date(2006, 5, 4)]
    assert moment == dt.date(2008, 3, 14)
    assert length == "P3D"


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) SET n.display_name = 'x' RETURN n.display_name",
        "MATCH (n) CALL (n) { DETACH DELETE n }",
        "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
        "CALL db.labels()",
        "EXPLAIN MATCH (n) RETURN n.role",
        "RETURN 1 AS x; CREATE (n:Person)",
        "SHOW USERS",
    ],
)
def test_anything_but_a_read_is_refused_and_the_graph_is_as_it_was(
    neo4j_store: Neo4jStore, query: str
) -> None:
    neo4j_store.load(small_review())
    before = everything(neo4j_store)
    with pytest.raises(QueryRefused):
        neo4j_store.ask(query, row_limit=10, seconds=10)
    assert everything(neo4j_store) == before


def test_one_of_our_own_queries_cannot_write(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="could not be run"):
        neo4j_store.run("CREATE (n:Person {person_id: 'x'})")
    assert count(neo4j_store, "(n)") == 0


def test_a_query_that_cannot_be_read_is_told_with_the_servers_words(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="The query could not be read: Invalid input 'RETRUN'"):
        neo4j_store.ask("MATCH (n) RETRUN n", row_limit=10, seconds=10)


def test_a_parameter_that_is_not_given_is_told(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="day"):
        neo4j_store.ask("RETURN $day AS day", row_limit=10, seconds=10)


def test_a_query_that_takes_too_long_is_stopped(neo4j_store: Neo4jStore) -> None:
    query = (
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(a) AS n"
    )
    with pytest.raises(StoreError, match="took too long and was stopped"):
        neo4j_store.ask(query, row_limit=10, seconds=1)


def test_a_wrong_password_is_told_without_showing_it(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(StoreError, match="did not accept the user name and password") as problem:
        Neo4jStore.connect(neo4j_server.uri, "someone", "open-sesame")
    assert "open-sesame" not in str(problem.value)
    assert "someone" not in str(problem.value)


def test_a_database_that_is_not_there_is_told(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(StoreError, match="no database of that name"):
        Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password, "elsewhere")


def test_a_server_that_does_not_answer_is_told_with_what_to_do() -> None:
    with pytest.raises(StoreError, match=r"did not answer at 127\.0\.0\.1:9\. Check that it is running"):
        Neo4jStore.connect("bolt://127.0.0.1:9", "neo4j", "x")


@pytest.mark.parametrize("uri", ["", "localhost:7687", "http://localhost", "bolt://", "bolt://host:port"])
def test_an_address_that_cannot_be_read_is_told_with_an_example(uri: str) -> None:
    with pytest.raises(StoreError, match=r"Give it as bolt://127\.0\.0\.1:7687"):
        Neo4jStore.connect(uri, "neo4j", "x")


def test_an_address_with_a_password_in_it_is_not_shown() -> None:
    with pytest.raises(StoreError) as problem:
        Neo4jStore.connect("bolt://someone:open-sesame@127.0.0.1:7687", "neo4j", "x")
    assert "open-sesame" not in str(problem.value)


def test_a_store_can_be_closed_twice(neo4j_store_factory: Callable[[], Neo4jStore]) -> None:
    with neo4j_store_factory() as store:
        store.close()
