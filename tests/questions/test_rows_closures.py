"""Services that closed because the family did not come: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

HEADS = "Date,Person,Event,Description,To,From,Received,Action"
CLOSED = "batons-closed-on-non-attendance"
SCHOOL = f"""{HEADS}
1 March 2018,Rowan,Referral,Sad since Christmas,CAMHS,,,Sent"""
CAMHS = f"""{HEADS}
5 March 2018,Rowan,Referral received,Sad since Christmas,,School,,Appointment offered
3 April 2018,Rowan,Was not brought,First appointment,,,,Second offered
1 May 2018,Rowan,Was not brought,Second appointment,,,,Discharged"""
ROW: dict[str, Any] = {
    "service": "CAMHS",
    "people": ["Rowan"],
    "closed_text": "1 May 2018",
    "word": "in the following 28 days no record was found of word of this to",
    "untold": ["School"],
    "agencies": ["CAMHS", "School"],
    "from_day": "2018-05-01",
    "to_day": "2018-05-29",
    "strength": "no record found",
    "certainty": "certain",
    "evidence_ids": ["school.csv row 2", "camhs.csv row 4"],
}


def two(camhs: str = CAMHS, school: str = SCHOOL) -> dict[str, Source]:
    """Both agencies' own chronologies."""
    return {"camhs.csv": own("CAMHS", camhs), "school.csv": own("School", school)}


def test_closed_and_the_referrer_not_told(reader: Reader) -> None:
    told = reader.ask(CLOSED, two())
    assert told.rows == [ROW]
    assert told.denominator == 1
    assert told.sentences == [
        "CAMHS closed its work with Rowan on non-attendance (1 May 2018); in the following 28 days no "
        "record was "
        "found of word of this to School."
    ]


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2 May 2018,Rowan,Discharge letter,Not brought twice,School,,,Sent", "8 May 2018"),
        ("29 May 2018,Rowan,Outcome letter,Not brought,School,,,Sent", "30 May 2018"),
        ("May 2018,Rowan,Notification,Not brought,School,,,Sent", "30 May 2018"),
    ],
    ids=["letter", "on the last day", "some day in May"],
)
def test_closed_and_the_referrer_told(reader: Reader, word: str, day: str) -> None:
    arrived = f"{SCHOOL}\n{day},Rowan,Information received,Not brought,,CAMHS,,Filed"
    told = reader.ask(CLOSED, two(f"{CAMHS}\n{word}", arrived))
    assert told.rows == []
    assert told.none == (
        "Each of the 1 closures on non-attendance was followed by recorded word of it to the referrer "
        "or, where no "
        "referrer is known, to another agency."
    )


def test_the_referrers_own_row_shows_that_it_was_told(reader: Reader) -> None:
    """Though the service has no row of sending it."""
    school = f"{SCHOOL}\n9 May 2018,Rowan,Outcome letter received,Closed,,CAMHS,,Filed"
    assert reader.ask(CLOSED, two(school=school)).rows == []


def test_word_to_another_agency_or_about_another_child_or_too_late_does_not_count(reader: Reader) -> None:
    words = "2 May 2018,Rowan,Discharge letter,x,GP,,,\n2 May 2018,Finn Marsh,Outcome letter,x,School,,,"
    late = "30 May 2018,Rowan,Outcome letter,Not brought,School,,,Sent"
    assert reader.ask(CLOSED, two(f"{CAMHS}\n{words}\n{late}")).rows == [ROW]


def test_word_was_sent_and_no_record_of_its_receipt_was_found(reader: Reader) -> None:
    told = reader.ask(CLOSED, two(f"{CAMHS}\n2 May 2018,Rowan,Outcome letter,Not brought,School,,,Sent"))
    assert told.sentences == [
        "CAMHS closed its work with Rowan on non-attendance (1 May 2018); word of this was sent, and no "
        "record of its "
        "receipt was found at School."
    ]
    assert told.column("evidence_ids") == [["school.csv row 2", "camhs.csv row 4", "camhs.csv row 5"]]


def test_the_source_records_that_word_did_not_arrive(reader: Reader) -> None:
    told = reader.ask(
        CLOSED, two(f"{CAMHS}\n2 May 2018,Rowan,Outcome letter,Not brought,School,,No,Returned")
    )
    assert told.column("strength") == ["recorded"]
    assert told.sentences == [
        "CAMHS closed its work with Rowan on non-attendance (1 May 2018); the source records that word "
        "of this did not "
        "reach School."
    ]


