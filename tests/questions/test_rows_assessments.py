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
    "weeks_before": 8,
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
        "in the 8 weeks before."
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
    assert none.missing.startswith("No dated assessment of a child is recorded")
    alone = "person_id,name,kind,index_child\nchild-a,Child A,child,yes\nms-z,Ms Z,adult,"
    unknown = reader.ask(QUESTION, csc(ASSESSED.replace("; Mother", "; Ms Z")), people=alone)
    assert unknown.missing.startswith("The records do not say who the parents of the children were")


def test_one_whom_the_words_leave_out_is_recorded_so(reader: Reader) -> None:
    """Also where the agency was in contact with him before, and wherever its records begin and end."""
    visit = "6 April 2018,Father,Visit,Seen,"
    assessed = ASSESSED.replace("Seen at home", "Father not interviewed")
    told = reader.ask(QUESTION, csc(visit, assessed), people=people())
    assert told.column("strength") == ["recorded"]
    assert told.sentences == [
        "Children's Social Care recorded an assessment (“Core assessment”) of Child A (1 June 2018) in which Child A "
        "and Mother had a part; its words say that there was no part in it of Father (a parent of Child A)."
    ]
    both = reader.ask(QUESTION, csc(assessed), people=people("home:2018-01-01.."))
    assert both.column("strength") == ["no record found", "recorded"]
    assert both.column("left_out") == [["Mr K (living in the household)"], ["Father (a parent of Child A)"]]


CHILDREN = "child-left-out-of-assessment"
SISTER = """person_id,name,kind,index_child,born,stays,kin
child-a,Child A,child,yes,,home:2017-01-01..,
child-b,Child B,child,,2010,{stays},
mother,Mother,adult,,,home:2017-01-01..,parent of child-a
"""


def sister(stays: str = "old:2014..2018-04; home:2018-05..") -> str:
    """people.csv with a child, its mother, and Child B who came to them later."""
    return SISTER.format(stays=stays)


def test_a_child_of_the_household_left_out(reader: Reader) -> None:
    told = reader.ask(CHILDREN, csc(ASSESSED), people=sister())
    assert told.sentences == [
        "Children's Social Care recorded an assessment (“Core assessment”) of Child A (1 June 2018). Its records show "
        "no part in it of Child B, then recorded as living in the same household, nor contact with them in the 8 "
        "weeks before."
    ]
    (row,) = told.rows
    assert (row["left_out"], row["strength"], row["certainty"]) == (["Child B"], "no record found", "certain")
    assert (row["people"], row["evidence_ids"]) == (["Child B", "Child A"], ["csc.csv row 2"])
    assert told.denominator == 1


def test_the_household_of_an_unborn_child_is_its_mothers(reader: Reader) -> None:
    unborn = sister("home:2016..").replace("yes,,home:2017-01-01..", "yes,,home:2018-07-01..")
    told = reader.ask(CHILDREN, csc(ASSESSED), people=unborn)
    assert told.column("left_out") == [["Child B"]]


def test_children_who_had_a_part_or_lived_elsewhere(reader: Reader) -> None:
    """The row says "Closed", so the eight weeks from 6 April are the time of the assessment."""
    named = ASSESSED.replace("Mother,", "Mother; Child B,")
    visit = "6 April 2018,Child B,Visit,Seen,"
    for rows in ((named,), (visit, ASSESSED)):
        told = reader.ask(CHILDREN, csc(*rows), people=sister())
        assert (told.rows, told.denominator) == ([], 1)
        assert told.none.startswith("Each of the 1 assessments of a child shows every child")
    for stays in ("home:2018-06-02..", "home:2017..2018-04-05", "old:2014.."):
        assert reader.ask(CHILDREN, csc(ASSESSED), people=sister(stays)).rows == [], stays


def test_a_child_left_out_by_the_words_by_a_composite_or_by_a_partial_date(reader: Reader) -> None:
    out = csc(ASSESSED.replace("Seen at home", "Child B not seen"))
    assert reader.ask(CHILDREN, out, people=sister()).column("strength") == ["recorded"]
    lines = f"{HEADS},Agency\n{ASSESSED},{CSC}\n1 May 2018,Mother,Note,,,GP"
    told = reader.ask(CHILDREN, {"all.csv": composite(lines)}, people=sister())
    assert told.column("strength") == ["cannot tell"]
    told = reader.ask(CHILDREN, csc(ASSESSED), people=sister("home:2018-06.."))
    assert told.column("certainty") == ["possible"]


def test_without_stays_or_an_assessment_the_children_cannot_be_told(reader: Reader) -> None:
    told = reader.ask(CHILDREN, csc(ASSESSED), people=sister(""))
    assert told.missing.startswith("The records do not say which children lived together")
    told = reader.ask(CHILDREN, csc("1 June 2018,Child A,Visit,,"), people=sister())
    assert told.missing.startswith("No dated assessment of a child is recorded")


def test_the_view_of_men(reader: Reader) -> None:
    father_alone = csc("1 June 2018,Child A; Father,Core assessment,Seen,Closed")
    told = reader.ask(QUESTION, father_alone, people=people())
    assert told.column("left_out") == [["Mother (a parent of Child A, living in the household)"]]
    assert reader.ask(QUESTION, father_alone, people=people(), given={"view": "men"}).rows == []
