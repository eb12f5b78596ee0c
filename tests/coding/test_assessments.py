"""What the rows of an assessment tell: when it was completed and due, by whom, on what history, and who had a part."""

from __future__ import annotations

from typing import Any

import pytest
from coded_rows import coded, row

from scrgraph.coding.assessments import assessments_of, draws_on_history, due_in, qualified, says
from scrgraph.coding.words import word_list
from scrgraph.model.entry import Entry
from scrgraph.model.events import Assessment
from scrgraph.model.people import Kinship, Person
from scrgraph.model.vocabulary import EventKind, PersonKind, Sex, Tri
from scrgraph.temporal.read_date import read_date

LISTS: dict[str, Any] = word_list("assessments.toml")
SAYING = ("completed", "started", "not_qualified")
HISTORY = {"history_drawn_on": Tri.YES, "history_not_drawn_on": Tri.NO}
ADULT, CHILD = PersonKind.ADULT, PersonKind.CHILD
FAMILY = (
    Person(person_id="rowan", display_name="Rowan Marsh", kind=CHILD, spellings=("Rowan",)),
    Person(person_id="finn", display_name="Finn Marsh", kind=CHILD, spellings=("Finn",)),
    Person(person_id="kayla", display_name="Kayla Marsh", kind=ADULT, sex=Sex.FEMALE, spellings=("Mother",)),
    Person(person_id="jordan", display_name="Jordan Pell", kind=ADULT, sex=Sex.MALE),
    Person(person_id="lee", display_name="Lee Tranter", kind=ADULT, sex=Sex.MALE, spellings=("Mr Tranter",)),
)
TIES = (
    Kinship(kinship_id="1", person_id="kayla", to_person_id="rowan", kinship="parent"),
    Kinship(kinship_id="2", person_id="kayla", to_person_id="finn", kinship="parent"),
    Kinship(kinship_id="3", person_id="jordan", to_person_id="rowan", kinship="parent"),
    Kinship(kinship_id="4", person_id="lee", to_person_id="finn", kinship="parent"),
    Kinship(
        kinship_id="5", person_id="lee", to_person_id="kayla", kinship="partner", until=read_date("June 2016")
    ),
    Kinship(
        kinship_id="6", person_id="jordan", to_person_id="kayla", kinship="partner", since=read_date("2017")
    ),
)  # fmt: skip


def found(*rows: Entry, people: tuple[Person, ...] = FAMILY) -> list[Assessment]:
    given = coded(rows, people=people)
    return list(assessments_of(given.entries, given.agencies, given.people, TIES))


def covered(said: str, people: str = "Mother; Rowan", *, day: str = "1 May 2018", did: str = "") -> set[str]:
    (only,) = found(row(day, "CSC", "core assessment", people, said=said, did=did))
    return set(only.covered)


@pytest.mark.parametrize("name", SAYING)
def test_the_lists_say_what_their_examples_say(name: str) -> None:
    assert all(says(name, text) for text in LISTS[name]["examples"])
    assert not any(says(name, text) for text in LISTS[name]["not_examples"])


@pytest.mark.parametrize("name", HISTORY)
def test_the_lists_of_history_say_what_their_examples_say(name: str) -> None:
    assert all(draws_on_history(text) is HISTORY[name] for text in LISTS[name]["examples"])
    assert not any(draws_on_history(text) is HISTORY[name] for text in LISTS[name]["not_examples"])


@pytest.mark.parametrize("name", ["qualified", "not_qualified"])
def test_the_roles_say_what_their_examples_say(name: str) -> None:
    def told(role: str) -> Tri:
        entry = row("1 May 2018", "CSC", "assessment").model_copy(update={"role_text": role})
        return qualified(entry)

    wanted = Tri.YES if name == "qualified" else Tri.NO
    assert all(told(text) is wanted for text in LISTS[name]["examples"])
    assert not any(told(text) is wanted for text in LISTS[name]["not_examples"])


