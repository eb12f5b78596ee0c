"""Agencies named in the words of a row, and what those words say of each at a meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.words import normal, word_list

#: What may be said of an agency at a meeting: the tables of ``meetings.toml``.
SAYINGS = ("present", "absent", "apologies", "reports", "no_report", "invited", "not_invited")
_BETWEEN_NAMES = 3
_CLAUSE = re.compile(r"[.;\n]|\bbut\b", re.IGNORECASE)


class AgencyWords:
    """Finds agencies in running text, by their names and by the words for those who work there.

    A worker or a bare sector ("health visitor", "school") means the one agency of that sector, or the one of
    them that wrote rows; with several, or none, it means nobody that can be told.
    """

    def __init__(self, agencies: AgencyNames, coded: Iterable[CodedEntry]) -> None:
        self._ids: dict[tuple[str, ...], str] = {}
        real = [agency for agency in agencies.agencies if agency.stands_for_agency]
        writers = {item.agency_id for item in coded}
        by_sector: dict[str, list[str]] = defaultdict(list)
        for agency in real:
            by_sector[agency.sector].append(agency.agency_id)
            for name in (agency.display_name, *agency.spellings):
                self._ids.setdefault(tuple(normal(name).split()), agency.agency_id)
        self._of_sector: dict[str, str] = {}
        for sector, ids in by_sector.items():
            known = ids if len(ids) == 1 else [key for key in ids if key in writers]
            if len(known) == 1:
                self._of_sector[sector] = known[0]
        roles, sectors = word_list("meetings.toml")["roles"], word_list("sectors.toml")
        for sector in sorted(sectors, key=lambda key: (key not in self._of_sector, key)):
            for word in (*roles.get(sector, []), *sectors[sector]["generic"]):
                self._ids.setdefault(tuple(normal(word).split()), self._of_sector.get(sector, ""))
        self._ids.pop((), None)
        self._longest = max(map(len, self._ids), default=0)

    def of_sector(self, sector: str) -> str:
        """The one agency of a sector; empty where there is none, or no telling which."""
        return self._of_sector.get(sector, "")

    def at(self, words: Sequence[str], place: int) -> tuple[str, int]:
        """The agency named from ``place`` on, and how many words name it; ``("", 0)`` for none.

        Words for a worker of whom the agency cannot be told give no agency, and their number all the same.
        """
        for length in range(min(self._longest, len(words) - place), 0, -1):
            agency_id = self._ids.get(tuple(words[place : place + length]))
            if agency_id is not None:
                return agency_id, length
        return "", 0


@dataclass
class Said:
    """By each saying, the agencies of which a row says it, in order."""

    of: Mapping[str, list[str]] = field(default_factory=lambda: {saying: [] for saying in SAYINGS})

    def add(self, saying: str, agency_id: str) -> None:
        """Note it, once."""
        if agency_id and agency_id not in self.of[saying]:
            self.of[saying].append(agency_id)

    def __getitem__(self, saying: str) -> list[str]:
        """The agencies of which it is said."""
        return self.of[saying]


@dataclass(frozen=True)
class _Marker:
    """A phrase that says something of the agencies after it, before it, or right after it (``close``)."""

    saying: str
    before: bool = False
    after: bool = False
    close: bool = False


@cache
def _markers() -> tuple[Mapping[tuple[str, ...], _Marker], int]:
    lists = word_list("meetings.toml")
    found: dict[tuple[str, ...], _Marker] = {}
    for saying in SAYINGS:
        sides = {
            side: {normal(p) for p in lists[saying].get(side, ())} for side in ("before", "after", "close")
        }
        for phrase in sorted(set().union(*sides.values())):
            marker = _Marker(saying, **{side: phrase in phrases for side, phrases in sides.items()})
            found[tuple(phrase.split())] = marker
    return found, max(map(len, found))


def said_of_agencies(item: CodedEntry, names: AgencyWords) -> Said:
    """What a row says of agencies at its meeting, in its columns and its words.

    A clause that opens with such words and names nobody ("Apologies sent") is about the agency whose row it is;
    one about a person ("Mother did not attend") says nothing of any agency.
    """
    said = Said()
    headings = word_list("meetings.toml")["headings"]
    for heading, cell in item.entry.original.items():
        for saying, words in headings.items():
            if normal(heading) in words:
                for agency_id in _named_in(normal(cell).split(), names):
                    said.add(saying, agency_id)
    for clause in _CLAUSE.split(f"{item.entry.text}\n{item.entry.action_text}"):
        _read(normal(clause).split(), item.agency_id, names, said)
    return said


def _named_in(words: Sequence[str], names: AgencyWords) -> list[str]:
    found, place = [], 0
    while place < len(words):
        agency_id, length = names.at(words, place)
        if agency_id:
            found.append(agency_id)
        place += length or 1
    return found


def _read(words: Sequence[str], writer: str, names: AgencyWords, said: Said) -> None:
    """One clause, left to right: a marker speaks for the agencies just before it, else for those that follow."""
    waiting: list[str] = []
    speaking: _Marker | None = None
    last_end, place = 0, 0
    named = bool(_named_in(words, names))
    while place < len(words):
        marker, length = _marker_at(words, place)
        if marker:
            near = place - last_end <= 1
            if waiting and marker.after and near:
                for agency_id in waiting if speaking is None else waiting[-1:]:
                    _move(said, speaking, marker.saying, agency_id)
                waiting, speaking = [], None
            elif marker.before or marker.close:
                waiting, speaking = [], marker
            elif place == 0 and not named:
                said.add(marker.saying, writer)
            if place == 0 and length == len(words):
                said.add(marker.saying, writer)
            place = last_end = place + length
            continue
        agency_id, length = names.at(words, place)
        if agency_id:
            if place - last_end > (bool(waiting) if speaking and speaking.close else _BETWEEN_NAMES):
                waiting, speaking = [], None
            waiting.append(agency_id)
            if speaking:
                said.add(speaking.saying, agency_id)
            last_end = place + length
        place += length or 1


def _move(said: Said, speaking: _Marker | None, saying: str, agency_id: str) -> None:
    if speaking and agency_id in said[speaking.saying]:
        said[speaking.saying].remove(agency_id)
    said.add(saying, agency_id)


def _marker_at(words: Sequence[str], place: int) -> tuple[_Marker | None, int]:
    found, longest = _markers()
    for length in range(min(longest, len(words) - place), 0, -1):
        if marker := found.get(tuple(words[place : place + length])):
            return marker, length
    return None, 0


def says_quorate(item: CodedEntry) -> bool | None:
    """Whether a row says that the meeting was quorate; ``None`` where it does not say."""
    words = f" {normal(item.entry.words)} "
    for heading, cell in item.entry.original.items():
        if normal(heading) in ("quorate", "quorum"):
            words += {"yes": "quorate ", "no": "not quorate "}.get(normal(cell), "")
    lists = word_list("meetings.toml")["quorum"]
    if any(f" {normal(phrase)} " in words for phrase in lists["no"]):
        return False
    return True if any(f" {normal(phrase)} " in words for phrase in lists["yes"]) else None
