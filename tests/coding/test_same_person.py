"""Who may be one person, and what the author decided."""

from __future__ import annotations

import datetime as dt

import pytest
from coded_rows import coded, row

from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.same_person import SamePerson, candidates, keep_apart, merged
from scrgraph.model.people import Kinship, Person, Stay
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.review.decisions import Decision
from scrgraph.temporal.read_date import read_date


def offered(*cells: str) -> list[SamePerson]:
    """The pairs offered where each cell is a row of its own."""
    found = coded([row("3 May 2007", "HV", "visit", cell) for cell in cells])
    return list(candidates(found.people.people, found.entries))


def decision(subject: str, value: str, day: int = 1) -> Decision:
    made_at = dt.datetime(2020, 1, day, tzinfo=dt.UTC)
    return Decision(made_at=made_at, made_by="A Author", kind="person", subject=subject, value=value)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Kayla Marsh", "K Marsh", "surname “Marsh” and initial agree"),
        ("Kayla Marsh", "Ms Marsh", "surname “Marsh” agrees"),
        ("Kayla Marsh", "Kaylah Marsh", "surname agrees, and “Kayla” and “Kaylah” are spelt nearly alike"),
        ("Kayla Smith", "Kayla Smyth", "first name agrees, and “Smith” and “Smyth” are spelt nearly alike"),
        (
            "Katherine Bell",
            "Kate Bell",
            "surname agrees, and “Kate” and “Katherine” are forms of one first name",
        ),
        ("Kayla Marsh", "Marsh Kayla", "“Kayla Marsh” and “Marsh Kayla” are the same words in another order"),
        ("Kayla Marsh", "KM", "initials agree: KM and Kayla Marsh"),
        (
            "Kayla Marsh",
            "Kayla",
            "“Kayla” is the first name of Kayla Marsh; a first name alone does not tell",
        ),
        ("Katherine Bell", "Kate", "“Kate” can be short for Katherine Bell"),
        ("Kayla Jo Marsh", "Kayla Marsh", "first name and surname agree, and one has a further name"),
        ("Mum", "Mother", "both are words for the same role"),
    ],
)
def test_pairs_are_offered_with_the_reason(one: str, other: str, reason: str) -> None:
    (pair,) = offered(one, other)
    assert reason in pair.reasons
    assert 0 < pair.score < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rowan Marsh", "Rowan Pell"),
        ("Kayla Marsh", "Finn Marsh"),
        ("J Marsh", "K Marsh"),
        ("Mr A", "Mr K"),
        ("Mother", "Father"),
        ("Kayla", "Finn"),
        ("three siblings", "Siblings"),
    ],
)
def test_others_are_not_offered(one: str, other: str) -> None:
    assert offered(one, other) == []


def test_named_together_speaks_against_and_is_said() -> None:
    (apart,), (together,) = offered("Kayla Marsh", "K Marsh"), offered("Kayla Marsh; K Marsh")
    assert apart.reasons[1] == "they are never named in one row together"
    assert together.against == ("they are named together in HV.csv, row 1",)
    assert together.score == 0.2 < apart.score
    assert offered("Kayla Marsh; Ms Marsh") == []


def test_sex_age_and_birth_speak_against() -> None:
    people = [
        Person(person_id="a", display_name="Sam Marsh", sex=Sex.MALE, kind=PersonKind.CHILD),
        Person(person_id="b", display_name="Samantha Marsh", sex=Sex.FEMALE, kind=PersonKind.CHILD),
        Person(person_id="c", display_name="S Marsh", sex=Sex.MALE, kind=PersonKind.ADULT),
    ]
    assert candidates(people, []) == ()


def test_the_same_date_of_birth_speaks_for_it_and_another_against() -> None:
    def two(one: str, other: str) -> tuple[SamePerson, ...]:
        names = (("a", "Kayla Marsh", one), ("b", "Kayla Pell", other))
        people = [Person(person_id=key, display_name=name, born=read_date(born)) for key, name, born in names]
        return candidates(people, [])

    (pair,) = two("3 April 1995", "3 April 1995")
    assert pair.reasons == ("both were born on 3 April 1995",)
    assert two("3 April 1995", "4 April 1995") == ()


