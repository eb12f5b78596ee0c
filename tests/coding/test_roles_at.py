"""Whom a bare role means on a day."""

from __future__ import annotations

from coded_rows import Coded, coded, row

from scrgraph.coding.role_changes import unnamed_doubts, with_role_changes
from scrgraph.coding.roles_at import RolesAt, with_roles_at
from scrgraph.model.people import Kinship, Person
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.review.cells import parse_period
from scrgraph.temporal.read_date import read_date

ADULT, CHILD = PersonKind.ADULT, PersonKind.CHILD
PEOPLE = [
    Person(person_id="rowan", display_name="Rowan Marsh", kind=CHILD, index_child=True),
    Person(person_id="finn", display_name="Finn Marsh", kind=CHILD, spellings=("Finn",)),
    Person(person_id="kayla", display_name="Kayla Marsh", kind=ADULT, sex=Sex.FEMALE),
    Person(person_id="lee", display_name="Lee Tranter", kind=ADULT, sex=Sex.MALE),
    Person(person_id="jordan", display_name="Jordan Pell", kind=ADULT, sex=Sex.MALE),
    Person(person_id="diane", display_name="Diane Marsh", kind=ADULT, sex=Sex.FEMALE),
]


def tie(who: str, kinship: str, whom: str, period: str = "") -> Kinship:
    since, until = parse_period(period)
    return Kinship(
        kinship_id=f"{who}-{kinship}-{whom}", person_id=who, to_person_id=whom, kinship=kinship, since=since,
        until=until,
    )  # fmt: skip


TIES = [
    tie("kayla", "parent", "rowan"),
    tie("kayla", "parent", "finn"),
    tie("lee", "parent", "finn"),
    tie("jordan", "parent", "rowan"),
    tie("lee", "partner", "kayla", "2004..2006-06"),
    tie("jordan", "partner", "kayla", "2006-10..2008-04"),
    tie("diane", "parent", "kayla"),
]


def holder(role: str, on: str, *children: str) -> str:
    return RolesAt(PEOPLE, TIES).holder(role, read_date(on), children).person_id


def test_mother_s_partner_is_another_man_in_2007_than_in_2005() -> None:
    assert (holder("Mother's partner", "3 May 2005"), holder("Mum's partner", "3 May 2007")) == (
        "lee",
        "jordan",
    )
    found = RolesAt(PEOPLE, TIES).holder("Mother's partner", read_date("3 May 2007"))
    assert found.reason == (
        "“Mother's partner” is Jordan Pell: people.csv has them as partner of Kayla Marsh from October 2006 until "
        "April 2008 and nobody else was on 3 May 2007"
    )


def test_a_partner_who_was_is_the_ex_partner() -> None:
    assert holder("Mother's ex-partner", "3 May 2007") == "lee"
    assert holder("Mother's ex-partner", "3 May 2005") == ""


def test_between_two_partners_and_at_the_edge_of_a_tie_it_is_nobody() -> None:
    assert holder("Mother's partner", "1 August 2006") == ""
    edge = RolesAt(PEOPLE, TIES).holder("Mother's partner", read_date("12 April 2008"))
    assert (edge.person_id, edge.doubt) == (
        "", "“Mother's partner” on 12 April 2008 may be Jordan Pell, or somebody else: people.csv does not say so "
        "for all those days.",
    )  # fmt: skip


def test_a_date_that_may_fall_under_either_partner_is_a_doubt() -> None:
    found = RolesAt(PEOPLE, TIES).holder("Mother's partner", read_date("2006"))
    assert (found.person_id, found.doubt) == (
        "", "“Mother's partner” on 2006 may be Jordan Pell or Lee Tranter. Which of them is it?",
    )  # fmt: skip


def test_father_is_the_index_child_s_and_a_doubt_where_the_row_names_another_man_s_child() -> None:
    assert holder("Father", "3 May 2007") == holder("dad", "3 May 2007", "rowan") == "jordan"
    found = RolesAt(PEOPLE, TIES).holder("Father", read_date("3 May 2007"), ["finn"])
    assert (found.person_id, found.doubt) == (
        "", "“Father” on 3 May 2007 may be Jordan Pell or Lee Tranter. Which of them is it?",
    )  # fmt: skip


def test_two_declared_fathers_are_a_doubt_and_no_guess() -> None:
    found = RolesAt(PEOPLE, [*TIES, tie("lee", "parent", "rowan")]).holder("Father", read_date("3 May 2007"))
    assert not found.person_id
    assert "Which of them is it?" in found.doubt


def test_other_roles_by_their_ties_and_words_that_are_no_role() -> None:
    assert (holder("MGM", "2007"), holder("mum", "2007"), holder("Unknown male", "2007")) == (
        "diane",
        "kayla",
        "",
    )
    assert RolesAt(PEOPLE, []).holder("Mother", read_date("2007")).doubt == ""


def test_the_baby_is_the_one_child_of_that_age() -> None:
    births = {"rowan": "9 November 2006", "finn": "14 September 2004"}
    people = [
        person.model_copy(update={"born": read_date(births[person.person_id])})
        if person.person_id in births
        else person
        for person in PEOPLE
    ]
    roles = RolesAt(people, TIES)

    def meant(role: str, on: str) -> str:
        return roles.holder(role, read_date(on)).person_id

    assert (meant("baby", "3 May 2007"), meant("Baby", "3 May 2005")) == ("rowan", "finn")
    assert (meant("UBB", "3 May 2006"), meant("Unborn baby", "3 May 2007")) == ("rowan", "")
    assert meant("Baby", "2006") == ""
    assert roles.holder("Baby", read_date("3 May 2007")).reason == (
        "“Baby” is Rowan Marsh: by the births people.csv gives, nobody else was one on 3 May 2007"
    )
    assert RolesAt(PEOPLE, TIES).holder("Baby", read_date("3 May 2007")).doubt == (
        "“Baby” on 3 May 2007 may be Finn Marsh or Rowan Marsh. Which of them is it?"
    )


