"""Names in running text: ordinary words, capitals, apostrophes, accents, titles, addresses and numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from pseudonym_cases import MARK, OONA, copy_of, graph_of, person, said

from scrgraph.model.people import Kinship
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.pseudonyms.key import Pseudonym, Pseudonyms, read_pseudonyms
from scrgraph.pseudonyms.pseudonymise import pseudonymised
from scrgraph.review.errors import ReviewError


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("Seen with Mark at home", "Seen with Adult 3 at home"),
        ("A mark on the left arm", "A mark on the left arm"),
        ("MARK TOLLAND arrested", "Adult 3 arrested"),
        ("Call from mark tolland", "Call from Adult 3"),
        ("Tolland, Mark rang", "Adult 3 rang"),
        ("Mr. M. Tolland's car", "Adult 3's car"),
        ("MT at the door", "Adult 3 at the door"),
        ("mt at the door", "mt at the door"),
        ("Oona O’Neill and O'NEILL and ONeill", "Adult 4 and Adult 4 and Adult 4"),
        ("Ms O Neill said", "Adult 4 said"),
        ("Zoe; Zoë and ZOË’S bag", "Child B; Child B and Child B's bag"),
        ("Smith Jones family, Smith-Jones", "Child B family, Child B"),
        ("Park came from Park School", "Child A came from School 1"),
        ("They went to the park", "They went to the park"),
        ("Joe *Brand+ left; J(oe) *Brand+ came", "Joe *Adult 1+ left; Adult 1+ came"),
        ("Mr K shouted", "Adult 2 shouted"),
        ("vitamin K given", "vitamin K given"),
        ("At St Annes, later at Saint Anne's Hospital", "At Hospital, later at Hospital"),
        ("Hospital and CID told", "Hospital and CID told"),
        ("Eastmoor Police and Eastmoor Council", "Police and Area Council"),
        ("DC Ward on the ward", "Police worker 1 on the ward"),
        ("Front desk told", "Front desk told"),
        ("Lives at Flat 2, 14 High Street", "Lives at Address 1"),
        ("Temperature high", "Temperature high"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(written: str, instead: str) -> None:
    assert said(written) == instead


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("Ring 07700 900123 or 01632 960 123", "Ring [phone number] or [phone number]"),
        ("Moved to AB1 2CD today", "Moved to [postcode] today"),
        ("Mail mark.tolland@example.org sent", "Mail [e-mail address] sent"),
        ("NHS no 943 476 5919 noted", "NHS no [number] noted"),
        ("DOB 9/11/2017 given", "DOB [date of birth] given"),
        ("Crime ref: 12/AB/3456 raised", "Crime ref: [number] raised"),
        ("Seen on 12/03/2015 at 10.30, 3/7 later", "Seen on 12/03/2015 at 10.30, 3/7 later"),
        ("Paid 41.60 in 2015, 40 units, 28/40", "Paid 41.60 in 2015, 40 units, 28/40"),
        ("Seen near 3 Beech Grove", "Seen near [address]"),
        ("Case closed. Case Close agreed", "Case closed. Case Close agreed"),
    ],
)
def test_numbers_are_known_by_how_they_look(written: str, instead: str) -> None:
    assert said(written) == instead


def test_a_name_that_begins_a_sentence_and_may_be_a_word_is_to_be_checked() -> None:
    copy = copy_of("Mark seen on arm. Then Mark left")
    assert copy.graph.entries[0].text == "Adult 3 seen on arm. Then Adult 3 left"
    found = next(one for one in copy.to_check if one.words == "Mark")
    assert (found.times, found.place) == (1, "f.csv, row 2")


def test_words_that_look_like_a_missed_name_are_listed() -> None:
    copy = copy_of(
        "Her friend Dervla came in May. Health Visitor told", "Dervla was there on Monday with SSRI"
    )
    assert [(one.words, one.times, one.place) for one in copy.to_check] == [("Dervla", 2, "f.csv, row 2")]


def test_the_author_can_add_a_missed_name_and_say_that_a_word_is_none() -> None:
    lines = (
        Pseudonym(kind="word", id="Dervla", name="Dervla", pseudonym="a friend"),
        Pseudonym(kind="word", id="Sunny Bank", name="Sunny Bank", pseudonym=""),
        Pseudonym(kind="no name", id="Triple", name="Triple", pseudonym=""),
    )
    copy = copy_of("Dervla's sister at Sunny Bank did Triple P", key=Pseudonyms(lines=lines))
    assert copy.graph.entries[0].text == "a friend's sister at [name] did Triple P"
    assert copy.to_check == ()


def test_a_pseudonym_corrected_by_the_author_stays_and_new_people_come_at_the_end() -> None:
    first = pseudonymised(graph_of("Mark came", people=(MARK,)), Pseudonyms()).key
    lines = tuple(
        line.model_copy(update={"pseudonym": "Lodger"}) if line.kind == "person" else line
        for line in first.lines
    )
    second = pseudonymised(graph_of("Mark came with Oona", people=(OONA, MARK)), Pseudonyms(lines=lines))
    assert second.graph.entries[0].text == "Lodger came with Adult 1"
    assert second.key.lines[: len(lines)] == lines
    assert [line.name for line in second.key.lines[len(lines) :]] == ["Oona O'Neill"]


def test_people_are_called_by_what_they_are_to_the_index_child() -> None:
    child = person("Ann", kind=PersonKind.CHILD).model_copy(update={"index_child": True})
    mother, father = person("Bea", sex=Sex.FEMALE), person("Cal", sex=Sex.MALE)
    gran, later = person("Dot", sex=Sex.FEMALE), person("Ed", sex=Sex.MALE)
    unknown = person("Unknown male", sex=Sex.MALE).model_copy(update={"unnamed": True})
    ties = [
        ("bea", "ann", "parent"), ("cal", "ann", "parent"), ("dot", "bea", "parent"), ("ed", "bea", "partner"),
    ]  # fmt: skip
    kin = [
        Kinship(kinship_id=f"{one}-{other}", person_id=one, to_person_id=other, kinship=tie)
        for one, other, tie in ties
    ]
    copy = pseudonymised(
        graph_of(people=(gran, unknown, later, father, mother, child), kin=kin), Pseudonyms()
    )
    assert [one.display_name for one in copy.graph.people] == [
        "Maternal grandmother", "Unknown man 1", "Partner 1", "Father", "Mother", "Child A",
    ]  # fmt: skip
    assert copy.graph.review.title == "Review of Child A"


def test_dates_in_text_move_with_the_row() -> None:
    key = Pseudonyms(dates="shifted", weeks=4)
    assert said("On Fri 20 March 2015 at 10.30; since 12/02, and in June 2014", key) == (
        "On 17 April 2015 at 10.30; since 12 March, and in about July 2014"
    )
    copy = copy_of("Aged 3/12, seen 3/4", key=key)
    assert copy.graph.entries[0].text == "Aged 3/12, seen 3/4"
    assert {one.words for one in copy.to_check} == {"3/12", "3/4"}


def test_a_key_that_cannot_be_read_is_refused_with_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "pseudonyms.csv"
    path.write_text(
        "kind,id,name,pseudonym,spellings\nperson,a,Ann,Child A,\nperson,b,Ben,child a,\npeson,c,Cy,Child C,\n"
        "dates,,all dates moved by,soon,\n",
        encoding="utf-8",
    )
    with pytest.raises(ReviewError) as refused:
        read_pseudonyms(path)
    places = [problem.place for problem in refused.value.problems]
    assert places == ["line 3", "line 4", "line 5"]
