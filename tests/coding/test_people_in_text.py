"""Who of the family a running text names."""

from __future__ import annotations

import pytest

from scrgraph.coding.people_in_text import Mention, people_in_text, people_of_rows
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import normal, word_list
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex

ADULT, CHILD, FEMALE, MALE = PersonKind.ADULT, PersonKind.CHILD, Sex.FEMALE, Sex.MALE


def family() -> PeopleNames:
    """Kayla Marsh with Ella, the index child, Finn and baby May; Ella is also "E M"."""

    def person(name: str, kind: PersonKind, sex: Sex, *spellings: str, index: bool = False) -> Person:
        first = name.split()[0]
        return Person(
            person_id=first.casefold(), display_name=name, kind=kind, sex=sex, index_child=index,
            spellings=(first, *spellings),
        )  # fmt: skip

    return PeopleNames(
        [
            person("Kayla Marsh", ADULT, FEMALE, "Mother"),
            person("Ella Marsh", CHILD, FEMALE, "EM", index=True),
            person("Finn Marsh", CHILD, MALE),
            person("May Marsh", CHILD, FEMALE),
        ]
    )


def told(text: str, names: PeopleNames | None = None) -> list[str]:
    """Ids of the known, names of the new with their role, and names merely offered with a question mark."""

    def shown(mention: Mention) -> str:
        role = f" ({mention.role})" if mention.role else ""
        return mention.person_id or f"{mention.spelling}{role}{'?' if mention.candidate else ''}"

    return [shown(mention) for mention in people_in_text(text, names or family())]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ella's bruise seen by Finn", ["ella", "finn"]),
        ("ella weighed, finn at school", ["ella", "finn"]),
        ("Ella Marsh and Finn seen. Marsh Lane quiet.", ["ella", "finn"]),
        ("MARSH, Kayla arrested", ["kayla"]),
        ("Ms Kayla Marsh spoken to", ["kayla"]),
        ("Kayla MARSH (f) dob 3/4/95 at address", ["kayla"]),
        ("mum tearful", ["kayla"]),
        ("E.M. seen well", ["ella"]),
        ("EM seen well", ["ella"]),
        ("them and em", []),
        ("MARSH, Kayla and KAYLA MARSH", ["kayla"]),
    ],
)
def test_known_people_by_any_spelling(text: str, people: list[str]) -> None:
    assert told(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Seen in May, Ella well", ["ella"]),
        ("3 May 2018 visit", []),
        ("mum may attend", ["kayla"]),
        ("home, May asleep in cot", ["may"]),
        ("May's weight static", ["may"]),
        ("Finn Close closed for works", []),
        ("Rang Ella Smith at the office", ["Ella Smith?"]),
        ("3 mo review", []),
        ("mother and baby unit full, partner agencies told", []),
    ],
)
def test_words_places_and_dates_that_look_like_names(text: str, people: list[str]) -> None:
    assert told(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("MGM and unknown male at address", ["Maternal grandmother", "Unknown male"]),
        ("stepdad answered, UBB active", ["Stepfather", "Unborn baby"]),
        ("her boyfriend left; older sibling upset", ["Mother's partner", "Older sibling"]),
        ("mother's partner and male partner", ["Mother's partner"]),
        ("Finn's dad rang", ["finn", "Finn Marsh's father"]),
        ("Ella's dad rang", ["ella", "Father"]),
        ("no partner at present", []),
        ("denies having a partner", []),
        ("the patient was late", []),
    ],
)
def test_roles_without_a_name_are_people(text: str, people: list[str]) -> None:
    assert told(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("her boyfriend Dean was there", ["Dean (boyfriend)"]),
        ("Mum's partner Dean Harker was there", ["Dean Harker (partner)"]),
        ("met Dean (partner) at the door", ["Dean (partner)"]),
        ("HARKER, Dean (m) dob 1/2/80 at address", ["HARKER, Dean (m) dob 1/2/80"]),
        ("Wayne Marsh at address", ["Wayne Marsh"]),
        ("Mr K and Ms Marsh shouting", ["Mr K", "Ms Marsh"]),
        ("brother Finn there", ["finn"]),
        ("visitor says Dean lives there", ["Dean?"]),
        ("Dean said he would ring", ["Dean?"]),
        ("spoke to Tracey Ames", ["Tracey Ames?"]),
        ("Mr Henderson rang", ["Mr Henderson?"]),
        ("A.B. rang", ["A.B.?"]),
    ],
)
def test_a_new_name_is_somebody_only_with_a_role_a_title_or_the_family_s_surname(
    text: str, people: list[str]
) -> None:
    assert told(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "HV Okafor rang Dr Penrose",
        "t/c to midwife Ann Bell",
        "Jane Hill (HV) attended with Mr Henderson, deputy head",
        "DC J Rudd and PCSO Lacey",
        "Police said no. School told CSC on Monday.",
        "Diazepam and Calpol given in Lake Hospital",
        "NFA. ICPC booked. Bruising was noted, Bruise seen.",
        "Attended Quay Street and Dock Road hostel",
        "OKAFOR told",
    ],
)
def test_workers_agencies_days_and_medicines_are_nobody(text: str) -> None:
    assert told(text) == []