def test_rows_get_the_person_meant_and_the_bare_role_goes() -> None:
    found = coded(
        [
            row("3 May 2005", "HV", "visit", "Finn; Mother's partner"),
            row("3 May 2007", "HV", "visit", "Mother's partner; Mother"),
            row("1 August 2006", "HV", "visit", "Mother's partner"),
        ],
        people=PEOPLE,
    )
    rows, doubts = with_roles_at(found.entries, found.people, TIES)
    assert [item.people for item in rows] == [("finn", "lee"), ("jordan", "kayla"), ("mothers-partner",)]
    assert doubts == ()
    assert found.people.find("Mother") == "kayla"
    assert found.people.find("Mother's partner") == "mothers-partner"


def test_somebody_unnamed_whom_the_author_gave_a_tie_or_a_stay_stays() -> None:
    unnamed = Person(
        person_id="mothers-partner", display_name="Mother's partner", unnamed=True, role="partner"
    )
    found = coded([row("3 May 2007", "HV", "visit", "Mother's partner")], people=[*PEOPLE, unnamed])
    ties = [*TIES, tie("mothers-partner", "lodger", "kayla")]
    assert with_roles_at(found.entries, found.people, ties)[0] == found.entries
    assert with_roles_at(found.entries, found.people, TIES, ["mothers-partner"])[0] == found.entries


def changed(found: Coded) -> list[tuple[str, ...]]:
    return [item.people for item in with_role_changes(found.entries, found.people)[0]]


def test_a_new_partner_in_the_records_is_another_unnamed_person() -> None:
    found = coded(
        [
            row("3 May 2005", "HV", "visit", "Mother's partner"),
            row("3 May 2007", "HV", "visit", "Mother's partner; Rowan", said="New partner present, friendly"),
            row("20 July 2007", "GP", "consultation", "Mother's partner", said="mother has a new partner"),
            row("2007", "GP", "consultation", "Mother's partner"),
        ]
    )
    rows, changes, doubts = with_role_changes(found.entries, found.people)
    new = "mothers-partner-from-3-may-2007"
    assert [item.people for item in rows] == [
        ("mothers-partner",), (new, "rowan"), (new,), ("mothers-partner",),
    ]  # fmt: skip
    assert found.people[new].display_name == "Mother's partner (from 3 May 2007)"
    assert found.people[new].unnamed
    assert [(change.entry_id, change.reason) for change in changes] == [
        ("E2", "HV.csv, row 2 tells of a new partner")
    ]
    assert [(doubt.entry_id, doubt.doubt) for doubt in doubts] == [
        ("E4", "The row may be older or later than 3 May 2007, when a new partner is told of.")
    ]


def test_one_left_and_another_adult_came() -> None:
    rows = [
        row("3 May 2005", "HV", "visit", "Mother's partner"),
        row("3 May 2006", "HV", "left household", "Mother's partner"),
        row("3 May 2007", "HV", "new adult in household", "Mother's partner"),
    ]
    assert changed(coded(rows)) == [
        ("mothers-partner",), ("mothers-partner",), ("mothers-partner-from-3-may-2007",),
    ]  # fmt: skip


def test_one_who_came_back_stays_one() -> None:
    rows = [
        row("3 May 2005", "HV", "visit", "Mother's partner"),
        row("3 May 2006", "HV", "left household", "Mother's partner"),
        row("3 May 2007", "HV", "new adult in household", "Mother's partner", said="Has moved back in"),
    ]
    assert set(changed(coded(rows))) == {("mothers-partner",)}


def test_unsure_is_one_person_and_a_doubt() -> None:
    rows = [
        row("3 May 2005", "HV", "visit", "Mother's partner"),
        row("3 May 2006", "HV", "new adult in household", "Mother's partner"),
        row("3 May 2007", "HV", "visit", "Mother's partner", said="Mother says separated"),
        row("3 May 2008", "HV", "visit", "Mother's partner", said="He opened the door"),
    ]
    found = coded(rows)
    kept, changes, doubts = with_role_changes(found.entries, found.people)
    assert (kept, changes) == (found.entries, ())
    assert [doubt.entry_id for doubt in doubts] == ["E2", "E4"]


def test_no_new_partner_and_a_first_mention_change_nothing() -> None:
    rows = [
        row("3 May 2005", "HV", "visit", "Mother's partner", said="New partner"),
        row("3 May 2007", "HV", "visit", "Mother's partner", said="No new partner, she says"),
    ]
    assert set(changed(coded(rows))) == {("mothers-partner",)}


def test_an_unknown_male_in_two_agencies_records_is_one_and_a_doubt() -> None:
    rows = [
        row("3 May 2007", "HV", "visit", "Unknown male"),
        row("8 May 2007", "Police", "incident", "unknown male"),
        row("8 May 2007", "Police", "incident", "Mother"),
    ]
    found = coded(rows)
    assert found.entries[0].people == found.entries[1].people
    (doubt,) = unnamed_doubts(found.entries, found.people)
    assert (
        doubt.doubt
        == "“Unknown male” is in 2 rows of 2 agencies in May 2007. Is it one person in all of them?"
    )
    assert unnamed_doubts(found.entries[:1], found.people) == ()
