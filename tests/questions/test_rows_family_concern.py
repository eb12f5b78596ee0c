"""Concerns of the family and the public, and what was done: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, composite, own

QUESTION = "adults-concern-not-acted-on"
CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,From,Outcome"
SCHOOL = f"{HEADS}\n1 February 2018,Child A,Birth,,,"
TOLD: dict[str, Any] = {
    "baton_id": "csc.csv#2>childrens-social-care",
    "raised_by": "MGM",
    "about": ["Child A"],
    "received_by": CSC,
    "on_text": "1 June 2018",
    "said": None,
    "people": ["MGM", "Child A"],
    "agencies": [CSC],
    "from_day": "2018-06-01",
    "to_day": "2018-06-01",
    "evidence_ids": ["csc.csv row 2"],
}


def files(*rows: str, covers: str = "2018-01-01..2018-12-31") -> dict[str, Any]:
    """Children's social care's own chronology, beside a school that knows the child."""
    return {"csc.csv": own(CSC, "\n".join([HEADS, *rows]), covers), "school.csv": own("School", SCHOOL)}


def disclosure(outcome: str = "", person: str = "MGM; Child A", day: str = "1 June 2018") -> str:
    """What somebody of the family told children's social care."""
    return f"{day},{person},Disclosure,Worried about a man at the flat,,{outcome}"


def test_the_record_itself_says_that_nothing_was_done(reader: Reader) -> None:
    told = reader.ask(QUESTION, files(disclosure("NFA")))
    assert told.rows == [TOLD | {"said": "“NFA”", "strength": "recorded"}]
    assert told.denominator == 1
    assert told.sentences == [
        "Children's Social Care recorded a concern raised by MGM about Child A (1 June 2018); its record gives the "
        "outcome as “NFA”."
    ]


def test_no_record_of_anything_done(reader: Reader) -> None:
    told = reader.ask(QUESTION, files(disclosure()))
    assert told.rows == [TOLD | {"strength": "no record found"}]
    assert told.sentences[0].endswith("done about it in the following four weeks.")


def test_something_was_done(reader: Reader) -> None:
    for rows in ((disclosure("Home visit made"),), (disclosure(), "9 June 2018,Child A,Visit,Seen,,")):
        told = reader.ask(QUESTION, files(*rows))
        assert (told.rows, told.denominator) == ([], 1)
        assert told.none.startswith("Each of the 1 concerns recorded as raised by the family or the public")


def test_whether_anything_was_done_cannot_be_told(reader: Reader) -> None:
    """Its records end within the four weeks, or it is only quoted, or the outcome says neither."""
    told = reader.ask(QUESTION, files(disclosure(), covers="2018-01-01..2018-06-20"))
    assert told.rows == [TOLD | {"strength": "cannot tell"}]
    quoted = f"{HEADS},Agency\n{disclosure()},{CSC}\n2 May 2018,Ms Z,Note,,,,GP"
    told = reader.ask(QUESTION, {"csc.csv": composite(quoted), "school.csv": own("School", SCHOOL)})
    assert told.rows == [TOLD | {"strength": "cannot tell"}]
    told = reader.ask(QUESTION, files(disclosure("Manager to consider")))
    assert told.rows == [TOLD | {"said": "“Manager to consider”", "strength": "cannot tell"}]


def test_not_yet_due(reader: Reader) -> None:
    told = reader.ask(QUESTION, files(disclosure(day="10 December 2018")))
    assert (told.rows, told.denominator) == ([], 0)
    later = reader.ask(QUESTION, files(disclosure("NFA", day="10 January 2019")))
    assert (later.rows, later.denominator) == ([], 0)


def test_a_day_only_partly_known(reader: Reader) -> None:
    told = reader.ask(QUESTION, files(disclosure(day="June 2018")))
    days = {"on_text": "June 2018", "from_day": "2018-06-01", "to_day": "2018-06-30"}
    assert told.rows == [TOLD | days | {"strength": "no record found"}]


def test_what_a_child_said_is_another_matter(reader: Reader) -> None:
    told = reader.ask(QUESTION, files(disclosure("NFA", person="Child A")))
    assert (told.rows, told.denominator) == ([], 0)


def test_a_referral_of_somebody_who_is_no_agency(reader: Reader) -> None:
    for sender in ("Neighbour", "Member of the public"):
        row = f"1 June 2018,Child A,Referral received,Crying at night,{sender},NFA"
        (found,) = reader.ask(QUESTION, files(row)).rows
        assert (found["raised_by"], found["strength"]) == (
            "somebody who is no agency or is not named",
            "recorded",
        )
        assert found["about"] == ["Child A"]


def test_what_an_agency_passed_on_is_no_concern_of_the_family(reader: Reader) -> None:
    row = "1 June 2018,Child A,Referral received,Crying at night,School,NFA"
    told = reader.ask(QUESTION, files(row))
    assert told.rows == []
    assert told.missing.startswith("No concern raised by the family or the public is recorded")
