"""Closures soon after a birth, appointments that did not take place, topics that indicate: worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

CSC = "Children's Social Care"
CLOSED = "unborn-closed-after-birth"
MISSED = "unborn-missed-appointments"
HEADS = "Date,Person,Event,To,Description"
PEOPLE = """person_id,name,kind,sex,index_child,born,due,kin
child-a,Child A,child,,yes,{born},{due},
mother,Mother,adult,female,,,,parent of child-a
father,Father,adult,male,,,,parent of child-a
"""


def people(born: str = "2018-06-01", due: str = "2018-06-08") -> str:
    """people.csv with a child and both parents."""
    return PEOPLE.format(born=born, due=due)


CLOSURE = f"{HEADS}\n30 August 2018,Child A,Case closure,,Parents co-operating"
ROW: dict[str, Any] = {
    "child": "Child A",
    "agency": CSC,
    "closed_text": "30 August 2018",
    "weeks": 12,
    "born": "2018-06-01",
    "earlier": "no assessment or plan of its own from the pregnancy is recorded",
    "people": ["Child A"],
    "agencies": [CSC],
    "from_day": "2018-08-30",
    "to_day": "2018-08-30",
    "certainty": "certain",
    "evidence_ids": ["csc.csv row 2"],
}


def test_closed_on_the_ninetieth_day(reader: Reader) -> None:
    told = reader.ask(CLOSED, {"csc.csv": own(CSC, CLOSURE)}, people=people())
    assert told.rows == [ROW]
    assert told.sentences == [
        f"{CSC} recorded closing the case on 30 August 2018, 12 weeks after the birth of Child A on 1 June 2018; no "
        "assessment or plan of its own from the pregnancy is recorded."
    ]
    mothers = {"csc.csv": own(CSC, CLOSURE.replace("Child A", "Mother"))}
    assert reader.ask(CLOSED, mothers, people=people()).rows == [ROW]


def test_closed_after_an_assessment_in_the_pregnancy(reader: Reader) -> None:
    text = f"{CLOSURE}\n1 May 2018,Mother,Pre-birth assessment,,Begun\n1 July 2018,Child A,Single assessment,,Later"
    told = reader.ask(CLOSED, {"csc.csv": own(CSC, text)}, people=people())
    earlier = "during the pregnancy it had recorded this: pre birth assessment (1 May 2018)"
    assert told.rows == [ROW | {"earlier": earlier, "evidence_ids": ["csc.csv row 3", "csc.csv row 2"]}]


@pytest.mark.parametrize(
    ("day", "person", "certainty"),
    [
        ("31 August 2018", "Child A", []),
        ("31 May 2018", "Child A", []),
        ("30 August 2018", "Mr K", []),
        ("1 June 2018", "Child A", ["certain"]),
        ("May to July 2018", "Child A", ["possible"]),
        ("August 2018", "Child A", ["possible"]),
        ("July 2018", "Child A", ["certain"]),
    ],
)
def test_closed_at_other_times(reader: Reader, day: str, person: str, certainty: list[str]) -> None:
    text = CLOSURE.replace("30 August 2018", day).replace("Child A", person)
    told = reader.ask(CLOSED, {"csc.csv": own(CSC, text)}, people=people())
    assert told.column("certainty") == certainty
    if not certainty:
        assert told.none == "No agency recorded closing the case in the weeks after a birth."


def test_no_birth_is_recorded(reader: Reader) -> None:
    told = reader.ask(CLOSED, {"csc.csv": own(CSC, CLOSURE)}, people=people(""))
    assert told.missing.startswith("No birth of a child whose parents are known is recorded")


MIDWIFERY = f"""{HEADS}
1 March 2018,Mother,Did not attend,,
2 April 2018,Mother; Child A,Did not attend,,
10 April 2018,Mother,Visit,,
1 August 2018,Mother,Did not attend,,After the birth
1 March 2018,Father,Did not attend,,Own appointment
1 August 2017,Mother,Did not attend,,Before the pregnancy"""
OPEN: dict[str, Any] = {
    "child": "Child A",
    "agency": "Midwifery",
    "what": "ante-natal appointments and visits",
    "times": 2,
    "on_texts": ["1 March 2018", "2 April 2018"],
    "open_texts": ["1 March 2018"],
    "days_text": "28 days",
    "people": ["Child A"],
    "agencies": ["Midwifery"],
    "from_day": "2018-03-01",
    "to_day": "2018-04-02",
    "evidence_ids": ["mw.csv row 2", "mw.csv row 3"],
}


def mw(more: str = "", covers: str = "2017-01-01..2018-12-31", text: str = MIDWIFERY) -> dict[str, Source]:
    """The midwives' own chronology with one more row."""
    return {"mw.csv": own("Midwifery", f"{text}\n{more}", covers)}


