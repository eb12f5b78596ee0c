"""How much speaks for a receiver's entry being the other side of something sent, in bits and in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.row_words import RowWords, WordReader, service_of
from scrgraph.coding.same_people import PeopleInCommon
from scrgraph.coding.two_sides import Sent, Slot
from scrgraph.coding.words import word_list
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import BATON_KINDS, EventKind

_SHOWN = 3


@dataclass(frozen=True)
class Weighed:
    """What speaks for a pair: ``bits`` add up to the odds; a pair with anything in ``bars`` is not taken."""

    bits: float
    reasons: tuple[str, ...]
    bars: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the two rows are more likely than not the two sides of one baton."""
        return self.bits > 0 and not self.bars


def confidence(bits: float) -> float:
    """Odds in bits as a probability between 0 and 1."""
    return round(1 / (1 + 2**-bits), 3)


class Scales:
    """Weighs pairs of a review, knowing which words and people are rare in it. Weights are in ``reconcile.toml``."""

    def __init__(
        self, sent: Sequence[Sent], receipts: Sequence[CodedEntry], people: Mapping[str, Person]
    ) -> None:
        rows = {item.entry.entry_id: item for item in (*(one.item for one in sent), *receipts)}
        reader = WordReader(rows.values())
        self._words = {key: reader.read(row) for key, row in rows.items()}
        self._people = PeopleInCommon(rows.values(), people)
        self._found = Counter(
            stem for words in self._words.values() for stem in (*words.substance, *words.topics)
        )
        self._writers = {row.agency_id for row in rows.values()}

    def weigh(self, one: Sent, slot: Slot, choices: float = 1.0) -> Weighed | None:
        """What speaks for the pair; ``None`` where it cannot fall in the window of days at all.

        ``choices``: how many entries the receiver has in a window of that length (``Candidates.usual``).
        """
        item, receipt = one.item, slot.receipt
        days = _days_bits(item.entry.date, receipt.entry.date)
        if days is None:
            return None
        weights = word_list("reconcile.toml")
        kind, told_kind = _kind_bits(item.kind, receipt.kind)
        people, told_people = self._people.weigh(item, receipt)
        sender, told_sender = self._sender(item, slot)
        words, told_words = self._shared(item, receipt)
        told = [told_kind, days_apart(item.entry.date, receipt.entry.date), told_people, told_sender]
        bars = [
            text
            for text, bits, barred in (
                (told_kind, kind, weights["kind"]["unlike"]),
                (told_people, people, weights["people"]["others"]),
                (told_sender, sender, weights["sender"]["other"]),
            )
            if bits == barred
        ]
        bits = weights["doubt"] - math.log2(choices) + days + kind + people + sender + words
        return Weighed(bits, (*told, *told_words), tuple(bars))

    def learn(self, matches: Iterable[tuple[CodedEntry, CodedEntry]]) -> bool:
        """Take in who stood for whom in matches already found; whether there was anything to learn."""
        return self._people.learn(matches)

    def _sender(self, item: CodedEntry, slot: Slot) -> tuple[float, str]:
        weights = word_list("reconcile.toml")["sender"]
        words, own = self._words[slot.receipt.entry.entry_id], service_of(item)
        if slot.names_sender:
            if slot.from_agency == item.agency_id:
                return weights["named"], "the receiver names the sender"
            worker = self._words[item.entry.entry_id].workers & words.names
            if slot.from_agency not in self._writers and (worker or own & words.said_from):
                return weights["fitting"], "the receiver names the sender's service or worker"
            return weights["other"], "it names another sender"
        if own & words.gave:
            return weights["in_the_words"], "the receiver's words name the sender's service"
        if words.gave - service_of(slot.receipt):
            return weights["other_in_the_words"], "the receiver's words name another service"
        if own & words.mentioned:
            return weights["mentioned"], "the receiver's words mention the sender's service"
        return weights["not_named"], "the receiver names no sender"

    def _shared(self, item: CodedEntry, receipt: CodedEntry) -> tuple[float, list[str]]:
        """What the words of the two rows have in common, rare ones counting more."""
        weights = word_list("reconcile.toml")["words"]
        here, there = self._words[item.entry.entry_id], self._words[receipt.entry.entry_id]
        shared = here.substance.keys() & there.substance.keys() or here.topics & there.topics
        bits, told = 0.0, []
        if shared:
            ranked = sorted(shared, key=lambda stem: (-self._rarity(stem), stem))
            rarity = sum(min(weights["rarest"], self._rarity(stem)) for stem in ranked)
            bits += min(weights["most"], weights["share"] * rarity)
            told.append(
                "in common: " + ", ".join(there.substance.get(stem, stem) for stem in ranked[:_SHOWN])
            )
        elif min(len(here.substance), len(there.substance)) >= weights["least_words"]:
            bits += weights["none_shared"]
        if here.workers & there.names or there.workers & here.names:
            bits += weights["worker"]
            told.append("one names the other's worker")
        if _names_day(here, receipt.entry.date) or _names_day(there, item.entry.date):
            bits += weights["day"]
            told.append("one names the day of the other")
        return bits, told

    def _rarity(self, stem: str) -> float:
        rows = len(self._words) + word_list("reconcile.toml")["words"]["smoothing"]
        return max(0.0, math.log2(rows / (self._found[stem] + 1)))


