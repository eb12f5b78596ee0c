"""The embedded store: reviews loaded, loaded again and kept apart, and questions a person types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from whole_review import whole_review

from scrgraph.store.base import QueryRefused, StoreError, Table
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows


@pytest.fixture
def store() -> Iterator[EmbeddedStore]:
    with EmbeddedStore() as opened:
        opened.load(graph_rows(whole_review()))
        yield opened


def ask(store: EmbeddedStore, query: str, rows: int = 100, seconds: float = 10.0) -> Table:
    return store.ask(query, {"review_id": "ash"}, row_limit=rows, seconds=seconds)


def everything(store: EmbeddedStore) -> tuple[object, ...]:
    """Every node and edge with its labels, key and dates, in a fixed order."""
    nodes = store.run(
        "MATCH (n) RETURN labels(n) AS labels, n.review_id AS review, n.person_id AS person, n.baton_id AS baton, "
        "n.entry_id AS entry, n.agency_id AS agency, n.on_earliest AS earliest, n.display_name AS called "
        "ORDER BY review, person, baton, entry, agency, called, earliest"
    )
    edges = store.run(
        "MATCH (a)-[r]->(b) RETURN type(r) AS kind, r.edge_id AS edge, r.on_latest AS latest, r.seen AS seen "
        "ORDER BY kind, edge"
    )
    return sorted(map(repr, nodes.rows)), edges.rows


def count(store: EmbeddedStore, pattern: str) -> object:
    return store.run(f"MATCH {pattern} RETURN count(*) AS n").rows[0][0]


def test_everything_that_was_given_is_there(store: EmbeddedStore) -> None:
    rows = graph_rows(whole_review())
    assert count(store, "(n)") == len(rows.nodes)
    assert count(store, "()-[r]->()") == len(rows.edges)
    assert count(store, "(:Person:Child)-[:LIVED_IN]->(:Household)") == 0
    assert count(store, "(:Person:Adult)-[:LIVED_IN]->(:Household)") == 1


def test_loading_twice_changes_nothing(store: EmbeddedStore) -> None:
    before = everything(store)
    store.load(graph_rows(whole_review()))
    assert everything(store) == before


def test_what_a_changed_review_no_longer_has_is_gone(store: EmbeddedStore) -> None:
    store.load(graph_rows(whole_review().model_copy(update={"batons": (), "information": ()})))
    assert count(store, "(b:Baton)") == 0
    assert count(store, "()-[r:REFERRED_TO]->()") == 0
    assert count(store, "(p:Person)") == 3


def test_two_reviews_are_kept_apart(store: EmbeddedStore) -> None:
    before = everything(store)
    store.load(graph_rows(whole_review("birch")))
    table = store.run(
        "MATCH (p:Person)-[:RECORDED_IN]->(e:Entry) WHERE p.review_id = 'birch' "
        "RETURN DISTINCT p.person_id AS person, e.review_id AS of ORDER BY person"
    )
    assert table.rows == (("birch:child", "birch"), ("birch:mother", "birch"), ("birch:other", "birch"))
    assert count(store, "(a)-[r]->(b) WHERE a.review_id <> b.review_id") == 0
    store.load(
        graph_rows(whole_review("birch").model_copy(update={"people": whole_review().people, "batons": ()}))
    )
    ash = store.run("MATCH (n) WHERE n.review_id = 'ash' RETURN count(n) AS n").rows[0][0]
    assert ash == len(before[0])  # type: ignore[arg-type]


def test_days_come_back_as_days(store: EmbeddedStore) -> None:
    table = ask(
        store,
        "MATCH (b:Baton) WHERE b.baton_id = 'ash:b1' RETURN b.on_earliest AS first, b.on_latest AS last, "
        "b.on_text AS words, b.passed AS passed, [b.on_earliest, b.on_latest] AS both, b.nothing AS nothing",
    )
    assert table.columns == ("first", "last", "words", "passed", "both", "nothing")
    first, last, _, passed, both, nothing = table.rows[0]
    assert (type(first), type(last)) == (dt.date, dt.date)
    assert (first, last) == (dt.date(2008, 3, 1), dt.date(2008, 3, 10))
    assert (passed, both, nothing) == (True, [first, last], None)


def test_a_day_can_be_asked_with(store: EmbeddedStore) -> None:
    query = "MATCH (c:Contact) WHERE c.on_latest <= $day RETURN c.contact_id AS contact ORDER BY contact"
    assert store.run(query, {"day": dt.date(2008, 3, 10)}).rows == (("ash:E1",),)
    assert store.run(query, {"day": dt.date(2008, 3, 9)}).rows == ()


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Person) RETURN n",
        "MATCH (n:Person) SET n.display_name = 'x' RETURN n.display_name",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Person {person_id: 'x'}) RETURN n.person_id",
        "MATCH (n) REMOVE n.display_name RETURN n.person_id",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "load csv with headers from 'http://127.0.0.1/' as line return line",
        "CALL db.labels()",
        "DROP INDEX person_display_name",
        "FOREACH (x IN [1] | CREATE (:Person))",
        "MATCH (n) RETURN n.person_id; MATCH (m) DELETE m",
        "",
    ],
)
def test_a_typed_query_only_reads(store: EmbeddedStore, query: str) -> None:
    before = everything(store)
    with pytest.raises(QueryRefused) as refused:
        ask(store, query)
    assert str(refused.value).endswith(".") or "backticks" in str(refused.value)
    assert everything(store) == before


def test_rows_stop_at_the_limit(store: EmbeddedStore) -> None:
    assert len(ask(store, "UNWIND range(1, 1000) AS n RETURN n ORDER BY n", rows=7).rows) == 7


def test_a_query_that_takes_too_long_is_stopped_in_plain_words(store: EmbeddedStore) -> None:
    endless = "UNWIND range(1, 9999) AS a UNWIND range(1, 9999) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
    with pytest.raises(StoreError, match=r"took too long and was stopped\. Narrow it"):
        ask(store, endless, seconds=0.2)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:Person RETURN n.person_id",
        "MATCH (n:Person) RETURN m.person_id ORDER BY",
        "MATCH (n) RETRN n.person_id",
        "MATCH (n) RETURN nosuchfunction(n.person_id) AS x",
        "MATCH (n:Person) WHERE n.display_name = $nobody_gave_this RETURN n.person_id AS x",
        "RETURN 1/0 AS x",
        "RETURN 'unclosed",
        "Which children were not seen?",
        "MATCH (n) RETURN n.person_id AS x LIMIT -1",
        "RETURN date('2008-13-45') AS x",
        "RETURN toInteger(99999999999999999999999) AS x",
        "RETURN \x00",
    ],
)
def test_a_query_with_a_fault_gives_rows_or_one_plain_message(store: EmbeddedStore, query: str) -> None:
    try:
        table = ask(store, query)
    except StoreError as error:
        message = str(error)
        assert message
        assert "Traceback" not in message
        assert "panicked" not in message
    else:
        assert isinstance(table, Table)


def test_a_store_may_be_closed_twice(store: EmbeddedStore) -> None:
    store.close()
    store.close()
    assert count(store, "(n)") == 0


def test_progress_ends_at_the_whole() -> None:
    told: list[tuple[str, int, int]] = []
    rows = graph_rows(whole_review())
    with EmbeddedStore() as empty:
        empty.load(rows, lambda what, done, total: told.append((what, done, total)))
    total = len(rows.nodes) + len(rows.edges)
    assert told[-1] == ("Building the graph", total, total)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
