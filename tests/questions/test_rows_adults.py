"""Adults living with or around the child whom nobody working with the child met: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, composite, own

QUESTION = "adults-never-met"
HEADS = "Date,Person,Event,Description,Received"
SCHOOL = f"{HEADS}\n1 March 2018,Child A,Visit,,\n1 September 2018,Child A,Visit,,"
HOUSING = f"{HEADS}\n1 May 2018,Mr K,New adult in household,Told at the door,"
MR_K: dict[str, Any] = {
    "person": "Mr K",
    "sex": "male",
    "part": ["living with the child (from 1 May 2018)"],
    "known_to": ["none"],
    "people": ["Mr K"],
    "agencies": [],
    "from_day": "2018-05-01",
    "to_day": None,
    "certainty": "certain",
    "evidence_ids": ["housing.csv row 2"],
}
MIDDLE = "incident_date = 2018-12-15"
PEOPLE = """person_id,name,kind,sex,index_child,stays
child-a,Child A,child,,yes,home:2017-01-01..
mr-k,Mr K,adult,male,,{stays}
"""


def both(housing: str = HOUSING, school: str = SCHOOL) -> dict[str, Any]:
    """Housing, which knew of a new adult, and the school, which works with the child."""
    return {"housing.csv": own("Housing", housing), "school.csv": own("School", school)}


def test_living_with_the_child_and_never_met(reader: Reader) -> None:
    told = reader.ask(QUESTION, both())
    assert told.rows == [MR_K | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        "Mr K is recorded as living with the child (from 1 May 2018); no contact with or assessment of Mr K was "
        "found in the records of the agencies working with the child. Agencies recorded as in contact with Mr K "
        "while of the family: none."
    ]


def test_the_source_says_that_it_reached_no_agency(reader: Reader) -> None:
    told = reader.ask(QUESTION, both(f"{HOUSING}\n2 May 2018,Mr K,Visit,Seen at the flat,No"))
    known = {"known_to": ["Housing"], "agencies": ["Housing"]}
    evidence = {"evidence_ids": ["housing.csv row 2", "housing.csv row 3"]}
    assert told.rows == [MR_K | known | evidence | {"strength": "recorded"}]


def test_met_or_assessed_by_one_working_with_the_child(reader: Reader) -> None:
    for event in ("Visit", "Assessment"):
        told = reader.ask(
            QUESTION, both(school=f"{SCHOOL}\n2 October 2018,Child A; Mr K,{event},Both there,")
        )
        assert told.rows == []
        assert told.none == (
            "Each of the 1 adults recorded as living with or around the child was met or assessed by an agency "
            "working with the child."
        )


def test_a_visit_that_did_not_find_him_is_no_meeting(reader: Reader) -> None:
    told = reader.ask(QUESTION, both(school=f"{SCHOOL}\n2 October 2018,Child A; Mr K,No access,No reply,"))
    evidence = {"evidence_ids": ["housing.csv row 2", "school.csv row 4"]}
    assert told.rows == [MR_K | evidence | {"strength": "no record found"}]


def test_a_contact_before_anything_links_him_to_the_family_does_not_count(reader: Reader) -> None:
    """Seen in March by Police and by the school, in May by Housing; he came on 1 May."""
    housing = f"{HOUSING}\n2 May 2018,Mr K,Visit,Seen at the flat,"
    files = both(housing, f"{SCHOOL}\n1 March 2018,Mr K,Visit,Seen,")
    files["police.csv"] = own("Police", "Date,Person,Event\n1 March 2018,Mr K,Incident")
    (row,) = reader.ask(QUESTION, files).rows
    assert (row["known_to"], row["strength"]) == (["Housing"], "no record found")


def test_those_working_with_the_child_are_only_quoted_or_were_not_in_hand_then(reader: Reader) -> None:
    quoted = (
        "Date,Agency,Person,Event\n1 March 2018,School,Child A,Visit\n1 September 2018,School,Child A,Visit"
    )
    files = {"housing.csv": own("Housing", HOUSING), "all.csv": composite(f"{quoted}\n,GP,Ms Z,Note")}
    assert reader.ask(QUESTION, files).rows == [MR_K | {"strength": "cannot tell"}]
    early = own("School", "Date,Person,Event\n1 March 2018,Child A,Visit", "2018-01-01..2018-04-30")
    assert reader.ask(QUESTION, files | {"school.csv": early}).rows == [MR_K | {"strength": "cannot tell"}]
    before = own("School", "Date,Person,Event\n1 March 2018,Child A,Visit", "2018-01-01..2018-04-30")
    told = reader.ask(QUESTION, {"housing.csv": own("Housing", HOUSING), "school.csv": before})
    assert told.rows == [MR_K | {"strength": "cannot tell"}]


def test_two_own_chronologies_of_one_agency_are_one_only_without_a_gap(reader: Reader) -> None:
    """The school's contacts run from 1 March to 1 September; what matters are the days from 1 May."""
    first = "Date,Person,Event\n1 March 2018,Child A,Visit"
    second = "Date,Person,Event\n1 September 2018,Child A,Visit"
    for until, strength in (("2018-06-30", "no record found"), ("2018-06-29", "cannot tell")):
        files = {
            "housing.csv": own("Housing", HOUSING),
            "one.csv": own("School", first, f"2018-01-01..{until}"),
            "two.csv": own("School", second, "2018-07-01..2018-12-31"),
        }
        assert reader.ask(QUESTION, files).rows == [MR_K | {"strength": strength}]