def test_a_name_behind_the_role_of_somebody_unnamed_is_read_with_it() -> None:
    names = family()
    names.learn(["Mother's partner"])
    assert told("Mother's partner Dean at home", names) == ["Dean (partner)"]
    assert told("Mother's partner at home", names) == ["mothers-partner"]


def test_a_worker_known_by_name_is_nobody_of_the_family() -> None:
    found = people_in_text("Tracey Ames told mum", family(), {"tracey ames": "CSC"})
    assert [mention.person_id for mention in found] == ["kayla"]


def test_the_patient_is_somebody_only_where_it_is_known_who() -> None:
    (found,) = people_in_text("Pt low in mood", family(), subject="kayla")
    assert (found.person_id, found.words) == ("kayla", "Pt")


def test_the_words_and_a_confidence_stand_with_each() -> None:
    sure, less = people_in_text("Ella Marsh with her boyfriend Dean today", family())
    assert (sure.words, less.words) == ("Ella Marsh", "her boyfriend Dean")
    assert sure.confidence > less.confidence > 0.5


def test_a_text_all_in_capitals_makes_nobody_new() -> None:
    assert told("KAYLA MARSH SHOUTING IN QUAY STREET WITH WAYNE DREWE") == ["kayla"]


def test_rows_without_a_cell_of_people_are_read_together() -> None:
    """ "Dean" is known in the first row, for the second says whose boyfriend he is; a cell of people is believed."""
    texts = {"E1": "Dean at door", "E2": "her boyfriend Dean there", "E3": "Ella with Tom said"}
    rows = [
        Entry(
            entry_id=key, chronology_id="HV", file="hv.csv", place=key, row=1, date=PartialDate(), text=text,
            people_text="Ella" if key == "E3" else "",
        )
        for key, text in texts.items()
    ]  # fmt: skip
    names = family()
    found = people_of_rows(rows, names)
    assert {key: [mention.person_id for mention in told] for key, told in found.items()} == {
        "E1": ["dean"], "E2": ["dean"],
    }  # fmt: skip
    assert (names["dean"].role, names["dean"].sex, names["dean"].kind) == ("boyfriend", MALE, ADULT)


@pytest.mark.parametrize(
    "text", ["", " ", "'", "’s", "\x00", "É’", "Ella’s", "MARSH,", "Mr", "Ms ", "HV", "E.", "(", "🙂 Ella"]
)
def test_odd_texts_are_read(text: str) -> None:
    assert told(text) in ([], ["ella"])


@pytest.mark.parametrize("file", ["people_in_text.toml", "roles_at.toml", "professionals.toml"])
def test_word_lists_are_written_as_words_are_compared(file: str) -> None:
    whole = word_list(file)

    def words_in(value: object) -> list[str]:
        if isinstance(value, dict):
            return [
                word
                for key, inner in value.items()
                if key != "ties" or value is whole
                for word in words_in(inner)
            ]
        if isinstance(value, list):
            return [
                word
                for inner in value
                for word in (words_in(inner) if isinstance(inner, dict) else [str(inner)])
            ]
        return []

    assert [word for word in words_in(whole) if word != normal(word)] == []
