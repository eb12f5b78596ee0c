"""Assessments of a child that left out a parent, partner or resident adult: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, Source, composite, own

QUESTION = "adults-left-out-of-assessment"
CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,Outcome"
PEOPLE = """person_id,name,kind,sex,index_child,stays,kin
child-a,Child A,child,,yes,home:2017-01-01..,
mother,Mother,adult,female,,home:2017-01-01..,parent of child-a
father,Father,adult,male,,,parent of child-a
mr-k,Mr K,adult,male,,{stays},{kin}
"""
ASSESSED = "1 June 2018,Child A; Mother,Core assessment,Seen at home,Closed"
LEFT_OUT: dict[str, Any] = {
    "assessment_id": "csc.csv row 2",
    "what": "an assessment (“Core assessment”)",
    "agency": CSC,
    "on_text": "1 June 2018",
    "children": ["Child A"],
    "covered": ["Child A", "Mother"],
    "left_out": ["Father (a parent of Child A)"],
    "because": "",
    "people": ["Father", "Child A"],
    "agencies": [CSC],
    "from_day": "2018-06-01",
    "to_day": "2018-06-01",
    "certainty": "certain",
    "evidence_ids": ["csc.csv row 2"],
}


def csc(*rows: str, covers: str = "2018-01-01..2018-12-31") -> dict[str, Source]:
    """Children's social care's own chronology."""
    return {"csc.csv": own(CSC, "\n".join([HEADS, *rows]), covers)}


def people(stays: str = "", kin: str = "") -> str:
    """people.csv with a child, its parents and Mr K."""
    return PEOPLE.format(stays=stays, kin=kin)


def test_a_parent_left_out(reader: Reader) -> None:
    told = reader.ask(QUESTION, csc(ASSESSED), people=people())
    assert told.rows == [LEFT_OUT | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        "Children's Social Care recorded an assessment (“Core assessment”) of Child A (1 June 2018) in which Child A "
        "and Mother had a part. Its records show no part in it of Father (a parent of Child A), nor contact with them "
        "in the weeks before."
    ]


def test_everybody_had_a_part(reader: Reader) -> None:
    """In the column of people; or in a contact of the same agency not longer than eight weeks before."""
    named = ASSESSED.replace("Mother,", "Mother; Father,")
    visit = "6 April 2018,Father,Visit,Seen,"
    for rows in ((named,), (visit, ASSESSED)):
        told = reader.ask(QUESTION, csc(*rows), people=people())
        assert (told.rows, told.denominator) == ([], 1)
        assert told.none.startswith("Each of the 1 assessments of a child shows every parent")


def test_earlier_contact_missed_contact_and_contact_of_others_are_no_part(reader: Reader) -> None:
    """Eight weeks before 1 June is 6 April."""
    gp = own("GP", f"{HEADS}\n20 May 2018,Father,Consultation,,")
    for row in ("5 April 2018,Father,Visit,Seen,", "20 May 2018,Father,No access,,"):
        told = reader.ask(QUESTION, csc(row, ASSESSED) | {"gp.csv": gp}, people=people())
        assert told.column("left_out") == [["Father (a parent of Child A)"]]


def test_partners_and_residents_of_that_time(reader: Reader) -> None:
    """The row says "Closed", so the eight weeks before it are the time of the assessment."""
    father = "Father (a parent of Child A)"
    for stays, kin, part in (
        ("home:2018-01-01..", "", "living in the household"),
        ("home:2018-01-01..2018-05-20", "", "living in the household until 20 May 2018"),
        ("", "partner of mother 2018-02..", "partner of Mother"),
        ("home:2018-01-01..", "partner of mother 2018-02..", "living in the household, partner of Mother"),
    ):
        told = reader.ask(QUESTION, csc(ASSESSED), people=people(stays, kin))
        assert told.column("left_out") == [[father, f"Mr K ({part})"]]
        assert told.column("certainty") == ["certain"]


def test_others_of_other_times(reader: Reader) -> None:
    for stays, kin in (
        ("home:2018-01-01..2018-04-05", ""),
        ("home:2018-06-02..", ""),
        ("home:2018-06..", ""),
        ("elsewhere:2018-01-01..", ""),
        ("", "ex-partner of mother"),
        ("", "partner of mother 2016..2018-03"),
        ("", "partner of mother 2018-06-02.."),
        ("", "grandparent of child-a"),
    ):
        told = reader.ask(QUESTION, csc(ASSESSED), people=people(stays, kin))
        assert told.column("left_out") == [["Father (a parent of Child A)"]], (stays, kin)


def test_begun_and_completed_the_time_is_from_one_to_the_other(reader: Reader) -> None:
    begun = "1 May 2018,Child A; Mother,Core assessment,Started,"
    both = csc(begun, ASSESSED)
    (row,) = reader.ask(QUESTION, both, people=people("home:2018-01-01..2018-04-20")).rows
    assert row["left_out"] == ["Father (a parent of Child A)"]
    assert (row["on_text"], row["to_day"]) == ("1 May 2018, completed 1 June 2018", "2018-06-01")
    assert row["evidence_ids"] == ["csc.csv row 2", "csc.csv row 3"]
    (row,) = reader.ask(QUESTION, both, people=people("home:2018-05-20..")).rows
    assert row["left_out"][1:] == ["Mr K (living in the household)"]


def test_what_depends_on_a_date_not_known_is_possible(reader: Reader) -> None:
    """Only Mr K is left out, and when he and the mother were partners is not given."""
    all_seen = csc(ASSESSED.replace("Mother,", "Mother; Father,"))
    told = reader.ask(QUESTION, all_seen, people=people(kin="partner of mother"))
    assert told.column("left_out") == [["Mr K (partner of Mother)"]]
    assert told.column("certainty") == ["possible"]


def test_the_assessing_agency_is_only_quoted_or_its_records_end_before(reader: Reader) -> None:
    lines = f"{HEADS},Agency\n{ASSESSED},{CSC}\n1 May 2018,Mother,Note,,,GP"
    told = reader.ask(QUESTION, {"csc.csv": composite(lines)}, people=people())
    because = "the agency's own records are not in hand"
    assert told.rows == [LEFT_OUT | {"because": because, "strength": "cannot tell"}]
    assert told.sentences[0].endswith("but the agency's own records are not in hand.")
    told = reader.ask(QUESTION, csc(ASSESSED, covers="2018-01-01..2018-05-31"), people=people())
    assert told.column("strength") == ["cannot tell"]


def test_a_row_that_names_no_adult_does_not_tell_whom_it_took_in(reader: Reader) -> None:
    told = reader.ask(QUESTION, csc(ASSESSED.replace("; Mother", "")), people=people())
    parents = ["Father (a parent of Child A)", "Mother (a parent of Child A, living in the household)"]
    assert (told.column("left_out"), told.column("strength")) == ([parents], ["cannot tell"])
    assert told.sentences == [
        "Children's Social Care is recorded as making an assessment (“Core assessment”) of Child A (1 June 2018) in "
        "which Child A had a part. The rows in hand show no part in it of Father (a parent of Child A) and Mother (a "
        "parent of Child A, living in the household), but they name no adult at all, so it is not told whom it "
        "covered."
    ]


def test_what_is_no_assessment_of_a_child_or_is_still_to_come(reader: Reader) -> None:
    adult = "1 June 2018,Mother,Assessment,Depression,"
    told = reader.ask(QUESTION, csc(adult, "2 June 2019,Child A,Assessment,,"), people=people())
    assert (told.rows, told.denominator) == ([], 0)


def test_one_who_had_died(reader: Reader) -> None:
    dead = """person_id,name,kind,index_child,died,kin
child-a,Child A,child,yes,,
mother,Mother,adult,,,parent of child-a
father,Father,adult,,2018-02-01,parent of child-a
"""
    told = reader.ask(QUESTION, csc(ASSESSED), people=dead)
    assert (told.rows, told.denominator) == ([], 1)


def test_what_is_missing_is_said(reader: Reader) -> None:
    none = reader.ask(QUESTION, csc("1 June 2018,Child A,Visit,,"), people=people())
    assert none.missing.startswith("No row of the records is a dated assessment of a child")
    alone = "person_id,name,kind,index_child\nchild-a,Child A,child,yes\nms-z,Ms Z,adult,"
    unknown = reader.ask(QUESTION, csc(ASSESSED.replace("; Mother", "; Ms Z")), people=alone)
    assert unknown.missing.startswith("The records do not say who the parents of the children were")


def test_the_view_of_men(reader: Reader) -> None:
    father_alone = csc("1 June 2018,Child A; Father,Core assessment,Seen,Closed")
    told = reader.ask(QUESTION, father_alone, people=people())
    assert told.column("left_out") == [["Mother (a parent of Child A, living in the household)"]]
    assert reader.ask(QUESTION, father_alone, people=people(), given={"view": "men"}).rows == []
