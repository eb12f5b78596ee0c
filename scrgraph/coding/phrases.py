"""Phrases that a text says, as whole words of one clause, where no word close before takes them back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from scrgraph.coding.words import has_phrase
from scrgraph.review import names

#: How many words before a phrase can deny it.
_REACH = 3
_CLAUSE = re.compile(r"[.;,:!?\n]+|\bbut\b|\balthough\b", re.IGNORECASE)
#: Stands between clauses while they are written for comparison: a letter that no English text has.
_BREAK = "\u0298"
#: Texts whose clauses are kept, as several readers ask for those of one row.
_KEPT = 65_536

ByWord = Mapping[str, tuple[tuple[int, str], ...]]


def clauses(*texts: str) -> tuple[str, ...]:
    """The clauses of some texts, each written as words are compared."""
    return tuple(clause for text in texts for clause in _clauses(text))


def said_in(
    said: Sequence[str], phrases: Iterable[str], denials: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Each clause of ``said`` that says one of ``phrases``, with the first of them that it says.

    ``denials`` are words that take a phrase back when one of them stands within three words before it.
    """
    said, sought = tuple(said), by_word(tuple(phrases))
    words = _words(said)
    if sought.keys().isdisjoint(words):
        return
    possible = sorted(one for word in sought.keys() & words for one in sought[word])
    for clause in said:
        for _, phrase in possible:
            if has_phrase(clause, phrase) and not _denied(clause, phrase, denials):
                yield clause, phrase
                break


def may_say(said: tuple[str, ...], phrases: ByWord) -> bool:
    """Whether any clause says one of the phrases, denied or not."""
    words = _words(said)
    return not phrases.keys().isdisjoint(words) and any(
        has_phrase(clause, phrase)
        for word in phrases.keys() & words
        for _, phrase in phrases[word]
        for clause in said
    )


@cache
def by_word(phrases: tuple[str, ...]) -> ByWord:
    """The phrases, each with its place in the list, by the longest of its words."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, phrase in enumerate(phrases):
        found[max(phrase.split(), key=len)].append((place, phrase))
    return {word: tuple(places) for word, places in found.items()}


@lru_cache(maxsize=_KEPT)
def _clauses(text: str) -> tuple[str, ...]:
    """Written for comparison all at once, which is much quicker than clause by clause."""
    whole = names.key(_CLAUSE.sub(f" {_BREAK} ", text))
    return tuple(clause for piece in whole.split(_BREAK) if (clause := piece.strip()))


@lru_cache(maxsize=_KEPT)
def _words(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(said).split())


def _denied(clause: str, phrase: str, denials: Collection[str]) -> bool:
    """Whether every mention of the phrase in the clause is denied."""
    before = f" {clause} ".split(f" {phrase} ")[:-1]
    return bool(denials) and all(set(words.split()[-_REACH:]) & set(denials) for words in before)
