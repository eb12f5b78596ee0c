"""What the words of a row offer for finding its other side: rare words, services and workers named, days named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.information import topics_in
from scrgraph.coding.words import normal, word_list
from scrgraph.model.agencies import NOT_AN_AGENCY
from scrgraph.model.partial_date import MONTHS

_MONTH = {month[:3].casefold(): number for number, month in enumerate(MONTHS, start=1)}
_DAY_IN_WORDS = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({'|'.join(_MONTH)})[a-z]*\b")
_DAY_IN_FIGURES = re.compile(r"\b(\d{1,2})[./-](\d{1,2})(?:[./-]\d{2,4})?\b")
_LONGEST_NAME = 6


@dataclass(frozen=True)
class RowWords:
    """The words of one row.

    ``substance``: words of substance by their stem. ``topics``: what they tell of by ``indicators.toml``, for two
    agencies that write "DV incident" and "domestic abuse". ``gave`` and ``mentioned``: services its text names as
    having given it, and those it names at all, as agency ids and sectors. ``said_from``: the same for its sender's
    cell. ``workers``: names of whoever wrote it. ``names``: all words in which another's worker could be named.
    ``days``: days of the year named, as (day, month).
    """

    substance: Mapping[str, str]
    topics: frozenset[str]
    gave: frozenset[str]
    mentioned: frozenset[str]
    said_from: frozenset[str]
    workers: frozenset[str]
    names: frozenset[str]
    days: frozenset[tuple[int, int]]


class WordReader:
    """Reads rows, with the names that the cells of the review give to the agencies that wrote them."""

    def __init__(self, rows: Iterable[CodedEntry]) -> None:
        self._names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for sector, words in word_list("sectors.toml").items():
            if sector != NOT_AN_AGENCY:
                for word in words["generic"]:
                    self._names[tuple(word.split())].add(sector)
        rows = list(rows)
        writers = {row.agency_id for row in rows}
        for row in rows:
            entry = row.entry
            cells = ((entry.agency_text, (row.agency_id,)), (entry.to_text, row.to_agencies))
            for cell, ids in (*cells, (entry.from_text, row.from_agencies)):
                if len(ids) == 1 and ids[0] in writers and (words := normal(cell).split()):
                    self._names[tuple(words)].add(ids[0])

    def read(self, row: CodedEntry) -> RowWords:
        """The words of ``row``. Its own account counts, and what was done where there is no account."""
        entry = row.entry
        tokens = normal(entry.words).split()
        gave, mentioned = set[str](), set[str]()
        for start, services in self._services(tokens):
            mentioned |= services
            if _is_given(tokens, start):
                gave |= services
        said_from: set[str] = set().union(*(s for _, s in self._services(normal(entry.from_text).split())))
        cells = normal(f"{entry.from_text} {entry.to_text}").split()
        return RowWords(
            substance=_substance(entry.text or entry.action_text),
            topics=frozenset(topics_in(entry.text)),
            gave=frozenset(gave),
            mentioned=frozenset(mentioned),
            said_from=frozenset(said_from),
            workers=_worker(entry.professional_text),
            names=frozenset(tokens + cells),
            days=frozenset(_days(entry.words)),
        )

    def _services(self, tokens: list[str]) -> Iterator[tuple[int, set[str]]]:
        """Where a service is named, the longest name first, and what it can mean."""
        start = 0
        while start < len(tokens):
            for length in range(min(_LONGEST_NAME, len(tokens) - start), 0, -1):
                if found := self._names.get(tuple(tokens[start : start + length])):
                    yield start, found
                    start += length
                    break
            else:
                start += 1


def service_of(row: CodedEntry) -> frozenset[str]:
    """What names a row's own agency: its id and its sector."""
    sector = sector_of(row.entry.agency_text)[0]
    return frozenset({row.agency_id} if sector == "unknown" else {row.agency_id, sector})


def _is_given(tokens: list[str], start: int) -> bool:
    names = _lists()
    while start > 0 and tokens[start - 1] in names["articles"]:
        start -= 1
    return start > 0 and tokens[start - 1] in names["giver"]


def _substance(text: str) -> dict[str, str]:
    """Words of substance by their stem, stop words and very short ones left out."""
    lists = _lists()
    return {
        word[: lists["stem"]]: word
        for word in normal(text).split()
        if word not in lists["stop"] and (len(word) > 2 or word.isdigit())
    }


@cache
def _worker(name: str) -> frozenset[str]:
    titles = _lists()["titles"]
    return frozenset(
        word for word in normal(name).split() if len(word) > 2 and not word.isdigit() and word not in titles
    )


def _days(text: str) -> Iterator[tuple[int, int]]:
    for day, month in _DAY_IN_WORDS.findall(text.casefold()):
        yield int(day), _MONTH[month]
    for day, month in _DAY_IN_FIGURES.findall(text):
        yield int(day), int(month)


def _words_of_services() -> frozenset[str]:
    return frozenset(
        word
        for words in word_list("sectors.toml").values()
        for phrase in (*words["generic"], *words["parts"])
        for word in phrase.split()
    )


@cache
def _lists() -> dict[str, Any]:
    lists = word_list("reconcile.toml")
    return {
        "stop": frozenset(lists["stop"]["words"]),
        "stem": lists["words"]["stem"],
        "giver": frozenset(lists["names"]["giver"]),
        "articles": frozenset(lists["names"]["articles"]),
        "titles": frozenset(lists["names"]["titles"]) | _words_of_services(),
    }
