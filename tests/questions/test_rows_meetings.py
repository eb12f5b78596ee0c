"""Meetings, who came and who was not asked: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

ATTENDANCE = "batons-meeting-attendance"
CSC = "Children's Social Care"
HEADS = "Date,Person,Event,To,Description"
MEETING = f"""{HEADS}
1 May 2018,Child A,Invitation,Health Visiting,Core group
2 June 2018,Child A,Core group,,Present: HV. Apologies from GP. Report from school
3 June 2018,Child A,Note,,Minutes typed"""
SCHOOL = f"{HEADS}\n1 May 2018,Child A,Visit,,"
PROBATION = f"{HEADS}\n4 March 2018,Child A,Visit,,\n1 June 2018,Mr K,Visit,,\n3 June 2018,Child A,Visit,,"
HV = f"{HEADS}\n3 May 2018,Child A,Visit,,"
ROW: dict[str, Any] = {
    "meeting": "core group",
    "on_text": "2 June 2018",
    "held_by": CSC,
    "told": f"recorded as asked: Health Visiting; recorded as present: {CSC}, Health Visiting; apologies: GP; "
    "reports: School",
    "others": ["Probation"],
    "days_text": "90 days",
    "people": ["Child A"],
    "agencies": [CSC, "Health Visiting", "Probation"],
    "from_day": "2018-06-02",
    "to_day": "2018-06-02",
    "certainty": "certain",
    "evidence_ids": ["csc.csv row 2", "csc.csv row 3", "probation.csv row 2"],
}


def files(
    csc: str = MEETING, probation: str = PROBATION, covers: str = "2018-01-01..2018-12-31"
) -> dict[str, Source]:
    """Social care, which held it, and four agencies that knew the child."""
    return {
        "csc.csv": own(CSC, csc, covers),
        "hv.csv": own("Health Visiting", HV),
        "school.csv": own("School", SCHOOL),
        "gp.csv": own("GP", SCHOOL),
        "probation.csv": own("Probation", probation),
    }


def test_an_agency_in_contact_that_was_neither_asked_nor_there(reader: Reader) -> None:
    """Probation saw the child on 4 March, 90 days before; its other rows are of a man, or from after the day."""
    told = reader.ask(ATTENDANCE, files())
    assert told.rows == [ROW | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"The core group of 2 June 2018 about Child A: recorded as asked: Health Visiting; recorded as present: {CSC}, "
        "Health Visiting; apologies: GP; reports: School. With entries about them in the 90 days before, and no "
        "record found that they were asked or came: Probation."
    ]


@pytest.mark.parametrize(
    ("who", "rows"), [("Mother", 1), ("Mother; Child B", 0), ("Mother; Child A; Child B", 1)]
)
def test_entries_about_a_parent_and_another_child_are_of_another_matter(
    reader: Reader, who: str, rows: int
) -> None:
    meeting = MEETING.replace("Child A,Core group", "Child A; Mother,Core group")
    told = reader.ask(ATTENDANCE, files(meeting, probation=f"{HEADS}\n4 May 2018,{who},Visit,,"))
    assert told.column("others") == [["Probation"]] * rows


def test_what_an_agency_that_was_not_there_had_passed_on(reader: Reader) -> None:
    """What Health Visiting passed is not told, as it was there; nor what is of another child, or came before."""
    rows = (
        f"20 May 2018,Child A,Reply sent,{CSC},\n1 June 2018,Child B,Referral,{CSC},\n"
        f"3 March 2018,Child A,Referral,{CSC},"
    )
    more = files() | {
        "gp.csv": own("GP", f"{SCHOOL}\n{rows}"),
        "hv.csv": own("Health Visiting", f"{HV}\n4 May 2018,Child A,Referral,{CSC},"),
    }
    told = reader.ask(ATTENDANCE, more)
    assert told.column("told") == [
        f"{ROW['told']}; passed to {CSC} about them in the 90 days before, by agencies not recorded as present: GP (20 "
        "May 2018)"
    ]
    assert "gp.csv row 3" in told.rows[0]["evidence_ids"]


def test_every_agency_in_contact_was_asked_or_there(reader: Reader) -> None:
    told = reader.ask(ATTENDANCE, files(), given={"days": 89})
    assert told.rows == []
    assert told.none.startswith("Each of the 1 meetings was quorate as far as the records say")
    asked = MEETING.replace("Invitation,Health Visiting", "Invitation,Health Visiting; Probation")
    assert reader.ask(ATTENDANCE, files(asked)).rows == []


def test_the_records_of_whoever_held_it_are_not_in_hand(reader: Reader) -> None:
    """They begin too late, or the meeting is only quoted."""
    told = reader.ask(ATTENDANCE, files(covers="2018-03-05..2018-12-31"))
    assert told.rows == [ROW | {"strength": "cannot tell"}]
    quoted = "Date,Agency,Person,Event\n2 June 2018,Police,Child A,Conference\n,GP,x,Note"
    told = reader.ask(
        ATTENDANCE, {"all.csv": composite(quoted), "probation.csv": own("Probation", PROBATION)}
    )
    assert told.column("strength") == ["cannot tell"]
    assert told.column("told") == ["no agency is recorded as asked; recorded as present: Police"]


def test_a_meeting_recorded_as_not_quorate(reader: Reader) -> None:
    text = MEETING.replace("Present: HV.", "Not quorate. Present: HV.")
    told = reader.ask(ATTENDANCE, files(text))
    assert told.rows == [ROW | {"told": f"{ROW['told']}; recorded as not quorate", "strength": "recorded"}]
    alone = reader.ask(ATTENDANCE, files(text), given={"days": 1})
    assert alone.column("others") == [["none"]]
    assert alone.column("certainty") == ["certain"]


@pytest.mark.parametrize(
    ("month", "certainty"), [("March 2018", "possible"), ("April 2018", "certain"), ("June 2018", "possible")]
)
def test_a_contact_known_only_by_its_month(reader: Reader, month: str, certainty: str) -> None:
    told = reader.ask(ATTENDANCE, files(probation=f"{HEADS}\n{month},Child A,Visit,,"))
    assert told.column("certainty") == [certainty]


def test_no_meeting_or_one_after_the_end(reader: Reader) -> None:
    told = reader.ask(ATTENDANCE, files(SCHOOL))
    assert told.missing.startswith("No dated strategy discussion, conference, core group or other meeting")
    later = files(MEETING.replace("2 June 2018", "2 June 2019"))
    assert reader.ask(ATTENDANCE, later).missing