def test_ante_natal_appointments_and_nothing_further(reader: Reader) -> None:
    """The second was followed by a visit eight days later; the first by nothing within four weeks."""
    told = reader.ask(MISSED, mw(), people=people())
    assert told.rows == [OPEN | {"strength": "no record found"}]
    assert told.sentences == [
        "Midwifery: ante-natal appointments and visits (Child A) that did not take place: 2 (1 March 2018 and 2 "
        "April 2018); besides what these rows say, no record was found of a further contact, referral or decision of "
        "Midwifery about them in the 28 days after 1 March 2018."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "29 March 2018,Mother,Referral,GP,",
        "29 March 2018,Mother,Decision,,",
        "29 March 2018,Mother,Telephone call,,",
        "29 March 2018,Mother,Did not attend,,Tried again",
    ],
)
def test_each_followed_by_something(reader: Reader, row: str) -> None:
    """29 March is the 28th day."""
    told = reader.ask(MISSED, mw(row), people=people())
    assert told.column("strength") == ["recorded"]
    assert told.column("open_texts") == [[]]
    assert told.sentences[0].endswith(
        "each was followed within 28 days by something that Midwifery recorded about them."
    )


@pytest.mark.parametrize("row", ["30 March 2018,Mother,Referral,GP,", "29 March 2018,Mr K,Visit,,"])
def test_something_too_late_or_about_another(reader: Reader, row: str) -> None:
    assert reader.ask(MISSED, mw(row), people=people()).column("strength") == ["no record found"]


def test_the_records_of_the_midwives_are_not_in_hand(reader: Reader) -> None:
    told = reader.ask(MISSED, mw(covers="2017-01-01..2018-03-28"), people=people())
    assert told.rows == [OPEN | {"strength": "cannot tell"}]
    lines = MIDWIFERY.splitlines()
    quoted = "\n".join([f"{lines[0]},Agency", *(f"{line},Midwifery" for line in lines[1:]), ",x,Note,,,GP"])
    told = reader.ask(MISSED, {"mw.csv": composite(quoted)}, people=people())
    assert told.column("strength") == ["cannot tell"]


def test_what_was_not_yet_due(reader: Reader) -> None:
    for day, strength in (("2018-03-29", "no record found"), ("2018-03-28", "recorded")):
        told = reader.ask(MISSED, mw(), people=people(), review=f"incident_date = {day}")
        assert (told.column("times"), told.column("strength")) == ([1], [strength])


def test_health_appointments_of_a_child_and_contacts_of_others(reader: Reader) -> None:
    """A school's or the police's missed contact is no health appointment."""
    text = f"{HEADS}\n1 August 2018,Child A,Was not brought,,\n1 September 2018,Child A,Visit,,"
    files = {"gp.csv": own("GP", text), "police.csv": own("Police", text), "school.csv": own("School", text)}
    told = reader.ask(MISSED, files, people=people())
    assert told.column("what") == ["child health appointments and visits"]
    assert told.column("agency") == ["GP"]
    none = reader.ask(
        MISSED, {"gp.csv": own("GP", text.replace("Was not brought", "Visit"))}, people=people()
    )
    assert none.none == "No ante-natal or child health appointment is recorded as not attended or cancelled."
    told = reader.ask(MISSED, {"police.csv": own("Police", text)}, people=people())
    assert told.missing.startswith("No contact of a health agency is recorded")


def test_mental_health_appointments_of_the_mother_in_pregnancy(reader: Reader) -> None:
    """Her own after the birth, or the father's, are not counted."""
    rows = "\n".join(
        f"{day},{who},Did not attend,,"
        for day, who in (("1 March 2018", "Mother"), ("1 August 2018", "Mother"), ("2 March 2018", "Father"))
    )
    told = reader.ask(MISSED, {"mh.csv": own("Adult Mental Health", f"{HEADS}\n{rows}")}, people=people())
    assert told.column("what") == ["mental health appointments and visits of the mother in pregnancy"]
    assert told.column("evidence_ids") == [["mh.csv row 2"]]


def test_only_the_topics_of_the_briefing_indicate_a_pre_birth_assessment(reader: Reader) -> None:
    """Whatever other topics are read from the records, they indicate nothing here."""
    text = (
        f"{HEADS}\n1 March 2018,Mother,Antenatal appointment,,Domestic abuse by her partner. She is pregnant"
    )
    told = reader.ask("unborn-pre-birth-assessment", mw(text=text), people=people())
    assert told.column("topics") == [["domestic violence"]]
