"""Concerns met one by one, and services for adults that recorded no child: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,To"
POLICE = f"""{HEADS}
1 March 2018,Rowan; Mother,Incident,Shouting reported,
1 April 2018,Rowan,Notification,Third party call,{CSC}"""
SCHOOL = f"{HEADS}\n1 May 2018,Rowan,Referral,Bruise,{CSC}"
SOCIAL = f"{HEADS}\n2 January 2018,Rowan,Visit,,"
PEOPLE = """person_id,name,kind,index_child,born,kin
rowan,Rowan,child,yes,{born},
finn,Finn,child,,,
kayla-marsh,Kayla Marsh,adult,,,parent of rowan
mr-k,Mr K,adult,,,
"""
RUN: dict[str, Any] = {
    "people": ["Rowan"],
    "times": 3,
    "raised_by": ["Police", "School"],
    "agencies": ["Police", "School"],
    "weeks_after": 9,
    "not_drawn_on": "0 assessments",
    "decided": ["none was found"],
    "from_day": "2018-03-01",
    "to_day": "2018-05-01",
    "certainty": "certain",
    "evidence_ids": ["police.csv row 2", "police.csv row 3", "school.csv row 2"],
}
CONCERNS = (
    "Concerns about Rowan (incidents, injuries, allegations, referrals and notifications to social care or the "
    "police) were recorded on 3 days between 1 March 2018 and 1 May 2018 by Police and School"
)
NONE_FOUND = {"strength": "no record found"}
APART = "silos-incidents-one-by-one"


def files(
    police: str = "", school: str = "", social: str = "", covers: str = "2018-01-01..2018-12-31"
) -> dict[str, Source]:
    """The three agencies' own chronologies, with rows added to them."""
    return {
        "csc.csv": own(CSC, SOCIAL + social, covers),
        "police.csv": own("Police", POLICE + police),
        "school.csv": own("School", SCHOOL + school),
    }


def people(born: str = "2015-06-01") -> str:
    """people.csv with two children, a mother and a man."""
    return PEOPLE.format(born=born)


def test_three_concerns_and_nothing_that_drew_them_together(reader: Reader) -> None:
    told = reader.ask(APART, files(), people=people())
    assert told.rows == [RUN | NONE_FOUND]
    assert told.sentences == [
        f"{CONCERNS}; no assessment, strategy discussion, conference or core group about Rowan in that time or the "
        "9 weeks after was found in the records in hand, those of children's social care among them. Decisions "
        "recorded in that time on what was passed to social care: none was found."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "10 April 2018,Rowan,Assessment,Begun,",
        "3 July 2018,Rowan,Strategy discussion,Held,",
        "1 March 2018,Rowan,Core group,Held,",
        "2 April 2018,,Conference,Nobody named,",
        "2 April 2018,The children,Assessment,All of them,",
        "2018,Rowan,Assessment,Some time in the year,",
    ],
)
def test_something_that_could_have_drawn_them_together(reader: Reader, row: str) -> None:
    told = reader.ask(APART, files(social=f"\n{row}"), people=people())
    assert told.rows == []
    assert told.none == (
        "No child was the subject of several concerns with no assessment or meeting recorded that could have drawn "
        "them together."
    )


@pytest.mark.parametrize(
    "row",
    [
        "28 February 2018,Rowan,Assessment,Before the first,",
        "4 July 2018,Rowan,Assessment,A day too late,",
        "10 April 2018,Finn,Assessment,Of another child,",
        "10 April 2018,Rowan,Meeting,Of no kind that is told,",
    ],
)
def test_something_that_could_not(reader: Reader, row: str) -> None:
    told = reader.ask(APART, files(social=f"\n{row}"), people=people())
    assert told.rows == [RUN | NONE_FOUND]