def test_nobody_is_recorded_as_living_with_the_child_or_as_kin(reader: Reader) -> None:
    told = reader.ask(QUESTION, {"school.csv": own("School", SCHOOL)})
    assert told.rows == []
    assert told.missing.startswith("The records do not say which adults lived with the child or are kin")


def test_a_stay_that_still_runs_has_no_last_day(reader: Reader) -> None:
    stays = "home:2018-01-01..2018-02-01; home:2018-05-01.."
    told = reader.ask(QUESTION, both(), people=PEOPLE.format(stays=stays))
    part = ["living with the child (from 1 January 2018 until 1 February 2018, from 1 May 2018)"]
    assert told.rows == [MR_K | {"part": part, "from_day": "2018-01-01", "strength": "no record found"}]


def test_stays_that_began_on_a_day_not_known_or_that_ended(reader: Reader) -> None:
    told = reader.ask(QUESTION, both(), people=PEOPLE.format(stays="home:..2018-06"))
    assert told.column("part") == [["living with the child (from a date not given until June 2018)"]]
    assert (told.rows[0]["from_day"], told.rows[0]["to_day"]) == (None, "2018-06-30")
    later = reader.ask(QUESTION, both(), people=PEOPLE.format(stays="home:2019-02-01.."))
    assert (later.rows, later.denominator) == ([], 0)


def test_a_stay_that_may_not_have_begun_yet_is_only_possible(reader: Reader) -> None:
    told = reader.ask(QUESTION, both(), people=PEOPLE.format(stays="home:2018-12..2019-02"), review=MIDDLE)
    assert told.column("certainty") == ["possible"]


def kin(ties: str) -> str:
    """people.csv with a child, a mother and Mr K, who is something to one of them and has no stay."""
    rows = f"child-a,Child A,child,2018-01-01,yes,\nmother,Mother,adult,,,parent of child-a\nmr-k,Mr K,adult,,,{ties}"
    return f"person_id,name,kind,born,index_child,kin\n{rows}\n"


GP = f"{HEADS}\n1 June 2018,Mr K,Consultation,Back pain,"


def around(ties: str, school: str = SCHOOL) -> dict[str, Any]:
    return {"files": both(GP.replace("Consultation", "Note"), school), "people": kin(ties)}


