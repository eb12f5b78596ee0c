"""What the rows tell of the family itself."""

from __future__ import annotations

from coded_rows import coded, row

from scrgraph.coding.family import family_facts, kinships_of, stays_of
from scrgraph.coding.people_names import read_role
from scrgraph.coding.words import word_list
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship, Person, Stay
from scrgraph.model.vocabulary import PersonKind
from scrgraph.review.person_record import KIN
from scrgraph.temporal.read_date import read_date


def people_of(
    *rows: Entry, declared: tuple[Person, ...] = (), index: tuple[str, ...] = ()
) -> dict[str, Person]:
    found = coded(rows, people=declared)
    return {person.person_id: person for person in family_facts(found.entries, found.people, set(index))}


def ties(*rows: Entry) -> list[tuple[str, str, str]]:
    ties: list[Kinship] = kinships_of(list(people_of(*rows).values()))
    return [(tie.person_id, tie.kinship, tie.to_person_id) for tie in ties]


def stays(*rows: Entry) -> dict[str, Stay]:
    found = coded(rows)
    people = family_facts(found.entries, found.people)
    return {stay.person_id: stay for stay in stays_of(found.entries, people)}


def test_the_index_child_is_the_one_named_by_the_author() -> None:
    rows = (row("1 May 2018", "GP", "death", "Rowan"), row("2 May 2018", "GP", "contact", "Finn", seen="yes"))
    people = people_of(*rows, index=("finn",))
    assert [key for key, person in people.items() if person.index_child] == ["finn"]


def test_the_index_child_of_people_csv_stays() -> None:
    finn = Person(person_id="finn", display_name="Finn", index_child=True)
    people = people_of(row("1 May 2018", "GP", "birth", "Rowan"), declared=(finn,))
    assert [key for key, person in people.items() if person.index_child] == ["finn"]


def test_else_the_child_whose_death_is_recorded_else_the_one_most_rows_are_about() -> None:
    often = [row(f"{day} May 2018", "HV", "visit", "Finn", seen="yes") for day in (1, 2, 3)]
    once = [row("4 May 2018", "HV", "visit", "Rowan", seen="yes")]
    assert people_of(*once, *often)["finn"].index_child
    assert people_of(*once, *often, row("5 May 2018", "GP", "death", "Rowan"))["rowan"].index_child


def test_no_child_no_index_child() -> None:
    assert not any(
        person.index_child for person in people_of(row("1 May 2018", "GP", "contact", "Mother")).values()
    )


def test_births_and_deaths() -> None:
    people = people_of(
        row("20 November 2017", "HV", "birth", "Rowan"),
        row("9 November 2017", "Midwifery", "birth", "Rowan"),
        row("", "GP", "birth", "Rowan"),
        row("14 March 2019", "GP", "death", "Rowan"),
    )
    rowan = people["rowan"]
    assert (str(rowan.born), str(rowan.died)) == ("9 November 2017", "14 March 2019")
    assert rowan.kind is PersonKind.CHILD


def test_a_mother_is_not_born_on_the_day_she_gives_birth() -> None:
    people = people_of(
        row("9 November 2017", "Midwifery", "birth", "Mother"),
        row("9 November 2017", "Midwifery", "birth", "Mother; Baby"),
    )
    assert not people["mother"].born.known
    assert people["mother"].kind is PersonKind.ADULT
    assert not people["baby"].born.known


def test_what_the_author_gave_is_not_changed() -> None:
    declared = Person(
        person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD, born=read_date("8 November 2017")
    )
    people = people_of(row("9 November 2017", "GP", "birth", "Rowan"), declared=(declared,))
    assert str(people["rowan"].born) == "8 November 2017"
    assert people["rowan"].entry_ids == ("E1",)


def test_a_bare_role_is_a_tie_to_the_index_child() -> None:
    rows = [row("1 May 2018", "HV", "visit", "Rowan", seen="yes")]
    rows += [
        row(
            "2 May 2018",
            "GP",
            "contact",
            "Mother; Father; MGM; Half-sibling; older brother; Mother's partner",
        )
    ]
    assert ties(*rows) == [
        ("father", "parent", "rowan"),
        ("half-sibling", "half-sibling", "rowan"),
        ("mgm", "grandparent", "rowan"),
        ("mother", "parent", "rowan"),
        ("older-brother", "sibling", "rowan"),
    ]


def test_somebody_elses_mother_or_sister_is_no_tie_to_the_index_child() -> None:
    seen = row("1 May 2018", "HV", "visit", "Rowan", seen="yes")
    assert (
        ties(seen, row("2 May 2018", "GP", "contact", "Mother's sister; James' mother; Mr K's brother")) == []
    )
    assert ties(seen, row("2 May 2018", "GP", "contact", "Rowan's mother; Child's father")) == [
        ("childs-father", "parent", "rowan"),
        ("rowans-mother", "parent", "rowan"),
    ]


