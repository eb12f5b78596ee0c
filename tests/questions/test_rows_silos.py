"""Agencies side by side, and what one of them knew: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

HEADS = "Date,Person,Event,Description,To,Received"
SCHOOL = f"""{HEADS}
1 February 2018,Child A,Visit,Before the police came in,,
1 April 2018,Child A,Visit,First,,
1 June 2018,Child A,Visit,Second,,"""
POLICE = f"""{HEADS}
10 February 2018,Mother,Callout,First,,
1 May 2018,Mother,Visit,Second,,
1 July 2018,Mother,Callout,After the school had left,,"""
PAIR: dict[str, Any] = {
    "one": "Police",
    "other": "School",
    "days_shared": 111,
    "one_contacts": 2,
    "other_contacts": 2,
    "agencies": ["Police", "School"],
    "from_day": "2018-02-10",
    "to_day": "2018-06-01",
    "evidence_ids": ["police.csv row 2", "police.csv row 3", "school.csv row 3", "school.csv row 4"],
}


def two(police: str = POLICE, school: str = SCHOOL) -> dict[str, Source]:
    """Both agencies' own chronologies."""
    return {"police.csv": own("Police", police), "school.csv": own("School", school)}


ACTIVE = "silos-active-without-communication"


def test_side_by_side_with_nothing_between_them(reader: Reader) -> None:
    told = reader.ask(ACTIVE, two())
    assert told.rows == [PAIR | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        "Police and School both have entries about the family between 10 February 2018 and 1 June 2018 (2 and 2 of "
        "contacts, letters, incidents or notes); no communication between them was found in the records of either."
    ]


FAMILY = """person_id,name,kind,index_child,kin
child-a,Child A,child,yes,
mother,Mother,adult,,parent of child-a
mr-k,Mr K,adult,,partner of mother {since}
"""


def test_days_before_an_adult_came_to_the_family_do_not_count(reader: Reader) -> None:
    """The police met Mr K on 10 February. Without that row the two share 1 May to 20 July, with it 161 days."""
    police = POLICE.replace("10 February 2018,Mother", "10 February 2018,Mr K")
    files = two(f"{police}\n1 August 2018,Mother,Visit,,,", f"{SCHOOL}\n20 July 2018,Child A,Visit,,,")
    told = reader.ask(ACTIVE, files, people=FAMILY.format(since="2018-04-01.."))
    assert (told.column("from_day"), told.column("to_day")) == (["2018-05-01"], ["2018-07-20"])
    assert (told.column("one_contacts"), told.column("other_contacts"), told.denominator) == ([2], [2], 1)
    assert told.rows[0]["evidence_ids"][:2] == ["police.csv row 3", "police.csv row 4"]
    for since in ("2018-02-10..", "", "2018-02.."):
        told = reader.ask(ACTIVE, files, people=FAMILY.format(since=since))
        assert (told.column("from_day"), told.column("one_contacts")) == (["2018-02-10"], [3])


def test_a_contact_with_one_of_the_family_beside_him_counts(reader: Reader) -> None:
    police = POLICE.replace("10 February 2018,Mother", "10 February 2018,Mr K; Mother")
    told = reader.ask(ACTIVE, two(police), people=FAMILY.format(since="2018-04-01.."))
    assert told.rows == [PAIR | {"strength": "no record found"}]


@pytest.mark.parametrize(
    ("police", "school"),
    [
        (f"{POLICE}\n2 May 2018,Mother,Notification,Form sent,School,", SCHOOL),
        (POLICE, f"{SCHOOL}\n2 May 2018,Mother,Request,Any concerns?,Police,"),
        (f"{POLICE}\n2 May 2018,Mother,Meeting,,,", f"{SCHOOL}\n2 May 2018,Child A,Meeting,,,"),
    ],
    ids=["passed on", "asked", "met"],
)
def test_side_by_side_and_in_touch(reader: Reader, police: str, school: str) -> None:
    told = reader.ask(ACTIVE, two(police, school))
    assert told.rows == []
    assert (
        told.none
        == "Each of the 1 pairs of agencies active at the same time has some recorded communication."
    )


def test_what_the_source_says_was_held_back_is_no_communication(reader: Reader) -> None:
    told = reader.ask(ACTIVE, two(POLICE.replace("Second,,", "Second,School,No")))
    assert told.rows == [PAIR | {"strength": "no record found"}]


