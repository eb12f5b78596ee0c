"""Whom of the people of a row its words are about: a row in, the people of the topic out."""

from __future__ import annotations

import datetime as dt

import pytest
from coded_rows import coded, row

from scrgraph.coding.about_whom import read_text
from scrgraph.coding.information import information_of
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex

BORN = PartialDate.day(dt.date(2018, 6, 1))
PEOPLE = [
    Person(
        person_id="kayla", display_name="Kayla Marsh", kind=PersonKind.ADULT, sex=Sex.FEMALE, role="mother",
        spellings=("MARSH Kayla", "Ms Marsh", "Mother", "Mum"),
    ),
    Person(
        person_id="k", display_name="Mr K", kind=PersonKind.ADULT, sex=Sex.MALE, role="partner",
        spellings=("KEANE Jon", "Jon Keane"),
    ),
    Person(person_id="uncle", display_name="Uncle Ray", kind=PersonKind.ADULT, sex=Sex.MALE),
    Person(
        person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD, born=BORN,
        spellings=("Baby Marsh", "Unborn"),
    ),
    Person(person_id="finn", display_name="Finn", kind=PersonKind.CHILD, sex=Sex.MALE),
]  # fmt: skip


def about(topic: str, people: str, said: str, day: str = "1 September 2018") -> set[str]:
    """Whom the piece of this topic, which the row has to tell, is about."""
    entries = coded([row(day, "GP", "note", people, said=said)], people=PEOPLE)
    (piece,) = [
        one for one in information_of(entries.entries, entries.agencies, entries.people) if one.topic == topic
    ]
    return set(piece.about)


@pytest.mark.parametrize(
    ("people", "said", "meant"),
    [
        ("Ms Marsh; Mr K; Unborn", "Yellow bruise on forearm. Mr K asked to wait outside", set()),
        ("Ms Marsh; Rowan", "Seen for bruise, two appointments not kept", set()),
        ("MARSH Kayla; KEANE Jon; Finn", "Female has swelling to cheek. Child seen by officer", {"kayla"}),
        ("MARSH Kayla; KEANE Jon", "Female upset, grip marks to upper arm", {"kayla"}),
        ("MARSH Kayla; KEANE Jon", "KEANE has black eye", {"k"}),
        ("Mother; Finn", "Mother asked about a bruise on Finn", {"finn"}),
        ("Mother; Finn", "Bruise to his arm", {"finn"}),
        ("Mother; Rowan; Finn", "Bruise to his arm", set()),
        ("Mother; Rowan", "3 month old, bruise to forehead", {"rowan"}),
        ("Mother; Rowan", "Rowan has a bruise. Mother has a black eye", {"kayla", "rowan"}),
        ("Finn", "Bruise above the ear", {"finn"}),
        ("Finn", "Says that mum has a black eye", {"kayla"}),
    ],
)
def test_an_injury_is_of_the_one_whose_it_is(people: str, said: str, meant: set[str]) -> None:
    assert about("injury", people, said) == meant


def test_nobody_unborn_is_injured() -> None:
    assert about("injury", "Ms Marsh; Unborn", "Second referral: bruise", "1 April 2018") == {"kayla"}
    assert about("injury", "Ms Marsh; Unborn", "Second referral: bruise") == set()


def test_an_unborn_child_without_a_date_is_not_injured_either() -> None:
    entries = coded([row("1 April 2018", "GP", "note", "Mother; UBB", said="Bruise seen")])
    (piece,) = information_of(entries.entries, entries.agencies, entries.people)
    assert piece.about == ("mother",)


@pytest.mark.parametrize(
    ("topic", "people", "said", "meant"),
    [
        ("mental ill-health", "Ms Marsh; Finn", "Parent of young child, overdose", {"kayla"}),
        ("mental ill-health", "Mother; Finn", "Boy out late, mother low", {"kayla"}),
        ("mental ill-health", "Mother; Finn", "Finn has low mood", {"finn"}),
        ("mental ill-health", "Finn", "Low mood, sent to CAMHS", {"finn"}),
        ("substance misuse", "Ms Marsh; Mr K", "Drinking heavily", set()),
        ("substance misuse", "Ms Marsh; Mr K", "Argument in the street, both drunk", {"kayla", "k"}),
        ("substance misuse", "Ms Marsh", "Says partner is drinking heavily", set()),
        ("substance misuse", "Ms Marsh", "Drinking most evenings since partner left", {"kayla"}),
        ("substance misuse", "Ms Marsh; Mr K", "Says partner is drinking heavily", {"k"}),
        ("substance misuse", "Ms Marsh; Mr K", "Mr K said that mother was drinking heavily", {"kayla"}),
        ("substance misuse", "Finn", "Smell of cannabis at home", set()),
        ("conviction or offence", "Mr K; Ms Marsh; Rowan", "Man with convictions living with mother", {"k"}),
        ("conviction or offence", "Mr K", "Community order for assault on former partner", {"k"}),
        ("disclosure or allegation by a child", "Finn; Mother", "Told staff that mum is sad", {"finn"}),
    ],
)
def test_matters_of_adults_and_of_children(topic: str, people: str, said: str, meant: set[str]) -> None:
    assert about(topic, people, said) == meant


@pytest.mark.parametrize(
    ("people", "said", "meant"),
    [
        ("MARSH Kayla; KEANE Jon; Finn", "Domestic incident, child on the stairs", {"kayla", "k"}),
        ("Ms Marsh; Unborn", "Says her ex was violent", {"kayla"}),
        ("Ms Marsh; Mr K", "Violence from ex-partner described", set()),
        ("Finn", "Told the class that dad hurt mum", {"kayla"}),
        ("Finn", "Domestic abuse form came", {"finn"}),
    ],
)
def test_violence_at_home_concerns_the_adults_of_the_row_or_its_children(
    people: str, said: str, meant: set[str]
) -> None:
    assert about("domestic violence", people, said) == meant


@pytest.mark.parametrize(
    ("people", "said", "meant"),
    [
        ("Mother; Mr K; Finn", "Incident, new partner", {"k"}),
        ("Mr K", "Stays with new partner most nights", {"k"}),
        ("Mother", "Has met someone", set()),
        ("Mother; Uncle Ray; Mr K", "Lodger since May", set()),
        ("Finn; Mother", "An unknown male opened the door", set()),
    ],
)
def test_a_newcomer_is_not_the_mother(people: str, said: str, meant: set[str]) -> None:
    assert about("new partner or adult in the household", people, said) == meant


def test_clauses_end_at_commas_and_sentences_at_full_stops() -> None:
    text = read_text("Mother low, 1,200 owed. Baby well")
    assert text.words == ("mother", "low", "1", "200", "owed", "baby", "well")
    assert text.clauses == (0, 0, 1, 1, 1, 2, 2)
    assert text.sentences == (0, 0, 0, 0, 0, 1, 1)
