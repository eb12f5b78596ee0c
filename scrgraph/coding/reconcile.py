"""Pairing the two sides of a baton: the sender's entry with the receiver's, one to one over the whole review."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.words import word_list
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


def reconcile(sent: Sequence[Sent], receipts: Sequence[CodedEntry]) -> list[Match]:
    """The best one-to-one pairing of things sent with entries of receipt.

    The assignment is optimal over the whole review (maximum-weight matching), so that two referrals a week apart
    are not both given to one receipt. A pair needs the same agencies, people in common and a like kind.
    """
    by_agency: dict[str, list[CodedEntry]] = defaultdict(list)
    for receipt in receipts:
        by_agency[receipt.agency_id].append(receipt)
    offers: dict[tuple[str, str], Match] = {}
    graph: nx.Graph[str] = nx.Graph()
    for one in sent:
        for receipt in by_agency[one.to_agency]:
            match = _offer(one, receipt)
            if match:
                ends = (f"sent {one.key}", f"receipt {receipt.entry.entry_id}")
                offers[ends] = match
                graph.add_edge(*ends, weight=round(match.score * 10_000))
    chosen = []
    for component in sorted(nx.connected_components(graph), key=min):
        for pair in nx.max_weight_matching(graph.subgraph(sorted(component))):
            ends = (min(pair, key=_receipts_first), max(pair, key=_receipts_first))
            chosen.append(offers[(ends[1], ends[0])])
    return sorted(chosen, key=lambda match: match.sent.key)


def _receipts_first(end: str) -> bool:
    return not end.startswith("receipt ")


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
