"""Batons left to a parent or relative, made from the words of an entry."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.coding.batons import batons_of
from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import EventKind, PersonKind, Sex, StageName

ADULT = PersonKind.ADULT
PEOPLE = (
    Person(person_id="kayla", display_name="Kayla Marsh", kind=ADULT, sex=Sex.FEMALE, role="mother"),
    Person(person_id="mr-k", display_name="Mr K", kind=ADULT, sex=Sex.MALE, role="mother's partner"),
    Person(person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD),
)
GP = row("2 January 2018", "Elm Surgery", "consultation", "Finn")


def carried(*rows: Entry) -> list[Baton]:
    """The batons the family was to carry."""
    found = coded([*rows, GP], own=["Elm Surgery"], people=PEOPLE)
    batons = batons_of(found.entries, found.agencies, {person.person_id: person for person in PEOPLE})
    return [baton for baton in batons if baton.carried_by_family]


def visit(did: str, people: str = "Kayla Marsh; Rowan", day: str = "1 May 2018") -> Entry:
    return row(day, "HV", "visit", people, did=did)


def test_advice_to_see_the_doctor_is_a_referral_about_the_one_advised() -> None:
    (baton,) = carried(visit("Advised to see GP about her mood"))
    assert (baton.kind, baton.from_agency_id, baton.to_agency_id) == (EventKind.REFERRAL, "hv", "elm-surgery")
    assert (baton.carried_by, baton.about, baton.baton_id) == ("kayla", ("kayla",), "E1>family>elm-surgery")
    (passed,) = baton.stages
    assert (passed.name, passed.how) == (StageName.PASSED, "recorded")
    assert passed.reason == "“Advised to see GP about her mood”"


def test_taking_a_child_somewhere_is_about_the_people_of_the_entry() -> None:
    (baton,) = carried(visit("Mother to take Rowan to GP"))
    assert (baton.carried_by, baton.about) == ("kayla", ("kayla", "rowan"))


def test_coming_back_is_a_request_with_no_addressee() -> None:
    (baton,) = carried(visit("Mum will ring back"))
    assert (baton.kind, baton.to_agency_id, baton.baton_id) == (EventKind.REQUEST, "", "E1>family")


@pytest.mark.parametrize(
    ("did", "people", "carrier"),
    [
        ("Kayla Marsh to ring the GP", "Kayla Marsh; Mr K; Rowan", "kayla"),
        ("Mum to ring the GP", "Kayla Marsh; Mr K; Rowan", "kayla"),
        ("Told to ring the GP", "Mr K; Rowan", "mr-k"),
        ("Told to ring the GP", "Kayla Marsh; Mr K; Rowan", ""),
        ("Mother to ring the GP", "Mr K; Rowan", ""),
        ("Parents to ring the GP", "Kayla Marsh; Mr K; Rowan", ""),
        ("Told to ring the GP", "Rowan", ""),
    ],
)
def test_the_carrier_is_whom_the_row_says_or_its_only_adult(did: str, people: str, carrier: str) -> None:
    (baton,) = carried(visit(did, people))
    assert baton.carried_by == carrier


def test_a_referral_the_family_was_to_book_is_the_same_baton() -> None:
    sent = row(
        "1 May 2018", "HV", "referral", "Kayla Marsh; Rowan", to="Elm Surgery", did="Choose and book letter"
    )
    found = coded([sent, GP], own=["Elm Surgery"], people=PEOPLE)
    (baton,) = batons_of(found.entries, found.agencies)
    assert (baton.baton_id, baton.carried_by_family) == ("E1>elm-surgery", True)


def test_advice_beside_a_referral_to_another_agency_is_one_more_baton() -> None:
    sent = row("1 May 2018", "HV", "referral", "Kayla Marsh", to="CSC", did="Form sent. Advised to see GP")
    (baton,) = carried(sent)
    assert baton.baton_id == "E1>family>elm-surgery"


def test_the_same_thing_said_twice_is_one_baton() -> None:
    assert len(carried(visit("Advised to see GP. Reminded to see GP"))) == 1


def test_what_only_the_family_or_nobody_wrote_is_none() -> None:
    assert carried(row("1 May 2018", "Not stated", "visit", "Kayla Marsh", did="Advised to see GP")) == []


@pytest.mark.parametrize(
    ("later", "arrived"),
    [
        (row("26 June 2018", "Elm Surgery", "consultation", "Kayla Marsh"), True),
        (row("27 June 2018", "Elm Surgery", "consultation", "Kayla Marsh"), False),
        (row("1 May 2018", "Elm Surgery", "DNA", "Kayla Marsh"), True),
        (row("3 May 2018", "Elm Surgery", "consultation", "Rowan"), False),
        (row("3 May 2018", "Elm Surgery", "referral received", "Kayla Marsh", sender="HV"), False),
        (row("3 May 2018", "Elm Surgery", "referral received", "Kayla Marsh", sender="Mother"), True),
        (row("3 May 2018", "Elm Surgery", "referral", "Kayla Marsh", to="CSC"), False),
        (row("3 May 2018", "CSC", "visit", "Kayla Marsh"), False),
    ],
    ids=["last day", "late", "did not come", "child only", "from HV", "by herself", "sent on", "elsewhere"],
)
def test_it_arrived_where_the_service_was_next_in_touch_with_them(later: Entry, arrived: bool) -> None:
    (baton,) = carried(visit("Advised to see GP"), later)
    received = baton.stage(StageName.RECEIVED)
    assert (received is not None) is arrived
    if received:
        assert (received.how, received.entry_ids) == ("matched", ("E2",))
        assert "need not be why they came" in received.reason


def test_it_was_not_taken_up_by_the_words_of_the_entry() -> None:
    (baton,) = carried(visit("Mother to take Rowan to GP. Not taken up"))
    received = baton.stage(StageName.RECEIVED)
    assert received is not None
    assert received.how == "recorded not"
