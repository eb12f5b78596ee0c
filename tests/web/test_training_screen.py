"""A newcomer's path in Chromium, and the training room over the socket: what is checked, kept and refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import serious_faults
from playwright.sync_api import Page, expect
from web_client import Client

from scrgraph.training.course import load_course
from scrgraph.training.progress import read_progress

COURSE = load_course()


@pytest.fixture
def room(starts: Callable[[Path | None], Client], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A workbench without a review, in a folder where nobody has begun."""
    monkeypatch.chdir(tmp_path)
    return starts(None)


@pytest.mark.browser
def test_a_newcomer_solves_three_fails_one_takes_a_hint_and_solves_it(
    room: Client, window: Callable[[Client], Page], tmp_path: Path
) -> None:
    page = window(room)
    page.get_by_role("link", name="The training room").click()
    expect(page.get_by_text("0 of 29 exercises solved.")).to_be_visible()
    assert serious_faults(page) == []
    page.get_by_role("link", name="Begin: 1.").click()

    for exercise in COURSE.exercises[:3]:
        expect(page.get_by_role("heading", level=1)).to_contain_text(exercise.title)
        page.get_by_label("Your query in Cypher").fill(exercise.solutions[0])
        page.get_by_role("button", name="Check").click()
        expect(page.locator("#verdict")).to_contain_text("That is the answer")
        expect(page.locator("#solved")).to_be_visible()
        page.get_by_role("link", name="Next:").click()

    fourth = COURSE.exercises[3]
    box = page.get_by_label("Your query in Cypher")
    expect(page.get_by_role("button", name="Solution")).to_be_disabled()
    box.fill(fourth.wrong[0].query)
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#verdict")).to_contain_text(fourth.wrong[0].says)
    expect(page.locator("#table tbody tr").first).to_be_visible()
    page.get_by_role("button", name="Hint").click()
    expect(page.locator("#hints li")).to_have_text([fourth.hints[0]])
    assert serious_faults(page) == []
    page.reload()
    expect(page.get_by_label("Your query in Cypher")).to_have_value(fourth.wrong[0].query)
    expect(page.locator("#hints li")).to_have_text([fourth.hints[0]])
    box.fill(fourth.solutions[0])
    page.keyboard.press("Control+Enter")
    expect(page.locator("#verdict")).to_contain_text("That is the answer")

    page.get_by_role("link", name="All exercises").click()
    expect(page.get_by_text("4 of 29 exercises solved.")).to_be_visible()
    kept = read_progress(tmp_path / "scrgraph-training")
    assert (kept.solved_of(COURSE), kept.of(fourth).tries, kept.of(fourth).hints) == (4, 2, 1)


@pytest.mark.browser
def test_an_exercise_fits_at_two_hundred_per_cent(room: Client, window: Callable[..., Page]) -> None:
    page = window(room, 683, 384)
    page.goto(f"{room.bench.address}/training/{COURSE.exercises[7].exercise_id}")
    page.get_by_role("button", name="Check").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 683


def test_the_solution_waits_for_two_tries(room: Client) -> None:
    exercise = COURSE.exercises[0]
    assert room.act("/training/solution", exercise=exercise.exercise_id).status == 409

    for _ in range(2):
        answer = room.act(
            "/training/check", exercise=exercise.exercise_id, query="MATCH (p:Person) RETURN p.sex AS sex"
        )
        assert (answer.status, answer.json["passed"]) == (200, False)

    assert answer.json["may_see_solution"]
    told = room.act("/training/solution", exercise=exercise.exercise_id).json
    assert tuple(told["solutions"]) == exercise.solutions


def test_a_learner_cannot_write_or_read_a_file(room: Client) -> None:
    exercise = COURSE.exercises[0].exercise_id
    for query in ("MATCH (n) DETACH DELETE n", "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"):
        assert room.act("/training/run", exercise=exercise, query=query).status == 409
        checked = room.act("/training/check", exercise=exercise, query=query).json
        assert not checked["passed"] and checked["answer"] is None
    assert (
        room.act("/training/run", exercise=exercise, query="MATCH (n:Person) RETURN count(n) AS n").json[
            "rows"
        ][0][0]
        > 0
    )


def test_an_exercise_that_is_not_there_is_said_plainly(room: Client) -> None:
    assert room.act("/training/check", exercise="99-none", query="RETURN 1").status == 409
    assert "no exercise" in room.words("/training/99-none")
