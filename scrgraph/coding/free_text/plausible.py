"""What a row cannot mean, however much its words look like it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from scrgraph.coding.free_text.lexicon import Item
from scrgraph.coding.free_text.tokens import tokens_of
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.model.vocabulary import EventKind, PersonKind

_FILE = "plausible.toml"


def supervises_a_client(kind: EventKind, items: Sequence[Item], sector: str) -> bool:
    """Whether a row taken for a worker's supervision tells of a client who came to be supervised."""
    if kind is not EventKind.SUPERVISION or sector not in word_data(_FILE)["client_supervision"]["sectors"]:
        return False
    return not _named(items, _words("client_supervision", "of_the_worker"))


def names_no_child(people: Collection[str], items: Sequence[Item]) -> bool:
    """Whether a row is of adults alone and has no word for a child: nobody can have seen one by its account.

    ``people`` are the kinds of those in the row's own cell.
    """
    if not people or set(people) != {PersonKind.ADULT}:
        return False
    told = any(item.family in ("child", "unborn") for item in items)
    return not told and not _named(items, _words("child", "words"))


def _named(items: Sequence[Item], words: Collection[tuple[str, ...]]) -> bool:
    said = [part for item in items for part in item.word.split()]
    return any(tuple(said[place : place + len(one)]) == one for one in words for place in range(len(said)))


@cache
def _words(table: str, key: str) -> frozenset[tuple[str, ...]]:
    listed = word_data(_FILE)[table][key]
    return frozenset(
        tuple(part for token in tokens_of(words) for part in token.word.split()) for words in listed
    )