def test_an_assessment_parts_the_concerns_before_it_from_those_after(reader: Reader) -> None:
    """Three before it and two after: only what came since can be a run of its own."""
    later = "\n1 August 2018,Rowan,Incident,,\n2 August 2018,Rowan,Incident,,"
    social = "\n1 June 2018,Rowan,Assessment,Done,"
    assert reader.ask(APART, files(later, social=social), people=people()).rows == []
    told = reader.ask(
        APART, files(f"{later}\n3 August 2018,Rowan,Incident,,", social=social), people=people()
    )
    assert [(row["from_day"], row["to_day"], row["times"]) for row in told.rows] == [
        ("2018-08-01", "2018-08-03", 3)
    ]


def test_an_assessment_that_says_it_did_not_draw_on_what_went_before(reader: Reader) -> None:
    social = "\n10 April 2018,Rowan,Assessment,Previous concerns not considered,"
    told = reader.ask(APART, files(social=social), people=people())
    (row,) = told.rows
    assert (row["strength"], row["not_drawn_on"]) == ("recorded", "one assessment")
    assert "csc.csv row 3" in row["evidence_ids"]
    assert told.sentences == [
        f"{CONCERNS}. Up to 9 weeks after the last of them the source records one assessment that did not draw on "
        "what went before; the records in hand show none that did. Decisions recorded in that time on what was "
        "passed to social care: none was found."
    ]


def test_the_records_of_social_care_are_not_in_hand(reader: Reader) -> None:
    """They would have to cover 1 March to 3 July, nine weeks after 1 May."""
    assert reader.ask(APART, files(covers="2018-03-01..2018-07-03"), people=people()).rows == [
        RUN | NONE_FOUND
    ]
    for covers in ("2018-03-02..2018-07-03", "2018-03-01..2018-07-02"):
        told = reader.ask(APART, files(covers=covers), people=people())
        assert told.rows == [RUN | {"strength": "cannot tell"}]
    quoted = {name: source for name, source in files().items() if name != "csc.csv"}
    told = reader.ask(APART, quoted, people=people())
    assert told.rows == [RUN | {"strength": "cannot tell"}]
    assert "so whether there was one cannot be told. Decisions recorded" in told.sentences[0]


def test_what_social_care_decided_on_single_concerns_is_said(reader: Reader) -> None:
    """Received on 3 April with nothing further to be done, on 2 May to be allocated."""
    social = (
        "Date,Person,Event,Description,To,From,Outcome\n2 January 2018,Rowan,Visit,,,,"
        "\n3 April 2018,Rowan,Notification received,Third party call,,Police,NFA"
        "\n2 May 2018,Rowan,Referral received,Bruise,,School,Accepted and awaiting allocation"
    )
    told = reader.ask(APART, files() | {"csc.csv": own(CSC, social)}, people=people())
    (row,) = told.rows
    assert row["decided"] == ["declined on 3 April 2018", "taken forward on 2 May 2018"]
    assert row["evidence_ids"] == [*RUN["evidence_ids"], "csc.csv row 3", "csc.csv row 4"]
    assert told.sentences[0].endswith(
        "Decisions recorded in that time on what was passed to social care: declined on 3 April 2018 and taken "
        "forward on 2 May 2018."
    )


def test_a_relative_who_was_worried_is_named_and_is_no_agency(reader: Reader) -> None:
    social = "Date,Person,Event,Description,From\n1 June 2018,Rowan,Referral received,Worried,Kayla Marsh"
    told = reader.ask(APART, files() | {"csc.csv": own(CSC, social)}, people=people())
    (row,) = told.rows
    assert (row["times"], row["raised_by"]) == (4, ["Police", "School", "Kayla Marsh"])
    assert row["agencies"] == ["Police", "School"]


