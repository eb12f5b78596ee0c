"""Which words of a row tell of something that did not happen there and then, by its own account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.free_text.lexicon import Item, Phrases
from scrgraph.coding.free_text.word_data import word_data

INTENDED, DENIED, HISTORY, REPORTED = "intended", "denied", "history", "reported"
_CLAUSE, _SENTENCE = 2, 3
_FILE = "standing.toml"


@dataclass(frozen=True, slots=True)
class Scope:
    """Words that are ``standing`` rather than told as done: those after ``first`` and before ``end``."""

    standing: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Marker:
    standing: str
    where: str


def scopes_of(items: Sequence[Item]) -> list[Scope]:
    """The stretches of the row that are intended, denied, history or reported."""
    found: list[Scope] = []
    data = word_data(_FILE)
    for hit in _markers().find(items):
        standing, where = hit.value.standing, hit.value.where
        if where == "anywhere":
            found.append(Scope(standing, _begin(items, hit.first) - 1, _end(items, hit.after, _CLAUSE)))
        elif where == "to_the_end":
            if hit.after < len(items) and items[hit.after].gap and items[hit.first].gap >= _CLAUSE:
                found.append(Scope(standing, hit.first - 1, _end_of_cell(items, hit.first)))
        else:
            reach = data[standing]["reach"]
            if isinstance(reach, int):
                end = min(_end(items, hit.after, _CLAUSE), hit.after + reach)
            else:
                end = _end(items, hit.after, _SENTENCE if reach == "sentence" else _CLAUSE)
            found.append(Scope(standing, hit.first, end))
    found.extend(_bare(items))
    return found


def standing_at(scopes: Sequence[Scope], place: int) -> str:
    """What the words of a row that begin at ``place`` are, other than done; empty for done."""
    return next((scope.standing for scope in scopes if scope.first < place < scope.end), "")


def _bare(items: Sequence[Item]) -> list[Scope]:
    """Clauses written as orders ("Refer to CSC", "HV to ring GP"): something to be done."""
    data, found = word_data(_FILE)["bare"], list[Scope]()
    verbs, leads = frozenset(data["verbs"]), frozenset(data["leads"])
    only_in_action = frozenset(data["only_in_action"])
    for place, item in enumerate(items):
        if (
            item.word == "to"
            and place + 1 < len(items)
            and (
                items[place + 1].word in verbs
                or items[place + 1].word in only_in_action
                or items[place + 1].word == "be"
            )
        ):
            before = items[place - 1] if place else None
            if before is None or item.gap or before.sector or before.family or before.word in leads:
                found.append(Scope(INTENDED, place, _end(items, place + 1, _CLAUSE)))
        elif item.gap and (item.word in verbs or (item.in_action and item.word in only_in_action)):
            if (
                item.word in only_in_action
                and place + 1 < len(items)
                and items[place + 1].word in ("to", "from", "with")
            ):
                continue
            found.append(Scope(INTENDED, place - 1, _end(items, place + 1, _CLAUSE)))
    return found


def _begin(items: Sequence[Item], place: int) -> int:
    while place > 0 and items[place].gap < _CLAUSE:
        place -= 1
    return place


def _end(items: Sequence[Item], place: int, gap: int) -> int:
    while place < len(items) and items[place].gap < gap:
        place += 1
    return place


def _end_of_cell(items: Sequence[Item], place: int) -> int:
    in_action = items[place].in_action
    while place < len(items) and items[place].in_action == in_action:
        place += 1
    return place


@cache
def _markers() -> Phrases[_Marker]:
    data = word_data(_FILE)
    phrases: Phrases[_Marker] = Phrases(data["groups"])
    for standing in (INTENDED, DENIED, HISTORY, REPORTED):
        for where in ("before", "to_the_end", "anywhere"):
            for phrase in data[standing].get(where, ()):
                phrases.add(phrase, _Marker(standing, where))
    return phrases
