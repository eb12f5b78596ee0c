"""A person named in one row and called by a role in the other can be the same."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.coding.same_people import PeopleInCommon
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex

ROWAN = Person(
    person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD, index_child=True, spellings=("Ro",)
)
KAYLA = Person(
    person_id="kayla", display_name="Kayla Marsh", kind=PersonKind.ADULT, sex=Sex.FEMALE, role="mother"
)
MR_K = Person(person_id="mr-k", display_name="Mr K", kind=PersonKind.ADULT, sex=Sex.MALE)
KNOWN = (ROWAN, KAYLA, MR_K)


def weigh(here: str, there: str, *, said: str = "", others: tuple[str, ...] = ()) -> tuple[float, str]:
    """How two rows about these people are weighed."""
    rows = [row("1 May 2018", "HV", "visit", here), row("1 May 2018", "CSC", "visit", there, said=said)]
    rows += [row("1 May 2018", "GP", "visit", people) for people in others]
    found = coded(rows, people=KNOWN)
    people = PeopleInCommon(found.entries, {person.person_id: person for person in found.people.people})
    return people.weigh(found.entries[0], found.entries[1])


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("Rowan", "Rowan", "the same people"),
        ("Rowan; Mr K", "Mr K", "people in common"),
        ("Rowan; Kayla Marsh", "Mr K; Rowan", "people in common, and others in each"),
        ("Rowan", "", "people not named on one side"),
        ("Kayla Marsh", "Mum", "people who can be the same by their role"),
        ("Rowan", "index child", "people who can be the same by their role"),
        ("Rowan", "baby", "people who can be the same, some of them not named"),
        ("Mr K", "Mother's partner", "people who can be the same, some of them not named"),
        ("Rowan; Mr K", "Mother's partner", "some people who can be the same, not named in one row"),
        ("Mr K", "Mother", "people whose roles do not fit"),
        ("Rowan", "Mother", "people whose roles do not fit"),
        ("Mother", "MGM", "people whose roles do not fit"),
        ("Mum", "Mother", "people who can be the same by their role"),
        ("Father", "whole family", "people who can be the same, some of them not named"),
        ("Rowan", "Kayla Marsh", "it is about other people"),
        ("Lee Tranter", "Rowan", "it is about other people"),
    ],
)
def test_who_can_be_whom(here: str, there: str, told: str) -> None:
    assert weigh(here, there)[1] == told
    assert weigh(there, here) == weigh(here, there)


def test_the_surer_the_more_it_says() -> None:
    pairs = [
        ("Kayla Marsh", "Kayla Marsh"),
        ("Kayla Marsh", "Mum"),
        ("Rowan", "baby"),
        ("Rowan; Mr K", "Mother's partner"),
        ("Mr K", "Mother"),
        ("Rowan", "Kayla Marsh"),
    ]
    bits = [weigh(here, there)[0] for here, there in pairs]
    assert bits == sorted(bits, reverse=True)
    assert len(set(bits)) == len(bits)


def test_somebody_few_rows_are_about_says_more() -> None:
    everywhere = ("Rowan",) * 20
    assert weigh("Mr K", "Mr K", others=everywhere)[0] > weigh("Rowan", "Rowan", others=everywhere)[0]


def test_people_named_in_the_text_only() -> None:
    bits, told = weigh("Rowan", "Kayla Marsh", said="Worried about Ro since Sunday day")
    assert told == "it is about other people"  # "Ro" is too short to be told from a word
    bits, told = weigh("Rowan", "Kayla Marsh", said="Worried about Rowan")
    assert told == "people of one named in the words of the other"
    assert bits > 0


def test_who_stood_for_whom_in_pairs_already_found() -> None:
    """ "Unknown male" went with Mr K four times: he is likelier than Lee Tranter to be meant again."""
    rows = [row("1 May 2018", "HV", "visit", people) for people in ("Mr K", "unknown male", "Lee Tranter")]
    found = coded(rows, people=KNOWN)
    people = PeopleInCommon(found.entries, {person.person_id: person for person in found.people.people})
    mr_k, male, lee = found.entries
    before = people.weigh(mr_k, male)[0]
    assert people.weigh(lee, male)[0] == before
    assert not people.learn([(mr_k, mr_k)])
    assert people.learn([(mr_k, male)] * 4)
    assert people.weigh(mr_k, male)[0] > before > people.weigh(lee, male)[0]
