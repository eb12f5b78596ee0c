"""What arrived, and whether its sender learned what was done, worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import QUESTIONS, Reader, own

from scrgraph.coding.words import word_list

CSC = "Children's Social Care"
QUESTION = "batons-no-feedback"
HEADS = "Date,Person,Event,Description,To,From,Received,Outcome"
SENT = f"{HEADS}\n5 March 2018,Child A,Referral,Bruise seen at clinic,{CSC},,,"
RECEIVED = f"{HEADS}\n7 March 2018,Child A,Referral received,Letter about a bruise,,Health Visiting,,"
SILENT = "no record was found that Health Visiting learned what was done"
ROW: dict[str, Any] = {
    "passed_by": "Health Visiting",
    "passed_to": CSC,
    "times": 1,
    "sent": ["a referral (5 March 2018)"],
    "told": SILENT,
    "people": ["Child A"],
    "agencies": ["Health Visiting", CSC],
    "from_day": "2018-03-05",
    "to_day": "2018-03-05",
    "strength": "no record found",
    "evidence_ids": ["hv.csv row 2", "csc.csv row 2"],
}


def both(
    received: str = RECEIVED, hv_covers: str = "2018-01-01..2018-12-31", sent: str = SENT
) -> dict[str, Any]:
    """The sender's and the receiver's chronologies."""
    return {"hv.csv": own("Health Visiting", sent, hv_covers), "csc.csv": own(CSC, received)}


def test_no_feedback_in_the_senders_own_records(reader: Reader) -> None:
    told = reader.ask(QUESTION, both())
    assert told.rows == [ROW]
    assert told.denominator == 1
    assert told.sentences == [
        f"Health Visiting sent {CSC} a referral (5 March 2018), about Child A, and it was received; {SILENT}."
    ]


def test_the_sender_wrote_that_nothing_came_back(reader: Reader) -> None:
    told = reader.ask(QUESTION, both(sent=f"{SENT}No feedback received"))
    assert told.rows == [
        ROW | {"told": "the source records that no feedback came back", "strength": "recorded"}
    ]


def test_feedback_was_given(reader: Reader) -> None:
    reply = "\n20 March 2018,Child A,Feedback,Will visit,Health Visiting,,,"
    told = reader.ask(QUESTION, both(RECEIVED + reply))
    assert told.rows == []
    assert told.none == (
        "Each of the 1 batons known to have arrived, of which feedback is expected, has recorded feedback."
    )


def test_of_a_notification_it_is_expected_only_where_social_care_received_it(reader: Reader) -> None:
    notified, got = SENT.replace("Referral", "Notification"), RECEIVED.replace("Referral", "Notification")
    told = reader.ask(QUESTION, both(got, sent=notified))
    assert told.column("sent") == [["information (5 March 2018)"]]
    files = {
        "hv.csv": own("Health Visiting", notified.replace(CSC, "Elm Surgery")),
        "gp.csv": own("Elm Surgery", got),
    }
    elsewhere = reader.ask(QUESTION, files)
    assert (elsewhere.rows, elsewhere.denominator) == ([], 0)


def test_it_is_not_due_before_three_months(reader: Reader) -> None:
    soon = reader.ask(QUESTION, both(), review="incident_date = 2018-06-02")
    assert (soon.rows, soon.denominator) == ([], 0)
    due = reader.ask(QUESTION, both(), review="incident_date = 2018-06-03")
    assert due.column("strength") == ["no record found"]


def test_feedback_cannot_be_told(reader: Reader) -> None:
    """The sender's records end before the three months do, are not in hand, or no day is given."""
    unknown = {
        "told": "the records in hand do not tell whether Health Visiting learned what was done",
        "strength": "cannot tell",
    }
    short = reader.ask(QUESTION, both(hv_covers="2018-01-01..2018-04-01"))
    assert short.rows == [ROW | unknown]
    text = f"{RECEIVED}\n,Child A,Referral received,No day given,,Health Visiting,,"
    alone = reader.ask(QUESTION, {"csc.csv": own(CSC, text)})
    assert alone.column("sent") == [["a referral (7 March 2018)", "a referral (no date given)"]]
    assert alone.column("strength") == ["cannot tell"]
    assert alone.column("evidence_ids") == [["csc.csv row 2", "csc.csv row 3"]]
    undated = reader.ask(QUESTION, {"csc.csv": own(CSC, text), "hv.csv": own("Health Visiting", SENT)})
    assert undated.column("strength") == ["no record found", "cannot tell"]
    assert undated.column("from_day") == ["2018-03-05", None]


def test_what_one_agency_sent_another_without_hearing_is_one_row(reader: Reader) -> None:
    """A partial date stands with the rest."""
    sent = f"{SENT}\nMay 2018,Child B,Request,Any news?,{CSC},,Yes,"
    told = reader.ask(QUESTION, both(sent=sent))
    assert told.column("times") == [2]
    assert told.column("sent") == [["a referral (5 March 2018)", "a request (May 2018)"]]
    assert told.column("people") == [["Child A", "Child B"]]
    assert told.column("to_day") == ["2018-05-31"]


def test_what_else_the_receiver_sent_back_is_told(reader: Reader) -> None:
    """About the same child within the 90 days: a letter with no receipt; not of another child, nor too late."""
    letters = """
3 June 2018,Child A,Discharge letter,Closed,Health Visiting,,,
2 April 2018,Child B,Discharge letter,Closed,Health Visiting,,,
4 June 2018,Child A,Discharge letter,Closed again,Health Visiting,,,"""
    told = reader.ask(QUESTION, both(RECEIVED + letters))
    assert told.column("told") == [
        f"{SILENT}. Also on record from {CSC} to Health Visiting, in the 90 days after: word of a discharge "
        "(3 June 2018, with no record of its receipt)"
    ]
    assert told.column("evidence_ids") == [["hv.csv row 2", "csc.csv row 2", "csc.csv row 3"]]


def test_a_meeting_of_both_is_told(reader: Reader) -> None:
    meeting = "\n2 April 2018,Child A,Planning meeting,With the other service,,,,"
    told = reader.ask(QUESTION, both(RECEIVED + meeting, sent=SENT + meeting))
    assert told.column("told") == [
        f"{SILENT}. Both are recorded at a meeting of 2 April 2018, where it may have been told"
    ]
    alone = reader.ask(QUESTION, both(RECEIVED + meeting))
    assert alone.column("told") == [SILENT]


def test_the_days_looked_at_are_those_of_the_rules() -> None:
    days = QUESTIONS.get(QUESTION).header.parameters["days"].default
    assert days == word_list("rules.toml")["feedback"]["days_after"]
