"""Batons that arrived: whether the sender was told, and whether anybody took them on."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, own

CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,To,From,Received,Outcome"
SENT = f"{HEADS}\n5 March 2018,Child A,Referral,Bruise seen at clinic,{CSC},,,"
GOT = f"{HEADS}\n7 March 2018,Child A,Referral received,Letter about a bruise,,Health Visiting,,"
HEARD = "\n9 March 2018,Child A,Acknowledgement received,With the duty team,,Health Visiting,,"
NOT_HEARD, NOT_TAKEN = "batons-not-acknowledged", "batons-not-accepted"
QUIET: dict[str, Any] = {
    "passed_by": "Health Visiting",
    "passed_to": CSC,
    "sent": ["a referral (5 March 2018)"],
    "people": ["Child A"],
    "agencies": ["Health Visiting", CSC],
    "from_day": "2018-03-05",
    "to_day": "2018-03-05",
    "evidence_ids": ["hv.csv row 2", "csc.csv row 2"],
}


def both(sent: str = SENT, got: str = GOT, hv_covers: str = "2018-01-01..2018-12-31") -> dict[str, Any]:
    """The sender's and the receiver's chronologies."""
    return {"hv.csv": own("Health Visiting", sent, hv_covers), "csc.csv": own(CSC, got)}


def acknowledged(day: str = "9 March 2018") -> str:
    return f"\n{day},Child A,Acknowledgement received,With the duty team,,{CSC},,"


def test_received_and_no_word_to_the_sender(reader: Reader) -> None:
    told = reader.ask(NOT_HEARD, both())
    assert told.rows == [QUIET | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"Health Visiting sent {CSC} a referral (5 March 2018), about Child A; this was received, and no record of "
        "an acknowledgement was found in the records of Health Visiting in the four weeks after."
    ]


@pytest.mark.parametrize(
    ("sent", "got"),
    [
        (SENT + acknowledged(), GOT),
        (SENT + acknowledged("2 April 2018"), GOT),
        (SENT, f"{GOT}\n9 March 2018,Child A,Acknowledgement,Thank you,Health Visiting,,,"),
        (SENT, f"{GOT}\n20 March 2018,Child A,Feedback,Will visit,Health Visiting,,,"),
        (SENT, f"{GOT}Referrer informed"),
    ],
    ids=["the sender's row", "the last day", "the receiver's row", "feedback", "the outcome says so"],
)
def test_received_and_acknowledged(reader: Reader, sent: str, got: str) -> None:
    told = reader.ask(NOT_HEARD, both(sent, got))
    assert told.rows == []
    assert told.none == "Each of the 1 referrals and requests known to have arrived was acknowledged."


def test_the_sender_wrote_that_no_answer_came(reader: Reader) -> None:
    told = reader.ask(NOT_HEARD, both(f"{SENT}No response received"))
    assert told.rows == [QUIET | {"strength": "recorded"}]
    assert told.sentences[0].endswith("; this was received, and the source records that no answer came back.")


def test_whether_the_sender_was_told_cannot_be_told(reader: Reader) -> None:
    """Its records end within the four weeks, or are not in hand at all."""
    short = reader.ask(NOT_HEARD, both(hv_covers="2018-01-01..2018-04-01"))
    assert short.rows == [QUIET | {"strength": "cannot tell"}]
    alone = reader.ask(NOT_HEARD, {"csc.csv": own(CSC, GOT)})
    assert alone.column("strength") == ["cannot tell"]


def test_an_acknowledgement_not_yet_due_or_not_expected(reader: Reader) -> None:
    soon = reader.ask(NOT_HEARD, both(), review="incident_date = 2018-04-01")
    assert (soon.rows, soon.denominator) == ([], 0)
    due = reader.ask(NOT_HEARD, both(), review="incident_date = 2018-04-02")
    assert due.column("strength") == ["no record found"]
    notified = both(SENT.replace("Referral", "Notification"), GOT.replace("Referral", "Notification"))
    assert reader.ask(NOT_HEARD, notified).denominator == 0


def test_what_one_agency_never_acknowledged_to_another_is_one_row(reader: Reader) -> None:
    """A partial date and no date at all stand in the same row where they are judged alike."""
    sent = (
        f"{SENT}\nMay 2018,Child B,Request,Any news?,{CSC},,Yes,\n,Child A,Referral,No day given,{CSC},,Yes,"
    )
    told = reader.ask(NOT_HEARD, both(sent))
    assert told.column("sent") == [
        ["a referral (5 March 2018)", "a request (May 2018)"],
        ["a referral (no date given)"],
    ]
    assert told.column("strength") == ["no record found", "cannot tell"]
    assert told.column("people") == [["Child A", "Child B"], ["Child A"]]
    assert told.column("to_day") == ["2018-05-31", None]
    assert told.column("evidence_ids") == [
        ["hv.csv row 2", "csc.csv row 2", "hv.csv row 3"],
        ["hv.csv row 4"],
    ]


WAITING: dict[str, Any] = {
    key: QUIET[key] for key in ("passed_by", "people", "passed_to", "agencies", "from_day", "to_day")
}
WAITING |= {
    "baton_id": "hv.csv#2>childrens-social-care",
    "what": "a referral",
    "on_text": "5 March 2018",
    "said": None,
    "evidence_ids": ["hv.csv row 2", "csc.csv row 2", "hv.csv row 3"],
}


def test_acknowledged_and_nobody_took_it_on(reader: Reader) -> None:
    told = reader.ask(NOT_TAKEN, both(SENT + acknowledged()))
    assert told.rows == [WAITING | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"{CSC} received and acknowledged a referral about Child A from Health Visiting (5 March 2018); no record "
        "was found there, in the following four weeks, of anybody taking it on or declining it."
    ]


def test_the_record_says_that_it_was_waiting_for_a_worker(reader: Reader) -> None:
    told = reader.ask(NOT_TAKEN, both(got=f"{GOT}Awaiting allocation"))
    waiting = {"said": "“Awaiting allocation”", "evidence_ids": ["hv.csv row 2", "csc.csv row 2"]}
    assert told.rows == [WAITING | waiting | {"strength": "recorded"}]


@pytest.mark.parametrize(
    "got",
    [
        f"{GOT}Accepted",
        f"{GOT}NFA",
        f"{GOT}\n12 March 2018,Child A,Decision,Accepted for assessment,,,,",
        f"{GOT}\n4 April 2018,Child A,Home visit,On the last day,,,,",
        f"{GOT}Awaiting allocation\n12 March 2018,Child A,Home visit,By the duty worker,,,,",
    ],
    ids=["accepted", "declined", "a decision", "acted on", "waited and acted on"],
)
def test_acknowledged_and_taken_on_or_declined(reader: Reader, got: str) -> None:
    told = reader.ask(NOT_TAKEN, both(SENT + acknowledged(), got))
    assert told.rows == []
    assert (
        told.none
        == "Each of the 1 referrals and requests known to have been acknowledged was taken on or declined."
    )


def test_whether_anybody_took_it_on_cannot_be_told(reader: Reader) -> None:
    """The receiver's records are not in hand; or its words tell neither."""
    alone = reader.ask(NOT_TAKEN, {"hv.csv": own("Health Visiting", SENT + acknowledged())})
    assert alone.column("strength") == ["cannot tell"]
    assert alone.column("evidence_ids") == [["hv.csv row 2", "hv.csv row 3"]]
    unclear = reader.ask(NOT_TAKEN, both(SENT + acknowledged(), f"{GOT}To manager"))
    assert unclear.rows == [WAITING | {"strength": "cannot tell"}]


def test_taking_on_is_not_due_before_four_weeks_and_needs_an_acknowledgement(reader: Reader) -> None:
    soon = reader.ask(NOT_TAKEN, both(SENT + acknowledged()), review="incident_date = 2018-04-03")
    assert soon.rows == []
    quiet = reader.ask(NOT_TAKEN, both())
    assert quiet.rows == []
    assert quiet.missing.startswith("No entry in hand tells that a referral or request was acknowledged")
