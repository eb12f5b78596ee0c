"""Who a name means, and what a role tells where no name is given."""

from __future__ import annotations

import pytest

from scrgraph.coding.people_names import PeopleNames, read_role
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex

CHILD, ADULT, UNKNOWN = PersonKind.CHILD, PersonKind.ADULT, PersonKind.UNKNOWN


@pytest.mark.parametrize(
    ("written", "kind", "sex", "role"),
    [
        ("Mother", ADULT, Sex.FEMALE, "mother"),
        ("the father", ADULT, Sex.MALE, "father"),
        ("MGM", ADULT, Sex.FEMALE, "mgm"),
        ("Unborn baby", CHILD, Sex.UNKNOWN, "unborn baby"),
        ("older half-sibling", CHILD, Sex.UNKNOWN, "half sibling"),
        ("Unknown male", ADULT, Sex.MALE, "unknown male"),
        ("Mother's partner", ADULT, Sex.UNKNOWN, "partner"),
        ("Mother’s ex-partner", ADULT, Sex.UNKNOWN, "ex partner"),
        ("Mother's boyfriend's lodger", ADULT, Sex.UNKNOWN, "lodger"),
        ("James' mother", ADULT, Sex.FEMALE, "mother"),
        ("Ms O'Hara's partner", ADULT, Sex.UNKNOWN, "partner"),
        ("Child's sister", CHILD, Sex.FEMALE, "sister"),
        ("Unidentified male", ADULT, Sex.MALE, "male"),
        ("another male visitor", ADULT, Sex.MALE, "male"),
        ("Unknown female", ADULT, Sex.FEMALE, "unknown female"),
        ("Foster carer", ADULT, Sex.UNKNOWN, "foster carer"),
        ("Stepdad", ADULT, Sex.MALE, "stepdad"),
    ],
)
def test_roles_without_a_name(written: str, kind: PersonKind, sex: Sex, role: str) -> None:
    reading = read_role(written)
    assert (reading.kind, reading.sex, reading.role, reading.unnamed) == (kind, sex, role, True)


@pytest.mark.parametrize(
    ("written", "kind", "sex"),
    [
        ("Mr A", ADULT, Sex.MALE),
        ("Ms K Marsh", ADULT, Sex.FEMALE),
        ("Mother's partner Mr K", ADULT, Sex.MALE),
        ("Baby Marsh", CHILD, Sex.UNKNOWN),
        ("Kayla Marsh", UNKNOWN, Sex.UNKNOWN),
        ("Manny Manning", UNKNOWN, Sex.UNKNOWN),
        ("Mothersole", UNKNOWN, Sex.UNKNOWN),
    ],
)
def test_names_with_and_without_a_role(written: str, kind: PersonKind, sex: Sex) -> None:
    reading = read_role(written)
    assert (reading.kind, reading.sex, reading.unnamed) == (kind, sex, False)


@pytest.mark.parametrize(
    "written", ["Mother's brother", "Father's sister", "Mr K's siblings", "Kayla's sister"]
)
def test_a_brother_or_sister_of_an_adult_may_be_of_any_age(written: str) -> None:
    assert read_role(written).kind is UNKNOWN


@pytest.mark.parametrize("written", ["three siblings", "Children of the family", "Parents", "twins"])
def test_groups_stand_for_several_people(written: str) -> None:
    assert read_role(written).group
    assert not read_role("sibling").group


def test_people_are_never_merged_on_a_first_name() -> None:
    people = PeopleNames()
    found = people.resolve_all("Rowan; Rowan Marsh; Rowan Pell; R. Marsh; Mrs Marsh; Mr Marsh")
    assert len(set(found)) == 6
    assert people.resolve_all("ROWAN MARSH") == ("rowan-marsh",)


def test_partners_with_different_letters_are_different_people() -> None:
    people = PeopleNames()
    found = people.resolve_all("Mr A; Mr K; Mother's partner Mr A; Mother's partner Mr K")
    assert len(set(found)) == 4


def test_apostrophes_of_any_shape_are_one_person() -> None:
    people = PeopleNames()
    assert people.resolve_all("Siân O’Brien; Siân O'Brien; Siân O`Brien") == ("siân-obrien",)
    assert people["siân-obrien"].display_name == "Siân O’Brien"


def test_a_script_tag_and_a_formula_are_kept_as_text() -> None:
    people = PeopleNames()
    found = people.resolve_all("<script>alert(1)</script>\n=HYPERLINK('x')")
    assert [people[key].display_name for key in found] == ["<script>alert(1)</script>", "=HYPERLINK('x')"]


@pytest.mark.parametrize("cell", ["", " ; ", "Not stated", "N/A", "unknown", "?", "-"])
def test_cells_that_name_nobody(cell: str) -> None:
    people = PeopleNames()
    assert people.resolve_all(cell) == ()
    assert people.people == ()


def test_a_list_with_commas_is_several_people_where_each_is_known_from_elsewhere() -> None:
    """Whichever row comes first; "Marsh, Kayla" is one person."""
    people = PeopleNames()
    cells = ["Mother, Rowan and Finn", "Rowan", "Finn; Marsh, Kayla", "Mother & Skye"]
    people.learn(cells)
    assert people.resolve_all(cells[0]) == ("mother", "rowan", "finn")
    assert people.resolve_all(cells[2]) == ("finn", "marsh-kayla")
    assert people.resolve_all(cells[3]) == ("mother-and-skye",)


def test_declared_people_come_first_and_stay_as_declared() -> None:
    mother = Person(
        person_id="kayla", display_name="Kayla Marsh", kind=ADULT, spellings=("Mother", "Ms Marsh")
    )
    people = PeopleNames([mother])
    assert people.resolve_all("mother; Ms Marsh; KAYLA MARSH") == ("kayla",)
    assert people["kayla"] == mother
    assert (people.find("Ms. Marsh"), people.find("kayla"), people.find("Kim")) == ("kayla", "kayla", "")


def test_a_spelling_is_found_as_it_is_written_and_ids_are_no_spelling() -> None:
    people = PeopleNames([Person(person_id="kayla", display_name="Ms Kayla Jo Marsh")])
    assert (people.written("ms kayla jo marsh"), people.written("kayla")) == ("kayla", "")
    assert people.longest_spelling == 4
    assert PeopleNames().longest_spelling == 0


def test_a_new_person_never_takes_the_id_of_another() -> None:
    people = PeopleNames([Person(person_id="kayla", display_name="Kayla Marsh")])
    assert people.resolve_all("Kayla; Kayla Marsh") == ("kayla-2", "kayla")
