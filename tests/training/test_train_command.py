"""``scrgraph train`` in single commands, as a script or a trainer uses it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from command_line import Command, plainly_refused
from typer.main import get_command

from scrgraph.train_command import train
from scrgraph.training.course import load_course
from scrgraph.training.family import load_families

COURSE = load_course()
AGENCIES = COURSE.get("02-which-agencies")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_form_has_help(scrgraph: Command) -> None:
    command = get_command(train)
    assert list(command.commands) == ["list", "show", "check", "hint", "guides", "copy", "load"]  # type: ignore[attr-defined]
    for name, form in command.commands.items():  # type: ignore[attr-defined]
        said = scrgraph("train", name, "--help")
        assert (said.status, said.err) == (0, "")
        assert " ".join(form.help.split()).rstrip(".") in said.words
        for parameter in form.params:
            if parameter.name != "help":
                assert parameter.help
                assert " ".join(parameter.help.split()) in said.words


def test_list_names_every_family_and_exercise(scrgraph: Command, here: Path) -> None:
    said = scrgraph("train", "list")
    assert (said.status, said.err) == (0, "")
    for family in load_families():
        assert family.title in said.words
        assert family.content_warning in said.words
    assert all(exercise.title in said.words for exercise in COURSE)
    assert f"0 of {len(COURSE)} solved." in said.words
    assert list(here.iterdir()) == []


def test_show_gives_the_task_and_where_to_start(scrgraph: Command) -> None:
    said = scrgraph("train", "show", "2")
    assert " ".join(AGENCIES.task.split()) in said.words
    assert " ".join(AGENCIES.start.split()) in said.words
    assert AGENCIES.solutions[0].strip() not in said.out


@pytest.mark.parametrize("number", [exercise.number for exercise in COURSE])
def test_every_task_can_be_shown(scrgraph: Command, number: int) -> None:
    said = scrgraph("train", "show", number)
    assert (said.status, said.err) == (0, "")
    assert COURSE.get(number).title in said.words


def test_check_a_file_and_the_input(scrgraph: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = next(wrong for wrong in AGENCIES.wrong if wrong.name == "every-sender")
    (here / "mine.cypher").write_text(wrong.query, encoding="utf-8-sig")
    said = scrgraph("train", "check", "02", "mine.cypher")
    assert said.status == 1
    assert "Not yet." in said.words
    assert wrong.says in said.words
    assert AGENCIES.point not in said.words
    monkeypatch.setattr(sys, "stdin", io.StringIO(AGENCIES.solutions[0]))
    said = scrgraph("train", "check", "02", "-")
    assert said.status == 0
    assert "Solved." in said.words
    assert f"{AGENCIES.point} ({AGENCIES.source})" in said.words
    kept = json.loads((here / "scrgraph-training" / "progress.json").read_text(encoding="utf-8"))
    assert kept["exercises"]["02-which-agencies"]["tries"] == 2
    assert f"1 of {len(COURSE)} solved." in scrgraph("train", "list").words


def test_a_query_that_cannot_be_run_is_told_in_the_stores_words(scrgraph: Command, here: Path) -> None:
    (here / "mine.cypher").write_text("MATCH (n) DETACH DELETE n", encoding="utf-8")
    said = scrgraph("train", "check", "2", "mine.cypher")
    assert said.status == 1
    assert "only reads the graph" in said.words


@pytest.mark.parametrize("place", ["before", "after"])
def test_progress_is_kept_where_the_learner_says(scrgraph: Command, here: Path, place: str) -> None:
    where = ("--progress", here / "learner 1")
    words = (*where, "hint", "2") if place == "before" else ("hint", "2", *where)
    for hint in (*AGENCIES.hints, AGENCIES.hints[-1]):
        assert hint in scrgraph("train", *words).words
    assert [path.name for path in here.iterdir()] == ["learner 1"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "A session needs a terminal"),
        (("show", "99"), "There is no exercise '99'. List them with: scrgraph train list"),
        (("check", "99", "mine.cypher"), "There is no exercise '99'."),
        (("check", "2", "none.cypher"), "Check its name and place"),
        (("check", "2", "odd.cypher"), "is not UTF-8 text"),
        (("hint", "2", "--progress", "damaged"), "Move the file away"),
    ],
)
def test_what_cannot_be_used_is_one_plain_message(
    scrgraph: Command,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    told: str,
) -> None:
    (here / "odd.cypher").write_bytes(b"\xff\xfe\x00")
    (here / "damaged").mkdir()
    (here / "damaged" / "progress.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    said = scrgraph("train", *arguments)
    assert plainly_refused(said), said
    assert told in said.words
