"""Phrases found in a row in one pass: a tree of words, in which a phrase may leave a gap or ask for a kind of word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from scrgraph.coding.free_text.tokens import first_of_joined, tokens_of

_GAP, _MARKS = "..", "@%#?<"
_LONGEST_GAP = 4
_CLAUSE = 2
_GROUP = re.compile(r"<([a-z_ ]+)>")
V = TypeVar("V")


class Item(NamedTuple):
    """A word of a row, or the several that name one agency or person.

    ``labels`` are what phrases may call it: its word, and for a mention "@" (an agency), "@gp" (its sector), "%adult"…
    """

    word: str
    labels: tuple[str, ...]
    start: int
    end: int
    gap: int
    in_action: bool = False
    sector: str = ""
    name: str = ""
    family: str = ""
    worker: str = ""


class Hit(NamedTuple, Generic[V]):
    """A phrase found: the items from ``first`` to before ``after``."""

    first: int
    after: int
    value: V


class Phrases(Generic[V]):
    """Phrases and what each means. Built once; a row is read in one pass over its items."""

    def __init__(self, groups: Mapping[str, Sequence[str]] | None = None) -> None:
        self._root: dict[str, Any] = {}
        self._groups = groups or {}
        self._marks = _marks_of(self._groups)
        self._longer = _longer_of(self._groups)

    def add(self, phrase: str, value: V) -> None:
        """Have ``phrase`` mean ``value``. "<rang>" stands for any word of that group, ".." for up to four words."""
        self.add_words(spelt_out(phrase), value)

    def add_words(self, words: Sequence[str], value: V) -> None:
        """Have words, as rows are read, mean ``value``."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault("", []).append(value)

    def find(self, items: Sequence[Item]) -> list[Hit[V]]:
        """Every phrase in the row, by where it begins. None goes past the end of a clause."""
        hits: list[Hit[V]] = []
        root, marks = self._root, self._marks
        labels = [_marked(item.labels, marks) if marks else item.labels for item in items]
        longer = _ends(self._longer, items, labels)
        row = _Row(items, labels, longer)
        for place, names in enumerate(labels):
            for label in names:
                if (node := root.get(label)) is not None:
                    self._walk(node, row, place, place + 1, hits)
            for label, after in longer.get(place, ()):
                if (node := root.get(label)) is not None:
                    self._walk(node, row, place, after, hits)
        return hits

    def _walk(self, node: dict[str, Any], row: _Row, first: int, place: int, hits: list[Hit[V]]) -> None:
        items = row.items
        if "" in node:
            hits.extend([Hit(first, place, value) for value in node[""]])
        if len(node) == ("" in node) or place >= len(items) or items[place].gap >= _CLAUSE:
            return
        self._step(node, row, first, place, hits)
        if _GAP in node:
            beyond = node[_GAP]
            for later in range(place, min(place + _LONGEST_GAP + 1, len(items))):
                if later > place and items[later].gap >= _CLAUSE:
                    break
                self._step(beyond, row, first, later, hits)

    def _step(self, node: dict[str, Any], row: _Row, first: int, place: int, hits: list[Hit[V]]) -> None:
        """Goes on to whatever the words from ``place`` on may be called: each alone, then the groups of several."""
        for label in row.labels[place]:
            if (further := node.get(label)) is not None:
                self._walk(further, row, first, place + 1, hits)
        for label, after in row.longer.get(place, ()):
            if (further := node.get(label)) is not None:
                self._walk(further, row, first, after, hits)


class _Row(NamedTuple):
    """A row's items with what each may be called, and by place the groups whose longer members begin there."""

    items: Sequence[Item]
    labels: Sequence[Sequence[str]]
    longer: Mapping[int, Sequence[tuple[str, int]]]


def _ends(
    node: dict[str, Any], items: Sequence[Item], labels: Sequence[Sequence[str]]
) -> Mapping[int, Sequence[tuple[str, int]]]:
    """By place the groups of which a member of several words begins there; only places with any."""
    begins = (
        [place for place, names in enumerate(labels) if any(label in node for label in names)] if node else []
    )
    return {place: found for place in begins if (found := _ends_at(node, items, labels, place))}


def _ends_at(
    node: dict[str, Any], items: Sequence[Item], labels: Sequence[Sequence[str]], place: int
) -> list[tuple[str, int]]:
    """The groups of which a member of several words begins at ``place``, each with the place behind it."""
    found: list[tuple[str, int]] = []
    nodes, here = [node], place
    while nodes and here < len(items) and (here == place or items[here].gap < _CLAUSE):
        nodes = [one[label] for one in nodes for label in labels[here] if label in one]
        here += 1
        found.extend((mark, here) for one in nodes for mark in one.get("", ()))
    return found


def spelt_out(phrase: str) -> tuple[str, ...]:
    """The phrase as the words of rows are read; a group stays one mark for all its members."""
    return tuple(_rejoined([word for part in phrase.split() for word in _words(part)]))


def _marked(labels: tuple[str, ...], marks: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The labels of a word, and the marks of the groups that any of them is in."""
    found = [mark for label in labels for mark in marks.get(label, ())]
    return (*labels, *found) if found else labels


def _marks_of(groups: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """For every single word of a group the marks of the groups it is in."""
    found: dict[str, list[str]] = {}
    for name, listed in groups.items():
        for one in listed:
            words = spelt_out(one)
            if len(words) == 1 and f"<{name}>" not in found.setdefault(words[0], []):
                found[words[0]].append(f"<{name}>")
    return {word: tuple(marks) for word, marks in found.items()}


def _longer_of(groups: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """A tree of the members of groups that have several words, with the marks of their groups at the ends."""
    root: dict[str, Any] = {}
    for name, listed in groups.items():
        for one in listed:
            words = spelt_out(one)
            if len(words) > 1:
                node = root
                for word in words:
                    node = node.setdefault(word, {})
                node.setdefault("", []).append(f"<{name}>")
    return root


@cache
def _words(part: str) -> tuple[str, ...]:
    if part == _GAP or part[0] in _MARKS or _GROUP.fullmatch(part):
        return (part,)
    return tuple(token.word for token in tokens_of(part))


def _rejoined(words: Sequence[str]) -> Iterable[str]:
    """Words as a row would have them once those written apart are joined ("core group")."""
    if first_of_joined().isdisjoint(words):
        yield from words
        return
    run: list[str] = []
    for word in words:
        if word == _GAP or word[0] in _MARKS:
            yield from _words(" ".join(run)) if run else ()
            yield word
            run = []
        else:
            run.append(word)
    yield from _words(" ".join(run)) if run else ()
