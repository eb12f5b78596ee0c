"""Several agencies in touch and nobody recorded seeing the child: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, Source, composite, own

ASSUMED = "child-assumed-others-saw"
HEADS = "Date,Person,Event,Description,Child seen"
PEOPLE = """person_id,name,kind,index_child,born,died,kin
child-a,Child A,child,yes,2018-01-01,,
mother,Kayla Marsh,adult,,,,parent of child-a
"""
HV = f"""{HEADS}
2 January 2018,Child A,Visit,,Yes
1 March 2018,Child A; Kayla Marsh,No access,Card left,No
1 May 2018,Child A,Visit,,Yes
5 December 2018,Child A,Visit,,Yes"""
POLICE = f"""{HEADS}
1 April 2018,Kayla Marsh,Callout,Noise,
1 May 2018,Kayla Marsh,Callout,Noise,"""
ROW: dict[str, Any] = {
    "child": "Child A",
    "weeks": 17,
    "contacts": 2,
    "said": [],
    "said_by": [],
    "people": ["Child A"],
    "agencies": ["Health Visiting", "Police"],
    "from_day": "2018-01-02",
    "to_day": "2018-05-01",
    "evidence_ids": ["hv.csv row 3", "police.csv row 2"],
}


def family(police: str = POLICE, **more: Source) -> dict[str, Source]:
    """Health visiting and police, each with its own chronology of 2018."""
    return {"hv.csv": own("Health Visiting", HV), "police.csv": own("Police", police)} | {
        f"{name}.csv": source for name, source in more.items()
    }


def test_two_agencies_in_touch_and_neither_saw_the_child(reader: Reader) -> None:
    """On 1 May the health visitor saw the child: a police row of that day tells nothing of the time before or after."""
    told = reader.ask(ASSUMED, family(), people=PEOPLE)
    assert told.rows == [ROW | {"strength": "no record found"}]
    assert told.sentences == [
        "For 17 weeks, from 2 January 2018 to 1 May 2018, Health Visiting and Police had entries about Child A or "
        "the family (2 entries of contacts or attempts); no record was found that any of them saw Child A in between."
    ]


def test_a_notification_that_says_another_agency_is_involved(reader: Reader) -> None:
    csc = own(
        "Children's Social Care",
        "Date,Person,Event,From,Outcome\n3 March 2018,Child A,Notification received,GP,NFA. HV to monitor",
    )
    told = reader.ask(ASSUMED, family(csc=csc), people=PEOPLE)
    said = {"said": ["NFA. HV to monitor"], "said_by": ["Children's Social Care"], "strength": "recorded"}
    assert told.rows == [ROW | said | {"evidence_ids": [*ROW["evidence_ids"], "csc.csv row 2"]}]
    assert told.sentences[0].endswith(
        "meanwhile Children's Social Care wrote of another agency seeing or watching over the child: “NFA. HV to "
        "monitor”."
    )


def test_the_records_of_one_of_them_are_not_in_hand(reader: Reader) -> None:
    quoted = composite(
        "Date,Agency,Person,Event\n1 April 2018,Police,Kayla Marsh,Callout\n1 May 2018,GP,Mr K,Contact"
    )
    files = {"hv.csv": own("Health Visiting", HV), "police.csv": quoted}
    told = reader.ask(ASSUMED, files, people=PEOPLE)
    assert told.rows == [ROW | {"strength": "cannot tell"}]
    short = family() | {"police.csv": own("Police", POLICE, "2018-02-01..2018-12-31")}
    assert reader.ask(ASSUMED, short, people=PEOPLE).column("strength") == ["cannot tell"]


def test_only_one_agency_was_in_touch_or_the_child_was_seen(reader: Reader) -> None:
    told = reader.ask(ASSUMED, {"hv.csv": own("Health Visiting", HV)}, people=PEOPLE)
    assert told.rows == []
    assert told.none.startswith("In no period of the length asked about were several agencies in touch")
    seen = POLICE.replace("1 April 2018,Kayla Marsh,Callout,Noise,", "1 March 2018,Child A,Callout,Noise,Yes")
    assert reader.ask(ASSUMED, family(seen), people=PEOPLE, given={"days": 62}).rows == []


def test_an_adult_who_came_later_counts_only_from_then(reader: Reader) -> None:
    """Probation knew of Mr K all along; Health Visiting first named him beside the family in March."""
    people = f"{PEOPLE}mr-k,Mr K,adult,,,,partner of mother; friend of child-a\n"
    probation = own("Probation", "Date,Person,Event\n1 February 2018,Mr K,Contact\n2 April 2018,Mr K,Contact")
    linking = HV.replace("1 March 2018,Child A; Kayla Marsh", "1 March 2018,Child A; Mr K; Kayla Marsh")
    files = {"hv.csv": own("Health Visiting", linking), "probation.csv": probation}
    told = reader.ask(ASSUMED, files, people=people)
    assert told.column("agencies") == [["Health Visiting", "Probation"]]
    assert told.column("evidence_ids") == [["hv.csv row 3", "probation.csv row 3"]]


def test_contact_with_people_outside_the_family_does_not_count(reader: Reader) -> None:
    others = POLICE.replace("Kayla Marsh", "Mr K")
    assert reader.ask(ASSUMED, family(others), people=PEOPLE).rows == []


def test_looked_back_from_an_earlier_day(reader: Reader) -> None:
    told = reader.ask(ASSUMED, family(), people=PEOPLE, given={"as_of": "2018-04-15"})
    shorter = {"weeks": 14, "contacts": 2, "to_day": "2018-04-15", "evidence_ids": ROW["evidence_ids"][:2]}
    assert told.rows == [ROW | shorter | {"strength": "no record found"}]
    assert reader.ask(ASSUMED, family(), people=PEOPLE, given={"as_of": "2018-03-20"}).rows == []


def test_no_contact_with_an_index_child(reader: Reader) -> None:
    told = reader.ask(ASSUMED, {"police.csv": own("Police", POLICE)}, people=PEOPLE)
    assert told.missing.startswith("No contact with an index child could be told from the records")
