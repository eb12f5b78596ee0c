"""Batons that arrived: what was done and whether the sender learned of it, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import QUESTIONS, Reader, own

from scrgraph.coding.words import word_list
from scrgraph.model.vocabulary import Strength

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
    later = "\n12 April 2018,Child A,Home visit,After five weeks,,,,\n9 March 2018,Child B,Home visit,Another child,,,,"
    told = reader.ask("batons-not-acted-on", both(RECEIVED + later))
    assert told.rows == [ARRIVED | {"said": None, "strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"{CSC} received a referral about Child A from Health Visiting (5 March 2018); no record was found "
        "there of anything done about it in the following five weeks."
    ]


def test_received_and_declined_in_its_own_words(reader: Reader) -> None:
    told = reader.ask("batons-not-acted-on", both(f"{RECEIVED}NFA"))
    assert told.rows == [ARRIVED | {"said": "“NFA”", "strength": "recorded"}]


@pytest.mark.parametrize(
    "done",
    [
        "Assessed\n",
        "\n11 April 2018,Child A,Home visit,On the last day,,,,",
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
26 November 2018,Child A,Referral received,Five weeks before the end,,Health Visiting,,
27 November 2018,Child A,Referral received,Not yet due,,Health Visiting,,"""
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


def test_words_that_tell_neither_are_told_only_when_five_weeks_have_passed(reader: Reader) -> None:
    files = both(f"{RECEIVED}To manager")
    soon = reader.ask("batons-not-acted-on", files, review="incident_date = 2018-04-10")
    assert (soon.rows, soon.denominator) == ([], 0)
    due = reader.ask("batons-not-acted-on", files, review="incident_date = 2018-04-11")
    assert due.column("strength") == ["cannot tell"]


def test_what_a_relative_told_is_not_about_that_relative(reader: Reader) -> None:
    text = f"{HEADS}\n5 March 2018,Mrs K; Child A,Disclosure,Worried about a man,,,,NFA"
    people = "person_id,name,kind,role\nmrs-k,Mrs K,adult,grandmother\na,Child A,child,"
    told = reader.ask("batons-not-acted-on", {"school.csv": own("School", text)}, people=people)
    assert told.column("passed_by") == ["Mrs K"]
    assert told.column("people") == [["Child A"]]
    by_child = text.replace("Mrs K; Child A", "Child A; Mrs K")
    told = reader.ask("batons-not-acted-on", {"school.csv": own("School", by_child)}, people=people)
    assert told.column("passed_by") == ["Child A"]
    assert told.column("people") == [["Child A", "Mrs K"]]


@pytest.mark.parametrize(
    ("question", "rule", "words"),
    [
        ("batons-not-acted-on", "action", "five weeks"),
        ("batons-not-acknowledged", "acknowledgement", "four weeks"),
        ("batons-not-accepted", "acceptance", "four weeks"),
        ("batons-carried-by-family", "carried_by_family", "eight weeks"),
    ],
)
def test_the_sentences_give_the_weeks_of_the_rules(question: str, rule: str, words: str) -> None:
    numbers = {"four": 4, "five": 5, "eight": 8}
    sentence = QUESTIONS.get(question).header.sentence_for(Strength.NO_RECORD_FOUND)
    assert sentence is not None
    assert words in sentence
    assert 7 * numbers[words.split()[0]] == word_list("rules.toml")[rule]["days_after"]
