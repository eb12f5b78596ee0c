"""Phrases said in the clauses of a text: the quick way of finding them says what a plain reading says."""

from __future__ import annotations

import itertools

import pytest

from scrgraph.coding.phrases import by_word, clauses, may_say, said_in
from scrgraph.coding.words import has_phrase, word_list

LIST = tuple(word_list("milestones.toml")["case_closure"]["words"])
DENIALS = ("not", "to", "if")


def plainly(said: tuple[str, ...], phrases: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each clause with the first phrase of the list in it that no word of the three before takes back."""
    found = []
    for clause in said:
        for phrase in phrases:
            if not has_phrase(clause, phrase):
                continue
            before = f" {clause} ".split(f" {phrase} ")[:-1]
            if not all(set(words.split()[-3:]) & set(DENIALS) for words in before):
                found.append((clause, phrase))
                break
    return found


@pytest.mark.parametrize("phrase", LIST)
def test_each_phrase_of_a_list_is_found_as_a_plain_reading_finds_it(phrase: str) -> None:
    for before, after in itertools.product(
        ("", "Not ", "Seen; ", "Told if ", "Re-"), ("", " today", "d", ", but not again")
    ):
        said = clauses(f"Home visit. {before}{phrase.capitalize()}{after}. {phrase}")
        assert list(said_in(said, LIST, DENIALS)) == plainly(said, LIST)
        assert may_say(said, by_word(LIST)) == any(has_phrase(clause, one) for clause in said for one in LIST)


def test_the_first_of_the_list_in_a_clause_counts_and_a_denied_one_gives_way() -> None:
    said = clauses("Not closed to the team as the case was closed, file kept")
    assert list(said_in(said, ("closed", "case was closed"), ("not",))) == [(said[0], "closed")]
    said = clauses("Not closed to the team, case was closed")
    assert list(said_in(said, ("closed", "case was closed"), ("not",))) == [("case was closed", "closed")]
    said = clauses("If closed to the team the case was shut")
    assert list(said_in(said, ("closed", "was shut"), ("if",))) == [(said[0], "was shut")]


def test_clauses_are_written_as_words_are_compared() -> None:
    assert clauses("Didn’t come;  re-booked.", "Rang, but NO reply!\nCard left") == (
        "didnt come",
        "re booked",
        "rang",
        "no reply",
        "card left",
    )
    assert clauses("", "...") == ()


def test_nothing_is_said_where_no_word_of_a_phrase_stands() -> None:
    assert not may_say(clauses("Weighed. Doing well"), by_word(LIST))
    assert list(said_in(clauses("Weighed. Doing well"), LIST)) == []
