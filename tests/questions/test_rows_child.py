"""When the child was seen, and which children never were: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import ALL_OF_2018, Reader, composite, own

GAPS = "child-longest-not-seen"
NEVER = "child-never-seen"
HEADS = "Date,Person,Event,Description,Child seen"
PEOPLE = "person_id,name,kind,index_child,born,due,died\nchild-a,Child A,child,yes,{born},,{died}\n"
VISITS = f"""{HEADS}
1 February 2018,Child A,Visit,,Yes
1 March 2018,Child A,Visit,Asleep upstairs,No
1 June 2018,Child A,Visit,,Yes
1 August 2018,Child A; Mother,Visit,Does not say,
,Child A,Visit,No day given,Yes"""
FIRST: dict[str, Any] = {
    "child": "Child A",
    "weeks": 17,
    "not_seen": 1,
    "unclear": 0,
    "people": ["Child A"],
    "agencies": ["Health Visiting"],
    "from_day": "2018-02-01",
    "to_day": "2018-06-01",
    "strength": "recorded",
    "evidence_ids": ["hv.csv row 2", "hv.csv row 3", "hv.csv row 4"],
}
SECOND = FIRST | {
    "weeks": 30,
    "not_seen": 0,
    "unclear": 1,
    "from_day": "2018-06-01",
    "to_day": "2018-12-31",
    "evidence_ids": ["hv.csv row 4", "hv.csv row 5"],
}


def born(day: str = "2018-01-01", died: str = "") -> str:
    """people.csv with the index child."""
    return PEOPLE.format(born=day, died=died)


def test_the_longest_times_not_seen(reader: Reader) -> None:
    told = reader.ask(GAPS, {"hv.csv": own("Health Visiting", VISITS)}, people=born())
    assert told.rows == [SECOND | {"strength": "no record found"}, FIRST]
    assert told.sentences[0] == (
        "For 17 weeks, from 1 February 2018 to 1 June 2018, no entry records that Child A was seen; contacts that "
        "record Child A, or a child not named, as not seen: 1; contacts about Child A that do not say: 0."
    )


@pytest.mark.parametrize(
    ("who", "times"), [("Mother", 2), ("Mother; The children", 2), ("Mother; Child B", 1)]
)
def test_a_contact_that_names_no_child_and_records_none_as_seen(reader: Reader, who: str, times: int) -> None:
    """It counts for the index child, but not where it names another child; looked back from a day before it is out."""
    people = f"{born()}child-b,Child B,child,,,,\nmother,Mother,adult,,,,\n".replace("died\n", "died,kin\n")
    people = people.replace("child,yes,2018-01-01,,", "child,yes,2018-01-01,,,").replace(
        "mother,Mother,adult,,,,", "mother,Mother,adult,,,,,parent of child-a"
    )
    police = own("Police", f"{HEADS}\n9 April 2018,{who},Callout,Said to be asleep,No")
    files = {"hv.csv": own("Health Visiting", VISITS), "police.csv": police}
    told = reader.ask(GAPS, files, people=people)
    more = {"not_seen": 2, "agencies": ["Health Visiting", "Police"]}
    evidence = [*FIRST["evidence_ids"], "police.csv row 2"]
    assert told.rows[1] == (FIRST if times == 1 else FIRST | more | {"evidence_ids": evidence})
    earlier = reader.ask(GAPS, files, people=people, given={"as_of": "2018-04-08", "days": 60})
    assert earlier.column("not_seen") == [1]


def test_unnamed_children_who_were_seen_are_no_sighting(reader: Reader) -> None:
    people = "person_id,name,kind,index_child,born,kin\nchild-a,Child A,child,yes,2018-01-01,\n"
    police = own("Police", f"{HEADS}\n9 April 2018,Mother,Callout,One seen on the stairs,Yes")
    files = {"hv.csv": own("Health Visiting", VISITS), "police.csv": police}
    told = reader.ask(GAPS, files, people=f"{people}mother,Mother,adult,,,parent of child-a")
    assert told.rows == [SECOND | {"strength": "no record found"}, FIRST]


def test_seen_in_every_period_of_the_length_asked_about(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", VISITS)}
    told = reader.ask(GAPS, files, people=born(), given={"days": 214})
    assert told.rows == []
    assert (
        told.none == "The child is recorded as seen at least once in every period of the length asked about."
    )
    assert reader.ask(GAPS, files, people=born(), given={"days": 213}).column("weeks") == [30]


def test_the_records_of_those_working_with_the_child_do_not_cover_the_time(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", VISITS, "2018-01-01..2018-09-30")}
    told = reader.ask(GAPS, files, people=born())
    assert told.rows == [SECOND | {"strength": "cannot tell"}, FIRST]
    quoted = "Date,Agency,Person,Event\n2 May 2018,School,Child A,Visit\n3 July 2018,School,Child A,Visit"
    files = {"hv.csv": own("Health Visiting", VISITS), "all.csv": composite(f"{quoted}\n,GP,Mother,Note")}
    told = reader.ask(GAPS, files, people=born())
    assert told.column("strength") == ["cannot tell", "recorded"]
    assert told.column("agencies") == [["Health Visiting", "School"]] * 2
    assert told.column("unclear") == [2, 1]


def test_no_dated_contact_with_an_index_child(reader: Reader) -> None:
    for row in (",Child A,Visit,No day given,Yes", "1 March 2018,Child A,Referral,Not a contact,"):
        files = {"hv.csv": own("Health Visiting", f"{HEADS}\n{row}\n2 March 2018,Mother,Visit,,")}
        told = reader.ask(GAPS, files, people=born())
        assert told.rows == []
        assert told.missing.startswith("No contact with an index child could be told from the records")


def test_the_time_ends_with_the_childs_death(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", VISITS)}
    told = reader.ask(GAPS, files, people=born(died="2018-08-20"))
    assert told.column("to_day") == ["2018-06-01", "2018-08-20"]
    assert told.column("weeks") == [17, 11]


def test_a_day_known_only_by_its_month_or_a_birth_by_its_year(reader: Reader) -> None:
    """The month counts to its last day; a child seen in the year of its birth was born by then."""
    visits = f"{HEADS}\nMay 2018,Child A,Visit,,Yes\n1 December 2018,Child A,Visit,,Yes"
    files = {"hv.csv": own("Health Visiting", visits)}
    told = reader.ask(GAPS, files, people=born("2018"))
    assert (told.column("from_day"), told.column("to_day")) == (["2018-05-31"], ["2018-12-01"])
    assert told.column("weeks") == [26]


def test_nobody_was_in_contact_after_the_birth(reader: Reader) -> None:
    """The evidence is then every row that names the child."""
    visits = f"{HEADS}\n1 January 2018,Child A,Visit,Before the birth,"
    told = reader.ask(GAPS, {"hv.csv": own("Health Visiting", visits)}, people=born("2018-02-01"))
    alone = {"weeks": 47, "not_seen": 0, "unclear": 0, "agencies": [], "to_day": "2018-12-31"}
    assert told.rows == [FIRST | alone | {"strength": "cannot tell", "evidence_ids": ["hv.csv row 2"]}]


def test_nothing_is_asked_of_the_days_before_the_birth(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", VISITS)}
    told = reader.ask(GAPS, files, people=born(), review="incident_date = 2017-06-01")
    assert told.rows == []


BROTHER: dict[str, Any] = {
    "child": "Child B",
    "named_in": 2,
    "not_seen": 0,
    "people": ["Child B"],
    "agencies": [],
    "from_day": "2018-03-02",
    "to_day": "2018-03-02",
    "evidence_ids": ["hv.csv row 3", "hv.csv row 4"],
}
NAMED = f"""{HEADS}
1 March 2018,Child A,Visit,,Yes
2 March 2018,Child B,Telephone call,Talk of the brother,
,Child B; Mother,Telephone call,No day given,"""


def test_a_brother_whom_nobody_saw(reader: Reader) -> None:
    told = reader.ask(NEVER, {"hv.csv": own("Health Visiting", NAMED)})
    assert told.rows == [BROTHER | {"strength": "no record found"}]
    assert told.denominator == 2


def test_a_brother_recorded_as_not_seen(reader: Reader) -> None:
    more = f"{NAMED}\n4 April 2018,Child B,Visit,At nursery,No\n2 January 2019,Child B,Visit,After the end,No"
    told = reader.ask(NEVER, {"hv.csv": own("Health Visiting", more)})
    evidence = {"evidence_ids": ["hv.csv row 3", "hv.csv row 5", "hv.csv row 4"], "to_day": "2018-04-04"}
    assert told.rows == [BROTHER | evidence | {"named_in": 3, "not_seen": 1, "strength": "recorded"}]


def test_every_child_was_seen(reader: Reader) -> None:
    told = reader.ask(
        NEVER, {"hv.csv": own("Health Visiting", f"{NAMED}\n5 May 2018,Child A; Child B,Visit,,Yes")}
    )
    assert told.rows == []
    assert told.none == "Each of the 2 children of the family is recorded as seen at least once."


def test_whether_the_brother_was_seen_cannot_be_told(reader: Reader) -> None:
    """An agency working with a child is only quoted; or no agency working with a child is known."""
    quoted = composite("Date,Agency,Person,Event\n2 May 2018,School,Child A,Visit\n,GP,Mother,Note")
    told = reader.ask(NEVER, {"hv.csv": own("Health Visiting", NAMED), "all.csv": quoted})
    assert told.rows == [BROTHER | {"strength": "cannot tell"}]
    police = own("Police", "Date,Person,Event\n2 March 2018,Child B,Intelligence")
    told = reader.ask(NEVER, {"police.csv": police})
    assert told.column("strength") == ["cannot tell"]


def test_groups_and_children_not_yet_born_are_left_out(reader: Reader) -> None:
    people = (
        f"{born()}unborn,Unborn baby,child,,,2019-02-01,\nchild-c,Child C,child,,2019-01-10,2019-01-10,\n"
    )
    text = f"{NAMED}\n3 May 2018,The children,Note,,\n4 May 2018,Unborn baby; Child C,Note,,"
    told = reader.ask(NEVER, {"hv.csv": own("Health Visiting", text, ALL_OF_2018)}, people=people)
    assert told.column("child") == ["Child B"]
    assert told.denominator == 2


def test_looked_back_from_another_day_than_the_reviews(reader: Reader) -> None:
    """The last time runs on to a later day; an earlier day shortens the time it falls in, and its contacts."""
    seen_at_the_end = f"{VISITS}\n31 December 2018,Child A,Visit,,Yes"
    files = {"hv.csv": own("Health Visiting", seen_at_the_end, "2018-01-01..2019-12-31")}
    later = reader.ask(GAPS, files, people=born(), given={"as_of": "2019-06-01"})
    assert later.column("from_day") == ["2018-06-01", "2018-12-31", "2018-02-01"]
    assert later.column("to_day") == ["2018-12-31", "2019-06-01", "2018-06-01"]
    earlier = reader.ask(GAPS, files, people=born(), given={"as_of": "2018-07-01", "days": 30})
    assert earlier.column("to_day") == ["2018-06-01", "2018-02-01", "2018-07-01"]
    assert earlier.rows[2] == SECOND | {
        "weeks": 4,
        "unclear": 0,
        "to_day": "2018-07-01",
        "strength": "no record found",
        "evidence_ids": ["hv.csv row 4"],
    }


def test_two_chronologies_of_one_agency_cover_the_time_together(reader: Reader) -> None:
    lines = VISITS.splitlines()
    files = {
        "hv.csv": own("Health Visiting", "\n".join(lines[:4]), "2018-01-01..2018-07-15"),
        "hv2.csv": own("Health Visiting", "\n".join([lines[0], *lines[4:]]), "2018-07-16..2018-12-31"),
    }
    told = reader.ask(GAPS, files, people=born())
    assert told.column("strength") == ["no record found", "recorded"]
