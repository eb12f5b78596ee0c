"""What is said of a query that one engine would read in another way, or that asks for what is not there."""

from __future__ import annotations

import pytest
from small_review import PASSED_ON, WriteQuestion

from scrgraph.questions.schema_check import check_query, check_question, parameters_used, returned_columns
from scrgraph.store.base import StoreError
from scrgraph.store.neo4j import Neo4jStore

IN_ORDER = """\
// A comment may say id(n), keys(n) or a < b < c
MATCH (sender:Agency)-[:PASSED]->(b:Baton)-[:PASSED_TO]->(receiver:Agency)
WHERE b.review_id = $review_id AND b.passed AND b.on_earliest <= $as_of AND b.what <> 'SET a < b < c'
OPTIONAL MATCH (b)-[:HAS_STAGE]->(s:Stage) WHERE s.stage IN ['received', 'acknowledged']
WITH sender, b, receiver AS other, collect({day: s.on_earliest, key: s.stage}) AS days
WHERE NOT EXISTS { MATCH (c:Chronology)-[f:SPEAKS_FOR]->(other) WHERE f.covers_from <= b.on_latest }
UNWIND days AS day
MATCH (b)-[:RECORDED_IN]->(e:Entry)
CALL (b) { MATCH (b)-[:ABOUT]->(p:Child) WHERE p.sex = 'male' RETURN count(p) AS boys }
RETURN b.baton_id AS baton_id, other.display_name AS passed_to, b.on_earliest.year AS in_year,
       day.day AS on_day, duration.inDays(b.on_earliest, $as_of).days AS days_since,
       CASE WHEN other:Agency THEN 'x' ELSE 'y' END AS letter, [x IN days WHERE x.key = 'a' | x.day] AS list,
       collect(DISTINCT e.entry_id) AS evidence_ids
ORDER BY passed_to, baton_id
"""
ENDING = " RETURN b.what AS what ORDER BY what"


def test_a_query_that_keeps_to_the_dialect_and_the_schema() -> None:
    assert check_query(IN_ORDER) == []
    assert parameters_used(IN_ORDER) == {"review_id", "as_of"}
    assert returned_columns(IN_ORDER) == (
        "baton_id",
        "passed_to",
        "in_year",
        "on_day",
        "days_since",
        "letter",
        "list",
        "evidence_ids",
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("MATCH (b:Batton)" + ENDING, "the graph has no label Batton"),
        ("MATCH (b:Baton) WHERE b:Lost" + ENDING, "the graph has no label Lost"),
        ("MATCH (b:Baton)-[:PASED]->()" + ENDING, "the graph has no relationship PASED"),
        ("MATCH (b:Baton) WHERE b.name = 'x'" + ENDING, "b.name: Baton has no property name"),
        (
            "MATCH (b:Baton) WITH b AS c RETURN c.title AS t ORDER BY t",
            "c.title: Baton has no property title",
        ),
        ("UNWIND $list AS x RETURN x.colour AS c ORDER BY c", "x.colour: nothing has a property colour"),
        ("MATCH (:Agency)-[k:KNEW|PASSED]->(b) WHERE k.seen" + ENDING, "KNEW or PASSED has no property seen"),
        ("MATCH (a:Agency)-[:PASSED_TO]->(b:Baton)" + ENDING, "PASSED_TO does not join Agency -> Baton"),
        ("MATCH (p:Child)<-[:CONCERNED]-(b:Baton)" + ENDING, "CONCERNED does not join Person <- Baton"),
        ("MATCH (b:Baton {kind: 'referral'})" + ENDING, "an inline map holds only a key; put kind in WHERE"),
        ("MATCH (b:Baton) RETURN b.what AS what", "RETURN needs an ORDER BY"),
        (
            "MATCH (a:Agency)-[:PASSED]->(b:Baton)-[:HAS_STAGE]->(s:Stage) "
            "RETURN a.display_name AS name, count(s) AS stages ORDER BY b.on_earliest",
            "ORDER BY takes what is returned, and b is not",
        ),
        (
            "MATCH (b:Baton) RETURN DISTINCT b.what AS what ORDER BY b.what, b.kind",
            "ORDER BY takes what is returned, and b is not",
        ),
        (
            "MATCH (b:Baton) WITH b.kind AS kind, count(b) AS found ORDER BY found + size(b.what) "
            "RETURN kind ORDER BY kind",
            "ORDER BY takes what is returned, and b is not",
        ),
        ("MATCH (b:Baton) RETURN b ORDER BY b.what", "return named values of b, not b itself"),
        ("MATCH (b:Baton) RETURN b AS it ORDER BY it", "return named values of b, not b itself"),
        ("MATCH (b:Baton) RETURN b{.*} AS it ORDER BY it", "not all properties with {.*}"),
        ("MATCH (b:Baton) RETURN ID (b) AS it ORDER BY it", "ID() differs between the engines"),
        ("MATCH (b:Baton) RETURN keys(b) AS it ORDER BY it", "keys() differs between the engines"),
        ("MATCH (b:Baton) RETURN properties(b) AS it ORDER BY it", "properties() differs"),
        (
            "MATCH (b:Baton) RETURN duration.between(b.on_earliest, b.on_latest).days AS d ORDER BY d",
            "duration.inDays(a, b).days",
        ),
        ("MATCH (b:Baton) /* all of them */" + ENDING, "write comments with //"),
        ("MATCH (b:Baton) CALL { WITH b RETURN 1 AS y }" + ENDING, "write CALL (x) { … }"),
        ("MATCH (b:Baton) WHERE 1 < b.on_earliest < 3" + ENDING, "not a chained comparison"),
        (
            "MATCH (b:Baton) WHERE EXISTS { MATCH (b)-[:PASSED_TO]->(a) RETURN a }" + ENDING,
            "no RETURN inside EXISTS",
        ),
        ("MATCH p = SHORTEST 1 (b:Baton)-[:PASSED_TO]->(a:Agency)" + ENDING, "not SHORTEST"),
        ("MATCH (b:Baton)-[:PASSED_TO]->{1,3}(a:Agency)" + ENDING, "for a repeated step, not {m,n}"),
        ("MATCH (b:Baton)-[:PASSED_TO]->+(a:Agency)" + ENDING, "for a repeated step, not ->+"),
        ("MATCH (b:Baton)" + ENDING + ";", "one query with no ';'"),
        ("MATCH (b:Baton) SET b.what = 'x'" + ENDING, "SET"),
        ("LOAD CSV FROM 'file:///x' AS line RETURN line AS what ORDER BY what", "LOAD"),
        ("CALL db.labels() YIELD label RETURN label ORDER BY label", "CALL db"),
        ("MATCH (b:Baton) WHERE b.what = 'open" + ENDING, "opened and not closed"),
    ],
)
def test_what_is_out_of_place_is_said(query: str, said: str) -> None:
    problems = [str(problem) for problem in check_query(query)]
    assert any(said in problem for problem in problems), problems


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Agency)<-[:PASSED_TO]-(b:Baton)" + ENDING,
        "MATCH (b:Baton)-->(a:Agency)" + ENDING,
        "MATCH (p:Child)--(c:Contact) WHERE c.on_earliest > p.born_latest RETURN c.kind AS k ORDER BY k",
        "MATCH p = shortestPath((a:Agency)-[:REFERRED_TO*..5]->(z:Agency)) WHERE a.agency_id = $a "
        "RETURN [n IN nodes(p) | n.display_name] AS names ORDER BY names",
        "MATCH (c:Contact)-[w:CONCERNED]->(p:Person {person_id: $who}) RETURN w.seen AS seen ORDER BY seen",
        "MATCH (r:Review) RETURN r.title AS title ORDER BY title",
        "MATCH (b:Baton) WHERE duration.inDays(b.on_earliest, $d).days >- 3 AND b.what <> 'x'" + ENDING,
    ],
)
def test_what_is_in_place_is_left_alone(query: str) -> None:
    assert check_query(query) == []