def test_records_of_both_are_not_in_hand(reader: Reader) -> None:
    """One of them is only quoted, or its own chronology ends before the shared time does."""
    quoted = "\n".join(
        f"{line},{'Agency' if row == 0 else 'School'}" for row, line in enumerate(SCHOOL.splitlines())
    )
    files = {
        "police.csv": own("Police", POLICE),
        "school.csv": composite(f"{quoted}\n,Child A,Note,x,,,Housing"),
    }
    assert reader.ask(ACTIVE, files).rows == [PAIR | {"strength": "cannot tell"}]
    short = two() | {"police.csv": own("Police", POLICE, "2018-01-01..2018-05-31")}
    assert reader.ask(ACTIVE, short).rows == [PAIR | {"strength": "cannot tell"}]


def test_one_agency_with_two_own_chronologies_is_one(reader: Reader) -> None:
    more = own("Police", f"{HEADS}\n1 August 2018,Mother,Callout,From another system,,")
    told = reader.ask(ACTIVE, two() | {"police2.csv": more})
    assert told.rows == [PAIR | {"strength": "no record found"}]
    assert told.denominator == 1


def test_undated_missed_and_short_contacts_make_no_shared_time(reader: Reader) -> None:
    school = f"{HEADS}\n,Child A,Visit,No day given,,\n1 March 2018,Child A,Visit,,,\n1 April 2018,Child A,Visit,,,"
    told = reader.ask(ACTIVE, two(school=f"{school}\n1 July 2018,Child A,No access,,,"))
    assert (told.rows, told.denominator) == ([], 0)
    school = f"{HEADS}\nMarch 2018,Child A,Visit,,,\n1 July 2018,Child A,Visit,,,"
    month = reader.ask(ACTIVE, two(school=school))
    assert (month.column("from_day"), month.column("to_day")) == (["2018-03-31"], ["2018-07-01"])
    assert (month.column("days_shared"), month.column("other_contacts")) == ([92], [2])


def test_a_pair_with_a_single_contact_in_the_shared_time_is_not_counted(reader: Reader) -> None:
    """Otherwise the sentence for no rows would say that they were in touch."""
    school = f"{HEADS}\n1 January 2018,Child A,Visit,,,\n31 December 2018,Child A,Visit,,,"
    told = reader.ask(ACTIVE, two(school=school))
    assert (told.rows, told.denominator) == ([], 0)


PROBATION = f"""{HEADS}
3 April 2018,Mr K,Appointment,Drinking heavily,,
5 May 2018,Mr K,Appointment,Low mood,,
,Mr K,Appointment,Cocaine at the weekend,,
6 June 2018,,Appointment,Overdose by somebody,,"""
KNEW: dict[str, Any] = {
    "agency": "Probation",
    "person": "Mr K",
    "topics": ["substance misuse", "mental ill-health"],
    "times": 2,
    "since": "3 April 2018",
    "linked_on": None,
    "people": ["Mr K"],
    "agencies": ["Probation"],
    "from_day": "2018-04-03",
    "evidence_ids": ["probation.csv row 2", "probation.csv row 3"],
}
NOT_PASSED = {"to_day": "2018-12-31", "strength": "no record found"}
NOT_TOLD = {"to_day": "2018-05-05", "strength": "cannot tell"}
HELD = "silos-information-not-passed"


def knowing(probation: str = PROBATION) -> dict[str, Source]:
    """Probation, who knew of Mr K, beside a school that works with the child."""
    return {"probation.csv": own("Probation", probation), "school.csv": own("School", SCHOOL)}


def test_known_and_never_passed_on(reader: Reader) -> None:
    """Undated information and information about nobody are left out: no order or person can be given."""
    told = reader.ask(HELD, knowing())
    assert told.rows == [KNEW | NOT_PASSED]
    assert told.sentences == [
        "Probation holds entries that tell of substance misuse and mental ill-health concerning Mr K, the first dated "
        "3 April 2018. Up to 31 December 2018 no record was found of it passing anything about Mr K to an agency "
        "working with the child."
    ]


