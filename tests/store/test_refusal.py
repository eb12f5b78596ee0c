"""What the box for typed queries runs and what it refuses."""

from __future__ import annotations

import pytest

from scrgraph.store.base import QueryRefused
from scrgraph.store.refusal import refuse_unless_read

READS = {
    "plain": "MATCH (p:Person) RETURN p.display_name ORDER BY p.display_name LIMIT 5",
    "a closing semicolon": "MATCH (p:Person) RETURN p.person_id ; ",
    "lower case over lines": "match (b)\n  optional match (b)-[:PASSED_TO]->(a)\nreturn b.what, count(a) as n",
    "words in text": "MATCH (b:Baton) WHERE b.what CONTAINS 'CREATE (x)' RETURN \"SET; DELETE\" AS words",
    "an escaped quotation mark": r"RETURN 'it\'s SET x' AS a, 'a backslash \\' AS b",
    "words in comments": "// CREATE (n)\nMATCH (n) /* DELETE n; */ RETURN count(n) AS n // SET",
    "names in backticks": "MATCH (`SET`:`DELETE`) RETURN `SET`.`REMOVE`, `a``CREATE` AS `MERGE`",
    "property names": "MATCH (b:Baton) RETURN b.set, b . delete, b.call, b.load, b.as AS x",
    "labels and types": "MATCH (a:Set|Create)-[r:MERGE|DELETE]->(b:Drop&!Remove) RETURN count(r) AS n",
    "labels in a condition": "MATCH (a) WHERE a:Create OR a : Set RETURN count(a) AS n",
    "map keys": "RETURN {set: 1, CREATE: 2, `delete`: 3}.set AS x",
    "parameters": "MATCH (p) WHERE p.person_id = $set AND p.role = $ create RETURN p.role",
    "column names": "MATCH (p) RETURN p.role AS set, count(p) AS create, [1] AS delete, $x AS remove",
    "column names in with": "MATCH (p) WITH p.role AS `set`, count(*) AS load RETURN load",
    "names in brackets": "MATCH (start)-[set:ABOUT]->(create) WHERE all(use IN [1] WHERE use > 0) RETURN 1",
    "show and start as names": "MATCH (start:Person) WITH start AS show RETURN show.role, start.role",
    "subquery": "MATCH (p) CALL (p) { MATCH (p)<-[:CONCERNED]-(c) RETURN count(c) AS n } RETURN p.role, n",
    "old subquery": "MATCH (p) CALL { WITH p RETURN p.role AS r UNION ALL RETURN 'x' AS r } RETURN r",
    "optional subquery": "MATCH (p) OPTIONAL CALL (p) { MATCH (p)--(q) RETURN q.role AS r } RETURN r",
    "exists and count": "MATCH (p) WHERE EXISTS { (p)--(q) } AND COUNT { MATCH (p)--() } > 1 RETURN p.role",
    "a subquery that begins with a path": "MATCH (p) WHERE EXISTS { x = (p)--() } RETURN p.role",
    "union": "MATCH (a) RETURN a.role AS r UNION DISTINCT MATCH (b) RETURN b.kind AS r UNION RETURN 1 AS r",
    "case": "MATCH (p) RETURN CASE WHEN p.sex = 'female' THEN 1 ELSE 0 END AS set",
    "list and comprehension": "RETURN [x IN [1, 3] | x * 2][0..1] AS set, reduce(t = 0, x IN [1] | t + x)",
    "repeated path": "MATCH (a)((x)-[:PASSED_TO]->(y)){1,3}(b) RETURN count(*) AS n",
    "star": "MATCH (p) WITH * RETURN *",
    "days between": "MATCH (b) RETURN duration.inDays(b.on_earliest, date('2008-03-14')).days AS days",
    "shortest path": "MATCH p = shortestPath((a:Person)-[*..5]-(b:Agency)) RETURN length(p) AS steps",
    "an escaped letter": r"RETURN '\u00e9 and \u0041' AS x",
    "map projection": "MATCH (p) RETURN p {.role, .create, set: 1} AS p",
    "whole number and fraction": "RETURN 1.5e3 AS a, .5 AS b, 0xff AS c, [1, 2][0..] AS d",
}

