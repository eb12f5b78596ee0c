"""Visits and appointments in a row that did not take place, and no response: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

WITHDRAWN = "engagement-contact-withdrawn"
HEADS = "Date,Person,Event,To,Description"
HV = f"""{HEADS}
1 February 2018,Child A; Mother,Visit,,
1 March 2018,Child A; Mother,No access,,Card left
15 March 2018,Child A; Mother,Cancelled,,By text
1 June 2018,Child A; Mother,Visit,,
1 July 2018,Child A; Mother,No access,,"""
ROW: dict[str, Any] = {
    "agency": "Health Visiting",
    "times": 2,
    "on_texts": ["1 March 2018", "15 March 2018"],
    "days_text": "28 days",
    "people": ["Child A", "Mother"],
    "agencies": ["Health Visiting"],
    "from_day": "2018-03-01",
    "to_day": "2018-03-15",
    "certainty": "certain",
    "evidence_ids": ["hv.csv row 3", "hv.csv row 4"],
}


def files(more: str = "", covers: str = "2018-01-01..2018-12-31", text: str = HV) -> dict[str, Source]:
    """The health visitors' own chronology with one more row."""
    return {"hv.csv": own("Health Visiting", f"{text}\n{more}", covers)}


def test_two_in_a_row_and_nothing_recorded_in_response(reader: Reader) -> None:
    told = reader.ask(WITHDRAWN, files())
    assert told.rows == [ROW | {"strength": "no record found"}]
    assert told.sentences == [
        "Health Visiting recorded 2 visits, appointments or attendances in a row with Child A and Mother that did not "
        "take place (1 March 2018 and 15 March 2018); no record was found of a referral, meeting, decision or "
        "supervision of Health Visiting about it from then until 28 days after the last."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "12 April 2018,Child A,Referral,GP,",
        "5 March 2018,Mother,Notification,School,",
        "12 April 2018,Child A,Meeting,,",
        "12 April 2018,Child A,Decision,,",
        "10 March 2018,Child A; Mother,Visit,,Seen in between",
    ],
)
def test_something_was_done_or_a_visit_took_place(reader: Reader, row: str) -> None:
    """12 April is the 28th day after."""
    told = reader.ask(WITHDRAWN, files(row))
    assert told.rows == []
    assert told.none.startswith("Wherever several visits, appointments or attendances in a row")


@pytest.mark.parametrize(
    "row",
    [
        "13 April 2018,Child A,Referral,GP,",
        "28 February 2018,Child A,Referral,GP,",
        "12 April 2018,Mr K,Referral,GP,",
        "10 March 2018,Mr K,Visit,,",
    ],
)
def test_something_about_others_or_at_another_time(reader: Reader, row: str) -> None:
    assert reader.ask(WITHDRAWN, files(row)).rows == [ROW | {"strength": "no record found"}]


def test_the_records_of_the_agency_are_not_in_hand(reader: Reader) -> None:
    told = reader.ask(WITHDRAWN, files(covers="2018-01-01..2018-04-11"))
    assert told.rows == [ROW | {"strength": "cannot tell"}]
    lines = HV.splitlines()
    quoted = "\n".join(
        [f"{lines[0]},Agency", *(f"{line},Health Visiting" for line in lines[1:]), ",x,Note,,,GP"]
    )
    told = reader.ask(WITHDRAWN, {"hv.csv": composite(quoted)})
    assert told.column("strength") == ["cannot tell"]


def test_a_time_for_a_response_that_is_not_over(reader: Reader) -> None:
    for day, rows in (("2018-04-12", 1), ("2018-04-11", 0)):
        assert len(reader.ask(WITHDRAWN, files(), review=f"incident_date = {day}").rows) == rows


def test_more_in_a_row_than_asked_about_and_a_month(reader: Reader) -> None:
    assert reader.ask(WITHDRAWN, files(), given={"least": 3}).rows == []
    three = reader.ask(WITHDRAWN, files("April 2018,Child A; Mother,Did not attend,,"), given={"least": 3})
    assert three.column("on_texts") == [["1 March 2018", "15 March 2018", "April 2018"]]
    assert three.column("certainty") == ["possible"]
    assert three.column("to_day") == ["2018-04-30"]


def test_no_visit_or_appointment_is_recorded_as_not_taking_place(reader: Reader) -> None:
    told = reader.ask(WITHDRAWN, files(text=f"{HEADS}\n1 February 2018,Child A,Visit,,"))
    assert told.missing.startswith("No entry in hand records a visit or appointment that did not take place")