@pytest.mark.parametrize(
    ("row", "times"),
    [
        ("1 June 2018,Rowan,A&E attendance,Bruise to the cheek,", 4),
        ("1 June 2018,Rowan,A&E attendance,Cough,", 3),
        ("1 June 2018,Rowan,Referral,Damp in the bedroom,Housing", 3),
        ("1 June 2018,Rowan,Discharge letter,Letter about the old bruise,GP", 3),
        ("1 June 2018,Rowan,Notification,Seen last week,Police", 4),
    ],
    ids=["injury at a contact", "illness", "damp", "a letter that tells of an injury", "told to the police"],
)
def test_what_counts_as_a_concern(reader: Reader, row: str, times: int) -> None:
    told = reader.ask(APART, files() | {"hospital.csv": own("Hospital", f"{HEADS}\n{row}")}, people=people())
    assert told.column("times") == [times]


def test_an_assessment_without_a_date_may_have_been_then(reader: Reader) -> None:
    told = reader.ask(APART, files(social="\n,Rowan,Assessment,No day given,"), people=people())
    assert told.rows == [RUN | NONE_FOUND | {"certainty": "possible"}]


def test_several_rows_of_one_day_are_one_day(reader: Reader) -> None:
    school = "\n1 April 2018,Rowan,Incident,The same day,\n,Rowan,Incident,No day given,"
    two = {name: source for name, source in files(school=school).items() if name != "csc.csv"}
    two["school.csv"] = own("School", f"{HEADS}{school}")
    assert reader.ask(APART, two, people=people()).rows == []


def test_an_answer_could_still_have_come(reader: Reader) -> None:
    """On 2 July nine weeks after 1 May were not over: two concerns are left."""
    assert reader.ask(APART, files(), people=people(), review="incident_date = 2018-07-02").rows == []
    assert len(reader.ask(APART, files(), people=people(), review="incident_date = 2018-07-03").rows) == 1


def test_what_social_care_tells_others_is_no_concern(reader: Reader) -> None:
    social = "".join(f"\n{day} May 2018,Finn,Notification,Case closed,School" for day in (3, 4, 5))
    assert reader.ask(APART, files(social=social), people=people()).rows == [RUN | NONE_FOUND]


def test_one_run_of_two_children_is_told_once(reader: Reader) -> None:
    both = {
        name: Source(s.text.replace("Rowan", "Rowan; Finn"), s.agency, s.covers)
        for name, s in files().items()
    }
    told = reader.ask(APART, both, people=people())
    assert told.rows == [RUN | NONE_FOUND | {"people": ["Finn", "Rowan"]}]


def test_no_concern_about_a_child_is_recorded(reader: Reader) -> None:
    told = reader.ask(APART, {"csc.csv": own(CSC, SOCIAL)}, people=people())
    assert told.missing.startswith(
        "No incident, referral, notification or disclosure about a child is recorded"
    )


PROBATION = f"""{HEADS}
1 February 2018,Kayla Marsh,Appointment,Settled,
5 March 2018,Kayla Marsh,Appointment,Job found,"""
UNASKED: dict[str, Any] = {
    "agency": "Probation",
    "people": ["Kayla Marsh"],
    "children": ["Rowan"],
    "contacts": 2,
    "agencies": ["Probation"],
    "from_day": "2018-02-01",
    "to_day": "2018-03-05",
    "certainty": "certain",
    "evidence_ids": ["probation.csv row 2", "probation.csv row 3"],
}
ADULTS = "silos-adult-service-no-children"


def service(more: str = "", covers: str = "2018-01-01..2018-12-31", **other: Source) -> dict[str, Source]:
    """Probation's own chronology, and the school's, which names the child."""
    more = PROBATION + more
    return {"probation.csv": own("Probation", more, covers), "school.csv": own("School", SCHOOL)} | other


def test_a_service_for_adults_that_recorded_no_child(reader: Reader) -> None:
    told = reader.ask(ADULTS, service(), people=people())
    assert told.rows == [UNASKED | NONE_FOUND]
    assert told.denominator == 1
    assert told.sentences == [
        "Probation has 2 entries of contacts, letters, incidents or notes about Kayla Marsh between 1 February 2018 "
        "and 5 March 2018; no mention of a child was found in its records. Children of these adults or living with "
        "them: Rowan."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "6 March 2018,Kayla Marsh; Rowan,Appointment,Came together,",
        "6 March 2018,Kayla Marsh,Appointment,Talked of rowan's nursery,",
        "6 March 2018,Kayla Marsh,Appointment,Two children at home,",
        "6 March 2018,Rowan,Referral,Worried,School",
    ],
)
def test_a_service_that_recorded_a_child(reader: Reader, row: str) -> None:
    told = reader.ask(ADULTS, service(f"\n{row}"), people=people())
    assert told.rows == []
    assert told.none == (
        "Each of the 1 services for adults with entries about a parent or an adult of the household recorded that "
        "there were children."
    )


