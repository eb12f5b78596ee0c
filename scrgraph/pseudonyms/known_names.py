"""Every name of a review with what stands in its place, and the ways in which each may be written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from scrgraph.coding.agency_names import sector_of
from scrgraph.pseudonyms.known_words import also_names, known_words, place_words, role_words, sector_words
from scrgraph.pseudonyms.name_tokens import composed, name_tokens

#: What stands for a word that is part of the names of several.
SHARED = "[name]"
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PREFIX = re.compile(r"\b([OD])['’‘`´](?=[^\W\d_])", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")
_SHORT_STREETS = {
    "street": "st", "road": "rd", "lane": "ln", "avenue": "ave", "close": "cl", "crescent": "cres", "drive": "dr",
}  # fmt: skip
Kind = Literal["person", "professional", "agency", "address", "area", "file", "word", "reference"]


@dataclass(frozen=True)
class Written:
    """One way of writing a name: its words as compared, and what stands in its place.

    ``case``: ``any`` where no other word is written so, ``capital`` where each of its words must begin with a capital.
    ``doubtful`` marks a single word that is an ordinary one too.
    """

    words: tuple[str, ...]
    pseudonym: str
    kind: Kind
    case: Literal["any", "capital"] = "any"
    doubtful: bool = False


@dataclass
class KnownNames:
    """Names as they are taken in; ``ordinary`` are further words that the review's own texts use in small letters."""

    ordinary: frozenset[str]
    _whole: dict[tuple[str, ...], dict[str, Written]] = field(default_factory=lambda: defaultdict(dict))
    _single: dict[str, dict[str, Kind]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, kind: Kind, pseudonym: str, spellings: Iterable[str]) -> bool:
        """Take in one name with its spellings; whether there was any name in them, and not roles alone."""
        found = False
        for spelling in chain.from_iterable(map(_variants, spellings)):
            words, names = name_words(kind, spelling)
            if not names:
                continue
            found = True
            for way in _ways(kind, words):
                self._take(kind, pseudonym, way)
            for name in names:
                if len(name) > 2 and kind not in ("file", "reference", "word"):
                    self._single[name].setdefault(pseudonym, kind)
        return found

    def written(self) -> Iterator[Written]:
        """Every way of writing every name; what several have stands for none of them."""
        for words, by_pseudonym in self._whole.items():
            known = list(by_pseudonym.values())
            first = min(known, key=lambda one: one.kind not in ("person", "professional"))
            same = [one for one in known if one.kind in ("person", "professional")] or known
            yield first if len(same) == 1 else Written(words, SHARED, first.kind, first.case, first.doubtful)
        for word, owners in self._single.items():
            if (word,) in self._whole:
                continue
            people = [one for one, kind in owners.items() if kind in ("person", "professional")]
            of_places = not people
            pseudonym = (
                next(iter(owners)) if len(owners) == 1 else (people[0] if len(people) == 1 else SHARED)
            )
            ordinary = self._is_ordinary(word)
            kind = next(iter(owners.values()))
            if of_places and word in known_words():
                continue
            case: Literal["any", "capital"] = (
                "capital" if ordinary or (of_places and kind == "agency") else "any"
            )
            yield Written((word,), pseudonym, kind, case, ordinary)

    def _take(self, kind: Kind, pseudonym: str, words: tuple[str, ...]) -> None:
        long = [
            word for word in words if len(word) > 2 and word not in role_words() and word not in place_words()
        ]
        plain = (
            kind not in ("file", "reference")
            and len(long) < 2
            and not any(not self._is_ordinary(word) for word in long)
        )
        if len(words) == 1 and len(words[0]) == 1:
            return
        doubtful = plain and len(words) == 1
        one = Written(words, pseudonym, kind, "capital" if plain else "any", doubtful)
        self._whole[words].setdefault(pseudonym, one)

    def _is_ordinary(self, word: str) -> bool:
        return word in self.ordinary or word in known_words() or word in also_names()


def spelled(text: str) -> tuple[str, ...]:
    """The words of a spelling as names are compared."""
    return tuple(token.word for token in name_tokens(composed(text)))


def _variants(spelling: str) -> Iterator[str]:
    """A spelling, the same with ``O'Neill`` in two words, and with ``Smith-Jones`` in one."""
    yield spelling
    if (apart := _PREFIX.sub(r"\1 ", spelling)) != spelling:
        yield apart
    if (joined := _HYPHEN.sub("", spelling)) != spelling:
        yield joined


def name_words(kind: Kind, spelling: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a spelling, and those of them that are its name rather than a role or a kind of place."""
    text = composed(spelling)
    if kind == "professional":
        text = _BRACKETED.sub(" ", text)
    tokens = name_tokens(text)
    words = tuple(token.word for token in tokens)
    if kind in ("word", "file", "reference"):
        return words, frozenset(words)
    if kind == "agency":
        generic = sector_of(spelling)[1] or all(word in sector_words() for word in words)
        names = {word for word in words if word not in sector_words() and not word.isdigit()}
        return words, frozenset() if generic else frozenset(names or words)
    if kind == "area":
        return words, frozenset(words)
    if kind == "address":
        of_home = place_words() | role_words()
        return words, frozenset(
            token.word
            for token in tokens
            if not {token.word, token.bare} & of_home and not token.word.isdigit()
        )
    names = set()
    capitals = [text[token.start : token.end].isupper() for token in tokens]
    for at, token in enumerate(tokens):
        last = at == len(tokens) - 1
        role = token.word in role_words() and not (
            last and at and token.word in also_names() and text[token.start].isupper()
        )
        short_role = (
            kind == "professional" and capitals[at] and not all(capitals) and len(token.word) in (2, 3, 4, 5)
        )
        if (
            token.word.isdigit()
            or role
            or (token.bare != token.word and token.bare in role_words())
            or (short_role and not last)
        ):
            continue
        if (
            kind == "professional"
            and token.word in known_words() - also_names()
            and not text[token.start].isupper()
        ):
            continue
        names.add(token.word)
    if kind == "professional" and names and all(word in sector_words() for word in names):
        names = set()
    return words, frozenset(names)


def _ways(kind: Kind, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words as they are and as people also write them: ``St`` for ``Street``, first name and surname turned."""
    yield words
    if kind in ("address", "agency"):
        short = tuple(_SHORT_STREETS.get(word, word) for word in words)
        if short != words:
            yield short
        if len(words) > 1 and words[0] in ("st", "saint"):
            for saint in ("st", "saint"):
                yield (saint, *words[1:])
                yield (saint, words[1])
                yield (saint, words[1].removesuffix("s"))
    if kind == "person" and len(words) == 2 and not set(words) & role_words():
        yield words[::-1]


def is_name(kind: Kind, spelling: str) -> bool:
    """Whether a spelling names somebody or something, rather than a role alone."""
    return bool(name_words(kind, spelling)[1])
