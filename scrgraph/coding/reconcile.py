"""Pairing the two sides of a baton: the sender's entry with the receiver's, one to one over the whole review."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.decided import Decided
from scrgraph.coding.words import word_list
from scrgraph.model.events import NearMiss
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import EventKind

_LIKE = (
    frozenset({EventKind.REFERRAL, EventKind.NOTIFICATION, EventKind.DISCLOSURE, EventKind.ESCALATION}),
    frozenset({EventKind.TRANSFER, EventKind.DISCHARGE, EventKind.WORKER_CHANGE, EventKind.NOTIFICATION}),
    frozenset({EventKind.REQUEST, EventKind.NOTIFICATION, EventKind.INVITATION}),
    frozenset({EventKind.FEEDBACK, EventKind.NOTIFICATION, EventKind.ACKNOWLEDGEMENT}),
)


@dataclass(frozen=True)
class Sent:
    """One thing an entry passes to one agency; ``key`` names it within the review."""

    key: str
    item: CodedEntry
    to_agency: str


@dataclass(frozen=True)
class Match:
    """A receiver's entry taken for the other side of something sent; ``score`` is between 0 and 1."""

    sent: Sent
    receipt: CodedEntry
    score: float
    reason: str


@dataclass(frozen=True)
class Reconciled:
    """The matches, and by the key of what was sent: what came near, and why nothing was taken."""

    matches: Sequence[Match]
    near: Mapping[str, tuple[NearMiss, ...]]
    why_not: Mapping[str, str]


def reconcile(
    sent: Sequence[Sent],
    receipts: Sequence[CodedEntry],
    people: Mapping[str, Person] | None = None,
    decided: Decided | None = None,
) -> Reconciled:
    """The best one-to-one pairing of things sent with entries of receipt.

    The assignment is optimal over the whole review (maximum-weight matching), so that two referrals a week apart
    are not both given to one receipt. A pair needs the same agencies, people in common and a like kind.
    """
    by_agency: dict[str, list[CodedEntry]] = defaultdict(list)
    for receipt in receipts:
        by_agency[receipt.agency_id].append(receipt)
    diaries = {agency_id: _Diary(rows) for agency_id, rows in by_agency.items()}
    offers: dict[tuple[str, str], Match] = {}
    for one in sent:
        for receipt in diaries[one.to_agency].near(one.item) if one.to_agency in diaries else ():
            if match := _offer(one, receipt):
                offers[(f"sent {one.key}", f"receipt {receipt.entry.entry_id}")] = match
    chosen = [offers[ends] for part in _parts(offers) for ends in _best_pairs(part)]
    return Reconciled(sorted(chosen, key=lambda match: match.sent.key), {}, {})


class _Diary:
    """The dated receipts of one agency by day, so that what was sent is held only against those near it in time."""

    def __init__(self, receipts: Sequence[CodedEntry]) -> None:
        dated = [(item.entry.date.earliest, item.entry.date.latest, item) for item in receipts]
        rows = [(first, last, item) for first, last, item in dated if first is not None and last is not None]
        rows.sort(key=lambda row: (row[0], row[2].entry.entry_id))
        self._rows = [item for _, _, item in rows]
        self._days = [first for first, _, _ in rows]
        self._widest = max((last - first for first, last, _ in rows), default=dt.timedelta())

    def near(self, item: CodedEntry) -> Sequence[CodedEntry]:
        """The receipts that can fall in the window of something sent; a few more where dates are wide."""
        sent, rules = item.entry.date, word_list("rules.toml")["receipt"]
        if sent.earliest is None or sent.latest is None:
            return ()
        first = sent.earliest - dt.timedelta(days=rules["days_before"]) - self._widest
        last = sent.latest + dt.timedelta(days=rules["days_after"])
        return self._rows[bisect_left(self._days, first) : bisect_right(self._days, last)]


def _parts(offers: Mapping[tuple[str, str], Match]) -> list[nx.Graph[str]]:
    """The offers as graphs that have nothing to do with each other, built in an order that never changes."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from((*ends, round(offers[ends].score * 10_000)) for ends in sorted(offers))
    number = {end: place for place, part in enumerate(nx.connected_components(graph)) for end in part}
    parts: dict[int, nx.Graph[str]] = {}
    for ends in sorted(offers):
        part = parts.setdefault(number[ends[0]], nx.Graph())
        part.add_edge(*ends, weight=graph.edges[ends]["weight"])
    return list(parts.values())


def _best_pairs(part: nx.Graph[str]) -> list[tuple[str, str]]:
    """The pairing of the greatest total weight, each pair with what was sent first."""
    pairs = [
        (one, other) if one.startswith("sent ") else (other, one)
        for one, other in nx.max_weight_matching(part)
    ]
    return sorted(pairs)


def _offer(one: Sent, receipt: CodedEntry) -> Match | None:
    if one.item.agency_id == receipt.agency_id or one.item.entry.entry_id == receipt.entry.entry_id:
        return None
    if receipt.from_agencies and one.item.agency_id not in receipt.from_agencies:
        return None
    rules = word_list("rules.toml")["receipt"]
    gap = _days_apart(one.item, receipt, rules["days_before"], rules["days_after"])
    if gap is None:
        return None
    shared = set(one.item.people) & set(receipt.people)
    if one.item.people and receipt.people and not shared:
        return None
    same_kind = one.item.kind is receipt.kind
    if not same_kind and not any({one.item.kind, receipt.kind} <= like for like in _LIKE):
        return None
    score = (
        0.35 * (1 - gap / (rules["days_after"] + 1))
        + 0.25 * (len(shared) / max(len(set(one.item.people) | set(receipt.people)), 1))
        + 0.2 * bool(receipt.from_agencies)
        + (0.2 if same_kind else 0.1)
    )
    if score < rules["least_score"]:
        return None
    named = "which names the sender" if receipt.from_agencies else "which names no sender"
    kind = "the same kind" if same_kind else "a like kind"
    days = "the same day" if gap == 0 else f"{gap} day{'s' if gap > 1 else ''} apart"
    return Match(one, receipt, round(score, 3), f"{kind}, {days}, people in common, {named}")


def _days_apart(sender: CodedEntry, receipt: CodedEntry, before: int, after: int) -> int | None:
    """Fewest days by which the receipt can follow the sending; ``None`` when outside the window or undated."""
    sent, got = sender.entry.date, receipt.entry.date
    if sent.earliest is None or sent.latest is None or got.earliest is None or got.latest is None:
        return None
    if got.latest < sent.earliest - dt.timedelta(days=before):
        return None
    if got.earliest > sent.latest + dt.timedelta(days=after):
        return None
    if got.earliest > sent.latest:
        return (got.earliest - sent.latest).days
    return (sent.earliest - got.latest).days if got.latest < sent.earliest else 0
