"""Pairing the two sides of a baton: the sender's entry with the receiver's, one to one over the whole review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2

from scrgraph.coding.assignment import best_pairs
from scrgraph.coding.candidates import Candidates
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.decided import Decided, pair_of
from scrgraph.coding.match_score import Scales, confidence
from scrgraph.coding.near_misses import Considered, near_misses, why_not
from scrgraph.coding.two_sides import Match, Reconciled, Sent, Slot, slots_of
from scrgraph.model.people import Person

__all__ = ["Match", "Reconciled", "Sent", "reconcile"]

_Key = tuple[str, str]
_TO_WHOLE_NUMBERS = 10_000


def reconcile(
    sent: Sequence[Sent],
    receipts: Sequence[CodedEntry],
    people: Mapping[str, Person] | None = None,
    decided: Decided | None = None,
) -> Reconciled:
    """The best one-to-one pairing of things sent with entries of receipt.

    Pairs of an agency's sending with the addressee's receipt are weighed by days, people, kind, sender and words
    (``match_score``), and assigned so that the total over the review is greatest: two referrals a week apart are
    not both given to one receipt. A row of receipt that names several senders can be the other side of one thing
    from each. What the author decided to be the same, or not the same, is so.
    """
    decided = decided or Decided()
    forced, unused = _decided_matches(sent, receipts, decided)
    search = _Search(sent, receipts, people or {}, decided, forced)
    matches = search.matches()
    if search.learned_from([*forced, *matches]):
        matches = search.matches()
    matches = sorted([*forced, *matches], key=lambda match: match.sent.key)
    taken = {match.sent.key: match.receipt.entry.entry_id for match in matches}
    return Reconciled(
        matches,
        {one.key: near_misses(search.considered[one.key], taken.get(one.key, "")) for one in sent},
        {
            one.key: why_not(one, search.considered[one.key], search.candidates)
            for one in sent
            if one.key not in taken and one.to_agency != one.item.agency_id
        },
        tuple(unused),
    )


class _Search:
    """The search for the pairs that the author has not decided; ``considered`` is what it weighed last."""

    def __init__(
        self,
        sent: Sequence[Sent],
        receipts: Sequence[CodedEntry],
        people: Mapping[str, Person],
        decided: Decided,
        forced: Sequence[Match],
    ) -> None:
        self._sent, self._refused = sent, decided.not_same
        self._settled = {match.sent.key for match in forced}
        gone = {(match.receipt.entry.entry_id, match.from_agency) for match in forced}
        self.candidates = Candidates(receipts)
        self._slots = {
            one.key: [slot for slot in self.candidates.of(one) if slot.key not in gone] for one in sent
        }
        self._usual = {one.key: self.candidates.usual(one, self._slots[one.key]) for one in sent}
        self._scales = Scales(sent, receipts, people)
        self.considered: dict[str, list[Considered]] = {}

    def matches(self) -> list[Match]:
        """The pairing of the greatest total weight."""
        self.considered = {one.key: list(self._weigh(one)) for one in self._sent}
        offers = {
            (one.key, near.slot.key): near.weighed.bits
            for one in self._sent
            if one.key not in self._settled
            for near in self.considered[one.key]
            if near.weighed.fits and not near.refused_by
        }
        chosen = dict(best_pairs({ends: round(bits * _TO_WHOLE_NUMBERS) for ends, bits in offers.items()}))
        sure = _confidences(offers, chosen)
        return [
            _match(one, near, *sure[one.key])
            for one in self._sent
            if one.key in chosen
            for near in self.considered[one.key]
            if near.slot.key == chosen[one.key]
        ]

    def learned_from(self, matches: Sequence[Match]) -> bool:
        """Whether the matches show of anybody unnamed whom the name or role stands for."""
        return self._scales.learn((match.sent.item, match.receipt) for match in matches)

    def _weigh(self, one: Sent) -> Iterator[Considered]:
        for slot in self._slots[one.key]:
            if weighed := self._scales.weigh(one, slot, self._usual[one.key]):
                refused = self._refused.get(pair_of(one.item.entry.entry_id, slot.receipt.entry.entry_id), "")
                yield Considered(slot, weighed, refused)


def _match(one: Sent, near: Considered, score: float, contested: bool) -> Match:
    told = [*near.weighed.reasons, *(["something else that was sent fits it too"] if contested else [])]
    return Match(one, near.slot.receipt, score, "; ".join(told), near.slot.from_agency)


def _confidences(
    offers: Mapping[tuple[str, _Key], float], chosen: Mapping[str, _Key]
) -> dict[str, tuple[float, bool]]:
    """For each match its confidence, and whether something else that was sent, and found no other, fits as well.

    What was left over because of a match competes with it: its odds count against the match.
    """
    rivals: dict[_Key, list[float]] = defaultdict(list)
    for (key, slot), bits in offers.items():
        if key not in chosen:
            rivals[slot].append(bits)
    found = {}
    for key, slot in chosen.items():
        against = 1 + sum(2**bits for bits in rivals.get(slot, ()))
        found[key] = (confidence(offers[(key, slot)] - log2(against)), bool(rivals.get(slot)))
    return found


def _decided_matches(
    sent: Sequence[Sent], receipts: Sequence[CodedEntry], decided: Decided
) -> tuple[list[Match], list[str]]:
    """The matches that the author decided, and what could not be carried out."""
    sendings: dict[str, list[Sent]] = defaultdict(list)
    for one in sent:
        sendings[one.item.entry.entry_id].append(one)
    received = {receipt.entry.entry_id: receipt for receipt in receipts}
    matches: dict[str, Match] = {}
    unused: list[str] = []
    for pair, made_by in decided.same.items():
        for sender, receiver in (pair, pair[::-1]):
            if sender in sendings and receiver in received:
                one = _meant(sendings[sender], received[receiver])
                slot = _slot_for(one, received[receiver])
                reason = f"decided by {made_by}"
                matches[one.key] = Match(one, slot.receipt, 1.0, reason, slot.from_agency)
                break
        else:
            unused.append(
                f"{made_by} decided that {pair[0]} and {pair[1]} are one baton, but no row of the two is read as "
                "passing something on and the other as receiving it. Decide the kind of the rows as well."
            )
    return list(matches.values()), unused


def _meant(sendings: Iterable[Sent], receipt: CodedEntry) -> Sent:
    """Of what one row passed to several, that to the agency of the receipt; else the first."""
    return min(sendings, key=lambda one: (one.to_agency != receipt.agency_id, one.key))


def _slot_for(one: Sent, receipt: CodedEntry) -> Slot:
    return min(slots_of(receipt), key=lambda slot: slot.from_agency != one.item.agency_id)