def test_known_and_never_passed_on_while_its_own_records_last(reader: Reader) -> None:
    """Two own files follow each other without a break; the finding ends with the second."""
    first, second = (
        PROBATION.replace("5 May 2018,Mr K,Appointment,Low mood,,\n", ""),
        "5 May 2018,Mr K,Visit,Low mood,,",
    )
    files = knowing() | {
        "probation.csv": own("Probation", first, "2018-04-01..2018-04-30"),
        "later.csv": own("Probation", f"{HEADS}\n{second}", "2018-05-01..2018-09-30"),
    }
    told = reader.ask(HELD, files)
    evidence = ["probation.csv row 2", "later.csv row 2"]
    assert told.rows == [KNEW | NOT_PASSED | {"to_day": "2018-09-30", "evidence_ids": evidence}]
    files["later.csv"] = own("Probation", f"{HEADS}\n{second}", "2018-05-03..2018-09-30")
    assert reader.ask(HELD, files).rows == [KNEW | NOT_TOLD | {"evidence_ids": evidence}]


def test_that_a_service_knew_of_children_or_a_pregnancy_is_no_concern(reader: Reader) -> None:
    rows = f"{HEADS}\n3 April 2018,Mr K,Appointment,Partner is pregnant and has children,,"
    assert reader.ask(HELD, knowing(rows)).rows == []


def test_one_who_came_to_the_family_after_he_was_known(reader: Reader) -> None:
    """Nothing links Mr K to the family before the school names him beside the child; Probation does so later."""
    files = knowing(f"{PROBATION}\n9 September 2018,Mr K; Child A,Home visit,,,")
    files["school.csv"] = own("School", f"{SCHOOL}\n2 July 2018,Mr K; Child A,Visit,,,")
    told = reader.ask(HELD, files)
    assert (told.column("from_day"), told.column("linked_on")) == (["2018-07-02"], ["2018-09-09"])
    assert told.sentences[0].startswith(
        "Probation holds entries that tell of substance misuse and mental ill-health concerning Mr K, the first dated "
        "3 April 2018 (the first day that may link Mr K to the family is 2 July 2018; the first of its own entries "
        "found to name both Mr K and one of the family is of 9 September 2018). Up to 31 December 2018"
    )
    files["probation.csv"] = own("Probation", PROBATION)
    never = reader.ask(HELD, files)
    assert never.column("linked_on") == [None]
    assert "no entry of its own was found that names both Mr K and one of the family" in never.sentences[0]
    assert reader.ask(HELD, files, given={"as_of": "2018-07-01"}).rows == []


def test_known_and_told_at_a_meeting(reader: Reader) -> None:
    met = "4 May 2018,Mr K,Strategy discussion,,,"
    told = reader.ask(
        HELD,
        {
            "probation.csv": own("Probation", f"{PROBATION}\n{met}"),
            "school.csv": own("School", f"{SCHOOL}\n{met}"),
        },
    )
    assert told.rows == []


def test_known_and_passed_to_one_who_does_not_work_with_the_child(reader: Reader) -> None:
    told = reader.ask(HELD, knowing(f"{PROBATION}\n4 May 2018,Mr K,Notification,Form,Housing,"))
    assert told.rows == [KNEW | NOT_PASSED]


@pytest.mark.parametrize("received", ["", "No"])
def test_known_and_passed_on(reader: Reader, received: str) -> None:
    """Also where it did not arrive: the agency is then recorded as having passed it."""
    told = reader.ask(HELD, knowing(f"{PROBATION}\n4 May 2018,Mr K,Notification,Form,School,{received}"))
    assert told.rows == []
    assert told.none.startswith("Every agency that held such information about an adult passed something on")


def test_whether_it_was_passed_on_cannot_be_told(reader: Reader) -> None:
    """Probation is only quoted, or its own chronology is of another time."""
    lines = PROBATION.splitlines()
    quoted = composite(
        "\n".join([f"{lines[0]},Agency", *(f"{line},Probation" for line in lines[1:])]) + "\n,x,Note,,,,GP"
    )
    told = reader.ask(HELD, {"probation.csv": quoted, "school.csv": own("School", SCHOOL)})
    assert told.rows == [KNEW | NOT_TOLD]
    earlier = own("Probation", f"{HEADS}\n3 April 2017,Mr K,Appointment,Kept,,", "2017-01-01..2017-12-31")
    told = reader.ask(
        HELD, {"probation.csv": quoted, "earlier.csv": earlier, "school.csv": own("School", SCHOOL)}
    )
    assert told.rows == [KNEW | NOT_TOLD]
