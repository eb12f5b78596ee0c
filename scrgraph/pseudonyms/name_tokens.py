"""Text as the words by which names are found: without accents, capitals and apostrophes, with their places."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ′", "'"))


class NameToken(NamedTuple):
    """One word or number: as compared, the same without a possessive ending, and where it stands."""

    word: str
    bare: str
    start: int
    end: int


def composed(text: str) -> str:
    """Text with each letter and its accent as one character."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def name_tokens(text: str) -> list[NameToken]:
    """The words and numbers of a ``composed`` text. ``O'Neill's`` is ``oneills``, and bare ``oneill``."""
    found = []
    for match in _WORD.finditer(_plain(text)):
        said = match[0].lower()
        end = match.end()
        if said.endswith("'"):
            end -= 1
        word = said.replace("'", "")
        bare = said[:-2].replace("'", "") if said.endswith("'s") else word
        found.append(NameToken(word, bare, match.start(), end))
    return found


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """The text letter for letter, so that places stay the same: without accents, with straight apostrophes."""
    straight = text.translate(_APOSTROPHES)
    if straight.isascii():
        return straight
    return "".join(map(_letter, straight))


@lru_cache(maxsize=1024)
def _letter(letter: str) -> str:
    first = unicodedata.normalize("NFKD", letter)[0]
    return first if first.isalpha() == letter.isalpha() and len(first.lower()) == 1 else letter
