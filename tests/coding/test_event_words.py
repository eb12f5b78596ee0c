"""The words of an event column and of an outcome cell, and what they mean."""

from __future__ import annotations

import pytest

from scrgraph.coding.event_words import (
    event_kind,
    event_word_clashes,
    read_outcome,
    read_sentences,
    says_acknowledged,
    says_no_answer,
    says_not_accepted,
)
from scrgraph.coding.words import normal, word_list
from scrgraph.model.vocabulary import Direction, EventKind, StageName


def test_no_word_stands_for_two_things() -> None:
    assert event_word_clashes() == []


def test_no_word_says_both_that_something_was_done_and_that_it_was_not() -> None:
    lists = word_list("outcomes.toml")
    done = {*lists["accepted"], *lists["acted_on"], *lists["not_told"]}
    assert set(lists["declined"]).isdisjoint({*done, *lists["not_accepted"]})
    done = {*lists["accepted_in_sentences"], *lists["acted_on_in_sentences"]}
    assert set(lists["declined_in_sentences"]).isdisjoint(done)
    assert set(lists["no_answer"]).isdisjoint(lists["acknowledged"])


def test_every_kind_has_words_and_every_word_a_kind() -> None:
    table = word_list("event_kinds.toml")
    assert {kind for kinds in table.values() for kind in kinds} == {kind.value for kind in EventKind}
    assert all(words for kinds in table.values() for words in kinds.values())


@pytest.mark.parametrize("kind", EventKind)
def test_the_tool_reads_its_own_word_for_each_kind(kind: EventKind) -> None:
    assert event_kind(kind.value) == (kind, Direction.OUT)
    assert event_kind(kind.value.replace("_", " ").title()) == (kind, Direction.OUT)


@pytest.mark.parametrize(
    "file",
    ["outcomes.toml", "roles.toml", "indicators.toml", "sectors.toml", "milestones.toml", "engagement.toml"],
)
def test_word_lists_are_written_as_words_are_compared(file: str) -> None:
    """A word with an apostrophe or a capital letter in the list would never be found."""

    def words_in(value: object, key: str = "") -> list[str]:
        if isinstance(value, dict):
            return [word for name, inner in value.items() for word in words_in(inner, name)]
        listed = isinstance(value, list) and key not in ("examples", "not_examples")
        return [str(word) for word in value] if listed else []

    words = words_in(word_list(file))
    assert words
    assert [word for word in words if word != normal(word)] == []


@pytest.mark.parametrize(
    ("written", "kind", "direction"),
    [
        ("Home visit", EventKind.VISIT, Direction.OUT),
        ("H/V", EventKind.VISIT, Direction.OUT),
        ("T/C", EventKind.CONTACT, Direction.OUT),
        ("  REFERRAL  received ", EventKind.REFERRAL, Direction.IN),
        ("Referral", EventKind.REFERRAL, Direction.OUT),
        ("was not brought", EventKind.MISSED_ATTENDANCE, Direction.OUT),
        ("A & E attendance", EventKind.MEDICAL, Direction.OUT),
        ("Outcome letter received.", EventKind.FEEDBACK, Direction.IN),
        ("new_adult_in_household", EventKind.NEW_ADULT, Direction.OUT),
    ],
)
def test_words_people_write(written: str, kind: EventKind, direction: Direction) -> None:
    assert event_kind(written) == (kind, direction)


@pytest.mark.parametrize("written", ["", "   ", "Tuesday", "referral-ish", "=HYPERLINK(1)"])
def test_words_nobody_declared_mean_nothing(written: str) -> None:
    assert event_kind(written) is None


@pytest.mark.parametrize(
    ("cell", "stages"),
    [
        ("Home visit made", (StageName.ACTED_ON,)),
        ("Accepted, initial assessment started", (StageName.ACCEPTED, StageName.ACTED_ON)),
        ("Allocated to duty worker", (StageName.ACCEPTED,)),
        ("NFA", (StageName.DECLINED,)),
        ("N.F.A.", ()),
        ("No further action. Home visit offered", (StageName.DECLINED,)),
        ("Did not meet threshold", (StageName.DECLINED,)),
        ("Visit awaiting allocation", ()),
        ("Accepted, outcome not known", (StageName.ACCEPTED,)),
        ("Accepted, awaiting allocation", (StageName.ACCEPTED,)),
        ("Not allocated", ()),
        ("Not accepted", (StageName.DECLINED,)),
        ("Outcome not recorded", ()),
        ("Rang back the next day", (StageName.ACTED_ON,)),
        ("Prang", ()),
        ("", ()),
    ],
)
def test_outcomes(cell: str, stages: tuple[StageName, ...]) -> None:
    assert read_outcome(cell) == stages


@pytest.mark.parametrize(
    ("cell", "waits"),
    [
        ("Awaiting allocation", True),
        ("Not allocated. No worker free", True),
        ("Unallocated", True),
        ("Accepted, awaiting allocation", False),
        ("Awaiting allocation, duty visited meanwhile", True),
        ("NFA, not allocated", False),
        ("Allocated", False),
        ("", False),
    ],
)
def test_words_that_say_that_nobody_had_taken_it_on(cell: str, waits: bool) -> None:
    assert says_not_accepted(cell) is waits


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Acknowledged by e-mail", True),
        ("Referrer informed", True),
        ("Not acknowledged", False),
        ("No acknowledgement", False),
        ("To duty", False),
    ],
)
def test_words_of_acknowledgement(cell: str, told: bool) -> None:
    assert says_acknowledged(cell) is told


def test_words_that_say_that_no_answer_came() -> None:
    assert says_no_answer("No reply received")
    assert says_no_answer("Not acknowledged")
    assert not says_no_answer("Acknowledged, no feedback")


@pytest.mark.parametrize(
    ("sentence", "stages"),
    [
        ("Threshold not met on what is known", (StageName.DECLINED,)),
        ("Mother declined help; assessment finished", (StageName.ACTED_ON,)),
        ("Referral declined", (StageName.DECLINED,)),
        ("Case accepted and Rowan seen", (StageName.ACCEPTED, StageName.ACTED_ON)),
        ("Allocated, not seen yet", (StageName.ACCEPTED,)),
        ("Rowan to be seen next week", ()),
        ("Not allocated so far", ()),
        ("Thank you for your letter", ()),
    ],
)
def test_decisions_and_answers_are_sentences(sentence: str, stages: tuple[StageName, ...]) -> None:
    """What a parent declined, and what has yet to be done, tells nothing of the baton."""
    assert read_sentences(sentence) == stages