def test_kin_without_a_stay(reader: Reader) -> None:
    """The mother, whom no row names, is not counted."""
    for ties, part in (
        ("parent of child-a", "a parent of the child, with no stay in the household"),
        ("grandparent of child-a", "a grandparent of the child, with no stay in the household"),
        (
            "partner of mother 2018-02..",
            "partner of Mother, a parent of the child, with no stay in the household",
        ),
    ):
        told = reader.ask(QUESTION, **around(ties))
        known = {"part": [part], "known_to": ["Housing"], "agencies": ["Housing"], "from_day": None}
        sex = {"sex": "unknown", "strength": "no record found"}
        assert told.rows == [MR_K | known | sex]
        assert told.denominator == 1
        met = f"{SCHOOL}\n2 October 2018,Child A; Mr K,Visit,Both there,"
        assert reader.ask(QUESTION, **around(ties, met)).rows == []


def test_one_without_a_stay_whom_a_service_for_children_or_families_met_is_not_told_of(
    reader: Reader,
) -> None:
    """Midwifery never recorded a contact with the child, so it does not count as working with the child."""
    midwifery = {"mw.csv": own("Midwifery", GP)}
    for stays, wanted in (("", []), ("home:2018-01-01..", ["Mr K"])):
        texts = "person_id,name,kind,index_child,stays,kin\nchild-a,Child A,child,yes,home:2018-01-01..,\n"
        texts += f"mr-k,Mr K,adult,,{stays},parent of child-a\n"
        told = reader.ask(QUESTION, midwifery | {"school.csv": own("School", SCHOOL)}, people=texts)
        assert told.column("person") == wanted


def test_former_partners_and_partners_from_before_the_birth_are_not_around_the_child(reader: Reader) -> None:
    for ties in ("ex-partner of mother", "partner of mother 2016..2017-06", "partner of mother 2019-02.."):
        told = reader.ask(QUESTION, **around(ties))
        assert (told.rows, told.denominator) == ([], 0)


def test_three_rows_with_the_child_are_being_around_the_child(reader: Reader) -> None:
    """The agency that wrote them does not work with the child: it never recorded a contact with one."""
    lines = [f"{day} May 2018,Child A; Mr K,Notification,Seen together,School," for day in (1, 2, 3)]
    heads = "Date,Person,Event,Description,To,Received"
    people = kin("friend of mother")
    for count, wanted in ((3, [["being around the child (in 3 rows with the child)"]]), (2, [])):
        housing = own("Housing", "\n".join([heads, *lines[:count]]))
        told = reader.ask(
            QUESTION, {"housing.csv": housing, "school.csv": own("School", SCHOOL)}, people=people
        )
        assert told.column("part") == wanted


def test_an_adult_whom_no_row_names_is_not_counted(reader: Reader) -> None:
    """There is no source row to lead back to, so nothing can be said of him either way."""
    people = PEOPLE.format(stays="home:2018-05-01..") + "mr-z,Mr Z,adult,male,,home:2018-05-01..\n"
    met = f"{SCHOOL}\n2 October 2018,Child A; Mr K,Visit,Both there,"
    told = reader.ask(QUESTION, both(school=met), people=people)
    assert (told.rows, told.denominator) == ([], 1)


def test_the_view_of_men_leaves_out_those_recorded_as_women(reader: Reader) -> None:
    two = (
        f"{HOUSING}\n2 May 2018,Ms L,New adult in household,,\n3 May 2018,The lodger,New adult in household,,"
    )
    everybody = reader.ask(QUESTION, both(two))
    assert everybody.column("person") == ["Mr K", "Ms L", "The lodger"]
    assert everybody.column("sex") == ["male", "female", "unknown"]
    men = reader.ask(QUESTION, both(two), given={"view": "men"})
    assert (men.column("person"), men.denominator) == (["Mr K", "The lodger"], 2)