def test_every_word_of_a_list_is_found() -> None:
    for name in ("completed", "started", "qualified", "not_qualified", "history_drawn_on"):
        assert all(says(name, f"Seen, {word}, and so on") for word in LISTS[name]["words"])
    for phrase in LISTS["completed"]["except"]:
        assert not says("completed", f"Seen, {phrase}, and so on")


@pytest.mark.parametrize("text", LISTS["due"]["examples"])
def test_the_day_it_was_due(text: str) -> None:
    assert str(due_in(text)) == "14 March 2018"


@pytest.mark.parametrize("text", LISTS["due"]["not_examples"])
def test_other_days_are_not_the_day_it_was_due(text: str) -> None:
    assert not due_in(text).known


@pytest.mark.parametrize("name", ["no_part", "only_told_of"])
def test_the_words_for_having_no_part_say_what_their_examples_say(name: str) -> None:
    rowan = (*FAMILY[:1], FAMILY[2], FAMILY[3].model_copy(update={"spellings": ("Father",)}))

    def father(said: str, people: str) -> bool:
        (only,) = found(row("1 May 2018", "CSC", "core assessment", people, said=said), people=rowan)
        return "jordan" in only.covered

    named = "Rowan; Father" if name == "no_part" else "Rowan"
    assert not any(father(text, named) for text in LISTS[name]["examples"])
    not_named = "Rowan"
    assert all(father(text, not_named) for text in LISTS[name]["not_examples"] if "father" in text.lower())


def test_the_column_of_people_covers_and_the_words_add_to_it() -> None:
    assert covered("Seen at home.") == {"kayla", "rowan"}
    assert covered("Finn and Jordan Pell seen too.") == {"kayla", "rowan", "finn", "jordan"}


def test_a_role_is_somebody_where_it_can_be_nobody_else() -> None:
    assert covered("Father seen.") == {"kayla", "rowan", "jordan"}
    assert covered("Father seen.", "Mother; Finn") == {"kayla", "finn", "lee"}
    assert covered("Father seen.", "Mother; Finn; Rowan") == {"kayla", "finn", "rowan"}
    assert covered("Both parents seen.", "Rowan") == {"kayla", "rowan", "jordan"}
    assert covered("Mother's partner seen.") == {"kayla", "rowan", "jordan"}
    assert covered("Mother's partner seen.", day="1 May 2016") == {"kayla", "rowan", "lee"}
    assert covered("Mother's partner seen.", day="1 May 2015", people="Rowan") == {"rowan", "lee"}


def test_one_who_was_not_seen_is_not_covered_though_the_column_names_him() -> None:
    assert covered("Father not seen.", "Rowan; Jordan Pell") == {"rowan"}
    assert covered("Mother seen; no contact with Jordan Pell", "Rowan; Mother; Jordan Pell") == {
        "rowan",
        "kayla",
    }
    assert covered("Jordan Pell and Mother not seen", "Rowan; Mother; Jordan Pell") == {"rowan"}
    assert covered("Father not seen on the first visit. Father seen on 3 May.", "Rowan") == {
        "rowan",
        "jordan",
    }


def test_one_who_is_only_told_of_is_not_covered() -> None:
    assert covered("Mother has left Mr Tranter. Father not interviewed.", "Mother; Finn") == {"kayla", "finn"}
    assert covered("Jordan Pell has left.") == {"kayla", "rowan"}
    assert covered("Jordan Pell has left.", "Rowan; Jordan Pell") == {"rowan", "jordan"}


def test_who_is_left_out_is_told_by_the_words_alone() -> None:
    def left_out(*said: str) -> set[str]:
        (only,) = found(*(row("1 May 2018", "CSC", "assessment", "Rowan; Mother", said=one) for one in said))
        return set(only.left_out)

    assert left_out("Mother seen; no contact with Jordan Pell") == {"jordan"}
    assert left_out("Jordan Pell has left.") == set()
    assert left_out("Father not seen on the first visit. Father seen on 3 May.") == set()
    assert left_out("Started. Father not seen", "Completed. Father seen") == set()


