"""Assessments before a birth: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, own

CSC = "Children's Social Care"
UNBORN = "unborn-pre-birth-assessment"
HEADS = "Date,Person,Event,Description"
KNOWN = f"{HEADS}\n1 March 2018,Mother,Antenatal appointment,Domestic abuse by her partner,"
PEOPLE = """person_id,name,kind,index_child,born,due,kin
child-a,Child A,child,yes,{born},{due},
mother,Mother,adult,,,,parent of child-a
father,Father,adult,,,,parent of child-a
"""
INDICATED: dict[str, Any] = {
    "child": "Child A",
    "topics": ["domestic violence"],
    "indicated": "during it: domestic violence from 1 March 2018",
    "told": "no record of one was found from before the birth of 1 October 2018",
    "due": "2018-10-08",
    "started": None,
    "weeks_before": None,
    "people": ["Child A"],
    "agencies": [],
    "from_day": "2018-03-01",
    "to_day": "2018-10-01",
    "certainty": "certain",
    "evidence_ids": ["mw.csv row 2"],
}
UNTOLD = {
    "strength": "cannot tell",
    "told": "none is mentioned from before the birth of 1 October 2018, and the records of children's social care for "
    "the pregnancy are not in hand",
}
PREGNANCY = "2018-01-01..2018-12-31"


def people(born: str = "2018-10-01", due: str = "2018-10-08") -> str:
    """people.csv with a child and both parents."""
    return PEOPLE.format(born=born, due=due)


def both(midwifery: str = KNOWN, csc: str = "", covers: str = PREGNANCY) -> dict[str, Any]:
    """Midwifery, and children's social care with an entry of no account and those of ``csc``."""
    text = f"{HEADS}\n2 January 2018,Child Z,Note,About others{csc}"
    return {"mw.csv": own("Midwifery", midwifery), "csc.csv": own(CSC, text, covers)}


def test_indicated_and_no_record_of_one(reader: Reader) -> None:
    """The records of children's social care are in hand from 280 days before the due date, 1 January."""
    told = reader.ask(UNBORN, both(), people=people())
    assert told.rows == [INDICATED | {"strength": "no record found"}]
    assert told.sentences == [
        "What was recorded before the birth of Child A (during it: domestic violence from 1 March 2018) indicated a "
        "pre-birth assessment; no record of one was found from before the birth of 1 October 2018."
    ]


def test_what_was_recorded_before_the_pregnancy_and_during_it(reader: Reader) -> None:
    """The pregnancy is counted from 280 days before the due date, 1 January 2018."""
    text = (
        f"{HEADS}\n31 December 2017,Mother,Note,Domestic abuse\n1 January 2018,Father,Note,Cocaine\n"
        "3 May 2018,Mother,Note,Domestic abuse\n4 May 2018,Mother,Note,Domestic abuse"
    )
    told = reader.ask(UNBORN, both(text), people=people())
    assert told.column("topics") == [["domestic violence", "substance misuse"]]
    assert told.column("indicated") == [
        "before the pregnancy: domestic violence from 31 December 2017; during it: substance misuse from 1 January "
        "2018, domestic violence from 3 May 2018"
    ]


def test_indicated_and_begun_late(reader: Reader) -> None:
    begun = "\n3 September 2018,Mother,Pre-birth assessment,\n4 September 2018,Father,Pre-birth assessment,"
    told = reader.ask(UNBORN, both(csc=begun), people=people())
    started = {"started": "2018-09-03", "weeks_before": 5, "strength": "recorded"}
    evidence = {"evidence_ids": ["mw.csv row 2", "csc.csv row 3", "csc.csv row 4"]}
    begun_late = "one was begun (3 September 2018) at 35 weeks of pregnancy, 5 weeks before the due date of "
    begun_late += "8 October 2018"
    unfinished = f"{begun_late}, and no record was found that it was completed by the birth of 1 October 2018"
    assert told.rows == [INDICATED | started | evidence | {"told": unfinished}]
    completed = f"{begun}\n20 September 2018,Mother,Pre-birth assessment,Completed"
    told = reader.ask(UNBORN, both(csc=completed), people=people())
    assert told.column("told") == [f"{begun_late}, and completed by the birth of 1 October 2018"]
    assert told.column("strength") == ["recorded"]


def test_begun_between_the_due_date_and_the_birth(reader: Reader) -> None:
    """Three days late is no whole week, on either side of nought."""
    begun = "\n4 September 2018,Mother,Pre-birth assessment,Started"
    told = reader.ask(UNBORN, both(csc=begun), people=people("2018-09-08", "2018-09-01"))
    assert told.column("weeks_before") == [0]
    assert told.column("strength") == ["recorded"]


def test_begun_in_time_and_overtaken_by_the_birth(reader: Reader) -> None:
    for covers, strength in ((PREGNANCY, "no record found"), ("2018-01-02..2018-12-31", "cannot tell")):
        begun = both(csc="\n21 May 2018,Mother,Pre-birth assessment,Started", covers=covers)
        told = reader.ask(UNBORN, begun, people=people())
        assert (told.column("strength"), told.column("weeks_before")) == ([strength], [20])


def test_indicated_and_begun_in_time(reader: Reader) -> None:
    """20 weeks: 140 days before the due date at the latest, which is 21 May."""
    for day, rows in (("21 May 2018", 0), ("22 May 2018", 1)):
        begun = (
            f"\n{day},Mother,Pre-birth assessment,Started\n1 July 2018,Mother,Pre-birth assessment,Completed"
        )
        told = reader.ask(UNBORN, both(csc=begun), people=people())
        assert len(told.rows) == rows
    early = reader.ask(UNBORN, both(csc=begun), people=people(), given={"week": 21})
    assert early.rows == []
    assert early.none.startswith("No pre-birth assessment was indicated by what was recorded before a birth")


def test_the_records_of_social_care_do_not_cover_the_pregnancy(reader: Reader) -> None:
    alone = reader.ask(UNBORN, {"mw.csv": own("Midwifery", KNOWN)}, people=people())
    assert alone.rows == [INDICATED | UNTOLD]
    short = reader.ask(UNBORN, both(covers="2018-01-02..2018-12-31"), people=people())
    assert short.rows == [INDICATED | UNTOLD]


@pytest.mark.parametrize(
    ("row", "certainty"),
    [
        ("1 October 2018,Father,Note,Cocaine on the day of the birth", []),
        (",Father,Note,Cocaine on a day not given", []),
        ("3 March 2018,,Note,Cocaine of nobody named", []),
        ("September 2018,Father,Note,Cocaine before the birth", ["certain"]),
        ("2018,Father,Note,Cocaine before or after", ["possible"]),
    ],
)
def test_what_was_known_before_the_birth(reader: Reader, row: str, certainty: list[str]) -> None:
    told = reader.ask(UNBORN, both(f"{HEADS}\n{row}"), people=people())
    assert told.column("certainty") == certainty


def test_a_child_born_before_a_due_date_that_is_still_to_come(reader: Reader) -> None:
    told = reader.ask(UNBORN, both(), people=people("2018-12-01", "2019-01-20"))
    assert told.column("to_day") == ["2018-12-01"]
    unborn = reader.ask(UNBORN, both(), people=people("", "2019-01-20"))
    assert unborn.rows == []


def test_no_birth_or_due_date_is_recorded(reader: Reader) -> None:
    told = reader.ask(UNBORN, both(), people=people("", ""))
    assert told.rows == []
    assert told.missing.startswith("No birth or due date of a child whose parents are known is recorded")
