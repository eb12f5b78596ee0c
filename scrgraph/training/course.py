"""The course: every exercise under ``cypher/exercises/`` in the order of its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scrgraph.cypher_files import cypher_root
from scrgraph.training.errors import TrainingError, TrainingFileError, UnknownExercise
from scrgraph.training.exercise import Exercise, read_exercise

LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Course:
    """The exercises in the order of their numbers."""

    exercises: tuple[Exercise, ...]

    def get(self, wanted: str | int) -> Exercise:
        """The exercise with this number (``7``, ``07``) or id. Raises ``UnknownExercise``."""
        text = str(wanted).strip()
        for exercise in self.exercises:
            if text == exercise.exercise_id or (text.isdecimal() and int(text) == exercise.number):
                return exercise
        raise UnknownExercise(f"There is no exercise '{text}'. List them with: scrgraph train list")

    def after(self, exercise: Exercise) -> Exercise | None:
        """The exercise that follows, or ``None`` after the last."""
        return next((one for one in self.exercises if one.number > exercise.number), None)

    def of_level(self, level: int) -> tuple[Exercise, ...]:
        """The exercises of one level, 1 to 4."""
        return tuple(one for one in self.exercises if one.level == level)

    def of_family(self, slug: str) -> tuple[Exercise, ...]:
        """The exercises that are asked of one family."""
        return tuple(one for one in self.exercises if one.family == slug)

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises)

    def __len__(self) -> int:
        return len(self.exercises)


def load_course(root: Path | None = None) -> Course:
    """Read every exercise under ``root/exercises``; ``root`` is by default scrgraph's own ``cypher`` folder.

    Raises ``TrainingFileError`` for the first one that does not keep to the form, and ``TrainingError`` where
    there is none at all.
    """
    folder = (root or cypher_root()) / "exercises"
    found: dict[int, Exercise] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not path.is_dir() or path.name.startswith("."):
            continue
        exercise = read_exercise(path)
        if other := found.get(exercise.number):
            raise TrainingFileError(path, f"{other.exercise_id} has the number {exercise.number} already")
        found[exercise.number] = exercise
    if not found:
        raise TrainingError(
            f"There are no exercises in {folder}. The installation is not complete: install scrgraph again, or "
            "run it from a full copy of its folder."
        )
    return Course(tuple(found[number] for number in sorted(found)))
