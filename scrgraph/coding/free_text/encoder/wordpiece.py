"""Words as the encoder knows them: the longest pieces of its list of words first, capitals and accents off.

The same pieces as ``BertTokenizer`` of the transformers library gives, which is what the encoder was trained on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from gzip import decompress
from importlib.resources import files

FILE = "pieces.txt.gz"
UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST = 100  # letters; a longer word is unknown
#: Chinese, Japanese and Korean signs, each a word: first and last code point.
_SIGNS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


@cache
def pieces() -> Mapping[str, int]:
    """The encoder's list of words and pieces of words (those behind ``##``), with their numbers."""
    text = decompress((files("scrgraph.coding.free_text.encoder") / FILE).read_bytes()).decode("utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n")[:-1])}


def ids_of(text: str) -> list[int]:
    """The numbers of the pieces of ``text``; marks such as ``[unused1]`` must be given by ``mark``, not in a text."""
    return [number for word in _words(text) for number in _ids_of_word(word)]


def mark(name: str) -> int:
    """The number of a piece that stands for itself, such as ``[unused1]``."""
    return pieces()[name]


def _words(text: str) -> Iterator[str]:
    for word in _cleaned(text).split():
        plain = "".join(
            letter for letter in unicodedata.normalize("NFD", word) if unicodedata.category(letter) != "Mn"
        ).lower()
        start = 0
        for place, letter in enumerate(plain):
            if _is_punctuation(letter):
                if start < place:
                    yield plain[start:place]
                yield letter
                start = place + 1
        if start < len(plain):
            yield plain[start:]


@lru_cache(maxsize=65536)
def _ids_of_word(word: str) -> tuple[int, ...]:
    known = pieces()
    if len(word) > _LONGEST:
        return (known[UNKNOWN],)
    found, start = list[int](), 0
    while start < len(word):
        for end in range(len(word), start, -1):
            number = known.get(word[start:end] if not start else f"##{word[start:end]}")
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return (known[UNKNOWN],)
    return tuple(found)


def _cleaned(text: str) -> str:
    """The text without control characters, a space round each sign that is a word by itself."""
    out = []
    for letter in text:
        if letter in "\t\n\r" or unicodedata.category(letter) == "Zs":
            out.append(" ")
        elif letter in "\0\ufffd" or unicodedata.category(letter).startswith("C"):
            continue
        else:
            out.append(f" {letter} " if _is_sign(letter) else letter)
    return "".join(out)


def _is_sign(letter: str) -> bool:
    code = ord(letter)
    return code >= _SIGNS[1][0] and any(first <= code <= last for first, last in _SIGNS)


@lru_cache(maxsize=4096)
def _is_punctuation(letter: str) -> bool:
    return (letter.isascii() and letter.isprintable() and not letter.isalnum() and letter != " ") or (
        unicodedata.category(letter).startswith("P")
    )