def test_people_and_groups_that_are_nobody_certain_are_not_added() -> None:
    assert covered("Children seen. A Mr Smith called. Rowan's cot seen.") == {"kayla", "rowan"}


def test_without_the_names_of_the_family_the_column_alone_tells() -> None:
    given = coded([row("1 May 2018", "CSC", "assessment", "Rowan", said="Mother seen")])
    (only,) = assessments_of(given.entries, given.agencies)
    assert only.covered == ("rowan",)


def test_begun_and_completed_in_two_rows_is_one_assessment() -> None:
    (only,) = found(
        row(
            "1 May 2018",
            "CSC",
            "core assessment",
            "Rowan; Mother",
            said="Started today. Assessment due 5 July 2018.",
        ),
        row("20 May 2018", "CSC", "core assessment", "Rowan", said="Visit to Jordan Pell"),
        row("9 July 2018", "CSC", "core assessment", "Rowan", said="Completed. Earlier referrals weighed."),
    )
    assert (str(only.on), str(only.due), str(only.completed)) == ("1 May 2018", "5 July 2018", "9 July 2018")
    assert (only.assessment_id, only.entry_ids) == ("E1", ("E1", "E2", "E3"))
    assert set(only.covered) == {"rowan", "kayla", "jordan"}
    assert only.draws_on_history is Tri.YES


def test_another_agency_kind_child_or_time_is_another_assessment() -> None:
    began = row("1 May 2018", "CSC", "core assessment", "Rowan", said="Started today")
    for other in (
        row("9 June 2018", "GP", "core assessment", "Rowan", said="Completed"),
        row("9 June 2018", "CSC", "initial assessment", "Rowan", said="Completed"),
        row("9 June 2018", "CSC", "pre-birth assessment", "Rowan", said="Completed"),
        row("9 June 2018", "CSC", "core assessment", "Finn; Mother", said="Completed"),
        row("9 June 2019", "CSC", "core assessment", "Rowan", said="Completed"),
        row("9 April 2018", "CSC", "core assessment", "Rowan", said="Completed"),
        row("9 June 2018", "CSC", "core assessment", "Rowan", said="Visit"),
    ):
        assert len(found(began, other)) == 2, other
    (only,) = found(row("", "CSC", "core assessment", "Rowan", said="Completed"))
    assert not only.completed.known


def test_two_completed_in_turn_stay_two() -> None:
    told = found(
        row("1 May 2018", "CSC", "core assessment", "Rowan", said="Started"),
        row("1 June 2018", "CSC", "core assessment", "Rowan", did="No further work"),
        row("1 July 2018", "CSC", "core assessment", "Rowan", said="Started"),
        row("1 August 2018", "CSC", "core assessment", "Rowan", said="Completed"),
    )
    assert [one.entry_ids for one in told] == [("E1", "E2"), ("E3", "E4")]


def test_the_outcome_of_a_single_row_completes_it() -> None:
    (only,) = found(row("18 July 2016", "CSC", "single assessment", "Finn", did="No further work"))
    assert str(only.completed) == "18 July 2016"
    (still,) = found(row("23 October 2017", "CSC", "pre-birth assessment", "Rowan", did="Checks to be made"))
    assert (still.kind, still.completed.known) == (EventKind.PRE_BIRTH_ASSESSMENT, False)


def test_what_an_agency_received_or_a_family_wrote_is_no_assessment() -> None:
    assert found(row("1 May 2018", "Family", "assessment", "Rowan")) == []


def test_a_student_and_a_social_worker_leave_it_open() -> None:
    rows = [
        row("1 May 2018", "CSC", "core assessment", "Rowan", said=said) for said in ("Started", "Completed")
    ]
    roles = ("Student", "Social worker")
    both = [entry.model_copy(update={"role_text": role}) for entry, role in zip(rows, roles, strict=True)]
    (only,) = found(*both)
    assert only.by_qualified_worker is Tri.UNKNOWN
    (alone,) = found(both[1])
    assert alone.by_qualified_worker is Tri.YES
