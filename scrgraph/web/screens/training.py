"""Training: families and exercises, a box to write Cypher in, its result, the check, hints and progress."""

from __future__ import annotations

from threading import Lock

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from scrgraph.model.base import Thing
from scrgraph.training.course import LEVELS, load_course
from scrgraph.training.family import load_families
from scrgraph.training.progress import hint_of, read_progress, write_progress
from scrgraph.training.room import TrainingRoom
from scrgraph.training.schema_in_view import SchemaInView
from scrgraph.web.desk import Desk
from scrgraph.web.pages import page
from scrgraph.web.routes import acts, shows
from scrgraph.web.screens.ask import schema_told
from scrgraph.web.screens.ask_run import AskedAnswer, known_in, shown
from scrgraph.web.worker import CannotBeDone

_LEVEL_WORDS = {1: "Who and what", 2: "Batons and contacts in time", 3: "What left no trace", 4: "What if"}
#: Progress is read, changed and written by one window at a time.
_progress = Lock()


@shows
def show(desk: Desk, request: Request) -> Response:
    """The families and the exercises by level, with what is solved."""
    desk.training.begin()
    course, progress = load_course(), read_progress()
    return page(
        request,
        desk,
        "training.html",
        families=load_families(),
        levels=[(level, _LEVEL_WORDS[level], course.of_level(level)) for level in LEVELS],
        progress=progress,
        solved=progress.solved_of(course),
        count=len(course),
        next=progress.next_of(course),
    )


@shows
def show_exercise(desk: Desk, request: Request) -> Response:
    """One exercise, with the query the learner checked last, or the one to start from."""
    course, progress = load_course(), read_progress()
    exercise = course.get(request.path_params["exercise_id"])
    attempt = progress.of(exercise)
    ordered = list(course)
    at = ordered.index(exercise)
    return page(
        request,
        desk,
        "exercise.html",
        exercise=exercise,
        level_words=_LEVEL_WORDS[exercise.level],
        family=next(one for one in load_families() if one.slug == exercise.family),
        attempt=attempt,
        hints=exercise.hints[: attempt.hints],
        query=attempt.query or exercise.start,
        before=ordered[at - 1] if at else None,
        after=course.after(exercise),
        schema=desk.training.ask(schema_of, exercise_id=exercise.exercise_id),
        told={"exercise": exercise.exercise_id, "start": exercise.start, "schema": schema_told()},
        may_see_solution=progress.solution_may_be_seen(exercise),
    )


def schema_of(room: TrainingRoom, *, exercise_id: str) -> SchemaInView:
    """What the graph of the exercise's family holds."""
    return room.schema(room.course.get(exercise_id).family)


class Typed(Thing):
    """A query written for an exercise."""

    exercise: str
    query: str = Field(max_length=20_000)


class Checked(Thing):
    """What the checker says of a query, with its result."""

    said: str
    passed: bool
    answer: AskedAnswer | None = None
    may_see_solution: bool = False


@acts(Typed)
def run(desk: Desk, given: Typed) -> AskedAnswer:
    """Run a query on the exercise's family, without checking it."""
    return desk.training.ask(run_typed, exercise_id=given.exercise, query=given.query)


def run_typed(room: TrainingRoom, *, exercise_id: str, query: str) -> AskedAnswer:
    """The result of a query as the screen shows it."""
    exercise = room.course.get(exercise_id)
    table = room.run(exercise, query)
    family = room.family(exercise.family)
    return shown(table, known_in(family.store, family.review))


@acts(Typed)
def check(desk: Desk, given: Typed) -> Checked:
    """Check a query; the try is kept."""
    checked = desk.training.ask(check_typed, exercise_id=given.exercise, query=given.query)
    exercise = load_course().get(given.exercise)
    with _progress:
        progress = read_progress().tried(exercise, given.query, checked.passed)
        write_progress(progress)
    return checked.model_copy(update={"may_see_solution": progress.solution_may_be_seen(exercise)})


def check_typed(room: TrainingRoom, *, exercise_id: str, query: str) -> Checked:
    """What the checker says, with the result as the screen shows it."""
    exercise = room.course.get(exercise_id)
    verdict = room.check(exercise, query)
    family = room.family(exercise.family)
    answer = shown(verdict.table, known_in(family.store, family.review)) if verdict.table else None
    return Checked(said=verdict.message, passed=verdict.passed, answer=answer)


class Which(Thing):
    """An exercise."""

    exercise: str


class Told(Thing):
    """A hint, or the solutions."""

    said: str
    hint: str = ""
    left: int = 0
    solutions: tuple[str, ...] = ()


@acts(Which)
def hint(desk: Desk, given: Which) -> Told:
    """One more hint."""
    exercise = load_course().get(given.exercise)
    with _progress:
        progress = read_progress().hinted(exercise)
        write_progress(progress)
    seen = progress.of(exercise).hints
    return Told(
        said=f"Hint {seen} of {len(exercise.hints)}.",
        hint=hint_of(exercise, progress),
        left=len(exercise.hints) - seen,
    )


@acts(Which)
def solution(desk: Desk, given: Which) -> Told:
    """The solutions, once the exercise is solved or was tried twice."""
    exercise = load_course().get(given.exercise)
    if not read_progress().solution_may_be_seen(exercise):
        raise CannotBeDone(
            "The solution is shown once two queries have been checked. Try first; a hint may help."
        )
    return Told(said="One way, or several, to the answer.", solutions=exercise.solutions)


ROUTES = (
    Route("/training", show),
    Route("/training/run", run, methods=["POST"]),
    Route("/training/check", check, methods=["POST"]),
    Route("/training/hint", hint, methods=["POST"]),
    Route("/training/solution", solution, methods=["POST"]),
    Route("/training/{exercise_id}", show_exercise),
)
