"""The checker: two results are compared as bags of rows, and a near miss gets a word that helps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from scrgraph.store.base import EdgeRow, GraphRows, NodeRow, Table, Value
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.training.check import ROW_LIMIT, Outcome, Verdict, check_answer
from scrgraph.training.exercise import Exercise, WrongAnswer
from scrgraph.training.rows import Rows, columns_that_match, comparable

REVIEW = "tiny"


def agency(key: str, name: str, sector: str) -> NodeRow:
    return NodeRow("Agency", key, {"review_id": REVIEW, "display_name": name, "sector": sector})


def entry(number: int) -> NodeRow:
    day = dt.date(2018, 5, number)
    return NodeRow("Entry", f"e{number}", {"review_id": REVIEW, "row": number, "on_earliest": day})


def wrote(key: str, number: int) -> EdgeRow:
    return EdgeRow("WROTE", f"{key}-{number}", "Agency", key, "Entry", f"e{number}")


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    """Three agencies, two of them surgeries, and five entries: three of the police's, one of each surgery's."""
    nodes = [
        *(
            agency("p", "Police", "police"),
            agency("a", "Ash Surgery", "gp"),
            agency("b", "Elm Surgery", "gp"),
        ),
        *(entry(number) for number in range(1, 6)),
    ]
    edges = [*(wrote("p", number) for number in (1, 2, 3)), wrote("a", 4), wrote("b", 5)]
    with EmbeddedStore() as store:
        store.load(GraphRows(REVIEW, tuple(nodes), tuple(edges)))
        yield store


def an_exercise(solution: str, *more: str, ordered: bool = False, **wrong: str) -> Exercise:
    return Exercise(
        exercise_id="01-who-wrote", number=1, title="Who wrote", level=1, family="tiny", task="Who wrote?",
        point="Records", source="Ofsted 2010, para 90", hints=("Look at WROTE",), ordered=ordered,
        parameters={"wanted": "gp"}, start="MATCH (a:Agency) RETURN a.sector AS sector",
        solutions=(solution, *more),
        wrong=tuple(WrongAnswer(name=name, says=f"It is {name}.", query=text) for name, text in wrong.items()),
    )  # fmt: skip


WROTE = "MATCH (a:Agency)-[:WROTE]->(e:Entry) WHERE a.review_id = $review_id "
NAME_AND_DAY = f"{WROTE}RETURN a.display_name AS name, e.on_earliest AS day ORDER BY day"
SECTOR = f"{WROTE}RETURN a.sector AS sector"
NAMES = f"{WROTE}RETURN DISTINCT a.display_name AS name"


def checked(store: EmbeddedStore, exercise: Exercise, query: str) -> Verdict:
    return check_answer(store, exercise, REVIEW, query)


@pytest.mark.parametrize(
    "returned",
    [
        "a.display_name AS name, e.on_earliest AS day",
        "e.on_earliest AS day, a.display_name AS name",
        "a.display_name, e.on_earliest",
        "' ' + a.display_name + ' ' AS name, toString(e.on_earliest) AS day",
        "a.display_name AS name, e.on_earliest AS day ORDER BY day DESC",
        "a.display_name AS name, toString(e.row) + ' May 2018' AS day",
    ],
)
def test_the_names_and_the_order_of_columns_do_not_matter(store: EmbeddedStore, returned: str) -> None:
    verdict = checked(store, an_exercise(NAME_AND_DAY), f"{WROTE}RETURN {returned}")
    assert verdict.passed
    assert verdict.message == "That is the answer: 5 rows."
    assert verdict.table is not None
    assert len(verdict.table.rows) == 5


def test_any_of_several_solutions_will_do(store: EmbeddedStore) -> None:
    exercise = an_exercise(NAME_AND_DAY, f"{WROTE}RETURN a.display_name AS name, e.row AS day_of_may")
    verdict = checked(store, exercise, f"{WROTE}RETURN e.row * 1.0 AS number, a.display_name AS name")
    assert verdict.passed


def test_what_an_exercise_gives_is_there_for_the_learner(store: EmbeddedStore) -> None:
    query = (
        "MATCH (a:Agency) WHERE a.review_id = $review_id AND a.sector = $wanted RETURN a.display_name AS name"
    )
    assert checked(store, an_exercise(query), query).passed


@pytest.mark.parametrize(
    ("query", "outcome", "told"),
    [
        (
            f"{WROTE}RETURN a.display_name AS name",
            Outcome.REPEATED,
            "some come more than once, for example: Police.",
        ),
        (f"{NAMES}, a.sector AS sector", Outcome.COLUMNS, "there is a column too many: sector. Leave it out"),
        (
            f"{NAMES}, a.sector AS sector, a.agency_id AS id",
            Outcome.COLUMNS,
            "there are 2 columns too many: sector, id. Leave them out",
        ),
        (
            "MATCH (a:Agency) RETURN a.sector AS s, a.agency_id AS i",
            Outcome.COLUMNS,
            "asks for 1 column; your query returns 2. Leave some out",
        ),
        (
            f"{WROTE}AND a.sector = 'gp' RETURN a.display_name AS name",
            Outcome.ROWS,
            "1 row missing, for example: Police.",
        ),
        (
            f"{NAMES} UNION RETURN 'School' AS name",
            Outcome.ROWS,
            "1 row not part of the answer, for example: School.",
        ),
        (
            "MATCH (a:Agency) RETURN a.sector AS name",
            Outcome.ROWS,
            "None of the 3 rows of the answer is there yet. 3 rows not part",
        ),
        (
            "MATCH (a:Agencies) RETURN a.display_name AS name",
            Outcome.NOTHING,
            "gave no rows; the answer has 3.",
        ),
        ("MATCH (a:Agency RETURN a", Outcome.NOT_RUN, "Close it and ask again."),
        ("MATCH (a:Agency) SET a.sector = 'x' RETURN a.sector", Outcome.NOT_RUN, "only reads the graph"),
        (
            f"UNWIND range(1, {ROW_LIMIT + 5}) AS n RETURN n",
            Outcome.TOO_MANY,
            "1,000 rows or more, which is too many to check",
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Outcome) else "",
)
def test_a_near_miss_gets_a_useful_word(
    store: EmbeddedStore, query: str, outcome: Outcome, told: str
) -> None:
    verdict = checked(store, an_exercise(NAMES), query)
    assert verdict.outcome is outcome
    assert not verdict.passed
    assert told in verdict.message


def test_a_column_too_few(store: EmbeddedStore) -> None:
    verdict = checked(store, an_exercise(NAME_AND_DAY), f"{WROTE}RETURN e.on_earliest AS day")
    assert verdict.outcome is Outcome.COLUMNS
    assert "What you have is right, but the task asks for 2 columns and there is 1." in verdict.message


def test_a_list_where_the_answer_has_rows(store: EmbeddedStore) -> None:
    exercise = an_exercise(NAME_AND_DAY)
    verdict = checked(
        store, exercise, f"{WROTE}RETURN a.display_name AS name, collect(e.on_earliest) AS days"
    )
    assert verdict.outcome is Outcome.ROWS
    assert verdict.message.endswith("the task asks for them one by one, without collect().")


def test_distinct_where_rows_count_each_by_itself(store: EmbeddedStore) -> None:
    verdict = checked(store, an_exercise(SECTOR), f"{WROTE}RETURN DISTINCT a.sector AS sector")
    assert verdict.outcome is Outcome.TOO_SELDOM
    assert "there are 3 rows more that look alike" in verdict.message


def test_the_order_counts_where_the_exercise_says_so(store: EmbeddedStore) -> None:
    exercise = an_exercise(NAME_AND_DAY, ordered=True)
    assert checked(store, exercise, NAME_AND_DAY).passed
    verdict = checked(store, exercise, f"{NAME_AND_DAY} DESC")
    assert verdict.outcome is Outcome.ORDER
    assert "add ORDER BY" in verdict.message


def test_a_known_slip_goes_before_what_can_be_said_of_any(store: EmbeddedStore) -> None:
    exercise = an_exercise(NAMES, doubled=f"{WROTE}RETURN a.display_name AS name")
    verdict = checked(store, exercise, f"{WROTE}RETURN a.display_name AS who")
    assert (verdict.outcome, verdict.message) == (Outcome.KNOWN_SLIP, "It is doubled.")


def test_no_rows_may_have_another_cause_than_the_known_one(store: EmbeddedStore) -> None:
    """The word of a wrong answer without rows is given, with what else may lie behind it."""
    exercise = an_exercise(
        NAMES, null="MATCH (a:Agency) WHERE a.sector IS NULL RETURN a.display_name AS name"
    )
    verdict = checked(store, exercise, "MATCH (a:Agencie) RETURN a.sector AS s, a.display_name AS name")
    assert verdict.message.startswith("It is null. If that is not it, look at the spelling")


def test_the_nearest_of_several_solutions_is_told_of(store: EmbeddedStore) -> None:
    exercise = an_exercise(f"{WROTE}RETURN a.display_name AS name, e.row AS day", NAME_AND_DAY)
    query = f"{WROTE}AND a.sector = 'police' RETURN a.display_name AS name, e.on_earliest AS day"
    verdict = checked(store, exercise, query)
    assert verdict.message == "2 rows missing, for example: Ash Surgery | 2018-05-04."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (2, 2.0, True),
        (0.1 + 0.2, 0.3, True),
        (2, "2", False),
        (True, 1, False),
        (False, None, False),
        (None, "", False),
        (dt.date(2018, 5, 1), "2018-05-01", True),
        (dt.date(2018, 5, 1), "1 May 2018", True),
        ("2018-05-01", " 1 May 2018", True),
        (dt.date(2018, 5, 1), "May 2018", False),
        (dt.date(2018, 5, 1), "about 1 May 2018", False),
        ("31 June 2018", "31 June 2018", True),
        (" Police", "Police\n", True),
        ("Police", "police", False),
        (["b", "a"], ["a", "b"], True),
        (["a"], ["a", "a"], False),
        (["a"], "a", False),
    ],
)
def test_values_are_compared_sensibly(one: Value, other: Value, same: bool) -> None:
    assert (comparable(one) == comparable(other)) is same


def rows_of(*rows: tuple[Any, ...]) -> Rows:
    return Rows.of(Table(tuple(f"c{place}" for place in range(len(rows[0]))), rows))


@pytest.mark.parametrize(
    ("wanted", "given", "order"),
    [
        (rows_of(("a", 1), ("b", 2)), rows_of((2, "b"), (1, "a")), (1, 0)),
        (rows_of(("a", "a"), ("a", "b")), rows_of(("a", "a"), ("b", "a")), (1, 0)),
        (rows_of(("a", "b"), ("b", "a")), rows_of(("a", "a"), ("b", "b")), None),
        (rows_of(("a",), ("a",)), rows_of(("a",), ("b",)), None),
        (rows_of(("a", 1)), rows_of(("x", 1, "a")), (2, 1)),
    ],
)
def test_columns_are_found_by_what_stands_in_them(
    wanted: Rows, given: Rows, order: tuple[int, ...] | None
) -> None:
    """Together, too: columns that match one by one need not make the same rows."""
    assert columns_that_match(wanted, given, ordered=False) == order