WRITES = {
    "create": "CREATE (n:Person)",
    "odd case": "cReAtE (n)",
    "after a match": "MATCH (n) SET n.role = 'x' RETURN n.role",
    "after a star": "MATCH (n) WITH * SET n.role = 'x'",
    "without spaces": "MATCH(n)SET n.role='x'RETURN 1",
    "after a number": "MATCH (n) WITH n LIMIT 1SET n.role = 'x'",
    "after a number with a point": "MATCH (n) WHERE n.x > 1. SET n.role = 'x'",
    "after a comment": "MATCH (n) /* read */ DELETE n // read",
    "after a line comment": "MATCH (n) // read\nDETACH DELETE n",
    "after text": "MATCH (n) WHERE n.role = 'it\\'s' REMOVE n.role",
    "text that ends in a backslash": "MATCH (n) WHERE n.role = 'x\\\\' SET n.role = 'y'",
    "in a subquery": "MATCH (n) CALL (n) { SET n.role = 'x' } RETURN n",
    "in a subquery of a subquery": "CALL { CALL { MATCH (n) CALL (n) { MERGE (m) } RETURN 1 } } RETURN 1",
    "in the second branch": "MATCH (n) RETURN n.role AS r UNION CREATE (m) RETURN m.role AS r",
    "in a later branch": "RETURN 1 AS r UNION ALL RETURN 2 AS r UNION ALL MERGE (m:X) RETURN 3 AS r",
    "foreach": "MATCH (n) FOREACH (x IN [1] | SET n.role = 'x')",
    "merge with on create": "MERGE (n:X) ON CREATE SET n.role = 'x'",
    "insert": "MATCH (n) INSERT (m:X)",
    "nodetach": "MATCH (n) NODETACH DELETE n",
    "constraint": "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:X) REQUIRE n.x IS UNIQUE",
    "drop": "DROP INDEX person_review_id",
    "after a variable called as": "MATCH (as) WITH as CREATE (x)",
    "after a variable called case": "MATCH (case) WITH case SET case.role = 'x'",
    "after a label of any name": "MATCH (n) WHERE n:% SET n.role = 'x'",
    "after a repeated path": "MATCH ((a)-->(b))+ SET a.role = 'x'",
    "after a repeated path with bounds": "MATCH (a) ((x)-->(y)){1,2} SET a.role = 'x'",
    "between unusual spaces": "MATCH (n)\u00a0SET\u2003n.role = 'x'",
    "between vertical spaces": "MATCH (n)\x0bSET\x0cn.role = 'x'",
    "look-alike letters": "MATCH (n) \u017fET n.role = 'x'",
    "after a name in backticks": "MATCH (`n`) WITH `n` SET `n`.role = 'x'",
    "after a doubled backtick": "MATCH (`a``b`) WITH `a``b` SET `a``b`.role = 'x'",
    "after an ordering": "MATCH (n) WITH n ORDER BY n.role DESC DELETE n",
}