def days_apart(sent: PartialDate, got: PartialDate) -> str:
    """How far apart two dates are, in words; the least it can be where one of them is partial."""
    if sent.earliest is None or sent.latest is None or got.earliest is None or got.latest is None:
        return "no date on one side"
    least, most = (got.earliest - sent.latest).days, (got.latest - sent.earliest).days
    if least <= 0 <= most:
        return "the same day" if least == most else "possibly the same day"
    gap = least if least > 0 else -most
    told = f"{'' if least == most else 'at least '}{gap} day{'s' if gap > 1 else ''} apart"
    return told if least > 0 else f"{told}, the receiver's date first"


def _names_day(words: RowWords, date: PartialDate) -> bool:
    return date.exact and date.earliest is not None and (date.earliest.day, date.earliest.month) in words.days


def _days_bits(sent: PartialDate, got: PartialDate) -> float | None:
    """The weight of the days between, averaged over all the days that partial dates may be."""
    if sent.earliest is None or sent.latest is None or got.earliest is None or got.latest is None:
        return None
    least, most = (got.earliest - sent.latest).days, (got.latest - sent.earliest).days
    first, ratios = _day_ratios()
    low, high = max(least, first), min(most, first + len(ratios) - 1)
    if low > high:
        return None
    return math.log2(sum(ratios[low - first : high - first + 1]) / (most - least + 1))


@cache
def _day_ratios() -> tuple[int, tuple[float, ...]]:
    """The first day of the window, counted from the sending, and for each of its days the likelihood ratio."""
    weights, window = word_list("reconcile.toml")["date"], word_list("rules.toml")["receipt"]

    def ratio(days: int) -> float:
        side, place = (weights["after"], days) if days >= 0 else (weights["before"], -days - 1)
        return float(2 ** (side[place] if place < len(side) else weights["beyond"]))

    first = -window["days_before"]
    return first, tuple(ratio(days) for days in range(first, window["days_after"] + 1))


def _kind_bits(sent: EventKind, got: EventKind) -> tuple[float, str]:
    """A row that passes something on and is no baton by its kind, such as a visit, passes information."""
    weights = word_list("reconcile.toml")["kind"]
    sent = sent if sent in BATON_KINDS else EventKind.NOTIFICATION
    if sent is got:
        return weights["same"], "the same kind"
    if frozenset({sent, got}) in _like_kinds():
        return weights["like"], "a like kind"
    return weights["unlike"], "it is of another kind"


@cache
def _like_kinds() -> frozenset[frozenset[EventKind]]:
    lists: Any = word_list("reconcile.toml")["kinds"]["like"]
    return frozenset(
        frozenset({EventKind(one), EventKind(other)}) for kinds in lists for one in kinds for other in kinds
    )
