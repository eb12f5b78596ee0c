"""Every exercise on both stores: its first query runs, its solutions pass, its wrong answers get their own word."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scrgraph.questions.schema_check import check_query, parameters_used
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Table
from scrgraph.store.neo4j import Neo4jStore
from scrgraph.training.check import Outcome, Verdict, check_answer, run_typed
from scrgraph.training.course import load_course
from scrgraph.training.exercise import Exercise, WrongAnswer
from scrgraph.training.family import load_families
from scrgraph.training.room import TrainingRoom
from scrgraph.training.rows import Rows

COURSE = load_course()
FAMILIES = {family.slug: family for family in load_families()}
EXERCISES = [pytest.param(exercise, id=exercise.exercise_id) for exercise in COURSE]
SOLUTIONS = [
    pytest.param(exercise, query, id=f"{exercise.exercise_id}-{number}")
    for exercise in COURSE
    for number, query in enumerate(exercise.solutions, start=1)
]
WRONG = [
    pytest.param(exercise, wrong, id=f"{exercise.exercise_id}-{wrong.name}")
    for exercise in COURSE
    for wrong in exercise.wrong
]
#: By the name of its file (``level-1``), the rows of each exercise as somebody read them from the families' files.
ANSWERS: dict[str, dict[str, list[list[Any]]]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "answers").glob("*.toml"))
}
WORKED_OUT = [
    pytest.param(exercise, rows, id=exercise)
    for level in ANSWERS.values()
    for exercise, rows in level.items()
]
Check = Callable[[Exercise, str], Verdict]


def review_id(slug: str) -> str:
    """The id of a family's review."""
    return SourceSet.of([str(FAMILIES[slug].folder)]).settings.review.id


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def check(request: pytest.FixtureRequest) -> Check:
    """The checker on each of the two stores in turn."""
    if request.param == "embedded":
        room: TrainingRoom = request.getfixturevalue("room")
        return room.check
    store = request.getfixturevalue("families_in_neo4j")
    return lambda exercise, query: check_answer(store, exercise, review_id(exercise.family), query)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_first_query_gives_rows_and_is_not_the_answer(exercise: Exercise, check: Check) -> None:
    verdict = check(exercise, exercise.start)
    assert verdict.table is not None, verdict.message
    assert verdict.table.rows
    assert not verdict.passed


@pytest.mark.parametrize(("exercise", "query"), SOLUTIONS)
def test_a_solution_passes(exercise: Exercise, query: str, check: Check) -> None:
    verdict = check(exercise, query)
    assert verdict.outcome is Outcome.RIGHT, verdict.message
    assert verdict.table is not None
    assert verdict.table.rows


@pytest.mark.parametrize(("exercise_id", "rows"), WORKED_OUT)
def test_the_answer_is_the_one_worked_out_by_hand(
    exercise_id: str, rows: list[list[Any]], room: TrainingRoom
) -> None:
    exercise = COURSE.get(exercise_id)
    found = Rows.of(room.run(exercise, exercise.solutions[0]))
    wanted = Rows.of(Table(found.columns, tuple(map(tuple, rows))))
    assert Counter(found.rows) == Counter(wanted.rows)
    assert not exercise.ordered or found.rows == wanted.rows


def test_no_exercise_of_a_level_worked_out_by_hand_is_left_out() -> None:
    for name, answers in ANSWERS.items():
        level = int(name.removeprefix("level-"))
        assert list(answers) == [exercise.exercise_id for exercise in COURSE.of_level(level)]


@pytest.mark.parametrize(("exercise", "wrong"), WRONG)
def test_a_wrong_answer_gets_its_own_word(exercise: Exercise, wrong: WrongAnswer, check: Check) -> None:
    verdict = check(exercise, wrong.query)
    assert verdict.outcome is Outcome.KNOWN_SLIP, verdict.message
    assert verdict.message.startswith(wrong.says)


@pytest.mark.neo4j
@pytest.mark.parametrize(("exercise", "query"), SOLUTIONS)
def test_the_same_rows_on_both_stores(
    exercise: Exercise, query: str, room: TrainingRoom, families_in_neo4j: Neo4jStore
) -> None:
    """As a bag; in the same order too where the exercise asks for one."""
    here = room.run(exercise, query)
    there = run_typed(families_in_neo4j, exercise, review_id(exercise.family), query)
    assert here.columns == there.columns
    one, other = Rows.of(here).rows, Rows.of(there).rows
    assert Counter(one) == Counter(other)
    assert not exercise.ordered or one == other


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_query_keeps_to_the_dialect_and_the_schema(exercise: Exercise) -> None:
    queries = (exercise.start, *exercise.solutions, *(wrong.query for wrong in exercise.wrong))
    for query in queries:
        assert not check_query(query, ordered=False), query
        assert "review_id" in parameters_used(query), query
        assert parameters_used(query) <= {"review_id", *exercise.parameters}, query
    assert set(exercise.parameters) <= parameters_used(exercise.solutions[0])


@pytest.mark.parametrize("exercise", EXERCISES)
def test_what_is_given_stands_in_the_task(exercise: Exercise) -> None:
    assert all(f"${name}" in exercise.task for name in exercise.parameters)
    says = [wrong.says for wrong in exercise.wrong]
    assert says
    assert len(says) == len(set(says))
    assert exercise.family in FAMILIES


def test_the_course_goes_from_level_to_level() -> None:
    levels = [exercise.level for exercise in COURSE]
    assert levels == sorted(levels)
    assert len(COURSE.of_level(1)) >= 6


@pytest.mark.parametrize("slug", FAMILIES)
def test_the_schema_in_view_is_what_the_family_holds(slug: str, room: TrainingRoom) -> None:
    schema = room.schema(slug)
    assert {"Person", "Agency", "Baton", "Contact", "Entry"} <= {node.label for node in schema.nodes}
    assert "(:Agency)-[:PASSED]->(:Baton)" in {edge.arrow for edge in schema.edges}
    counts = "MATCH (n:Baton) WHERE n.review_id = $review_id RETURN count(n) AS found"
    ((batons,),) = room.family(slug).store.run(counts, {"review_id": review_id(slug)}).rows
    assert {node.count for node in schema.nodes if node.label == "Baton"} == {batons}