OTHERS = {
    "explain": ("EXPLAIN MATCH (n) RETURN n.role", "begins with EXPLAIN"),
    "profile": ("  profile\nMATCH (n) RETURN n.role", "begins with profile"),
    "planner options": ("CYPHER runtime=slotted MATCH (n) RETURN n.role", "begins with CYPHER"),
    "use": ("USE system MATCH (n) RETURN n.role", "begins with USE"),
    "use in a subquery": ("CALL { USE other MATCH (n) RETURN n.role AS r } RETURN r", "begins with USE"),
    "use after a with": ("MATCH (n) WITH n USE other RETURN n.role", "Take out USE"),
    "show": ("SHOW USERS", "begins with SHOW"),
    "show in a branch": ("RETURN 1 AS x UNION SHOW USERS", "begins with SHOW"),
    "terminate": ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "begins with TERMINATE"),
    "grant": ("GRANT ROLE admin TO someone", "begins with GRANT"),
    "deny": ("DENY READ {*} ON GRAPH * TO someone", "begins with DENY"),
    "revoke": ("REVOKE ROLE admin FROM someone", "begins with REVOKE"),
    "start": ("START DATABASE neo4j", "begins with START"),
    "stop": ("STOP DATABASE neo4j", "begins with STOP"),
    "alter": ("ALTER USER neo4j SET PASSWORD 'x'", "(ALTER)"),
    "rename": ("RENAME USER a TO b", "begins with RENAME"),
    "load csv": ("LOAD CSV FROM 'file:///x' AS row RETURN row", "begins with LOAD"),
    "load csv later": (
        "MATCH (n) LOAD CSV WITH HEADERS FROM 'x' AS row RETURN row",
        "would read a file",
    ),
    "procedure": ("CALL db.labels()", "procedure (CALL db)"),
    "procedure in backticks": ("CALL `db`.labels() YIELD label RETURN label", "procedure"),
    "procedure later": ("MATCH (n) CALL\napoc.create.node(['X'], {}) YIELD node RETURN node", "procedure"),
    "optional procedure": ("OPTIONAL CALL db.labels() YIELD label RETURN label", "procedure"),
    "procedure in a subquery": (
        "CALL { CALL db.labels() YIELD label RETURN label } RETURN 1",
        "procedure",
    ),
    "added function": ("RETURN apoc.load.json('file:///x') AS x", "apoc.load.json is not a built-in"),
    "added function in backticks": ("RETURN `apoc`.load.`json`('file:///x') AS x", "not a built-in"),
    "format csv": ("MATCH (n) RETURN n.role FORMAT CSV", "FORMAT CSV"),
    "two queries": ("RETURN 1 AS x; RETURN 2 AS x", "one query at a time"),
    "two queries, comment between": (
        "RETURN 1 AS x; /* ; */ MATCH (n) RETURN n.role;",
        "one query at a time",
    ),
    "nothing": ("", "no query"),
    "only spaces and comments": (" \n// MATCH\n/* RETURN */ ;;", "no query"),
    "a client's command": (":use system", "begins with :"),
    "escaped clause": (r"\u0043REATE (n)", "character that cannot be read"),
    "escaped letter of a clause": (r"MATCH (n) S\u0045T n.role = 'x'", "character that cannot be read"),
    "escaped quotation mark": (r"RETURN '\u0027 AS x CREATE (n) //' AS y", "Write the character itself"),
    "escaped after a backslash": (r"RETURN '\\u0027 AS x CREATE (n) //' AS y", "Write the character itself"),
    "escaped more than once": (r"RETURN '\uuu0027 AS x CREATE (n) //' AS y", "Write the character itself"),
    "escaped line end": (r"// \u000a CREATE (n)", "Write the character itself"),
    "escaped backtick": (r"MATCH (`a\u0060) CREATE (n) //`) RETURN 1", "Write the character itself"),
    "long escape": (r"RETURN '\U00000027 CREATE (n) //' AS y", "Write the character itself"),
    "open quotation mark": ("RETURN 'x", "quotation mark is opened"),
    "open backtick": ("RETURN `x", "backtick is opened"),
    "open comment": ("RETURN 1 /* x", "is not closed"),
    "comment with an old line end": ("RETURN 1 // x\r CREATE (n)", "unusual line end"),
    "open bracket": ("RETURN (1", "is not closed"),
    "crossed brackets": ("RETURN ([1)] AS x", "closes nothing"),
    "hidden character": ("MATCH (n) S\u200dET n.role = 'x'", "character that cannot be read"),
}


@pytest.mark.parametrize("query", READS.values(), ids=READS.keys())
def test_a_read_is_let_through(query: str) -> None:
    refuse_unless_read(query)


@pytest.mark.parametrize("query", WRITES.values(), ids=WRITES.keys())
def test_a_write_is_refused_and_the_message_says_so(query: str) -> None:
    with pytest.raises(QueryRefused, match="the query would change it"):
        refuse_unless_read(query)


@pytest.mark.parametrize(("query", "words"), OTHERS.values(), ids=OTHERS.keys())
def test_anything_else_is_refused_with_what_to_do(query: str, words: str) -> None:
    with pytest.raises(QueryRefused) as refusal:
        refuse_unless_read(query)
    assert words in str(refusal.value)


def test_a_name_that_looks_like_a_clause_is_refused_with_the_way_to_write_it() -> None:
    with pytest.raises(QueryRefused, match="write it in backticks: `Set`"):
        refuse_unless_read("MATCH (Set) RETURN Set")


def test_every_prefix_of_a_write_is_refused_or_has_no_write_yet() -> None:
    query = "MATCH (n:Person) WHERE n.role = 'x' SET n.role = 'y' RETURN n.role AS r"
    for end in range(query.index("SET") + 3, len(query) + 1):
        with pytest.raises(QueryRefused):
            refuse_unless_read(query[:end])
