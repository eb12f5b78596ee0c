"""What the open review's folder says: from memory while its files are the same, and never older than they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrgraph.doubts import undo
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.web.open_folder import OpenFolder


@pytest.fixture
def folder(tmp_path: Path) -> OpenFolder:
    ReviewFolder.create(tmp_path / "review", "The invented family")
    return OpenFolder.open(tmp_path / "review")


def note(words: str) -> Decision:
    return Decision.now("note", "gp.csv, row 2", "comment", made_by="A Author", reason=words)


def reasons(folder: ReviewFolder) -> list[str]:
    return [one.reason for one in folder.decisions()[0]]


def test_decisions_of_this_and_of_another_program_are_there_at_once(folder: OpenFolder) -> None:
    assert reasons(folder) == []
    folder.decide(note("first"))
    assert reasons(folder) == ["first"]
    ReviewFolder(folder.path).decide(note("second"))
    assert reasons(folder) == ["first", "second"]


def test_what_was_undone_holds_no_longer_and_stays_among_those_made(folder: OpenFolder) -> None:
    folder.decide(note("first"))
    folder.decide(note("second"))
    undo(folder, folder.decisions()[0][0].decision_id, "A Author")
    assert reasons(folder) == ["second"]
    assert [one.holds for one in folder.decisions_made()] == [False, True, True]


def test_lines_changed_by_hand_count_and_faulty_ones_are_told(folder: OpenFolder) -> None:
    folder.decide(note("first"))
    text = folder.decisions_path.read_text(encoding="utf-8")
    assert reasons(folder) == ["first"]
    folder.decisions_path.write_text(text.replace("first", "put right"), encoding="utf-8")
    assert reasons(folder) == ["put right"]
    folder.decisions_path.write_text(text + "half a line\n", encoding="utf-8")
    assert [problem.place for problem in folder.decisions()[1]] == ["line 3"]
    folder.decisions_path.unlink()
    assert folder.decisions() == ((), ())


def test_nothing_is_read_again_while_the_file_is_the_same(folder: OpenFolder) -> None:
    folder.decide(note("first"))
    assert folder.decisions()[0] is folder.decisions()[0]


def test_settings_are_those_of_the_file_now(folder: OpenFolder) -> None:
    assert folder.settings().review.title == "The invented family"
    text = folder.settings_path.read_text(encoding="utf-8")
    folder.settings_path.write_text(text.replace("invented", "other"), encoding="utf-8")
    assert folder.settings().review.title == "The other family"
    folder.settings_path.write_text("[review", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ReviewError):
            folder.settings()