def test_a_role_beside_the_name_of_another_child_is_a_tie_to_that_child() -> None:
    rows = [row(f"{day} May 2018", "HV", "visit", "Rowan", seen="yes") for day in (1, 2)]
    rows += [row("3 May 2018", "School", "contact", "Finn", seen="yes")]
    rows += [
        row("4 May 2018", "GP", "contact", "Finn's father; Rowan's stepfather; Finn's foster carer; Uncle")
    ]
    assert ties(*rows) == [
        ("finns-father", "parent", "finn"),
        ("finns-foster-carer", "carer", "finn"),
        ("rowans-stepfather", "step-parent", "rowan"),
    ]


def test_every_tie_is_one_that_people_csv_knows_and_every_word_a_role() -> None:
    lists = word_list("roles.toml")
    adults_and_children = {word for group in lists for word in lists[group].get("words", ())}
    assert set(lists["ties"]) <= set(KIN)
    for words in lists["ties"].values():
        assert set(words) <= adults_and_children
        assert all(read_role(word).role == word for word in words)


def test_groups_and_named_people_have_no_guessed_tie() -> None:
    rows = [row("1 May 2018", "HV", "visit", "Rowan", seen="yes")]
    rows += [row("2 May 2018", "GP", "contact", "three siblings; Mrs Marsh; Parents")]
    assert ties(*rows) == []


def test_stays_of_the_index_child_and_of_adults_who_came_and_went() -> None:
    found = stays(
        row("9 November 2017", "Midwifery", "birth", "Rowan"),
        row("5 January 2018", "HV", "new adult in household", "Mr K"),
        row("June 2018", "Housing", "left household", "Mr K"),
        row("1 July 2018", "Housing", "change of household", "Father", said="Father has moved out"),
        row("2 July 2018", "Housing", "change of household", "Mother", said="Rent account updated"),
        row("3 July 2018", "Police", "moved in", "Mr A"),
    )
    told = {key: (str(stay.since), str(stay.until), stay.entry_ids) for key, stay in found.items()}
    never = str(PartialDate())
    assert told == {
        "rowan": ("9 November 2017", never, ()),
        "father": (never, "1 July 2018", ("E4",)),
        "mr-a": ("3 July 2018", never, ("E6",)),
        "mr-k": ("5 January 2018", "June 2018", ("E2", "E3")),
    }


def test_the_mother_named_beside_a_newcomer_is_no_newcomer() -> None:
    found = stays(
        row("1 May 2018", "HV", "new adult in household", "Mother; Mr K"),
        row("1 June 2018", "HV", "left household", "Mr K; Mother"),
        row("1 July 2018", "HV", "moved in", "Mother"),
    )
    told = {key: (str(stay.since), str(stay.until)) for key, stay in found.items()}
    assert told == {
        "mr-k": ("1 May 2018", "1 June 2018"),
        "mother": ("1 July 2018", str(PartialDate())),
    }


def test_one_recorded_with_a_child_before_is_no_newcomer_where_another_may_be() -> None:
    """The tenant, named in full, stands beside the one who came; of two strangers both came."""
    found = stays(
        row("1 January 2018", "Midwifery", "birth", "Rowan"),
        row("1 April 2018", "Housing", "visit", "Kayla Marsh; Rowan"),
        row("1 May 2018", "Housing", "additional occupant", "Kayla Marsh; Mr K"),
        row("2 May 2018", "Housing", "additional occupant", "Mr A; Ms L"),
    )
    assert found.keys() == {"mr-a", "mr-k", "ms-l", "rowan"}


def test_a_sibling_is_not_the_index_child_however_many_rows_are_about_them() -> None:
    rows = [row(f"{day} May 2018", "School", "contact", "Sibling", seen="yes") for day in (1, 2, 3)]
    people = people_of(*rows, row("4 May 2018", "HV", "visit", "Rowan", seen="yes"))
    assert [key for key, person in people.items() if person.index_child] == ["rowan"]


def test_a_child_is_told_by_contacts_not_by_what_is_passed_on() -> None:
    """One visit in which he was seen, and three rows of referrals about him."""
    people = people_of(
        row("3 May 2018", "HV", "visit", "Rowan", seen="yes"),
        row("4 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("5 May 2018", "CSC", "referral received", "Rowan", sender="HV"),
        row("6 May 2018", "Police", "notification", "Rowan", to="HV"),
    )
    assert people["rowan"].kind is PersonKind.CHILD


def test_a_mother_visited_alone_with_the_child_seen_once_is_no_child() -> None:
    rows = [row(f"{day} May 2018", "HV", "visit", "Kayla Marsh") for day in (1, 2, 3)]
    seen = row("4 May 2018", "HV", "visit", "Kayla Marsh", seen="yes")
    referred = row("5 May 2018", "HV", "referral", "Kayla Marsh", to="GP")
    assert people_of(*rows, seen, referred)["kayla-marsh"].kind is PersonKind.UNKNOWN


def test_a_title_or_the_role_of_an_adult_is_never_a_child() -> None:
    people = people_of(*(row("4 May 2018", "HV", "visit", who, seen="yes") for who in ("Mr K", "Mother")))
    assert {person.kind for person in people.values()} == {PersonKind.ADULT}
