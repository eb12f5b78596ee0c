"""Questions and typed Cypher over the socket: what comes back, and what is refused before it runs."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET

import pytest
from web_client import Client

PASSED = (
    "MATCH (a:Agency)-[r:REFERRED_TO]->(b:Agency) WHERE a.review_id = $review_id "
    "RETURN a.display_name AS passed_by, b.display_name AS passed_to, r.on_earliest AS day "
    "ORDER BY day, passed_by, passed_to"
)


def test_a_typed_query_gives_a_table_and_a_picture(looked_at: Client) -> None:
    answer = looked_at.act("/ask/cypher", query=PASSED).json

    assert answer["columns"] == ["passed_by", "passed_to", "day"]
    assert len(answer["rows"]) > 10
    assert all(len(row[2]) == 10 for row in answer["rows"])
    picture = base64.b64decode(answer["picture"]).decode()
    drawn = "".join(ET.fromstring(picture).itertext())  # noqa: S314 - our own drawing
    assert {row[0] for row in answer["rows"]} <= {
        name for row in answer["rows"] for name in row if name in drawn
    }


def test_a_question_gives_its_findings_in_words_with_their_rows(looked_at: Client) -> None:
    answer = looked_at.act("/ask/question", question="batons-not-received", values={}).json

    known = {finding.statement for finding in looked_at.bench.desk.reading.findings}  # type: ignore[union-attr]
    assert {sentence["statement"] for sentence in answer["sentences"]} <= known
    assert all(sentence["rows"] for sentence in answer["sentences"])
    assert answer["given"]["as_of"].startswith("date('") if "as_of" in answer["given"] else True


def test_a_value_changes_what_is_found_and_a_wrong_one_is_said(looked_at: Client) -> None:
    early = looked_at.act(
        "/ask/question", question="batons-not-received", values={"as_of": "2016-06-01"}
    ).json
    wrong = looked_at.act("/ask/question", question="batons-not-received", values={"as_of": "someday"})

    assert len(early["sentences"]) == 0
    assert (wrong.status, "year-month-day" in wrong.json["error"]) == (409, True)
    assert looked_at.act("/ask/question", question="no-such-question").status == 409


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Person {person_id: 'x'})",
        "MATCH (n) SET n.display_name = 'x' RETURN 1",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) REMOVE n.display_name RETURN n.review_id",
        "MERGE (n:Person {person_id: 'x'}) RETURN n.person_id",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "load/**/csv from 'file:///etc/passwd' as line return line",
        "MATCH (n) RETURN n.review_id UNION LOAD CSV FROM 'http://evil.example' AS x RETURN x",
        "CALL dbms.components() YIELD name RETURN name",
        "CALL apoc.load.json('http://evil.example') YIELD value RETURN value",
        "CALL { CREATE (n:Person) RETURN 1 AS one } RETURN one",
        "DROP INDEX person_review_id",
        "FOREACH (x IN [1] | CREATE (:Person))",
        "MATCH (n) RETURN 1; MATCH (n) DETACH DELETE n",
        "USE system MATCH (n) RETURN n",
        "SHOW DATABASES",
        "",
        "RETURN",
        "\u202eMATCH (n) DELETE n",
    ],
)
def test_whatever_is_not_a_read_is_refused_before_it_runs(looked_at: Client, query: str) -> None:
    before = looked_at.act("/ask/cypher", query="MATCH (n:Person) RETURN count(n) AS n").json["rows"]

    answer = looked_at.act("/ask/cypher", query=query)

    assert answer.status == 409
    assert answer.json["error"]
    assert "root:" not in answer.text
    assert looked_at.act("/ask/cypher", query="MATCH (n:Person) RETURN count(n) AS n").json["rows"] == before


def test_a_result_without_end_is_cut_off_and_said(looked_at: Client) -> None:
    answer = looked_at.act("/ask/cypher", query="UNWIND range(1, 5000) AS n RETURN n").json

    assert (len(answer["rows"]), answer["more"]) == (1000, True)


def test_a_query_that_would_never_end_is_stopped_and_the_workbench_goes_on(looked_at: Client) -> None:
    query = "MATCH (a), (b), (c), (d) WHERE a.review_id < b.review_id + c.review_id + d.review_id RETURN count(*) AS n"

    answer = looked_at.act("/ask/cypher", query=query)

    assert (answer.status, "too long" in answer.json["error"]) == (409, True)
    looked_at.until_read()
    assert looked_at.act("/ask/cypher", query="RETURN 1 AS one").json["rows"] == [[1]]


def test_markup_in_a_result_is_data(looked_at: Client) -> None:
    answer = looked_at.act("/ask/cypher", query="RETURN '<script>alert(1)</script>' AS words")

    assert answer.json["rows"] == [["<script>alert(1)</script>"]]
    assert answer.headers["content-type"] == "application/json"


def test_a_query_too_long_is_refused(looked_at: Client) -> None:
    assert looked_at.act("/ask/cypher", query="RETURN 1 //" + "x" * 30_000).status == 400
