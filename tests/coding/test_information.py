"""What an entry tells of, by the words of indicators.toml."""

from __future__ import annotations

from typing import Any

import pytest
from coded_rows import coded, row

from scrgraph.coding.information import information_of, topics_in
from scrgraph.coding.words import word_list

TOPICS: dict[str, Any] = {
    key: value for key, value in word_list("indicators.toml").items() if key != "denials"
}
EXAMPLES = [(topic, text) for topic, entry in TOPICS.items() for text in entry["examples"]]
NOT_EXAMPLES = [(topic, text) for topic, entry in TOPICS.items() for text in entry["not_examples"]]


def test_every_topic_has_an_example() -> None:
    assert {topic for topic, _ in EXAMPLES} == set(TOPICS)


@pytest.mark.parametrize(("topic", "text"), EXAMPLES)
def test_examples_tell_of_their_topic(topic: str, text: str) -> None:
    assert topic in topics_in(text)


@pytest.mark.parametrize(("topic", "text"), NOT_EXAMPLES)
def test_denials_do_not(topic: str, text: str) -> None:
    assert topic not in topics_in(text)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_phrase_of_a_topic_is_found_and_denied(topic: str) -> None:
    for phrase in TOPICS[topic]["words"]:
        assert topic in topics_in(f"It was said that {phrase.capitalize()} was seen that day")
        assert topic not in topics_in(f"The worker recorded no {phrase} at all")


def test_words_inside_other_words_do_not_count() -> None:
    assert topics_in("He was cracking jokes and advised her") == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mother could not say how. Bruise to arm", True),
        ("Low, not sleeping, some wine at night", True),
        ("No alcohol, drug use or violence", False),
        ("Bruise not seen", False),
        ("Bruise not explained", True),
    ],
)
def test_a_denial_counts_in_its_own_sentence_and_not_in_its_own_clause(text: str, told: bool) -> None:
    assert bool(topics_in(text)) is told


def test_a_second_mention_counts_where_the_first_is_denied() -> None:
    found = topics_in(
        "Alcohol: no heroin use said, but the worker later found used needles and heroin in the kitchen"
    )
    assert found == {"substance misuse": "heroin"}


def test_information_is_held_by_the_agency_that_wrote_it_down() -> None:
    entries = coded(
        [
            row("1 May 2018", "GP", "consultation", "Mother", said="Low mood. Drinking heavily"),
            row("2 May 2018", "Not stated", "note", "Mother", said="Overdose in the spring"),
        ]
    )
    found = list(information_of(entries.entries, entries.agencies, entries.people))
    assert [(item.information_id, item.topic, item.words, item.held_by, item.about) for item in found] == [
        ("E1/substance-misuse", "substance misuse", "drinking heavily", "gp", ("mother",)),
        ("E1/mental-ill-health", "mental ill-health", "low mood", "gp", ("mother",)),
        ("E2/mental-ill-health", "mental ill-health", "overdose", "", ("mother",)),
    ]
    assert all(item.entry_ids for item in found)
