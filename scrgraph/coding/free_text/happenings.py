"""Events with the family, and steps of the agency's own work, that a row tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.free_text.lexicon import Item, Phrases
from scrgraph.coding.free_text.standing import Scope, standing_at
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.model.vocabulary import MEETING_KINDS, EventKind

_FILE, _CLAUSE = "happenings.toml", 2


@dataclass(frozen=True, slots=True)
class Sign:
    """What a phrase is a sign of; ``sectors`` limits it to the rows of some agencies."""

    kind: EventKind
    strong: bool
    rank: int
    sectors: frozenset[str] = frozenset()
    whatever_standing: bool = False
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """A sign found, and the words that gave it."""

    sign: Sign
    first: int
    after: int


def happenings_of(items: Sequence[Item], scopes: Sequence[Scope], sector: str) -> list[Happening]:
    """Every sign of something that happened by the row's own account; a meeting only where it took place."""
    found: list[Happening] = []
    for hit in _phrases().find(items):
        sign = hit.value
        if sign.sectors and sector not in sign.sectors:
            continue
        standing = standing_at(scopes, hit.first)
        if standing and not (sign.whatever_standing and standing == "reported"):
            continue
        if sign.kind in MEETING_KINDS and not _was_held(items, hit.first, hit.after):
            continue
        found.append(Happening(sign, hit.first, hit.after))
    return found


def _was_held(items: Sequence[Item], first: int, after: int) -> bool:
    """Whether words around the name of a meeting leave it as one that took place."""
    data = word_data(_FILE)["meetings_not_held"]
    start = first
    while start > max(0, first - 3) and items[start].gap < _CLAUSE:
        start -= 1
    before = [item.word for item in items[start:first]]
    behind = [items[p].word for p in range(after, min(len(items), after + 3))]
    if set(before) & _set("before") or (behind and behind[0] in data["right_after"]):
        return False
    return not set(behind) & _set("after")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(word_data(_FILE)["meetings_not_held"][name])


@cache
def _phrases() -> Phrases[Sign]:
    data = word_data(_FILE)
    phrases: Phrases[Sign] = Phrases(data["groups"])
    for kind in EventKind:
        table = data.get(kind)
        if table is None:
            continue
        only, sectors = frozenset(table.get("in_sectors_only", ())), frozenset(table.get("in_sectors", ()))
        for strength in ("strong", "likely"):
            for phrase in table[strength]:
                limited = sectors if phrase in only else frozenset[str]()
                sign = Sign(
                    kind,
                    strength == "strong",
                    table["rank"],
                    limited,
                    table.get("whatever_standing", False),
                    phrase,
                )
                phrases.add(phrase, sign)
    return phrases
