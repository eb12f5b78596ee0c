"""Disagreement without escalation, decisions without oversight: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

HEADS = "Date,Person,Event,Description,To,From,Received,Action"
ESCALATED, OVERSIGHT = "challenge-not-escalated", "challenge-no-oversight"
SCHOOL = f"""{HEADS}
1 March 2018,Rowan,Telephone call,Rang duty. Disagreed with the decision to close,,,,"""
ROW: dict[str, Any] = {
    "agency": "School",
    "people": ["Rowan"],
    "on_text": "1 March 2018",
    "days_after": 28,
    "agencies": ["School"],
    "from_day": "2018-03-01",
    "to_day": "2018-03-29",
    "strength": "no record found",
    "evidence_ids": ["school.csv row 2"],
}


def quoted(text: str, agency: str) -> Source:
    """The same rows, quoted of the agency in a composite chronology."""
    lines = text.splitlines()
    told = "\n".join([f"{lines[0]},Agency", *(f"{line},{agency}" for line in lines[1:])])
    return composite(f"{told}\n,x,Note,,,,,,Housing")


def school(text: str = SCHOOL, covers: str = "2018-01-01..2018-12-31") -> dict[str, Source]:
    """The school's own chronology."""
    return {"school.csv": own("School", text, covers)}


def test_disagreed_and_not_escalated(reader: Reader) -> None:
    told = reader.ask(ESCALATED, school())
    assert told.rows == [ROW]
    assert told.denominator == 1
    assert told.sentences == [
        "School recorded a disagreement about Rowan (1 March 2018); in the following 28 days no record "
        "was found of an "
        "escalation, a meeting or a further challenge by it about them."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "29 March 2018,Rowan,Escalation,To the head of service,CSC,,,",
        "March 2018,Rowan,Escalation,Some day in March,CSC,,,",
        "10 March 2018,Rowan,Professionals meeting,About the closure,,,,",
        "10 March 2018,Rowan,Disagreement,Wrote again,,,,",
    ],
    ids=["escalated", "perhaps before", "met", "challenged again"],
)
def test_disagreed_and_taken_further(reader: Reader, row: str) -> None:
    """A second challenge is itself a disagreement, here of April, and is asked about on its own."""
    told = reader.ask(ESCALATED, school(f"{SCHOOL}\n{row}"))
    assert "2018-03-01" not in told.column("from_day")


def test_every_disagreement_was_taken_further(reader: Reader) -> None:
    told = reader.ask(ESCALATED, school(f"{SCHOOL}\n2 March 2018,Rowan,Escalation,Letter,CSC,,,"))
    assert told.none == (
        "Each of the 1 recorded disagreements was followed by an escalation, a meeting or a further "
        "challenge."
    )


def test_escalation_about_another_child_or_too_late_does_not_count(reader: Reader) -> None:
    rows = "2 March 2018,Finn Marsh,Escalation,x,CSC,,,\n30 March 2018,Rowan,Escalation,x,CSC,,,"
    assert reader.ask(ESCALATED, school(f"{SCHOOL}\n{rows}")).rows == [ROW]


def test_the_escalation_is_recorded_as_not_arrived(reader: Reader) -> None:
    told = reader.ask(ESCALATED, school(f"{SCHOOL}\n2 March 2018,Rowan,Escalation,Letter,CSC,,No,"))
    assert told.column("strength") == ["recorded"]
    assert told.sentences[0].endswith("the source records that its escalation did not arrive.")


def test_whether_it_was_escalated_cannot_be_told(reader: Reader) -> None:
    told = reader.ask(ESCALATED, {"school.csv": quoted(SCHOOL, "School")})
    assert told.rows == [ROW | {"strength": "cannot tell"}]
    told = reader.ask(ESCALATED, school(covers="2018-01-01..2018-03-28"))
    assert told.rows == [ROW | {"strength": "cannot tell"}]


def test_the_time_for_escalating_is_not_over(reader: Reader) -> None:
    assert reader.ask(ESCALATED, school(), review="incident_date = 2018-03-28").rows == []
    assert len(reader.ask(ESCALATED, school(), review="incident_date = 2018-03-29").rows) == 1


def test_no_disagreement_is_recorded(reader: Reader) -> None:
    told = reader.ask(
        ESCALATED, school(f"{HEADS}\n1 March 2018,Rowan,Visit,Mother disagreed with the plan,,,,")
    )
    assert told.missing.startswith("No disagreement between professionals is recorded")


CSC = f"""{HEADS}
1 March 2018,Rowan,Referral received,Bruise,,School,,NFA
1 May 2018,Rowan,Case closure,Work finished,,,,
1 July 2018,Finn Marsh,Case closure,Agreed with manager,,,,"""
ALONE: dict[str, Any] = {
    "agency": "CSC",
    "without": 2,
    "of_all": 3,
    "days_near": 14,
    "elsewhere": 1,
    "what": ["decision of 1 March 2018", "closure of 1 May 2018"],
    "people": ["Rowan"],
    "agencies": ["CSC"],
    "from_day": "2018-03-01",
    "to_day": "2018-05-01",
    "strength": "no record found",
    "evidence_ids": ["csc.csv row 2", "csc.csv row 3"],
}


