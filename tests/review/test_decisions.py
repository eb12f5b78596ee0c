"""decisions.csv: lines are added, never rewritten, and none is dropped in silence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.review.decisions import HEADER, Decision, append_decision, read_decisions
from scrgraph.review.errors import ReviewError

AT = dt.datetime(2019, 5, 2, 10, 30, tzinfo=dt.UTC)


def accept(subject: str = "f-1", reason: str = "") -> Decision:
    return Decision(
        made_at=AT, made_by="R. Author", kind="finding", subject=subject, value="accept", reason=reason
    )


def test_a_decision_is_one_line_that_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    first = accept(reason='Seen in the GP\'s letter, "p. 3"')
    second = accept(subject="f-2", reason="two\nlines; and a \\n that is not one\n=SUM(A1)")
    append_decision(path, first)
    append_decision(path, second)
    text = path.read_bytes().decode("utf-8")
    assert text.startswith(HEADER)
    assert text.count("\n") == 3
    assert "2019-05-02T10:30:00Z" in text
    assert read_decisions(path) == ((first, second), ())


def test_a_decision_keeps_the_moment_in_utc_and_has_an_id_of_its_own() -> None:
    summer = dt.timezone(dt.timedelta(hours=1))
    decision = accept().model_copy()
    same = Decision(
        made_at=dt.datetime(2019, 5, 2, 11, 30, tzinfo=summer),
        made_by="R. Author",
        kind="finding",
        subject="f-1",
        value="accept",
    )
    assert same.made_at == decision.made_at
    assert decision.decision_id.startswith("d-")
    assert accept().decision_id == decision.decision_id != accept("f-2").decision_id


def test_values_that_a_spreadsheet_would_reckon_with_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    decision = accept(subject="=f", reason="-1")
    append_decision(path, decision)
    assert ",'=f,accept,'-1\n" in path.read_text(encoding="utf-8")
    assert read_decisions(path)[0] == (decision,)


def test_a_line_broken_off_by_a_crash_stays_and_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    append_decision(path, accept())
    torn = path.read_bytes() + 'd-9,2019-05-02T10:30:00Z,"R. Auth€'.encode()[:-1]
    path.write_bytes(torn)
    append_decision(path, accept("f-2"))
    assert path.read_bytes().startswith(torn + b"\n")
    decisions, problems = read_decisions(path)
    assert [decision.subject for decision in decisions] == ["f-1", "f-2"]
    assert [problem.place for problem in problems] == ["line 3"]
    assert "It was left as it is; put it right by hand." in problems[0].message


def test_a_whole_last_line_without_a_line_end_is_used(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    append_decision(path, accept())
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append_decision(path, accept("f-2"))
    decisions, problems = read_decisions(path)
    assert (len(decisions), problems) == (2, ())


def test_what_was_there_is_never_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    before = b"\xef\xbb\xbf" + HEADER.replace("\n", "\r\n").encode() + b"<<<<<<< ours\r\n"
    path.write_bytes(before)
    append_decision(path, accept())
    assert path.read_bytes().startswith(before)
    decisions, problems = read_decisions(path)
    assert len(decisions) == 1
    assert [problem.place for problem in problems] == ["line 2"]


def test_a_file_with_other_columns_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(b"who,what\nme,this\n")
    with pytest.raises(ReviewError, match="Make its first line: decision_id,made_at"):
        append_decision(path, accept())
    assert path.read_bytes() == b"who,what\nme,this\n"
    assert [problem.place for problem in read_decisions(path)[1]] == ["line 1", "line 1", "line 2"]


def test_a_file_that_is_not_there_or_empty_has_no_decisions(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    assert read_decisions(path) == ((), ())
    path.write_bytes(b"")
    assert read_decisions(path) == ((), ())
    append_decision(path, accept())
    assert read_decisions(path)[0] == (accept(),)


@pytest.mark.parametrize(
    ("kind", "value", "reason", "expected"),
    [
        (
            "finding",
            "reject",
            "",
            "'reject' is not a decision about a finding; use accept, set aside, comment",
        ),
        ("finding", "set aside", "", "'set aside' needs a reason"),
        ("finding", "comment", " ", "'comment' needs a reason"),
        ("baton", "maybe", "", "use same, not same"),
        ("row", "refferal", "", "is not a decision about a row"),
        ("Row Kind", "x", "", "the kind 'Row Kind' is not a word"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(kind: str, value: str, reason: str, expected: str) -> None:
    with pytest.raises(ReviewError, match="The decision was not kept") as caught:
        Decision.now(kind, "f-1", value, made_by="R. Author", reason=reason)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("finding", "accept"), ("baton", "not same"), ("row", "referral"), ("who-is-who", "two people")],
)
def test_a_decision_made_now_is_kept_to_the_second(tmp_path: Path, kind: str, value: str) -> None:
    decision = Decision.now(kind, "police.csv, row 4", value, made_by="R. Author")
    append_decision(tmp_path / "decisions.csv", decision)
    assert read_decisions(tmp_path / "decisions.csv")[0] == (decision,)


def test_who_decided_is_needed() -> None:
    with pytest.raises(ReviewError, match="there is no made_by"):
        Decision.now("baton", "b-1", "same", made_by=" ")
