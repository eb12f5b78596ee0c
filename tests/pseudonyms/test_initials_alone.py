"""Initials in running text: replaced where they can be one known person only, listed where not, labels left alone."""

from __future__ import annotations

import pytest
from pseudonym_cases import copy_of, graph_of, person

from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.pseudonyms.key import Pseudonyms
from scrgraph.pseudonyms.pseudonymise import pseudonymised


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("Mr T shouted", "Adult 3 shouted"),
        ("Saw Mr T. Then left", "Saw Adult 3. Then left"),
        ("Saw Mr T. at home", "Saw Adult 3 at home"),
        ("MR T CAME", "Adult 3 CAME"),
        ("Mr T\u2019s van", "Adult 3\u2019s van"),
        ("Ms O, aged 30", "Adult 4, aged 30"),
        ("Baby Z weighed", "Child B weighed"),
        ("K's mother rang", "Adult 2's mother rang"),
        ("M's new partner", "Adult 3's new partner"),
        ("DC W came", "Police worker 1 came"),
    ],
)
def test_an_initial_that_can_be_one_known_person_is_replaced(written: str, instead: str) -> None:
    copy = copy_of(written)
    assert copy.graph.entries[0].text == instead
    assert copy.to_check == ()


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Mrs Z rang", "Mrs Z"),  # the only Z is a child
        ("Ms T rang", "Ms T"),  # the only T is a man
        ("Baby K weighed", "Baby K"),  # the only K is an adult
        ("Ms J. rang", "Ms J."),  # the only J is a man
        ("Dr W wrote", "Dr W"),  # the only W among the workers is a police officer
        ("Seen by Mr X", "Mr X"),
        ("A's mother came", "A"),
        ("Then K said no", "K"),
    ],
)
def test_an_initial_that_fits_nobody_for_certain_is_left_and_listed(written: str, listed: str) -> None:
    copy = copy_of(written)
    assert copy.graph.entries[0].text == written
    assert [(one.words, one.times) for one in copy.to_check] == [(listed, 1)]


def test_an_initial_of_two_people_is_listed() -> None:
    people = (person("Tess Ann", sex=Sex.FEMALE), person("Una Tay", sex=Sex.FEMALE))
    copy = pseudonymised(graph_of("Ms T came with T's mother", people=people), Pseudonyms())
    assert copy.graph.entries[0].text == "Ms T came with T's mother"
    assert {one.words for one in copy.to_check} == {"Ms T", "T"}


def test_a_sex_that_nobody_recorded_proves_nothing() -> None:
    people = (person("Ezra Vale"), person("Ottilie", kind=PersonKind.CHILD))
    copy = pseudonymised(graph_of("Mr V at home", people=people), Pseudonyms())
    assert copy.graph.entries[0].text == "Mr V at home"
    assert [one.words for one in copy.to_check] == ["Mr V"]


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin K given, hepatitis B and strep A said to be clear",
        "Part B of the form, Level 3, Section K, Schedule M",
        "Plan B said to be agreed, class M drugs seen",
        "(a) home (b) school (k) health",
        "38 K, 3.5 M, 40 T, K+ 4.1, T 37.2, BP 120/80",
        "Baby II, phase IV, type K's needs",
        "On ward M, bay T, room Z's cot",
        "T2DM, O2 98%, M/C, T&O, N.M. to call",
        "Level T said to be met",
    ],
)
def test_labels_units_and_numerals_are_no_people(text: str) -> None:
    copy = copy_of(text)
    assert copy.graph.entries[0].text == text
    assert [one for one in copy.to_check if "initial" in one.why] == []
