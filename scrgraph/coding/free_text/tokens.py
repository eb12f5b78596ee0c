"""The words of a text as the rules read them: short forms written out, and where clauses and sentences break."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from scrgraph.coding.free_text.word_data import word_data

_TOKEN = re.compile(
    r"\bs[./]?\d+\b|\d+(?:[.,:/-]\d+)+|\d+(?:st|nd|rd|th)\b|\d+|w/(?=\s)"
    r"|[^\W\d_]+(?:['’&/.+-][^\W\d_]+)*|[^\w\s]|\n",
    re.IGNORECASE,
)
_SENTENCE, _CLAUSE, _COMMA = 3, 2, 1
_BREAKS = {".": 3, "!": 3, "?": 3, "\n": 3, ";": 2, ":": 2, "–": 2, "—": 2, "-": 2, "(": 2, ")": 2, "…": 2}
_BREAKS |= {">": 2, "→": 2, "*": 2, "•": 3, "|": 3, ",": 1, "[": 2, "]": 2}
_AND = frozenset("&+/")
_TITLES = frozenset(
    ["dr", "mr", "mrs", "ms", "st", "re", "tel", "approx", "no", "ref", "appt", "asst", "prev"]
)
#: Ends of words such as "we'd" and "they've".
_SHORTENED = ("'d", "'ll", "'ve", "'re", "'m")
_TAKEN_APART = re.compile(r"[/.&+-]")


class Token(NamedTuple):
    """A word as read: ``start`` and ``end`` are where it stands in the text as written.

    ``gap`` is what stands before it: 0 nothing, 1 a comma, 2 the end of a clause, 3 of a sentence.
    """

    word: str
    start: int
    end: int
    gap: int = 0


@lru_cache(maxsize=4096)
def tokens_of(text: str, sector: str = "") -> tuple[Token, ...]:
    """The words of ``text``, with short forms read as agencies of ``sector`` mean them."""
    found: list[Token] = []
    gap = _SENTENCE
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if raw in _BREAKS and not raw[0].isalnum():
            if raw == "." and found and gap == 0 and found[-1].word in _TITLES:
                continue
            if raw == "?" and _asks(text, match.start(), match.end()):
                found.append(Token("?", match.start(), match.end(), gap))
                gap = 0
                continue
            if raw == "-" and not _stands_free(text, match.start(), match.end()):
                continue
            if raw == "?" and found and gap == 0:
                found.append(Token("#asked", match.start(), match.end()))
            gap = max(gap, _BREAKS[raw])
            continue
        for word in _kept_words(raw, sector):
            found.append(Token(word, match.start(), match.end(), gap))
            gap = 0
        if raw in _AND:
            found.append(Token("and", match.start(), match.end(), gap))
            gap = 0
    return _joined(found)


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a question mark stands before a word, as in "?NAI" or "? refer"."""
    before = text[start - 1] if start else " "
    return (before.isspace() or before in "(-–") and bool(text[end:].strip())


def _stands_free(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    return before.isspace() or after.isspace()


@lru_cache(maxsize=1 << 16)
def _kept_words(raw: str, sector: str) -> tuple[str, ...]:
    """The words read for one as written, without those that say nothing; kept, as most words come again."""
    left_out = _left_out()
    return tuple(word for word in _words(raw, _short_forms(sector)) if word and word not in left_out)


def _words(raw: str, short: Mapping[str, str]) -> list[str]:
    """The words read for one as written."""
    known = _look_up(raw, short)
    if known is not None:
        return known.split()
    plain = raw.casefold().replace("’", "'")
    if plain.isalpha():
        return [plain]
    if plain.endswith("n't"):
        return [plain[:-3], "not"]
    if plain.endswith("'s"):
        inner = _look_up(raw[:-2], short)
        return [*(inner.split() if inner is not None else [plain[:-2]]), "'s"]
    if plain[0].isdigit():
        return [plain]
    if plain.endswith(_SHORTENED):
        return _words(raw[: plain.rindex("'")], short)
    if _TAKEN_APART.search(plain):
        pieces: list[str] = []
        for piece in _TAKEN_APART.split(raw):
            if pieces and "-" not in raw and "." not in raw:
                pieces.append("and")
            pieces.extend(_words(piece, short) if piece else [])
        return pieces
    if "'" in plain:
        return [plain.replace("'", "")]
    return [plain] if plain[0].isalpha() else []


def _look_up(raw: str, short: Mapping[str, str]) -> str | None:
    found = short.get(raw)
    return found if found is not None else short.get(raw.casefold().replace("’", "'"))


@cache
def _short_forms(sector: str) -> Mapping[str, str]:
    data = word_data("abbreviations.toml")
    return {**data["everywhere"], **data["sector"].get(sector, {})}


@cache
def _left_out() -> frozenset[str]:
    return frozenset(word_data("abbreviations.toml")["left_out"]["words"])


@cache
def _joins() -> Mapping[str, list[tuple[tuple[str, ...], list[str]]]]:
    """Words written apart that are read as one, by the first of them; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
    short = _short_forms("")
    for written, read in word_data("abbreviations.toml")["joined"].items():
        words = tuple(word for token in _TOKEN.findall(written) for word in (_words(token, short) or ["and"]))
        words = tuple(word for word in words if word not in _left_out())
        found.setdefault(words[0], []).append((words, _words(read, short)))
    for listed in found.values():
        listed.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


def _joined(tokens: list[Token]) -> tuple[Token, ...]:
    joins, found, place = _joins(), list[Token](), 0
    if not any(token.word in joins for token in tokens):
        return tuple(tokens)
    while place < len(tokens):
        token = tokens[place]
        for words, read in joins.get(token.word, ()):
            part = tokens[place : place + len(words)]
            if tuple(one.word for one in part) == words and not any(one.gap for one in part[1:]):
                found.extend(
                    Token(word, token.start, part[-1].end, token.gap if number == 0 else 0)
                    for number, word in enumerate(read)
                )
                place += len(words)
                break
        else:
            found.append(token)
            place += 1
    return tuple(found)


@cache
def first_of_joined() -> frozenset[str]:
    """The words that may begin several that are read as one."""
    return frozenset(_joins())
