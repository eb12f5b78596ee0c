"""Ids of a copy: they say nothing of names, files or days, and stay in the order of the old ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from scrgraph.model.base import Thing
from scrgraph.model.review import ReviewGraph
from scrgraph.pseudonyms.fields import LABELLED, treatment
from scrgraph.pseudonyms.walk import strings
from scrgraph.review.names import slug


class Ids:
    """A new id for every id of a graph, by what it is of: people and agencies by pseudonym, the others by number.

    Numbers follow the order of the old ids, so that whatever is ordered by id stays as it was.
    """

    def __init__(self, graph: ReviewGraph, called: Mapping[str, Mapping[str, str]]) -> None:
        self._new: dict[str, dict[str, str]] = {}
        for of, old in sorted(_all_ids(graph).items()):
            self._new[of] = _named(old, called[of]) if of in called else _numbered(of, old)
        self._new["review"] = {graph.review.review_id: "review"}

    def new(self, of: str, old: str) -> str:
        """The new id of a thing. Raises ``KeyError`` for one that the graph does not have."""
        return self._new[of][old]

    def all_of(self, of: str) -> Mapping[str, str]:
        """Old id to new id of one kind of thing."""
        return self._new.get(of, {})


def _all_ids(graph: Thing) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for owner, field, value in strings(graph):
        treated = treatment(type(owner), field)
        if treated.way == "id":
            found[treated.of].add(value)
    for deadline in getattr(graph, LABELLED.split(".")[0].lower() + "s", ()):
        label, value = deadline.applies_to
        found[label.lower()].add(value)
    return found


def _numbered(of: str, old: Iterable[str]) -> dict[str, str]:
    ordered = sorted(old)
    width = len(str(len(ordered)))
    return {value: f"{of}-{number:0{width}}" for number, value in enumerate(ordered, start=1)}


def _named(old: Iterable[str], called: Mapping[str, str]) -> dict[str, str]:
    new: dict[str, str] = {}
    taken: set[str] = set()
    for value in sorted(old):
        wanted = found = slug(called.get(value, ""), "not-named")
        number = 2
        while found in taken:
            found, number = f"{wanted}-{number}", number + 1
        taken.add(found)
        new[value] = found
    return new
