"""What a learner has done: a small JSON file in a folder of the learner's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from scrgraph.atomic import write_text_atomic
from scrgraph.model.base import Thing
from scrgraph.training.course import Course
from scrgraph.training.errors import ProgressError
from scrgraph.training.exercise import Exercise

#: The folder that holds ``progress.json`` where the learner names no other, in the current one.
DEFAULT_FOLDER = Path("scrgraph-training")
FILE = "progress.json"
#: A solution is shown after this many checked tries.
TRIES_BEFORE_SOLUTION = 2

Count = Annotated[int, Field(ge=0)]


class Attempt(Thing):
    """How far one exercise has come: checked tries, hints seen, the last query checked, whether it was solved."""

    tries: Count = 0
    hints: Count = 0
    solved: bool = False
    query: str = ""


class Progress(Thing):
    """Every exercise a learner has begun, by its id. It is never changed: each step gives a new one."""

    version: Literal[1] = 1
    exercises: Mapping[str, Attempt] = Field(default_factory=dict)

    def of(self, exercise: Exercise) -> Attempt:
        """How far this exercise has come."""
        return self.exercises.get(exercise.exercise_id, Attempt())

    def tried(self, exercise: Exercise, query: str, passed: bool) -> Progress:
        """After a query was checked. What was solved once stays solved."""
        before = self.of(exercise)
        after = Attempt(
            tries=before.tries + 1, hints=before.hints, solved=before.solved or passed, query=query
        )
        return self._with(exercise, after)

    def hinted(self, exercise: Exercise) -> Progress:
        """After one more hint was seen; past the last hint nothing changes."""
        before = self.of(exercise)
        seen = min(before.hints + 1, len(exercise.hints))
        return self._with(exercise, before.model_copy(update={"hints": seen}))

    def solved_of(self, course: Course) -> int:
        """How many exercises of the course are solved."""
        return sum(self.of(exercise).solved for exercise in course)

    def next_of(self, course: Course) -> Exercise | None:
        """The first exercise that is not solved yet, or ``None``."""
        return next((exercise for exercise in course if not self.of(exercise).solved), None)

    def solution_may_be_seen(self, exercise: Exercise) -> bool:
        """Whether the learner has solved it, or tried often enough."""
        attempt = self.of(exercise)
        return attempt.solved or attempt.tries >= TRIES_BEFORE_SOLUTION

    def _with(self, exercise: Exercise, attempt: Attempt) -> Progress:
        return Progress(exercises={**self.exercises, exercise.exercise_id: attempt})


def hint_of(exercise: Exercise, progress: Progress) -> str:
    """The hint the learner was given last: each in turn, then the last again; empty before the first."""
    seen = progress.of(exercise).hints
    return exercise.hints[min(seen, len(exercise.hints)) - 1] if seen else ""


def read_progress(folder: Path = DEFAULT_FOLDER) -> Progress:
    """The progress kept in ``folder``; nothing done where there is none. Raises ``ProgressError``."""
    path = Path(folder) / FILE
    try:
        return Progress.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Progress()
    except (ValidationError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not as scrgraph wrote it"
        raise ProgressError(
            f"The progress in {path} cannot be read ({why}). Move the file away to begin anew, or name another "
            "folder with --progress."
        ) from None


def write_progress(progress: Progress, folder: Path = DEFAULT_FOLDER) -> Path:
    """Keep the progress in ``folder``, made if need be; the old file is there until the new one is whole.

    Raises ``ProgressError``.
    """
    path = Path(folder) / FILE
    kept = progress.model_dump(mode="json")
    kept["exercises"] = dict(sorted(kept["exercises"].items()))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text_atomic(path, json.dumps(kept, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise ProgressError(
            f"Progress could not be kept in {path} ({error.strerror}). Name another folder with --progress."
        ) from error
    return path