def csc(text: str = CSC, covers: str = "2018-01-01..2018-12-31") -> dict[str, Source]:
    """The own chronology of children's social care."""
    return {"csc.csv": own("CSC", text, covers)}


def test_decisions_with_no_oversight_are_one_finding_an_agency(reader: Reader) -> None:
    told = reader.ask(OVERSIGHT, csc())
    assert told.rows == [ALONE]
    assert told.denominator == 3
    assert told.sentences == [
        "CSC, decisions, closures and completed assessments: for 2 of 3 no record was found of a "
        "manager's part, or of "
        "supervision about the same people within 14 days (decision of 1 March 2018 and closure of 1 "
        "May 2018). Entries "
        "of CSC that tell of either at any time: 1."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "15 May 2018,Rowan,Supervision,,,,,",
        "17 April 2018,Rowan,Visit,Discussed with manager,,,,",
        "May 2018,Rowan,Supervision,Some day in May,,,,",
    ],
)
def test_supervision_near_a_decision_counts(reader: Reader, row: str) -> None:
    told = reader.ask(OVERSIGHT, csc(f"{CSC}\n{row}"))
    assert told.column("what") == [["decision of 1 March 2018"]]


@pytest.mark.parametrize(
    "row",
    ["16 May 2018,Rowan,Supervision,,,,,", "1 May 2018,Finn Marsh,Supervision,,,,,"],
    ids=["late", "other child"],
)
def test_supervision_too_late_or_about_another_child_does_not(reader: Reader, row: str) -> None:
    assert reader.ask(OVERSIGHT, csc(f"{CSC}\n{row}")).rows == [ALONE | {"elsewhere": 2}]


def test_every_decision_shows_oversight(reader: Reader) -> None:
    told = reader.ask(OVERSIGHT, csc(f"{HEADS}\n1 July 2018,Rowan,Case closure,Signed off,,,,"))
    assert told.none == (
        "For each of the 1 dated decisions, closures and completed assessments of agencies that hold "
        "cases, a manager's "
        "part or supervision about the same people is recorded."
    )


def test_the_source_says_that_there_was_none(reader: Reader) -> None:
    told = reader.ask(
        OVERSIGHT, csc(f"{HEADS}\n1 May 2018,Rowan,Case closure,Not discussed with manager,,,,")
    )
    assert told.column("strength") == ["recorded"]
    assert told.sentences == [
        "CSC, decisions, closures and completed assessments: 1 of 1 are recorded as having no "
        "management oversight "
        "(closure of 1 May 2018)."
    ]


def test_whether_there_was_oversight_cannot_be_told(reader: Reader) -> None:
    """Children's social care is only quoted, or its own chronology begins within the days that matter."""
    told = reader.ask(OVERSIGHT, {"csc.csv": quoted(CSC, "CSC")})
    assert told.rows == [ALONE | {"strength": "cannot tell"}]
    told = reader.ask(OVERSIGHT, csc(covers="2018-02-16..2018-12-31"))
    assert told.column("strength") == ["cannot tell", "no record found"]
    assert told.column("what") == [["decision of 1 March 2018"], ["closure of 1 May 2018"]]
    assert (
        "CSC, decisions, closures and completed assessments: for 1 of 3 it cannot be told whether there was "
        "management oversight, as its own records for all of the 14 days before and after are not in hand "
        "(decision of 1 March 2018)."
    ) in told.sentences


def test_a_list_of_many_stays_short(reader: Reader) -> None:
    decisions = "\n".join(f"{day} May 2018,Rowan,Decision,,,,," for day in range(1, 11))
    (what,) = reader.ask(OVERSIGHT, csc(f"{HEADS}\n{decisions}")).column("what")
    assert what[-2:] == ["decision of 8 May 2018", "2 more"]


def test_closures_about_the_same_people_within_four_weeks_are_one(reader: Reader) -> None:
    """The letter of 22 May tells of the closure of 1 May; that of 30 June, and Finn's, are others."""
    rows = f"""{HEADS}
1 May 2018,Rowan,Case closure,Work finished,,,,
22 May 2018,Rowan,Case closure,Letter,,,,
23 May 2018,Finn Marsh,Case closure,Work finished,,,,
30 June 2018,Rowan,Case closure,Work finished,,,,"""
    told = reader.ask(OVERSIGHT, csc(rows))
    assert told.column("what") == [
        ["closure of 1 May 2018", "closure of 23 May 2018", "closure of 30 June 2018"]
    ]
    assert (told.column("of_all"), told.denominator) == ([3], 3)


def test_agencies_that_hold_no_cases_are_not_asked(reader: Reader) -> None:
    police = f"{HEADS}\n1 May 2018,Rowan,Case closure,Filed,,,,"
    told = reader.ask(OVERSIGHT, {"police.csv": own("Police", police)})
    assert told.missing.startswith(
        "No decision, closure or completed assessment of an agency that holds cases"
    )
    told = reader.ask(OVERSIGHT, {"police.csv": own("Police", police)}, given={"sectors": "police"})
    assert told.column("without") == [1]


def test_days_that_are_not_over_and_undated_decisions_are_left_out(reader: Reader) -> None:
    told = reader.ask(OVERSIGHT, csc(f"{CSC}\n,Rowan,Case closure,,,,,"), review="incident_date = 2018-05-14")
    assert (told.column("what"), told.denominator) == ([["decision of 1 March 2018"]], 1)
