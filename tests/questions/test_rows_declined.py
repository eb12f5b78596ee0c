"""Batons that were declined, and whether their sender let the matter rest."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, own

CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,To,From,Received,Outcome"
SENT = f"{HEADS}\n5 March 2018,Child A,Referral,Bruise seen at clinic,{CSC},,,"
NO = f"{HEADS}\n7 March 2018,Child A,Referral received,Letter about a bruise,,Health Visiting,,NFA"
RESTED = "batons-declined-not-raised-again"
ROW: dict[str, Any] = {
    "baton_id": "hv.csv#2>childrens-social-care",
    "passed_by": "Health Visiting",
    "what": "a referral",
    "people": ["Child A"],
    "passed_to": CSC,
    "on_text": "5 March 2018",
    "said": "“NFA”",
    "days": 90,
    "answer": "no record was found that Health Visiting was told",
    "afterwards": "none was found later either",
    "agencies": ["Health Visiting", CSC],
    "from_day": "2018-03-07",
    "to_day": "2018-03-07",
    "certainty": "certain",
    "evidence_ids": ["hv.csv row 2", "csc.csv row 2"],
}


def both(sent: str = SENT, got: str = NO, hv_covers: str = "2018-01-01..2018-12-31") -> dict[str, Any]:
    """The sender's and the receiver's chronologies."""
    return {"hv.csv": own("Health Visiting", sent, hv_covers), "csc.csv": own(CSC, got)}


def later(day: str, event: str = "Referral", person: str = "Child A", to: str = CSC) -> str:
    """The sender's chronology with one more row."""
    return f"{SENT}\n{day},{person},{event},More marks,{to},,,"


def test_declined_and_never_raised_again(reader: Reader) -> None:
    told = reader.ask(RESTED, both())
    assert told.rows == [ROW | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"{CSC} declined, or took no further action on, a referral about Child A that Health Visiting sent "
        "(5 March 2018), in the words “NFA”; no record was found that Health Visiting was told. No record was found "
        f"in the records of Health Visiting, in the 90 days after, of raising it with {CSC} again, of an escalation "
        "or of a disagreement (none was found later either)."
    ]


@pytest.mark.parametrize(
    "sent",
    [
        later("5 June 2018"),
        later("20 March 2018", "Notification"),
        later("20 March 2018", "Escalation", to=""),
        later("20 March 2018", "Escalation", to="Police"),
        f"{SENT}\n20 March 2018,Child A,Professional disagreement,Spoke to the manager,,,,",
        later("20 March 2018").replace("More marks,Children's Social Care,,,", f"More marks,{CSC},,No,"),
    ],
    ids=[
        "the last day",
        "by a notification",
        "escalated",
        "escalated elsewhere",
        "disagreed",
        "did not arrive",
    ],
)
def test_declined_and_raised_again(reader: Reader, sent: str) -> None:
    told = reader.ask(RESTED, both(sent))
    assert told.rows == []
    assert (
        told.none
        == "Each of the 1 batons that were declined was raised again, or taken further, by its sender."
    )


@pytest.mark.parametrize(
    "sent",
    [
        later("20 March 2018", person="Child B"),
        later("20 March 2018", to="Police"),
        later("20 March 2018", "Feedback"),
        later("6 March 2018"),
    ],
    ids=["another child", "another agency", "an answer", "before the answer came"],
)
def test_what_is_not_raising_it_again(reader: Reader, sent: str) -> None:
    told = reader.ask(RESTED, both(sent))
    assert told.rows[0] == ROW | {"strength": "no record found"}


def test_the_next_after_the_time_is_named(reader: Reader) -> None:
    told = reader.ask(RESTED, both(later("6 June 2018")))
    assert told.column("afterwards") == ["the next recorded was a referral of 6 June 2018"]
    assert told.column("evidence_ids") == [["hv.csv row 2", "csc.csv row 2", "hv.csv row 3"]]
    longer = reader.ask(RESTED, both(later("6 June 2018")), given={"days": 91})
    assert longer.rows == []


def test_a_partial_date_may_be_of_that_time(reader: Reader) -> None:
    told = reader.ask(RESTED, both(later("June 2018")))
    assert told.column("certainty") == ["possible"]
    assert told.column("afterwards") == ["a referral of June 2018 may fall in that time"]


