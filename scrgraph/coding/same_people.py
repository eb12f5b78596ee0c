"""Whether two rows can be about the same people, where one may name them and the other give a role."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex


class PeopleInCommon:
    """Weighs what the people of two rows say, in bits (``reconcile.toml``), with the words for it.

    Somebody named in few of the ``rows`` says more than the child that everybody writes about. "Mother" in one
    row can be a person named in the other whom nothing known about them contradicts; without ``known`` people,
    only the same name or role is the same person.
    """

    def __init__(self, rows: Iterable[CodedEntry], known: Mapping[str, Person]) -> None:
        self._known = known
        self._weights = word_list("reconcile.toml")["people"]
        self._named: Counter[str] = Counter()
        self._rows = 0
        for row in rows:
            self._rows += 1
            self._named.update(set(row.people))
        self._fits: dict[tuple[str, str], float | None] = {}
        self._stood: Counter[tuple[str, str]] = Counter()
        self._stood_for_any: Counter[str] = Counter()
        self._spellings = {
            key: tuple(
                plain
                for name in (person.display_name, *person.spellings)
                if not person.unnamed and len(plain := normal(name)) > 2
            )
            for key, person in known.items()
        }

    def weigh(self, one: CodedEntry, other: CodedEntry) -> tuple[float, str]:
        """The bits, and the reason in words. People who cannot be the same have the weight ``others``."""
        weights = self._weights
        here, there = set(one.people), set(other.people)
        if not here or not there:
            return weights["nobody_named"], "people not named on one side"
        if shared := here & there:
            bits = weights["in_common"] + min(
                weights["rare_most"], weights["rare"] * max(self._rarity(person) for person in shared)
            )
            if here == there:
                return bits + weights["all_in_common"], "the same people"
            alone, others = self._unmatched(here, there), self._unmatched(there, here)
            if alone and others:
                return bits + weights["each_with_others"], "people in common, and others in each"
            return bits + (0.0 if alone or others else weights["all_in_common"]), "people in common"
        fits = [fit for a in here for b in there if (fit := self._fit(a, b)) is not None]
        if fits and max(fits) >= weights["by_role"]:
            return max(fits), "people who can be the same by their role"
        if self._in_words(here, other) or self._in_words(there, one):
            return weights["in_the_words"], "people of one named in the words of the other"
        if fits and not self._unmatched(here, there) and not self._unmatched(there, here):
            bits = weights["all_by_kind"] + max(fits) - weights["by_kind"]
            return bits, "people who can be the same, some of them not named"
        if fits:
            return max(fits), "some people who can be the same, not named in one row"
        if self._some_unnamed(here | there):
            return weights["not_by_kind"], "people whose roles do not fit"
        return weights["others"], "it is about other people"

    def _unmatched(self, here: set[str], there: set[str]) -> bool:
        """Whether somebody of one row can be nobody of the other."""
        return any(all(self._fit(one, other) is None for other in there) for one in here if one not in there)

    def _some_unnamed(self, people: set[str]) -> bool:
        known = [self._known[key] for key in people if key in self._known]
        return any(person.unnamed or person.group for person in known)

    def learn(self, matches: Iterable[tuple[CodedEntry, CodedEntry]]) -> bool:
        """Take in who stood for whom in matches found: where "Mother" went with Kayla, she is likelier to again.

        Returns whether anybody unnamed stood for anybody.
        """
        for one, other in matches:
            here, there = set(one.people), set(other.people)
            for a in here - there:
                found = [b for b in there - here if self._fit(a, b) is not None]
                for b in found:
                    self._stood[_either(a, b)] += 1
                    self._stood_for_any.update((a, b))
        self._fits.clear()
        return bool(self._stood)

    def _stands_for(self, one: str, other: str) -> float:
        """How much likelier the two are one than any two who fit, by the matches found; 0 before any are."""
        weights, bits = self._weights, 0.0
        for here, there in ((one, other), (other, one)):
            usual = self._named[there] / max(1, self._rows)
            together = self._stood[_either(one, other)] + weights["learned_from"] * usual
            share = together / (self._stood_for_any[here] + weights["learned_from"])
            bits += math.log2(share / usual) / 2 if usual else 0.0
        most = float(weights["learned_most"])
        return max(-most, min(most, bits))

    def _rarity(self, person_id: str) -> float:
        rows = self._rows + word_list("reconcile.toml")["words"]["smoothing"]
        return math.log2(rows / (self._named[person_id] + 1))

    def _in_words(self, people: set[str], row: CodedEntry) -> bool:
        words = normal(row.entry.words)
        return any(has_phrase(words, name) for key in people for name in self._spellings.get(key, ()))

    def _fit(self, one: str, other: str) -> float | None:
        """How well one person can be the other; ``None`` where what is known of them contradicts it."""
        key = _either(one, other)
        if key not in self._fits:
            a, b = self._known.get(key[0]), self._known.get(key[1])
            fit = _fit(a, b) if a and b else None
            self._fits[key] = fit if fit is None else fit + self._stands_for(*key)
        return self._fits[key]


def _either(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _fit(one: Person, other: Person) -> float | None:
    weights = word_list("reconcile.toml")["people"]
    if not (one.unnamed or one.group or other.unnamed or other.group):
        return None
    if PersonKind.UNKNOWN not in (one.kind, other.kind) and one.kind is not other.kind:
        return None
    if Sex.UNKNOWN not in (one.sex, other.sex) and one.sex is not other.sex:
        return None
    here, there = normal(one.role), normal(other.role)
    if same := bool(here and there) and _same_role(here, there):
        return float(weights["by_role"])
    if any(a.index_child and _is_index_role(b) for a, b in ((one, other), (other, one))):
        return float(weights["by_role"])
    broad = word_list("reconcile.toml")["roles"]["broad"]
    told_apart = here and there and not same and here not in broad and there not in broad
    if told_apart and one.unnamed and other.unnamed:
        return None
    return float(weights["by_kind"])


def _is_index_role(person: Person) -> bool:
    return person.unnamed and normal(person.role) in word_list("reconcile.toml")["roles"]["index_child"]


@cache
def _same_role(one: str, other: str) -> bool:
    """Whether two roles are one and the same: "mum" and "mother", or "father of Finn" and "dad"."""
    if one == other:
        return True
    return any(
        any(has_phrase(one, word) for word in group) and any(has_phrase(other, word) for word in group)
        for group in word_list("reconcile.toml")["roles"]["same"]
    )
