"""What the author decided is found again in the rows of today, also when a corrected file has moved them."""

from __future__ import annotations

import datetime as dt

import pytest

from scrgraph.coding.decided import Decided, decided_of, pair_subject, subject_of
from scrgraph.coding.decided_row import DecidedRow
from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import EventKind
from scrgraph.review.decisions import Decision
from scrgraph.temporal.read_date import read_date


def entry(file: str, row: int, said: str, *, date: str = "1 May 2018", sheet: str = "") -> Entry:
    place = f"sheet {sheet}, row {row}" if sheet else f"row {row}"
    return Entry(
        entry_id=f"{file}#{sheet}{row}", chronology_id=file, file=file, place=place, row=row,
        date=read_date(date), event_text="referral", text=said,
    )  # fmt: skip


def decision(
    kind: str, subject: str, value: str, *, by: str = "J Hale", minute: int = 0, reason: str = ""
) -> Decision:
    made_at = dt.datetime(2019, 3, 1, 9, minute, tzinfo=dt.UTC)
    return Decision(made_at=made_at, made_by=by, kind=kind, subject=subject, value=value, reason=reason)


CALL = entry("police.csv", 3, "Rang about Rowan")
NOTE = entry("csc.xlsx", 4, "Call from police", sheet="Log")
ROWS = [CALL, NOTE, entry("csc.xlsx", 5, "Letter from school", sheet="Log")]
PAIR = ("csc.xlsx#Log4", "police.csv#3")


def test_the_kind_of_a_row() -> None:
    decided = decided_of([decision("row", "police.csv, row 3", "notification")], ROWS)
    assert decided == Decided(rows={"police.csv#3": DecidedRow(kind=EventKind.NOTIFICATION)})


@pytest.mark.parametrize(
    "subject",
    [
        "police.csv, row 3 = csc.xlsx, sheet Log, row 4",
        "csc.xlsx, sheet Log, row 4 = police.csv, row 3",
        "Police.csv, row  3 = CSC.xlsx, sheet log, row 4",
    ],
)
def test_two_rows_in_either_order(subject: str) -> None:
    assert decided_of([decision("baton", subject, "same")], ROWS).same == {PAIR: "J Hale"}
    assert decided_of([decision("baton", subject, "not same")], ROWS).not_same == {PAIR: "J Hale"}


def test_what_is_written_for_an_author_is_found_again() -> None:
    subject = pair_subject(CALL, NOTE)
    assert subject.startswith("police.csv, row 3 [")
    assert decided_of([decision("baton", subject, "same")], ROWS).same == {PAIR: "J Hale"}


def test_the_later_decision_wins_whatever_their_order_in_the_file() -> None:
    subject, back = pair_subject(CALL, NOTE), pair_subject(NOTE, CALL)
    later = decision("baton", back, "not same", by="P Ames", minute=5)
    earlier = decision("baton", subject, "same")
    for lines in ([earlier, later], [later, earlier]):
        decided = decided_of(lines, ROWS)
        assert (decided.same, decided.not_same) == ({}, {PAIR: "P Ames"})


def test_a_row_that_moved_is_found_by_what_it_says() -> None:
    """Two rows were put in above it; the place it had now holds another row."""
    told = decision("row", subject_of(CALL), "notification")
    corrected = [
        entry("police.csv", 3, "Call out to the address"),
        entry("police.csv", 5, "Rang about Rowan"),
    ]
    decided = decided_of([told], corrected)
    assert decided.rows == {"police.csv#5": DecidedRow(kind=EventKind.NOTIFICATION)}
    assert decided.unused == ()


def test_without_a_fingerprint_the_place_alone_counts() -> None:
    corrected = [
        entry("police.csv", 3, "Call out to the address"),
        entry("police.csv", 5, "Rang about Rowan"),
    ]
    decided = decided_of([decision("row", "police.csv, row 3", "incident")], corrected)
    assert decided.rows == {"police.csv#3": DecidedRow(kind=EventKind.INCIDENT)}


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([entry("police.csv", 3, "Rang about Finn")], "no row of the file says what that row said"),
        (
            [entry("police.csv", row, "Rang about Rowan") for row in (5, 6)],
            "2 rows of the file say what that row said",
        ),
        ([entry("police 2.csv", 3, "Rang about Rowan")], "no file in hand is that of “police.csv, row 3”"),
        ([entry("police.csv", 3, "Rang about Rowan", date="2 May 2018")], "no row of the file says"),
    ],
)
def test_a_row_that_cannot_be_found_again_is_said_and_not_guessed(rows: list[Entry], why: str) -> None:
    decided = decided_of([decision("row", subject_of(CALL), "notification")], rows)
    assert decided.rows == {}
    (said,) = decided.unused
    assert why in said
    assert "by J Hale" in said
    assert "decide again" in said


def test_a_note_and_a_key_episode_whose_row_is_gone_are_said_and_what_was_taken_back_is_not() -> None:
    gone = subject_of(entry("police.csv", 8, "Rang about the dog"))
    made = [
        decision("note", gone, "comment", reason="Ask the station"),
        decision("key-episode", gone, "yes", minute=1),
        decision("key-episode", subject_of(CALL), "yes", minute=2),
        decision("key-episode", gone.replace("row 8", "row 9"), "yes", minute=3),
        decision("key-episode", gone.replace("row 8", "row 9"), "no", minute=4),
    ]
    said = decided_of(made, ROWS).unused
    assert len(said) == 2
    assert "note “police.csv, row 8" in said[0]
    assert "Ask the station" in said[0]
    assert "key-episode “police.csv, row 8" in said[1]


def test_one_of_two_rows_that_say_the_same_is_found_where_it_stands() -> None:
    twice = [entry("police.csv", row, "Rang about Rowan") for row in (3, 4)]
    assert decided_of([decision("row", subject_of(twice[1]), "incident")], twice).rows == {
        "police.csv#4": DecidedRow(kind=EventKind.INCIDENT)
    }


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        ("police.csv, row 9", "there is no row at “police.csv, row 9”"),
        ("police.csv, row 3", "it names one row. Give two"),
        ("police.csv, row 3 = police.csv, row 3", "it names the same row twice"),
        ("police.csv, row 3 = csc.xlsx, row 4", "there is no row at “csc.xlsx, row 4”"),
    ],
)
def test_a_subject_that_cannot_be_meant(subject: str, why: str) -> None:
    kind, value = ("row", "incident") if subject.endswith("row 9") else ("baton", "same")
    decided = decided_of([decision(kind, subject, value)], ROWS)
    assert (decided.rows, decided.same) == ({}, {})
    assert why in decided.unused[0]


def test_a_file_with_a_comma_and_a_sign_of_equality_in_its_name() -> None:
    odd = entry("police, a = b.csv", 3, "Rang")
    assert decided_of([decision("baton", pair_subject(odd, NOTE), "same")], [odd, NOTE]).same == {
        ("csc.xlsx#Log4", "police, a = b.csv#3"): "J Hale"
    }


def test_decisions_about_findings_are_no_concern_of_the_rows() -> None:
    assert decided_of([decision("finding", "f-1", "accept")], ROWS) == Decided()
