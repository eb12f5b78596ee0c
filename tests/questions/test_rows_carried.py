"""What was left to the family to carry, and whether it arrived."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, own

HEADS = "Date,Person,Event,Description,To,From,Outcome"
ASKED = (
    f"{HEADS}\n5 March 2018,Mother; Child A,Home visit,Baby not gaining weight,,,Mother to take Child A to GP"
)
GP = f"{HEADS}\n2 January 2018,Child B,Consultation,Cough,,,"
CARRIED = "batons-carried-by-family"
PEOPLE = """person_id,name,kind,role
mother,Mother,adult,mother
father,Father,adult,father
child-a,Child A,child,
child-b,Child B,child,"""
ROW: dict[str, Any] = {
    "baton_id": "hv.csv#2>family>elm-surgery",
    "passed_by": "Health Visiting",
    "carried_by": "Mother",
    "task": "approach Elm Surgery",
    "people": ["Child A", "Mother"],
    "on_text": "5 March 2018",
    "said": "“Mother to take Child A to GP”",
    "shown_by": "Elm Surgery",
    "before": "nor in the 56 days before",
    "agencies": ["Health Visiting", "Elm Surgery"],
    "from_day": "2018-03-05",
    "to_day": "2018-03-05",
    "evidence_ids": ["hv.csv row 2"],
}


def ask(
    reader: Reader, hv: str = ASKED, gp: str | None = GP, covers: str = "2018-01-01..2018-12-31", **texts: Any
) -> Any:
    """The question asked of the health visitor's records and, unless ``None``, the surgery's."""
    files = {"hv.csv": own("Health Visiting", hv)} | (
        {"gp.csv": own("Elm Surgery", gp, covers)} if gp else {}
    )
    told = reader.ask(CARRIED, files, people=PEOPLE, **texts)
    for row in told.rows:
        row.pop("reason")
    return told


def test_left_to_the_mother_and_no_contact_after(reader: Reader) -> None:
    told = ask(reader)
    assert told.rows == [ROW | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        "Health Visiting recorded “Mother to take Child A to GP” (5 March 2018), which left it to Mother to approach "
        "Elm Surgery; no contact with Child A and Mother was found in the records of Elm Surgery in the eight weeks "
        "after (nor in the 56 days before)."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "30 April 2018,Child A,Consultation,On the last day,,,",
        "6 March 2018,Child A,Was not brought,Appointment made by mother,,,",
        "6 March 2018,Child A,Telephone call,,,Mother,",
        "March 2018,Child A,Consultation,Month only,,,",
    ],
    ids=["seen", "an appointment was made", "the family rang", "a partial date"],
)
def test_the_family_came(reader: Reader, row: str) -> None:
    told = ask(reader, gp=f"{GP}\n{row}")
    assert told.rows == []
    assert (
        told.none
        == "Each of the 1 things left to the family to carry was followed by a contact with the service."
    )


@pytest.mark.parametrize(
    "row",
    [
        "1 May 2018,Child A,Consultation,After eight weeks,,,",
        "6 March 2018,Child B,Consultation,Another child,,,",
        "6 March 2018,Child A,Discharge letter received,From the ward,,Hospital,",
        "7 January 2018,Child A,Consultation,Too long before,,,",
    ],
    ids=["too late", "another child", "a letter about the child", "before"],
)
def test_what_is_no_sign_that_the_family_came(reader: Reader, row: str) -> None:
    assert ask(reader, gp=f"{GP}\n{row}").rows == [ROW | {"strength": "no record found"}]


def test_the_last_contact_before_it_is_told(reader: Reader) -> None:
    """8 January is the fifty-sixth day before; what was not attended is no contact."""
    seen = "8 January 2018,Child A,Consultation,Cough,,,\n1 March 2018,Child A,Was not brought,Review,,,"
    told = ask(reader, gp=f"{GP}\n{seen}")
    before = {"before": "the last before it was of 8 January 2018"}
    assert told.rows == [
        ROW | before | {"strength": "no record found", "evidence_ids": ["hv.csv row 2", "gp.csv row 3"]}
    ]
    last = ask(reader, gp=f"{GP}\n{seen}\n4 March 2018,Mother,Consultation,Low mood,,,")
    assert last.column("before") == ["the last before it was of 4 March 2018"]


def test_whether_the_family_came_cannot_be_told(reader: Reader) -> None:
    """The service's records are of other days, are not in hand, or the row has no day; its sentence says which."""
    short = ask(reader, covers="2018-01-01..2018-04-29")
    assert short.rows == [ROW | {"strength": "cannot tell"}]
    assert short.sentences[0].endswith(
        "whether it was taken up cannot be told: its own records for every day from 5 March 2018 to 30 April 2018 "
        "are not in hand."
    )
    nobody = ask(reader, gp=None)
    assert nobody.column("task") == ["approach a service that the records do not identify"]
    assert nobody.column("strength") == ["cannot tell"]
    undated = ask(reader, hv=ASKED.replace("5 March 2018", ""))
    assert undated.column("strength") == ["cannot tell"]


def test_not_due_before_eight_weeks(reader: Reader) -> None:
    soon = ask(reader, review="incident_date = 2018-04-29")
    assert (soon.rows, soon.denominator) == ([], 0)
    assert ask(reader, review="incident_date = 2018-04-30").column("strength") == ["no record found"]


def test_to_come_back_to_the_same_agency(reader: Reader) -> None:
    asked = ASKED.replace("Mother to take Child A to GP", "Mother will ring back")
    back = {"task": "come back to it", "said": "“Mother will ring back”", "shown_by": "Health Visiting"}
    back |= {"baton_id": "hv.csv#2>family", "agencies": ["Health Visiting"]}  # type: ignore[dict-item]
    assert ask(reader, hv=asked).rows == [ROW | back | {"strength": "no record found"}]
    rang = f"{asked}\n12 March 2018,Mother,Telephone call,Rang as agreed,,,"
    assert ask(reader, hv=rang).rows == []
    out = f"{asked}\n12 March 2018,Mother; Child A,No access,Nobody in,,,"
    assert ask(reader, hv=out).rows == [ROW | back | {"strength": "no record found"}]


def test_the_record_says_that_it_was_not_taken_up(reader: Reader) -> None:
    told = ask(reader, hv=f"{ASKED}. Clinic not taken up")
    assert told.rows == [ROW | {"strength": "recorded"}]
    assert told.sentences == [
        "Health Visiting recorded “Mother to take Child A to GP” (5 March 2018), which left it to Mother to approach "
        "Elm Surgery; the row itself says “Clinic not taken up”."
    ]


def test_a_referral_that_the_family_was_to_book_is_told_here_and_not_twice(reader: Reader) -> None:
    """The surgery refers by a letter that the mother has to act on; the hospital has nothing."""
    sent = (
        f"{HEADS}\n5 March 2018,Mother; Child A,Referral,Not gaining weight,Hospital,,Choose and book letter"
    )
    files = {
        "gp.csv": own("Elm Surgery", sent),
        "hospital.csv": own("Hospital", GP.replace("Consultation", "Clinic")),
    }
    told = reader.ask(CARRIED, files, people=PEOPLE)
    assert told.column("baton_id") == ["gp.csv#2>hospital"]
    assert told.column("task") == ["approach Hospital"]
    assert told.column("said") == ["“Choose and book letter”"]
    assert told.column("strength") == ["no record found"]
    assert reader.ask("batons-not-received", files, people=PEOPLE).rows == []