def test_whether_it_was_raised_again_cannot_be_told(reader: Reader) -> None:
    """The sender's records end within the 90 days, are not in hand, or the answer has no day."""
    short = reader.ask(RESTED, both(hv_covers="2018-01-01..2018-06-04"))
    unknown = {"answer": "the records in hand do not tell whether Health Visiting was told"}
    assert short.rows == [ROW | unknown | {"strength": "cannot tell"}]
    alone = reader.ask(RESTED, {"csc.csv": own(CSC, NO)})
    assert alone.column("strength") == ["cannot tell"]
    text = NO.replace("7 March 2018", "") + "\n2 May 2018,Child B,Home visit,Seen at home,,,,"
    undated = reader.ask(RESTED, {"hv.csv": own("Health Visiting", SENT), "csc.csv": own(CSC, text)})
    assert undated.column("strength") == ["cannot tell"]
    assert undated.column("from_day") == [None]


def test_raising_it_again_is_not_due_before_the_90_days(reader: Reader) -> None:
    soon = reader.ask(RESTED, both(), review="incident_date = 2018-06-04")
    assert (soon.rows, soon.denominator) == ([], 0)
    due = reader.ask(RESTED, both(), review="incident_date = 2018-06-05")
    assert due.column("strength") == ["no record found"]


def test_declined_by_the_words_of_the_answer(reader: Reader) -> None:
    """No outcome in the receiver's row: the feedback says it, and counts from its own day."""
    answer = "\n20 March 2018,Child A,Feedback,Threshold not met,Health Visiting,,,"
    told = reader.ask(RESTED, both(got=NO.removesuffix("NFA") + answer))
    said = {
        "said": "the feedback says so: “Threshold not met”",
        "answer": f"{CSC} recorded an answer to Health Visiting (20 March 2018)",
        "from_day": "2018-03-20",
        "to_day": "2018-03-20",
    }
    said["evidence_ids"] = ["hv.csv row 2", "csc.csv row 3"]  # type: ignore[assignment]
    assert told.rows == [ROW | said | {"strength": "no record found"}]


HEARD = "Child A,Feedback received,Threshold not met,,Children's Social Care,,"


def test_the_days_are_counted_from_the_answer(reader: Reader) -> None:
    """Declined on 7 March and heard of on 20 March: 18 June is the ninetieth day, the nineteenth is too late."""
    heard = f"{SENT}\n20 March 2018,{HEARD}"
    row = f"\n{{}},Child A,Referral,More marks,{CSC},,,"
    assert reader.ask(RESTED, both(heard + row.format("18 June 2018"))).rows == []
    rested = reader.ask(RESTED, both(heard + row.format("19 June 2018")))
    assert rested.column("answer") == ["Health Visiting recorded the answer (20 March 2018)"]
    assert rested.column("from_day") == ["2018-03-20"]
    assert rested.column("evidence_ids") == [
        ["hv.csv row 2", "csc.csv row 2", "hv.csv row 3", "hv.csv row 4"]
    ]


def test_the_senders_own_day_of_the_answer_counts_before_the_day_it_was_sent(reader: Reader) -> None:
    """Sent on 16 March and read on 20 March; an answer of the day of the declining by the receiver's own words."""
    sent = "\n16 March 2018,Child A,Feedback,Threshold not met,Health Visiting,,,"
    told = reader.ask(RESTED, both(f"{SENT}\n20 March 2018,{HEARD}", NO + sent))
    assert told.column("from_day") == ["2018-03-20"]
    assert told.column("answer") == ["Health Visiting recorded the answer (20 March 2018)"]
    at_once = reader.ask(RESTED, both(got=NO.replace("NFA", "NFA. Referrer informed")))
    assert at_once.column("answer") == [f"{CSC} recorded an answer to Health Visiting (7 March 2018)"]


def test_not_due_before_the_days_from_the_answer_are_over(reader: Reader) -> None:
    heard = both(f"{SENT}\n20 March 2018,{HEARD}")
    soon = reader.ask(RESTED, heard, review="incident_date = 2018-06-17")
    assert (soon.rows, soon.denominator) == ([], 0)
    due = reader.ask(RESTED, heard, review="incident_date = 2018-06-18")
    assert (len(due.rows), due.denominator) == (1, 1)


def test_where_no_row_tells_what_was_decided(reader: Reader) -> None:
    told = reader.ask(RESTED, both(got=NO.removesuffix("NFA")))
    assert told.missing.startswith("No row tells what a receiver decided: give the outcome")
    taken = reader.ask(RESTED, both(got=NO.replace("NFA", "Accepted")))
    assert (taken.missing, taken.rows) == ("", [])
