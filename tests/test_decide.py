"""Decisions made by command: they win over the score, are kept in words, and survive a corrected file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command, plainly_refused

POLICE = """Date,Person,Event,Description,To,From
1 March 2018,Rowan,Referral,Shouting heard,CSC,
20 March 2018,Rowan,Contact,Told social care again by telephone,,
"""
CSC = """Date,Person,Event,Description,To,From
2 March 2018,Rowan,Referral received,From the police,,Police
30 April 2018,Rowan,Visit,Home,,
"""
SENT, GOT = "police.csv, row 2", "csc.csv, row 2"


@pytest.fixture
def folder(tmp_path: Path, scrgraph: Command) -> Path:
    """A review folder with the two agencies' own chronologies."""
    review = tmp_path / "review"
    scrgraph("new", review)
    for name, text, agency in (("police.csv", POLICE, "Police"), ("csc.csv", CSC, "CSC")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        scrgraph("add", review, tmp_path / name, "--agency", agency)
    return review


def dropped(folder: Path, scrgraph: Command) -> list[str]:
    """The statements about batons with no record of receipt."""
    scrgraph("review", folder)
    found = json.loads((folder / ".scrgraph" / "findings.json").read_text(encoding="utf-8"))["findings"]
    return [one["statement"] for one in found if one["question"] == "batons-not-received"]


def test_two_rows_are_not_the_same_baton(folder: Path, scrgraph: Command) -> None:
    assert dropped(folder, scrgraph) == []
    said = scrgraph("decide", folder, "not same", SENT, GOT, "--by", "A Author", "--reason", "Another call")
    assert (said.status, "Kept in decisions.csv" in said.words) == (0, True)
    assert len(dropped(folder, scrgraph)) == 1
    scrgraph("decide", folder, "same", GOT, SENT, "--by", "A Author")
    assert dropped(folder, scrgraph) == []


def test_a_decision_finds_its_row_in_a_corrected_file(
    folder: Path, tmp_path: Path, scrgraph: Command
) -> None:
    scrgraph("decide", folder, "not same", SENT, GOT, "--by", "A Author")
    head, rest = POLICE.split("\n", 1)
    moved = f"{head}\n1 January 2018,Rowan,Contact,An earlier row,,\n{rest}"
    (tmp_path / "police.csv").write_text(moved, encoding="utf-8")
    scrgraph("add", folder, tmp_path / "police.csv", "--replace", "--agency", "Police")
    assert len(dropped(folder, scrgraph)) == 1


def test_a_decision_whose_row_is_gone_is_said_not_to_be_used(
    folder: Path, tmp_path: Path, scrgraph: Command
) -> None:
    scrgraph("decide", folder, "not same", SENT, GOT, "--by", "A Author")
    (tmp_path / "police.csv").write_text(
        POLICE.replace("Shouting heard", "Quite other words"), encoding="utf-8"
    )
    scrgraph("add", folder, tmp_path / "police.csv", "--replace", "--agency", "Police")
    said = scrgraph("review", folder)
    assert "was not used" in said.words
    assert "decide again" in said.words


def test_two_rows_that_are_no_baton_at_all_are_said_not_to_be_used(folder: Path, scrgraph: Command) -> None:
    scrgraph("decide", folder, "same", "police.csv, row 3", "csc.csv, row 3", "--by", "A Author")
    said = scrgraph("review", folder)
    assert "“csc.csv, row 3” and “police.csv, row 3” are one baton was not used" in said.words
    assert "Decide the kind of event of the rows too" in said.words


def test_what_kind_of_event_a_row_is(folder: Path, scrgraph: Command) -> None:
    scrgraph("decide", folder, "referral", "police.csv, row 3", "--by", "A Author")
    query = "MATCH (b:Baton) WHERE b.review_id = $review_id AND b.kind = 'referral' RETURN count(*) AS n"
    assert json.loads(scrgraph("cypher", folder, query, "--format", "json").out) == [{"n": 2}]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("same", "police.csv, row 2"), "Give two rows for 'same'"),
        (("referral", SENT, GOT), "one row for a kind of event"),
        (("same", "police.csv, row 99", GOT), "No row that was imported stands at"),
        (("perhaps", SENT), "is not a decision about a row"),
    ],
)
def test_what_cannot_be_decided_is_said_with_what_to_do(
    folder: Path, scrgraph: Command, arguments: tuple[str, ...], words: str
) -> None:
    said = scrgraph("decide", folder, *arguments, "--by", "A Author")
    assert plainly_refused(said)
    assert words in said.words


def test_a_finding_is_accepted_set_aside_or_commented_and_nothing_is_kept_of_one_nobody_knows(
    folder: Path, scrgraph: Command
) -> None:
    scrgraph("review", folder)
    found = json.loads((folder / ".scrgraph" / "findings.json").read_text(encoding="utf-8"))["findings"]
    one, other = found[0]["id"], found[1]["id"]
    said = scrgraph("decide", folder, "accept", one, other, "--by", "A Author")
    assert (said.status, said.words.count("Kept in decisions.csv")) == (0, 2)
    kept = (folder / "decisions.csv").read_text(encoding="utf-8")
    assert kept.count(",finding,") == 2
    refused = scrgraph("decide", folder, "set aside", one, "--by", "A Author")
    assert refused.status == 2 and "reason" in refused.err
    refused = scrgraph("decide", folder, "accept", one, "no-such-finding", "--by", "A Author")
    assert refused.status == 2 and "findings.csv" in refused.err
    assert (folder / "decisions.csv").read_text(encoding="utf-8") == kept
