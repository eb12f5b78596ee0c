"""New adults in the household and unnamed adults: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

NEW = "adults-new-in-household"
UNNAMED = "adults-not-identified"
HEADS = "Date,Person,Event,Description"
CSC = "Children's Social Care"
PEOPLE = """person_id,name,kind,sex,born,index_child,stays,kin
child-a,Child A,child,,2017-02-01,yes,home:2017-02-01..,
mother,Mother,adult,female,,,home:2016..,parent of child-a
mr-k,Mr K,adult,male,,,{stays},
"""
MR_K: dict[str, Any] = {
    "person": "Mr K",
    "sex": "male",
    "since_text": "1 May 2018, as given in people.csv",
    "known_to": [
        "Police (1 July 2018, after at least 8 weeks)",
        "School (2 July 2018, after at least 8 weeks)",
    ],
    "longest_weeks": 8,
    "people": ["Mr K"],
    "from_day": "2018-05-01",
    "certainty": "certain",
}
SCHOOL = f"""{HEADS}
1 March 2018,Child A,Visit,
4 June 2018,Child A,Visit,
2 July 2018,Child A; Mr K,Visit,Met"""
POLICE = f"""{HEADS}
1 April 2018,Mr K,Incident,Before he came
1 July 2018,Mother; Mr K,Incident,At the address"""
GP = f"{HEADS}\n3 June 2018,Child A,Consultation,\n7 August 2018,Mother,Consultation,Her partner was with her"


def people(stays: str = "home:2018-05-01..") -> str:
    """people.csv with a child, its mother and Mr K, who came later."""
    return PEOPLE.format(stays=stays)


def files(**texts: str) -> dict[str, Source]:
    """Own chronologies by the name of the agency."""
    return {f"{name}.csv": own(name, text) for name, text in texts.items()}


def test_how_long_until_each_agency_named_him_and_which_did_not(reader: Reader) -> None:
    """The mother was there before the child; the row of April does not show that Police knew of the change.

    One finding an adult: which agencies named him, and which did not.
    """
    told = reader.ask(NEW, files(School=SCHOOL, Police=POLICE, GP=GP), people=people())
    assert told.rows == [
        MR_K
        | {
            "not_named_by": ["GP"],
            "told": "No row by name was found in the records of GP",
            "agencies": ["Police", "School", "GP"],
            "to_day": "2018-12-31",
            "strength": "no record found",
            "evidence_ids": [
                "Police.csv row 3",
                "School.csv row 4",
                "GP.csv row 2",
                "GP.csv row 3",
            ],
        }
    ]
    assert told.denominator == 1
    assert told.sentences == [
        "Mr K is recorded as coming to live in the household (1 May 2018, as given in people.csv). The first rows of "
        "each agency from then on that name Mr K: Police (1 July 2018, after at least 8 weeks) and School (2 July "
        "2018, after at least 8 weeks). No row by name was found in the records of GP."
    ]


def test_named_by_all_and_late(reader: Reader) -> None:
    told = reader.ask(NEW, files(School=SCHOOL, Police=POLICE), people=people())
    assert (told.column("strength"), told.column("not_named_by")) == (["recorded"], [[]])
    assert told.column("to_day") == ["2018-07-02"]
    assert told.sentences[0].endswith("School (2 July 2018, after at least 8 weeks).")


@pytest.mark.parametrize(
    ("said", "kin", "told"),
    [
        ("Her partner was with her", "partner of mother", "“partner”"),
        ("Ex-partner rang. Partnership working", "partner of mother", ""),
        ("Her partner Mr K was with her", "partner of mother", ""),
        ("Brother staying", "sibling of mother", "“brother”"),
        ("Her partner was with her", "", ""),
    ],
)
def test_one_spoken_of_without_a_name(reader: Reader, said: str, kin: str, told: str) -> None:
    """Only where that is what he is to the mother, by the ties of people.csv."""
    family = people().replace("home:2018-05-01..,", f"home:2018-05-01..,{kin}")
    gp = f"{HEADS}\n3 June 2018,Child A,Consultation,\n7 August 2018,Mother,Consultation,{said}"
    (row,) = reader.ask(NEW, files(School=SCHOOL, GP=gp), people=family).rows
    spoken = ". Rows there that speak of one without a name, the first of each: GP ({}, 7 August 2018)"
    assert row["told"] == "No row by name was found in the records of GP" + (
        spoken.format(told) if told else ""
    )


def test_named_by_everybody_within_a_week(reader: Reader) -> None:
    school = f"{HEADS}\n1 March 2018,Child A,Visit,\n3 May 2018,Child A; Mr K,Visit,Met"
    told = reader.ask(NEW, files(School=school), people=people())
    assert (told.rows, told.denominator) == ([], 1)
    assert told.none.startswith("Each of the 1 adults recorded as coming to live in the household was named")
    (row,) = reader.ask(NEW, files(School=school), people=people(), given={"weeks": 0}).rows
    assert (row["known_to"], row["longest_weeks"]) == (["School (3 May 2018, in the first week)"], 0)


def test_the_weeks_are_bounds_where_dates_are_partial(reader: Reader) -> None:
    """From 31 May to 1 June is under a week, to 30 July from 1 May 12 weeks; from 31 May to 14 June two weeks."""
    for day, named in (
        ("June 2018", "School (June 2018, within 9 weeks)"),
        ("14 June 2018", "School (14 June 2018, after at least 2 weeks)"),
        ("8 June 2018", "School (8 June 2018, after at least a week)"),
    ):
        school = f"{HEADS}\n1 March 2018,Child A,Visit,\n{day},Child A; Mr K,Visit,Met"
        told = reader.ask(NEW, files(School=school), people=people("home:2018-05.."), given={"weeks": 0})
        assert told.column("known_to") == [[named]]
        assert told.column("since_text") == ["May 2018, as given in people.csv"]


def test_one_only_quoted_or_not_in_hand_then_cannot_be_told(reader: Reader) -> None:
    quoted = f"{HEADS},Agency\n3 June 2018,Child A,Visit,,GP\n1 July 2018,Mr K; Mother,Note,,Housing"
    told = reader.ask(NEW, {"all.csv": composite(quoted)}, people=people())
    assert told.column("strength") == ["cannot tell"]
    assert told.column("not_named_by") == [["GP"]]
    assert told.column("told") == ["By name in no row quoted from GP, whose own records are not in hand"]
    short = {"GP.csv": own("GP", GP, "2018-01-01..2018-07-31"), **files(School=SCHOOL)}
    told = reader.ask(NEW, short, people=people())
    assert told.column("strength") == ["cannot tell"]
    one_of_each = files(School=SCHOOL, HV="Date,Person,Event,Description\n4 June 2018,Child A,Visit,")
    told = reader.ask(NEW, {"GP.csv": short["GP.csv"], **one_of_each}, people=people())
    assert told.column("strength") == ["no record found"]
    assert told.column("told") == [
        "No row by name was found in the records of HV. By name in no row quoted from GP, whose own records are not "
        "in hand"
    ]


def test_who_is_no_new_adult(reader: Reader) -> None:
    """There from before the child, with the child in an earlier home, or after the day looked back from."""
    for stays in (
        "home:2016-05-01..",
        "home:2017-02-01..",
        "old:2017-02-01..2018-04-30; home:2018-05-01..",
        "home:2019-02-01..",
        "other:2018-05-01..",
    ):
        told = reader.ask(
            NEW,
            files(School=SCHOOL, Police=POLICE),
            people=people(stays).replace(
                "home:2017-02-01..,\n", "home:2017-02-01..; old:2017-02-01..2018-04-30,\n"
            ),
        )
        assert (told.rows, told.denominator or 0) == ([], 0), stays


def test_one_who_came_back_and_one_who_may_have_come_first(reader: Reader) -> None:
    back = people("home:2018-01-01..2018-02-01; home:2018-05-01..")
    told = reader.ask(NEW, files(School=SCHOOL), people=back)
    assert (told.column("since_text"), told.denominator) == (["1 January 2018, as given in people.csv"], 1)
    child_came = people().replace("2017-02-01,yes,home:2017-02-01..", "2017-02-01,yes,home:2018-04..2018-12")
    told = reader.ask(NEW, files(School=SCHOOL), people=child_came)
    assert told.column("certainty") == ["certain"]
    same_month = people("home:2018-04-20..").replace("yes,home:2017-02-01..", "yes,home:2018-04..2018-12")
    told = reader.ask(NEW, files(School=SCHOOL), people=same_month.replace("home:2016..", ""))
    assert told.column("certainty") == ["possible"]


def test_an_agency_that_wrote_only_of_him_or_only_before_is_not_counted(reader: Reader) -> None:
    probation = f"{HEADS}\n1 April 2018,Mr K,Appointment,\n1 June 2018,Ms Z,Appointment,"
    before = f"{HEADS}\n1 April 2018,Child A,Visit,"
    told = reader.ask(NEW, files(School=SCHOOL, Probation=probation, HV=before), people=people())
    assert told.column("not_named_by") == [[]]


def test_without_a_first_day_the_question_says_what_is_missing(reader: Reader) -> None:
    told = reader.ask(NEW, files(School=SCHOOL), people=people("").replace("home:2016..", ""))
    assert told.missing.startswith("The records give no day on which an adult came to live with the child")


def test_a_row_of_a_new_adult_is_enough(reader: Reader) -> None:
    """Without people.csv: the mother named beside him is not the one who came."""
    birth = f"{HEADS}\n1 February 2018,Child A,Birth,\n4 June 2018,Child A,Visit,"
    housing = f"{HEADS}\n1 May 2018,Mother; Mr K,New adult in household,Told at the door"
    told = reader.ask(NEW, files(School=birth, Housing=housing))
    assert told.column("person") == ["Mr K"]
    assert told.column("not_named_by") == [["School"]]
    assert told.column("since_text") == ["1 May 2018"]
    assert told.column("known_to") == [["Housing (1 May 2018, in the first week)"]]


def test_the_view_of_men(reader: Reader) -> None:
    woman = people().replace("Mr K,adult,male", "Mr K,adult,female")
    told = reader.ask(NEW, files(School=SCHOOL), people=woman, given={"view": "men"})
    assert (told.rows, told.denominator) == ([], 0)


MAN = f"""{HEADS}
1 June 2018,Mother; unknown male,Noise complaint,Would not give a name
3 July 2018,Child A; unknown male,Call out,Left by the back"""
SEEN = f"{HEADS}\n5 September 2018,Child A; Unknown male,Observation,Collected by him"
UNKNOWN_MALE: dict[str, Any] = {
    "person": "unknown male",
    "sex": "male",
    "times": 3,
    "when_text": "3 rows (1 June 2018 to 5 September 2018)",
    "not_told": "Their columns of people do not say who it was, or whether it was one person",
    "with_children": ["Child A"],
    "people": ["unknown male"],
    "agencies": ["Police", "School"],
    "from_day": "2018-06-01",
    "to_day": "2018-09-05",
    "evidence_ids": ["Police.csv row 2", "Police.csv row 3", "School.csv row 2"],
}


def test_a_man_nobody_identified(reader: Reader) -> None:
    told = reader.ask(UNNAMED, files(Police=MAN, School=SEEN))
    assert told.rows == [UNKNOWN_MALE | {"strength": "no record found"}]
    assert told.sentences == [
        "A person not named (“unknown male”) is in 3 rows (1 June 2018 to 5 September 2018). Their columns of people "
        "do not say who it was, or whether it was one person. By whom: Police and School. Children in the same rows: "
        "Child A."
    ]


def test_the_records_of_one_that_saw_him_are_not_in_hand(reader: Reader) -> None:
    quoted = composite(
        f"{SEEN.replace('Description', 'Description,Agency')},School\n1 May 2018,Mother,Note,,GP"
    )
    told = reader.ask(UNNAMED, {"Police.csv": own("Police", MAN), "all.csv": quoted})
    assert told.column("strength") == ["cannot tell"]
    short = {"Police.csv": own("Police", MAN, "2018-01-01..2018-06-30"), **files(School=SEEN)}
    assert reader.ask(UNNAMED, short).column("strength") == ["cannot tell"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Mother's boyfriend", True),
        ("a man", False),
        ("Man", True),
        ("Mother's partner", True),
        ("Male visitor", True),
        ("Mother", False),
        ("Father", False),
        ("MGM", False),
        ("Child A's stepfather", False),
        ("Foster carer", False),
        ("Mr K", False),
        ("Mother's partner Mr K", False),
        ("three adults", False),
    ],
)
def test_which_words_name_nobody(reader: Reader, written: str, found: bool) -> None:
    """A cell "a man" is read as somebody called so: nothing says that it is a role."""
    school = f"{HEADS}\n1 May 2018,Child A,Birth,\n5 May 2018,{written},Contact,\n6 May 2018,Child A,Visit,"
    told = reader.ask(UNNAMED, files(School=school))
    assert told.column("people") == ([[written]] if found else [])
    if found:
        assert told.column("when_text") == ["one row (5 May 2018)"]
        assert told.column("with_children") == [["none"]]
    else:
        assert told.none.startswith("Every adult in the rows is named")


def test_rows_without_a_day_and_rows_after_the_day_looked_back_from(reader: Reader) -> None:
    undated = f"{HEADS}\n,unknown male,Call out,No day\n2 May 2019,unknown male,Call out,Later\n1 May 2018,Mother,Note,"
    (row,) = reader.ask(UNNAMED, files(Police=undated)).rows
    assert (row["times"], row["when_text"], row["strength"]) == (1, "one row (no date given)", "cannot tell")
    assert (row["from_day"], row["to_day"]) == (None, None)
