"""What stands in a guide: a family, the lines to set it up, and its exercises; with answers for the facilitator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scrgraph.store.base import Table
from scrgraph.training.browser_lines import database_of, param_line, param_lines
from scrgraph.training.exercise import Exercise
from scrgraph.training.family import Family
from scrgraph.training.room import TrainingRoom

#: An answer is set out up to this many rows.
ROWS_SHOWN = 12


@dataclass(frozen=True)
class Answer:
    """A solution of an exercise and the rows it gives."""

    query: str
    rows: Table


@dataclass(frozen=True)
class Step:
    """One exercise of a guide; ``answers`` is empty in a learner's."""

    exercise: Exercise
    answers: tuple[Answer, ...] = ()

    @property
    def number(self) -> str:
        """Its number, as it is typed: 07."""
        return f"{self.exercise.number:02}"

    @property
    def heading(self) -> str:
        """Its number and title."""
        return f"{self.number} {self.exercise.title}"

    @property
    def start(self) -> str:
        """The query to start from."""
        return self.exercise.start.strip()

    @property
    def values(self) -> tuple[str, ...]:
        """The lines that set its values in Neo4j Browser."""
        return tuple(param_lines(self.exercise.parameters))


@dataclass(frozen=True)
class Guide:
    """The guide to one family. A facilitator's has answers, points and what groups often come to first."""

    family: Family
    review_id: str
    steps: tuple[Step, ...]
    with_answers: bool

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{self.family.title}: {'the answers' if self.with_answers else 'the exercises'}"

    @property
    def review_line(self) -> str:
        """The line that chooses the family in Neo4j Browser."""
        return param_line("review_id", self.review_id)

    @property
    def database(self) -> str:
        """The family's own database, where the server has several."""
        return database_of(self.family)

    def queries(self) -> Iterator[tuple[Exercise, str]]:
        """Every query that stands in it, with its exercise."""
        for step in self.steps:
            yield step.exercise, step.start
            for answer in step.answers:
                yield step.exercise, answer.query


def guide_to(room: TrainingRoom, slug: str, *, with_answers: bool) -> Guide:
    """The guide to the family of this name; the answers are asked of its graph. Raises ``UnknownExercise``."""
    there = room.family(slug)
    steps = [
        Step(exercise, tuple(_answers(room, exercise)) if with_answers else ())
        for exercise in room.course.of_family(slug)
    ]
    return Guide(there.family, there.review.review_id, tuple(steps), with_answers)


def _answers(room: TrainingRoom, exercise: Exercise) -> Iterator[Answer]:
    for query in exercise.solutions:
        yield Answer(query.strip(), room.run(exercise, query))
