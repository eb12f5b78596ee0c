"""What was received days after it was sent, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, own

CSC = "Children's Social Care"
QUESTION = "batons-received-late"
HEADS = "Date,Person,Event,Description,To,From,Received"


def files(sent: str, got: str, *more: str) -> dict[str, Any]:
    """A referral by its two days, and more rows of the receiver."""
    sender = f"{HEADS}\n{sent},Child A,Referral,Bruise seen at clinic,{CSC},,"
    receiver = f"{HEADS}\n{got},Child A,Referral received,Bruise seen at clinic,,Health Visiting,"
    return {
        "hv.csv": own("Health Visiting", sender),
        "csc.csv": own(CSC, "\n".join([receiver, *more])),
    }


def test_received_five_days_after_it_was_sent(reader: Reader) -> None:
    told = reader.ask(QUESTION, files("5 March 2018", "10 March 2018"))
    assert told.rows == [
        {
            "passed_by": "Health Visiting",
            "passed_to": CSC,
            "times": 1,
            "late": "a referral sent on 5 March 2018; recorded as received on 10 March 2018, 5 days later",
            "people": ["Child A"],
            "agencies": ["Health Visiting", CSC],
            "from_day": "2018-03-05",
            "to_day": "2018-03-10",
            "strength": "recorded",
            "certainty": "certain",
            "evidence_ids": ["hv.csv row 2", "csc.csv row 2"],
        }
    ]
    assert told.denominator == 1
    assert told.sentences == [
        f"From Health Visiting to {CSC}, about Child A: a referral sent on 5 March 2018; recorded as received on "
        "10 March 2018, 5 days later."
    ]


def test_received_sooner_is_not_late(reader: Reader) -> None:
    told = reader.ask(QUESTION, files("5 March 2018", "9 March 2018"))
    assert told.rows == []
    assert told.none == (
        "Of the 1 batons with a day of sending and one of receipt, none is recorded as received that many days later."
    )
    asked = reader.ask(QUESTION, files("5 March 2018", "9 March 2018"), given={"days": 4})
    assert asked.column("times") == [1]


@pytest.mark.parametrize(
    ("sent", "got", "certainty", "days"),
    [
        ("March 2018", "6 April 2018", "certain", "6 to 36"),
        ("March 2018", "4 April 2018", "possible", "4 to 34"),
        ("5 March 2018", "March 2018", "possible", "up to 26"),
    ],
)
def test_a_partial_date_bounds_the_days(
    reader: Reader, sent: str, got: str, certainty: str, days: str
) -> None:
    told = reader.ask(QUESTION, files(sent, got))
    assert told.column("certainty") == [certainty]
    assert told.column("late")[0].endswith(f", {days} days later")


def test_without_both_days_it_cannot_be_told(reader: Reader) -> None:
    """Only the sender's word that it arrived; only the receiver's row; or nothing of the other side."""
    sender = f"{HEADS}\n5 March 2018,Child A,Referral,Bruise,{CSC},,Yes"
    told = reader.ask(QUESTION, {"hv.csv": own("Health Visiting", sender)})
    assert told.missing.startswith("Nothing passed between agencies has both a day of sending and a day of")
    got = f"{HEADS}\n10 March 2018,Child A,Referral received,Bruise,,Health Visiting,"
    told = reader.ask(QUESTION, {"csc.csv": own(CSC, got)})
    assert told.missing
    known = reader.ask(QUESTION, files("5 March 2018", "6 March 2018"))
    assert (known.missing, known.rows) == ("", [])


def test_one_row_for_what_went_the_same_way(reader: Reader) -> None:
    made = files(
        "5 March 2018", "10 March 2018", "9 June 2018,Child A,Referral received,Again,,Health Visiting,"
    )
    hv = made["hv.csv"].text + f"\n1 June 2018,Child A,Referral,Again,{CSC},,"
    told = reader.ask(QUESTION, made | {"hv.csv": own("Health Visiting", hv)})
    assert told.column("times") == [2]
    assert told.column("late")[0].endswith(
        ". Also a referral sent on 1 June 2018; recorded as received on 9 June 2018, 8 days later"
    )


def test_what_arrived_after_the_day_looked_back_from_is_left_out(reader: Reader) -> None:
    told = reader.ask(QUESTION, files("5 March 2018", "10 March 2018"), review="incident_date = 2018-03-09")
    assert (told.rows, told.denominator) == ([], 0)
