"""Phrases that a text says, as whole words of one clause, where no word close before takes them back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from scrgraph.coding.words import has_phrase, normal

#: How many words before a phrase can deny it.
_REACH = 3
_CLAUSE = re.compile(r"[.;,:!?\n]+|\bbut\b|\balthough\b", re.IGNORECASE)


def clauses(*texts: str) -> tuple[str, ...]:
    """The clauses of some texts, each written as words are compared."""
    found = (normal(piece) for text in texts for piece in _CLAUSE.split(text))
    return tuple(piece for piece in found if piece)


def said_in(
    said: Sequence[str], phrases: Iterable[str], denials: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Each clause of ``said`` that says one of ``phrases``, with the first of them that it says.

    ``denials`` are words that take a phrase back when one of them stands within three words before it.
    """
    whole = f" {' | '.join(said)} "
    somewhere = [phrase for phrase in phrases if phrase in whole and f" {phrase} " in whole]
    for clause in said if somewhere else ():
        for phrase in somewhere:
            if has_phrase(clause, phrase) and not _denied(clause, phrase, denials):
                yield clause, phrase
                break


def _denied(clause: str, phrase: str, denials: Collection[str]) -> bool:
    """Whether every mention of the phrase in the clause is denied."""
    before = f" {clause} ".split(f" {phrase} ")[:-1]
    return bool(denials) and all(set(words.split()[-_REACH:]) & set(denials) for words in before)