def test_homes_in_two_places_at_once_speak_against() -> None:
    people = [
        Person(person_id="a", display_name="Kayla Marsh"),
        Person(person_id="b", display_name="K Marsh"),
    ]
    stays = [
        Stay(stay_id=key, person_id=key, household_id=home, since=read_date("2007"))
        for key, home in (("a", "quay"), ("b", "dock"))
    ]
    (pair,) = candidates(people, [], stays=stays)
    assert pair.against == ("they live in two places at once: quay and dock",)
    assert candidates(people, [])[0].score > pair.score


def test_two_named_as_partner_in_one_month_may_be_one() -> None:
    (pair,) = offered("Mother's partner", "Mother's boyfriend Dean")
    assert pair.reasons[0] == "both are named as partner about May 2007"
    assert pair.subject == "mothers-boyfriend-dean = mothers-partner"


def test_people_tied_to_each_other_are_two() -> None:
    people = [Person(person_id="a", display_name="John Marsh"), Person(person_id="b", display_name="J Marsh")]
    tie = Kinship(kinship_id="t", person_id="a", to_person_id="b", kinship="parent")
    assert candidates(people, [])
    assert candidates(people, [], [tie]) == ()


def test_a_name_of_running_text_is_offered_with_whoever_it_may_be() -> None:
    people = [Person(person_id="dean-harker", display_name="Dean Harker", spellings=("Mr Harker",))]
    (pair,) = candidates(people, [], loose=["Dean", "Mr Harker"])
    assert pair.subject == "dean-harker = Dean"


def test_pairs_decided_either_way_are_not_asked_again() -> None:
    people = [
        Person(person_id="a", display_name="Kayla Marsh"),
        Person(person_id="b", display_name="K Marsh"),
    ]
    assert candidates(people, [])
    for subject in ("a = b", "K Marsh = Kayla Marsh"):
        assert candidates(people, [], decisions=[decision(subject, "not same")]) == ()


def test_a_decision_makes_two_people_one() -> None:
    names = PeopleNames([Person(person_id="kayla", display_name="Kayla Marsh")])
    names.learn(["K Marsh", "Kayla Marsh"])
    became, unused = merged(names, [decision("K Marsh = Kayla Marsh", "same")])
    assert (became, unused) == ({"k-marsh": "kayla"}, ())
    assert names.resolve_all("K. Marsh; Kayla Marsh; MARSH, Kayla") == ("kayla",)
    assert names["kayla"].display_name == "Kayla Marsh"


def test_a_decision_may_name_a_spelling_nobody_is_known_by() -> None:
    names = PeopleNames([Person(person_id="dean-harker", display_name="Dean Harker")])
    assert merged(names, [decision("dean-harker = Dean", "same")]) == ({}, ())
    assert names.find("Dean") == "dean-harker"


def test_three_spellings_become_one_person_by_two_decisions() -> None:
    names = PeopleNames()
    names.learn(["Dean", "Mr Harker", "D Harker"])
    became, _ = merged(names, [decision("Dean = Mr Harker", "same"), decision("D Harker = Dean", "same", 2)])
    assert became == {"mr-harker": "d-harker", "dean": "d-harker"}
    assert len(names.people) == 1


def test_the_later_of_two_decisions_holds() -> None:
    names = PeopleNames()
    names.learn(["Dean", "Mr Harker"])
    merged(names, [decision("Dean = Mr Harker", "same"), decision("mr harker = dean", "not same", 2)])
    assert len(names.people) == 2


def test_one_name_of_two_people_is_kept_apart() -> None:
    names = PeopleNames()
    keep_apart(names, [decision("Ms Kayla Marsh = MARSH, Kayla", "not same")])
    names.learn(["Ms Kayla Marsh"])
    assert len(set(names.resolve_all("Ms Kayla Marsh; MARSH, Kayla"))) == 2


def test_a_decision_that_cannot_be_carried_out_is_told() -> None:
    _, (nobody, one) = merged(PeopleNames(), [decision("Ann = Ben", "same"), decision("Ann", "same", 2)])
    assert nobody.endswith(
        "(person “Ann = Ben”, same, by A Author) was not used: neither is anybody the records or people.csv name."
    )
    assert "it does not name two people" in one
