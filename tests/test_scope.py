"""The scope of a review put right as a decision, in review.toml's own lines, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Command

from scrgraph.doubts import keep, undo
from scrgraph.model.vocabulary import Reader
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.scope import scope_change, scope_now


@pytest.fixture
def folder(tmp_path: Path) -> ReviewFolder:
    made = ReviewFolder.create(tmp_path / "review", "The K family")
    text = made.settings_path.read_text(encoding="utf-8")
    made.settings_path.write_text(text.replace("[review]", "# my own words\n[review]", 1), encoding="utf-8")
    return made


def put_right(folder: ReviewFolder, field: str, now: str, was: str | None = None) -> Decision:
    before = scope_now(folder)[field] if was is None else was
    decision = Decision.now(*scope_change(folder, field, before, now), made_by="A")
    keep(folder, [decision])
    return decision


@pytest.mark.parametrize(
    ("field", "now"),
    [
        ("title", 'Child “Q”, and "others"'),
        ("incident_date", "2019-03-14"),
        ("index_children", "Rowan; Finn"),
        ("nation", "Wales"),
        ("area", "Northmere"),
        ("reader", "encoder"),
        ("detailed", "2017-01-01 to 2019-03-14"),
        ("summary", "2017-01-01 to"),
        ("summary", "to 2017-01-01"),
    ],
)
def test_what_is_put_right_stands_in_the_file_and_is_taken_back(
    folder: ReviewFolder, field: str, now: str
) -> None:
    before = folder.settings()
    was = scope_now(folder)[field]

    decision = put_right(folder, field, now)
    stands = scope_now(folder)[field].strip()
    words = folder.settings_path.read_text(encoding="utf-8")
    undo(folder, decision.decision_id, "B")

    assert stands == now
    assert "# my own words" in words
    assert scope_now(folder)[field] == was
    assert folder.settings() == before


def test_the_undoing_is_undone(folder: ReviewFolder) -> None:
    decision = put_right(folder, "incident_date", "2019-03-14")
    undo(folder, decision.decision_id, "A")
    undo(folder, folder.decisions_made()[-1].decision.decision_id, "A")

    assert scope_now(folder)["incident_date"] == "2019-03-14"


def test_what_was_changed_since_is_not_taken_back_over_it(folder: ReviewFolder) -> None:
    first = put_right(folder, "area", "Northmere")
    put_right(folder, "area", "Southmere")

    with pytest.raises(ReviewError, match="Undo what was changed after it first"):
        undo(folder, first.decision_id, "A")
    assert scope_now(folder)["area"] == "Southmere"


def test_two_windows_do_not_write_over_each_other(folder: ReviewFolder) -> None:
    put_right(folder, "area", "Northmere")

    with pytest.raises(ReviewError, match="meanwhile"):
        put_right(folder, "area", "Southmere", was="")


@pytest.mark.parametrize(
    ("field", "now"),
    [
        ("incident_date", "14 March"),
        ("nation", "Narnia"),
        ("title", "a → b"),
        ("detailed", "2019-01-01 to 2018-01-01"),
        ("secret", "x"),
        ("area", ""),
    ],
)
def test_what_cannot_stand_there_is_refused_and_nothing_changes(
    folder: ReviewFolder, field: str, now: str
) -> None:
    before = folder.settings_path.read_text(encoding="utf-8")

    with pytest.raises(ReviewError):
        put_right(folder, field, now, was="" if field == "secret" else None)

    assert folder.settings_path.read_text(encoding="utf-8") == before


def test_the_encoder_is_chosen_only_where_it_can_run(
    folder: ReviewFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ReviewError, match="words, encoder"):
        put_right(folder, "reader", "magic")
    monkeypatch.setattr("scrgraph.scope.reader_of_new_reviews", lambda: Reader.WORDS)
    before = folder.settings_path.read_bytes()
    with pytest.raises(ReviewError, match="pip install"):
        put_right(folder, "reader", "encoder")

    assert folder.settings_path.read_bytes() == before


@pytest.mark.parametrize("asked", [(), ("--reader", "words"), ("--reader", "encoder")])
def test_a_new_review_says_what_reads_it(scrgraph: Command, tmp_path: Path, asked: tuple[str, ...]) -> None:
    scrgraph("new", str(tmp_path / "new"), *asked)

    wanted = asked[1] if asked else "encoder"
    assert ReviewFolder.open(tmp_path / "new").settings().review.reader == wanted
