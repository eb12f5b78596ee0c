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
        ("Mother-in-law", ADULT, Sex.FEMALE, "mother in law"),
        ("Ex-boyfriend", ADULT, Sex.MALE, "ex boyfriend"),
        ("Babysitter", ADULT, Sex.UNKNOWN, "babysitter"),
        ("Gran", ADULT, Sex.FEMALE, "gran"),
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


@pytest.mark.parametrize(
    "written",
    [
        "MARSH Kayla",
        "Marsh, Kayla",
        "KAYLA MARSH",
        "Kayla MARSH (f)",
        "Ms Kayla Marsh",
        "MARSH, Kayla dob 3/4/95",
    ],
)
def test_order_capitals_and_title_make_no_other_person(written: str) -> None:
    people = PeopleNames()
    cells = [written, "Kayla Marsh", "Finn Marsh"]
    people.learn(cells)
    (kayla,) = people.resolve_all(written)
    assert people.resolve_all("Kayla Marsh; Finn Marsh") == (kayla, "finn-marsh")
    assert len(people.people) == 2


@pytest.mark.parametrize(
    "written", ["K Marsh", "K. Marsh", "Ms Marsh", "Kayla", "Marsh Kayla", "Kayla Jo Marsh", "Kaylah Marsh"]
)
def test_initials_a_surname_or_another_spelling_are_not_enough(written: str) -> None:
    people = PeopleNames()
    people.learn(["Kayla Marsh", written])
    assert len(people.people) == 2


def test_the_order_of_words_counts_where_nothing_marks_the_surname() -> None:
    """James Kelly and Kelly James can be two people."""
    people = PeopleNames()
    assert len(set(people.resolve_all("James Kelly; Kelly James"))) == 2


def test_titles_of_different_sex_show_two_people_of_one_name() -> None:
    people = PeopleNames()
    cells = ["Kim Marsh", "Mr Kim Marsh", "MARSH, Kim", "Ms Kim Marsh"]
    people.learn(cells)
    assert len({people.find(cell) for cell in cells}) == 4


def test_different_dates_of_birth_show_two_people_of_one_name() -> None:
    people = PeopleNames()
    cells = ["John Marsh dob 1/2/60", "MARSH, John (m) dob 3/4/95", "John Marsh"]
    people.learn(cells)
    assert len({people.find(cell) for cell in cells}) == 3


def test_sex_and_date_of_birth_beside_a_name_are_kept() -> None:
    people = PeopleNames()
    (found,) = people.resolve_all("Kayla MARSH (f) dob 3/4/95")
    assert (people[found].display_name, people[found].sex) == ("Kayla MARSH", Sex.FEMALE)
    assert str(people[found].born) == "3 April 1995"


def test_a_name_in_capitals_gives_way_to_the_plain_one() -> None:
    people = PeopleNames()
    people.learn(["MARSH Kayla", "Kayla Marsh"])
    assert [person.display_name for person in people.people] == ["Kayla Marsh"]
    assert people.people[0].spellings == ("MARSH Kayla", "Kayla Marsh")


def test_joined_people_have_the_spellings_and_facts_of_both() -> None:
    people = PeopleNames()
    people.learn(["Mother's partner", "Mr Dean Harker"])
    people.join("mothers-partner", "mr-dean-harker")
    (only,) = people.people
    assert (only.person_id, only.display_name, only.sex, only.unnamed) == (
        "mothers-partner", "Mr Dean Harker", Sex.MALE, False,
    )  # fmt: skip
    assert people.resolve_all("Dean Harker; HARKER, Dean") == ("mothers-partner",)
