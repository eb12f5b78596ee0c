"""The family moved out of the area, and the case not passed on: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

HEADS = "Date,Person,Event,Description,To,From,Received"
MOVED = "batons-moved-area"
HOUSING = f"""{HEADS}
1 May 2018,Kayla Marsh; Rowan,Moved,Temporary accommodation in another borough,,,"""
HV = f"""{HEADS}
10 March 2018,Rowan,Visit,Weighed,,,
12 April 2018,Rowan,Visit,Weighed,,,"""
PEOPLE = """person_id,name,kind,index_child
rowan,Rowan,child,yes
kayla-marsh,Kayla Marsh,adult,"""
ROW: dict[str, Any] = {
    "people": ["Kayla Marsh", "Rowan"],
    "moved_text": "1 May 2018",
    "waiting": ["HV"],
    "days_after": 60,
    "agencies": ["HV"],
    "from_day": "2018-05-01",
    "to_day": "2018-06-30",
    "strength": "no record found",
    "certainty": "certain",
    "evidence_ids": ["housing.csv row 2", "hv.csv row 3"],
}


def two(hv: str = HV, housing: str = HOUSING) -> dict[str, Source]:
    """Both agencies' own chronologies."""
    return {"hv.csv": own("HV", hv), "housing.csv": own("Housing", housing)}


def test_moved_and_nothing_passed_on(reader: Reader) -> None:
    told = reader.ask(MOVED, two(), people=PEOPLE)
    assert told.rows == [ROW]
    assert told.denominator == 1
    assert told.sentences == [
        "A move of Kayla Marsh and Rowan out of the area is recorded (1 May 2018); in the 60 days after "
        "it no record was "
        "found of anything passed on to another agency by HV, in contact with the family until then."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "9 May 2018,Rowan,Transfer,Records sent,Southmere HV,,",
        "30 June 2018,Rowan,Notification,Moved,GP,,",
        "20 April 2018,Rowan,Discharge,About to move,GP,,",
        "5 August 2018,Rowan,Visit,Still seen here,,,",
    ],
    ids=["records", "last day", "just before", "still working with them"],
)
def test_moved_and_passed_on(reader: Reader, row: str) -> None:
    told = reader.ask(MOVED, two(f"{HV}\n{row}"), people=PEOPLE)
    assert told.rows == []
    assert told.none == (
        "Of the 1 recorded moves of the family, none is recorded as leaving the area without the "
        "agencies working with "
        "the child passing something on."
    )


def test_what_did_not_arrive_is_recorded_so(reader: Reader) -> None:
    told = reader.ask(MOVED, two(f"{HV}\n9 May 2018,Rowan,Transfer,Records sent,GP,,No"), people=PEOPLE)
    assert told.column("strength") == ["recorded"]
    assert told.sentences == [
        "A move of Kayla Marsh and Rowan out of the area is recorded (1 May 2018); the source records "
        "that what was passed "
        "on then did not arrive. Working with the child until then: HV."
    ]


def test_records_of_the_agency_are_not_in_hand(reader: Reader) -> None:
    lines = HV.splitlines()
    quoted = "\n".join([f"{lines[0]},Agency", *(f"{line},HV" for line in lines[1:])])
    files = two() | {"hv.csv": composite(f"{quoted}\n,Rowan,Note,x,,,,GP")}
    told = reader.ask(MOVED, files, people=PEOPLE)
    assert told.column("strength") == ["cannot tell"]
    assert told.sentences[0].endswith("as their own records for that time are not in hand: HV.")
    short = two() | {"hv.csv": own("HV", HV, "2018-01-01..2018-06-29")}
    assert reader.ask(MOVED, short, people=PEOPLE).column("strength") == ["cannot tell"]


def test_a_move_within_the_area_or_not_said_to_cross_a_boundary(reader: Reader) -> None:
    told = reader.ask(
        MOVED, two(housing=HOUSING.replace("Temporary accommodation in another borough", "New flat"))
    )
    assert (told.rows, told.denominator) == ([], 1)
    assert told.none.startswith("Of the 1 recorded moves")


def test_no_move_is_recorded(reader: Reader) -> None:
    told = reader.ask(MOVED, {"hv.csv": own("HV", HV)})
    assert told.missing.startswith("No agency recorded a move of the family")


def test_the_time_for_passing_on_is_not_over(reader: Reader) -> None:
    assert reader.ask(MOVED, two(), people=PEOPLE, review="incident_date = 2018-06-29").rows == []
    assert len(reader.ask(MOVED, two(), people=PEOPLE, review="incident_date = 2018-06-30").rows) == 1


def test_a_move_told_of_by_two_agencies_is_one(reader: Reader) -> None:
    hv = f"{HV}\n15 May 2018,Rowan,Note,Moved out of area,,,"
    told = reader.ask(MOVED, two(hv), people=PEOPLE)
    assert told.column("from_day") == ["2018-05-01"]


def test_agencies_gone_before_the_move_are_not_waited_for(reader: Reader) -> None:
    """The last contact lies more than 120 days before the move."""
    hv = f"{HEADS}\n31 December 2017,Rowan,Visit,Weighed,,,"
    assert reader.ask(MOVED, two(hv), people=PEOPLE).rows == []


def test_a_move_in_a_month_may_have_come_before_the_last_contact(reader: Reader) -> None:
    housing = HOUSING.replace("1 May 2018", "April 2018")
    hv = f"{HEADS}\n12 April 2018,Rowan,Visit,Weighed,,,"
    told = reader.ask(MOVED, two(hv, housing), people=PEOPLE)
    assert (told.column("certainty"), told.column("to_day")) == (["possible"], ["2018-06-29"])
