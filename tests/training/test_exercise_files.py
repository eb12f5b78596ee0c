"""The files of an exercise and of a family: read into what they stand for, or refused with what to change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.training.course import load_course
from scrgraph.training.errors import TrainingError, TrainingFileError, UnknownExercise
from scrgraph.training.exercise import read_exercise
from scrgraph.training.family import family_of, load_families

EXERCISE = """\
title = "Who passed what"
level = 2
family = "first-relay"
task = "Who passed what after $day?"
point = "Records tell of passing."
source = "Ofsted 2010, para 90"
hints = ["Look at PASSED", "Then at the day"]
parameters = { day = 2018-05-01, most = 3 }
"""
FAMILY = """\
title = "Ash"
difficulty = 2
summary = "A family."
content_warning = "Nothing is described in detail."
[for_whom]
newcomers = "A first session."
"""


def an_exercise(folder: Path, name: str = "07-who-passed-what", **files: str) -> Path:
    """An exercise's folder with the files it needs; ``files`` replace them, by their names with _ for . and /."""
    texts = {
        "exercise.toml": EXERCISE,
        "start.cypher": "MATCH (b:Baton) RETURN b.kind AS kind\n",
        "solution.cypher": "MATCH (a:Agency)-[:PASSED]->(b:Baton) RETURN b.what AS what\n",
        "wrong/people.cypher": "// says: These are people.\nMATCH (p:Person) RETURN p.kind AS kind\n",
    } | {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    for file, text in texts.items():
        path = folder / "exercises" / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "exercises" / name


def test_an_exercise_is_what_its_folder_holds(tmp_path: Path) -> None:
    exercise = read_exercise(an_exercise(tmp_path))
    assert (exercise.exercise_id, exercise.number, exercise.level) == ("07-who-passed-what", 7, 2)
    assert exercise.parameters == {"day": dt.date(2018, 5, 1), "most": 3}
    assert exercise.hints == ("Look at PASSED", "Then at the day")
    assert not exercise.ordered
    assert len(exercise.solutions) == 1
    (wrong,) = exercise.wrong
    assert (wrong.name, wrong.says) == ("people", "These are people.")
    assert wrong.query.startswith("MATCH (p:Person)")


def test_further_solutions_follow_the_first(tmp_path: Path) -> None:
    folder = an_exercise(tmp_path)
    (folder / "solution-2.cypher").write_text("RETURN 2 AS n", encoding="utf-8")
    (folder / "solution-3.cypher").write_text("RETURN 3 AS n", encoding="utf-8")
    assert read_exercise(folder).solutions[1:] == ("RETURN 2 AS n", "RETURN 3 AS n")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"exercise_toml": EXERCISE + "marks = 10\n"}, "exercise.toml: marks: Extra inputs"),
        (
            {"exercise_toml": EXERCISE.replace("level = 2", "level = 5")},
            "exercise.toml: level: Input should be",
        ),
        (
            {"exercise_toml": EXERCISE.replace('source = "Ofsted 2010, para 90"\n', "")},
            "source: Field required",
        ),
        (
            {"exercise_toml": EXERCISE.replace("hints = [", "hints = [] # [")},
            "hints: Tuple should have at least",
        ),
        ({"exercise_toml": EXERCISE + "number = 3\n"}, "number is not written here"),
        ({"exercise_toml": "title = \n"}, "exercise.toml: the file is not TOML"),
        (
            {"exercise_toml": EXERCISE.replace("day =", "review_id = 'x', day =")},
            "$review_id is always given",
        ),
        ({"start_cypher": " \n"}, "start.cypher: the file is empty"),
        ({"wrong__people_cypher": "MATCH (p:Person) RETURN p.kind AS kind"}, "its first line is // says:"),
        ({"wrong__people_cypher": "// says: These are people.\n"}, "its first line is // says:"),
        ({"notes_txt": "mine"}, "notes.txt: nothing reads this file"),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, files: dict[str, str], told: str) -> None:
    folder = an_exercise(tmp_path, **files)
    with pytest.raises(TrainingFileError) as raised:
        read_exercise(folder)
    assert told in str(raised.value)
    assert str(folder) in str(raised.value)


def test_a_missing_file_and_a_name_without_a_number(tmp_path: Path) -> None:
    folder = an_exercise(tmp_path)
    (folder / "solution.cypher").unlink()
    with pytest.raises(TrainingFileError, match=r"solution\.cypher: the file is missing"):
        read_exercise(folder)
    with pytest.raises(TrainingFileError, match="is named like 07-who-passed-what"):
        read_exercise(an_exercise(tmp_path, "who-passed-what"))


def test_a_course_is_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    for name in ("10-last", "02-first", "07-middle"):
        an_exercise(tmp_path, name)
    course = load_course(tmp_path)
    assert [exercise.number for exercise in course] == [2, 7, 10]
    assert course.get("7") is course.get("07") is course.get(7) is course.get("07-middle")
    middle = course.after(course.get(2))
    assert middle is course.get(7)
    assert course.after(course.get(10)) is None
    with pytest.raises(UnknownExercise, match="no exercise '8'"):
        course.get(8)


def test_a_number_is_given_once(tmp_path: Path) -> None:
    an_exercise(tmp_path, "02-first")
    an_exercise(tmp_path, "02-second")
    with pytest.raises(TrainingFileError, match="02-first has the number 2 already"):
        load_course(tmp_path)


def test_no_exercises_at_all(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="There are no exercises"):
        load_course(tmp_path)


def test_families_come_with_the_easiest_first(tmp_path: Path) -> None:
    for slug, text in (("ash", FAMILY), ("birch", FAMILY.replace("= 2", "= 1"))):
        (tmp_path / slug).mkdir()
        (tmp_path / slug / "family.toml").write_text(text, encoding="utf-8")
    families = load_families(tmp_path)
    assert [family.slug for family in families] == ["birch", "ash"]
    assert family_of("ash", families).folder == tmp_path / "ash"
    with pytest.raises(UnknownExercise, match="There are: birch, ash"):
        family_of("oak", families)


@pytest.mark.parametrize("change", [("= 2", "= 4"), ("summary", "sumary")])
def test_a_fault_in_a_family(tmp_path: Path, change: tuple[str, str]) -> None:
    (tmp_path / "ash").mkdir()
    (tmp_path / "ash" / "family.toml").write_text(FAMILY.replace(*change), encoding="utf-8")
    with pytest.raises(TrainingFileError, match=r"family\.toml"):
        load_families(tmp_path)
