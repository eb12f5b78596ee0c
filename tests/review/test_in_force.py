"""Which decisions hold once some have been taken back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.doubts import keep, undo
from scrgraph.review.decisions import UNDO, Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.in_force import as_made, in_force

DAY = dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC)


def decided(value: str, subject: str = "police.csv, row 3", kind: str = "row") -> Decision:
    return Decision(made_at=DAY, made_by="A Author", kind=kind, subject=subject, value=value)


def took_back(decision: Decision) -> Decision:
    return decided("yes", decision.decision_id, UNDO)


def test_what_was_taken_back_no_longer_holds() -> None:
    one, other = decided("referral"), decided("contact", "police.csv, row 4")

    assert in_force([one, other, took_back(one)]) == (other,)


def test_taking_back_can_be_taken_back() -> None:
    one = decided("referral")
    back = took_back(one)

    assert in_force([one, back, took_back(back)]) == (one,)


def test_the_same_decision_made_again_holds() -> None:
    one = decided("referral")

    assert in_force([one, took_back(one), one]) == (one,)


def test_of_two_alike_the_last_is_taken_back() -> None:
    one = decided("referral")
    made = as_made([one, one, took_back(one)])

    assert [item.holds for item in made] == [True, False, True]


def test_taking_back_what_was_never_decided_changes_nothing() -> None:
    one = decided("referral")

    assert in_force([took_back(one), one]) == (one,)


def test_an_earlier_answer_holds_again(tmp_path: Path) -> None:
    folder = ReviewFolder.create(tmp_path / "review")
    keep(folder, [Decision.now("row", "gp.csv, row 2", "referral", made_by="A")])
    later = Decision.now("row", "gp.csv, row 2", "contact", made_by="A")
    keep(folder, [later])

    undo(folder, later.decision_id, "B")

    assert [one.value for one in folder.decisions()[0]] == ["referral"]
    assert [one.holds for one in folder.decisions_made()] == [True, False, True]
    assert len(folder.decisions_path.read_text(encoding="utf-8").splitlines()) == 4


def test_a_heading_explained_is_forgotten_and_remembered_again(tmp_path: Path) -> None:
    folder = ReviewFolder.create(tmp_path / "review")
    made = Decision.now("heading", "Wozu", "comment", made_by="A")
    keep(folder, [made])
    assert folder.settings().headings == {"Wozu": "comment"}

    undo(folder, made.decision_id, "A")
    assert folder.settings().headings == {}

    undo(folder, folder.decisions_made()[-1].decision.decision_id, "A")
    assert folder.settings().headings == {"Wozu": "comment"}


def test_whose_a_file_is_goes_back_to_what_was_said_before(tmp_path: Path) -> None:
    folder = ReviewFolder.create(tmp_path / "review")
    source = tmp_path / "log.csv"
    source.write_text("Date,What happened\n1/2/2018,Visit\n", encoding="utf-8")
    folder.add([source])
    for agency in ("Hill School", "Dale School"):
        keep(folder, [Decision.now("file", "log.csv", agency, made_by="A")])

    undo(folder, folder.decisions_made()[-1].decision.decision_id, "A")
    assert folder.settings().sources[0].agency == "Hill School"

    undo(folder, folder.decisions_made()[0].decision.decision_id, "A")
    assert folder.settings().sources[0].agency == ""


def test_what_does_not_hold_cannot_be_taken_back(tmp_path: Path) -> None:
    folder = ReviewFolder.create(tmp_path / "review")

    with pytest.raises(ReviewError, match="not in force"):
        undo(folder, "d-000000000000", "A")
