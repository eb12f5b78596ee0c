"""What a clause gives the family to carry, by the words of carried_by_family.toml."""

from __future__ import annotations

from typing import Any

import pytest
from coded_rows import coded, row

from scrgraph.coding.family_carried import service_of
from scrgraph.coding.family_words import Services, asked_of_family, says_not_taken
from scrgraph.coding.words import normal, word_list

DATA: dict[str, Any] = word_list("carried_by_family.toml")
GROUPS: dict[str, Any] = {
    key: value for key, value in DATA.items() if isinstance(value, dict) and "examples" in value
}
EXAMPLES = [(group, text) for group, entry in GROUPS.items() for text in entry["examples"]]
NOT_EXAMPLES = [text for entry in GROUPS.values() for text in entry["not_examples"]]
AGENCIES = ("HV", "Elm Surgery", "Northmere Hospital", "CSC", "School", "CAMHS", "Womens Aid", "Police")


def given(text: str, *, own: str = "hv", relatives: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Group, who was asked and the agency, of each thing the text gives the family to carry."""
    rows = [row("1 May 2018", agency, "note") for agency in AGENCIES]
    agencies = coded(rows, own=["Elm Surgery", "Northmere Hospital"]).agencies
    services = Services(agencies)
    return [
        (asked.group, asked.by, to)
        for asked in asked_of_family(text, relatives)
        if (to := service_of(asked, services, own)) is not None
    ]


def test_every_group_has_examples_and_counterexamples() -> None:
    assert all(entry["examples"] and entry["not_examples"] and entry["words"] for entry in GROUPS.values())


@pytest.mark.parametrize(("group", "text"), EXAMPLES)
def test_examples_give_something_to_carry(group: str, text: str) -> None:
    assert [found for found, _, _ in given(text)] == [group]


@pytest.mark.parametrize("text", NOT_EXAMPLES)
def test_counterexamples_do_not(text: str) -> None:
    assert given(text) == []


@pytest.mark.parametrize("lead", DATA["leads"])
def test_every_lead_and_every_thing_asked_is_found(lead: str) -> None:
    for group, entry in GROUPS.items():
        for words in entry["words"]:
            clause = words if group == "given" else f"{lead} {words}"
            found = given(f"Seen at home. {clause} CAMHS")
            assert [(one, to) for one, _, to in found] == [(group, "camhs")], clause


def test_words_are_written_as_words_are_compared() -> None:
    lists = [
        DATA[name]
        for name in ("leads", "relatives", "verbs", "only_if", "denials", "passive", "professionals")
    ]
    lists += [entry["words"] for entry in (*GROUPS.values(), DATA["not_taken"])]
    lists += [*DATA["also_called"].values(), list(DATA["means"]), list(DATA["means"].values())]
    words = [word for listed in lists for word in listed]
    assert [word for word in words if word != normal(word)] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mother advised to see GP about her mood", ("go", "mother", "elm-surgery")),
        ("Mum was asked to take Rowan to hospital", ("take", "mum", "northmere-hospital")),
        ("Told to contact social care", ("tell", "", "csc")),
        ("Told to contact housing", ("tell", "", "")),
        ("Father to ring back", ("come_back", "father", "hv")),
        ("Father to ring back the school", ("come_back", "father", "school")),
        ("Advised to see own doctor", ("go", "", "elm-surgery")),
        ("CAMHS, by choose and book", ("given", "", "camhs")),
        ("Choose and book letter", ("given", "", "")),
        ("Kayla Marsh will call back", ("come_back", "kayla marsh", "hv")),
    ],
)
def test_who_was_asked_and_where_to_go(text: str, wanted: tuple[str, str, str]) -> None:
    assert given(text, relatives=("kayla marsh",)) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Advised to see GP if it gets worse",
        "If worse, mother to ring the GP",
        "Mother was not advised to see GP",
        "Mother refused to see GP",
        "Health visitor asked to contact the GP",
        "Duty social worker was told to ring the police",
        "Kayla Marsh will call back",
        "Encouraged to attend school every day",
        "",
    ],
)
def test_what_gives_the_family_nothing(text: str) -> None:
    assert given(text) == []


def test_one_clause_gives_one_thing_and_each_clause_its_own() -> None:
    text = "Mother to ring back. Advised to see GP; to take Rowan there. Mum to contact school"
    assert [group for group, _, _ in given(text)] == ["come_back", "go", "tell"]


def test_words_that_say_it_was_not_taken_up() -> None:
    assert says_not_taken("Clinic offered, not taken up")
    assert not says_not_taken("Taken up at once")
