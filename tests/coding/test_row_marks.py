"""Key episodes and notes are found again in the rows of today, in the order in which they were written."""

from __future__ import annotations

from test_decided import CALL, NOTE, ROWS, entry

from scrgraph.coding.decided import subject_of
from scrgraph.coding.row_marks import DecisionsByRow, RowMarks, row_marks
from scrgraph.review.decisions import Decision


def decided(kind: str, subject: str, value: str, reason: str = "") -> Decision:
    return Decision.now(kind, subject, value, made_by="J Hale", reason=reason)


def test_notes_add_up_and_of_two_answers_the_later_holds() -> None:
    made = [
        decided("note", subject_of(CALL), "comment", "Ask police"),
        decided("key-episode", subject_of(CALL), "no"),
        decided("note", subject_of(CALL), "comment", "They sent it"),
        decided("key-episode", subject_of(CALL), "yes"),
        decided("key-episode", subject_of(NOTE), "yes"),
        decided("key-episode", subject_of(NOTE), "no"),
    ]
    assert row_marks(made, ROWS) == {CALL.entry_id: RowMarks(True, ("Ask police", "They sent it"))}


def test_a_mark_follows_its_row_when_a_corrected_file_has_moved_it() -> None:
    moved = entry("police.csv", 7, "Rang about Rowan")
    now = [entry("police.csv", 3, "Another row"), moved]
    assert row_marks([decided("key-episode", subject_of(CALL), "yes")], now) == {
        moved.entry_id: RowMarks(True)
    }


def test_a_row_that_is_gone_has_no_marks_and_decisions_about_other_things_are_none() -> None:
    gone = entry("gp.csv", 9, "Never seen again")
    assert row_marks([decided("note", subject_of(gone), "comment", "?")], ROWS) == {}
    made = [decided("row", subject_of(CALL), "contact"), decided("finding", "f-1", "accept")]
    assert list(DecisionsByRow(ROWS).of(made)) == [CALL.entry_id]
    assert row_marks(made, ROWS) == {}