def test_whether_the_service_knew_of_children_cannot_be_told(reader: Reader) -> None:
    """Its own chronology begins too late, or it is only quoted."""
    told = reader.ask(ADULTS, service(covers="2018-02-02..2018-12-31"), people=people())
    assert told.rows == [UNASKED | {"strength": "cannot tell"}]
    head, *rows = PROBATION.splitlines()
    quoted = composite(
        "\n".join([f"{head},Agency", *(f"{row},Probation" for row in rows), ",,Note,,,Nursery"])
    )
    told = reader.ask(ADULTS, {"probation.csv": quoted, "school.csv": own("School", SCHOOL)}, people=people())
    assert told.rows == [UNASKED | {"strength": "cannot tell"}]
    assert told.sentences[0].endswith("so whether it knew of the children (Rowan) cannot be told.")


def test_only_adults_of_the_childs_family_or_household(reader: Reader) -> None:
    """Mr K is no parent. Living with the child he counts, from when he lived there: the entry of 5 March."""
    of_k = {
        "probation.csv": own("Probation", PROBATION.replace("Kayla Marsh", "Mr K")),
        "school.csv": own("School", SCHOOL),
    }
    told = reader.ask(ADULTS, of_k, people=people())
    assert (told.rows, told.denominator) == ([], 0)
    home = "person_id,name,kind,index_child,born,stays\nrowan,Rowan,child,yes,2015-06-01,Home:2015-06-01..\n"
    inside = f"{home}mr-k,Mr K,adult,,,Home:2018-02-20..2018-06-01\n"
    told = reader.ask(ADULTS, of_k, people=inside)
    since = {"contacts": 1, "from_day": "2018-03-05", "evidence_ids": ["probation.csv row 3"]}
    assert told.rows == [UNASKED | NONE_FOUND | since | {"people": ["Mr K"]}]
    perhaps = f"{home}mr-k,Mr K,adult,,,Home:2018-03..2018-06\n"
    assert reader.ask(ADULTS, of_k, people=perhaps).column("certainty") == ["possible"]
    after = f"{home}mr-k,Mr K,adult,,,Home:2018-04-01..2018-06-01\n"
    assert reader.ask(ADULTS, of_k, people=after).rows == []


def test_before_the_birth_there_was_no_child(reader: Reader) -> None:
    """Born on 6 March, after the last contact; in March, before or after it."""
    assert reader.ask(ADULTS, service(), people=people("2018-03-06")).rows == []
    assert reader.ask(ADULTS, service(), people=people("2018-03")).column("certainty") == ["possible"]


def test_a_missed_appointment_is_no_contact(reader: Reader) -> None:
    only = own(
        "Probation", f"{HEADS}\n5 March 2018,Kayla Marsh,DNA,,\n,Kayla Marsh,Appointment,No day given,"
    )
    told = reader.ask(ADULTS, service() | {"probation.csv": only}, people=people())
    assert (told.rows, told.denominator) == ([], 0)


def test_no_service_for_adults_or_no_tie_to_a_child_is_recorded(reader: Reader) -> None:
    told = reader.ask(ADULTS, {"school.csv": own("School", SCHOOL)}, people=people())
    assert told.missing.startswith(
        "No entry of a service for adults about an adult of the family is recorded"
    )
    told = reader.ask(ADULTS, service(), people=people().replace("parent of rowan", ""))
    assert told.missing.startswith("The records do not say which adults are parents of the children")
