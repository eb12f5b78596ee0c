"""An exercise: a folder with its task, a query to start from, solutions and wrong answers that teach."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr, StringConstraints

from scrgraph.model.base import Thing
from scrgraph.training.errors import TrainingFileError
from scrgraph.training.training_file import table_of, text_of, thing_of

Words = Annotated[str, StringConstraints(min_length=1)]
#: A value of exercise.toml as a query gets it; a TOML date comes as a day.
Given = StrictBool | StrictInt | StrictFloat | dt.date | StrictStr

_FOLDER = re.compile(r"[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*")
_SOLUTION = re.compile(r"solution(-[2-9])?\.cypher")
_SAYS = re.compile(r"\s*//\s*says:\s*(\S.*)")


class WrongAnswer(Thing):
    """A query that learners often come to first, and the word that helps when theirs gives the same rows."""

    name: Words
    says: Words
    query: Words


class Exercise(Thing):
    """One exercise. ``exercise_id`` is its folder's name, ``NN-slug``; ``number`` is the NN of it.

    ``point`` is what it teaches about practice and ``source`` where that comes from. ``parameters`` are given
    to every query beside ``$review_id``. With ``ordered`` the order of the rows counts too.
    """

    exercise_id: Words
    number: Annotated[int, Field(ge=1, le=99)]
    title: Words
    level: Literal[1, 2, 3, 4]
    family: Words
    task: Words
    point: Words
    source: Words
    hints: Annotated[tuple[Words, ...], Field(min_length=1)]
    parameters: Mapping[str, Given] = Field(default_factory=dict)
    ordered: StrictBool = False
    start: Words
    solutions: Annotated[tuple[Words, ...], Field(min_length=1)]
    wrong: tuple[WrongAnswer, ...] = ()


def read_exercise(folder: Path) -> Exercise:
    """The exercise in ``folder``, which holds:

    ``exercise.toml`` (title, level, family, task, point, source, hints; parameters and ordered if need be),
    ``start.cypher``, ``solution.cypher`` and further ones as ``solution-2.cypher``, and ``wrong/*.cypher``,
    each with ``// says: …`` as its first line. A result equal to that of any of the solutions is right.
    Raises ``TrainingFileError``.
    """
    if not _FOLDER.fullmatch(folder.name):
        raise TrainingFileError(folder, "an exercise's folder is named like 07-who-passed-what")
    _refuse_strays(folder)
    path = folder / "exercise.toml"
    values = table_of(path)
    for made in ("exercise_id", "number", "start", "solutions", "wrong"):
        if made in values:
            raise TrainingFileError(path, f"{made} is not written here; it comes from the folder")
    values["exercise_id"] = folder.name
    values["number"] = int(folder.name[:2])
    values["start"] = text_of(folder / "start.cypher")
    solutions = sorted(folder.glob("solution-*.cypher"))
    values["solutions"] = [text_of(folder / "solution.cypher"), *map(text_of, solutions)]
    values["wrong"] = [_wrong_answer(wrong) for wrong in sorted((folder / "wrong").glob("*.cypher"))]
    exercise = thing_of(Exercise, path, values)
    if "review_id" in exercise.parameters:
        raise TrainingFileError(path, "$review_id is always given; take it out of parameters")
    return exercise


def _wrong_answer(path: Path) -> WrongAnswer:
    text = text_of(path)
    first, _, query = text.partition("\n")
    says = _SAYS.fullmatch(first.rstrip())
    if not says or not query.strip():
        raise TrainingFileError(path, "its first line is // says: and what helps the learner; then the query")
    return WrongAnswer(name=path.stem, says=says[1], query=query)


def _refuse_strays(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        known = path.name in ("exercise.toml", "start.cypher", "wrong") or _SOLUTION.fullmatch(path.name)
        if not known and not path.name.startswith("."):
            raise TrainingFileError(path, "nothing reads this file; a further solution is solution-2.cypher")
