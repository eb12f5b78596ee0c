"""Every group of words that the reading of free text goes by, held to the examples that stand beside it."""

from __future__ import annotations

import pytest

from scrgraph.coding.free_text.happenings import happenings_of
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.lexicon import Item
from scrgraph.coding.free_text.mentions import items_of
from scrgraph.coding.free_text.passing import passings_of
from scrgraph.coding.free_text.plausible import names_no_child, supervises_a_client
from scrgraph.coding.free_text.standing import scopes_of
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.model.vocabulary import EventKind

NOBODY = KnownNames()
PASSING = {name: table for name, table in word_data("passing.toml").items() if "examples_out" in table}
HAPPENINGS = {name: table for name, table in word_data("happenings.toml").items() if "examples" in table}
STANDING = {name: table for name, table in word_data("standing.toml").items() if "examples" in table}


def read(text: str, sector: str = "unknown") -> list[Item]:
    return items_of(text, sector, "", NOBODY.tree)


def supervised(text: str) -> bool:
    return supervises_a_client(EventKind.SUPERVISION, read(text, "probation"), "probation")


@pytest.mark.parametrize("text", word_data("plausible.toml")["client_supervision"]["examples"])
def test_where_clients_are_supervised_that_is_a_contact(text: str) -> None:
    assert supervised(text)


@pytest.mark.parametrize("text", word_data("plausible.toml")["client_supervision"]["not_examples"])
def test_a_workers_own_supervision_stays_what_it_is(text: str) -> None:
    assert not supervised(text)


@pytest.mark.parametrize(
    ("text", "people", "none"),
    [
        ("Seen in surgery. Low mood", {"adult"}, True),
        ("Seen in surgery with babies", {"adult"}, False),
        ("Seen at home, toddler playing", {"adult"}, False),
        ("Seen in surgery", {"adult", "child"}, False),
        ("Seen in surgery", set(), False),
        ("Seen in surgery", {"unknown"}, False),
    ],
)
def test_a_child_is_seen_only_where_the_row_names_one(text: str, people: set[str], none: bool) -> None:
    assert names_no_child(people, read(text)) is none


def listed(tables: dict[str, dict[str, list[str]]], key: str) -> list[tuple[str, str]]:
    return [(name, text) for name, table in tables.items() for text in table.get(key, [])]


def acts(text: str) -> set[tuple[str, str]]:
    items = read(text)
    return {(one.act.name, str(one.act.direction)) for one in passings_of(items, scopes_of(items))}


@pytest.mark.parametrize(("name", "text"), listed(PASSING, "examples_out"))
def test_what_is_passed_on(name: str, text: str) -> None:
    assert (name, "out") in acts(text)


@pytest.mark.parametrize(("name", "text"), listed(PASSING, "examples_in"))
def test_what_reaches_the_agency(name: str, text: str) -> None:
    assert (name, "in") in acts(text)


@pytest.mark.parametrize(("name", "text"), listed(PASSING, "not_examples"))
def test_what_passes_nothing(name: str, text: str) -> None:
    assert name not in {act for act, _ in acts(text)}


def kinds(text: str, least: bool = True) -> set[str]:
    """The kinds the words are a sign of; with ``least`` false only what they can hardly fail to mean."""
    items = read(text)
    found = happenings_of(items, scopes_of(items), "unknown")
    return {str(one.sign.kind) for one in found if least or one.sign.strong}


@pytest.mark.parametrize(("name", "text"), listed(HAPPENINGS, "examples"))
def test_what_happened(name: str, text: str) -> None:
    assert name in kinds(text)


@pytest.mark.parametrize(("name", "text"), listed(HAPPENINGS, "not_examples"))
def test_what_did_not_happen(name: str, text: str) -> None:
    assert name not in kinds(text, least=False)


@pytest.mark.parametrize(("name", "text"), listed(STANDING, "examples"))
def test_words_that_take_an_event_back(name: str, text: str) -> None:
    items = read(text)
    assert name in {scope.standing for scope in scopes_of(items)}
    assert not acts(text)


@pytest.mark.parametrize(("name", "text"), listed(STANDING, "not_examples"))
def test_words_that_take_nothing_back(name: str, text: str) -> None:
    items = read(text)
    cue = [place for place, item in enumerate(items) if not item.sector]
    assert not any(
        scope.standing == name and any(scope.first < place < scope.end for place in cue[:1])
        for scope in scopes_of(items)
    )
