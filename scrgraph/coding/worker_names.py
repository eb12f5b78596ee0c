"""Who a "professional" cell names: a person, or only a role, and whether two cells may mean the same one."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.words import has_phrase, normal, word_list


@dataclass(frozen=True)
class WorkerName:
    """The words of a worker's name, without roles and titles, as written in one cell."""

    words: frozenset[str]

    def may_be(self, other: WorkerName) -> bool:
        """Whether the two may be one person: a word in common, or two as alike as spellings of one.

        "J Stroud" and "Jo Stroud" may be; so may somebody whose surname changed. Doubt counts as the same.
        """
        alike = word_list("workers.toml")["run"]["alike"]
        return any(
            one == two or SequenceMatcher(None, one, two).ratio() >= alike
            for one in self.words
            for two in other.words
        )

    def is_in(self, text: str) -> bool:
        """Whether the text, made ``normal``, has a word of the name."""
        return any(has_phrase(text, word) for word in self.words)


@cache
def worker_name(cell: str) -> WorkerName | None:
    """The person a cell names; ``None`` where it names only a role, a desk or somebody who covers."""
    rules, plain = word_list("workers.toml"), normal(cell)
    if any(has_phrase(plain, words) for words in rules["not_holders"]):
        return None
    least = rules["run"]["least_letters"]
    words = frozenset(
        word
        for word in plain.split()
        if word not in rules["role_words"] and len(word) >= least and word.isalpha()
    )
    return WorkerName(words) if words else None


def case_holder(item: CodedEntry) -> WorkerName | None:
    """The named worker whose entry this is, where the cells say that this is no desk or cover."""
    entry = item.entry
    if worker_name(entry.professional_text) is None or _says_cover(entry.role_text):
        return None
    return worker_name(entry.professional_text)


def _says_cover(role: str) -> bool:
    plain = normal(role)
    return any(has_phrase(plain, words) for words in word_list("workers.toml")["not_holders"])
