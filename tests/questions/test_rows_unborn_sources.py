"""Assessments before a birth, and whose records are not in hand: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, composite, own

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
    "known_text": "1 March 2018",
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
        "What was recorded before the birth of Child A (domestic violence, first recorded 1 March 2018) indicated "
        "a pre-birth assessment; no record of one was found (due date 8 October 2018)."
    ]


def test_indicated_and_begun_late(reader: Reader) -> None:
    begun = "\n3 September 2018,Mother,Pre-birth assessment,\n4 September 2018,Father,Pre-birth assessment,"
    told = reader.ask(UNBORN, both(csc=begun), people=people())
    started = {"started": "2018-09-03", "weeks_before": 5, "strength": "recorded"}
    evidence = {"evidence_ids": ["mw.csv row 2", "csc.csv row 3", "csc.csv row 4"]}
    assert told.rows == [INDICATED | started | evidence]


def test_begun_between_the_due_date_and_the_birth(reader: Reader) -> None:
    """Three days late is no whole week, on either side of nought."""
    begun = "\n4 September 2018,Mother,Pre-birth assessment,Started"
    told = reader.ask(UNBORN, both(csc=begun), people=people("2018-09-08", "2018-09-01"))
    assert told.column("weeks_before") == [0]
    assert told.column("strength") == ["recorded"]


def test_indicated_and_begun_in_time(reader: Reader) -> None:
    """20 weeks: 140 days before the due date at the latest, which is 21 May."""
    for day, rows in (("21 May 2018", 0), ("22 May 2018", 1)):
        begun = f"\n{day},Mother,Pre-birth assessment,Started"
        told = reader.ask(UNBORN, both(csc=begun), people=people())
        assert len(told.rows) == rows
    early = reader.ask(UNBORN, both(csc=begun), people=people(), given={"week": 21})
    assert early.rows == []
    assert early.none.startswith("No pre-birth assessment was indicated by what was recorded before a birth")


def test_the_records_of_social_care_do_not_cover_the_pregnancy(reader: Reader) -> None:
    alone = reader.ask(UNBORN, {"mw.csv": own("Midwifery", KNOWN)}, people=people())
    assert alone.rows == [INDICATED | {"strength": "cannot tell"}]
    short = reader.ask(UNBORN, both(covers="2018-01-02..2018-12-31"), people=people())
    assert short.rows == [INDICATED | {"strength": "cannot tell"}]


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


SOURCES = "sources-what-cannot-be-told"
SENT_HEADS = "Date,Person,Event,Description,To"
SENT = f"{SENT_HEADS}\n5 March 2018,Child A,Referral,Bruise,{CSC}"
GAP: dict[str, Any] = {
    "agency": CSC,
    "batons": 1,
    "contacts": 0,
    "in_hand": "no chronology of its own is in hand",
    "own_days": ["none"],
    "days": ["2018-03-05", "2018-03-05"],
    "agencies": [CSC],
    "from_day": "2018-03-05",
    "to_day": "2018-03-05",
    "evidence_ids": ["hv.csv row 2"],
}


def test_a_receiver_with_no_chronology_of_its_own(reader: Reader) -> None:
    told = reader.ask(SOURCES, {"hv.csv": own("Health Visiting", SENT)})
    assert told.rows == [GAP]
    assert told.sentences == [
        f"{CSC}: no chronology of its own is in hand (first and last day it covers: none). Batons for it that "
        "cannot be judged: 1; contacts of its own known only from others' records: 0; first and last day "
        "concerned: 5 March 2018 and 5 March 2018."
    ]


def test_a_receiver_whose_chronologies_do_not_cover_the_days(reader: Reader) -> None:
    """Two of them, a baton between them and one after the end of the review."""
    text = f"{HEADS}\n1 February 2018,Child A,Note,x"
    files = {
        "hv.csv": own("Health Visiting", f"{SENT}\n5 January 2019,Child A,Referral,Later,{CSC}"),
        "csc1.csv": own(CSC, text, "2018-01-01..2018-02-28"),
        "csc2.csv": own(CSC, text.replace("February", "June"), "2018-06-01..2018-12-31"),
    }
    told = reader.ask(SOURCES, files)
    in_hand = {"in_hand": "its own chronology does not cover all the days that matter"}
    assert told.rows == [GAP | in_hand | {"own_days": ["2018-01-01", "2018-12-31"]}]


def test_a_receiver_whose_own_rows_have_no_days(reader: Reader) -> None:
    undated = own(CSC, f"{HEADS}\n,Child A,Note,No day given", "")
    told = reader.ask(SOURCES, {"hv.csv": own("Health Visiting", SENT), "csc.csv": undated})
    assert told.rows == [GAP | {"in_hand": "its own chronology has no day that can be read"}]


def test_contacts_that_only_others_tell_of(reader: Reader) -> None:
    text = f"""{SENT_HEADS},Agency
1 February 2018,Child A,Visit,Seen,,Police
March 2018,Child A,Visit,Seen,,Police
5 March 2018,Child A,Referral,Bruise,Police,Health Visiting
,Child A,Referral,No day given,{CSC},Health Visiting
5 January 2019,Child A,Visit,After the end,,Police"""
    told = reader.ask(SOURCES, {"hv.csv": composite(text)})
    police = {"agency": "Police", "agencies": ["Police"], "contacts": 2, "days": ["2018-02-01", "2018-03-31"]}
    police |= {"from_day": "2018-02-01", "to_day": "2018-03-31"}
    police |= {"evidence_ids": [f"hv.csv row {row}" for row in (2, 3, 4)]}
    undated = {"days": ["no date given"], "from_day": None, "to_day": None, "evidence_ids": ["hv.csv row 5"]}
    assert told.rows == [GAP | undated, GAP | police]


def test_every_agency_has_a_chronology_of_its_own(reader: Reader) -> None:
    files = {
        "hv.csv": own("Health Visiting", SENT),
        "csc.csv": own(CSC, f"{HEADS}\n1 May 2018,Child A,Note,x"),
    }
    told = reader.ask(SOURCES, files)
    assert told.rows == []
    assert (
        told.none
        == "Every agency named in the records has a chronology of its own for the dates that matter."
    )


def test_entries_that_do_not_say_what_kind_of_event_they_record(reader: Reader) -> None:
    """Rows with no word for the event, or one that is not known; a note is a kind that is known."""
    text = f"""{HEADS}
1 February 2018,Child A,,Rang the school
March 2018,Child A,Kerfuffle,Rang again
,Child A,,No day given
5 March 2018,Child A,Note,File read
6 March 2018,Child A,Visit,Seen"""
    told = reader.ask("sources-kind-not-told", {"hv.csv": own("Health Visiting", text)})
    row = {"file": "hv.csv", "sheet": "", "entries": 3, "agencies": ["Health Visiting"]}
    row |= {"from_day": "2018-02-01", "to_day": "2018-03-31"}
    assert told.rows == [row | {"evidence_ids": [f"hv.csv row {number}" for number in (2, 3, 4)]}]
    assert told.sentences[0].startswith(
        "3 of the entries of hv.csv do not say what kind of event they record"
    )


def test_every_entry_says_what_kind_of_event_it_records(reader: Reader) -> None:
    told = reader.ask(
        "sources-kind-not-told", {"hv.csv": own("Health Visiting", f"{HEADS}\n1 May 2018,A,Note,x")}
    )
    assert told.rows == []
    assert told.none == "Every entry says what kind of event it records."