def test_problems_name_their_line() -> None:
    assert str(check_query("// first\nMATCH (b:Batton)\n" + ENDING)[0]) == (
        "line 2: the graph has no label Batton"
    )


def test_a_query_of_one_row_needs_no_order() -> None:
    assert check_query("MATCH (b:Baton) RETURN count(b) AS denominator", ordered=False) == []


def test_a_whole_question_agrees_with_its_header(write_question: WriteQuestion) -> None:
    assert check_question(write_question()) == []
    assert returned_columns(PASSED_ON)[0] == "baton_id"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("b.review_id = $review_id AND ", "", "keep to one review with review_id = $review_id"),
        ("b.on_earliest <= $as_of", "b.on_earliest <= $day", "$day is not declared in the header"),
        ("b.on_earliest <= $as_of", "b.passed", "the header declares $as_of, which no query uses"),
        ("AS passed_by,", "AS sender,", "RETURN gives baton_id, what, sender"),
    ],
)
def test_a_question_unlike_its_header(write_question: WriteQuestion, old: str, new: str, said: str) -> None:
    assert any(said in problem for problem in check_question(write_question((old, new))))


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (b:Baton) RETURN b.kind AS kind, count(b) AS found ORDER BY found DESC, kind",
        "MATCH (b:Baton) RETURN b.kind AS kind, count(b) AS found ORDER BY b.kind, count(b) DESC",
        "MATCH (b:Baton) RETURN DISTINCT b.on_earliest AS day ORDER BY b.on_earliest.year, day",
        "MATCH (b:Baton) WITH b, count(*) AS found ORDER BY b.on_earliest RETURN b.what AS what ORDER BY what",
        "MATCH (b:Baton) RETURN b.what AS what ORDER BY b.on_earliest",
        "MATCH (b:Baton) WHERE b.what STARTS WITH 'a' RETURN b.kind AS kind, count(b) AS n ORDER BY size(kind), n",
        "MATCH (b:Baton) WITH collect(b.what) AS all RETURN [x IN all | x] AS what ORDER BY size(what)",
        "MATCH (b:Baton) RETURN CASE WHEN count(b) > 1 THEN 'x' ELSE 'y' END AS many, b.kind AS kind "
        "ORDER BY CASE kind WHEN 'referral' THEN 1 ELSE 2 END, many",
    ],
)
def test_what_is_returned_can_be_ordered_by(query: str) -> None:
    assert check_query(query) == []


@pytest.mark.neo4j
def test_neo4j_refuses_to_order_by_what_is_gone(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="could not be read"):
        neo4j_store.run(
            "MATCH (a:Agency)-[:PASSED]->(b:Baton) RETURN a.sector AS s, count(b) AS n ORDER BY b.what"
        )
