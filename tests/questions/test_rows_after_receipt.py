"""Batons that arrived: what was done and whether the sender learned of it, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, own

CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,To,From,Received,Outcome"
SENT = f"{HEADS}\n5 March 2018,Child A,Referral,Bruise seen at clinic,{CSC},,,"
RECEIVED = f"{HEADS}\n7 March 2018,Child A,Referral received,Letter about a bruise,,Health Visiting,,"
ARRIVED: dict[str, Any] = {
    "baton_id": "hv.csv#2>childrens-social-care",
    "passed_by": "Health Visiting",
    "what": "a referral",
    "people": ["Child A"],
    "passed_to": CSC,
    "on_text": "5 March 2018",
    "agencies": ["Health Visiting", CSC],
    "from_day": "2018-03-05",
    "to_day": "2018-03-05",
    "evidence_ids": ["hv.csv row 2", "csc.csv row 2"],
}


def both(
    received: str = RECEIVED, hv_covers: str = "2018-01-01..2018-12-31", sent: str = SENT
) -> dict[str, Any]:
    """The sender's and the receiver's chronologies."""
    return {"hv.csv": own("Health Visiting", sent, hv_covers), "csc.csv": own(CSC, received)}


def test_received_and_nothing_done(reader: Reader) -> None:
    later = "\n5 April 2018,Child A,Home visit,After four weeks,,,,\n9 March 2018,Child B,Home visit,Another child,,,,"
    told = reader.ask("batons-not-acted-on", both(RECEIVED + later))
    assert told.rows == [ARRIVED | {"said": None, "strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"{CSC} received a referral about Child A from Health Visiting (5 March 2018); no record was found "
        "there of anything done about it in the following four weeks."
    ]


def test_received_and_declined_in_its_own_words(reader: Reader) -> None:
    told = reader.ask("batons-not-acted-on", both(f"{RECEIVED}NFA"))
    assert told.rows == [ARRIVED | {"said": "“NFA”", "strength": "recorded"}]


@pytest.mark.parametrize(
    "done",
    [
        "Assessed\n",
        "\n4 April 2018,Child A,Home visit,On the last day,,,,",
        "\nMarch 2018,Child A,Home visit,Some day of the month,,,,",
    ],
)
def test_received_and_acted_on(reader: Reader, done: str) -> None:
    told = reader.ask("batons-not-acted-on", both(RECEIVED + done))
    assert told.rows == []
    assert told.none == "Each of the 1 batons known to have arrived has a recorded action."


def test_what_was_done_cannot_be_told(reader: Reader) -> None:
    """The receiver's records are not in hand, or its words tell neither that something was done nor not."""
    alone = reader.ask(
        "batons-not-acted-on", {"hv.csv": own("Health Visiting", SENT.replace(",,,", ",,Yes,"))}
    )
    assert alone.rows == [
        ARRIVED | {"said": None, "strength": "cannot tell", "evidence_ids": ["hv.csv row 2"]}
    ]
    unclear = reader.ask("batons-not-acted-on", both(f"{RECEIVED}To manager"))
    assert unclear.rows == [ARRIVED | {"said": "“To manager”", "strength": "cannot tell"}]


def test_receipts_undated_partly_dated_from_nobody_and_about_nobody(reader: Reader) -> None:
    text = f"""{HEADS}
,Child A,Referral received,No day given,,Health Visiting,,
March 2018,Child A,Referral received,Month only,,Health Visiting,,
10 March 2018,,Referral received,Nobody named,,Health Visiting,,
11 March 2018,Child A,Referral received,From an uncle,,Family,,
1 December 2018,Child A,Referral received,Within four weeks of the end,,Health Visiting,,
9 December 2018,Child A,Referral received,Not yet due,,Health Visiting,,"""
    told = reader.ask("batons-not-acted-on", {"csc.csv": own(CSC, text)})
    assert told.column("evidence_ids") == [[f"csc.csv row {row}"] for row in (3, 4, 5, 6, 2)]
    assert told.column("strength") == ["no record found"] * 4 + ["cannot tell"]
    assert told.column("people") == [["Child A"], [], ["Child A"], ["Child A"], ["Child A"]]
    assert told.column("passed_by")[2] == "a sender who is no agency or is not named"
    assert told.column("agencies")[2] == [CSC]
    assert told.column("on_text")[-1] == "no date given"
    assert told.denominator == 5


def test_a_child_who_told_the_school(reader: Reader) -> None:
    text = "Date,Person,Event,Description\n5 March 2018,Child A,Disclosure,Said that he was hit"
    told = reader.ask("batons-not-acted-on", {"school.csv": own("School", text)})
    assert told.rows == [
        ARRIVED
        | {
            "baton_id": "school.csv#2>school",
            "passed_by": "Child A",
            "what": "a disclosure",
            "passed_to": "School",
            "agencies": ["School"],
            "said": None,
            "strength": "no record found",
            "evidence_ids": ["school.csv row 2"],
        }
    ]


def test_no_feedback_in_the_senders_own_records(reader: Reader) -> None:
    told = reader.ask("batons-no-feedback", both())
    assert told.rows == [ARRIVED | {"strength": "no record found"}]
    assert told.denominator == 1


def test_the_sender_wrote_that_nothing_came_back(reader: Reader) -> None:
    told = reader.ask("batons-no-feedback", both(sent=f"{SENT}No feedback received"))
    assert told.rows == [ARRIVED | {"strength": "recorded"}]
    assert told.sentences == [
        f"Health Visiting sent a referral about Child A to {CSC} (5 March 2018); the source records that no feedback "
        "came back."
    ]


def test_feedback_was_given(reader: Reader) -> None:
    reply = "\n20 March 2018,Child A,Feedback,Will visit,Health Visiting,,,"
    told = reader.ask("batons-no-feedback", both(RECEIVED + reply))
    assert told.rows == []
    assert told.none == "Each of the 1 referrals and requests known to have arrived has recorded feedback."


def test_feedback_is_not_expected_of_a_notification_or_before_three_months(reader: Reader) -> None:
    notified = SENT.replace("Referral", "Notification")
    told = reader.ask("batons-no-feedback", both(RECEIVED.replace("Referral", "Notification"), sent=notified))
    assert (told.rows, told.denominator) == ([], 0)
    soon = reader.ask("batons-no-feedback", both(), review="incident_date = 2018-06-02")
    assert (soon.rows, soon.denominator) == ([], 0)
    due = reader.ask("batons-no-feedback", both(), review="incident_date = 2018-06-03")
    assert due.column("strength") == ["no record found"]


def test_feedback_cannot_be_told(reader: Reader) -> None:
    """The sender's records end before the three months do, are not in hand, or no day is given."""
    short = reader.ask("batons-no-feedback", both(hv_covers="2018-01-01..2018-04-01"))
    assert short.rows == [ARRIVED | {"strength": "cannot tell"}]
    text = f"{RECEIVED}\n,Child A,Referral received,No day given,,Health Visiting,,"
    alone = reader.ask("batons-no-feedback", {"csc.csv": own(CSC, text)})
    assert alone.column("strength") == ["cannot tell", "cannot tell"]
    assert alone.column("evidence_ids") == [["csc.csv row 2"], ["csc.csv row 3"]]
    undated = reader.ask(
        "batons-no-feedback", {"csc.csv": own(CSC, text), "hv.csv": own("Health Visiting", SENT)}
    )
    assert undated.column("strength") == ["no record found", "cannot tell"]
    assert undated.column("from_day") == ["2018-03-05", None]
