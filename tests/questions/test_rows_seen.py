"""How often children were seen alone, and contacts at which they were not seen: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, composite, own

ALONE = "child-seen-alone"
UNSEEN = "child-contact-not-seen"
HEADS = "Date,Person,Event,Child seen,Seen alone"
PEOPLE = "person_id,name,kind,index_child,born\nchild-a,Child A,child,yes,2010-01-01\n"
SCHOOL = f"""{HEADS}
1 February 2018,Child A,Session,Yes,Yes
1 March 2018,Child A,Session,Yes,No
1 June 2018,Child A,Session,Yes,Yes
1 July 2018,Child A; Mother,Telephone call,No,"""
SEEN: dict[str, Any] = {
    "child": "Child A",
    "seen": 3,
    "alone": 2,
    "alone_by": ["School"],
    "weeks": 30,
    "people": ["Child A"],
    "agencies": ["School"],
    "from_day": "2018-06-01",
    "to_day": "2018-12-31",
    "evidence_ids": ["school.csv row 2", "school.csv row 3", "school.csv row 4"],
}


def rows(reader: Reader, text: str = SCHOOL, **more: Any) -> list[dict[str, Any]]:
    """The answer without what the records say of speaking to the child."""
    told = reader.ask(ALONE, {"school.csv": own("School", text)}, people=more.pop("people", PEOPLE), **more)
    return [{key: value for key, value in row.items() if key != "told"} for row in told.rows]


def test_seen_alone_and_the_longest_time_without(reader: Reader) -> None:
    assert rows(reader) == [SEEN | {"strength": "recorded"}]


def test_what_no_column_tells_is_not_told(reader: Reader) -> None:
    told = reader.ask(ALONE, {"school.csv": own("School", SCHOOL)}, people=PEOPLE)
    assert told.sentences == [
        "Contacts that record Child A as seen: 3; as seen alone: 2, by School. The longest time without a record of "
        "being seen alone is 30 weeks, from 1 June 2018 to 31 December 2018."
    ]


def test_never_seen_alone(reader: Reader) -> None:
    never = {"alone": 0, "alone_by": [], "weeks": 47, "from_day": "2018-02-01", "strength": "no record found"}
    assert rows(reader, SCHOOL.replace("Yes,Yes", "Yes,")) == [SEEN | never]
    quoted = composite(
        "Date,Agency,Person,Event,Child seen\n1 February 2018,School,Child A,Session,Yes\n,GP,x,Note,"
    )
    told = reader.ask(ALONE, {"all.csv": quoted}, people=PEOPLE)
    assert told.column("strength") == ["cannot tell"]
    assert told.sentences[0].endswith("the records of all agencies working with the family are not in hand.")


def test_a_child_too_young_to_be_asked_alone_or_never_seen(reader: Reader) -> None:
    told = reader.ask(ALONE, {"school.csv": own("School", SCHOOL)}, people=PEOPLE, given={"age": 9})
    assert told.rows == []
    assert told.none == "No child of the age asked about is recorded as seen."
    assert rows(reader, people=PEOPLE.replace("2010-01-01", "2014-12-31")) == [
        SEEN | {"strength": "recorded"}
    ]
    assert rows(reader, people=PEOPLE.replace("2010-01-01", "2015-01-01")) == []
    assert rows(reader, f"{HEADS}\n1 July 2018,Child A,Session,No,") == []


def test_the_time_is_counted_from_the_age_asked_about(reader: Reader) -> None:
    """Four years old on 1 May 2018: the weeks before do not count."""
    text = f"{HEADS}\n1 February 2018,Child A,Session,Yes,No\n1 July 2018,Child A,Session,Yes,Yes"
    (row,) = rows(
        reader, text, people=PEOPLE.replace("2010-01-01", "2014-05-01"), review="incident_date = 2018-07-02"
    )
    assert (row["from_day"], row["to_day"], row["weeks"]) == ("2018-05-01", "2018-07-01", 8)


def test_a_sighting_in_a_month_alone(reader: Reader) -> None:
    (row,) = rows(reader, SCHOOL.replace("1 June 2018", "June 2018"))
    assert (row["from_day"], row["to_day"]) == ("2018-06-30", "2018-12-31")


NOT_SEEN = f"""{HEADS}
1 February 2018,Child A,Visit,No,
March 2018,Child A,No access,No,
1 April 2018,Child A,Visit,Yes,
1 May 2018,Child A,Visit,,
,Child A,Visit,No,
2 January 2019,Child A,Visit,No,"""
ROW: dict[str, Any] = {
    "child": "Child A",
    "agency": "Health Visiting",
    "times": 2,
    "tried": 1,
    "seen": 1,
    "first_text": "1 February 2018",
    "last_text": "March 2018",
    "people": ["Child A"],
    "agencies": ["Health Visiting"],
    "from_day": "2018-02-01",
    "to_day": "2018-03-31",
    "evidence_ids": ["hv.csv row 2", "hv.csv row 3"],
}


def test_contacts_at_which_the_child_was_not_seen(reader: Reader) -> None:
    told = reader.ask(UNSEEN, {"hv.csv": own("Health Visiting", NOT_SEEN)}, people=PEOPLE)
    assert told.rows == [ROW]
    assert told.sentences == [
        "Contacts about Child A at which Health Visiting recorded Child A as not seen: 2 (visits or appointments among "
        "them that did not take place: 1), the first 1 February 2018 and the last March 2018; at which it recorded "
        "Child A as seen: 1."
    ]


def test_fewer_contacts_than_asked_about(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", NOT_SEEN)}
    told = reader.ask(UNSEEN, files, people=PEOPLE, given={"least": 3})
    assert told.rows == []
    assert told.none == "No agency recorded several contacts at which a child was not seen."


def test_no_entry_says_whether_the_child_was_seen(reader: Reader) -> None:
    text = f"{HEADS}\n1 February 2018,Child A,Visit,,"
    told = reader.ask(UNSEEN, {"hv.csv": own("Health Visiting", text)}, people=PEOPLE)
    assert told.missing.startswith("No entry says whether a child was seen")


def test_before_the_birth_nobody_could_be_seen(reader: Reader) -> None:
    people = PEOPLE.replace("2010-01-01", "2018-03-01")
    assert reader.ask(UNSEEN, {"hv.csv": own("Health Visiting", NOT_SEEN)}, people=people).rows == []
