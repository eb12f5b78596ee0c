"""Words by which an entry gives the family something to carry, read with ``carried_by_family.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.agency_names import AgencyNames, sector_of
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.agencies import NOT_AN_AGENCY

_CLAUSES = re.compile(r"[.;!?\n]+(?:\s|$)")
_REACH = 6
_LONGEST_NAME = 5
_GROUPS = ("come_back", "go", "take", "tell", "given")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """Something a clause gives the family to carry.

    ``group`` is a table of the data file, ``by`` the relative in the clause's own word or name (empty where it
    names none) and ``to`` the words in which a service may be named, in the order to look at them.
    """

    group: str
    clause: str
    by: str
    to: tuple[Words, ...]


class Services:
    """The services of a review by the words people use for them in a sentence."""

    def __init__(self, agencies: AgencyNames) -> None:
        self._agencies = agencies
        self._by_sector: dict[str, list[str]] = defaultdict(list)
        for agency in agencies.agencies:
            if agency.stands_for_agency:
                self._by_sector[agency.sector].append(agency.agency_id)

    def named_in(self, words: Words, not_sectors: Collection[str]) -> str | None:
        """The agency the words name first; empty for a sector that is no one agency's; ``None`` for neither."""
        for start in range(len(words)):
            for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
                found = self._meant(" ".join(words[start:end]), not_sectors)
                if found is not None:
                    return found
        return None

    def _meant(self, name: str, not_sectors: Collection[str]) -> str | None:
        try:
            (agency_id, *others) = self._agencies.resolve_all(name)
        except (KeyError, ValueError):
            agency_id, others = "", []
        if agency_id and not others and self._agencies.is_agency(agency_id):
            return None if self._sector(agency_id) in not_sectors else agency_id
        sector, bare = sector_of(name)
        sector = _also_called().get(name) or (sector if bare else NOT_AN_AGENCY)
        if sector == NOT_AN_AGENCY or sector in not_sectors:
            return None
        only = self._by_sector.get(sector, [])
        return only[0] if len(only) == 1 else ""

    def _sector(self, agency_id: str) -> str:
        return next(sector for sector, ids in self._by_sector.items() if agency_id in ids)


def asked_of_family(text: str, relatives: Collection[str] = ()) -> Iterator[Asked]:
    """Everything the text gives the family to carry; ``relatives`` are names of the entry's adults, ``normal``.

    A clause that says "if" is advice for a case that may never come and gives nothing to carry.
    """
    whole = tuple(normal(text).split())
    for clause in _CLAUSES.split(text):
        plain = normal(clause)
        words = tuple(plain.split())
        found = _first_in(words, relatives)
        if found and not any(has_phrase(plain, phrase) for phrase in word_list(_FILE)["only_if"]):
            group, start, by = found
            after = words[start : start + _REACH]
            named = (
                (after, whole) if word_list(_FILE)[group]["service"] == "anywhere in the entry" else (after,)
            )
            yield Asked(group, clause.strip(), by, named)


def says_not_taken(text: str) -> str:
    """The clause in which an entry says that the family did not take it up; empty where none does."""
    phrases = word_list(_FILE)["not_taken"]["words"]
    for clause in _CLAUSES.split(text):
        if any(has_phrase(normal(clause), phrase) for phrase in phrases):
            return clause.strip()
    return ""


_FILE = "carried_by_family.toml"


@cache
def _also_called() -> Mapping[str, str]:
    return {word: sector for sector, words in word_list(_FILE)["also_called"].items() for word in words}


@cache
def _asks() -> Mapping[str, list[tuple[Words, str]]]:
    """What may be asked, with its group, by its first word; the longest first."""
    found: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for group in _GROUPS:
        for phrase in word_list(_FILE)[group]["words"]:
            words = tuple(phrase.split())
            found[words[0]].append((words, group))
    for listed in found.values():
        listed.sort(key=lambda item: (-len(item[0]), item))
    return found


@cache
def _leads() -> list[Words]:
    leads = [tuple(lead.split()) for lead in word_list(_FILE)["leads"]]
    return sorted(leads, key=lambda lead: (-len(lead), lead))


def _first_in(words: Words, relatives: Collection[str]) -> tuple[str, int, str] | None:
    """The first thing asked in a clause: its group, the place after its words and who was asked."""
    asks = _asks()
    for place, word in enumerate(words):
        for phrase, group in asks.get(word, ()):
            if words[place : place + len(phrase)] != phrase:
                continue
            by = _whole_phrase(words, place, phrase) if group == "given" else _lead(words[:place], relatives)
            if by is not None:
                return group, place + len(phrase), by
    return None


def _whole_phrase(words: Words, place: int, phrase: Words) -> str | None:
    """Who was given it, for words that need nobody before them; ``None`` where they are denied."""
    if place and words[place - 1] in word_list(_FILE)["denials"]:
        return None
    return next((word for word in (*phrase, *words[:place]) if word in word_list(_FILE)["relatives"]), "")


def _lead(before: Words, relatives: Collection[str]) -> str | None:
    """Who was asked, by the words before what was asked: empty where nobody is named, ``None`` for no relative."""
    data = word_list(_FILE)
    names = {*data["relatives"], *relatives}
    if before and before[-1] in data["verbs"]:
        by = _name_at_end(before[:-1], names)
        if by:
            return None if _denied(before[: -1 - len(by.split())]) else by
    for lead in _leads():
        if before[-len(lead) :] == lead:
            left = before[: -len(lead)]
            while left and left[-1] in data["passive"]:
                left = left[:-1]
            if _denied(left):
                return None
            by = _name_at_end(left, names)
            return None if not by and _is_professional(left) else by
    return None


def _denied(before: Words) -> bool:
    return bool(set(before[-2:]) & set(word_list(_FILE)["denials"]))


def _is_professional(before: Words) -> bool:
    if before and before[-1] in word_list(_FILE)["professionals"]:
        return True
    names = (" ".join(before[-count:]) for count in range(1, min(4, len(before)) + 1))
    return any(sector_of(name)[1] and sector_of(name)[0] != NOT_AN_AGENCY for name in names)


def _name_at_end(words: Sequence[str], names: Collection[str]) -> str:
    """The longest of the names that the words end with; empty for none."""
    ends = (" ".join(words[-count:]) for count in range(min(_LONGEST_NAME, len(words)), 0, -1))
    return next((end for end in ends if end in names), "")
