"""Finds the names of a review in a text, whatever their capitals, hyphens, apostrophes, titles and possessives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scrgraph.pseudonyms.known_names import Written
from scrgraph.pseudonyms.known_words import place_words, role_words
from scrgraph.pseudonyms.name_tokens import NameToken, name_tokens
from scrgraph.pseudonyms.numbers import with_house_number
from scrgraph.pseudonyms.spans import Span

_GAP = re.compile(r"[^\w;\n]{0,3}|_")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "master", "sir", "cllr"})
_STARTS = re.compile(r"(?:^|[.!?:;\n]\W*|[\"“‘(]\s*)$")


class NameFinder:
    """All the ways in which the names of a review are written, by their first word."""

    def __init__(self, written: Iterable[Written]) -> None:
        self._by_word: dict[str, list[Written]] = defaultdict(list)
        for one in written:
            self._by_word[one.words[0]].append(one)
        for ways in self._by_word.values():
            ways.sort(key=lambda one: (-len(one.words), one.words, one.pseudonym))

    def spans(self, text: str) -> list[Span]:
        """Every name in a ``composed`` text, the longest where several begin at one word."""
        tokens = name_tokens(text)
        found: list[Span] = []
        at = 0
        while at < len(tokens):
            match = self._at(text, tokens, at)
            if match is None:
                at += 1
                continue
            one, after = match
            found.append(self._span(text, tokens, at, after, one, found))
            at = after
        return _joined(text, found)

    def _at(self, text: str, tokens: Sequence[NameToken], at: int) -> tuple[Written, int] | None:
        token = tokens[at]
        words = dict.fromkeys((token.word, token.bare, *_without_s(token.word)))
        ways = [one for word in words for one in self._by_word.get(word, ())]
        fitting = [
            (len(one.words), tokens[at + len(one.words) - 1].word == one.words[-1], one)
            for one in ways
            if at + len(one.words) <= len(tokens) and _fits(text, tokens[at : at + len(one.words)], one)
        ]
        if not fitting:
            return None
        length, _, one = max(fitting, key=lambda fit: fit[:2])
        return one, at + length

    def _span(
        self, text: str, tokens: Sequence[NameToken], at: int, after: int, one: Written, found: Sequence[Span]
    ) -> Span:
        start, end = tokens[at].start, tokens[after - 1].end
        instead = one.pseudonym
        last = tokens[after - 1]
        if last.word != one.words[-1]:
            instead += "'s" if last.bare == one.words[-1] else "s"
        floor = found[-1].end if found else 0
        if one.kind in ("person", "professional"):
            while (
                at
                and tokens[at - 1].start >= floor
                and _is_before_name(text, tokens[at - 1], tokens[at], one)
            ):
                at -= 1
            start = tokens[at].start
        elif one.kind == "address":
            start = max(floor, with_house_number(text, start))
        doubtful = one.doubtful and bool(_STARTS.search(text[:start]) or text.isupper())
        return Span(start, end, instead, one.kind, doubtful)


def _without_s(word: str) -> Iterator[str]:
    if len(word) > 4 and word.endswith("s"):
        yield word[:-1]


def _fits(text: str, tokens: Sequence[NameToken], one: Written) -> bool:
    for place, (token, word) in enumerate(zip(tokens, one.words, strict=True)):
        last = place == len(one.words) - 1
        same = token.word == word or (
            last and (token.bare == word or (one.case == "any" and word in _without_s(token.word)))
        )
        if not same:
            return False
        if place and not _GAP.fullmatch(text, tokens[place - 1].end, token.start):
            return False
        if one.case == "capital" and not text[token.start].isupper() and not text[token.start].isdigit():
            small = place or len(one.words) > 1
            if not (small and (word in role_words() or word in place_words())):
                return False
    return True


def _is_before_name(text: str, token: NameToken, name: NameToken, one: Written) -> bool:
    """Whether a word is a title, an initial or a worker's role ("PC") that belongs to the name after it."""
    gap = text[token.end : name.start]
    if gap not in (" ", ". ", "."):
        return False
    initial = token.end - token.start == 1 and text[token.start].isupper() and token.word not in ("a", "i")
    role = (
        one.kind == "professional" and token.word in role_words() and text[token.start : token.end].isupper()
    )
    return token.word in _TITLES or initial or role


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Names of one person that stand side by side ("Kayla", "Tranter") as one."""
    kept: list[Span] = []
    for span in spans:
        if kept and kept[-1].instead == span.instead and text[kept[-1].end : span.start] in (" ", "-", ", "):
            before = kept.pop()
            span = span._replace(start=before.start, doubtful=before.doubtful and span.doubtful)
        kept.append(span)
    return kept
