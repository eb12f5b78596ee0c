"""A learner's progress: kept whole in a file of its own, and never lost by what comes after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scrgraph.training.course import Course, load_course
from scrgraph.training.errors import ProgressError
from scrgraph.training.progress import FILE, Progress, hint_of, read_progress, write_progress

COURSE = load_course()
FIRST, SECOND = COURSE.exercises[:2]


def test_nothing_is_done_where_there_is_no_file(tmp_path: Path) -> None:
    progress = read_progress(tmp_path / "mine")
    assert progress.next_of(COURSE) is FIRST
    assert progress.solved_of(COURSE) == 0
    assert not (tmp_path / "mine").exists()


def test_what_is_kept_is_what_is_read(tmp_path: Path) -> None:
    progress = Progress().tried(SECOND, "MATCH …", passed=False).hinted(SECOND).tried(FIRST, "RETURN 1", True)
    path = write_progress(progress, tmp_path / "mine")
    assert path == tmp_path / "mine" / FILE
    assert read_progress(tmp_path / "mine") == progress
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert list(kept["exercises"]) == [FIRST.exercise_id, SECOND.exercise_id]
    assert kept["exercises"][SECOND.exercise_id] == {
        "tries": 1,
        "hints": 1,
        "solved": False,
        "query": "MATCH …",
    }
    first = path.read_bytes()
    write_progress(read_progress(tmp_path / "mine"), tmp_path / "mine")
    assert path.read_bytes() == first
    assert [file.name for file in path.parent.iterdir()] == [FILE]


def test_what_was_solved_stays_solved() -> None:
    progress = Progress().tried(FIRST, "right", passed=True).tried(FIRST, "wrong", passed=False)
    assert progress.of(FIRST).solved
    assert progress.of(FIRST).tries == 2
    assert progress.next_of(COURSE) is SECOND


def test_all_solved_leaves_nothing_next() -> None:
    course = Course((FIRST,))
    assert Progress().tried(FIRST, "right", passed=True).next_of(course) is None


def test_hints_come_one_by_one_and_the_last_again() -> None:
    progress = Progress()
    assert hint_of(FIRST, progress) == ""
    given = []
    for _ in range(len(FIRST.hints) + 1):
        progress = progress.hinted(FIRST)
        given.append(hint_of(FIRST, progress))
    assert given == [*FIRST.hints, FIRST.hints[-1]]
    assert progress.of(FIRST).tries == 0


def test_the_solution_after_two_tries_or_ones_own() -> None:
    once = Progress().tried(FIRST, "wrong", passed=False)
    assert not once.solution_may_be_seen(FIRST)
    assert once.tried(FIRST, "wrong", passed=False).solution_may_be_seen(FIRST)
    assert once.tried(SECOND, "wrong", passed=False).solution_may_be_seen(FIRST) is False
    assert Progress().tried(FIRST, "right", passed=True).solution_may_be_seen(FIRST)


@pytest.mark.parametrize("text", ["", "{", '{"version": 2}', '{"exercises": {"a": {"tries": -1}}}', "[]"])
def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ProgressError, match="Move the file away to begin anew"):
        read_progress(tmp_path)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("a file", encoding="utf-8")
    with pytest.raises(ProgressError, match="Name another folder with --progress"):
        write_progress(Progress(), tmp_path / "mine")
