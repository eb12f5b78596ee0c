"""Whether a row shows that a child was seen, and seen alone, and whether what was passed arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.free_text.lexicon import Hit, Item, Phrases
from scrgraph.coding.free_text.standing import Scope, standing_at
from scrgraph.coding.free_text.weighing import Weighed
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.model.vocabulary import EventKind, Tri

_FILE, _ANYBODY = "child_seen.toml", " of anybody"
Told = tuple[Tri, tuple[int, int], str]
_NOTHING: Told = (Tri.UNKNOWN, (0, 0), "")


@dataclass(frozen=True, slots=True)
class RowOf:
    """What is known of a row besides its words: its writer's sector, its kind, and the kinds of its own people.

    ``reached``: it tells of something that reached the agency, which shows nobody to the one who writes.
    """

    sector: str
    kind: EventKind
    people: frozenset[str]
    reached: bool

    @property
    def of_child(self) -> bool:
        """Whether the row's own people are children, as far as the review or the writer's sector tells."""
        if self.people == {"child"}:
            return True
        return self.sector in word_data(_FILE)["children_of"]["sectors"] and "adult" not in self.people


def told_of_child(items: Sequence[Item], scopes: Sequence[Scope], row: RowOf) -> tuple[Told, Told]:
    """Whether a child was seen, and seen alone, each with the words that say so and how they say it."""
    if row.reached:
        return _NOTHING, _NOTHING
    data, whole = word_data(_FILE), (0, len(items))
    hits = [hit for hit in _phrases().find(items) if not standing_at(scopes, hit.first)]
    by_list: dict[str, Hit[str]] = {}
    for hit in hits:
        name = hit.value
        if name.endswith(_ANYBODY):
            name = name.removesuffix(_ANYBODY)
            if not row.of_child:
                continue
        by_list.setdefault(name, hit)
    seen, alone = _told(by_list, "alone_no", "alone_yes"), _NOTHING
    seen, alone = _NOTHING, seen
    if row.kind in data["no_by_kind"]:
        return (Tri.NO, whole, "no_by_kind"), _NOTHING
    if row.kind in data["no_of_a_child"] and (row.of_child or "no" in by_list):
        return (Tri.NO, whole, "no_of_a_child"), _NOTHING
    if alone[0] is Tri.YES:
        return (Tri.YES, alone[1], "alone"), alone
    if "yes" in by_list:
        seen = _told(by_list, "", "yes")
    elif row.kind in data["child_there"].get(row.sector, ()) and (row.of_child or "adult" not in row.people):
        seen = (Tri.YES, whole, "child_there")
    elif row.of_child and "examined" in by_list and row.kind in data["only_child"]["kinds"]:
        seen = _told(by_list, "", "examined")
    elif row.people == {"child"} and row.kind in ("medical", "disclosure", "birth"):
        seen = (Tri.YES, whole, "only_child")
    elif "no" in by_list:
        seen = _told(by_list, "no", "")
    return seen, alone


def seen_as_weighed(told: Told, weighed: Weighed, length: int) -> Told:
    """What the weights say of a child seen, on the words the rules found where they say the same."""
    alike = "with the rules" if weighed.tri is told[0] else "against the rules"
    return weighed.tri, told[1] if weighed.tri is told[0] else (0, length), f"{weighed.evidence} {alike}"


def told_of_arrival(items: Sequence[Item]) -> Told:
    """Whether the row says that what was passed arrived."""
    by_list = {hit.value: hit for hit in reversed(_phrases().find(items))}
    return _told(by_list, "arrived_no", "arrived_yes")


def _told(by_list: dict[str, Hit[str]], no: str, yes: str) -> Told:
    for name, tri in ((no, Tri.NO), (yes, Tri.YES)):
        if name in by_list:
            hit = by_list[name]
            return tri, (hit.first, hit.after), name
    return _NOTHING


@cache
def _phrases() -> Phrases[str]:
    """All phrases; those of a child hold of any name too where the words fit only a child, or the row is of one."""
    data = word_data(_FILE)
    phrases: Phrases[str] = Phrases()
    for name in ("no", "yes", "examined", "alone_yes", "alone_no", "arrived_no", "arrived_yes"):
        for phrase in data[name]["words"]:
            phrases.add(phrase, name)
            if "%child" in phrase:
                phrases.add(phrase.replace("%child", "%person"), f"{name}{_ANYBODY}")
    for phrase in data["yes"]["childlike"]:
        phrases.add(phrase, "yes")
        for who in ("%person", "#name", "%child"):
            phrases.add(f"{who} {phrase}", "yes")
    return phrases