def test_whether_the_referrer_was_told_cannot_be_told(reader: Reader) -> None:
    """The service is only quoted, or its own chronology ends before the time for telling does."""
    lines = CAMHS.splitlines()
    quoted = "\n".join([f"{lines[0]},Agency", *(f"{line},CAMHS" for line in lines[1:])])
    files = two() | {"camhs.csv": composite(f"{quoted}\n,Rowan,Note,x,,,,,Housing")}
    told = reader.ask(CLOSED, files)
    assert told.column("strength") == ["cannot tell"]
    assert told.sentences == [
        "CAMHS closed its work with Rowan on non-attendance (1 May 2018); its own records for that time "
        "are not in hand, "
        "so whether it sent word to School cannot be told."
    ]
    short = two() | {"camhs.csv": own("CAMHS", CAMHS, "2018-01-01..2018-05-28")}
    assert reader.ask(CLOSED, short).column("strength") == ["cannot tell"]


def test_the_time_for_telling_is_not_over(reader: Reader) -> None:
    told = reader.ask(CLOSED, two(), review="incident_date = 2018-05-28")
    assert (told.rows, told.denominator) == ([], 0)
    assert len(reader.ask(CLOSED, two(), review="incident_date = 2018-05-29").rows) == 1


def test_nobody_is_known_as_the_referrer_and_nobody_was_told(reader: Reader) -> None:
    camhs = f"{HEADS}\n1 May 2018,Rowan,Case closure,No response to letters,,,,"
    told = reader.ask(CLOSED, {"camhs.csv": own("CAMHS", camhs)})
    assert told.rows == [
        ROW | {"untold": ["any other agency"], "agencies": ["CAMHS"], "evidence_ids": ["camhs.csv row 2"]}
    ]
    camhs += "\n2 May 2018,Rowan,Discharge letter,Not seen,GP,,,"
    assert reader.ask(CLOSED, {"camhs.csv": own("CAMHS", camhs)}).rows == []


def test_a_closure_for_another_reason_is_another_matter(reader: Reader) -> None:
    told = reader.ask(
        CLOSED, two(CAMHS.replace("Second appointment,,,,Discharged", "Second appointment,,,,Rebook"))
    )
    assert told.rows == []
    assert told.missing.startswith("No closure or discharge by a service is recorded")
    done = CAMHS.replace(
        "Was not brought,Second appointment,,,,Discharged", "Case closure,Work finished,,,,Closed"
    )
    told = reader.ask(CLOSED, two(done))
    assert (told.rows, told.denominator, told.missing) == ([], 0, "")


def test_a_referral_of_an_earlier_time_of_work_is_not_waited_for(reader: Reader) -> None:
    """CAMHS closed in February; only the GP's referral after that is behind the closure of May."""
    school = f"{HEADS}\n10 January 2018,Rowan,Referral,x,CAMHS,,,"
    camhs = f"""{HEADS}
12 January 2018,Rowan,Referral received,x,,School,,Seen
1 February 2018,Rowan,Case closure,Work finished,,,,
2 March 2018,Rowan,Referral received,x,,GP,,Seen
1 May 2018,Rowan,Was not brought,x,,,,Discharged"""
    gp = f"{HEADS}\n1 March 2018,Rowan,Referral,x,CAMHS,,,"
    told = reader.ask(CLOSED, two(camhs, school) | {"gp.csv": own("GP", gp)})
    assert told.column("untold") == [["GP"]]


def test_a_closure_and_its_letter_are_one_matter(reader: Reader) -> None:
    told = reader.ask(CLOSED, two(f"{CAMHS}\n20 May 2018,Rowan,Case closure,Not brought twice: DNA,,,,"))
    assert told.rows == [ROW]


def test_a_referral_that_may_have_come_after_the_closure_is_only_possible(reader: Reader) -> None:
    """Some day in May, with the closure on the first."""
    camhs = CAMHS.replace(
        "5 March 2018,Rowan,Referral received,Sad since Christmas,,School,,Appointment offered\n", ""
    )
    told = reader.ask(CLOSED, two(camhs, SCHOOL.replace("1 March 2018", "May 2018")))
    assert (told.column("untold"), told.column("certainty")) == ([["School"]], ["possible"])
